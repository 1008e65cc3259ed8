import { fire, listens } from './events.ts'
import { hook, topPage } from './routes.ts'
import type { Session } from './session.ts'
import { everyNode, isOn, type ViewNode } from './tree.ts'
import { noteTyped } from './view.ts'
import { noteAgreeTap } from './wx/privacy.ts'

type Detail = Record<string, unknown>

/** A finger on a node. Throws where a real finger would do nothing, so that a test cannot pass by tapping air. */
export async function tapNode(session: Session, node: ViewNode): Promise<void> {
  if (session.dialog)
    throw new Error(`cannot tap: a ${session.dialog.kind} is open: ${JSON.stringify(session.dialog.options)}`)
  const button = upTo(node, one => one.tag === 'button')
  if (button && isOn(button.attrs.disabled)) throw new Error(`cannot tap ${button.tag}: it is disabled`)
  const field = upTo(node, one => ['switch', 'checkbox', 'radio'].includes(one.tag))
  const native = [field, button?.attrs.formType, button?.attrs.openType].some(Boolean)
  if (!native && !listens(node, 'tap')) throw new Error(`cannot tap ${node.tag}: nothing listens to a tap there`)
  await session.enter('touch', () => {
    fire(session, node, 'touchstart')
    fire(session, node, 'touchend')
  })
  const act = () => {
    fire(session, node, 'tap', { x: 10, y: 10 })
    if (field) flip(session, field)
    if (button) pressButton(session, button)
  }
  await session.enter('tap', act, true)
}

function upTo(node: ViewNode, fits: (node: ViewNode) => boolean): ViewNode | undefined {
  for (let at: ViewNode | undefined = node; at; at = at.parent) if (fits(at)) return at
  return undefined
}

function flip(session: Session, field: ViewNode): void {
  if (isOn(field.attrs.disabled)) return
  const group = upTo(field, one => one.tag === `${field.tag}-group`)
  const on = field.tag === 'radio' || !isOn(field.attrs.checked)
  const siblings = group ? everyNode(group).filter(one => one.tag === field.tag) : []
  if (field.tag === 'radio') for (const other of siblings) noteTyped(other, false)
  noteTyped(field, on)
  if (field.tag === 'switch') fire(session, field, 'change', { value: on })
  const chosen = siblings.filter(one => isOn(one.attrs.checked)).map(one => one.attrs.value)
  if (group) fire(session, group, 'change', { value: field.tag === 'radio' ? chosen[0] : chosen })
}

/** What the platform itself does when certain buttons are pressed. */
function pressButton(session: Session, button: ViewNode): void {
  const form = upTo(button, one => one.tag === 'form')
  if (button.attrs.formType === 'submit' && form) fire(session, form, 'submit', { value: valuesOf(form) })
  if (button.attrs.formType === 'reset' && form) fire(session, form, 'reset')
  for (const kind of String(button.attrs.openType ?? '').split('|')) openType(session, button, kind)
}

function openType(session: Session, button: ViewNode, kind: string): void {
  if (kind === 'agreePrivacyAuthorization') {
    noteAgreeTap(session, String(button.attrs.id ?? ''))
    fire(session, button, 'agreeprivacyauthorization')
  }
  const prepared = session.device.answers.get(kind)?.shift() as Detail | undefined
  if (kind === 'getPhoneNumber')
    fire(session, button, 'getphonenumber', prepared ?? { errMsg: 'getPhoneNumber:fail user deny' })
  if (kind === 'chooseAvatar' && prepared) fire(session, button, 'chooseavatar', prepared)
  if (kind === 'share') makeCard(session, button)
}

type Share = (from: object) => Detail | undefined

function sharingPage(session: Session): { self: object; share: Share } {
  const page = topPage(session)
  const share = page?.self.onShareAppMessage as Share | undefined
  if (!page || !share) throw new Error(`${page?.path} cannot be handed on (enableShareAppMessage)`)
  return { self: page.self, share }
}

/** 转发 in WeChat's own menu, which is not there where the page has no word for it. */
export async function sharePage(session: Session): Promise<void> {
  sharingPage(session)
  await session.enter('share', () => makeCard(session))
}

/** The card that WeChat makes when a page is handed on, by a button or by its menu. */
function makeCard(session: Session, button?: ViewNode): void {
  const { self, share } = sharingPage(session)
  const target = button && { id: String(button.attrs.id ?? ''), dataset: {} }
  const card = share.call(self, session.realm.hand({ from: button ? 'button' : 'menu', target }) as object)
  // Without a word of the page WeChat hands on the page as it stands, with all that its address says.
  session.device.calls.push({ api: 'share', options: { ...(JSON.parse(JSON.stringify(card ?? {})) as Detail) } })
}

function valuesOf(form: ViewNode): Detail {
  const fields = everyNode(form).filter(node => node.attrs.name)
  const value = (node: ViewNode) => (node.tag === 'switch' ? isOn(node.attrs.checked) : (node.attrs.value ?? ''))
  return Object.fromEntries(fields.map(node => [String(node.attrs.name), value(node)]))
}

/** Types a whole text into a field; WeChat cuts it at `maxlength` (140 unless the page says otherwise). */
export async function typeInto(session: Session, node: ViewNode, text: string): Promise<void> {
  if (!['input', 'textarea'].includes(node.tag)) throw new Error(`cannot type into ${node.tag}`)
  if (isOn(node.attrs.disabled)) throw new Error('cannot type: the field is disabled')
  const most = Number(node.attrs.maxlength ?? 140)
  const value = most >= 0 ? text.slice(0, most) : text
  await session.enter('focus', () => fire(session, node, 'focus', { value: node.attrs.value ?? '', height: 300 }))
  await session.enter('input', () => {
    noteTyped(node, value)
    fire(session, node, 'input', { value, cursor: value.length, keyCode: 0 })
  })
  await session.enter('blur', () => fire(session, node, 'blur', { value, cursor: value.length }))
}

/** Chooses in a picker, slider or anything else that answers with `change`. */
export async function changeTo(session: Session, node: ViewNode, value: unknown): Promise<void> {
  if (!listens(node, 'change')) throw new Error(`cannot choose: nothing listens to a change of ${node.tag}`)
  await session.enter('change', () => fire(session, node, 'change', { value }), true)
}

/** A picture that cannot be had: its link is too old, or the network away. */
export async function loseImage(session: Session, node: ViewNode): Promise<void> {
  if (!listens(node, 'error')) throw new Error(`nothing listens to a failure of ${node.tag}`)
  await session.enter('error', () => fire(session, node, 'error', { errMsg: 'GET 404' }), true)
}

/** Scrolls a scroll-view to its end. */
export async function scrollNode(session: Session, node: ViewNode): Promise<void> {
  const detail = { scrollTop: 10000, scrollLeft: 0, scrollHeight: 11000, scrollWidth: 390, deltaX: 0, deltaY: -10000 }
  await session.enter('scroll', () => {
    fire(session, node, 'scroll', detail)
    fire(session, node, 'scrolltolower', { direction: 'bottom' })
  })
}

export async function pullPageDown(session: Session): Promise<void> {
  const page = topPage(session)
  if (!page) throw new Error('no page is open')
  const { app, json } = session.device.project
  const own = json(page.path).enablePullDownRefresh ?? app.window?.enablePullDownRefresh
  if (!own) throw new Error(`${page.path} does not allow pulling down (enablePullDownRefresh)`)
  await hook(session, page, 'onPullDownRefresh')
}
