import Reconciler from 'react-reconciler'

/** A node as React made it: an element with its props, or bare text. */
export type Node = { id: number; tag: string; props: Props; text: string; children: Node[] }
type Props = Record<string, unknown>

/** A page's own piece of the tree, told of everything that React changed in it. */
export type Surface = { root: Node; changed: () => void }

let made = 0
const element = (tag: string, props: Props): Node => ({ id: ++made, tag, props, text: '', children: [] })

const remove = (parent: Node, child: Node) => {
  parent.children = parent.children.filter(it => it !== child)
}
const append = (parent: Node, child: Node) => {
  remove(parent, child)
  parent.children.push(child)
}
const insert = (parent: Node, child: Node, before: Node) => {
  remove(parent, child)
  parent.children.splice(parent.children.indexOf(before), 0, child)
}
const inRoot =
  <Rest extends Node[]>(work: (parent: Node, ...rest: Rest) => void) =>
  ({ root }: Surface, ...rest: Rest) =>
    work(root, ...rest)
const nothing = () => {}

const reading = {
  getRootHostContext: () => null,
  getChildHostContext: () => null,
  getPublicInstance: (node: Node) => node,
  prepareForCommit: () => null,
  resetAfterCommit: ({ changed }: Surface) => changed(),
  shouldSetTextContent: () => false,
  finalizeInitialChildren: () => false,
  prepareUpdate: () => true,
  // What React calls the ordinary priority of an event.
  getCurrentEventPriority: () => 16,
}

const writing = {
  createInstance: element,
  createTextInstance: (text: string): Node => ({ ...element('#text', {}), text }),
  appendInitialChild: append,
  appendChild: append,
  appendChildToContainer: inRoot(append),
  insertBefore: insert,
  insertInContainerBefore: inRoot(insert),
  removeChild: remove,
  removeChildFromContainer: inRoot(remove),
  clearContainer: ({ root }: Surface) => {
    root.children = []
  },
  commitUpdate: (node: Node, _: unknown, __: string, ___: Props, props: Props) => {
    node.props = props
  },
  commitTextUpdate: (node: Node, _: string, text: string) => {
    node.text = text
  },
  detachDeletedInstance: nothing,
}

const react = Reconciler({
  ...reading,
  ...writing,
  supportsMutation: true,
  isPrimaryRenderer: true,
  noTimeout: -1,
  scheduleTimeout: setTimeout,
  cancelTimeout: clearTimeout,
})

/** As Taro does it: a root that draws at once, outside of events too. */
const legacyRoot = 0

/** Draws React elements into a tree of plain nodes; `fault` hears what nobody caught. */
export const createRoot = (changed: () => void, fault: (error: unknown) => void) => {
  const surface: Surface = { root: element('root', {}), changed }
  const container = react.createContainer(surface, legacyRoot, null, false, null, '', fault, null)
  return {
    root: surface.root,
    render: (what: unknown) => react.updateContainer(what, container, null, null),
    /** What one event changes is drawn once. */
    together: (work: () => unknown) => react.batchedUpdates(work),
  }
}
