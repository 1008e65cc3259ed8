import { first, type Looks, pressed } from '@huiyin/tests/support/looks.ts'
import type { Page } from 'playwright-core'

const firstBooked = async (page: Page) => {
  // A talk rather than a lecture, where the days ahead have one.
  const talk = page.locator('.booked:visible', { hasText: '还没看事由' })
  await ((await talk.count()) > 0 ? talk : page.locator('.booked:visible')).first().click()
  await page.waitForTimeout(1500)
}

/** All looks are of one neighbour, who may keep two times: the others find them among her bookings. */
const keptTime = async (page: Page) => {
  await page.locator('.slot:visible').first().click()
  await page.locator('textarea:visible, .booking-card:visible').first().waitFor()
  const kept = page.locator('.booking-card:visible')
  if ((await kept.count()) > 0) await kept.first().click()
  await page.locator('textarea:visible').first().waitFor()
}

export const looks: Looks = [
  { name: 'find-lawyer', label: '居民', page: 'consultations/pages/find/index' },
  { name: 'my-bookings', label: '居民', page: 'consultations/pages/mine/index' },
  {
    name: 'places',
    label: '司法所',
    page: 'consultations/pages/coverage/index',
    open: pressed('顾问和地点', '咨询地点和签到码'),
  },
  {
    name: 'advisers',
    label: '司法所',
    page: 'consultations/pages/coverage/index',
    open: pressed('顾问和地点', '法律顾问请假'),
  },
  { name: 'add-day', label: '法律顾问', page: 'consultations/pages/hours/index', open: pressed('只加一天') },
  { name: 'booking', label: '居民', page: 'consultations/pages/mine/index', open: first('.booking-card:visible') },
  {
    name: 'booking-book',
    label: '邻居',
    page: 'consultations/pages/find/index',
    open: keptTime,
    expects: /status of 422.*\/bookings$/,
  },
  { name: 'week', label: '法律顾问', page: 'consultations/pages/week/index' },
  { name: 'adviser-booking', label: '法律顾问', page: 'consultations/pages/week/index', open: firstBooked },
  { name: 'hours', label: '法律顾问', page: 'consultations/pages/hours/index' },
  { name: 'coverage', label: '司法所', page: 'consultations/pages/coverage/index' },
  { name: 'half-year', label: '司法所', page: 'consultations/pages/coverage/index', open: pressed('最近 6 个月') },
  ...[
    {
      sheet: 'consultations/offering/places-sheet',
      label: '司法所',
      page: 'coverage',
      open: pressed('顾问和地点', '咨询地点和签到码'),
    },
    {
      sheet: 'consultations/offering/advisers-sheet',
      label: '司法所',
      page: 'coverage',
      open: pressed('顾问和地点', '法律顾问请假'),
    },
    { sheet: 'consultations/offering/leave-sheet', label: '法律顾问', page: 'week', open: pressed('请假') },
    { sheet: 'consultations/offering/pick-field', label: '法律顾问', page: 'week', open: pressed('请假', '从哪天') },
    { sheet: 'consultations/office/walk-in-sheet', label: '法律顾问', page: 'week', open: pressed('加一个现场来的人') },
    {
      sheet: 'consultations/components/sure',
      label: '司法所',
      page: 'coverage',
      open: pressed('顾问和地点', '咨询地点和签到码', /^停用$/),
    },
    { sheet: 'grids/components/village-sheet', label: '居民', page: 'find', open: first('.village:visible') },
  ].map(it => ({ ...it, name: it.sheet, page: `consultations/pages/${it.page}/index` })),
]
