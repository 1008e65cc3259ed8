import { customType, point, timestamp } from 'drizzle-orm/pg-core'

/** A moment. Milliseconds only: a JavaScript Date keeps no more, and a cursor must find its row again. */
export const at = (name: string) => timestamp(name, { precision: 3, withTimezone: true, mode: 'date' })

/** Longitude and latitude as PostgreSQL's point (x = lng, y = lat); the column name says which datum. */
export const place = (name: string) => point(name, { mode: 'xy' })

/** A closed ring of [lng, lat] in PostgreSQL's own polygon type: no extension needed. */
export const ring = customType<{ data: [number, number][]; driverData: string }>({
  dataType: () => 'polygon',
  toDriver: corners => `(${corners.map(([x, y]) => `(${x},${y})`).join(',')})`,
  fromDriver: text => [...text.matchAll(/\(?\(([^,()]+),([^()]+)\)/g)].map(m => [Number(m[1]), Number(m[2])]),
})
