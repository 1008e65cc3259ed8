import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'

/** Milliseconds after the first page is there. */
const calm = 3000

/**
 * The last touch to the pages for browsers: what home needs is asked for beside the first file, what the others need once home is
 * there (the network may go away later), and beside each text lies a brotli and a gzip version (`api/serve-pages.ts` takes them).
 */
export const finishPages = async (folder: string): Promise<void> => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(it => it.replaceAll('\\', '/'))
  const parts = files.filter(it => /^(?:chunk|css)\/.+\.(?:js|css)$/.test(it))
  const index = join(folder, 'index.html')
  writeFileSync(index, readFileSync(index, 'utf8').replace('</head>', `${preloads(parts)}${fetching(parts)}</head>`))
  for (const file of files.filter(it => /\.(?:js|css|svg)$/.test(it))) {
    const text = readFileSync(join(folder, file))
    writeFileSync(join(folder, `${file}.br`), await promisify(brotliCompress)(text))
    writeFileSync(join(folder, `${file}.gz`), await promisify(gzip)(text, { level: 9 }))
  }
}

const ofHome = /\/(?:pages|parts)\./

const preloads = (parts: readonly string[]) =>
  parts
    .filter(it => ofHome.test(it))
    .map(it => `<link rel="preload" as="${it.endsWith('.css') ? 'style' : 'script'}" href="./${it}">`)
    .join('')

const fetching = (parts: readonly string[]) =>
  `<script>addEventListener('load', () => setTimeout(() => ${JSON.stringify(parts)}.forEach(it => fetch(it)), ${calm}))</script>`
