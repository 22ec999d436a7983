import { clientAddress } from '@/lib/auth/tries'
import { StudioError } from '@/lib/boson/errors'
import { readBody } from '@/lib/http/body'
import { routes } from '@/lib/http/route'
import { judge, refusal } from '@/lib/share/gate'
import { unlock } from '@/lib/share/unlocking'
import { visitorOf } from '@/lib/share/visitor'

const MAX_BYTES = 4096

/** The locked page's form, which works without a script: leads back to the page, open or with what went wrong. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ token: string }>({
  POST: async ({ request, params: { token } }) => {
    const { state, link } = await judge(token, visitorOf(request))
    if (!link || (state !== 'locked' && state !== 'open')) throw refusal(state)
    const password = await readPassword(request)
    const address = clientAddress(request.headers.get('x-forwarded-for'))
    try {
      const opened = await unlock(link, password, address)
      return opened ? leadTo(`/s/${token}`, opened) : leadTo(`/s/${token}?wrong=password`)
    } catch (error) {
      if (error instanceof StudioError && error.code === 'too_many_tries')
        return leadTo(`/s/${token}?wrong=often`)
      throw error
    }
  },
})

async function readPassword(request: Request): Promise<string> {
  let text = ''
  for await (const chunk of readBody(request, MAX_BYTES)) text += Buffer.from(chunk).toString('latin1')
  return new URLSearchParams(text).get('password') ?? ''
}

function leadTo(location: string, cookie?: string): Response {
  const headers = { location, 'cache-control': 'no-store', ...(cookie && { 'set-cookie': cookie }) }
  return new Response(null, { status: 303, headers })
}
