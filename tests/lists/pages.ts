// Made by `npm run rooms:lists` from the rooms that are there.

import { pages as consultations } from '../consultations/phone/pages.ts'
import { pages as questions } from '../questions/phone/pages.ts'
import { pages as reports } from '../reports/phone/pages.ts'
import type { PhonePages } from '../support/phones.ts'

export const pagesOf: Record<string, PhonePages> = {
  consultations,
  questions,
  reports,
}
