import { VOICE_RATE } from '../speech/voice/vocoder'
import { FPS } from '../types'

/**
 * Where films can be cut. All positions are in samples of the voice; of those a packet of AAC holds half as many as of
 * the film's sound, which has twice the rate.
 */

export const FRAME = VOICE_RATE / FPS
export const PACKET = 512
/**
 * The least that holds whole frames and whole packets: 0.32 s. What comes after a change moves by a multiple of it, so
 * that its sound and pictures stay together to the sample however often a film is changed.
 */
export const STEP = 7680
/** Between a run and another packets can be cut: one of silence, and the rest of those that it does not fill. */
export const ROOM = 3 * PACKET

export const samplesAt = (seconds: number) => Math.round(seconds * VOICE_RATE)

/** The first packet, by its number, that nothing is heard in up to this sample; it overlaps the one before. */
export const packetAfter = (sample: number) => Math.ceil(sample / PACKET) + 1

/** The last packet that may come first where something is heard from this sample on. */
export const packetBefore = (sample: number) => Math.max(0, Math.floor(sample / PACKET) - 2)
