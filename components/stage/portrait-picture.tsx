'use client'

import { type CSSProperties, useState } from 'react'
import { useWords } from '@/components/words/language'
import type { PortraitReport } from '@/lib/boson/schemas'
import { stageWords } from '@/lib/words/stage'
import { frameOnFace, frameOnHead, type Rect } from './crop'
import { pixels } from './shape'

type Dimensions = { width: number; height: number }

/** The portrait filling the frame; once the face is known it moves to where it will be in the film. */
export function PortraitPicture({
  url,
  size,
  report,
  shown,
  still = false,
  dimmed = false,
}: {
  url: string
  size: string
  report?: PortraitReport
  /** The part of the picture that is shown, in its pixels; without it the one that the engine chooses. */
  shown?: Rect
  /** True while the picture follows a hand. */
  still?: boolean
  dimmed?: boolean
}) {
  const words = useWords(stageWords)
  const [natural, setNatural] = useState<Dimensions | null>(null)
  const frame = pixels(size)
  // The browser does not turn a picture so that its face is upright, as the engine does.
  const found = report?.turned ? undefined : report
  const crop = shown ?? (found ? frameOnFace(found, frame) : natural && frameOnHead(natural, frame))
  const picture = found ?? natural
  const dimming = dimmed ? 'opacity-40 grayscale' : ''
  return (
    <>
      {crop && (crop.x < 0 || crop.y < 0) && (
        // biome-ignore lint/performance/noImgElement: see below.
        <img
          src={url}
          alt=""
          className={`absolute inset-0 size-full scale-110 object-cover blur-2xl ${dimming}`}
        />
      )}
      {/* biome-ignore lint/performance/noImgElement: an object URL or a private file; nothing to optimise. */}
      <img
        ref={(image) => {
          if (image?.complete && image.naturalWidth > 0 && !natural)
            setNatural({ width: image.naturalWidth, height: image.naturalHeight })
        }}
        src={url}
        alt={words.portrait}
        onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
          setNatural({ width: naturalWidth, height: naturalHeight })
        }
        style={crop && picture ? placed(picture, crop) : { opacity: 0 }}
        className={`absolute max-w-none duration-[220ms] ${still ? 'transition-[opacity,filter]' : 'transition-[left,top,width,height,opacity,filter]'} ${dimming}`}
      />
    </>
  )
}

/** Positions a whole picture so that exactly `crop` of it fills its parent. */
function placed(picture: Dimensions, crop: Rect): CSSProperties {
  return {
    left: `${(-crop.x / crop.width) * 100}%`,
    top: `${(-crop.y / crop.height) * 100}%`,
    width: `${(picture.width / crop.width) * 100}%`,
    height: `${(picture.height / crop.height) * 100}%`,
  }
}

/** The face the studio will animate, outlined for a moment. */
export function FaceOutline({ shown, face }: { shown: Rect; face: Rect }) {
  return (
    <svg
      aria-hidden="true"
      viewBox={`${shown.x} ${shown.y} ${shown.width} ${shown.height}`}
      className="pointer-events-none absolute inset-0 size-full animate-outline-face"
    >
      <ellipse
        cx={face.x + face.width / 2}
        cy={face.y + face.height / 2}
        rx={face.width * 0.58}
        ry={face.height * 0.58}
        fill="none"
        stroke="var(--accent)"
        strokeWidth={2}
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  )
}
