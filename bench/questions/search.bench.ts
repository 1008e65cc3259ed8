import { demoEnv } from '@huiyin/dev/demo-env.ts'
import { gramsOf } from '@huiyin/shared/questions/grams.ts'
import postgres from 'postgres'
import { sized } from '../bench.ts'
import { heading, holds, percentile, round, table, verdict } from '../results.ts'
import { startService, versionOf } from '../support.ts'

const limit = 150

/** Pieces of which invented texts are put together: who, what, and what then. */
const who = ['老板', '邻居', '房东', '前夫', '亲戚', '同事', '商家', '包工头', '村民', '公司', '朋友', '丈夫']
const what = [
  '拖欠工资',
  '借钱不还',
  '不退押金',
  '不给抚养费',
  '占了院墙',
  '卖假货',
  '不签劳动合同',
  '漏水不修',
  '不肯分遗产',
  '征地补偿没给',
  '工伤不赔',
  '网购不退款',
  '高利贷催债',
  '宅基地被占',
  '噪音扰民',
  '不给赡养费',
]
const then = [
  '可以起诉吗',
  '怎么维权',
  '要准备什么证据',
  '找哪个部门',
  '时效多久',
  '能不能申请法律援助',
  '协商不成怎么办',
  '要不要请律师',
]
const more = [
  '先书面催告',
  '保留聊天记录和转账凭证',
  '可以申请劳动仲裁',
  '向法院提起诉讼',
  '请村里的调解员先调解',
  '向劳动监察大队投诉',
  '查一查登记的权属',
  '收集证人证言',
  '可以申请支付令',
  '注意不要超过诉讼时效',
]

/** Looking for published answers over HTTP: phrases that many hold, phrases that few hold, and whole sentences that none holds. */
export const bench = sized({
  whole: { texts: 100_000, asked: 600 },
  tiny: { texts: 200, asked: 5 },
  run: async (cluster, { texts, asked }) => {
    const url = await cluster.createDatabase('search')
    await fill(url, texts)
    const env = { ...demoEnv('http://127.0.0.1:9'), DATABASE_URL: url, CHECK_ANSWERS: 'off', LOG_LEVEL: 'info' }
    const service = await startService(env, 'off')
    const rows = []
    for (const [name, query] of Object.entries(kindsOf(texts)))
      rows.push({ name, ...(await searched(service.port, asked, query)) })
    const version = await versionOf(url)
    await service.stop()
    const worst = Math.max(...rows.map(it => it.p95))
    return {
      lines: [
        ...heading('search', [`PostgreSQL ${version}`]),
        `${texts} published answers, ${asked} searches of each kind over HTTP, one after another.`,
        '',
        ...table(
          ['looked for', 'p50 ms', 'p95 ms', 'found something'],
          rows.map(it => [it.name, round(it.p50), round(it.p95), `${it.found} of ${asked}`]),
        ),
        '',
        `Largest p95: ${verdict(worst, '≤', limit, ' ms')}.`,
      ],
      passed: holds(worst, '≤', limit),
    }
  },
})

const kindsOf = (texts: number): Record<string, (n: number) => string> => ({
  'one phrase': n => pick(what, n),
  'two phrases': n => `${pick(who, n)} ${pick(what, n * 5)}`,
  'a rare number': n => `编号 ${1 + ((n * 7919) % texts)}`,
  'a sentence that no text holds': n =>
    `${pick(who, n)}上个月开始一直${pick(what, n * 3)}，${pick(then, n * 7)}，请您帮帮我`,
  'nothing (the newest)': () => '',
})

/** One search after another: how long they took, and how many found something. */
const searched = async (port: number, asked: number, query: (n: number) => string) => {
  const taken: number[] = []
  let found = 0
  for (let n = 0; n < asked; n++) {
    const started = performance.now()
    const answer = await fetch(`http://127.0.0.1:${port}/api/legal-answers/search`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ q: query(n) }),
    })
    const { items } = (await answer.json()) as { items: unknown[] }
    taken.push(performance.now() - started)
    if (items.length > 0) found++
  }
  return { p50: percentile(taken, 0.5), p95: percentile(taken, 0.95), found }
}

const pick = (from: readonly string[], n: number) => from[n % from.length] as string

const fill = async (url: string, texts: number) => {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  await sql.unsafe(
    'alter table legal_answers drop constraint legal_answers_question_id_answer_publications_question_id_fk',
  )
  const batch = 2_000
  for (let from = 0; from < texts; from += batch) {
    const rows = Array.from({ length: Math.min(batch, texts - from) }, (_, k) => {
      const n = from + k
      const question = `${pick(who, n)}${pick(what, n * 7 + Math.floor(n / 12))}，${pick(then, n * 3 + Math.floor(n / 96))}？编号 ${n + 1}`
      const answer = [0, 3, 5, 7].map(step => pick(more, n + step * (1 + (n % 3)))).join('；')
      return { question, answer, grams: gramsOf(`${question} ${answer}`), n }
    })
    await sql`
      insert into legal_answers (question_id, topic, question, answer, grams, published_at)
      select gen_random_uuid(), 'other', question, answer, array(select jsonb_array_elements_text(grams)), now() - make_interval(mins => n)
      from jsonb_to_recordset(${sql.json(rows)}) as t(question text, answer text, grams jsonb, n int)`
  }
  await sql.unsafe('vacuum analyze')
  await sql.end()
}
