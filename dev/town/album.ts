import { createHash } from 'node:crypto'
import type { PhotoStore } from '@huiyin/api/core/adapters/photo-store.ts'
import { takeLook } from './pictures/look.ts'
import { draw, paint, type SceneName, scenes } from './pictures/paint.ts'
import { createRandom } from './random.ts'

/** Different photographs of one kind of trouble. */
export const looksPerScene = 3

type Kept = { key: string; fullHash: string; thumbHash: string; width: number; height: number; bytes: number }
/** Pictures in the photo store by scene, look, and whether the trouble is mended. */
export type Album = Map<string, Kept>

const nameOf = (scene: SceneName, look: number, mended: boolean) => `${scene} ${look} ${mended}`
/** Where a picture of the album is kept; `look` counts from 0. */
export const albumKey = (scene: SceneName, look: number, mended: boolean) =>
  `demo/${scene}-${look + 1}-${mended ? 'after' : 'before'}`.toLowerCase()

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** Draws every scene in every look, before and after, and puts the pictures into the store. */
export const fillAlbum = async (store: PhotoStore): Promise<Album> => {
  const wanted = (Object.keys(scenes) as SceneName[]).flatMap(scene =>
    Array.from({ length: looksPerScene * 2 }, (_, index) => ({ scene, look: index >> 1, mended: index % 2 === 1 })),
  )
  const entries = await Promise.all(
    wanted.map(async ({ scene, look, mended }) => {
      const { full, thumb, width, height } = await paint(
        draw(scene, takeLook(createRandom(`${scene} ${look}`)), mended),
      )
      const key = albumKey(scene, look, mended)
      await Promise.all([store.put(`${key}.jpg`, full), store.put(`${key}.thumb.jpg`, thumb)])
      const kept = { key, fullHash: sha256(full), thumbHash: sha256(thumb), width, height, bytes: full.length }
      return [nameOf(scene, look, mended), kept] as const
    }),
  )
  return new Map(entries)
}

/** One picture of the album. */
export const pictureIn = (album: Album, scene: SceneName, look: number, mended: boolean): Kept =>
  album.get(nameOf(scene, look % looksPerScene, mended)) as Kept
