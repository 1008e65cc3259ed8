import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { buildPages, pagesFolder, root } from '../build.ts'
import { buildForHost } from './host.ts'
import { buildForServer } from './server.ts'

/**
 * `npm run build`: the pages, then what the serverless host takes, then what runs on a machine of one's own.
 * `npm run build -- server` (or `host`) makes only that.
 */
const outputs = [
  { name: 'host', folder: '.vercel/output', build: buildForHost },
  { name: 'server', folder: 'dist/server', build: buildForServer },
]
const wanted = process.argv.slice(2)

const bytesIn = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)

await buildPages('h5')
for (const { name, folder, build } of outputs) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  await build(root, pagesFolder('h5'), join(root, folder))
  console.log(`${folder}  ${(bytesIn(join(root, folder)) / 1e6).toFixed(1)} MB`)
}
