import type { Kind } from '../alerts/alert-kind.ts'
import { reportPages } from './report-pages.ts'

/**
 * Alerts to whoever has nothing more to do with a report, or cannot wait for it any longer. Who has lost it may not even see it any
 * more: his message opens his desk.
 */
export const partingAlerts = {
  'task-moved': {
    title: '已由别人负责',
    text: f => `${f.place}：${f.kind}，现由${f.by ?? '别人'}负责，您不用再去`,
    phrase: '已换人',
    page: reportPages.desk,
    template: 'task',
  },
  'task-recalled': {
    title: '联动任务已结束',
    text: f => `${f.place}：${f.kind}，不用再去`,
    phrase: '不用再去',
    page: reportPages.desk,
    template: 'task',
  },
  'task-withdrawn': {
    title: '居民已撤回',
    text: f => `${f.place}：${f.kind}，不用再去`,
    phrase: '已撤回',
    page: reportPages.handle,
    template: null,
  },
  'report-withdrawn': {
    title: '上报人已撤回',
    text: f => `${f.place}：${f.kind}，编号 ${f.number} 不再办理；您那里还没好，点开自己报一次`,
    phrase: '已撤回',
    page: reportPages.show,
    template: 'progress',
  },
} as const satisfies Record<string, Kind>
