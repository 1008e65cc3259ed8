import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { RegExpParser, visitRegExpAST } from '@eslint-community/regexpp'
import type { CompatData, Identifier, SimpleSupportStatement } from '@mdn/browser-compat-data'
import { type Node, parse } from 'acorn'
import { full } from 'acorn-walk'
import postcss from 'postcss'

/** The oldest phones that we serve; `browserslist` in miniapp/package.json says the same to the compiler. */
export const oldestPhones = { safari_ios: 13, chrome_android: 80 } as const
/** WeChat adds missing functions to a phone, but cannot add missing syntax. */
const oldestSyntax = 2019

/** What is known to be missing on some of them and does no harm there: what happens instead. */
const harmless: Record<string, string> = {
  'gap in a flexible box': 'things stand closer together, and only touch',
  'overscroll-behavior': 'the page below may move when the end of a sheet is reached',
  ':focus-visible': 'the ring around what the keyboard is on is the browser’s own',
  outline: 'the same ring: phones have none',
  cursor: 'phones have no pointer',
  resize: 'phones have no corner to pull a text area by',
  'overflow-wrap: anywhere': 'word-break: break-word stands beside it and does the same',
}

const bcd = createRequire(import.meta.url)('@mdn/browser-compat-data') as CompatData
type Named = Record<string, Identifier | undefined>
const builtins = bcd.javascript.builtins as unknown as Named
const web = bcd.api as unknown as Named
const css = bcd.css as unknown as Record<'properties' | 'selectors' | 'types' | 'at-rules', Named>

const began = ({ version_added, flags, version_removed, alternative_name, prefix }: SimpleSupportStatement): number =>
  typeof version_added === 'string' && !flags && !version_removed && !alternative_name && !prefix
    ? Number.parseFloat(version_added.replace('≤', ''))
    : Number.POSITIVE_INFINITY

/** Undefined where nothing is known of it. */
const isOld = (feature: Identifier | undefined): boolean | undefined => {
  const support = feature?.__compat?.support
  if (!support) return undefined
  return Object.entries(oldestPhones).every(([phone, oldest]) => {
    const told = support[phone as keyof typeof oldestPhones]
    return told === undefined || [told].flat().some(it => began(it as SimpleSupportStatement) <= oldest)
  })
}
const isNew = (feature: Identifier | undefined) => isOld(feature) === false

type Literal = Node & { regex?: { pattern: string; flags: string }; value?: unknown }
type Member = Node & { object: Node & { name?: string }; property: Node & { name?: string }; computed: boolean }
type Call = Node & { callee: Node & { name?: string }; arguments: Literal[] }

const patternOf = (node: Node): [string, string] | undefined => {
  const { regex } = node as Literal
  if (regex) return [regex.pattern, regex.flags]
  const { callee, arguments: given = [] } = node as Call
  if (callee?.name !== 'RegExp' || typeof given[0]?.value !== 'string') return undefined
  return [given[0].value, typeof given[1]?.value === 'string' ? given[1].value : '']
}

const flagNames: Record<string, string> = { s: 'dotAll', d: 'hasIndices', v: 'unicodeSets', y: 'sticky', u: 'unicode' }
const patterns = bcd.javascript.regular_expressions as unknown as Named

/** What of one pattern an old phone does not know: the whole file would not be read there. */
const newInPattern = (pattern: string, flags: string): string[] => {
  const found = [...flags].filter(flag => isNew(builtins.RegExp?.[flagNames[flag] ?? ''] as Identifier))
  const sets = { unicode: flags.includes('u'), unicodeSets: flags.includes('v') }
  const tree = new RegExpParser().parsePattern(pattern, undefined, undefined, sets)
  const note = (name: string) => isNew(patterns[name]) && found.push(name)
  visitRegExpAST(tree, {
    onAssertionEnter: ({ kind }) => void (kind === 'lookbehind' && note('lookbehind_assertion')),
    onCapturingGroupEnter: ({ name }) => void (name && note('named_capturing_group')),
    onCharacterSetEnter: ({ kind }) => void (kind === 'property' && note('unicode_character_class_escape')),
    onModifiersEnter: () => void note('modifier'),
  })
  return found
}

const ofInstances = (of: string, name: string) => {
  const { prototype } = ((globalThis as Record<string, unknown>)[of] ?? {}) as { prototype?: object }
  return Object.hasOwn(builtins[of] ?? {}, name) && prototype !== undefined && name in prototype
}

/** Every meaning that a method of this name has among what the language brings. */
const meanings = (name: string): Identifier[] =>
  Object.entries(builtins).flatMap(([of, it]) =>
    it && ofInstances(of, name) ? [(it as unknown as Named)[name] as Identifier] : [],
  )

const newInCall = (node: Node): string[] => {
  const { callee } = node as Call
  if (callee?.type === 'Identifier') {
    const name = callee.name ?? ''
    return [builtins, web].some(it => Object.hasOwn(it, name) && isNew(it[name])) ? [name] : []
  }
  const { object, property, computed } = callee as Member
  const [of = '', name = ''] = [object?.name, property?.name]
  if (callee?.type !== 'MemberExpression' || computed) return []
  const own = Object.hasOwn(builtins, of) ? builtins[of]?.[name] : web[of]?.[`${name}_static`]
  if (own) return isNew(own as Identifier) ? [`${of}.${name}`] : []
  const all = meanings(name)
  return all.length > 0 && all.every(isNew) ? [`.${name}()`] : []
}

const filesOf = (dist: string, name: RegExp) =>
  readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter(file => name.test(file))

/**
 * Scripts of a build that the oldest phones could not read or run: syntax, patterns, functions of the language and the web.
 * `except`: what is asked for before it is used, or added.
 */
export const newScripts = (dist: string, except: readonly string[] = []): string[] =>
  filesOf(dist, /\.js$/).flatMap(file => {
    const text = readFileSync(join(dist, file), 'utf8')
    const found = new Set<string>()
    try {
      full(parse(text, { ecmaVersion: oldestSyntax, allowReturnOutsideFunction: true }), node => {
        const pattern = patternOf(node)
        const all = [...(pattern ? newInPattern(...pattern) : []), ...('callee' in node ? newInCall(node) : [])]
        for (const it of all) found.add(`${file}: ${it}`)
      })
    } catch (error) {
      found.add(`${file}: ${(error as Error).message}`)
    }
    return [...found].filter(it => !except.includes(it.replace(/^.*?: /, '')))
  })

const newInDeclaration = (prop: string, value: string, flexible: boolean): string[] => {
  const known = css.properties[prop]
  if (!known) return []
  if (isNew(known)) return [prop]
  const inFlex = /^(row-|column-)?gap$/.test(prop) && flexible && isNew(known.flex_context as Identifier)
  const words = value.split(/[\s,()]+/).filter(word => Object.hasOwn(known, word) && isNew(known[word] as Identifier))
  const functions = [...value.matchAll(/([\w-]+)\(/g)].map(([, name = '']) => name)
  const units = [...value.matchAll(/\d(dvh|svh|lvh|dvw|svw|lvw|cqw|cqh)\b/g)].map(([, unit]) => `${unit}`)
  return [
    ...(inFlex ? ['gap in a flexible box'] : []),
    ...words.map(word => `${prop}: ${word}`),
    ...functions.filter(name => isNew(css.types[name]) || isNew((css.types.color as unknown as Named)[name])),
    ...units,
  ]
}

/** Styles of a build that the oldest phones would pass over. */
export const newStyles = (dist: string): string[] =>
  filesOf(dist, /\.(wxss|css)$/).flatMap(file => {
    const found = new Set<string>()
    const root = postcss.parse(readFileSync(join(dist, file), 'utf8'))
    // A rule says `gap`, another one that the box is flexible: whatever is not a grid is taken for flexible.
    root.walkDecls(({ prop, value, parent }) => {
      const grid = parent?.some(it => it.type === 'decl' && it.prop === 'display' && it.value.includes('grid')) ?? false
      const beside = parent?.some(it => it.type === 'decl' && it.prop === `-webkit-${prop}`)
      if (!beside) for (const it of newInDeclaration(prop, value, !grid)) found.add(it)
    })
    root.walkRules(({ selector }) => {
      for (const [, name = ''] of selector.matchAll(/::?([a-z-]+)/g))
        if (isNew(css.selectors[name])) found.add(`:${name}`)
    })
    root.walkAtRules(({ name }) => void (isNew(css['at-rules'][name]) && found.add(`@${name}`)))
    return [...found].filter(it => !(it in harmless)).map(it => `${file}: ${it}`)
  })
