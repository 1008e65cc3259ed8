import type { PhotoStore } from '@huiyin/api/core/adapters/photo-store.ts'

/** Keeps photos while the test lasts. */
export const memoryStore = (): PhotoStore => {
  const kept = new Map<string, Uint8Array>()
  return {
    put: async (key, bytes) => void kept.set(key, bytes),
    get: async key => kept.get(key),
    remove: async key => void kept.delete(key),
  }
}
