import { join } from 'node:path'
import { InferenceSession, Tensor } from 'onnxruntime-node'

/** Side in pixels of each model's square input (`assets/models/README.md`). */
export const INPUT_SIDE = { blazeface: 256, facemesh: 192, selfie: 256 } as const
export type VisionModel = keyof typeof INPUT_SIDE

/** Runs one model on one square picture, float NHWC; answers its outputs by name. */
export type VisionModels = {
  /** Begins to open all of them, so that they are ready when a picture is; one that cannot be opened fails in `run`. */
  open(): void
  run(model: VisionModel, pixels: Float32Array): Promise<Record<string, Float32Array>>
}

/** Opens the models on first use, side by side, and keeps them warm. One thread each: rendering jobs share the machine. */
export function createVisionModels(modelsDir: string): VisionModels {
  let opened: Record<VisionModel, Promise<InferenceSession>> | undefined

  function sessions(): Record<VisionModel, Promise<InferenceSession>> {
    opened ??= { blazeface: open('blazeface'), facemesh: open('facemesh'), selfie: open('selfie') }
    return opened
  }

  function open(model: VisionModel): Promise<InferenceSession> {
    const session = InferenceSession.create(join(modelsDir, `${model}.onnx`), {
      intraOpNumThreads: 1,
      interOpNumThreads: 1,
      enableCpuMemArena: false,
      logSeverityLevel: 3,
    })
    // Whoever runs it hears of it; one that nobody runs must not end the process.
    session.catch(() => {})
    return session
  }

  return {
    open: () => void sessions(),
    async run(model, pixels) {
      const side = INPUT_SIDE[model]
      const image = new Tensor('float32', pixels, [1, side, side, 3])
      const outputs = await (await sessions()[model]).run({ image })
      return Object.fromEntries(Object.entries(outputs).map(([name, tensor]) => [name, floats(tensor.data)]))
    },
  }
}

function floats(data: Tensor['data']): Float32Array {
  if (data instanceof Float32Array) return data
  throw new TypeError('A vision model answered something other than floats.')
}
