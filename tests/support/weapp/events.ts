import type { Callback, Session } from './session.ts'
import type { ViewNode } from './tree.ts'
import { datasetOf } from './view.ts'

const bubbling = new Set([
  'tap',
  'longpress',
  'longtap',
  'touchstart',
  'touchmove',
  'touchend',
  'touchcancel',
  'transitionend',
  'animationstart',
  'animationiteration',
  'animationend',
])

/** Calls the handlers of an event from the node outwards, as WeChat does. Must run inside `session.enter`. */
export function fire(session: Session, node: ViewNode, type: string, detail: Record<string, unknown> = {}): void {
  for (let at: ViewNode | undefined = node; at; at = at.parent) {
    const { method, stops } = handlerOf(at, type)
    if (method) call(session, node, at, type, detail, method)
    if (stops || !bubbling.has(type)) return
  }
}

/** True if a person's tap on this node would reach any handler. */
export function listens(node: ViewNode, type: string): boolean {
  for (let at: ViewNode | undefined = node; at; at = at.parent) {
    if (handlerOf(at, type).method) return true
    if (!bubbling.has(type)) return false
  }
  return false
}

function handlerOf(node: ViewNode, type: string): { method: string | undefined; stops: boolean } {
  const named = (prefix: string) => node.attrs[`${prefix}${type}`] ?? node.attrs[`${prefix}:${type}`]
  const caught = named('catch')
  const method = caught ?? named('bind') ?? named('mut-bind')
  return { method: method ? String(method) : undefined, stops: caught !== undefined }
}

function call(
  session: Session,
  target: ViewNode,
  current: ViewNode,
  type: string,
  detail: object,
  method: string,
): void {
  const { self, path } = current.owner
  const handler = self[method] as Callback | undefined
  if (typeof handler !== 'function') {
    session.fault(`Component "${path}" does not have a method "${method}" to handle event "${type}".`)
    return
  }
  const event = {
    type,
    timeStamp: Date.now() % 1e7,
    detail,
    target: seen(target),
    currentTarget: seen(current),
    mark: {},
    ...touch(type),
  }
  session.run(`${type} on ${path}`, () => handler.call(self, session.realm.hand(event)))
}

function touch(type: string): object {
  if (!bubbling.has(type)) return {}
  const point = { identifier: 0, pageX: 10, pageY: 10, clientX: 10, clientY: 10 }
  return { touches: type === 'touchend' ? [] : [point], changedTouches: [point] }
}

function seen(node: ViewNode): object {
  return { id: String(node.attrs.id ?? ''), dataset: datasetOf(node.attrs), offsetLeft: 0, offsetTop: 0 }
}
