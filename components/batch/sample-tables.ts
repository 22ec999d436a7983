import type { Language } from '@/lib/words/language'

/** A table to begin with, as spreadsheets write it in each language. */
export const SAMPLE_TABLES: Record<Language, string> = {
  en: [
    'name,line',
    'Ada,"Hello Ada, welcome to the team!"',
    'Ben,"Hi Ben, your order is on its way."',
    'Chioma,"Good morning Chioma. Shall we talk on Friday?"',
    '',
  ].join('\r\n'),
  de: [
    'Name;Text',
    'Ada;"Hallo Ada, willkommen im Team!"',
    'Ben;"Hallo Ben, deine Bestellung ist unterwegs."',
    'Chioma;"Guten Morgen, Chioma. Sprechen wir am Freitag?"',
    '',
  ].join('\r\n'),
}
