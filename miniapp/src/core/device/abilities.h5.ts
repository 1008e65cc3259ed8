import Taro from '@tarojs/taro'
import { say } from '../toast.ts'
import { keepPdf } from './kept-files.h5.ts'
import { permissionWords as words } from './permission-words.ts'
import { keepPhoto } from './pictures.h5.ts'
import type { Abilities } from './platform-shape.ts'
import { wgsToGcj } from './wgs-to-gcj.ts'

const choosePhotos: Abilities['choosePhotos'] = async (count, from) => {
  try {
    const chosen = await Taro.chooseImage({ count, sizeType: ['original'], ...(from && { sourceType: [from] }) })
    return chosen.tempFilePaths
  } catch {
    say(words.broken('photo'))
    return []
  }
}

/** A browser does not tell that she closed its window: then nothing more happens. */
const choosePdfs: Abilities['choosePdfs'] = count =>
  new Promise(resolve => {
    const input = document.createElement('input')
    Object.assign(input, { type: 'file', accept: 'application/pdf', multiple: count > 1 })
    const chosen = () => [...(input.files ?? [])].map(file => ({ path: URL.createObjectURL(file), name: file.name }))
    input.onchange = () => resolve(chosen())
    input.oncancel = () => resolve([])
    input.click()
  })

/** She said no to the browser: only its own settings can undo that. */
const refused = 1

const chooseSpot: Abilities['chooseSpot'] = () =>
  new Promise(resolve => {
    const none = (said: string) => {
      say(said)
      resolve(undefined)
    }
    if (!navigator.geolocation) return none(words.notHere('spot'))
    navigator.geolocation.getCurrentPosition(
      here => resolve({ name: words.here, ...wgsToGcj(here.coords.longitude, here.coords.latitude) }),
      ({ code }) => none(code === refused ? words.browserSpot : words.noSpot),
      { timeout: 10_000 },
    )
  })

/** Without a safe address (https) a browser has no clipboard. */
const copy = async (text: string) => {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}

export const abilities: Abilities = {
  choosePhotos,
  keepPhoto,
  choosePdfs,
  keepPdf,
  chooseSpot,
  spotWords: words.useHere,
  scan: undefined,
  addToCalendar: undefined,
  copy,
  listen: undefined,
}
