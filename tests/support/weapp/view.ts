import { type Instance, makeComponent, type PageState } from './instances.ts'
import type { Callback, Session } from './session.ts'
import type { RawNode } from './templates.ts'
import type { ViewNode } from './tree.ts'

interface Building {
  session: Session
  page: PageState
  /** Component instances met while building, by key; those not met again are detached. */
  met: Map<Instance, Set<string>>
  /** New components, to be told after the whole tree stands. */
  born: Instance[]
}

interface Place {
  owner: Instance
  parent: ViewNode | undefined
  key: string
  /** What the owner's own parent put between its tags. */
  slot: { raw: (RawNode | string)[]; owner: Instance }
}

/** Draws a page again if its data changed, and tells components that came or went. */
export function renderPage(session: Session, page: PageState): void {
  if (!page.dirty || page.gone) return
  page.dirty = false
  const building: Building = { session, page, met: new Map(), born: [] }
  const root = renderInstance(building, page.root)
  const tree = blank('page', page.root, undefined, 'page')
  tree.children = grow(building, root.children, {
    owner: page.root,
    parent: tree,
    key: 'page',
    slot: nothing(page.root),
  })
  page.tree = tree
  detachMissing(building, page.root)
  for (const instance of building.born) {
    lifetime(session, instance, 'attached')
    lifetime(session, instance, 'ready')
  }
}

function nothing(owner: Instance) {
  return { raw: [], owner }
}

function renderInstance({ session }: Building, instance: Instance): RawNode {
  const drawn = session.templates.render(instance.path, JSON.stringify(instance.self.data))
  if (drawn) return drawn
  session.fault(`template: ${instance.path}.wxml is not there`)
  return { tag: 'wx-page', children: [] }
}

function blank(tag: string, owner: Instance, parent: ViewNode | undefined, key: string): ViewNode {
  return { tag, attrs: {}, classes: [], text: '', children: [], parent, owner, key }
}

function grow(building: Building, raw: (RawNode | string)[], place: Place): ViewNode[] {
  return raw.flatMap((item, index) => {
    if (typeof item === 'string')
      return [{ ...blank('#text', place.owner, place.parent, `${place.key}/${index}`), text: item }]
    const attrs = item.attr ?? {}
    const tag = item.tag.replace(/^wx-/, '')
    if (tag === 'slot') return growSlot(building, place, String(attrs.name ?? ''))
    const key = `${place.key}/${String(attrs.dataSid ?? attrs['data-sid'] ?? attrs.id ?? index)}`
    const node = blank(tag, place.owner, place.parent, key)
    node.attrs = withTyped(building.page, key, tag, attrs)
    node.classes = String(attrs.class ?? '')
      .split(/\s+/)
      .filter(Boolean)
    const path = building.session.device.project.components(place.owner.path)[tag]
    node.children = path
      ? growComponent(building, path, node, item, place)
      : grow(building, item.children, { ...place, parent: node, key })
    return [node]
  })
}

function growSlot(building: Building, place: Place, name: string): ViewNode[] {
  const fits = place.slot.raw.filter(item => (typeof item === 'string' ? '' : String(item.attr?.slot ?? '')) === name)
  const key = `${place.key}/slot:${name}`
  return grow(building, fits, { owner: place.slot.owner, parent: place.parent, key, slot: nothing(place.slot.owner) })
}

function growComponent(building: Building, path: string, node: ViewNode, raw: RawNode, place: Place): ViewNode[] {
  const { owner } = place
  let instance = owner.children.get(node.key)
  if (!instance) {
    const made = building.session.run(`component ${path}`, () => makeComponent(building.session, path, building.page))
    if (!made) return []
    instance = made as Instance
    owner.children.set(node.key, instance)
    building.born.push(instance)
  }
  building.met.set(owner, (building.met.get(owner) ?? new Set()).add(node.key))
  instance.node = node
  giveProperties(building.session, instance, raw.attr ?? {})
  const inside = renderInstance(building, instance)
  const slot = { raw: raw.children, owner }
  return grow(building, inside.children, { owner: instance, parent: node, key: `${node.key}/#`, slot })
}

function giveProperties(session: Session, instance: Instance, attrs: Record<string, unknown>): void {
  const values = instance.self.data as Record<string, unknown>
  for (const name of Object.keys((instance.self.properties ?? {}) as object)) {
    const json = JSON.stringify(attrs[name])
    if (json === undefined || instance.given.get(name) === json) continue
    instance.given.set(name, json)
    values[name] = session.realm.hand(attrs[name])
  }
  instance.self.dataset = datasetOf(attrs)
  instance.self.id = attrs.id ?? ''
}

function detachMissing(building: Building, instance: Instance): void {
  for (const [key, child] of [...instance.children]) {
    detachMissing(building, child)
    if (building.met.get(instance)?.has(key)) continue
    instance.children.delete(key)
    lifetime(building.session, child, 'detached')
  }
}

export function lifetime(session: Session, instance: Instance, name: string): void {
  const lifetimes = (instance.self.lifetimes ?? {}) as Record<string, Callback | undefined>
  const hook = lifetimes[name] ?? (instance.self[name] as Callback | undefined)
  if (hook) session.run(`${instance.path} ${name}`, () => hook.call(instance.self))
}

const typedAttr: Record<string, string> = {
  input: 'value',
  textarea: 'value',
  switch: 'checked',
  checkbox: 'checked',
  radio: 'checked',
}

/** Native fields keep what the person did until the page itself says something new. */
function withTyped(page: PageState, key: string, tag: string, attrs: Record<string, unknown>): Record<string, unknown> {
  const name = typedAttr[tag]
  const typed = page.typed.get(key)
  if (!name || !typed) return attrs
  if (JSON.stringify(typed.over) === JSON.stringify(attrs[name])) return { ...attrs, [name]: typed.value }
  page.typed.delete(key)
  return attrs
}

/** Notes what a person did to a native field, so that it is seen until the page changes it. */
export function noteTyped(node: ViewNode, value: unknown): void {
  const name = typedAttr[node.tag] ?? 'value'
  const { page } = node.owner
  const over = page.typed.get(node.key)?.over
  page.typed.set(node.key, { value, over: page.typed.has(node.key) ? over : node.attrs[name] })
  node.attrs = { ...node.attrs, [name]: value }
}

export function datasetOf(attrs: Record<string, unknown>): Record<string, unknown> {
  const entries = Object.entries(attrs).filter(([name]) => name.startsWith('data-'))
  return Object.fromEntries(
    entries.map(([name, value]) => [
      name.slice(5).replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]),
  )
}
