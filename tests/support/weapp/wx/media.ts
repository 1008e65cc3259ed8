import { readFileSync } from 'node:fs'
import { extname } from 'node:path'
import type { Session } from '../session.ts'
import { type Api, type Options, refuse } from './api.ts'
import { makeTempFile, onDisk } from './files.ts'

/** What the person picks: a file on this computer, or its bytes (taken for a JPEG). */
export type Photo = string | Uint8Array

/** A file from a chat: what it is called and its bytes. */
export type ChatFile = { name: string; content: Uint8Array }

function fromChat(session: Session, answer: unknown, options: Options) {
  if (!Array.isArray(answer)) refuse('cancel')
  const endings = options.extension as string[] | undefined
  return (answer as ChatFile[])
    .filter(({ name }) => !endings || endings.includes(extname(name).slice(1)))
    .slice(0, Number(options.count ?? 100))
    .map(({ name, content }) => ({
      ...{ name, size: content.length, type: 'file', time: 0 },
      path: makeTempFile(session, content, extname(name)),
    }))
}

function picked(session: Session, answer: unknown, count: unknown) {
  if (!Array.isArray(answer)) refuse('cancel')
  return (answer as Photo[]).slice(0, Number(count ?? 9)).map(photo => {
    const content = typeof photo === 'string' ? readFileSync(photo) : Buffer.from(photo)
    const tempFilePath = makeTempFile(session, content, typeof photo === 'string' ? extname(photo) : '.jpg')
    return { tempFilePath, size: content.length, ...measure(content) }
  })
}

/** Pixels of a JPEG or PNG from its header; zeros for anything else. */
export function measure(content: Buffer): { width: number; height: number; type: string } {
  if (content.subarray(1, 4).toString('latin1') === 'PNG')
    return { width: content.readUInt32BE(16), height: content.readUInt32BE(20), type: 'png' }
  if (content.readUInt16BE(0) !== 0xffd8) return { width: 0, height: 0, type: 'unknown' }
  for (let at = 2; at + 9 < content.length; at += 2 + content.readUInt16BE(at + 2)) {
    const marker = content[at + 1] ?? 0
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return { width: content.readUInt16BE(at + 7), height: content.readUInt16BE(at + 5), type: 'jpeg' }
  }
  return { width: 0, height: 0, type: 'jpeg' }
}

function readPhoto(session: Session, path: unknown, errno: number): Buffer {
  try {
    return readFileSync(onDisk(session, path) ?? '')
  } catch {
    return refuse(`file doesn't exist: ${path}`, errno)
  }
}

export const mediaApis: Record<string, Api> = {
  chooseMedia: ({ count }, { session, answer }) => {
    const files = picked(session, answer, count).map(file => ({
      ...file,
      fileType: 'image',
      thumbTempFilePath: '',
      duration: 0,
    }))
    return { tempFiles: files, type: 'image' }
  },
  chooseImage: ({ count }, { session, answer }) => {
    const files = picked(session, answer, count)
    const tempFiles = files.map(({ tempFilePath, size }) => ({ path: tempFilePath, size }))
    return { tempFilePaths: files.map(file => file.tempFilePath), tempFiles }
  },
  chooseMessageFile: (options, { session, answer }) => ({ tempFiles: fromChat(session, answer, options) }),
  /** A copy of the same bytes unless the test gives others with `will('compressImage', bytes)`. */
  compressImage: ({ src }, { session, answer }) => {
    const content = readPhoto(session, src, 1103002)
    const small = answer instanceof Uint8Array ? answer : content
    return { tempFilePath: makeTempFile(session, small, extname(String(src))) }
  },
  getImageInfo: ({ src }, { session }) => ({
    ...measure(readPhoto(session, src, 1103002)),
    path: src,
    orientation: 'up',
  }),
  previewImage: () => undefined,
  previewMedia: () => undefined,
  saveImageToPhotosAlbum: () => undefined,
}
