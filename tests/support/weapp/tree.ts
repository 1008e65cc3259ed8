import type { Instance } from './instances.ts'

/** A node on the screen. */
export interface ViewNode {
  /** As in WXML: `view`, `button`, `input`; `#text` for bare text. */
  tag: string
  attrs: Record<string, unknown>
  classes: string[]
  /** Only for `#text`. */
  text: string
  children: ViewNode[]
  parent: ViewNode | undefined
  /** The page or component whose methods its events call. */
  owner: Instance
  /** Same place in the tree, same key: what a person typed stays with it. */
  key: string
}

/** What to look for. All parts given must fit; `text` and `label` as seen, spaces joined. */
export interface Want {
  /** The node's whole text, else a part of it. */
  text?: string
  /** `aria-label` or placeholder. */
  label?: string
  class?: string
  tag?: string
  /** Any of these tags. */
  tags?: string[]
  /** Only inside this node. */
  within?: ViewNode
  /** Which one, from 0, when several fit. */
  nth?: number
}

const blocks = new Set([
  'view',
  'button',
  'scroll-view',
  'form',
  'swiper-item',
  'label',
  'page',
  'input',
  'textarea',
  'picker',
])

/** The text of a node as lines, in reading order; what is typed in a field stands as its text. */
export function textOf(node: ViewNode): string {
  return pieces(node)
    .join('')
    .split('\n')
    .map(line => line.replace(/\s+/g, ' ').trim())
    .filter(line => line !== '')
    .join('\n')
}

function pieces(node: ViewNode): string[] {
  if (isHidden(node)) return []
  if (node.tag === '#text') return [node.text]
  const field = node.tag === 'input' || node.tag === 'textarea'
  const inside = field ? [String(node.attrs.value || node.attrs.placeholder || '')] : node.children.flatMap(pieces)
  return blocks.has(node.tag) ? ['\n', ...inside, '\n'] : inside
}

export function isHidden(node: ViewNode): boolean {
  return isOn(node.attrs.hidden)
}

/** A WXML boolean: `''` and `false` are off, any other text is on. */
export function isOn(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '' && value !== false && value !== 'false'
}

/** How a node is spoken of when its text does not say it: `aria-label` and placeholder. */
export function labelsOf(node: ViewNode): string[] {
  return [node.attrs.ariaLabel, node.attrs.placeholder].filter(Boolean).map(String)
}

export function everyNode(root: ViewNode): ViewNode[] {
  return isHidden(root) ? [] : [root, ...root.children.flatMap(everyNode)]
}

/** Every node that fits, in reading order. Whole texts win over parts; the innermost node wins over its parents. */
export function findNodes(root: ViewNode, want: Want): ViewNode[] {
  const nodes = everyNode(want.within ?? root).filter(
    node =>
      node.tag !== '#text' &&
      (want.tag === undefined || node.tag === want.tag) &&
      (want.tags === undefined || want.tags.includes(node.tag)) &&
      (want.class === undefined || node.classes.includes(want.class)) &&
      (want.label === undefined || labelsOf(node).includes(want.label)),
  )
  if (want.text === undefined) return nodes
  const text = want.text
  const whole = nodes.filter(node => flat(node) === text)
  return innermost(whole.length > 0 ? whole : nodes.filter(node => flat(node).includes(text)))
}

function flat(node: ViewNode): string {
  return textOf(node).replace(/\n/g, ' ')
}

function innermost(nodes: ViewNode[]): ViewNode[] {
  const outer = new Set<ViewNode>()
  for (const node of nodes) for (let up = node.parent; up; up = up.parent) outer.add(up)
  return nodes.filter(node => !outer.has(node))
}

/** A drawing of the tree for a person who asks why a test did not find something. */
export function outline(node: ViewNode, depth = 0): string {
  const indent = '  '.repeat(depth)
  if (node.tag === '#text') return `${indent}${JSON.stringify(node.text)}\n`
  const names = [node.tag, ...node.classes.map(name => `.${name}`), ...labelsOf(node).map(label => `[${label}]`)]
  return `${indent}${names.filter(Boolean).join('')}\n${node.children.map(child => outline(child, depth + 1)).join('')}`
}
