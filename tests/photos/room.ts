import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { text } from '../support/anything.ts'
import { type Ask, get } from '../support/ask.ts'
import type { TestRoom } from '../support/test-room.ts'

/** Refused for its bytes, after the caller has been let in. */
const upload = (path: string): Ask => {
  const body = new FormData()
  body.set('file', new File(['GIF89a'], 'a.jpg'))
  return { path: `${path}/${randomUUID()}`, init: { method: 'POST', body } }
}

export const room: TestRoom = {
  open: {
    readPhoto: async (_, { people }) => get((await people.reporter?.upload())?.url ?? ''),
    readFile: () => get(`/api/files/${randomUUID()}/full?until=1&signature=none`),
  },
  signedIn: { storePhoto: () => upload('/api/photos'), storeFile: () => upload('/api/files') },
  met: { storePhoto: 415, storeFile: 415, readFile: 404 },
  fields: {
    size: fc.constantFrom('full', 'thumb', 'check', 'review'),
    until: fc.integer(),
    part: fc.integer({ min: 1, max: 3 }),
    signature: text,
  },
}
