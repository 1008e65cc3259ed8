import { uuidOf } from '@huiyin/api/core/secrets.ts'
import postgres from 'postgres'
import { sized } from '../bench.ts'
import { besidePgbench, tinySide } from '../beside-pgbench.ts'
import { adviserId, counselToken, fillCounsel, villageCode } from '../counsel-town.ts'
import { fillOffice } from './office-town.ts'

const perVillage = 5
const asked = '邻居把水排到我家院子里，说了几次都不听'

/** Two in the afternoon in Shanghai, on the next days with office hours (Monday to Thursday) but for the very next ones. */
const starts = Array.from({ length: 21 }, (_, n) =>
  new Date(Date.now() + (n + 2) * 86_400_000).toISOString().slice(0, 10),
)
  .filter(day => [1, 2, 3, 4].includes(new Date(day).getUTCDay()))
  .map(day => `${day}T06:00:00.000Z`)

/**
 * A whole booking over HTTP beside pgbench with the very statements behind it: keep a time, confirm it with a reason, and give it
 * back, so that the next round finds it free. Nobody is stopped by the number of times that a person may keep in a day: a trigger
 * dates each booking back, on both sides.
 */
export const bench = sized({
  whole: { seconds: 8, rounds: 7, clients: 32, villages: 60 },
  tiny: { ...tinySide, villages: 2 },
  run: (cluster, { villages, ...size }) =>
    besidePgbench(cluster, {
      name: 'book',
      what: `keep a time, confirm it with a reason, give it back; ${villages} villages with office hours for 60 days`,
      fill: async url => {
        await fillCounsel(url, { villages, advisers: 1 })
        await fillOffice(url)
        await dateBack(url)
      },
      limit: 0.4,
      ...size,
      errands: Array.from({ length: villages * perVillage }, (_, n) => {
        const village = 1 + (n % villages)
        const token = counselToken('asker', 1 + n)
        const wanted = {
          adviserId: adviserId(village),
          communityId: villageCode(village),
          startsAt: starts[Math.floor(n / villages)],
        }
        const move = (verb: string, event: number, more?: object) => ({
          method: 'POST',
          path: ([id]: readonly string[]) => `/api/bookings/${id}/${verb}`,
          token,
          body: (ids: readonly string[]) => ({ eventId: ids[event], ...more }),
        })
        return [
          { method: 'POST', path: () => '/api/bookings', token, body: ([id]) => ({ id, ...wanted }) },
          move('confirm', 1, { reason: asked }),
          move('cancel', 2),
        ]
      }),
      madeOf: ([id, confirmed]) => [uuidOf(`appointment ${id} 0`), uuidOf(`${confirmed} reason`)],
    }),
})

const dateBack = async (url: string) => {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  await sql.unsafe(
    `create function date_back() returns trigger language plpgsql as $$ begin new.created_at := new.created_at - interval '2 days'; return new; end $$`,
  )
  await sql.unsafe('create trigger date_back before insert on bookings for each row execute function date_back()')
  await sql.end()
}
