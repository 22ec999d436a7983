import { z } from 'zod'

/**
 * What `NAME.onnx.json` beside a Piper voice says, as far as it is needed (github.com/OHF-Voice/piper1-gpl, "VOICES";
 * rhasspy/piper). Of multi-speaker models `speaker_id_map` names the speakers.
 */
export const piperConfigSchema = z.object({
  audio: z.object({ sample_rate: z.number().int().min(8000).max(96_000) }),
  espeak: z.object({ voice: z.string().regex(/^[\w-]{2,40}$/) }).optional(),
  language: z.object({ code: z.string().regex(/^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*$/) }).optional(),
  inference: z.object({ length_scale: z.number().min(0.1).max(10).default(1) }).default({ length_scale: 1 }),
  phoneme_type: z.enum(['espeak', 'text']).default('espeak'),
  phoneme_id_map: z.record(z.string(), z.array(z.number().int().min(0)).min(1)),
  num_speakers: z.number().int().min(1).default(1),
  speaker_id_map: z.record(z.string(), z.number().int().min(0)).default({}),
})

export type PiperConfig = z.infer<typeof piperConfigSchema>

/** The language of a voice as a BCP 47 code: what its config names, or else what espeak calls it. */
export function languageOf({ language, espeak }: PiperConfig): string {
  return (language?.code ?? espeak?.voice ?? 'en').replaceAll('_', '-')
}
