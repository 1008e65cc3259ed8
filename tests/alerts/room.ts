import { randomUUID } from 'node:crypto'
import { rowsOf } from '@huiyin/db/core/client.ts'
import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { ids, places, text } from '../support/anything.ts'
import { get, send } from '../support/ask.ts'
import { type Cast, cast, townships, type Who } from '../support/cast.ts'
import type { TestRoom } from '../support/test-room.ts'
import type { World } from '../support/world.ts'

const grids: Record<string, string> = { t001: 't001v1g1', t002: 't002v1g1' }

/** A call that waits to be made in a township; undefined where nobody calls. */
const callIn = async (township: string, { world, people }: { world: World; people: Cast }) => {
  const gridId = grids[township]
  if (!gridId) return undefined
  const [row] = await rowsOf<{ id: string }>(
    world.outside.db,
    sql`insert into alerts (event_id, matter_id, grid_id, recipient_id, channel, kind, fill, urgent, state, due_at, created_at)
      select gen_random_uuid(), gen_random_uuid(), ${gridId}, ${people.worker?.id ?? ''}::uuid, 'phone', 'report-new', '{"number":"1","kind":"漏水","place":"柳塘村"}',
        true, 'waiting', at, at from (select ${world.clock.now.toISOString()}::timestamptz) t(at) returning id`,
  )
  return row?.id
}

const health: Record<string, Who[]> = { ...townships, t001: ['officer', 'admin'] }

export const room: TestRoom = {
  open: { listRescuePhones: () => get('/api/rescue-phones?area=t001v1') },
  signedIn: {
    listAlerts: () => get('/api/alerts'),
    listInbox: () => get('/api/alerts/inbox'),
    countUnread: () => get('/api/alerts/unread'),
    markRead: () => send('POST', '/api/alerts/read', {}),
    listPermits: () => get('/api/permits'),
    recordPermits: () => send('POST', '/api/permits', { id: randomUUID(), results: {} }),
  },
  byPlace: {
    listCalls: { ask: township => get(`/api/alerts/calls?township=${township}`), held: townships },
    getHealth: { ask: township => get(`/api/alerts/health?township=${township}`), held: health },
    markCalled: {
      ask: async (township, town) =>
        send('POST', `/api/alerts/calls/${(await callIn(township, town)) ?? randomUUID()}`, {}),
      held: townships,
      hidden: true,
    },
    revealCall: {
      ask: async (township, town) =>
        send('POST', `/api/alerts/calls/${(await callIn(township, town)) ?? randomUUID()}/reveal`, {
          eventId: randomUUID(),
        }),
      held: townships,
      hidden: true,
    },
    recordEmployee: {
      ask: () => send('PUT', '/api/permits/employee', { accepted: true }),
      held: { anywhere: cast.filter(who => !['nobody', 'reporter', 'joiner', 'stranger'].includes(who)) },
    },
  },
  fields: {
    results: fc.dictionary(text, fc.constantFrom('accept', 'reject', 'none')),
    ids: fc.array(ids, { maxLength: 5 }),
    matterId: ids,
    area: places,
    township: places,
    accepted: fc.boolean(),
    limit: fc.integer({ min: -2, max: 60 }),
    cursor: fc.oneof(
      text,
      ids.map(id => Buffer.from(`1795485600000 ${id}`).toString('base64url')),
    ),
  },
}
