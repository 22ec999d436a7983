import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'

/** Where nothing is said to a reader of a page: the pages' own words, documentation, and how texts are read aloud. */
const SILENT =
  /\.test\.tsx?$|^lib\/(words|openapi|testing|db\/generated|boson\/testing)\/|^lib\/engine\/speech\/text\/(cases|rules)\/|^lib\/engine\/speech\/own-voices\.ts$/

/** All code of the server that may say something. */
export function serverFiles(): string[] {
  return readdirSync('lib', { recursive: true, encoding: 'utf8' })
    .map((name) => path.posix.join('lib', name))
    .filter((file) => file.endsWith('.ts') && !SILENT.test(file))
}

/** What a file has of texts, with `{0}`, `{1}` … for the values in them: those a reader may be told, and all. */
export type Texts = { said: string[]; all: string[] }

export function textsOf(file: string): Texts {
  return textsIn(readFileSync(file, 'utf8'))
}

export function textsIn(code: string): Texts {
  const source = ts.createSourceFile('server.ts', code, ts.ScriptTarget.Latest, true)
  const all = new Set<string>()
  const said = new Set<string>()
  /** Names of what is said, or stands in what is said. */
  const names = new Set<string>()
  const say = (value: ts.Expression): void => {
    for (const choice of choicesOf(value)) {
      if (ts.isIdentifier(choice)) names.add(choice.text)
      if (!isText(choice)) continue
      if (/\p{Ll}{2}/u.test(templateOf(choice))) said.add(templateOf(choice))
      if (ts.isTemplateExpression(choice)) for (const { expression } of choice.templateSpans) say(expression)
    }
  }
  walk(source, (node) => {
    if (isText(node)) all.add(templateOf(node))
    if (isText(node) && isSentence(templateOf(node))) say(node)
    for (const value of refusedWith(node)) say(value)
  })
  walk(source, (node) => {
    for (const value of meantBy(node, names, source)) say(value)
  })
  return { said: [...said], all: [...all] }
}

/** What names stand for: a constant for its value, a parameter for what its function is called with in the same file. */
function meantBy(node: ts.Node, names: Set<string>, source: ts.SourceFile): ts.Expression[] {
  if (ts.isVariableDeclaration(node))
    return node.initializer && names.has(node.name.getText()) ? [node.initializer] : []
  if (!ts.isFunctionDeclaration(node)) return []
  const places = node.parameters.flatMap(({ name }, place) => (names.has(name.getText()) ? [place] : []))
  if (places.length === 0) return []
  const calls = callsOf(source, node.name?.text)
  return calls.flatMap((call) => places.flatMap((place) => call.arguments[place] ?? []))
}

/** Everything but what the readers of the code, of the log and of the API's documentation are told. */
function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  if (ts.isImportDeclaration(node) || ts.isTypeNode(node) || isForOthers(node)) return
  if (ts.isCallExpression(node) && FOR_OTHERS.test(node.expression.getText())) {
    // `schema.min(1, '…').meta({…})` is passed over but for what stands before it.
    if (ts.isPropertyAccessExpression(node.expression)) walk(node.expression.expression, visit)
    return
  }
  visit(node)
  ts.forEachChild(node, (child) => walk(child, visit))
}

const FOR_OTHERS = /^(log|console|voiceLog)\.|\.meta$/

/** What an `Error` says stays in the log; a tagged template is SQL. */
function isForOthers(node: ts.Node): boolean {
  if (ts.isNewExpression(node)) return /^(Type|Range)?Error$|^StreamCut$/.test(node.expression.getText())
  return ts.isTaggedTemplateExpression(node)
}

/** What a refusal, or a schema's check, is given to say. */
function refusedWith(node: ts.Node): ts.Expression[] {
  if (ts.isNewExpression(node)) {
    const [first, second] = node.arguments ?? []
    if (node.expression.getText() === 'StudioError' && second) return [second]
    if (node.expression.getText() === 'Refusal' && first) return [first]
  }
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return []
  return /^(min|max|regex|refine)$/.test(node.expression.name.text) ? node.arguments.slice(1) : []
}

function callsOf(source: ts.SourceFile, name: string | undefined): ts.CallExpression[] {
  const calls: ts.CallExpression[] = []
  walk(source, (node) => {
    if (ts.isCallExpression(node) && node.expression.getText() === name) calls.push(node)
  })
  return calls
}

/** The values an expression may come to. */
function choicesOf(value: ts.Expression): ts.Expression[] {
  if (ts.isParenthesizedExpression(value)) return choicesOf(value.expression)
  if (ts.isConditionalExpression(value)) return [value.whenTrue, value.whenFalse].flatMap(choicesOf)
  if (ts.isBinaryExpression(value) && /^(\?\?|\|\|)$/.test(value.operatorToken.getText()))
    return [value.left, value.right].flatMap(choicesOf)
  return [value]
}

type Text = ts.StringLiteralLike | ts.TemplateExpression

function isText(node: ts.Node): node is Text {
  return ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)
}

function templateOf(text: Text): string {
  if (ts.isStringLiteralLike(text)) return text.text
  return text.head.text + text.templateSpans.map(({ literal }, i) => `{${i}}${literal.text}`).join('')
}

/** Several words and a full stop. */
function isSentence(text: string): boolean {
  return /^\S+ .*\p{Ll}.*[.?!]$/su.test(text)
}
