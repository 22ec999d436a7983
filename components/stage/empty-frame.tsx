/** Where a face goes: a head and shoulders in one hairline, so the empty frame already says what belongs in it. */
export function EmptyFrame() {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 100 100"
      preserveAspectRatio="xMidYMax slice"
      className="absolute inset-0 size-full text-hair"
    >
      <g fill="none" stroke="currentColor" strokeWidth="1.25" vectorEffect="non-scaling-stroke">
        <ellipse cx="50" cy="40" rx="15.5" ry="20" vectorEffect="non-scaling-stroke" />
        <path
          d="M43.5 58.2v7.3c0 4.5-21.5 5.2-26.5 14.5-2.4 4.5-3.5 12-3.5 20M56.5 58.2v7.3c0 4.5 21.5 5.2 26.5 14.5 2.4 4.5 3.5 12 3.5 20"
          vectorEffect="non-scaling-stroke"
        />
      </g>
    </svg>
  )
}
