import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeWav, encodeWav } from './wav'

describe('WAV', () => {
  it('gives back what was written, to 16 bits', () => {
    fc.assert(
      fc.property(
        fc.float32Array({ min: -1, max: 1, noNaN: true, maxLength: 300 }),
        fc.integer({ min: 8000, max: 96_000 }),
        (samples, sampleRate) => {
          const back = decodeWav(encodeWav({ samples, sampleRate }))
          expect(back.sampleRate).toBe(sampleRate)
          expect(back.samples.length).toBe(samples.length)
          for (let i = 0; i < samples.length; i++) expect(back.samples[i]).toBeCloseTo(samples[i], 4)
        },
      ),
    )
  })

  it('clips what is beyond full scale instead of wrapping it', () => {
    const { samples } = decodeWav(encodeWav({ samples: Float32Array.of(1.5, -1.5), sampleRate: 48_000 }))
    expect([...samples]).toEqual([1, -1])
  })

  it('skips chunks it does not know', () => {
    const file = Buffer.from(encodeWav({ samples: Float32Array.of(0.5, -0.5), sampleRate: 16_000 }))
    const list = Buffer.from('LIST\x03\0\0\0abc\0', 'latin1')
    const withList = Buffer.concat([file.subarray(0, 36), list, file.subarray(36)])
    expect(decodeWav(withList).samples[0]).toBeCloseTo(0.5, 4)
  })

  it('refuses other files, whatever their bytes', () => {
    const stereo = encodeWav({ samples: new Float32Array(4), sampleRate: 16_000 })
    stereo[22] = 2
    expect(() => decodeWav(stereo)).toThrow('mono')
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (tail) => {
        expect(() => decodeWav(Buffer.concat([Buffer.from('RIFF____WAVE'), tail]))).toThrow(Error)
        expect(() => decodeWav(tail)).toThrow(Error)
      }),
    )
  })
})
