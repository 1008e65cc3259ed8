import { build } from 'esbuild'

/** Native or asked for by path: copied beside the code. */
export const besideTheCode = { photos: 'sharp', apiPage: 'rapidoc' }

/**
 * The embedded database stays out: it is for trying out. drizzle's part of it must go with it, or esbuild lifts its
 * import of PGlite to the top of the bundle and the first line of production fails.
 */
const left = ['@electric-sql/pglite', 'drizzle-orm/pglite', 'drizzle-orm/pglite/migrator', besideTheCode.photos]

/** What bundled CommonJS needs in a module; and whoever forgets NODE_ENV gets production's checks, not the demo's ease. */
const preamble = [
  `import { createRequire as createRequireHere } from 'node:module'`,
  `import { fileURLToPath as pathHere } from 'node:url'`,
  'const require = createRequireHere(import.meta.url)',
  `process.env.NODE_ENV ||= 'production'`,
]

/** For the plain Node server: its pages stand beside it, wherever it is started from. */
export const ownPages = `process.env.H5_FOLDER ||= pathHere(new URL('../h5', import.meta.url))`

/**
 * One ESM file for Node 24 from a TypeScript entry and everything it imports. Legible and without a source map, so that
 * a stack in the log can be read as it is. Throws on a warning: a bundle that only nearly works fails at night.
 */
export const bundleCode = async (root: string, entry: string, outfile: string, more: string[] = []): Promise<void> => {
  const { warnings } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    external: left,
    legalComments: 'none',
    banner: { js: [...preamble, ...more].join('\n') },
    logLevel: 'silent',
  })
  if (warnings.length > 0)
    throw new Error(warnings.map(it => `${it.location?.file}:${it.location?.line} ${it.text}`).join('\n'))
}
