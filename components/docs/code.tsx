import { useId } from 'react'
import { CopyButton } from './copy-button'

/** What holds a piece of code together without saying anything: options, keywords, comments, line ends. */
const GLUE =
  /(\\\n|(?<=\s)-[A-Za-z]\b|\/\*\*[^\n]*\*\/|(?<![.\w])(?:import|from|export|function|const|await|return|for|of|if|new|until|do|done|sleep)\b)/

/** A piece of code, with a name and a button that copies it. Meant for the stage. */
export function Code({ name, code }: { name: string; code: string }) {
  const id = useId()
  const parts = code.trimEnd().split(GLUE)
  return (
    <figure className="min-w-0">
      <figcaption id={id} className="flex items-center justify-between gap-4 text-xs text-quiet">
        {name}
        <CopyButton text={code} what={name} />
      </figcaption>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls */}
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: long lines are scrolled with the arrow keys
        tabIndex={0}
        role="group"
        aria-labelledby={id}
        className="overflow-x-auto border-t border-hair pt-3 pb-1 font-mono text-[0.8125rem] leading-6"
      >
        <code>
          {parts.map((part, index) =>
            index % 2 === 1 ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: the parts never change
              <span key={index} className="text-quiet">
                {part}
              </span>
            ) : (
              part
            ),
          )}
        </code>
      </pre>
    </figure>
  )
}
