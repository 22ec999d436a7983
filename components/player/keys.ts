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

type Row = { keys: string[]; what: string; commands: Record<string, Command> }

const SKIP_SECONDS = 5
const VOLUME_STEP = 0.1

const TENTHS = Object.fromEntries(
  Array.from({ length: 10 }, (_, tenths) => [String(tenths), { do: 'part', tenths } as const]),
)

/** Every key of the player: as the help sheet names it, what it does in words, and the command of each. */
export const KEYS: Row[] = [
  { keys: ['Space', 'K'], what: 'Play or pause', commands: { ' ': { do: 'play' }, k: { do: 'play' } } },
  {
    keys: ['J', '←'],
    what: '5 seconds back',
    commands: { j: { do: 'skip', by: -SKIP_SECONDS }, ArrowLeft: { do: 'skip', by: -SKIP_SECONDS } },
  },
  {
    keys: ['L', '→'],
    what: '5 seconds on',
    commands: { l: { do: 'skip', by: SKIP_SECONDS }, ArrowRight: { do: 'skip', by: SKIP_SECONDS } },
  },
  {
    keys: [',', '.'],
    what: 'One picture back, one on',
    commands: { ',': { do: 'step', by: -1 }, '.': { do: 'step', by: 1 } },
  },
  { keys: ['0', '…', '9'], what: 'To that tenth of the video', commands: TENTHS },
  {
    keys: ['↑', '↓'],
    what: 'Louder, quieter',
    commands: {
      ArrowUp: { do: 'volume', by: VOLUME_STEP },
      ArrowDown: { do: 'volume', by: -VOLUME_STEP },
    },
  },
  {
    keys: ['<', '>'],
    what: 'Slower, faster',
    commands: { '<': { do: 'speed', by: -1 }, '>': { do: 'speed', by: 1 } },
  },
  { keys: ['M'], what: 'Sound off or on', commands: { m: { do: 'mute' } } },
  { keys: ['C'], what: 'Captions', commands: { c: { do: 'captions' } } },
  { keys: ['F'], what: 'Full screen', commands: { f: { do: 'full screen' } } },
  { keys: ['P'], what: 'Picture in picture', commands: { p: { do: 'picture in picture' } } },
  { keys: ['?'], what: 'These keys', commands: { '?': { do: 'help' } } },
]

const COMMANDS = new Map(KEYS.flatMap(({ commands }) => Object.entries(commands)))

/** The command of a key, as `KeyboardEvent.key` names it; undefined for all others. */
export function commandOf(key: string): Command | undefined {
  return COMMANDS.get(key.length === 1 ? key.toLowerCase() : key)
}
