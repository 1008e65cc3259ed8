import type { ReportKind } from '@huiyin/shared/reports/report-kinds.ts'
import type { SceneName } from '../town/pictures/paint.ts'
import type { UnitId } from '../town/words.ts'
import { houseStories } from './house-words.ts'
import { streetStories } from './street-words.ts'

/** One kind of trouble: how neighbours put it, where it is, who can mend it, what is written when it is done. */
export type Story = {
  scene: SceneName
  /** What `triage` makes of every sentence in `said`. */
  kind: ReportKind
  unit: UnitId
  said: readonly string[]
  spots: readonly string[]
  /** The partner unit's own words when its part is done. */
  finished: readonly string[]
  resolved: readonly string[]
}

export const stories: readonly Story[] = [...houseStories, ...streetStories]
