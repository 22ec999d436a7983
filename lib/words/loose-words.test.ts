import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'

/** The parts of the studio whose every word stands in the catalogue. */
const SPOKEN = ['app/(public)/sign-in', 'app/(public)/welcome', 'components/entry', 'components/layout']

/** The product's name, the keys of a keyboard, and what names a format rather than says something. */
const NAMES =
  /^(Avatar Studio|Boson|MP4|GIF|VTT|SRT|Ada|Enter|Escape|Home|End|Tab|Delete|Backspace|Page(Up|Down)|Arrow\w+)$/
/** Attributes that a reader or a screen reader meets. */
const SAID =
  /^(aria-(label|description|roledescription|valuetext)|alt|title|placeholder|label|hint|lead|action)$/

/** What a file says to its readers in so many words, instead of taking it from the catalogue. */
function looseWords(file: string): string[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(file, 'utf8'),
    ts.ScriptTarget.Latest,
    true,
    ts.ScriptKind.TSX,
  )
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node)) return
    if (ts.isJsxText(node) && /\p{L}/u.test(node.text) && !NAMES.test(node.text.trim()))
      found.push(node.text.trim())
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node)) {
      const said = ts.isJsxAttribute(node.parent) && SAID.test(node.parent.name.getText())
      // A sentence, or a word that could begin one.
      if (!NAMES.test(node.text) && (said ? /\p{L}/u : /^\p{Lu}\p{Ll}+( |$|[.?!…])/u).test(node.text))
        found.push(node.text)
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

const files = SPOKEN.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.tsx'))
    .map((name) => path.join(folder, name)),
)

test.each(files)('%s takes every word from the catalogue', (file) => {
  expect(looseWords(file)).toEqual([])
})
