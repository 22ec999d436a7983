import type { Sound } from '@/lib/engine/types'

/** What browsers decode to: that of their microphones, and no less than any speech needs. */
const RATE = 48_000

/** The sound of a recording or a film as one channel; null where this browser cannot read it. */
export async function decodeSound(file: Blob): Promise<Sound | null> {
  try {
    const context = new OfflineAudioContext(1, 1, RATE)
    const audio = await context.decodeAudioData(await file.arrayBuffer())
    const samples = new Float32Array(audio.length)
    for (let channel = 0; channel < audio.numberOfChannels; channel++) {
      const data = audio.getChannelData(channel)
      for (let i = 0; i < samples.length; i++) samples[i] += data[i] / audio.numberOfChannels
    }
    return { samples, sampleRate: audio.sampleRate }
  } catch {
    return null
  }
}

export function secondsOf({ samples, sampleRate }: Sound): number {
  return samples.length / sampleRate
}

/** A stretch of a sound; seconds from its start. */
export function stretchOf({ samples, sampleRate }: Sound, from: number, to: number): Sound {
  return { samples: samples.subarray(Math.round(from * sampleRate), Math.round(to * sampleRate)), sampleRate }
}

/** The loudest sample of each of `count` stretches, 0…1. */
export function peaksOf({ samples }: Sound, count: number): number[] {
  const length = samples.length / count
  return Array.from({ length: count }, (_, i) => {
    let peak = 0
    const end = Math.floor((i + 1) * length)
    for (let at = Math.floor(i * length); at < end; at++) peak = Math.max(peak, Math.abs(samples[at]))
    return Math.min(1, peak)
  })
}
