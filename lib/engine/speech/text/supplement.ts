import type { Entry } from './lexicon'

/** Words the dictionaries lack or read as something else: names of our day, mostly. Surest of all. */
export const SUPPLEMENT: Readonly<Record<string, Entry>> = {
  JSON: 'ʤˈAsᵊn',
  YAML: 'jˈæməl',
  JPEG: 'ʤˈApˌɛɡ',
  GIF: 'ɡˈɪf',
  RAM: 'ɹˈæm',
  ROM: 'ɹˈɑm',
  PIN: 'pˈɪn',
  SIM: 'sˈɪm',
  COVID: 'kˈOvɪd',
  GitHub: 'ɡˈɪthˌʌb',
  GitLab: 'ɡˈɪtlˌæb',
  LinkedIn: 'lˌɪŋktˈɪn',
  TikTok: 'tˈɪktˌɑk',
  WhatsApp: 'wˈʌtsˌæp',
  YouTube: 'jˈutˌub',
  PayPal: 'pˈApˌæl',
  OpenAI: 'ˌOpənˌAˈI',
  ChatGPT: 'ʧˌætʤˌipˌitˈi',
  iPhone: 'ˈIfˌOn',
  iPad: 'ˈIpˌæd',
  iOS: 'ˌIˌOˈɛs',
  macOS: 'mˌækˌOˈɛs',
  résumé: 'ɹˈɛzəmˌA',
  résumés: 'ɹˈɛzəmˌAz',
}
