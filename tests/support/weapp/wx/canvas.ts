import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import type { Callback, Session } from '../session.ts'
import { onDisk } from './files.ts'

type Drawn = { white: Buffer; black: Buffer }

/** A real decoder draws; what shines through is as dark as an empty canvas unless it was painted white before. */
const drawnAs = async (bytes: Buffer, width: number, height: number): Promise<Drawn> => {
  const on = (background: string) =>
    sharp(bytes).resize({ width, height, fit: 'fill' }).flatten({ background }).jpeg({ quality: 75 }).toBuffer()
  return { white: await on('#ffffff'), black: await on('#000000') }
}

type Picture = { onload?: Callback; onerror?: Callback; drawn?: Drawn; src: string }

function pictureOf(session: Session, width: number, height: number): Picture {
  const load = async (path: string) => {
    const label = `image ${path}`
    session.working.add(label)
    try {
      picture.drawn = await drawnAs(readFileSync(onDisk(session, path) ?? ''), width, height)
    } catch {
      // Told by `onerror`.
    }
    await session.enter('image', () => (picture.drawn ? picture.onload : picture.onerror)?.())
    session.working.delete(label)
  }
  const picture: Picture = {
    get src() {
      return ''
    },
    set src(path: string) {
      void load(path)
    },
  }
  return picture
}

/** Base libraries have it from 2.16 on. */
const isThere = ({ device }: Session) => {
  const [major = 0, minor = 0] = device.shape.SDKVersion.split('.').map(Number)
  return major > 2 || minor >= 16
}

/** One picture at most is drawn, over all of it. */
export function canvasApis(session: Session): Record<string, unknown> {
  if (!isThere(session)) return {}
  return {
    createOffscreenCanvas: ({ width, height }: { width: number; height: number }) => {
      let isWhite = false
      let drawn: Drawn | undefined
      const pen = {
        fillStyle: '#000000',
        fillRect: (x: number, y: number, w: number, h: number) => {
          isWhite = pen.fillStyle === '#ffffff' && x === 0 && y === 0 && w === width && h === height
        },
        drawImage: (picture: Picture) => {
          drawn = picture.drawn
        },
      }
      const toDataURL = () => `data:image/jpeg;base64,${(isWhite ? drawn?.white : drawn?.black)?.toString('base64')}`
      return { createImage: () => pictureOf(session, width, height), getContext: () => pen, toDataURL }
    },
  }
}
