import { changesOf, createListeners, useChanges } from '@huiyin/miniapp/src/core/follow.ts'
import { createDrafts } from '@huiyin/miniapp/src/core/sending/drafts.ts'
import { createElement } from 'react'
import { expect, test } from 'vitest'
import { createRoot, type Node } from '../support/source/renderer.ts'
import { hand, memory } from './phone.ts'

const textOf = (node: Node): string => node.text + node.children.map(textOf).join('')
const fault = (error: unknown) => {
  throw error
}

/** A page that tells how far a draft is; `drawing` happens while React draws it, before it listens to anything. */
const receipt = (drawing: () => void = () => undefined) => {
  const clock = hand()
  const drafts = createDrafts({ storage: memory(), now: clock.now, later: clock.later })
  const put = (state: 'queued' | 'sent') =>
    drafts.save({ id: 'r1', kind: 'report', form: {}, state, savedAt: clock.now() })
  put('queued')
  const changes = changesOf(drafts.subscribe)
  const Receipt = () => {
    useChanges(changes)
    const { state } = drafts.get('r1') ?? {}
    drawing()
    return createElement('view', null, state)
  }
  const { root, render } = createRoot(() => undefined, fault)
  return { put, open: () => render(createElement(Receipt)), shown: () => textOf(root) }
}

test('an answer that comes after the page was drawn and before it listens is shown', async () => {
  const { put, open, shown } = receipt()
  open()
  expect(shown()).toBe('queued')
  put('sent')
  await expect.poll(shown).toBe('sent')
})

test('an answer that comes while the page is being drawn is shown', async () => {
  let first = true
  const page = receipt(() => {
    if (first) page.put('sent')
    first = false
  })
  page.open()
  await expect.poll(page.shown).toBe('sent')
})

test('who does not listen any more is not told', () => {
  const { subscribe, tellAll } = createListeners()
  let told = 0
  const stop = subscribe(() => {
    told += 1
  })
  tellAll()
  stop()
  tellAll()
  expect(told).toBe(1)
})
