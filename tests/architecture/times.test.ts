import { expect, test } from 'vitest'
import { read, sourcesIn } from './syntax.ts'

/** By the county's clock, whatever a phone or a server is set to: what else would tell a time of day, or reckon the zone again. */
const otherWays = [
  /\.get(?:Hours|Minutes|Date|Day|Month|FullYear)\(/,
  /\.set(?:Hours|Minutes|Date|Month|FullYear)\(/,
  /\.toLocale\w*\(|\bIntl\.|\.toDateString\(|\.toTimeString\(|getTimezoneOffset/,
  /\b8 \* (?:60 \* |3_?600|hours?\b)/,
]

test('the zone of the county stands in one file, and every day and hour is reckoned by it', () => {
  const files = sourcesIn('shared', 'api', 'miniapp/src').filter(file => file !== 'shared/core/shanghai.ts')
  expect(files.length).toBeGreaterThan(500)
  const wrong = files.flatMap(file => otherWays.filter(way => way.test(read(file))).map(way => `${file} ${way.source}`))
  expect(wrong).toEqual([])
})

test('what is older than today is told with its date by one function of the pages, and by one of the messages', () => {
  const made = sourcesIn('miniapp/src').filter(file => /time\.monthDay\(|words\.monthDay\(/.test(read(file)))
  expect(made.sort()).toEqual(['miniapp/src/consultations/when.ts', 'miniapp/src/core/time.ts'])
})
