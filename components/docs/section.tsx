import type { ReactNode } from 'react'

const LEVELS = {
  2: { size: 'text-xl font-medium tracking-[-0.01em]', space: 'border-t border-hair pt-10' },
  3: { size: 'text-lg font-medium', space: 'pt-4' },
}

/**
 * A part of the page: words on the sheet and, beside them, code on the stage. On narrow screens the code follows the
 * words. The heading is a link to itself, for whoever wants to pass it on.
 */
export function Section({
  id,
  title,
  level = 2,
  code,
  children,
}: {
  id: string
  title: string
  level?: 2 | 3
  code?: ReactNode
  children?: ReactNode
}) {
  const Heading = `h${level}` as const
  const { size, space } = LEVELS[level]
  return (
    <section id={id} className="scroll-mt-2 lg:grid lg:grid-cols-[minmax(0,1fr)_var(--code-width)]">
      <div className={`mx-4 min-w-0 pb-10 sm:mx-10 ${space}`}>
        <Heading className={size}>
          <a href={`#${id}`} className="rounded-control decoration-strong underline-offset-4 hover:underline">
            {title}
          </a>
        </Heading>
        <div className="measure mt-2 space-y-4">{children}</div>
      </div>
      {code && (
        <div
          data-theme="stage"
          className="min-w-0 bg-ground px-4 pt-2 pb-8 sm:px-10 lg:bg-transparent lg:pt-8 lg:pr-6 lg:pl-8"
        >
          <div className="space-y-6 lg:sticky lg:top-6">{code}</div>
        </div>
      )}
    </section>
  )
}
