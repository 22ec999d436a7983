import { sentencesOf } from '@/components/script/sentences'

/** How a script differs from the one before it, as briefly as that can be said. */
export type ScriptChange =
  | { kind: 'changed'; sentences: number[] }
  | { kind: 'added' | 'leftOut'; count: number }
  | { kind: 'rewritten' }

/** @returns numbers from 1, in the new script */
export function scriptChange(before: string, after: string): ScriptChange {
  const [said, says] = [sentences(before), sentences(after)]
  if (!says.some((sentence) => said.includes(sentence))) return { kind: 'rewritten' }
  if (says.length > said.length) return { kind: 'added', count: says.length - said.length }
  if (says.length < said.length) return { kind: 'leftOut', count: said.length - says.length }
  return { kind: 'changed', sentences: says.flatMap((sentence, i) => (sentence === said[i] ? [] : i + 1)) }
}

const sentences = (script: string) => sentencesOf(script).map(({ from, to }) => script.slice(from, to).trim())
