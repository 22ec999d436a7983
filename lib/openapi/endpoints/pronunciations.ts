import { type Endpoint, jsonAnswer, jsonContent } from '../endpoint'

const tag = 'Speech and voices'

export const pronunciationEndpoints: Endpoint[] = [
  {
    method: 'get',
    path: '/v1/pronunciations',
    operationId: 'listPronunciations',
    tag,
    summary: 'List the pronunciation dictionary',
    description:
      'How your team wants words said, in everything that is spoken from text. What a script says of its own word comes before it.',
    answers: { 200: jsonAnswer('The dictionary, by word.', 'PronunciationList') },
  },
  {
    method: 'post',
    path: '/v1/pronunciations',
    operationId: 'createPronunciation',
    tag,
    summary: 'Add a pronunciation',
    description:
      'A dictionary holds 1,000 words. Where Boson speaks, a respelling takes the word’s place in what is sent, and IPA is left out: it has no notation for sounds.',
    body: { content: jsonContent('CreatePronunciationRequest') },
    answers: { 200: jsonAnswer('The word, in the dictionary.', 'Pronunciation') },
    errors: ['conflict', 'payload_too_large'],
  },
  {
    method: 'patch',
    path: '/v1/pronunciations/{pronunciation_id}',
    operationId: 'updatePronunciation',
    tag,
    summary: 'Change a pronunciation',
    description:
      'A video keeps what the dictionary said of its words when it was made: trying it again says the same.',
    body: { content: jsonContent('UpdatePronunciationRequest') },
    answers: { 200: jsonAnswer('The word as it is said now.', 'Pronunciation') },
    errors: ['conflict', 'not_found', 'payload_too_large'],
  },
  {
    method: 'delete',
    path: '/v1/pronunciations/{pronunciation_id}',
    operationId: 'deletePronunciation',
    tag,
    summary: 'Delete a pronunciation',
    answers: { 200: jsonAnswer('The word is read as any other again.', 'DeletedPronunciation') },
    errors: ['not_found'],
  },
]
