'use client'

import dynamic from 'next/dynamic'
import { type RefObject, useCallback, useRef, useState } from 'react'
import { errorSentence } from '@/components/api/request'
import type { CustomVoice } from '@/components/api/voices'
import { BatchLink } from '@/components/batch/batch-link'
import { EnginePicker } from '@/components/engines/engine-picker'
import { StageAndSheet } from '@/components/layout/stage-and-sheet'
import { ScriptField } from '@/components/script/script-field'
import type { ScriptHandle } from '@/components/script/script-handle'
import { useCustomVoices } from '@/components/voices/use-custom-voices'
import { VoiceGallery } from '@/components/voices/voice-gallery'
import type { Voice } from '@/components/voices/voice-row'
import { useWords } from '@/components/words/language'
import { speechSeconds } from '@/lib/captions/speech-seconds'
import type { EngineOffer } from '@/lib/videos/engine-offer'
import { waitAt } from '@/lib/videos/estimate'
import { portraitWords } from '@/lib/words/portrait'
import { studioWords } from '@/lib/words/studio'
import { CreateBar } from './create-bar'
import { DeletedDraft } from './deleted-draft'
import type { Draft } from './draft'
import { changeDraft, useDraft } from './drafts'
import { whatIsMissing } from './missing'
import { RecordingField } from './recording-field'
import { SizePicker } from './size-picker'
import { SpeechField } from './speech-field'
import { StudioStage, type Tool } from './studio-stage'
import { useCreation } from './use-creation'
import { useFileIntake } from './use-file-intake'
import { useFraming } from './use-framing'
import { useFreshOffers } from './use-fresh-offers'
import { useHearing } from './use-hearing'
import { usePortrait } from './use-portrait'
import { useRecording } from './use-recording'
import { useSample } from './use-sample'
import { versionOf } from './version-of'

const DraftSwitcher = dynamic(() => import('./draft-switcher').then((module) => module.DraftSwitcher), {
  ssr: false,
})

type StudioProps = {
  presets: Voice[]
  added: Voice[]
  custom: CustomVoice[]
  /** Who works here, by id. */
  person: string
  /** Who can make the video, the usual one first. */
  engines: EngineOffer[]
  startWithSample: boolean
}

/** The room where a portrait and some speech become a video. `startWithSample` fills it in on a first visit. */
export function Studio(props: StudioProps) {
  const draft = useDraft()
  useFreshOffers()
  return <Room key={draft.id} draft={draft} {...props} />
}

function Room({
  draft,
  presets,
  added,
  custom,
  person,
  engines,
  startWithSample,
}: StudioProps & { draft: Draft }) {
  const words = useWords(studioWords)
  const portrait = usePortrait()
  const recording = useRecording()
  const engine = engines.find(({ name }) => name === draft.engine) ?? engines[0]
  const hearing = useHearing(engine.name)
  // Voices that the operator added speak here only.
  const addedHere = engine.name === 'local' ? added : []
  const customVoices = useCustomVoices(custom)
  const creation = useCreation(draft)
  const portraitInput = useRef<HTMLInputElement>(null)
  const framing = useFraming(portrait.report, draft.size)
  const [tools, setTools] = useState<{ open: Tool | null; last: Tool | null }>({ open: null, last: null })
  const recordingInput = useRef<HTMLInputElement>(null)
  const scriptField = useRef<ScriptHandle>(null)

  const voice =
    [...customVoices.voices, ...presets, ...addedHere].find(({ id }) => id === draft.voice)?.id ??
    presets[0].id
  const seconds = draft.mode === 'script' ? speechSeconds(draft.script) : (recording.seconds ?? 0)
  const busy = creation.sent !== null || creation.running

  const choosePortrait = portrait.choose
  const chooseRecording = recording.choose
  const take = useCallback(
    (kind: 'portrait' | 'recording', file: File) => {
      if (kind === 'portrait') {
        choosePortrait(file)
        setTools({ open: null, last: null })
        changeDraft(draft.id, { current: null, view: null, face: null })
      } else {
        chooseRecording(file)
        changeDraft(draft.id, { mode: 'recording' })
      }
    },
    [choosePortrait, chooseRecording, draft.id],
  )
  const intake = useFileIntake(take)

  const sample = useSample(startWithSample, (portrait) => take('portrait', portrait))
  // What was framed is known only once the picture has been looked at.
  const unknown = portrait.checking && (draft.view !== null || draft.face !== null)
  const missing = whatIsMissing(draft, portrait, recording) ?? (unknown ? 'face' : null)
  const failure = creation.failure ?? sample.failure

  function create() {
    if (missing) return focusMissing()
    if (!portrait.file) return
    const inputs = {
      portrait: portrait.file,
      framing: framing.asked(draft.size),
      size: draft.size,
      engine: engine.name,
      versionOf: draft.versionOf ?? versionOf(draft, creation.video),
    }
    if (draft.mode === 'script') {
      creation.create({ ...inputs, speech: { kind: 'script', text: draft.script, voice } })
    } else {
      const file = recording.toSend()
      if (file) creation.create({ ...inputs, speech: { kind: 'recording', file } })
    }
  }

  function focusMissing() {
    if (!portrait.file || portrait.refusal) portraitInput.current?.click()
    else if (draft.mode === 'script') scriptField.current?.focus()
    else recordingInput.current?.click()
  }

  return (
    <div {...intake.rootProps}>
      <StageAndSheet
        stage={
          <StudioStage
            {...{ creation, portrait, seconds }}
            size={draft.size}
            dragging={intake.dragging === 'portrait'}
            framing={framing}
            tool={tools.open}
            lastTool={tools.last}
            onTool={(open) => setTools({ open, last: tools.open })}
            onPhoto={(photo) => take('portrait', photo)}
            onBrowse={() => portraitInput.current?.click()}
            onSample={sample.place}
          />
        }
      >
        <h1 className="sr-only">{words.studio}</h1>
        <PortraitInput input={portraitInput} onChoose={(file) => take('portrait', file)} />
        <div className="flex flex-col lg:min-h-full">
          <div className="flex flex-1 flex-col gap-6 px-4 pt-2 pb-6 sm:px-10 lg:pt-4">
            <DeletedDraft />
            <SpeechField
              mode={draft.mode}
              drafts={<DraftSwitcher draft={draft} />}
              onMode={(mode) => changeDraft(draft.id, { mode })}
              script={
                <ScriptField
                  text={draft.script}
                  seconds={seconds}
                  voice={voice}
                  hearing={hearing}
                  onChange={(script) => changeDraft(draft.id, { script })}
                  handle={scriptField}
                />
              }
              recording={
                <RecordingField
                  recording={recording}
                  dragging={intake.dragging === 'recording'}
                  input={recordingInput}
                />
              }
            />
            {draft.mode === 'script' && (
              <VoiceGallery
                presets={presets}
                added={addedHere}
                custom={customVoices}
                person={person}
                chosen={voice}
                hearing={hearing}
                onChoose={(id) => changeDraft(draft.id, { voice: id })}
              />
            )}
            <SizePicker chosen={draft.size} onChoose={(size) => changeDraft(draft.id, { size })} />
            <EnginePicker
              offers={engines}
              chosen={engine.name}
              seconds={seconds}
              onChoose={(name) => changeDraft(draft.id, { engine: name })}
            />
            <BatchLink />
          </div>
          <CreateBar
            seconds={seconds}
            wait={
              engine.queue +
              waitAt(engine.pace, { seconds, size: draft.size, recording: draft.mode === 'recording' })
            }
            price={engine.price}
            missing={missing && words.missing[missing]}
            failure={failure && errorSentence(failure)}
            busy={busy}
            cancelling={creation.cancelling}
            onCreate={create}
            onCancel={creation.cancel}
          />
        </div>
      </StageAndSheet>
    </div>
  )
}

function PortraitInput({
  input,
  onChoose,
}: {
  input: RefObject<HTMLInputElement | null>
  onChoose: (file: File) => void
}) {
  const words = useWords(portraitWords)
  return (
    <input
      ref={input}
      type="file"
      aria-label={words.portrait}
      accept="image/*"
      tabIndex={-1}
      className="sr-only"
      onChange={(event) => {
        const chosen = event.target.files?.[0]
        if (chosen) onChoose(chosen)
        event.target.value = ''
      }}
    />
  )
}
