/**
 * Words spelled alike and said otherwise: word → its sound → sentences that ask for that sound. A sentence with the
 * word in two readings has both sounds, in order.
 */
export const HOMOGRAPHS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  read: {
    ɹˈid: [
      'I will read it tomorrow.',
      'Did you read it?',
      'I read a book every day.',
      'They often read aloud.',
      'Please read the fine print.',
      'You should read more.',
      'Read the next page.',
      'She taught him to read and write.',
      "I can't read your handwriting.",
      'We read the news each morning.',
    ],
    ɹˈɛd: [
      'I read the book yesterday.',
      'She has read it twice.',
      'Have you read it?',
      'Last night I read your letter.',
      'He read the letter and cried.',
      "I've read every word.",
      'The sign read Keep Out.',
      'When the will was read, nobody spoke.',
      'She read the verdict in silence.',
      'It is the most widely read paper in town.',
    ],
    'ɹˈɛd ɹˈid': ['I read it last week, and you should read it too.'],
  },
  live: {
    lˈɪv: [
      'They live in Rome.',
      'We want to live here.',
      'Where do you live?',
      'You only live once.',
      'People live longer now.',
      'I live alone.',
      'Her parents live near the sea.',
    ],
    lˈIv: [
      'The show is live.',
      'Live music plays tonight.',
      'We are going live in five minutes.',
      'A live audience laughed.',
      'Never touch a live wire.',
      'The game was broadcast live.',
      'Watch it live on our channel.',
    ],
    'lˈɪv lˈIv': ['We live for live music.'],
  },
  lives: {
    lˈɪvz: ['She lives in Paris.', 'My brother lives next door.', 'He lives for his work.'],
    lˈIvz: [
      'Seat belts save lives.',
      'It changed our lives.',
      'The cat has nine lives.',
      'Black lives matter.',
    ],
  },
  record: {
    ɹəkˈɔɹd: [
      'She will record a song.',
      'Did you record the call?',
      'We record every lesson.',
      'Press the button to record.',
    ],
    ɹˈɛkəɹd: [
      'He broke the record.',
      'A record crowd came.',
      'For the record, I disagree.',
      'She has a criminal record.',
    ],
    'ɹəkˈɔɹd ɹˈɛkəɹd': ['They want to record a new record.'],
  },
  records: {
    ɹəkˈɔɹdz: ['The camera records everything.', 'She records in a small studio.'],
    ɹˈɛkəɹdz: ['He sells old records.', 'Medical records are private.'],
  },
  lead: {
    lˈid: [
      'He can lead us home.',
      'She took the lead.',
      'Who will lead the team?',
      'The lead singer was ill.',
      'All roads lead to Rome.',
      'They lead by two points.',
    ],
    lˈɛd: [
      'The lead pipe broke.',
      'It is made of lead.',
      'The water contained lead and copper.',
      'Children had eaten lead paint.',
      'The box was as heavy as lead.',
    ],
  },
  wind: {
    wˈɪnd: [
      'The wind is strong.',
      'A cold wind blew from the north.',
      'The wind picked up at night.',
      'Wind power is cheap.',
      'The sails caught the wind.',
    ],
    wˈInd: [
      'Please wind the clock.',
      'I have to wind my watch.',
      'The roads wind through the hills.',
      'It is time to wind down.',
      'They will wind up in court.',
    ],
  },
  wound: {
    wˈWnd: ['He wound the rope around it.', 'She wound up the toy.', 'We wound up in Boston.'],
    wˈund: [
      'The wound healed.',
      'The nurse cleaned the wound.',
      'It was only a flesh wound.',
      'Words can wound.',
    ],
    'wˈWnd wˈund': ['The bandage was wound around the wound.'],
  },
  tear: {
    tˈɪɹ: ['A tear ran down her cheek.', 'He wiped away a tear.', 'The police used tear gas.'],
    tˈɛɹ: [
      'Do not tear it up.',
      'They will tear down the wall.',
      'He has a muscle tear.',
      'Normal wear and tear is not covered.',
      'Be careful not to tear the paper.',
      'There is a tear in my jacket.',
    ],
  },
  tears: {
    tˈɪɹz: ['She burst into tears.', 'Tears ran down his face.', 'He was moved to tears.'],
    tˈɛɹz: ['Cheap paper tears easily.', 'She tears open the letter.'],
  },
  close: {
    klˈOz: [
      'Close the door.',
      'The shops close at six.',
      'Please close your eyes.',
      'We hope to close the deal.',
      'The year drew to a close.',
      'They will close the school.',
    ],
    klˈOs: [
      'We are close to home.',
      'That was a close call.',
      'They are close friends.',
      'Stay close.',
      'Look at it up close.',
      'The race was very close.',
      'He stood close behind her.',
      'Come a little closer, but not too close.',
    ],
    'klˈOz klˈOs': ['Close the window that is close to you.'],
  },
  use: {
    jˈus: [
      'Make use of it.',
      'It is no use.',
      "What's the use?",
      'The use of force was illegal.',
      'For external use only.',
    ],
    jˈuz: [
      'You can use it.',
      'Use the other door.',
      'We use three colors.',
      'May I use your phone?',
      'How do you use this?',
    ],
    'jˈuz jˈus': ['Use it while it is of use.'],
  },
  uses: {
    jˈusᵻz: ['The tool has many uses.', 'Salt has several uses.'],
    jˈuzᵻz: ['She uses it daily.', 'The engine uses less fuel.'],
  },
  used: {
    jˈust: ['I used to swim.', 'She is used to the noise.', 'You get used to it.'],
    jˈuzd: ['I used a hammer.', 'A used car is cheaper.', 'It was used by the army.'],
  },
  house: {
    hˈWs: ['The house is big.', 'They bought a house.', 'Our house burned down.'],
    hˈWz: [
      'The barn can house forty cows.',
      'They had to house the refugees.',
      'The new wing will house the library.',
    ],
  },
  houses: {
    hˈWzᵻz: ['The museum houses many paintings.', 'These houses are old.'],
  },
  bow: {
    bˈO: [
      'He drew his bow and arrow.',
      'She tied a red bow in her hair.',
      'The violin bow broke.',
      'Hunters used a bow.',
      'He wore a bow tie.',
    ],
    bˈW: [
      'They bow to the king.',
      'The actors took a bow.',
      'He made a deep bow.',
      'Waves broke over the bow of the ship.',
      'You must bow before the queen.',
    ],
  },
  bass: {
    bˈAs: [
      'He plays bass guitar.',
      'She plays the bass.',
      'Turn up the bass.',
      'His voice is a deep bass.',
      'The bass player left the band.',
    ],
    bˈæs: ['We caught a bass in the lake.', 'He went bass fishing.', 'They served grilled sea bass.'],
  },
  dove: {
    dˈʌv: ['A white dove flew away.', 'The dove is a symbol of peace.'],
    dˈOv: ['He dove into the pool.', 'She dove under the table.', 'The whale dove deep.'],
  },
  minute: {
    mˈɪnət: ['Wait a minute.', 'It takes a minute.', 'Every minute counts.', 'The last minute was the best.'],
    mInˈut: [
      'They found minute traces of blood.',
      'He described it in minute detail.',
      'The differences are minute.',
    ],
  },
  present: {
    pɹˈɛzᵊnt: [
      'Here is your present.',
      'All members were present.',
      'The present situation is bad.',
      'She opened the birthday present.',
      'Live in the present.',
    ],
    pɹizˈɛnt: [
      'They present the award.',
      'I would like to present our results.',
      'Let me present my wife.',
      'We will present the plan on Monday.',
    ],
    'pɹizˈɛnt pɹˈɛzᵊnt': ['We will present her with a present.'],
  },
  presents: {
    pɹˈɛzᵊnts: ['The children opened their presents.', 'He brought presents for everyone.'],
    pɹizˈɛnts: ['She presents the evening news.', 'This presents a problem.'],
  },
  object: {
    ˈɑbʤəkt: ['A strange object fell.', 'The object of the game is simple.', 'Money is no object.'],
    əbʤˈɛkt: [
      'I object to this.',
      'Nobody will object.',
      'They object that it is too expensive.',
      'Do you object?',
    ],
  },
  content: {
    kəntˈɛnt: ['I am content with it.', 'She felt content.', 'He was content to wait.'],
    kˈɑntɛnt: [
      'The content is good.',
      'We make video content.',
      'The fat content is high.',
      'Content is king.',
    ],
  },
  contents: {
    kˈɑntɛnts: ['See the table of contents.', 'He emptied the contents of the bag.'],
  },
  desert: {
    dˈɛzəɹt: ['The desert is dry.', 'They crossed the desert.', 'A desert island lay ahead.'],
    dəzˈɜɹt: ['He would never desert his friends.', 'Soldiers desert in wartime.', "Don't desert me now."],
  },
  refuse: {
    ɹəfjˈuz: ['I refuse to answer.', 'How could you refuse?', 'They refuse all visitors.'],
    ɹˈɛfjˌus: [
      'The refuse was collected on Monday.',
      'A pile of refuse lay in the street.',
      'Refuse collection is late.',
    ],
  },
  project: {
    pɹˈɑʤˌɛkt: ['The project is late.', 'We started a new project.', 'Her science project won.'],
    pɹəʤˈɛkt: [
      'We project a profit.',
      'An actor must project his voice.',
      'They project the film onto a wall.',
    ],
  },
  produce: {
    pɹədˈus: ['They produce cars.', 'We must produce more.', 'These cows produce milk.'],
    pɹˈOdˌus: ['We buy fresh produce.', 'The produce section is over there.', 'Local produce tastes better.'],
  },
  permit: {
    pəɹmˈɪt: ['The rules do not permit it.', 'We cannot permit smoking.', 'Permit me to explain.'],
    pˈɜɹmɪt: ['You need a permit.', 'His work permit expired.', 'A building permit is required.'],
  },
  conduct: {
    kəndˈʌkt: ['She will conduct the orchestra.', 'Metals conduct heat.', 'They conduct interviews.'],
    kˈɑndˌʌkt: ['His conduct was poor.', 'Read the code of conduct.', 'She was fined for bad conduct.'],
  },
  contract: {
    kəntɹˈækt: [
      'They contract the work out.',
      'Metals contract when they cool.',
      'You can contract the disease from ticks.',
    ],
    kˈɑntɹˌækt: ['Sign the contract.', 'The contract is void.', 'A two-year contract was offered.'],
  },
  separate: {
    sˈɛpəɹˌAt: ['We need to separate them.', 'Separate the eggs first.'],
    sˈɛpəɹət: ['A separate room.', 'They sleep in separate beds.'],
  },
  resume: {
    ɹˈɛzəmˌA: ['Send me your resume.', 'Her resume is impressive.'],
    ɹəzˈum: ['We resume at noon.', 'The talks will resume tomorrow.'],
  },
  perfect: {
    pˈɜɹfəkt: ['A perfect day.', 'Nobody is perfect.'],
    pəɹfˈɛkt: ['He wants to perfect his technique.', 'It took years to perfect the recipe.'],
  },
  progress: {
    pɹˈɑɡɹəs: ['We made progress.', 'Work in progress.'],
    pɹəɡɹˈɛs: ['The work will progress slowly.'],
  },
  increase: {
    ˈɪnkɹˌis: ['An increase in prices was announced.', 'We saw a large increase.'],
    ɪnkɹˈis: ['Prices will increase.', 'They want to increase taxes.'],
  },
  rebel: {
    ɹˈɛbᵊl: ['He is a rebel.', 'The rebel army lost.'],
    ɹəbˈɛl: ['Teenagers often rebel.', 'They will rebel against the king.'],
  },
  protest: {
    pɹˈOtˌɛst: ['The protest was peaceful.', 'Thousands joined a protest.'],
    pɹətˈɛst: ['They will protest tomorrow.', 'Students plan to protest the cuts.'],
  },
  subject: {
    sˈʌbʤɛkt: ['Change the subject.', 'Prices are subject to change.'],
    səbʤˈɛkt: ['They will subject him to tests.'],
  },
  suspect: {
    sˈʌspˌɛkt: ['The suspect fled.', 'Police arrested a suspect.'],
    səspˈɛkt: ['I suspect he knows.', 'Doctors suspect cancer.'],
  },
  conflict: {
    kˈɑnflˌɪkt: ['The conflict lasted years.', 'Avoid a conflict of interest.'],
    kənflˈɪkt: ['Their stories conflict.', 'The two laws conflict with each other.'],
  },
  convict: {
    kˈɑnvˌɪkt: ['The convict escaped.'],
    kənvˈɪkt: ['The jury will convict him.'],
  },
  insult: {
    ˈɪnsˌʌlt: ['That was an insult.'],
    ɪnsˈʌlt: ['Do not insult her.'],
  },
  import: {
    ɪmpˈɔɹt: ['We import coffee.', 'You can import your contacts.'],
    ˈɪmpˌɔɹt: ['The import of arms is banned.'],
  },
  extract: {
    ɪkstɹˈækt: ['They extract oil.', 'The dentist had to extract a tooth.'],
    ˈɛkstɹˌækt: ['Add vanilla extract.'],
  },
  refund: {
    ɹˈifˌʌnd: ['I want a refund.', 'The refund took weeks.'],
    ɹəfˈʌnd: ['We will refund your money.'],
  },
  estimate: {
    ˈɛstəmət: ['That is a rough estimate.', 'Get a free estimate.'],
    ˈɛstəmˌAt: ['We estimate the cost.', 'It is hard to estimate.'],
  },
  graduate: {
    ɡɹˈæʤəwət: ['He is a graduate student.', 'She is a graduate of Yale.'],
    ɡɹˈæʤʊˌAt: ['She will graduate in May.'],
  },
  alternate: {
    ˈɔltəɹnət: ['Take an alternate route.'],
    ˈɔltəɹnˌAt: ['We alternate between the two.'],
  },
  deliberate: {
    dəlˈɪbəɹət: ['It was a deliberate lie.'],
    dəlˈɪbəɹˌAt: ['The jury will deliberate today.'],
  },
  elaborate: {
    əlˈæbəɹət: ['An elaborate plan.'],
    əlˈæbəɹˌAt: ['Could you elaborate?'],
  },
  moderate: {
    mˈɑdəɹət: ['A moderate wind blew.'],
    mˈɑdəɹˌAt: ['She will moderate the debate.'],
  },
  advocate: {
    ˈædvəkət: ['She is an advocate for peace.'],
    ˈædvəkˌAt: ['We advocate a ban.'],
  },
  appropriate: {
    əpɹˈOpɹiət: ['That is not appropriate.'],
    əpɹˈOpɹiˌAt: ['Congress will appropriate the money.'],
  },
  excuse: {
    ɪkskjˈus: ['That is no excuse.', 'He made up an excuse.'],
    ɪkskjˈuz: ['Please excuse me.', 'Excuse the mess.'],
  },
  abuse: {
    əbjˈus: ['Drug abuse is rising.', 'The abuse must stop.'],
    əbjˈuz: ['Do not abuse your power.'],
  },
  row: {
    ɹˈO: ['Sit in the front row.', 'Row the boat.', 'They won three times in a row.'],
  },
  sow: {
    sˈO: ['You reap what you sow.', 'Farmers sow in spring.'],
    sˈW: ['The sow had ten piglets.'],
  },
  does: {
    dˈʌz: ['She does it well.', 'What does it mean?'],
    dˈOz: ['Two does and a stag crossed the road.'],
  },
  polish: {
    pˈɑlɪʃ: ['Polish the silver.', 'She wore nail polish.'],
    pˈOlɪʃ: ['She speaks Polish.', 'The Polish government agreed.'],
  },
  attribute: {
    ˈætɹəbjˌut: ['Patience is a useful attribute.'],
    ətɹˈɪbjˌut: ['They attribute it to luck.'],
  },
  console: {
    kˈɑnsˌOl: ['He bought a game console.'],
    kənsˈOl: ['She tried to console him.'],
  },
  invalid: {
    ɪnvˈælɪd: ['The ticket is invalid.', 'You entered an invalid code.'],
  },
  number: {
    nˈʌmbəɹ: ['Pick a number.', 'My phone number changed.'],
  },
  learned: {
    lˈɜɹnd: ['I learned a lot.', 'We learned from it.'],
    lˈɜɹnɪd: ['He was a learned man.'],
  },
  blessed: {
    blˈɛst: ['The priest blessed them.'],
    blˈɛsɪd: ['The Blessed Virgin smiled.'],
  },
  aged: {
    ˈAʤd: ['A man aged forty was arrested.', 'He aged quickly.'],
    ˈAʤɪd: ['She cares for her aged parents.'],
  },
  document: {
    dˈɑkjəmənt: ['Sign this document.'],
    dˈɑkjəmˌɛnt: ['We document every step.'],
  },
  intimate: {
    ˈɪntəmət: ['An intimate dinner.'],
  },
  mouth: {
    mˈWθ: ['Open your mouth.'],
  },
  axes: {
    ˈæksᵻz: ['They carried axes and saws.'],
    ˈæksˌiz: ['Label both axes of the graph.'],
  },
  bases: {
    bˈAsᵻz: ['The bases were loaded.', 'They closed two military bases.'],
  },
}
