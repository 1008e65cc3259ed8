import { useSyncExternalStore } from 'react'
import { createListeners } from '../follow.ts'
import { createKeeping } from './keeping.ts'
import { platform } from './platform.ts'

const key = 'elder'
/** Whoever set the system's letters this large gets 长辈版 without asking. */
const elderFrom = 1.3
const largest = 1.75
/** From here on what only says more makes room for what she came for. */
const largeFrom = 1.4
/** 长辈版 begins larger, so it needs less: 20 × 1.5 = 30. */
const largestElder = 1.5

const storage = createKeeping(platform.storage)

type Appearance = { elder: boolean; scale: number }

const read = (): Appearance => {
  const scale = Math.min(largest, Math.max(0.9, platform.fontScale()))
  const chosen = storage.read(key)
  return { elder: chosen ? chosen === 'on' : scale >= elderFrom, scale }
}

let current: Appearance | undefined
const { subscribe, tellAll } = createListeners()

const get = () => {
  current ??= read()
  return current
}

export const setElder = (elder: boolean) => {
  storage.write(key, elder ? 'on' : 'off')
  current = { ...get(), elder }
  tellAll()
}

export const useAppearance = () => useSyncExternalStore(subscribe, get, get)

/** Class and style that carry the tokens; see tokens.css. Large titles grow only half as fast, or they would not fit. */
export const appearanceProps = ({ elder, scale: system }: Appearance) => {
  const scale = elder ? Math.min(system, largestElder) : system
  const style: Record<string, string> = { '--scale': String(scale), '--scale-title': String(1 + (scale - 1) / 2) }
  const className = ['hy', elder && 'elder', scale >= largeFrom && 'large'].filter(Boolean).join(' ')
  return { className, style }
}
