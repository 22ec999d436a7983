import { ArrowRight } from 'lucide-react'
import Link from 'next/link'
import { Wordmark } from '@/components/layout/wordmark'
import { ThemeToggle } from '@/components/ui/theme-toggle'
import { METHODS, type OpenApiDocument } from '@/lib/openapi/types'
import { type Chapter, Contents } from './contents'
import { Clients, Errors, Limits, Webhooks } from './guide/operations'
import { Authentication, QuickStart } from './guide/start'
import { Files, Idempotency, MakingVideos, Streaming, Waiting } from './guide/videos'
import { Speech, Tags, Voices } from './guide/voices'
import { type NamedObject, namedObjects, ObjectReference } from './reference/objects'
import { OperationReference } from './reference/operation'
import { Section } from './section'

const GUIDE: Chapter[] = [
  { id: 'quick-start', title: 'Quick start' },
  { id: 'authentication', title: 'Authentication' },
  { id: 'making-videos', title: 'Making a video' },
  { id: 'waiting', title: 'Waiting for it' },
  { id: 'streaming', title: 'Watching while it is made' },
  { id: 'files', title: 'Files of a video' },
  { id: 'idempotency', title: 'Sending it twice' },
  { id: 'speech', title: 'Speech alone' },
  { id: 'voices', title: 'Voices' },
  { id: 'tags', title: 'Directing the voice' },
  { id: 'webhooks', title: 'Webhooks' },
  { id: 'errors', title: 'Errors' },
  { id: 'limits', title: 'Limits' },
  { id: 'clients', title: 'Clients you have' },
]

type Props = {
  document: OpenApiDocument
  /** The studio's address. */
  url: string
  perMinute: number
  queue: { team: number; all: number }
}

/** The API for people: a guide, and the reference made from the document. */
export function ApiDocumentation({ document, url, perMinute, queue }: Props) {
  const { schemas } = document.components
  const objects = namedObjects(document)
  return (
    <>
      <Header />
      <div className="[--code-width:clamp(22rem,36vw,38rem)] xl:grid xl:grid-cols-[16rem_minmax(0,1fr)]">
        <Contents chapters={chaptersOf(document, objects)} />
        <main className="relative isolate min-w-0">
          <div
            aria-hidden
            data-theme="stage"
            className="absolute inset-y-0 right-0 -z-10 w-(--code-width) border-l border-hair bg-ground max-lg:hidden"
          />
          <div className="px-4 pt-10 pb-10 sm:px-10 lg:mr-(--code-width)">
            <h1 className="text-2xl font-medium tracking-[-0.02em]">API</h1>
            <p className="measure mt-3 text-lg text-quiet">
              A portrait and some speech go in, a video comes out. What is written for Boson’s API works here
              unchanged.
            </p>
          </div>
          <QuickStart url={url} />
          <Authentication />
          <MakingVideos />
          <Waiting />
          <Streaming />
          <Files />
          <Idempotency />
          <Speech />
          <Voices />
          <Tags />
          <Webhooks />
          <Errors />
          <Limits perMinute={perMinute} queue={queue} />
          <Clients />
          {document.tags.map(({ name, description }) => (
            <div key={name}>
              <Section id={slug(name)} title={name}>
                <p>{description}</p>
              </Section>
              {operationsOf(document, name).map((entry) => (
                <OperationReference key={entry.operation.operationId} {...entry} schemas={schemas} />
              ))}
            </div>
          ))}
          <Section id="objects" title="Objects">
            <p>What requests and answers consist of. Answers may gain fields; the ones here stay.</p>
          </Section>
          {objects.map((object) => (
            <ObjectReference key={object.name} {...object} schemas={schemas} />
          ))}
        </main>
      </div>
    </>
  )
}

function Header() {
  return (
    <header className="flex h-16 items-center gap-4 border-b border-hair px-4 sm:px-10">
      <Wordmark href="/" />
      <div className="ml-auto flex items-center gap-2 sm:gap-4">
        <a
          href="/v1/openapi.json"
          className="inline-flex min-h-11 items-center text-sm text-quiet transition-colors hover:text-ink max-sm:hidden"
        >
          openapi.json
        </a>
        <ThemeToggle />
        <Link
          href="/"
          className="inline-flex min-h-11 items-center gap-2 text-sm font-medium text-quiet transition-colors hover:text-ink"
        >
          Studio
          <ArrowRight size={16} strokeWidth={1.5} aria-hidden />
        </Link>
      </div>
    </header>
  )
}

function chaptersOf(document: OpenApiDocument, objects: NamedObject[]): Chapter[] {
  const reference = document.tags.map(({ name }) => ({
    id: slug(name),
    title: name,
    sections: operationsOf(document, name).map(({ operation }) => ({
      id: operation.operationId,
      title: operation.summary,
    })),
  }))
  const named = objects.map(({ name }) => ({ id: `object-${name}`, title: name }))
  return [
    { id: 'quick-start', title: 'Guide', sections: GUIDE },
    ...reference,
    { id: 'objects', title: 'Objects', sections: named },
  ]
}

function operationsOf(document: OpenApiDocument, tag: string) {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method]
      return operation?.tags.includes(tag) ? [{ path, method, operation }] : []
    }),
  )
}

/** An id for an anchor: `Speech and voices` becomes `reference-speech-and-voices`. */
function slug(name: string): string {
  return `reference-${name.toLowerCase().replaceAll(' ', '-')}`
}
