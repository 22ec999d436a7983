import type { playerWords } from '@/lib/words/player'

/** What a key makes the player do. */
export type Command =
  | { do: 'play' | 'mute' | 'captions' | 'loop' | 'full screen' | 'picture in picture' | 'help' }
  /** Seconds, back or on. */
  | { do: 'skip'; by: number }
  /** Pictures, back or on. */
  | { do: 'step'; by: number }
  | { do: 'volume'; by: number }
  /** To the next slower or faster speed. */
  | { do: 'speed'; by: number }
  /** To so many tenths of the film. */
  | { do: 'part'; tenths: number }

type PlayerWords = (typeof playerWords)['en']
/** The name of words that stand for themselves. */
type SimpleWord = {
  [Name in keyof PlayerWords]: PlayerWords[Name] extends string ? Name : never
}[keyof PlayerWords]
type Row = { keys: string[]; what: SimpleWord; commands: Record<string, Command> }

const SKIP_SECONDS = 5
const VOLUME_STEP = 0.1

const TENTHS = Object.fromEntries(
  Array.from({ length: 10 }, (_, tenths) => [String(tenths), { do: 'part', tenths } as const]),
)

/** Every key of the player: as its cap has it, the name of the words for what it does, and the command of each. */
export const KEYS: Row[] = [
  { keys: [' ', 'K'], what: 'keyPlay', commands: { ' ': { do: 'play' }, k: { do: 'play' } } },
  {
    keys: ['J', '←'],
    what: 'keyBack',
    commands: { j: { do: 'skip', by: -SKIP_SECONDS }, ArrowLeft: { do: 'skip', by: -SKIP_SECONDS } },
  },
  {
    keys: ['L', '→'],
    what: 'keyOn',
    commands: { l: { do: 'skip', by: SKIP_SECONDS }, ArrowRight: { do: 'skip', by: SKIP_SECONDS } },
  },
  {
    keys: [',', '.'],
    what: 'keyStep',
    commands: { ',': { do: 'step', by: -1 }, '.': { do: 'step', by: 1 } },
  },
  { keys: ['0', '…', '9'], what: 'keyPart', commands: TENTHS },
  {
    keys: ['↑', '↓'],
    what: 'keyVolume',
    commands: {
      ArrowUp: { do: 'volume', by: VOLUME_STEP },
      ArrowDown: { do: 'volume', by: -VOLUME_STEP },
    },
  },
  {
    keys: ['<', '>'],
    what: 'keySpeed',
    commands: { '<': { do: 'speed', by: -1 }, '>': { do: 'speed', by: 1 } },
  },
  { keys: ['M'], what: 'keyMute', commands: { m: { do: 'mute' } } },
  { keys: ['C'], what: 'captions', commands: { c: { do: 'captions' } } },
  { keys: ['F'], what: 'fullScreen', commands: { f: { do: 'full screen' } } },
  { keys: ['P'], what: 'pictureInPicture', commands: { p: { do: 'picture in picture' } } },
  { keys: ['?'], what: 'keyHelp', commands: { '?': { do: 'help' } } },
]

const COMMANDS = new Map(KEYS.flatMap(({ commands }) => Object.entries(commands)))

/** The command of a key, as `KeyboardEvent.key` names it; undefined for all others. */
export function commandOf(key: string): Command | undefined {
  return COMMANDS.get(key.length === 1 ? key.toLowerCase() : key)
}
