import type { PhotoStore } from '@huiyin/api/core/adapters/photo-store.ts'

/** Keeps photos while the test lasts, in `kept` where somebody wants to look. */
export const memoryStore = (kept = new Map<string, Uint8Array>()): PhotoStore => ({
  put: async (key, bytes) => void kept.set(key, bytes),
  get: async key => kept.get(key),
  remove: async key => void kept.delete(key),
})
