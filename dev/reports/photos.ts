import { type Album, pictureIn } from '../town/album.ts'
import { createRandom } from '../town/random.ts'
import type { Matter } from './matters.ts'

/** Rows of a matter's photos: trouble at the beginning, mended at the end. Many rows share one picture. */
export const photosOf = ({ life, story, look }: Matter, album: Album) => {
  const random = createRandom(`photos of ${life.filing.id}`)
  const taken = life.steps.flatMap(step =>
    Array.from({ length: step.photos }, (_, position) => {
      const mended = step.event !== 'file'
      const kept = pictureIn(album, story.scene, look + position, mended)
      return { id: random.id(), ownerId: step.actorId, seq: step.seq, at: step.at, position, kept }
    }),
  )
  return {
    rows: taken.map(({ id, ownerId, at, kept }) => ({
      id,
      owner_id: ownerId,
      state: 'stored',
      storage_key: kept.key,
      source_hash: kept.fullHash,
      full_hash: kept.fullHash,
      thumb_hash: kept.thumbHash,
      width: kept.width,
      height: kept.height,
      bytes: kept.bytes,
      created_at: at,
      stored_at: at,
      check_state: 'pass',
      check_tries: 1,
    })),
    uses: taken.map(({ id, ownerId, seq, position }) => ({
      photo_id: id,
      owner_id: ownerId,
      report_id: life.filing.id,
      seq,
      position,
    })),
    cover: taken.find(it => it.seq === 0)?.id ?? null,
  }
}
