import Taro from '@tarojs/taro'
import { keepPdf } from './keep-files.ts'
import { allowed } from './permission.ts'
import { permissionWords as words } from './permission-words.ts'
import { keepPhoto } from './pictures.ts'
import type { Abilities } from './platform-shape.ts'
import './tell-purposes.ts'
import { listen } from './voice.ts'

const choosePhotos: Abilities['choosePhotos'] = async (count, from) => {
  const chosen = await allowed('photo', () =>
    Taro.chooseMedia({ count, mediaType: ['image'], sizeType: ['compressed'], ...(from && { sourceType: [from] }) }),
  )
  return chosen?.tempFiles.map(file => file.tempFilePath) ?? []
}

const choosePdfs: Abilities['choosePdfs'] = async count => {
  const chosen = await allowed('file', () => Taro.chooseMessageFile({ count, type: 'file', extension: ['pdf'] }))
  return chosen?.tempFiles.map(({ path, name }) => ({ path, name })) ?? []
}

const chooseSpot: Abilities['chooseSpot'] = async () => {
  const spot = await allowed('spot', () => Taro.chooseLocation({}))
  return spot && { name: spot.name || spot.address, lng: Number(spot.longitude), lat: Number(spot.latitude) }
}

const scan = async () => {
  const read = await allowed('scan', () => Taro.scanCode({ onlyFromCamera: true }))
  return read && (read.path || read.result)
}

const addToCalendar: Abilities['addToCalendar'] = async ({ title, where, startsAt, endsAt }) => {
  const times = { startTime: startsAt / 1000, endTime: String(endsAt / 1000), alarmOffset: 3600 }
  const added = await allowed('calendar', () => Taro.addPhoneCalendar({ title, location: where, ...times }))
  return added !== undefined
}

/** Whoever asks says in words that it could not be copied. */
const copy = (data: string) =>
  Taro.setClipboardData({ data }).then(
    () => true,
    () => false,
  )

export const abilities: Abilities = {
  choosePhotos,
  keepPhoto,
  choosePdfs,
  keepPdf,
  chooseSpot,
  spotWords: words.onMap,
  scan,
  addToCalendar,
  copy,
  listen: VOICE_PLUGIN ? listen : undefined,
}
