import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { requestWords } from '@/lib/words/request-language'
import { shareGateWords } from '@/lib/words/share-gate'
import { Curtain } from './curtain'

/** A link that asks for its password. The form works without a script. */
export async function LockedFilm({
  token,
  sharedBy,
  wrong,
}: {
  token: string
  sharedBy: string
  /** Why the last try did not open it. */
  wrong?: string
}) {
  const words = await requestWords(shareGateWords)
  const error =
    wrong === 'password' ? words.wrongPassword : wrong === 'often' ? words.tooManyTries : undefined
  return (
    <Curtain title={words.locked}>
      <p>{words.lockedWhy(sharedBy)}</p>
      <form
        method="post"
        action={`/s/${token}/unlock`}
        className="mx-auto mt-8 flex w-80 max-w-full flex-col gap-4 text-left text-ink"
      >
        <Field
          autoFocus
          label={words.password}
          name="password"
          type="password"
          autoComplete="off"
          maxLength={200}
          required
          error={error}
        />
        <Button type="submit" look="large">
          {words.watch}
        </Button>
      </form>
    </Curtain>
  )
}
