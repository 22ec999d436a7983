import { sentencesOf } from '@/components/script/sentences'
import type { StudioVideo } from '@/lib/boson/schemas'
import type { Draft } from './draft'

/**
 * Which video the next one made of a draft is another version of: the one on the stage, where it failed or the new one
 * says any sentence of it again. Else the draft has gone on to something new.
 */
export function versionOf(
  draft: Pick<Draft, 'mode' | 'script'>,
  shown: Pick<StudioVideo, 'id' | 'status' | 'script'> | undefined,
): string | null {
  if (!shown) return null
  if (shown.status === 'failed') return shown.id
  if (draft.mode !== 'script' || shown.script === null) return null
  const said = new Set(sentences(shown.script))
  return sentences(draft.script).some((sentence) => said.has(sentence)) ? shown.id : null
}

const sentences = (script: string) => sentencesOf(script).map(({ from, to }) => script.slice(from, to).trim())
