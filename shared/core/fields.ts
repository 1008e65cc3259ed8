import * as z from 'zod/mini'

/** Made on the phone (UUID); it is also the idempotency key of the write that carries it. */
export const Id = z.uuid().check(z.toLowerCase())

export const codeLength = { least: 4, most: 16 } as const
/** Short public code of an area or a meeting place, safe inside a QR scene: so many of [0-9A-Za-z]. */
export const Code = z.string().check(z.regex(new RegExp(`^[0-9A-Za-z]{${codeLength.least},${codeLength.most}}$`)))

/** Key of a partner unit or of a desk. */
export const Key = z.string().check(z.regex(/^[\w-]{1,40}$/))

/** ISO 8601 in UTC with milliseconds, e.g. 2026-11-23T01:30:00.000Z. */
export const At = z.iso.datetime()

/** Degrees of longitude and latitude between which China lies. */
export const china = { lng: [73, 136], lat: [3, 54] } as const
const inChina = (along: keyof typeof china) => [z.minimum(china[along][0]), z.maximum(china[along][1])] as const

/** Degrees; gcj02 on the wire, as WeChat gives them. Numbers in a query string arrive as text. */
export const Lng = z.coerce.number().check(...inChina('lng'))
export const Lat = z.coerce.number().check(...inChina('lat'))
export const Point = z.object({
  lng: z.number().check(...inChina('lng')),
  lat: z.number().check(...inChina('lat')),
})
export type Point = z.infer<typeof Point>

/** What nobody types: control characters but line breaks, halves of characters, and marks that turn the reading direction. */
const unseen = /(?!\n)\p{Cc}|\p{Cs}|[\u202a-\u202e\u2066-\u2069]/gu

/** Trimmed words of at most `most` characters, at least one of them visible; what cannot be seen or stored is left out. */
export const words = (most: number) =>
  z.string().check(
    z.overwrite(text => text.replace(unseen, '')),
    z.trim(),
    z.minLength(1),
    z.maxLength(most),
    z.regex(/[^\s\p{C}]/u),
  )
