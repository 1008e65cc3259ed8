import type { RawNode } from '../weapp/templates.ts'
import type { Node } from './renderer.ts'

type Handler = (event: unknown) => unknown
/** What a page shows now; its handlers are called by the names that stand in the tree. */
export type Drawn = { root: Node; self: Record<string, unknown>; together: (work: () => unknown) => unknown }

const shown = new Map<string, Drawn>()

/** The page's data name the tree, as a compiled page's data would be the tree. */
export const showAs = (name: string, drawn: Drawn) => void shown.set(name, drawn)
export const hideAgain = (name: string) => void shown.delete(name)

export const drawnAs = (json: string): RawNode => {
  const { drawn } = JSON.parse(json) as { drawn?: string }
  const page = drawn ? shown.get(drawn) : undefined
  return { tag: 'wx-page', children: page ? childrenOf(page, page.root) : [] }
}

const childrenOf = (page: Drawn, node: Node): (RawNode | string)[] =>
  node.children.map(child => (child.tag === '#text' ? child.text : rawOf(page, child)))

const rawOf = (page: Drawn, node: Node): RawNode => ({
  tag: `wx-${node.tag}`,
  attr: { dataSid: `_${node.id}`, ...attrsOf(page, node) },
  children: childrenOf(page, node),
})

const camel = (name: string) => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
const notDrawn = ['children', 'style', 'className']
const styled = (style: object = {}) =>
  Object.entries(style)
    .map(([name, value]) => `${name}: ${value};`)
    .join(' ')

const attrsOf = (page: Drawn, { id, props }: Node): Record<string, unknown> => {
  const attrs: Record<string, unknown> = { class: props.className, style: styled(props.style as object) }
  for (const [name, value] of Object.entries(props)) {
    if (notDrawn.includes(name)) continue
    if (typeof value !== 'function') attrs[camel(name)] = value
    else attrs[`bind${eventOf(name)}`] = listen(page, `${id} ${name}`, value as Handler)
  }
  return attrs
}

const eventOf = (name: string) => (name === 'onClick' ? 'tap' : name.replace(/^on/, '').toLowerCase())

/** What has said that nothing around it was meant; the handlers of one event are called in one go. */
let stopped = false
const stopPropagation = () => {
  stopped = true
  queueMicrotask(() => {
    stopped = false
  })
}

const listen = ({ self, together }: Drawn, name: string, handler: Handler): string => {
  self[name] = (event: object) => (stopped ? undefined : together(() => handler({ ...event, stopPropagation })))
  return name
}
