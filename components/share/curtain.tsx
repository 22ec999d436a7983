import type { ReactNode } from 'react'
import { Mark } from '@/components/layout/mark'

/** A dark page with a few words on it, for when there is no film to show. */
export function Curtain({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main
      data-theme="stage"
      className="flex min-h-dvh flex-col items-center justify-center bg-ground px-4 py-16 text-center"
    >
      <Mark size={40} />
      <h1 className="mt-8 font-serif text-2xl text-balance">{title}</h1>
      <div className="mt-3 max-w-[44ch] text-quiet">{children}</div>
    </main>
  )
}
