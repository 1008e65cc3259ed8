import { createElement } from 'react'
import type { Definition, Session } from '../weapp/session.ts'
import { hideAgain, showAs } from './drawn.ts'
import { createRoot } from './renderer.ts'
import type { Hooks } from './taro.ts'

type Program = typeof import('./program.ts')
/** A page on the stack, as `this` in its own functions. */
type Self = Record<string, unknown> & { setData: (change: object) => void; key: string; hooks: Hooks }
type Open = { path: string; self: Self }

let last = 0

/** One React tree holds the app and every open page, as Taro has it. */
const createTree = ({ App, pages, PageContext }: Program, fault: (text: string) => void) => {
  let open: Open[] = []
  const { root, render, together } = createRoot(
    () => open.forEach(show),
    error => fault(`drawing: ${String(error)}`),
  )
  const show = ({ self }: Open) => {
    const page = root.children.find(it => it.props.name === self.key)
    if (!page) return
    showAs(self.key, { root: page, self, together })
    self.setData({ drawn: self.key, turn: ++last })
  }
  const element = ({ path, self: { key, hooks } }: Open) => {
    const page = createElement(pages[path] as never)
    return createElement('page', { key, name: key }, createElement(PageContext.Provider, { value: hooks }, page))
  }
  const draw = () => render(createElement(App as never, null, open.map(element)))
  return {
    draw,
    add: (path: string, self: Self) => {
      open = [...open, { path, self }]
      draw()
    },
    remove: (self: Self) => {
      open = open.filter(it => it.self !== self)
      draw()
      hideAgain(self.key)
    },
  }
}

/** Registers the app and its pages with WeChat, as the scripts of the build would. */
export const startProgram = (session: Session, program: Program): void => {
  const { pages, appHooks, makeHooks, tellHooks } = program
  const tree = createTree(program, session.fault)
  const toApp = (moment: string) => () => tellHooks(appHooks, moment)
  session.definitions.app = {
    onLaunch: () => {
      tree.draw()
      tellHooks(appHooks, 'launch')
    },
    onShow: toApp('show'),
    onHide: toApp('hide'),
  }
  const pageAt = (path: string): Definition => ({
    onLoad(this: Self, query: Record<string, string>) {
      Object.assign(this, { key: `page ${++last}`, hooks: makeHooks(query) })
      tree.add(path, this)
    },
    onShow(this: Self) {
      tellHooks(this.hooks, 'show')
    },
    onHide(this: Self) {
      tellHooks(this.hooks, 'hide')
    },
    onUnload(this: Self) {
      tellHooks(this.hooks, 'unload')
      tree.remove(this)
    },
  })
  for (const path of Object.keys(pages)) session.definitions.pages.set(path, pageAt(path))
}
