import type { ReactNode } from 'react'
import { rememberAddress } from '@/lib/share/address-of-page'

/** Tells `not-found`, which is not told by Next, which link was asked for. */
export default async function SharedLayout({
  children,
  params,
}: {
  children: ReactNode
  params: Promise<{ token: string }>
}) {
  rememberAddress((await params).token)
  return children
}
