import { pgTable, text } from 'drizzle-orm/pg-core'
import { at } from './columns.ts'

/** Access tokens that all instances share: one fetches, the others wait for it. Kept enciphered. */
export const sharedTokens = pgTable('shared_tokens', {
  name: text('name').primaryKey(),
  cipher: text('cipher'),
  hash: text('hash'),
  /** Until when it is good; null or past: it must be fetched. Database time. */
  until: at('until'),
  /** Whoever holds this lease is fetching. */
  fetchingUntil: at('fetching_until'),
})
