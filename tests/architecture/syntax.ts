import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import ts from 'typescript'
import { root } from '../support/builds.ts'

/** Files of the repository below these folders, from the root. */
export const sourcesIn = (...folders: string[]): string[] =>
  execFileSync('git', ['ls-files', '-co', '--exclude-standard', '--', ...folders], { cwd: root, encoding: 'utf8' })
    .trim()
    .split('\n')
    .filter(file => /\.tsx?$/.test(file) && existsSync(join(root, file)))

export const read = (file: string) => readFileSync(join(root, file), 'utf8')

export const parsed = (file: string) => ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true)

/** Every node of a file, with what it stands in. */
export const nodesOf = (source: ts.Node): ts.Node[] => {
  const found: ts.Node[] = []
  const visit = (node: ts.Node) => {
    found.push(node)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

/** The text of a string, of a part of a template, or between two tags; undefined for all else. */
export const saidBy = (node: ts.Node): string | undefined =>
  ts.isStringLiteralLike(node) ||
  ts.isTemplateHead(node) ||
  ts.isTemplateMiddle(node) ||
  ts.isTemplateTail(node) ||
  ts.isJsxText(node)
    ? node.text
    : undefined

/** `file:line` */
export const placeOf = (node: ts.Node) => {
  const source = node.getSourceFile()
  return `${source.fileName}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`
}

/** `local`: as the file calls it; `imported`: as it is exported, `*` for all of it. `from`: its file from the root; undefined for packages. */
export type Import = {
  local: string
  imported: string
  from: string | undefined
  spec: string
  isType: boolean
  node: ts.Node
}

const trees = /^@huiyin\/((?:shared|db|api|miniapp|dev|bench|tests)\/.*)$/

const targetOf = (file: string, spec: string): string | undefined =>
  spec.startsWith('.')
    ? join(dirname(file), spec)
    : spec.startsWith('@/')
      ? `miniapp/src/${spec.slice(2)}`
      : trees.exec(spec)?.[1]

/** What a file imports by name, one by one. */
export const importsOf = (source: ts.SourceFile): Import[] =>
  source.statements.filter(ts.isImportDeclaration).flatMap(node => {
    const { importClause: clause, moduleSpecifier } = node
    const spec = saidBy(moduleSpecifier) ?? ''
    const bindings = clause?.namedBindings
    if (!bindings) return []
    const where = { from: targetOf(source.fileName, spec), spec, node }
    const whole = clause.phaseModifier === ts.SyntaxKind.TypeKeyword
    if (ts.isNamespaceImport(bindings)) return [{ ...where, local: bindings.name.text, imported: '*', isType: whole }]
    return bindings.elements.map(it => ({
      ...where,
      ...{ local: it.name.text, imported: (it.propertyName ?? it.name).text, isType: whole || it.isTypeOnly },
    }))
  })
