import { useSearchParams } from 'next/navigation'
import { useMemo } from 'react'
import type { Listing } from '@/components/api/use-gallery'
import { addressOf, type Filters, queryOf, readFilters } from './filters'

/** The filters in the address, the list they mean, and a way to change them that leaves no entry in the history. */
export function useFilters() {
  const address = useSearchParams()?.toString() ?? ''
  return useMemo(() => {
    const filters = readFilters(new URLSearchParams(address))
    const listing: Listing = { name: addressOf(filters), query: queryOf(filters, Date.now() / 1000) }
    const change = (next: Filters) => {
      window.history.replaceState(null, '', addressOf({ ...filters, ...next }))
      window.scrollTo(0, 0)
    }
    return { filters, listing, change }
  }, [address])
}
