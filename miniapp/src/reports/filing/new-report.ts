import type { CallFirst } from '@huiyin/shared/core/words/heads.ts'
import type { Place } from '@huiyin/shared/grids/area.ts'
import type { NewReport } from '@huiyin/shared/reports/filing-routes.ts'
import type { ReportSource } from '@huiyin/shared/reports/two-keys.ts'
import type { Draft } from '@/core/sending/drafts.ts'

/** Where it is: a building, a point, or a village with her own words about the spot. `label` is what she reads. */
export type ChosenPlace = {
  label: string
  buildingId?: string | undefined
  communityId?: string | undefined
  point?: { lng: number; lat: number } | undefined
}

/** What stands on the page 报问题. */
export type ReportForm = {
  photoIds: string[]
  words: string
  danger: boolean
  /** The danger in her words that she says is none. */
  calmed?: CallFirst | undefined
  place: ChosenPlace | undefined
  placeWords: string
  /** Absent in drafts of the last release: for herself. */
  source?: ReportSource
  forPhone?: string
  agreed?: boolean
}

export const blankReport: ReportForm = { photoIds: [], words: '', danger: false, place: undefined, placeWords: '' }

export const isBlank = (form: ReportForm) => form.photoIds.length === 0 && form.words.trim() === ''

export const asChosen = (place: Place): ChosenPlace | undefined =>
  place.buildingId ? { label: place.label, buildingId: place.buildingId } : undefined

export type Lacking = 'words' | 'place' | 'agreed' | 'phone'

const isPhone = (typed: string) => /^1[3-9]\d{9}$/.test(typed)

/** What is missing before it can be sent, by field. */
export const missing = (form: ReportForm): Lacking | undefined => {
  if (isBlank(form)) return 'words'
  if (form.source === 'proxy' && !form.agreed) return 'agreed'
  if (hasPerson(form) && form.forPhone && !isPhone(form.forPhone)) return 'phone'
  return form.place && (!form.place.communityId || form.placeWords.trim()) ? undefined : 'place'
}

/** Somebody else whose matter it is. */
export const hasPerson = ({ source }: ReportForm) => source === 'proxy' || source === 'call'

const text = (typed: string) => typed.trim() || undefined

export const toNewReport = (draft: Draft): NewReport => {
  const form = draft.form as ReportForm
  return {
    id: draft.id,
    photoIds: form.photoIds,
    danger: form.danger,
    calm: form.calmed === undefined ? undefined : true,
    words: text(form.words),
    placeWords: text(form.placeWords),
    buildingId: form.place?.buildingId,
    point: form.place?.point,
    communityId: form.place?.communityId,
    ...whom(form),
  }
}

/** Nothing for herself: that is how every report was sent before. */
const whom = (form: ReportForm) => {
  if (!form.source || form.source === 'resident') return {}
  const person = hasPerson(form) && form.forPhone ? { forPhone: form.forPhone } : {}
  return { source: form.source, ...person, ...(form.source === 'proxy' && { agreed: form.agreed }) }
}

/** A badly printed or cut code must not cost her the page. */
const decoded = (raw: string) => {
  try {
    return decodeURIComponent(raw)
  } catch {
    return ''
  }
}

/**
 * The place code on a house plate (门牌码): mini-program codes carry `scene` (`b=AB12CD` or the bare code), plain link codes carry
 * `q` (an address that ends in the code). Both arrive percent-encoded.
 */
export const placeCode = (params: { scene?: string | undefined; q?: string | undefined }): string | undefined => {
  const raw = params.scene ?? params.q
  if (!raw) return undefined
  const found = /(?:^|[/=])([0-9A-Za-z]{4,16})(?:&.*)?$/.exec(decoded(raw))
  return found?.[1]
}
