import { pagesFolder } from '../dev/build.ts'
import { openDemo } from '../dev/demo.ts'
import { planCast } from '../dev/town/cast.ts'
import { openBrowser } from '../tests/support/browser/open-browser.ts'
import { openPhone } from '../tests/support/browser/open-phone.ts'
import { openDemoFolder } from '../tests/support/demo-folder.ts'
import { sized } from './bench.ts'
import { heading, holds, median, percentile, round, table, verdict } from './results.ts'

/** Seconds until the largest thing of home is painted: on a phone that has nothing of us yet, and the next time. */
const limits = { first: 2.5, repeat: 0.6 }
/** A slow line: Lighthouse's own, with 1.6 Mbit/s down. */
const line = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 94_000 }

type Painted = { ms: number; text: string }

/** Runs in the browser, before the page's own scripts. */
const watchPaints = `new PerformanceObserver(list => { for (const it of list.getEntries())
  window.painted = { ms: it.startTime, text: (it.element?.textContent || it.element?.tagName || '').replace(/\\s+/g, ' ').slice(0, 20) }
}).observe({ type: 'largest-contentful-paint', buffered: true })`

/** H5 home as somebody sees it who comes by a link: LCP of the first visit and of the second, in a browser slowed down. */
export const bench = sized({
  whole: { times: 7, calm: 6000, slower: 4 },
  tiny: { times: 1, calm: 500, slower: 1 },
  run: async (_, { times, calm, slower }) => {
    const { folder, remove } = await openDemoFolder()
    const demo = await openDemo({ folder, port: 0, pages: pagesFolder('h5') })
    const browser = await openBrowser()
    try {
      const visits: { first: Painted; repeat: Painted }[] = []
      for (let n = 0; n < times; n++) visits.push(await visitTwice(browser, `${demo.url}/m/`, { calm, slower }))
      const of = (which: 'first' | 'repeat') => visits.map(it => it[which].ms / 1000)
      const passed = (['first', 'repeat'] as const).map(it => holds(median(of(it)), '≤', limits[it]))
      return {
        lines: [
          ...heading('first-page'),
          `Chromium, processor ÷ ${slower}, 1.6 Mbit/s, 150 ms; ${times} visits.`,
          '',
          ...table(
            ['visit', 'LCP s, median', 'worst', 'what it is'],
            (['first', 'repeat'] as const).map(it => [
              it,
              round(median(of(it))),
              round(percentile(of(it), 1)),
              visits[0]?.[it].text ?? '',
            ]),
          ),
          '',
          `First ${verdict(median(of('first')), '≤', limits.first, ' s')}; repeat ${verdict(median(of('repeat')), '≤', limits.repeat, ' s')}.`,
        ],
        passed: passed.every(it => it),
      }
    } finally {
      await browser.close()
      await demo.close()
      remove()
    }
  },
})

const visitTwice = async (
  browser: Awaited<ReturnType<typeof openBrowser>>,
  url: string,
  { calm, slower }: { calm: number; slower: number },
) => {
  const openid = planCast().find(it => it.label === '居民')?.openid ?? ''
  const phone = await openPhone(browser, { openid })
  await phone.context.addInitScript(watchPaints)
  const session = await phone.context.newCDPSession(phone.page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', line)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slower })
  const visit = async (): Promise<Painted> => {
    await phone.page.goto(url)
    await phone.page.getByText('报问题').first().waitFor({ timeout: 120_000 })
    await phone.page.waitForTimeout(calm)
    return phone.page.evaluate<Painted>('window.painted')
  }
  const first = await visit()
  await phone.page.goto('about:blank')
  const repeat = await visit()
  await phone.context.close()
  return { first, repeat }
}
