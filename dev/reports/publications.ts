import type { PhotoStore } from '@huiyin/api/core/adapters/photo-store.ts'
import { insertRows } from '@huiyin/db/core/bulk.ts'
import type { Db } from '@huiyin/db/core/client.ts'
import { shanghaiDay } from '@huiyin/shared/core/working-time.ts'
import { tracesIn } from '@huiyin/shared/matters/traces.ts'
import { consentVersion } from '@huiyin/shared/reports/publication.ts'
import type { Album } from '../town/album.ts'
import { createRandom } from '../town/random.ts'
import type { PlannedArea } from '../town/rows.ts'
import type { Matter } from './matters.ts'
import { photosOf } from './photos.ts'

/** Of the matters that were closed last: so many reporters agreed, and so many of these are shown already. */
const agreed = 40
const shown = 12
/** The most who have said thank you for one of them. */
const thankers = 24

/** Consents and publications. The drawings show nobody, so the copies have nothing hidden in them. */
export const writePublications = async (
  db: Db,
  store: PhotoStore,
  matters: readonly Matter[],
  areas: Map<string, PlannedArea>,
  album: Album,
) => {
  const ended = matters
    .filter(({ life }) => life.state === 'closed')
    .map(matter => ({ ...rowsOf(matter, areas, album), endedAt: matter.life.steps.at(-1)?.at ?? new Date(0) }))
    .filter(it => it.photos.length === 2)
    .sort((a, b) => b.endedAt.getTime() - a.endedAt.getTime())
    .slice(0, agreed)
  const inPublic = ended.filter((_, index) => index % 3 === 0).slice(0, shown)
  await Promise.all(
    inPublic.flatMap(it => it.photos.map(photo => copyPicture(store, photo.from, photo.row.storage_key))),
  )
  await insertRows(
    db,
    'publication_consents',
    ended.map(it => it.consent),
  )
  await insertRows(
    db,
    'publications',
    inPublic.map(it => it.publication),
  )
  await insertRows(
    db,
    'publication_photos',
    inPublic.flatMap(it => it.photos.map(photo => photo.row)),
  )
  const residents = [...new Set(matters.map(it => it.life.filing.reporterId))]
  await insertRows(
    db,
    'publication_thanks',
    inPublic.flatMap(it => thanksFor(it.publication, residents)),
  )
}

const thanksFor = ({ id, published_at }: { id: string; published_at: Date }, residents: readonly string[]) => {
  const random = createRandom(`thanks for ${id}`)
  const from = random.int(0, residents.length - 1)
  return residents
    .slice(from, from + random.int(0, thankers))
    .map(personId => ({ id: random.id(), publication_id: id, person_id: personId, at: published_at }))
}

const copyPicture = async (store: PhotoStore, from: string, to: string) => {
  for (const end of ['.jpg', '.thumb.jpg']) {
    const bytes = await store.get(`${from}${end}`)
    if (bytes) await store.put(`${to}${end}`, bytes)
  }
}

const rowsOf = (matter: Matter, areas: Map<string, PlannedArea>, album: Album) => {
  const { filing, steps } = matter.life
  const random = createRandom(`publication of ${filing.id}`)
  const [consentId, id] = [random.id(), random.id()]
  const taken = photosOf(matter, album)
  const at = steps.at(-1)?.at ?? filing.createdAt
  const solution = steps.findLast(step => step.event === 'resolve')
  const solved = solution?.seq
  const village = areas.get(areas.get(filing.gridId)?.parentId ?? '')?.name ?? ''
  const photos = (['before', 'after'] as const).flatMap(side => {
    const use = taken.uses.find(it => it.seq === (side === 'before' ? 0 : solved) && it.position === 0)
    const from = taken.rows.find(it => it.id === use?.photo_id)?.storage_key
    if (!use || !from) return []
    const row = { id: random.id(), publication_id: id, photo_id: use.photo_id, side, rects: [] }
    return [{ from, row: { ...row, storage_key: `public/demo/${id}-${side}` } }]
  })
  return {
    consent: { id: consentId, report_id: filing.id, person_id: filing.reporterId, version: consentVersion, at },
    publication: {
      ...{ id, report_id: filing.id, consent_id: consentId, kind: filing.kind, village },
      ...{ words: solution?.words && tracesIn(solution.words).length === 0 ? solution.words : null },
      ...{ month: shanghaiDay(at).slice(0, 7), state: 'public', input_hash: 'demo', published_at: at },
    },
    photos,
  }
}
