import { listPlaceNames } from '@huiyin/db/grids/area-queries.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import { traceNames, tracesIn } from '@huiyin/shared/matters/traces.ts'
import type { Ctx } from '../core/context.ts'
import { recognisableWords } from './words.ts'

/** Around a matter: its township, whose places are known, what else must not be named. `open`: places that the text may name. */
type Around = { townshipId: string } & Record<'people', readonly string[]> &
  Partial<Record<'places' | 'open', readonly string[]>>

/** Refuses texts for everybody in which somebody could still be recognised; says what kind of thing was found, not what. */
export const demandUnrecognisable = async (
  ctx: Ctx,
  { townshipId, people, places = [], open = [] }: Around,
  texts: Readonly<Record<string, string>>,
): Promise<void> => {
  const names = (await listPlaceNames(ctx.db, townshipId)).filter(name => !open.includes(name))
  const known = [
    ...[...names.flatMap(name => [name, name.replace(/(?:村|社区|镇|街道|区|县)$/, '')]), ...places]
      .filter(Boolean)
      .map(words => ({ kind: 'place' as const, words })),
    ...people.filter(Boolean).map(words => ({ kind: 'person' as const, words })),
  ]
  const fields = Object.entries(texts).flatMap(([field, text]) => {
    const kinds = [...new Set(tracesIn(text, known).map(it => traceNames[it.kind]))]
    return kinds.length > 0 ? [{ field, message: recognisableWords(kinds) }] : []
  })
  if (fields.length > 0) refuse('still-recognisable', fields)
}
