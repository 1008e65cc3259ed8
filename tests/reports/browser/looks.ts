import { first, type Looks } from '@huiyin/tests/support/looks.ts'
import { openEditor } from './open-editor.ts'

const firstCard = first('[role=button][aria-label*="编号"]:visible, .report-card:visible')

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
]
