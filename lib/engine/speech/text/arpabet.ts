/** The phonemes of the CMU Pronouncing Dictionary → the voices' symbols; vowels carry their stress in a digit. */
const PHONEMES: ReadonlyMap<string, string> = new Map(
  `AA ɑ,AE æ,AH ʌ,AO ɔ,AW W,AY I,EH ɛ,ER ɜɹ,EY A,IH ɪ,IY i,OW O,OY Y,UH ʊ,UW u,
  B b,CH ʧ,D d,DH ð,F f,G ɡ,HH h,JH ʤ,K k,L l,M m,N n,NG ŋ,P p,R ɹ,S s,SH ʃ,T t,TH θ,V v,W w,Y j,Z z,ZH ʒ`
    .split(/,\s*/)
    .map((pair) => {
      const [name = '', symbol = ''] = pair.split(' ')
      return [name, symbol]
    }),
)
/** Without stress they are schwas. */
const REDUCED: Readonly<Record<string, string>> = { AH0: 'ə', ER0: 'əɹ' }
const STRESS: Readonly<Record<string, string>> = { '1': 'ˈ', '2': 'ˌ' }

/** Whether sounds are written as in the CMU Pronouncing Dictionary: `W IH1 N`. */
export function isArpabet(written: string): boolean {
  return /^[A-Z]{1,2}[0-2]?(?: [A-Z]{1,2}[0-2]?)*$/.test(written) && /\d/.test(written)
}

/** Such sounds in the voices' symbols, or the first that is none of the dictionary's. */
export function readArpabet(written: string): { phonemes: string } | { unknown: string } {
  const phonemes: string[] = []
  for (const sign of written.split(' ')) {
    const [name, stress] = [sign.replace(/\d/, ''), sign.replace(/\D/g, '')]
    const symbol = PHONEMES.get(name)
    if (!symbol) return { unknown: sign }
    phonemes.push((STRESS[stress] ?? '') + (REDUCED[sign] ?? symbol))
  }
  return { phonemes: phonemes.join('') }
}
