/**
 * Words spelled alike and said otherwise: word → its sound → sentences that ask for that sound. A sentence with the
 * word in two readings has both sounds, in order.
 */
export const HOMOGRAPHS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  read: {
    ɹˈid: [
      'Can you read that sign?',
      "It's a good read.",
      'I like to sit and read.',
      'Let me read you something.',
      'Kids who read do better in school.',
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
      'The headline read: Man Bites Dog.',
      'Yesterday we read three chapters.',
      'The book was read by millions.',
      'He had never read a novel before.',
      'She read us a story last night.',
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
      'Whales live in the ocean.',
      'Live your life.',
      'Only three of them live in the city.',
      'How long did they live?',
      'They still live there.',
      'They live in Rome.',
      'We want to live here.',
      'Where do you live?',
      'You only live once.',
      'People live longer now.',
      'I live alone.',
      'Her parents live near the sea.',
    ],
    lˈIv: [
      'The site went live today.',
      "Live from New York, it's Saturday night.",
      'The band recorded a live album.',
      'Reporting live from the White House.',
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
    lˈɪvz: [
      'He lives and works in Berlin.',
      'She lives in Paris.',
      'My brother lives next door.',
      'He lives for his work.',
    ],
    lˈIvz: [
      'Their lives depend on it.',
      'Thousands of lives were lost.',
      'Seat belts save lives.',
      'It changed our lives.',
      'The cat has nine lives.',
      'Black lives matter.',
    ],
  },
  record: {
    ɹəkˈɔɹd: [
      'Cameras record every move.',
      'You may record this meeting.',
      'She will record a song.',
      'Did you record the call?',
      'We record every lesson.',
      'Press the button to record.',
    ],
    ɹˈɛkəɹd: [
      'He set a new world record.',
      'Stocks closed at a record high.',
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
      'He plays the lead role.',
      'This could lead to war.',
      'The Bulls have a big lead.',
      'He can lead us home.',
      'She took the lead.',
      'Who will lead the team?',
      'The lead singer was ill.',
      'All roads lead to Rome.',
      'They lead by two points.',
    ],
    lˈɛd: [
      'My pencil lead broke.',
      'The levels of lead in the water were high.',
      'Lead poisoning is dangerous.',
      'The lead pipe broke.',
      'It is made of lead.',
      'The water contained lead and copper.',
      'Children had eaten lead paint.',
      'The box was as heavy as lead.',
    ],
  },
  wind: {
    wˈɪnd: [
      'The farm uses wind and solar power.',
      'High wind warnings are in effect.',
      'The wind is strong.',
      'A cold wind blew from the north.',
      'The wind picked up at night.',
      'Wind power is cheap.',
      'The sails caught the wind.',
    ],
    wˈInd: [
      'You could wind up in jail.',
      'Please wind the clock.',
      'I have to wind my watch.',
      'The roads wind through the hills.',
      'It is time to wind down.',
      'They will wind up in court.',
    ],
  },
  wound: {
    wˈWnd: [
      'The river wound through the valley.',
      'The party wound down at midnight.',
      'He wound the rope around it.',
      'She wound up the toy.',
      'We wound up in Boston.',
    ],
    wˈund: [
      'He died of a gunshot wound.',
      'The wound healed.',
      'The nurse cleaned the wound.',
      'It was only a flesh wound.',
      'Words can wound.',
    ],
    'wˈWnd wˈund': ['The bandage was wound around the wound.'],
  },
  tear: {
    tˈɪɹ: [
      'There was a tear in his eye.',
      'Officers fired tear gas.',
      'A tear ran down her cheek.',
      'He wiped away a tear.',
      'The police used tear gas.',
    ],
    tˈɛɹ: [
      'You will tear your shirt.',
      'Protesters tried to tear down the fence.',
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
      'Can you close the window?',
      'Officials may close the bridge.',
      'We close at nine.',
      'Stocks close higher.',
      'Close the door.',
      'The shops close at six.',
      'Please close your eyes.',
      'We hope to close the deal.',
      'The year drew to a close.',
      'They will close the school.',
    ],
    klˈOs: [
      'They came close to winning.',
      'Keep your enemies close.',
      'Sources close to the president said so.',
      'It was a close game.',
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
      'Drug use is up.',
      'It is in use.',
      'The use of drones is growing.',
      'Make use of it.',
      'It is no use.',
      "What's the use?",
      'The use of force was illegal.',
      'For external use only.',
    ],
    jˈuz: [
      'They use too much water.',
      'Many people use it.',
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
    jˈust: ['It used to be a bank.', 'I used to swim.', 'She is used to the noise.', 'You get used to it.'],
    jˈuzd: [
      'Police used tear gas.',
      'I used a hammer.',
      'A used car is cheaper.',
      'It was used by the army.',
    ],
  },
  house: {
    hˈWs: [
      'The House passed the bill.',
      'The house is big.',
      'They bought a house.',
      'Our house burned down.',
    ],
    hˈWz: [
      'The shelter can house 200 people.',
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
      'The archer raised his bow.',
      'She put a bow on the gift.',
      'He drew his bow and arrow.',
      'She tied a red bow in her hair.',
      'The violin bow broke.',
      'Hunters used a bow.',
      'He wore a bow tie.',
    ],
    bˈW: [
      'He stood at the bow of the boat.',
      'The cast came out to bow.',
      'They bow to the king.',
      'The actors took a bow.',
      'He made a deep bow.',
      'Waves broke over the bow of the ship.',
      'You must bow before the queen.',
    ],
  },
  bass: {
    bˈAs: [
      'He sings bass in the choir.',
      'The bass line is great.',
      'He plays bass guitar.',
      'She plays the bass.',
      'Turn up the bass.',
      'His voice is a deep bass.',
      'The bass player left the band.',
    ],
    bˈæs: [
      'He caught a five pound bass.',
      'We caught a bass in the lake.',
      'He went bass fishing.',
      'They served grilled sea bass.',
    ],
  },
  dove: {
    dˈʌv: ['They released a dove.', 'A white dove flew away.', 'The dove is a symbol of peace.'],
    dˈOv: [
      'He dove for the ball.',
      'Prices dove sharply.',
      'He dove into the pool.',
      'She dove under the table.',
      'The whale dove deep.',
    ],
  },
  minute: {
    mˈɪnət: [
      'They scored in the last minute.',
      'A minute later, it was over.',
      'Wait a minute.',
      'It takes a minute.',
      'Every minute counts.',
      'The last minute was the best.',
    ],
    mInˈut: [
      'Even minute amounts can kill.',
      'They found minute traces of blood.',
      'He described it in minute detail.',
      'The differences are minute.',
    ],
  },
  present: {
    pɹˈɛzᵊnt: [
      'The danger is present everywhere.',
      'At present, we do not know.',
      'Here is your present.',
      'All members were present.',
      'The present situation is bad.',
      'She opened the birthday present.',
      'Live in the present.',
    ],
    pɹizˈɛnt: [
      'Doctors present their findings today.',
      'He will present his plan.',
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
    ˈɑbʤəkt: [
      'It was an unidentified object.',
      'A strange object fell.',
      'The object of the game is simple.',
      'Money is no object.',
    ],
    əbʤˈɛkt: [
      'Lawyers may object to the ruling.',
      'I object to this.',
      'Nobody will object.',
      'They object that it is too expensive.',
      'Do you object?',
    ],
  },
  content: {
    kəntˈɛnt: [
      'He seems content with second place.',
      'I am content with it.',
      'She felt content.',
      'He was content to wait.',
    ],
    kˈɑntɛnt: [
      'Users create content every day.',
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
    dˈɛzəɹt: [
      'The Sahara desert is growing.',
      'The desert is dry.',
      'They crossed the desert.',
      'A desert island lay ahead.',
    ],
    dəzˈɜɹt: [
      'He did not desert his post.',
      'He would never desert his friends.',
      'Soldiers desert in wartime.',
      "Don't desert me now.",
    ],
  },
  refuse: {
    ɹəfjˈuz: [
      'Many refuse to leave.',
      'I refuse to answer.',
      'How could you refuse?',
      'They refuse all visitors.',
    ],
    ɹˈɛfjˌus: [
      'Trucks collect refuse daily.',
      'The refuse was collected on Monday.',
      'A pile of refuse lay in the street.',
      'Refuse collection is late.',
    ],
  },
  project: {
    pɹˈɑʤˌɛkt: [
      'The project will cost millions.',
      'The project is late.',
      'We started a new project.',
      'Her science project won.',
    ],
    pɹəʤˈɛkt: [
      'Analysts project growth of two percent.',
      'We project a profit.',
      'An actor must project his voice.',
      'They project the film onto a wall.',
    ],
  },
  produce: {
    pɹədˈus: [
      'The plant will produce batteries.',
      'They produce cars.',
      'We must produce more.',
      'These cows produce milk.',
    ],
    pɹˈOdˌus: [
      'Wash all produce before eating.',
      'We buy fresh produce.',
      'The produce section is over there.',
      'Local produce tastes better.',
    ],
  },
  permit: {
    pəɹmˈɪt: [
      'State law does not permit it.',
      'The rules do not permit it.',
      'We cannot permit smoking.',
      'Permit me to explain.',
    ],
    pˈɜɹmɪt: [
      'He was denied a permit.',
      'You need a permit.',
      'His work permit expired.',
      'A building permit is required.',
    ],
  },
  conduct: {
    kəndˈʌkt: [
      'Police will conduct a search.',
      'She will conduct the orchestra.',
      'Metals conduct heat.',
      'They conduct interviews.',
    ],
    kˈɑndˌʌkt: [
      'He was charged with disorderly conduct.',
      'His conduct was poor.',
      'Read the code of conduct.',
      'She was fined for bad conduct.',
    ],
  },
  contract: {
    kəntɹˈækt: [
      'The economy could contract this year.',
      'They contract the work out.',
      'Metals contract when they cool.',
      'You can contract the disease from ticks.',
    ],
    kˈɑntɹˌækt: [
      'He signed a contract.',
      'Sign the contract.',
      'The contract is void.',
      'A two-year contract was offered.',
    ],
  },
  separate: {
    sˈɛpəɹˌAt: [
      'It is hard to separate fact from fiction.',
      'We need to separate them.',
      'Separate the eggs first.',
    ],
    sˈɛpəɹət: ['Two separate attacks took place.', 'A separate room.', 'They sleep in separate beds.'],
  },
  resume: {
    ɹˈɛzəmˌA: ['Update your resume today.', 'Send me your resume.', 'Her resume is impressive.'],
    ɹəzˈum: ['Flights resume on Monday.', 'We resume at noon.', 'The talks will resume tomorrow.'],
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
    ˈɪnkɹˌis: [
      'There was an increase in crime.',
      'An increase in prices was announced.',
      'We saw a large increase.',
    ],
    ɪnkɹˈis: ['Rents increase every year.', 'Prices will increase.', 'They want to increase taxes.'],
  },
  rebel: {
    ɹˈɛbᵊl: ['Rebel forces took the town.', 'He is a rebel.', 'The rebel army lost.'],
    ɹəbˈɛl: ['Teenagers often rebel.', 'They will rebel against the king.'],
  },
  protest: {
    pɹˈOtˌɛst: ['The protest turned violent.', 'The protest was peaceful.', 'Thousands joined a protest.'],
    pɹətˈɛst: [
      'Workers protest against the cuts.',
      'They will protest tomorrow.',
      'Students plan to protest the cuts.',
    ],
  },
  subject: {
    sˈʌbʤɛkt: ['He is the subject of a probe.', 'Change the subject.', 'Prices are subject to change.'],
    səbʤˈɛkt: ['They will subject him to tests.'],
  },
  suspect: {
    sˈʌspˌɛkt: ['One suspect is in custody.', 'The suspect fled.', 'Police arrested a suspect.'],
    səspˈɛkt: ['Police suspect foul play.', 'I suspect he knows.', 'Doctors suspect cancer.'],
  },
  conflict: {
    kˈɑnflˌɪkt: [
      'The conflict in the region goes on.',
      'The conflict lasted years.',
      'Avoid a conflict of interest.',
    ],
    kənflˈɪkt: ['Their stories conflict.', 'The two laws conflict with each other.'],
  },
  convict: {
    kˈɑnvˌɪkt: ['The convict escaped.'],
    kənvˈɪkt: ['Prosecutors hope to convict her.', 'The jury will convict him.'],
  },
  insult: {
    ˈɪnsˌʌlt: ['That was an insult.'],
    ɪnsˈʌlt: ['They insult each other.', 'Do not insult her.'],
  },
  import: {
    ɪmpˈɔɹt: ['Countries import grain.', 'We import coffee.', 'You can import your contacts.'],
    ˈɪmpˌɔɹt: ['The import of arms is banned.'],
  },
  extract: {
    ɪkstɹˈækt: ['They extract oil.', 'The dentist had to extract a tooth.'],
    ˈɛkstɹˌækt: ['Add vanilla extract.'],
  },
  refund: {
    ɹˈifˌʌnd: ['Customers will get a refund.', 'I want a refund.', 'The refund took weeks.'],
    ɹəfˈʌnd: ['We will refund your money.'],
  },
  estimate: {
    ˈɛstəmət: ['The estimate was wrong.', 'That is a rough estimate.', 'Get a free estimate.'],
    ˈɛstəmˌAt: ['Officials estimate that ten died.', 'We estimate the cost.', 'It is hard to estimate.'],
  },
  graduate: {
    ɡɹˈæʤəwət: ['He is a graduate student.', 'She is a graduate of Yale.'],
    ɡɹˈæʤʊˌAt: ['Students who graduate earn more.', 'She will graduate in May.'],
  },
  alternate: {
    ˈɔltəɹnət: ['Take an alternate route.'],
    ˈɔltəɹnˌAt: ['We alternate between the two.'],
  },
  deliberate: {
    dəlˈɪbəɹət: ['It was no accident but deliberate.', 'It was a deliberate lie.'],
    dəlˈɪbəɹˌAt: ['The jury will deliberate today.'],
  },
  elaborate: {
    əlˈæbəɹət: ['An elaborate plan.'],
    əlˈæbəɹˌAt: ['Could you elaborate?'],
  },
  moderate: {
    mˈɑdəɹət: ['He is a moderate Republican.', 'A moderate wind blew.'],
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
    ɪkskjˈus: ['There is no excuse for this.', 'That is no excuse.', 'He made up an excuse.'],
    ɪkskjˈuz: ['Please excuse me.', 'Excuse the mess.'],
  },
  abuse: {
    əbjˈus: ['He denied the abuse claims.', 'Drug abuse is rising.', 'The abuse must stop.'],
    əbjˈuz: ['Some abuse the system.', 'Do not abuse your power.'],
  },
  row: {
    ɹˈO: ['Sit in the front row.', 'Row the boat.', 'They won three times in a row.'],
  },
  sow: {
    sˈO: ['They sow fear and doubt.', 'You reap what you sow.', 'Farmers sow in spring.'],
    sˈW: ['The sow had ten piglets.'],
  },
  does: {
    dˈʌz: ['Does he know?', 'She does it well.', 'What does it mean?'],
    dˈOz: ['Two does and a stag crossed the road.'],
  },
  polish: {
    pˈɑlɪʃ: ['He used shoe polish.', 'Polish the silver.', 'She wore nail polish.'],
    pˈOlɪʃ: ['Polish troops crossed the border.', 'She speaks Polish.', 'The Polish government agreed.'],
  },
  attribute: {
    ˈætɹəbjˌut: ['Patience is a useful attribute.'],
    ətɹˈɪbjˌut: ['Experts attribute the rise to heat.', 'They attribute it to luck.'],
  },
  console: {
    kˈɑnsˌOl: ['He bought a game console.'],
    kənsˈOl: ['Friends tried to console the family.', 'She tried to console him.'],
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
