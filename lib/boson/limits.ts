/** The contract: shared with Boson, see the OpenAPI document of `POST /v1/videos`. */
export const SIZES = ['640x640', '640x480', '480x640'] as const
export type Size = (typeof SIZES)[number]

export const VIDEO_STATUSES = ['queued', 'in_progress', 'completed', 'failed'] as const

/** Who can make a video. */
export const PROVIDERS = ['local', 'boson'] as const

export const VIDEO_MODEL = 'higgs-avatar'
export const SPEECH_MODEL = 'higgs-tts-3'
export const SPEECH_FORMATS = ['mp3', 'opus', 'pcm', 'wav', 'aac', 'flac'] as const
export type SpeechFormat = (typeof SPEECH_FORMATS)[number]
/** Of a script, in characters as people count them: code points. */
export const MAX_SCRIPT_CHARACTERS = 5000
/** Of a video's speech. */
export const MAX_AUDIO_SECONDS = 60
/** Of a picture or a clip, and of whatever is sent inline, in bytes once decoded. */
export const MAX_INLINE_BYTES = 10 * 1024 * 1024
/** Of a recording that is uploaded or fetched: a minute of uncompressed stereo in the finest usual format. */
export const MAX_RECORDING_BYTES = 36 * 1024 * 1024
/** Of one caption, in characters: room for a sentence on two lines, and then some. */
export const MAX_CUE_CHARACTERS = 200
/** Videos that one request may change. */
export const MAX_AT_ONCE = 500
/** Of one video. */
export const MAX_TAGS = 20
