import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { THEME_COOKIE, themeSchema } from '@/components/ui/theme'
import { fontVariables } from './fonts'
import './globals.css'

export const metadata: Metadata = {
  title: { default: 'Avatar Studio', template: '%s · Avatar Studio' },
  description: 'A portrait and some speech become a video.',
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f8f5f0' },
    { media: '(prefers-color-scheme: dark)', color: '#0f0d0b' },
  ],
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const chosen = themeSchema.safeParse((await cookies()).get(THEME_COOKIE)?.value)
  return (
    <html lang="en" data-theme={chosen.data} className={fontVariables}>
      <body>{children}</body>
    </html>
  )
}
