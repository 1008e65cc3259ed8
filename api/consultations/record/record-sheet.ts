import { html } from 'hono/html'
import { columnWords, recordWords, sheetWords } from './words.ts'

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

const { day, time, adviser, kind, place, minutes, people } = columnWords
const heads = [day, time, adviser, kind, place, minutes, people, sheetWords.confirmed]

/** The sheet as a page of its own: what took place, and the sums with what they are sums of. */
export const sheetOf = async (village: string, month: string, lines: readonly RecordLine[]): Promise<string> => {
  const met = lines.filter(it => it.minutes > 0)
  const sum = (of: readonly RecordLine[]) => of.reduce((all, it) => all + it.minutes, 0)
  const confirmed = met.filter(it => it.confirmed === recordWords.confirmed.byResident)
  const [year = '', number] = month.split('-')
  const sums = { lines: lines.length, minutes: sum(met), confirmedMinutes: sum(confirmed) }
  const page =
    await html`<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${village} ${month} ${sheetWords.title}</title><style>${style}</style>
<h1>${village} ${sheetWords.title}</h1><p>${sheetWords.month(year, Number(number))}</p>
<table><thead><tr>${heads.map(it => html`<th>${it}</th>`)}</tr></thead>
<tbody>${lines.map(it => html`<tr><td>${it.day}</td><td>${it.time}</td><td>${it.adviser}</td><td>${it.kind}</td><td>${it.place}</td><td class="n">${it.minutes}</td><td class="n">${it.people}</td><td>${it.confirmed}</td></tr>`)}
${lines.length === 0 ? html`<tr><td colspan="8">${sheetWords.nothing}</td></tr>` : ''}</tbody></table>
<footer>${sheetWords.sums({ ...sums, confirmed: confirmed.length, met: met.length })}</footer></html>`
  return page.toString()
}
