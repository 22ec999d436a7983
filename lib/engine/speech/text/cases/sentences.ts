import type { Case } from './case'

/** Whole sentences in which much comes together. */
export const SENTENCES: readonly Case[] = [
  ['The 737 Max 9 was grounded Jan. 6.', 'The seven thirty-seven Max nine was grounded January sixth.'],
  ['Text HELLO to 741741.', 'Text HELLO to seven four one seven four one.'],
  ['An area of 3.5 sq. mi. burned.', 'An area of three point five square miles burned.'],
  [
    'King Charles III visited the U.S. in 2024.',
    'King Charles the third visited the ^US in twenty twenty-four.',
  ],
  [
    'The suspect, 34, was arrested at 2:15 a.m. Saturday.',
    'The suspect, thirty-four, was arrested at two fifteen ^AM Saturday.',
  ],
  [
    "The company's $1.2B deal closed at 4:00 p.m. ET on Friday.",
    "The company's one point two billion dollar deal closed at four ^PM ET on Friday.",
  ],
  ['Call 1-800-FLOWERS today.', 'Call one, eight hundred, FLOWERS today.'],
  [
    "NASA's $10-billion telescope launched Dec. 25, 2021.",
    "NASA's ten billion dollar telescope launched December twenty-fifth, twenty twenty-one.",
  ],
  ['The $20 million deal is off.', 'The twenty million dollar deal is off.'],
  ['The $5 was mine.', 'The five dollars was mine.'],
  [
    'Add 1/2 tsp. salt and 2 1/2 cups of flour.',
    'Add one half teaspoon salt and two and a half cups of flour.',
  ],
  ['It is 3/4 mi. from here.', 'It is three quarters of a mile from here.'],
  [
    'Save 20% with code SAVE20 until 12/31.',
    'Save twenty percent with code SAVE twenty until December thirty-first.',
  ],
  ['After 9/11, all changed.', 'After nine eleven, all changed.'],
  ['Room 204B is on the 2nd floor.', 'Room two oh four ^B is on the second floor.'],
  [
    'From 2019-2021, revenue doubled (2x).',
    'From twenty nineteen to twenty twenty-one, revenue doubled (two times).',
  ],
  ['He scored 30 pts and 10 rebounds.', 'He scored thirty points and ten rebounds.'],
  ['It costs $7.50 per lb. at most.', 'It costs seven dollars and fifty cents per pound at most.'],
  [
    'They live at 1600 Pennsylvania Ave. NW, Washington, DC 20500.',
    'They live at sixteen hundred Pennsylvania Avenue northwest, Washington, DC two oh five oh oh.',
  ],
  ['Take I-80 W to exit 23A.', 'Take I-eighty West to exit twenty-three ^A.'],
  ['What is 7 x 8?', 'What is seven times eight?'],
  ['Mr. & Mrs. Smith', 'Mister and Missus Smith'],
  ['@NASA_Mars #Mars2020', 'at NASA underscore Mars hashtag Mars twenty twenty'],
  [
    'Temperatures hit 105°F (40.5°C) in Phoenix, AZ.',
    'Temperatures hit one hundred five degrees Fahrenheit (forty point five degrees Celsius) in Phoenix, Arizona.',
  ],
  [
    'The Dow fell 1,200 points, or 3.1%, to 38,500.25.',
    'The Dow fell one thousand two hundred points, or three point one percent, to thirty-eight thousand five hundred point two five.',
  ],
  [
    'Born c. 1452, he died on May 2, 1519.',
    'Born circa fourteen fifty-two, he died on May second, fifteen nineteen.',
  ],
  [
    'Dr. Maria Gonzalez, M.D., Ph.D., will speak at 6:30pm.',
    'Doctor Maria Gonzalez, ^MD, ^PHD, will speak at six thirty ^PM.',
  ],
  ["She's 5'7\" and weighs 130 lbs.", "She's five foot seven and weighs one hundred thirty pounds."],
  ['Highs in the mid-80s, lows in the 60s.', 'Highs in the mid-eighties, lows in the sixties.'],
  [
    'Henry V and Richard III are plays by Shakespeare.',
    'Henry the fifth and Richard the third are plays by Shakespeare.',
  ],
  [
    "It's on the corner of 5th Ave. and 42nd St.",
    "It's on the corner of fifth Avenue and forty-second Street.",
  ],
  [
    'He earned a B.A. in 1998 and an M.B.A. in 2003.',
    'He earned a ^BA in nineteen ninety-eight and an ^MBA in two thousand three.',
  ],
  [
    'The F-16 and the B-52 flew at Mach 1.6.',
    'The F-sixteen and the B-fifty-two flew at Mach one point six.',
  ],
  ['St. Paul St. is closed.', 'Saint Paul Street is closed.'],
  [
    'The Model S does 0-60 in 1.99 seconds.',
    'The Model S does zero to sixty in one point nine nine seconds.',
  ],
  ['Ask for ext. 204.', 'Ask for extension two oh four.'],
  ['A 10-15 min. walk', 'A ten to fifteen minute walk'],
  [
    'The Fed raised rates by 0.25 percentage points to 5.5%.',
    'The Fed raised rates by zero point two five percentage points to five point five percent.',
  ],
  ['Gas is $3.459/gal.', 'Gas is three point four five nine dollars per gallon.'],
  [
    'He won the 2016, 2020 and 2024 races.',
    'He won the twenty sixteen, twenty twenty and twenty twenty-four races.',
  ],
  [
    'The 1,500 m final starts at 9:30 a.m.',
    'The one thousand five hundred meter final starts at nine thirty ^AM.',
  ],
  [
    'Over 2,000 people came; 1,999 stayed.',
    'Over two thousand people came; one thousand nine hundred ninety-nine stayed.',
  ],
  ['In 2000 people feared the bug.', 'In two thousand people feared the bug.'],
  [
    'It weighs about 3.5 oz. and costs 99¢.',
    'It weighs about three point five ounces and costs ninety-nine cents.',
  ],
  ['The 5 a.m. alarm woke us.', 'The five ^AM alarm woke us.'],
  ['Version 3.0 ships in Q1 2026.', 'Version three point zero ships in Q one twenty twenty-six.'],
  ['Trump and Biden met Jan. 20.', 'Trump and Biden met January twentieth.'],
  ['Turn left onto Hwy 61.', 'Turn left onto Highway sixty-one.'],
  ['The U.N. and the E.U. agreed. They signed.', 'The ^UN and the ^EU agreed. They signed.'],
  ['We left at 5 p.m. The bus was late.', 'We left at five ^PM. The bus was late.'],
  ['It rose from $1.05 to $1.10.', 'It rose from one dollar and five cents to one dollar and ten cents.'],
  [
    'Nearly 1/3 of adults and 2/5 of children are at risk.',
    'Nearly one third of adults and two fifths of children are at risk.',
  ],
  ['Wind gusts of 60-70 mph are expected.', 'Wind gusts of sixty to seventy miles per hour are expected.'],
  [
    'A magnitude 6.8 quake struck at 3:07 a.m. local time.',
    'A magnitude six point eight quake struck at three oh seven ^AM local time.',
  ],
  ['He was No. 23 for 15 years.', 'He was number twenty-three for fifteen years.'],
  [
    'The 101st Airborne landed June 6, 1944.',
    'The one hundred first Airborne landed June sixth, nineteen forty-four.',
  ],
  [
    'Unemployment is at 3.9 %, the lowest since 1969.',
    'Unemployment is at three point nine percent, the lowest since nineteen sixty-nine.',
  ],
  ['Buy 2, get 1 free!', 'Buy two, get one free!'],
  ['The jury voted 12-0.', 'The jury voted twelve to zero.'],
  ['Their son, 3, and daughter, 5, are well.', 'Their son, three, and daughter, five, are well.'],
]
