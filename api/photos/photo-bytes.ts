import type { Outside } from '../core/outside.ts'

type Store = Pick<Outside, 'photoStore'>

/** A photo lies in the store in two sizes. */
const filesOf = (key: string) => ({ full: `${key}.jpg`, thumb: `${key}.thumb.jpg` })

export const keepBytes = async (
  { photoStore }: Store,
  key: string,
  { full, thumb }: { full: Uint8Array; thumb: Uint8Array },
): Promise<void> => {
  await photoStore.put(filesOf(key).full, full)
  await photoStore.put(filesOf(key).thumb, thumb)
}

/** Undefined when there is no such key. */
export const getBytes = ({ photoStore }: Store, key: string, size: 'full' | 'thumb'): Promise<Uint8Array | undefined> =>
  photoStore.get(filesOf(key)[size])

export const removeBytes = async ({ photoStore }: Store, key: string): Promise<void> => {
  await photoStore.remove(filesOf(key).full)
  await photoStore.remove(filesOf(key).thumb)
}
