import {
  batchDetailSchema,
  batchListSchema,
  batchRowSchema,
  batchSchema,
  createBatchSchema,
  deletedBatchSchema,
} from '@/lib/batches/schema'
import { errorBodySchema } from '@/lib/boson/error-body'
import {
  createSpeechSchema,
  createVideoSchema,
  createVoiceSchema,
  remixVideoSchema,
  speechRequestSchema,
} from '@/lib/boson/requests'
import {
  deletedVideoSchema,
  deletedVoiceSchema,
  modelListSchema,
  portraitReportSchema,
  studioVideoSchema,
  studioVoiceListSchema,
  timedSpeechSchema,
  versionListSchema,
  videoListSchema,
  videoSchema,
  voiceListSchema,
  voiceSchema,
} from '@/lib/boson/schemas'
import { captionsSchema, putCaptionsSchema } from '@/lib/captions/cues'
import {
  createPronunciationSchema,
  deletedPronunciationSchema,
  pronunciationListSchema,
  pronunciationSchema,
  updatePronunciationSchema,
} from '@/lib/pronunciations/schema'
import {
  createLinkSchema,
  linkListSchema,
  linkSchema,
  revokedLinksSchema,
  teamLinkListSchema,
  updateLinkSchema,
} from '@/lib/share/schema'
import {
  apiKeyListSchema,
  apiKeySchema,
  createApiKeySchema,
  newApiKeySchema,
  revokedApiKeySchema,
} from '@/lib/team/api-key-schema'
import { editSchema } from '@/lib/videos/edit'
import {
  labelListSchema,
  updatedVideosSchema,
  updateVideoSchema,
  updateVideosSchema,
} from '@/lib/videos/filing-schema'
import { madeFileSchema } from '@/lib/videos/made-files'
import {
  createWebhookSchema,
  deletedWebhookSchema,
  deliveryListSchema,
  deliverySchema,
  eventSchema,
  updateWebhookSchema,
  webhookListSchema,
  webhookSchema,
  webhookWithSecretSchema,
} from '@/lib/webhooks/schema'
import { answerSchemas, extending, requestSchemas, withoutPromises } from './schema'
import type { Schema } from './types'

const REQUESTS = {
  CreateVideoRequest: createVideoSchema,
  RemixVideoRequest: remixVideoSchema,
  EditVideoRequest: editSchema,
  CreateBatchRequest: createBatchSchema,
  RenameVideoRequest: updateVideoSchema,
  UpdateVideosRequest: updateVideosSchema,
  PutCaptionsRequest: putCaptionsSchema,
  CreateLinkRequest: createLinkSchema,
  UpdateLinkRequest: updateLinkSchema,
  CreateSpeechRequest: createSpeechSchema,
  SpeechRequest: speechRequestSchema,
  CreateVoiceRequest: createVoiceSchema,
  CreatePronunciationRequest: createPronunciationSchema,
  UpdatePronunciationRequest: updatePronunciationSchema,
  CreateWebhookRequest: createWebhookSchema,
  UpdateWebhookRequest: updateWebhookSchema,
  CreateApiKeyRequest: createApiKeySchema,
}

const ANSWERS = {
  Video: videoSchema,
  StudioVideo: studioVideoSchema,
  MadeFile: madeFileSchema,
  VideoList: videoListSchema,
  VersionList: versionListSchema,
  UpdatedVideos: updatedVideosSchema,
  LabelList: labelListSchema,
  DeletedVideo: deletedVideoSchema,
  Batch: batchSchema,
  BatchDetail: batchDetailSchema,
  BatchRow: batchRowSchema,
  BatchList: batchListSchema,
  DeletedBatch: deletedBatchSchema,
  Captions: captionsSchema,
  Link: linkSchema,
  LinkList: linkListSchema,
  TeamLinkList: teamLinkListSchema,
  RevokedLinks: revokedLinksSchema,
  PortraitReport: portraitReportSchema,
  TimedSpeech: timedSpeechSchema,
  Voice: voiceSchema,
  VoiceList: voiceListSchema,
  DeletedVoice: deletedVoiceSchema,
  Pronunciation: pronunciationSchema,
  PronunciationList: pronunciationListSchema,
  DeletedPronunciation: deletedPronunciationSchema,
  Webhook: webhookSchema,
  WebhookWithSecret: webhookWithSecretSchema,
  WebhookList: webhookListSchema,
  DeletedWebhook: deletedWebhookSchema,
  WebhookEvent: eventSchema,
  WebhookDelivery: deliverySchema,
  WebhookDeliveryList: deliveryListSchema,
  ApiKey: apiKeySchema,
  NewApiKey: newApiKeySchema,
  ApiKeyList: apiKeyListSchema,
  RevokedApiKey: revokedApiKeySchema,
  ModelList: modelListSchema,
  StudioVoiceList: studioVoiceListSchema,
  Error: errorBodySchema,
}

/** Every named schema of the document, made from the ones that validate requests and that answers are typed by. */
export function componentSchemas(): Record<string, Schema> {
  const { Video, StudioVideo, Error: errorBody, ...answers } = answerSchemas(ANSWERS)
  return {
    ...requestSchemas(REQUESTS),
    ...answers,
    Video: withoutPromises(Video),
    StudioVideo: extending('Video', Object.keys(Video.properties ?? {}), StudioVideo),
    Error: withoutPromises(errorBody),
  }
}
