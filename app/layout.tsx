import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { isTheme, THEME_COOKIE } from '@/components/ui/theme'
import { LanguageProvider } from '@/components/words/language'
import { layoutWords } from '@/lib/words/layout'
import { requestLanguage } from '@/lib/words/request-language'
import { fontVariables } from './fonts'
import './globals.css'

export async function generateMetadata(): Promise<Metadata> {
  const { description } = layoutWords[await requestLanguage()]
  return { title: { default: 'Avatar Studio', template: '%s · Avatar Studio' }, description }
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f8f5f0' },
    { media: '(prefers-color-scheme: dark)', color: '#0f0d0b' },
  ],
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const chosen = (await cookies()).get(THEME_COOKIE)?.value
  const language = await requestLanguage()
  return (
    <html lang={language} data-theme={isTheme(chosen) ? chosen : undefined} className={fontVariables}>
      <body>
        <LanguageProvider language={language}>{children}</LanguageProvider>
      </body>
    </html>
  )
}
