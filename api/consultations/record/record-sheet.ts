import { html } from 'hono/html'

/** One line of the service record as people read it. */
export type RecordLine = {
  day: string
  time: string
  village: string
  adviser: string
  kind: string
  place: string
  minutes: number
  people: number
  confirmed: string
}

const style = `body{font:16px/1.6 "Noto Serif CJK SC","Songti SC",serif;color:#1d2a26;margin:2rem;max-width:60rem}
h1{font-size:1.5rem;margin:0}p{margin:.3rem 0 1rem}table{border-collapse:collapse;width:100%}
th,td{border:1px solid #b9b3a2;padding:.35rem .5rem;text-align:left;font-size:.9rem}th{background:#f3eee1}
td.n{text-align:right}tr{break-inside:avoid}footer{margin-top:1rem;font-size:.85rem;color:#56625c}@page{size:A4;margin:15mm}`

/** The sheet as a page of its own: what took place, and the sums with what they are sums of. */
export const sheetOf = async (village: string, month: string, lines: readonly RecordLine[]): Promise<string> => {
  const met = lines.filter(it => it.minutes > 0)
  const sum = (of: readonly RecordLine[]) => of.reduce((all, it) => all + it.minutes, 0)
  const confirmed = met.filter(it => it.confirmed === '居民已确认')
  const [year, number] = month.split('-')
  const page =
    await html`<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${village} ${month} 法律服务记录</title><style>${style}</style>
<h1>${village} 法律服务记录</h1><p>${year} 年 ${Number(number)} 月</p>
<table><thead><tr><th>日期</th><th>时间</th><th>法律顾问</th><th>服务</th><th>方式、地点或编号</th><th>分钟</th><th>人数</th><th>确认</th></tr></thead>
<tbody>${lines.map(it => html`<tr><td>${it.day}</td><td>${it.time}</td><td>${it.adviser}</td><td>${it.kind}</td><td>${it.place}</td><td class="n">${it.minutes}</td><td class="n">${it.people}</td><td>${it.confirmed}</td></tr>`)}
${lines.length === 0 ? html`<tr><td colspan="8">这个月还没有服务</td></tr>` : ''}</tbody></table>
<footer>共 ${lines.length} 次；面谈、接待和讲座 ${sum(met)} 分钟，其中居民已确认 ${sum(confirmed)} 分钟（${confirmed.length} / ${met.length} 次）。本表由系统里发生的事自动生成，不能事后填写。</footer></html>`
  return page.toString()
}
