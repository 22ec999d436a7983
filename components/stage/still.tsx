import { useState } from 'react'
import { contentUrl, type Variant } from '@/components/api/videos'
import { EmptyFrame } from './empty-frame'
import { pixels } from './shape'

/** Longest side of the small picture the studio makes of a poster, in pixels. */
const SMALL = 320

/**
 * A picture of a video, no larger than its place needs; where it cannot be had, the empty shape of one. `leading` ones
 * are seen first, so the browser fetches them before the page's scripts.
 */
export function Still({
  id,
  size,
  variant,
  leading = false,
  className = '',
}: {
  id: string
  /** Of the video, such as `640x480`. */
  size: string
  variant: Extract<Variant, 'poster' | 'portrait' | 'thumbnail'>
  leading?: boolean
  className?: string
}) {
  const [missing, setMissing] = useState(false)
  if (missing) return <EmptyFrame />
  return (
    // biome-ignore lint/performance/noImgElement: a private file behind the session, in sizes of its own.
    <img
      // It may have failed before this script had come.
      ref={(image) => {
        if (image?.complete && image.naturalWidth === 0) setMissing(true)
      }}
      src={contentUrl(id, variant)}
      {...(variant === 'poster' && bothSizes(id, size))}
      alt=""
      loading={leading ? 'eager' : 'lazy'}
      fetchPriority={leading ? 'high' : 'auto'}
      onError={() => setMissing(true)}
      className={`absolute inset-0 size-full object-cover ${className}`}
    />
  )
}

/**
 * How wide a tile usually is (see the grid's `--usual`): said alike by server, where nobody knows a row's height, and
 * browser, so that one picture is fetched. On a phone less, for the small picture shows there all that an eye sees.
 */
function bothSizes(id: string, size: string): { srcSet: string; sizes: string } {
  const { width, height } = pixels(size)
  const ratio = width / height
  const small = Math.round(SMALL * Math.min(1, ratio))
  return {
    srcSet: `${contentUrl(id, 'thumbnail')} ${small}w, ${contentUrl(id, 'poster')} ${width}w`,
    sizes: `(min-width: 96rem) ${21 * ratio}rem, (min-width: 40rem) ${17 * ratio}rem, ${26 * ratio}vw`,
  }
}
