import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { corpusDigest, readCorpus, readHeldOut, readLexicon, runsOf } from '@huiyin/dev/judging/corpus.ts'
import { longestWord } from '@huiyin/shared/core/words/features.ts'
import { judge } from '@huiyin/shared/core/words/judge.ts'
import { plainWords, seenText } from '@huiyin/shared/core/words/plain.ts'
import { expect, test } from 'vitest'

const folder = join(import.meta.dirname, '../../shared/core/words')
const made = ['folds.ts', 'trained.ts'].map(it => readFileSync(join(folder, it), 'utf8'))

test('the model has learned from all of today’s corpus: after a change of it, `npm run train`', () => {
  expect(made[1]).toContain(corpusDigest())
})

test('the model and its table of characters have at most 60,000 bytes', () => {
  expect(made.reduce((sum, it) => sum + Buffer.byteLength(it), 0)).toBeLessThanOrEqual(60_000)
})

test('it has learned from three thousand sentences and is measured on four hundred others that share no eight characters with them', () => {
  const [corpus, heldOut] = [readCorpus(), readHeldOut()]
  expect(corpus.filter(it => it.weight > 1).length).toBeGreaterThanOrEqual(3000)
  expect(heldOut.length).toBeGreaterThanOrEqual(400)
  expect(heldOut.filter(it => it.urgency === 'urgent').length).toBeGreaterThanOrEqual(150)
  const learned = new Set(corpus.flatMap(it => runsOf(it.words)))
  expect(heldOut.filter(it => runsOf(it.words).some(run => learned.has(run)))).toEqual([])
})

test('no word of the lexicon is longer than is looked for', () => {
  expect(readLexicon().flatMap(it => it.words.filter(word => plainWords(word).length > longestWord))).toEqual([])
})

test.each([
  ['起火了', 'safety', 'fire'],
  ['电梯困人', 'safety', 'fire'],
  ['高压线垂到地上', 'safety', 'power'],
  ['老人摔倒', 'safety', 'medical'],
  ['闻到瓦斯味', 'safety', 'gas'],
  ['房子塌了', 'safety', 'fire'],
] as const)('「%s」 is urgent, and whom to ring comes first', (words, kind, call) => {
  expect(judge(words)).toMatchObject({ kind, urgency: 'urgent', call })
  expect(words).toContain(judge(words).because[0])
})

test.each(['漏水没有了', '井盖上贴小广告', '你好', ''])('「%s」 is not urgent, and nobody is rung', words => {
  expect(judge(words)).toMatchObject({ call: 'none', because: [] })
  expect(judge(words).urgency).not.toBe('urgent')
})

test.each([
  ['漏水没有了', '漏 水 没 有 了'],
  ['漏水没有了', '漏水，没有了。'],
  ['天花板漏水漏到床上了', '天花板漏\u200b水漏\u2060到床\ufe0f上\u3164了'],
  ['房子塌了，有人被压住', '房子塌了，有人被壓住'],
  ['电线垂到地上冒火花', '電線垂到地上冒火花'],
  ['变压器着火了', '變壓器著火了'],
  ['120来不了路堵了', '１２０來不了路堵了'],
])('「%s」 is judged the same however it is written', (plain, written) => {
  const { because: _, ...judged } = judge(written)
  expect(judge(plain)).toMatchObject(judged)
  expect(plainWords(written)).toBe(plainWords(plain))
})

test('why is said in her own writing', () => {
  const words = '屋里有 臭雞蛋味，\u200b頭好暈'
  for (const span of judge(words).because) expect(words).toContain(span)
  expect(judge(words)).toMatchObject({ urgency: 'urgent', call: 'gas' })
})

test('a quiet end does not hush a loud beginning', () => {
  const quiet = '另外小区门口的花坛该修剪了，长椅也旧了，希望有空的时候换一换，谢谢你们一直以来的照顾。'
  expect(judge(`三楼着火了，浓烟往外冒，快来人！${quiet.repeat(4)}`)).toMatchObject({ urgency: 'urgent', call: 'fire' })
})

test.each([
  ['他昨天又打我了，还不让我出门', 'violence'],
  ['我不想活了', 'selfHarm'],
  ['孩子在学校被打', 'minor'],
] as const)('「%s」 is a sign of danger to a person', (words, sign) => {
  expect(judge(words).person).toMatchObject({ sign })
})

test.each(['打官司要多少钱', '房租怎么算', '打工受伤了怎么赔', '借钱不还', '打欠条有用吗'])('「%s」 is none', words => {
  expect(judge(words).person).toBeUndefined()
})

test('what cannot be seen goes, full width is half, traditional is simplified; signs stay where text is shown', () => {
  expect(seenText('Ａ\u00ad，漏\u{e0101}\u{e0020}水\u180b　壞了')).toBe('A,漏水 坏了')
  expect(plainWords('Ａ，漏\u{e0101}水　壞了！🔥①')).toBe('a漏水坏了1')
})
