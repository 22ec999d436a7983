import { type ReactNode, type Ref, useId } from 'react'

/** One subject of the settings: what it is on the left, what there is of it on the right. */
export function Section({
  title,
  lead,
  heading,
  children,
}: {
  title: string
  lead: ReactNode
  /** The heading takes the focus when what had it is gone. */
  heading: Ref<HTMLHeadingElement>
  children: ReactNode
}) {
  const id = useId()
  return (
    <section
      aria-labelledby={id}
      className="grid gap-x-16 gap-y-6 border-t border-hair py-8 lg:grid-cols-[minmax(0,20rem)_minmax(0,1fr)] lg:py-10"
    >
      <div>
        <h2 id={id} ref={heading} tabIndex={-1} className="text-base font-medium outline-none">
          {title}
        </h2>
        <div className="measure mt-1 text-sm text-quiet">{lead}</div>
      </div>
      <div className="min-w-0">{children}</div>
    </section>
  )
}

/** What stands where a list would be, with the one thing to do about it. */
export function Nothing({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <p className="font-medium">{title}</p>
      <p className="measure mt-1 text-sm text-quiet">{children}</p>
    </div>
  )
}

/** The sentence of something that went wrong, where it went wrong. */
export function Refusal({ sentence }: { sentence: ReactNode }) {
  return (
    <p role="alert" className={sentence ? 'mt-3 text-sm text-danger' : 'sr-only'}>
      {sentence}
    </p>
  )
}
