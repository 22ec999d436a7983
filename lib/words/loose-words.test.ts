import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'

/** Where readers meet words. */
const SPOKEN = ['app', 'components']

/** The API and its documentation speak English, as programs and those who write them do; a voice's sample its language. */
const UNSPOKEN = [
  'app/v1/',
  'app/api/',
  'app/oembed/',
  'app/(public)/docs/',
  'components/docs/',
  'components/studio/sample.ts',
]

/** The product's name, the keys of a keyboard, a typeface, what names a format rather than says something, and addresses. */
const NAMES =
  /^(Avatar Studio|Boson|MP4|GIF|VTT|SRT|Ada|Enter|Escape|Home|End|Tab|Delete|Backspace|Page(Up|Down)|Arrow\w*|Notification|Times New Roman|example\.org|(https:)?\/\S*)$/
/** Attributes that a reader or a screen reader meets. */
const SAID =
  /^(aria-(label|description|roledescription|valuetext)|alt|title|placeholder|label|hint|lead|action)$/

/** What a file says to its readers in so many words, instead of taking it from the catalogue. */
function looseWords(file: string): string[] {
  return looseWordsIn(readFileSync(file, 'utf8'), file)
}

function looseWordsIn(code: string, file = 'component.tsx'): string[] {
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true, kind)
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node) || isForProgrammers(node)) return
    const text = textOf(node)
    // Where a reader meets it any letter is a word; elsewhere a sentence is, or a word that could begin one.
    const word = () => (ts.isJsxText(node) || isMet(node) ? /\p{L}/u : /^\p{Lu}\p{Ll}+( |$|[.?!…])/u)
    if (text !== null && word().test(text) && !NAMES.test(text)) found.push(text)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

/** What a piece of code says; of a template all that stands between its values. */
function textOf(node: ts.Node): string | null {
  if (ts.isJsxText(node)) return node.text.trim()
  if (ts.isStringLiteralLike(node)) return node.text
  if (!ts.isTemplateExpression(node)) return null
  return [node.head, ...node.templateSpans.map(({ literal }) => literal)].map(({ text }) => text).join('')
}

/** Whether a value is shown on the page or said by a screen reader, also where a condition chooses it. */
function isMet(node: ts.Node): boolean {
  const { parent } = node
  if (ts.isJsxAttribute(parent)) return SAID.test(parent.name.getText())
  if (ts.isJsxExpression(parent)) return ts.isJsxAttribute(parent.parent) ? isMet(parent) : true
  if (ts.isConditionalExpression(parent)) return parent.condition !== node && isMet(parent)
  if (ts.isBinaryExpression(parent))
    return ts.isExpression(node) && isChoice(parent.operatorToken.kind) && isMet(parent)
  return ts.isParenthesizedExpression(parent) && isMet(parent)
}

function isChoice(operator: ts.SyntaxKind): boolean {
  return [
    ts.SyntaxKind.AmpersandAmpersandToken,
    ts.SyntaxKind.BarBarToken,
    ts.SyntaxKind.QuestionQuestionToken,
    ts.SyntaxKind.PlusToken,
  ].includes(operator)
}

/** Of an `Error` the page shows a sentence of its own. */
function isForProgrammers(node: ts.Node): boolean {
  return ts.isNewExpression(node) && node.expression.getText() === 'Error'
}

test.each([
  ['<p>Hello</p>', ['Hello']],
  ['<p>{open && "never used"}</p>', ['never used']],
  [`<p>{open ? \`\${n} views\` : "one"}</p>`, [' views', 'one']],
  ['<a title={open ? "close it" : undefined} className="mt-2" />', ['close it']],
  ['const sentence = "Nothing is here"', ['Nothing is here']],
  ['<p className={open ? "font-medium" : "hidden"}>{words.name} · {open === "yes" && words.more}</p>', []],
  [`throw new Error(\`The sound answered \${status}\`)`, []],
])('finds the words in %s', (code, words) => {
  expect(looseWordsIn(code)).toEqual(words)
})

const files = SPOKEN.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.test.ts'))
    .map((name) => path.join(folder, name))
    .filter((file) => !UNSPOKEN.some((part) => file.startsWith(part))),
)

test.each(files)('%s takes every word from the catalogue', (file) => {
  expect(looseWords(file)).toEqual([])
})
