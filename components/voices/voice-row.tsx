import { Heart, LoaderCircle, Square, Trash2, Volume2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { VOICE_SAMPLE } from '@/components/studio/sample'
import type { Hearing } from '@/components/studio/use-hearing'
import { Radio } from '@/components/ui/radio'
import { useWords } from '@/components/words/language'
import { voiceWords } from '@/lib/words/voices'

export type Voice = { id: string; name: string; description: string }

const ICON = { size: 16, strokeWidth: 1.5, 'aria-hidden': true } as const

/** One voice: to choose, to hear, to have at the top. */
export function VoiceRow({
  voice: { id, name, description },
  checked,
  liked,
  hearing,
  onChoose,
  onLike,
  onDelete,
}: {
  voice: Voice
  checked: boolean
  liked: boolean
  hearing: Hearing
  onChoose: () => void
  onLike: () => void
  onDelete?: () => void
}) {
  const words = useWords(voiceWords)
  const heard = hearing.now?.name === id ? hearing.now : null
  return (
    <div>
      <div className="-mx-2 flex items-center">
        <Radio
          more="min-w-0 flex-1 gap-3 pl-2 lg:min-h-9"
          name="voice"
          value={id}
          checked={checked}
          onChange={onChoose}
        >
          <span className="min-w-0 text-sm">
            <span className="font-medium">{name}</span> <span className="text-quiet">{description}</span>
          </span>
        </Radio>
        <RowButton
          label={heard ? words.stop(name) : words.listenTo(name)}
          onClick={() => (heard ? hearing.stop() : hearing.hear(id, VOICE_SAMPLE, id))}
        >
          {heard?.playing ? (
            <Square {...ICON} />
          ) : heard ? (
            <LoaderCircle {...ICON} className="motion-safe:animate-spin" />
          ) : (
            <Volume2 {...ICON} />
          )}
        </RowButton>
        <RowButton label={words.keepOnTop(name)} pressed={liked} onClick={onLike}>
          <Heart {...ICON} className={liked ? 'fill-ink text-ink' : ''} />
        </RowButton>
        {onDelete && (
          <RowButton label={words.remove(name)} onClick={onDelete}>
            <Trash2 {...ICON} />
          </RowButton>
        )}
      </div>
      {hearing.failure?.name === id && (
        <p role="alert" className="pb-2 text-sm text-danger">
          {hearing.failure.sentence}
        </p>
      )}
    </div>
  )
}

function RowButton({
  label,
  pressed,
  onClick,
  children,
}: {
  label: string
  pressed?: boolean
  onClick: () => void
  children: ReactNode
}) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-pressed={pressed}
      title={label}
      onClick={onClick}
      className="grid size-11 shrink-0 place-items-center rounded-control text-quiet transition-colors hover:text-ink lg:size-8"
    >
      {children}
    </button>
  )
}
