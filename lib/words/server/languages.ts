import type { Sentences } from './sentences'

/** What languages are called, where a sentence names one. */
export const LANGUAGE_NAMES: Sentences = {
  English: 'Englisch',
  German: 'Deutsch',
  French: 'Französisch',
  Spanish: 'Spanisch',
  Italian: 'Italienisch',
  Portuguese: 'Portugiesisch',
  Dutch: 'Niederländisch',
  Polish: 'Polnisch',
  Swedish: 'Schwedisch',
  Danish: 'Dänisch',
  Norwegian: 'Norwegisch',
  Turkish: 'Türkisch',
  Indonesian: 'Indonesisch',
  Czech: 'Tschechisch',
  Romanian: 'Rumänisch',
  Hungarian: 'Ungarisch',
  Finnish: 'Finnisch',
  Vietnamese: 'Vietnamesisch',
}
