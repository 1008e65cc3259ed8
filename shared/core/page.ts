import * as z from 'zod/mini'

/** Cursor pages: newest (or most urgent) first, `next` is opaque and absent on the last page. */
export const PageQuery = {
  cursor: z.optional(z.string().check(z.maxLength(200))),
  limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(50)), 20),
}

export const pageOf = <T extends z.core.$ZodType>(item: T) =>
  z.object({ items: z.array(item), next: z.optional(z.string()) })

export type Page<T> = { items: T[]; next?: string | undefined }

/** Cuts a list that was read with one row too many into a page. */
export const toPage = <T>(rows: T[], limit: number, cursorOf: (last: T) => string): Page<T> => {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return rows.length > limit && last ? { items, next: cursorOf(last) } : { items }
}
