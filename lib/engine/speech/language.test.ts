import { describe, expect, it } from 'vitest'
import { foreignLanguage } from './language'
import { ADDRESSES } from './text/cases/addresses'
import { HOMOGRAPHS } from './text/cases/homographs'

/** English that looks foreign: names, places, titles, loan words, phrases, and what has hardly a common word. */
const LOOKS_FOREIGN = `
Que sera, sera.
Et cetera, et cetera.
The café de la Paix serves crème brûlée à la carte.
Oscar de la Renta flew from Los Angeles to Rio de Janeiro.
Mi casa es su casa, said Maria.
"Je ne sais quoi" is French for a certain something.
Guten Tag means good day in German.
Las Vegas, El Paso, San Francisco, Santa Fe.
Ludwig van Beethoven met Johann Wolfgang von Goethe.
Leonardo da Vinci painted La Gioconda.
Les Misérables, Così fan tutte, Die Zauberflöte.
Der Spiegel, Die Zeit, Le Monde, El País, La Repubblica.
Hasta la vista, baby.
C'est la vie!
Carpe diem. Veni, vidi, vici.
Cogito ergo sum.
Pho, banh mi, and bun cha are dishes from Hanoi.
Bon appétit!
Tour de France riders climbed Alpe d'Huez.
Ich bin ein Berliner, Kennedy said.
Señor Núñez ordered jalapeño quesadillas.
Björn, Åsa, Søren and Łukasz moved to São Paulo.
Kindergarten, zeitgeist, doppelgänger, schadenfreude.
Cappuccino, espresso, macchiato, latte.
Tapas, paella, gazpacho, churros.
Smörgåsbord and fika explained.
Hygge? Lagom? Ikigai?
Rendezvous at the Champs-Élysées, s'il vous plaît!
Mañana, amigo.
Dolce & Gabbana, Louis Vuitton, Hermès, Zara.
Novak Djokovic beat Carlos Alcaraz in straight sets.
FC Bayern München won 3 to 1.
Real Madrid, Borussia Dortmund, Ajax Amsterdam, Inter Milan.
Ja Morant and Luka Dončić scored.
Om mani padme hum.
Hola! My name is Elena.
Ciao, bella! See you soon.
Danke schön, Otto.
Um, so, er, hmm.
Ha ha ha ha!
Ta-da!
Go, go, go!
Stop. Drop. Roll.
Eat. Sleep. Repeat.
Lights, camera, action!
Buy milk, eggs, bread.
Jest in time? Jest away!
Mind maps help students learn faster.
Small dogs bark.
Men die; men am I, am I?
An old war hat fell in gift wrap.
Also, man, was hat so big?
Me no see, no, no.
Dad had ham. Mum had jam.
On pain of death, comment.
Sun, sea, sand.
Come, son, or main chat ends.
Pan, red, once, mil, sin.
Hat rack, coat rack, shoe rack.
Dig deep, dig wide.
Ten dogs bark in den three.
Van drivers need van keys.
Ben met Dan, Tom met Meg.
Pro tip: dig till noon.
Hay bales dry fast.
Dove soap, Dove chocolate.
Volt, ampere, ohm, watt.
Care labels, care homes, care workers.
Ole, ole, ole!
Yo, yo, yo!
Sam I am. Ma, Pa, Sis.
Do re mi fa sol la ti do.
Alpha, beta, gamma, delta.
Lorem ipsum dolor sit amet.
Je suis Charlie.
Tu quoque, ad hominem, non sequitur.
Pax Romana, habeas corpus, quid pro quo.
Pas de deux, grand jeté, plié.
Crescendo, allegro ma non troppo, con brio.
Mezzo forte; poco a poco; da capo al fine.
Se7en, Amélie, Das Boot, Roma, Parasite.
Das Auto.
Vorsprung durch Technik.
La La Land wins six Oscars.
Feliz Navidad!
Mamma mia, here we go again.
Volare, oh oh, cantare.
Gracias, merci, danke: three ways of thanking.
Karaoke, tsunami, origami, emoji.
Nasi goreng, rendang, satay, gado-gado.
Doner kebab, baklava, ayran.
Goulash, pálinka, paprika.
Sauna, sisu, Nokia, Marimekko.
Pierogi, bigos, żurek.
Ahoj is how sailors greet in Prague.
iPhone 15 Pro Max, Galaxy S24 Ultra.
Call Anna, Otto, Hans, Jan, Piet.
Ne Yo, Sade, Beyoncé, Björk.
`
  .trim()
  .split('\n')

const ORDINARY = `
Welcome to our studio, where a single photograph becomes a speaking portrait.
We met on March 5, 2024 at 3:30 pm, and paid $5.50 for two coffees.
Once upon a time, in a small village near the mountains, there lived an old clockmaker.
Please hold the line; your call is important to us.
The early bird catches the worm.
Nobody knows why prices rose.
Click subscribe for weekly tips.
Order now, save later.
Quarterly revenue grew nine percent, led by cloud sales.
Rain is expected across northern Scotland tonight.
Fold in egg whites, then bake until golden.
Employees must wear badges at all times.
Grandma baked cookies.
Dogs bark, cats meow, cows moo.
Our new app helps teams plan better meetings.
Turn left at Main Street.
Scientists discovered water ice near Mars's south pole.
Wash hands. Wear masks. Keep distance.
Artificial intelligence changes how businesses operate.
Happy birthday, Sarah!
`
  .trim()
  .split('\n')

const FOREIGN: readonly (readonly [language: string, text: string])[] = [
  ['German', 'Alle Menschen sind frei und gleich an Würde und Rechten geboren.'],
  ['German', 'Hallo, ich bin Anna und heute zeige ich euch, wie das geht.'],
  [
    'German',
    'Unser neues Produkt ist ab sofort verfügbar. Bestellen Sie es noch heute auf unserer Webseite!',
  ],
  ['French', 'Tous les êtres humains naissent libres et égaux en dignité et en droits.'],
  ['French', "Bonjour, je m'appelle Claire et aujourd'hui nous allons découvrir Paris."],
  ['French', 'Votre commande est prête, vous pouvez venir la chercher dans notre magasin.'],
  [
    'Spanish',
    'Todos los seres humanos nacen libres e iguales en dignidad y derechos y, dotados como están de razón.',
  ],
  ['Spanish', 'Hola, me llamo Ana y hoy les voy a mostrar cómo funciona nuestra aplicación.'],
  ['Spanish', 'Gracias por su compra, esperamos que esté muy contento con el producto.'],
  ['Italian', 'Non lo so, forse è meglio che tu mi dica dove vuoi andare.'],
  ['Italian', 'Ciao, mi chiamo Giulia e oggi vi mostro come si fa la pizza.'],
  ['Italian', 'Questo è il nuovo modello, molto più veloce e con una batteria che dura tutto il giorno.'],
  [
    'Portuguese',
    'Todos os seres humanos nascem livres e iguais em dignidade. Eles não devem agir uns contra os outros.',
  ],
  ['Portuguese', 'Olá, eu sou a Maria e hoje vou mostrar para vocês uma receita muito fácil.'],
  ['Portuguese', 'Não perca essa oferta, você tem mais uma semana para comprar.'],
  ['Dutch', 'Hallo, ik ben Anna en vandaag laat ik zien hoe het werkt.'],
  ['Dutch', 'Het weer wordt morgen goed, maar er is ook kans op een bui.'],
  ['Dutch', 'Dit is niet wat wij voor onze klanten willen, zo kan het niet langer.'],
  ['Polish', 'Dzień dobry, jestem Anna i dziś pokażę wam, jak to działa.'],
  ['Polish', 'Nie wiem, czy to jest dobry pomysł, ale może się uda.'],
  ['Swedish', 'Hej, jag heter Anna och i dag ska vi prata om vad som är nytt.'],
  ['Danish', 'Hej, jeg hedder Anna, og i dag skal vi tale om, hvad der er nyt på siden.'],
  ['Norwegian', 'Hei, jeg heter Anna, og i dag skal vi snakke om hva som er nytt. Det er ikke mye.'],
  ['Turkish', 'Merhaba, ben Ayşe ve bugün size çok güzel bir haber vermek için buradayım.'],
  ['Indonesian', 'Selamat pagi, saya Ayu dan hari ini kita akan belajar memasak untuk keluarga.'],
  ['Czech', 'Dobrý den, jmenuji se Anna a dnes vám ukážu, jak to funguje, když není čas.'],
  ['Romanian', 'Bună ziua, eu sunt Ana și astăzi vorbim despre cum este viața la țară.'],
  ['Hungarian', 'Jó napot, Anna vagyok, és ma arról beszélek, hogy miért nem működik ez.'],
  ['Finnish', 'Hei, minä olen Anna ja tänään kerron, mitä on tapahtunut. Se ei ole niin vaikeaa.'],
  ['Vietnamese', 'Xin chào, tôi là Lan và đây là một ngày rất đẹp của chúng tôi.'],
]

describe('foreignLanguage', () => {
  const english = [
    ...LOOKS_FOREIGN,
    ...ORDINARY,
    ...ADDRESSES.map(([text]) => text),
    ...Object.values(HOMOGRAPHS).flatMap((sounds) => Object.values(sounds).flat()),
  ]

  it('never takes English for another language', () => {
    expect(english.length).toBeGreaterThan(220)
    expect(english.map((text) => [text, foreignLanguage(text)]).filter(([, language]) => language)).toEqual(
      [],
    )
  })

  it.each(FOREIGN)('knows %s: %s', (language, text) => {
    expect(foreignLanguage(text)).toBe(language)
  })

  it('takes a text that is half English for English', () => {
    for (const [, text] of FOREIGN) {
      expect(foreignLanguage(`${text} And that is what they said when we asked them about it.`)).toBeNull()
    }
  })
})
