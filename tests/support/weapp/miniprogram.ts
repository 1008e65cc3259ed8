import type { ApiCall, Device, NetworkType } from './device.ts'
import type { Target, treeFigures } from './screen.ts'
import type { Dialog } from './session.ts'
import type { setDataFigures } from './set-data.ts'
import type { ViewNode } from './tree.ts'

/** A mini-program on a phone, as a person and a test see it. Every action waits until things have come to rest. */
export interface Miniprogram {
  /** Text of the page on the screen, line by line. */
  screen(): string
  /** Path of the page on the screen, as `pages/home/index`. */
  page(): string
  /** Pages from the bottom to the top. */
  pages(): string[]
  query(): Record<string, string>
  title(): string
  /** Badges by tab text, as `{ 提醒: '3' }`. */
  tabBadges(): Record<string, string>
  find(target: Target): ViewNode
  findAll(target: Target): ViewNode[]
  has(target: Target): boolean
  /** Waits for a node, or until a condition holds. */
  waitFor(target: Target | (() => boolean)): Promise<void>
  tap(target: Target): Promise<void>
  input(target: Target, text: string): Promise<void>
  /** Picker, slider and the like: fires `change` with this value. */
  choose(target: Target, value: unknown): Promise<void>
  /** A picture fails to come. */
  lose(what: Target): Promise<void>
  /** Scrolls a scroll-view to its end; without a target, the page. */
  scroll(target?: Target): Promise<void>
  pullDown(): Promise<void>
  tapTab(text: string): Promise<void>
  /** 转发 in WeChat's own menu; the card is among the calls of `share`. Throws where the page cannot be handed on. */
  share(): Promise<void>
  /** The arrow in the navigation bar, or Android's back key. */
  back(): Promise<void>
  /** Goes to a page as a message, a share card or the code on a house plate would. */
  visit(path: string): Promise<void>
  dialog(): Pick<Dialog, 'kind' | 'options' | 'choices'> | undefined
  /** Answers the open dialog with one of its choices; `typed` for an editable modal. */
  answer(choice: string, typed?: string): Promise<void>
  /** Prepares the answer to the next call of an API: its result, `'cancel'` or `{ fail, errno }`. */
  will(api: string, answer: unknown): void
  calls(api: string): ApiCall['options'][]
  network(type: NetworkType): Promise<void>
  /** The person looks at something else, and comes back. */
  hide(): Promise<void>
  show(): Promise<void>
  /** So many minutes go by on the phone's timers, with the page open; `Phones.pass` moves the town's clock too. */
  pass(minutes: number): Promise<void>
  settle(): Promise<void>
  /** WeChat ends the mini-program at once; storage and user files stay. */
  kill(): void
  alive(): boolean
  relaunch(path?: string): Promise<void>
  /** Everything that would be an error on a real phone, in order. */
  faults(): string[]
  console(): string[]
  figures(): ReturnType<typeof setDataFigures> & ReturnType<typeof treeFigures>
  outline(): string
  /** What `wx.setStorage` holds, decoded. */
  storage(): Record<string, unknown>
  device: Device
  /** Throws away the phone. Throws when there were faults, unless told that the test looked at them. */
  close(expecting?: 'faults'): void
}
