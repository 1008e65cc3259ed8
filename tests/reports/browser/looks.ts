import { first, type Looks, pressed } from '@huiyin/tests/support/looks.ts'
import type { Page } from 'playwright-core'
import { openEditor } from './open-editor.ts'

const firstCard = first('[role=button][aria-label*="编号"]:visible, .report-card:visible')

/** From a list to the first matter in this state, and on by pressing these. */
const matter =
  (state: string, ...names: string[]) =>
  async (page: Page) => {
    await page.locator('.report-card:visible', { hasText: state }).first().click()
    await pressed(...names)(page)
  }

export const looks: Looks = [
  { name: 'new', label: '居民', page: 'reports/pages/new/index' },
  { name: 'my-reports', label: '居民', page: 'reports/pages/mine/index' },
  { name: 'show', label: '居民', page: 'reports/pages/mine/index', open: firstCard },
  { name: 'published', label: '居民', page: 'reports/pages/published/index' },
  { name: 'desk', label: '网格员', page: 'reports/pages/desk/index' },
  { name: 'handle', label: '网格员', page: 'reports/pages/desk/index', open: firstCard },
  { name: 'desk-township', label: '司法所', page: 'reports/pages/desk/index' },
  { name: 'publish', label: '司法所', page: 'reports/pages/desk/index', open: openEditor },
  { name: 'calls', label: '司法所', page: 'reports/pages/calls/index' },
  { name: 'visits', label: '司法所', page: 'reports/pages/visits/index' },
  ...[
    {
      sheet: 'reports/filing/place-sheet',
      label: '居民',
      page: 'new',
      open: first('[role=button]:has(.i-pin):visible'),
    },
    { sheet: 'reports/handling/reveal', label: '网格员', page: 'desk', open: matter('待受理', '打电话') },
    { sheet: 'reports/handling/act-sheet', label: '网格员', page: 'desk', open: matter('待受理', '退单') },
    { sheet: 'reports/handling/hand-over', label: '司法所', page: 'desk', open: matter('待受理', '指派') },
    { sheet: 'reports/closing/verdict', label: '居民', page: 'mine', open: matter('待您确认', '已解决') },
    { sheet: 'matters/components/complain-sheet', label: '居民', page: 'published', open: pressed('举报') },
  ].map(it => ({ ...it, name: it.sheet, page: `reports/pages/${it.page}/index` })),
]
