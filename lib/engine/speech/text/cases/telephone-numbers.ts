import type { Case } from './case'

export const TELEPHONE_NUMBERS: readonly Case[] = [
  ['555-123-4567', 'five five five, one two three, four five six seven'],
  ['(212) 555-0100', 'two one two, five five five, zero one zero zero'],
  ['212.555.0100', 'two one two, five five five, zero one zero zero'],
  ['1-800-555-0199', 'one, eight hundred, five five five, zero one nine nine'],
  ['800-273-8255', 'eight hundred, two seven three, eight two five five'],
  ['+44 20 7946 0958', 'plus four four, two zero, seven nine four six, zero nine five eight'],
  ['Dial 411', 'Dial four one one'],
  ['Call 988 now', 'Call nine eight eight now'],
  ['123-45-6789', 'one two three, four five, six seven eight nine'],
  ['Beverly Hills, CA 90210', 'Beverly Hills, California nine oh two one oh'],
  ['Boston, MA 02134', 'Boston, Massachusetts oh two one three four'],
  ['my PIN is 0042', 'my PIN is zero zero four two'],
]
