import { Refusal, refuse } from '@huiyin/shared/core/problem.ts'
import type { Outside } from '../core/outside.ts'
import { sha256 } from '../core/secrets.ts'

/** `late`: aborted once nobody waits for it any more. */
type Store = { outside: Pick<Outside, 'photoStore' | 'log'>; late?: AbortSignal | undefined }

/** A photo lies in the store in two sizes. */
const filesOf = (key: string) => ({ full: `${key}.jpg`, thumb: `${key}.thumb.jpg` })

/** A store that does not answer is nobody's fault here: the phone keeps the photo, and asks or sends again. */
const orBusy =
  ({ log }: Store['outside'], what: string) =>
  (error: unknown): never => {
    if (error instanceof Refusal) throw error
    log.error({ name: (error as Error).name, error: (error as Error).message }, what)
    return refuse('busy')
  }

export const keepBytes = async (
  { outside, late }: Store,
  key: string,
  { full, thumb }: { full: Uint8Array; thumb: Uint8Array },
): Promise<void> => {
  const { photoStore } = outside
  const put = async () => {
    await photoStore.put(filesOf(key).full, full, late)
    await photoStore.put(filesOf(key).thumb, thumb, late)
  }
  await put().catch(orBusy(outside, 'photo store refused'))
  late?.throwIfAborted()
}

/** Undefined when there is no such key. `hash`: SHA-256 of what was kept, where it is known; other bytes are as good as none yet. */
export const getBytes = async (
  { outside, late }: Store,
  key: string,
  size: 'full' | 'thumb',
  hash?: string | null,
): Promise<Uint8Array | undefined> => {
  const bytes = await outside.photoStore
    .get(filesOf(key)[size], late)
    .catch(orBusy(outside, 'photo store gave nothing'))
  if (!bytes || !hash || sha256(bytes) === hash) return bytes
  outside.log.error({ key, size }, 'photo store gave other bytes')
  return refuse('busy')
}

export const removeBytes = async ({ photoStore }: Pick<Outside, 'photoStore'>, key: string): Promise<void> => {
  await photoStore.remove(filesOf(key).full)
  await photoStore.remove(filesOf(key).thumb)
}
