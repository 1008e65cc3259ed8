import { topPage } from './routes.ts'
import type { Session } from './session.ts'
import { everyNode, findNodes, outline, textOf, type ViewNode, type Want } from './tree.ts'

/** A text stands for a node that shows it or, failing that, is labelled with it. */
export type Target = string | Want | ViewNode

export function treeOf(session: Session): ViewNode {
  const tree = topPage(session)?.page.tree
  if (!tree) throw new Error(`nothing is drawn yet. ${session.device.faults.join('\n')}`)
  return tree
}

/** Every node that fits, in reading order; empty when none does. */
export function findAll(session: Session, target: Target): ViewNode[] {
  if (isNode(target)) return [target]
  const tree = topPage(session)?.page.tree
  if (!tree) return []
  if (typeof target !== 'string') return findNodes(tree, target)
  const shown = findNodes(tree, { text: target })
  return shown.length > 0 ? shown : findNodes(tree, { label: target })
}

/** For typing: a text is the label or placeholder of a field, whatever else shows the same words. */
export function fieldNamed(target: Target): Target {
  return typeof target === 'string' ? { label: target, tags: ['input', 'textarea'] } : target
}

/** The one node that fits. Throws when there is none or when several fit and `nth` does not say which. */
export function findOne(session: Session, target: Target): ViewNode {
  const nodes = findAll(session, target)
  const nth = typeof target === 'object' && 'nth' in target ? target.nth : undefined
  const node = nodes[nth ?? 0]
  if (!node) throw new Error(`nothing on the screen fits ${named(target)}\n${describeScreen(session)}`)
  if (nodes.length > 1 && nth === undefined)
    throw new Error(
      `${nodes.length} nodes fit ${named(target)}; say which with nth, class or within\n${describeScreen(session)}`,
    )
  return node
}

export function isNode(target: Target): target is ViewNode {
  return typeof target === 'object' && 'children' in target
}

export function named(target: Target): string {
  return isNode(target) ? target.tag : JSON.stringify(target, (key, value) => (key === 'within' ? '…' : value))
}

export function describeScreen(session: Session): string {
  const page = topPage(session)
  const dialog = session.dialog ? `\n[${session.dialog.kind}] ${JSON.stringify(session.dialog.options)}` : ''
  const faults = session.device.faults.length > 0 ? `\nfaults:\n${session.device.faults.join('\n')}` : ''
  return `--- ${page?.path ?? 'no page'} ---\n${page?.page.tree ? textOf(page.page.tree) : '(nothing drawn)'}${dialog}${faults}`
}

export function outlineOf(session: Session): string {
  return outline(treeOf(session))
}

/** What WeChat's audit counts on a page: under 1,000 nodes, 30 levels and 60 children each. */
export function treeFigures(session: Session): { nodes: number; depth: number; mostChildren: number } {
  const nodes = everyNode(treeOf(session)).filter(node => node.tag !== '#text')
  const depth = (node: ViewNode): number => (node.parent ? depth(node.parent) + 1 : 0)
  return {
    nodes: nodes.length,
    depth: Math.max(...nodes.map(depth)),
    mostChildren: Math.max(...nodes.map(node => node.children.length)),
  }
}
