/** What a speaker reads aloud: long enough to be a clip, and the consent that goes with it. */
export function consentOf(name: string): string {
  return `My name is ${name.trim() || '…'}. This is my own voice, and I agree that it is used to speak in this studio. I can take that back whenever I want.`
}
