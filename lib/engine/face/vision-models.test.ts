import { setTimeout as wait } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { createVisionModels } from './vision-models'

it('a model that cannot be opened fails whoever runs it, and nothing else', async () => {
  const models = createVisionModels('no-such-directory')
  models.open()
  // Time for a rejection that nobody waits for to end the process.
  await wait(50)
  await expect(models.run('selfie', new Float32Array(256 * 256 * 3))).rejects.toThrow('selfie')
})
