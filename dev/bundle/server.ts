import { cpSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { besideTheCode, bundleCode, ownPages } from './code.ts'
import { copyPackage } from './packages.ts'

/** The programs of a machine of one's own. They find `../migrations` and `../h5` by where they stand. */
const programs = { server: 'api/server.ts', worker: 'api/worker.ts', migrate: 'db/migrate.ts', cli: 'api/cli.ts' }

/**
 * A folder that runs with nothing but Node 24, on machines like the one it was built on: programs, migrations, pages.
 * `pages` is the H5 build, `into` is emptied first.
 */
export const buildForServer = async (root: string, pages: string, into: string): Promise<void> => {
  rmSync(into, { recursive: true, force: true })
  for (const [name, entry] of Object.entries(programs))
    await bundleCode(root, entry, join(into, 'bin', `${name}.mjs`), [ownPages])
  cpSync(join(root, 'db', 'migrations'), join(into, 'migrations'), { recursive: true })
  cpSync(pages, join(into, 'h5'), { recursive: true })
  copyPackage(besideTheCode.photos, root, into)
  const page = join('node_modules', besideTheCode.apiPage)
  for (const file of ['package.json', 'dist/rapidoc-min.js']) cpSync(join(root, page, file), join(into, page, file))
  writeFileSync(join(into, 'package.json'), '{ "type": "module", "private": true }\n')
}
