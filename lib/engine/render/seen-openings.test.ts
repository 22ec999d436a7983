import { expect, it } from 'vitest'
import { createVisionModels } from '../face/vision-models'
import { LOOKED_AT, type SeenOpenings } from '../motion/jaw-path'
import { createPortraits } from './portraits'
import { seenOpenings } from './seen-openings'

const models = createVisionModels('assets/models')
const portraits = createPortraits(models)
const prepare = (name: string) => portraits.prepare(`bench/avatar/portraits/${name}.jpg`, '480x640')
/** A jaw that has dropped 5 mm. */
const LITTLE = LOOKED_AT.indexOf(0.028)

it('sees a small opening on a photo and none on a soft painting, whose jaw then drops further', async () => {
  const [photo, painting] = await Promise.all(['lena', 'cortes'].map(prepare))
  const [ofPhoto, ofPainting] = await Promise.all([photo, painting].map((p) => seenOpenings(models, p)))
  const shareOfWidest = ({ gaps }: SeenOpenings) =>
    (gaps[LITTLE] - gaps[0]) / (gaps[gaps.length - 1] - gaps[0])
  expect(shareOfWidest(ofPhoto)).toBeGreaterThan(0.15)
  expect(shareOfWidest(ofPainting)).toBeLessThan(0.05)
  expect(photo.jawPath(1)).toBeLessThan(0.7 * painting.jawPath(1))
  expect(photo.jawPath(0.3)).toBeLessThan(0.6 * painting.jawPath(0.3))
  expect(await seenOpenings(models, photo)).toEqual(ofPhoto)
})

it('sees closed lips of a drawing part as the head turns, and those of a photo hardly', async () => {
  const [photo, drawing] = await Promise.all(['lena', 'drawn-ink'].map(prepare))
  const [ofPhoto, ofDrawing] = await Promise.all([photo, drawing].map((p) => seenOpenings(models, p)))
  expect(ofPhoto.unrest).toBeLessThan(0.5)
  expect(ofDrawing.unrest).toBeGreaterThan(2)
})
