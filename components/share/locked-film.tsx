import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Curtain } from './curtain'

const WRONG: Record<string, string> = {
  password: 'This is not the password. Check capital letters, then try again.',
  often: 'Too many tries. Wait 15 minutes, then try again.',
}

/** A link that asks for its password. The form works without a script. */
export function LockedFilm({ token, sharedBy, wrong }: { token: string; sharedBy: string; wrong?: string }) {
  const error = wrong === undefined ? undefined : WRONG[wrong]
  return (
    <Curtain title="A password opens this video">
      <p>{sharedBy} has locked it. Whoever sent you the link knows the password.</p>
      <form
        method="post"
        action={`/s/${token}/unlock`}
        className="mx-auto mt-8 flex w-80 max-w-full flex-col gap-4 text-left text-ink"
      >
        <Field
          autoFocus
          label="Password"
          name="password"
          type="password"
          autoComplete="off"
          maxLength={200}
          required
          error={error}
        />
        <Button type="submit" look="large">
          Watch
        </Button>
      </form>
    </Curtain>
  )
}
