import { useMutation } from '@tanstack/react-query'
import { KeyRound } from 'lucide-react'
import { useState } from 'react'
import { makeKey } from '@/components/api/keys'
import { errorSentence } from '@/components/api/request'
import { Button } from '@/components/ui/button'
import { Copyable } from '@/components/ui/copyable'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { useWords } from '@/components/words/language'
import type { NewApiKey } from '@/lib/team/api-key-schema'
import { actionWords } from '@/lib/words/actions'
import { apiKeyWords } from '@/lib/words/api-keys'

const LONGEST_NAME = 80

/** Asks what a new key is for, makes it and shows it, once. */
export function NewKey({ address, onMade }: { address: string; onMade: (key: NewApiKey) => void }) {
  const words = useWords(apiKeyWords)
  const acts = useWords(actionWords)
  const [open, setOpen] = useState(false)
  const making = useMutation({ mutationFn: makeKey, onSuccess: onMade })

  function close() {
    setOpen(false)
    making.reset()
  }

  return (
    <>
      <Button className="mt-6" onClick={() => setOpen(true)}>
        <KeyRound size={16} strokeWidth={1.5} aria-hidden />
        {words.make}
      </Button>
      {making.data ? (
        <Dialog open={open} onClose={close} title={words.copyNow} lead={words.copyNowWhy}>
          <Copyable first label={words.key} text={making.data.key} />
          <div className="mt-4">
            <Copyable label={words.example} text={example(address, making.data.key)} />
          </div>
          <div className="mt-6 flex justify-end">
            <Button look="primary" onClick={close}>
              {acts.done}
            </Button>
          </div>
        </Dialog>
      ) : (
        <Dialog open={open} onClose={close} title={words.make} lead={words.makeLead}>
          <form
            onSubmit={(event) => {
              event.preventDefault()
              making.mutate(String(new FormData(event.currentTarget).get('name') ?? ''))
            }}
          >
            <Field
              label={words.name}
              name="name"
              required
              maxLength={LONGEST_NAME}
              autoComplete="off"
              hint={words.nameHint}
              error={making.error ? errorSentence(making.error) : undefined}
            />
            <div className="mt-6 flex flex-wrap justify-end gap-2">
              <Button look="outline" onClick={close}>
                {acts.cancel}
              </Button>
              <Button type="submit" look="primary" disabled={making.isPending}>
                {words.makeKey}
              </Button>
            </div>
          </form>
        </Dialog>
      )}
    </>
  )
}

function example(address: string, key: string): string {
  return `curl ${address}/v1/videos \\
  -H "Authorization: Bearer ${key}" \\
  -F ref_image=@me.jpg \\
  -F 'input_tts={"input":"Hello!"}'`
}
