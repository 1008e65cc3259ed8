import { urlOf } from '@huiyin/shared/core/address.ts'
import type { PublishedItem } from '@huiyin/shared/reports/publication.ts'
import { reportKinds } from '@huiyin/shared/reports/report-kinds.ts'
import { reportPages } from '@huiyin/shared/reports/report-pages.ts'
import { coverOf, type Shared } from '@/core/device/share-shape.ts'
import { absolute } from '@/core/origin.ts'
import { publicationWords } from './publication-words.ts'

const words = publicationWords.list
const page = reportPages.published

/** A mended matter on a card: its cleared copy, kind and village, and the page that shows it alone. */
export const sharedOf = ({ id, kind, village, after }: PublishedItem): Shared => ({
  title: words.shared(reportKinds[kind].name, village),
  url: urlOf(page, { id }),
  picture: absolute(after.url),
})

export const sharedAll: Shared = { title: words.sharedAll, url: urlOf(page), picture: coverOf(page) }
