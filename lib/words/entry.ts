import { catalogue } from './catalogue'

/** Signing in, and the first account. */
export const entryWords = catalogue(
  {
    signIn: 'Sign in',
    welcome: 'Welcome',
    welcomeTitle: 'Make a portrait speak',
    welcomeLead: 'Three lines, then the studio is yours.',
    openStudio: 'Open the studio',
    name: 'Name',
    email: 'E-mail',
    password: 'Password',
    passwordHint: (characters: number) => `At least ${characters} characters`,
    samplePortrait: 'The astronaut Eileen Collins in her orange launch suit, smiling',
    sampleCredit: 'Eileen Collins, by NASA',
    tooManyTries: 'Too many failed tries. Wait 15 minutes, then try again.',
    wrongPair: 'This e-mail and password do not belong together. Check both.',
  },
  {
    de: {
      signIn: 'Anmelden',
      welcome: 'Willkommen',
      welcomeTitle: 'Lass ein Porträt sprechen',
      welcomeLead: 'Drei Zeilen, dann gehört das Studio dir.',
      openStudio: 'Studio öffnen',
      name: 'Name',
      email: 'E-Mail',
      password: 'Passwort',
      passwordHint: (characters) => `Mindestens ${characters} Zeichen`,
      samplePortrait: 'Die Astronautin Eileen Collins lächelnd in ihrem orangefarbenen Startanzug',
      sampleCredit: 'Eileen Collins, von der NASA',
      tooManyTries: 'Zu viele vergebliche Versuche. Warte 15 Minuten und versuch es dann noch einmal.',
      wrongPair: 'Diese E-Mail-Adresse und dieses Passwort gehören nicht zusammen. Prüfe beide.',
    },
  },
)
