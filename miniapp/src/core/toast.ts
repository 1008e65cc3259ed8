import type { Problem } from '@huiyin/shared/core/problem-body.ts'
import { createListeners } from './follow.ts'

/** Milliseconds per character, and at least: slow readers must get to the end. */
const perCharacter = 180
const atLeast = 2_500

const { subscribe, tellAll } = createListeners()
let said = ''
let timer: ReturnType<typeof setTimeout> | undefined

const put = (text: string) => {
  said = text
  tellAll()
}

/** Whichever page is on screen shows it: it outlives a change of pages. */
export const say = (text: string) => {
  clearTimeout(timer)
  timer = setTimeout(() => put(''), Math.max(atLeast, text.length * perCharacter))
  put(text)
}

export const saying = { subscribe, now: () => said }

/** What happened and what to do, in one breath. */
export const tell = ({ title, detail }: Problem) => say(`${title}。${detail}`)
