import { press } from '@huiyin/tests/support/demo-town.ts'
import { first, type Looks, pressed } from '@huiyin/tests/support/looks.ts'
import type { Page } from 'playwright-core'

const askWords = async (page: Page) => {
  await press(page, '开始写')
  await page.getByRole('textbox').first().fill('有借条，到期了他不还钱')
  await page.waitForTimeout(500)
}

const matter =
  (...names: string[]) =>
  async (page: Page) => {
    await first('.question-card:visible')(page)
    await pressed(...names)(page)
  }
const answering =
  (...names: string[]) =>
  async (page: Page) => {
    await first('.queue-item:visible')(page)
    await pressed(...names)(page)
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
  ...[
    {
      sheet: 'questions/asking/unsafe-sheet',
      label: '居民',
      page: 'mine',
      open: matter('我现在不安全'),
    },
    { sheet: 'matters/components/complain-sheet', label: '居民', page: 'answers', open: matter('举报') },
    { sheet: 'questions/answering/paragraph-sheet', label: '法律顾问', page: 'paragraphs', open: pressed('加一段') },
    { sheet: 'questions/answering/words-sheet', label: '法律顾问', page: 'queue', open: answering('记备注') },
    { sheet: 'questions/answering/work-acts', label: '法律顾问', page: 'queue', open: answering('放回队列') },
  ].map(it => ({ ...it, name: it.sheet, page: `questions/pages/${it.page}/index` })),
]
