import { press } from '@huiyin/tests/support/demo-town.ts'
import { first, type Looks, pressed } from '@huiyin/tests/support/looks.ts'
import type { Page } from 'playwright-core'

const askWords = async (page: Page) => {
  await press(page, '开始写')
  await page.getByRole('textbox').first().fill('有借条，到期了他不还钱')
  await page.waitForTimeout(500)
}

export const looks: Looks = [
  { name: 'ask', label: '居民', page: 'questions/pages/new/index' },
  { name: 'ask-words', label: '居民', page: 'questions/pages/new/index', open: askWords },
  { name: 'unsafe', label: '居民', page: 'questions/pages/new/index', open: pressed('我现在不安全') },
  { name: 'my-questions', label: '居民', page: 'questions/pages/mine/index' },
  { name: 'thread', label: '居民', page: 'questions/pages/mine/index', open: first('.question-card:visible') },
  { name: 'answers', label: '居民', page: 'questions/pages/answers/index' },
  { name: 'queue', label: '法律顾问', page: 'questions/pages/queue/index' },
  { name: 'gate', label: '法律顾问', page: 'questions/pages/queue/index', open: pressed('给我下一个') },
  { name: 'answering', label: '法律顾问', page: 'questions/pages/queue/index', open: first('.queue-item:visible') },
  { name: 'paragraphs', label: '法律顾问', page: 'questions/pages/paragraphs/index' },
  { name: 'figures', label: '法律顾问', page: 'questions/pages/figures/index' },
  { name: 'desk-questions', label: '司法所', page: 'questions/pages/desk/index' },
]
