import { refuse } from '@huiyin/shared/core/problem.ts'
import { inputWords } from './words.ts'

/** A place in a list by (moment, id), opaque to the caller. */
export const toCursor = (at: Date, id: string): string => Buffer.from(`${at.getTime()} ${id}`).toString('base64url')

/** Milliseconds up to the year 2286 and an id: what the database can read. */
const place = /^(\d{1,13}) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/** Undefined without a cursor; a cursor of another making is bad input. */
export const fromCursor = (cursor: string | undefined): [Date, string] | undefined => {
  if (cursor === undefined) return undefined
  const [, at, id] = place.exec(Buffer.from(cursor, 'base64url').toString()) ?? []
  if (!at || !id) return refuse('bad-input', [{ field: 'cursor', message: inputWords.cursor }])
  return [new Date(Number(at)), id]
}
