import type { Crash } from '@huiyin/shared/crashes/crash.ts'

export const crash = (part: Partial<Crash> = {}): Crash => ({
  kind: 'TypeError',
  page: 'reports/pages/mine/index',
  frames: ['open@common.js:1:234', '@reports/pages/mine/index.js:1:99'],
  ...part,
})
