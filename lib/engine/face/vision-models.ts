import { join } from 'node:path'
import { InferenceSession, Tensor } from 'onnxruntime-node'

/** Side in pixels of each model's square input (`assets/models/README.md`). */
export const INPUT_SIDE = { blazeface: 256, facemesh: 192, selfie: 256 } as const
export type VisionModel = keyof typeof INPUT_SIDE

/** Runs one model on one square picture, float NHWC; answers its outputs by name. */
export type VisionModels = {
  run(model: VisionModel, pixels: Float32Array): Promise<Record<string, Float32Array>>
}

/** Opens each model on first use and keeps it warm. One thread each: rendering jobs share the machine. */
export function createVisionModels(modelsDir: string): VisionModels {
  const sessions = new Map<VisionModel, Promise<InferenceSession>>()

  function session(model: VisionModel): Promise<InferenceSession> {
    let opened = sessions.get(model)
    if (!opened) {
      opened = InferenceSession.create(join(modelsDir, `${model}.onnx`), {
        intraOpNumThreads: 1,
        interOpNumThreads: 1,
        enableCpuMemArena: false,
        logSeverityLevel: 3,
      })
      sessions.set(model, opened)
    }
    return opened
  }

  return {
    async run(model, pixels) {
      const side = INPUT_SIDE[model]
      const image = new Tensor('float32', pixels, [1, side, side, 3])
      const outputs = await (await session(model)).run({ image })
      return Object.fromEntries(Object.entries(outputs).map(([name, tensor]) => [name, floats(tensor.data)]))
    },
  }
}

function floats(data: Tensor['data']): Float32Array {
  if (data instanceof Float32Array) return data
  throw new TypeError('A vision model answered something other than floats.')
}
