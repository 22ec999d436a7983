/** A sentence in which `backticks` mark what is to be typed. */
export function Words({ children }: { children: string }) {
  return children.split('`').map((part, index) =>
    index % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts never change
      <Mono key={index}>{part}</Mono>
    ) : (
      part
    ),
  )
}

/** A word to be typed as it stands. */
export function Mono({ children }: { children: string }) {
  return <code className="font-mono text-[0.875em] [overflow-wrap:anywhere]">{children}</code>
}
