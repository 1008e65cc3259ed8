import { html } from 'hono/html'
import { posterWords } from './words.ts'

const style = `body{font:22px/1.7 "Noto Serif CJK SC","Songti SC",serif;color:#1d2a26;margin:0;text-align:center}
main{padding:20mm 12mm}h1{font-size:72px;margin:0;line-height:1.3}h2{font-size:46px;margin:.3em 0 1em;font-weight:500}
img{width:125mm;height:125mm}ol{text-align:left;display:inline-block;margin:1em 0;padding-left:1.4em;font-size:36px}
footer{font-size:26px;color:#56625c}@page{size:A4;margin:0}`

type Poster = { village: string; name: string; picture: string }

/** The check-in poster, readable from two metres. `picture`: a data address. */
export const posterOf = async ({ village, name, picture }: Poster): Promise<string> => {
  const { code, title, steps, footer } = posterWords
  const page =
    await html`<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${village} ${name} ${code}</title><style>${style}</style><main><h1>${title}</h1><h2>${village} ${name}</h2>
<img src="${picture}" alt="${code}"><br><ol>${steps.map(it => html`<li>${it}</li>`)}</ol>
<footer>${footer}</footer></main></html>`
  return page.toString()
}
