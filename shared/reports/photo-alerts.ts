import type { Kind } from '../alerts/alert-kind.ts'
import { reportPages } from './report-pages.ts'

/** Alerts about photos that were named and never came: to whoever took them, and to whoever waits for them. */
export const photoAlerts = {
  'report-photos-lost': {
    title: '照片没有传到',
    text: f => `编号 ${f.number}（${f.kind}）有照片一直没有传到，点开可以再补一张`,
    phrase: '缺照片',
    page: reportPages.show,
    template: null,
  },
  'task-photos-lost': {
    title: '照片没有传到',
    text: f => `${f.place}：${f.kind}，居民的照片一直没有传到，可以打电话问一问`,
    phrase: '缺照片',
    page: reportPages.handle,
    template: null,
  },
  'task-own-photos-lost': {
    title: '您的照片没有传到',
    text: f => `${f.place}：${f.kind}，您附的照片一直没有传到，点开可以再补一张`,
    phrase: '缺照片',
    page: reportPages.handle,
    template: null,
  },
} as const satisfies Record<string, Kind>
