import { rooms } from '@huiyin/api/rooms.ts'
import { expect, test } from 'vitest'
import { pagesOf } from '../lists/pages.ts'
import { nodesOf, parsed, saidBy, sourcesIn } from './syntax.ts'

/** What offices say, and what a resident reads instead; or the term, with what it means in brackets behind it. */
const plain: Record<string, string> = {
  销号: '结束',
  督办: '催办',
  裁定: '决定',
  退单: '退回',
  联动: '专业单位（物业、水电等）',
  派单: '请人处理',
  办结: '办好',
  受理: '接手',
  挂起: '先放一放',
}
const unexplained = (sentence: string) =>
  Object.keys(plain).filter(term => new RegExp(`${term}(?:单位)?(?!单位)(?!（)`).test(sentence))

/** What residents read: every file of words but those of the staff, names of states, and what is said when something is refused. */
const ofStaff = /\/(?:staff|office|township|meeting)-[\w-]*words\.ts$/
const residents = [...sourcesIn('miniapp/src'), ...sourcesIn('shared')].filter(
  it =>
    (/^miniapp\/src\/.*words\.ts$/.test(it) && !ofStaff.test(it)) ||
    /^shared\/\w+\/[\w-]+-(?:states|problems)\.ts$/.test(it),
)
/** Pages that only the staff open: a message that leads there is theirs. */
const isOfStaff = (page: string) => {
  const [room = '', , name = ''] = page.split('/')
  return pagesOf[room]?.holders[name] !== undefined
}
/** Steps are called as the town's own posters call them. */
const called = ['联动解决']
const fill = {
  now: new Date(0),
  number: '1',
  kind: '漏水',
  place: '某村',
  level: '镇街',
  dueAt: '2026-11-24T02:00:00.000Z',
}

test('a term is known unless it is explained', () => {
  expect(unexplained('自动销号')).toEqual(['销号'])
  expect(unexplained('镇街督办（催着快办），由镇街裁定')).toEqual(['裁定'])
  expect(unexplained('请联动单位（物业、水电等）处理')).toEqual([])
})

test('what residents read has no term of offices without what it means', () => {
  const said = residents.flatMap(file => nodesOf(parsed(file)).map(saidBy)).filter(it => it !== undefined)
  expect(said.length).toBeGreaterThan(100)
  expect(said.filter(it => unexplained(it).length > 0 && !called.includes(it))).toEqual([])
})

test('nor what they are told in messages', () => {
  const theirs = rooms.flatMap(it => Object.entries(it.alerts ?? {})).filter(([, { page }]) => !isOfStaff(page.path))
  expect(theirs.length).toBeGreaterThan(30)
  const said = theirs.flatMap(([, kind]) => [kind.title, kind.text(fill), kind.phrase])
  expect(said.filter(it => unexplained(it).length > 0)).toEqual([])
})
