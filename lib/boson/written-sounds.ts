/** How each sound is written out after its tag, which is how the voices expect it; by the tag's name. */
export const WRITTEN_SOUNDS: Readonly<Record<string, string>> = {
  cough: 'Ahem, ',
  laughter: 'Haha, ',
  crying: 'Boohoo, ',
  screaming: 'Aah! ',
  burping: 'Burp. ',
  humming: 'Hmm, ',
  sigh: 'Ahh, ',
  sniff: 'Sniff. ',
  sneeze: 'Achoo! ',
}
