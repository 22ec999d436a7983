import { ERROR_STATUS, type ErrorType } from '@/lib/boson/errors'

/** What a program's author wants to know of an error: when it comes, and what to do about it. */
export type Advice = { when: string; remedy: string }

/** Every type of error there is, in the words of the document and its page. */
export const ERROR_GUIDE: Readonly<Record<ErrorType, Advice>> = {
  invalid_image_format: {
    when: 'The portrait is no PNG, JPEG or WebP picture, or has no face large enough to animate.',
    remedy:
      'Send a photo in one of these formats with a face at least a quarter as wide as the picture. `code` tells the cases apart.',
  },
  invalid_size: {
    when: 'The size is none of 640x640, 640x480 and 480x640.',
    remedy: 'Use one of these, or leave `size` out.',
  },
  audio_too_long: {
    when: 'The recording, or what the script would take to say, is longer than 60 seconds.',
    remedy: 'Shorten it, or make several videos.',
  },
  invalid_audio_format: {
    when: 'The recording is no AAC, WAV, MP3, FLAC or Opus, or cannot be decoded.',
    remedy: 'Save it in one of these formats.',
  },
  empty_input: {
    when: 'There is nothing to say: the script has no words, or the recording is silent.',
    remedy: 'Send words or sound.',
  },
  input_too_long: {
    when: 'The script has more than 5,000 characters.',
    remedy: 'Shorten it.',
  },
  invalid_variant: {
    when: 'There is no variant of this name.',
    remedy: 'Use one of the names listed with the endpoint.',
  },
  invalid_url: {
    when: 'An address cannot be fetched: not http or https, a private network, too many redirects, an error, too slow.',
    remedy: 'Send an address that anybody can fetch, or the bytes themselves.',
  },
  unknown_voice: {
    when: 'There is neither a preset nor a custom voice of this name.',
    remedy: 'Use a preset, or a voice listed by `GET /v1/audio/voices`.',
  },
  invalid_api_key: {
    when: 'There is no key, or it is unknown or was revoked.',
    remedy: 'Send `Authorization: Bearer YOUR_KEY`.',
  },
  permission_denied: {
    when: 'A signed-in browser asked for a change on behalf of another site.',
    remedy: 'Use an API key from programs.',
  },
  not_found: {
    when: 'What the path or a cursor names does not exist, belongs to another team, or is not there yet: a video’s file before it is completed.',
    remedy: 'Check the id. For a file, ask for the video until its `status` is `completed`.',
  },
  model_not_found: {
    when: 'There is no model of this name.',
    remedy: 'Use `higgs-avatar` for videos and `higgs-tts-3` for speech, or leave `model` out.',
  },
  method_not_allowed: {
    when: 'The path exists, but not with this method.',
    remedy: 'Use one of the methods in the header `Allow`.',
  },
  conflict: {
    when: 'The video is in another state than this needs, or the first request with this `Idempotency-Key` is still being answered.',
    remedy:
      'Ask for the video and decide anew. With `Retry-After`, send the same request again after that many seconds.',
  },
  payload_too_large: {
    when: 'A picture, a clip or anything inline is larger than 10 MB, a recording as a file than 36 MB, or the request as a whole is too large.',
    remedy: 'Send a smaller file. The portrait need not be larger than the video.',
  },
  invalid_request: {
    when: 'The request is malformed: a field is missing, unknown or of the wrong type, or there are neither or both of `input` and `input_tts`.',
    remedy: 'Mend the field named in `param`.',
  },
  all_replicas_busy: {
    when: 'The queue is full, of your team or of the studio.',
    remedy: 'Try again after `Retry-After` seconds.',
  },
  rate_limit_exceeded: {
    when: 'There were more requests in a minute than one key may make.',
    remedy: 'Try again after `Retry-After` seconds.',
  },
  insufficient_quota: {
    when: 'The studio’s account upstream has no credit left.',
    remedy: 'Trying again does not help: tell whoever runs the studio.',
  },
  render_failed: {
    when: 'The video or speech could not be made. The inputs of a video are kept.',
    remedy: 'Try again: `POST /v1/videos/{video_id}/retry`.',
  },
  internal_error: {
    when: 'The studio failed at something nobody expected.',
    remedy: 'Try again. If it stays, tell whoever runs the studio the `x-request-id`: it is in the log.',
  },
  upstream_failed: {
    when: 'The service upstream could not be reached or answered with a failure.',
    remedy: 'Try again later.',
  },
  outcome_unknown: {
    when: 'The service upstream was asked, and its answer was lost. It may have been charged for.',
    remedy: 'Look there before you try again.',
  },
  cancelled: {
    when: 'Somebody cancelled the video.',
    remedy: 'Try it again if it is wanted after all.',
  },
}

/** The types with this HTTP status, in the order of the table. */
export function groupByStatus(types: Iterable<ErrorType>): Map<number, ErrorType[]> {
  const groups = new Map<number, ErrorType[]>()
  for (const type of types) groups.set(ERROR_STATUS[type], [...(groups.get(ERROR_STATUS[type]) ?? []), type])
  return new Map([...groups].sort(([a], [b]) => a - b))
}
