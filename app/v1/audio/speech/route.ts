import { authorised } from '@/lib/auth/authorised'
import { routes } from '@/lib/http/route'
import { answerSpeech } from '@/lib/voices/speech'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  POST: authorised(({ request, caller }) => answerSpeech(caller, request)),
})
