import { adviserContacts } from '@huiyin/db/consultations/along-tables.ts'
import { officeHours, officePlaces } from '@huiyin/db/consultations/office-tables.ts'
import { people } from '@huiyin/db/people/tables.ts'
import type { Mode } from '@huiyin/shared/consultations/modes.ts'
import { inArray } from 'drizzle-orm'
import type { Furnish } from '../support/town.ts'

/** Where the town's advisers meet people, and the codes on the check-in posters. */
export const rooms = {
  legal: { id: '00000000-0000-4000-8000-00000000e001', communityId: 't001v1', name: '法律服务室', code: 'legal001' },
  hall: { id: '00000000-0000-4000-8000-00000000e002', communityId: 't001v1', name: '议事厅', code: 'hall0001' },
  bridge: { id: '00000000-0000-4000-8000-00000000e003', communityId: 't001v2', name: '法律服务室', code: 'bridge01' },
} as const

type Hours = {
  openid: string
  room: keyof typeof rooms
  weekday: number
  from: number
  to: number
  mode?: Mode
  slotMinutes?: number
  capacity?: number
}
const hour = 60

/** Tuesday and Thursday in the legal room, a lecture for three on Wednesday evening, Friday by telephone; and the neighbours' lawyer. */
const hours: Hours[] = [
  { openid: 'adviser', room: 'legal', weekday: 2, from: 14 * hour, to: 17 * hour },
  { openid: 'adviser', room: 'hall', weekday: 3, from: 19 * hour, to: 20.5 * hour, slotMinutes: 90, capacity: 3 },
  { openid: 'adviser', room: 'legal', weekday: 4, from: 14 * hour, to: 17 * hour },
  { openid: 'adviser', room: 'legal', weekday: 5, from: 9 * hour, to: 11 * hour, mode: 'phone' },
  { openid: 'adviser-neutral', room: 'bridge', weekday: 3, from: 14 * hour, to: 17 * hour },
  { openid: 'adviser-neutral', room: 'bridge', weekday: 6, from: 9 * hour, to: 11 * hour },
  { openid: 'adviser-mate', room: 'bridge', weekday: 4, from: 9 * hour, to: 11 * hour },
]

export const furnish: Furnish = async db => {
  const openids = [...new Set(hours.map(it => it.openid))]
  const rows = await db.select().from(people).where(inArray(people.openid, openids))
  await db.insert(officePlaces).values(Object.values(rooms))
  await db
    .insert(adviserContacts)
    .values({ personId: rows.find(row => row.openid === 'adviser')?.id ?? '', phone: '0571-0000001' })
  await db.insert(officeHours).values(
    hours.map((it, n) => ({
      id: `00000000-0000-4000-8000-00000000f00${n}`,
      adviserId: rows.find(row => row.openid === it.openid)?.id ?? '',
      communityId: rooms[it.room].communityId,
      placeId: rooms[it.room].id,
      mode: it.mode ?? 'onsite',
      weekday: it.weekday,
      fromMinute: it.from,
      toMinute: it.to,
      slotMinutes: it.slotMinutes ?? 30,
      bufferMinutes: 10,
      noticeMinutes: 60,
      horizonDays: 30,
      capacity: it.capacity ?? 1,
      since: '2020-01-01',
      onDaysOff: false,
      updatedAt: new Date('2020-01-01T00:00:00Z'),
    })),
  )
}
