import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { type ImportDeclaration, parse } from 'acorn'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildAway, filesBelow, filesWith, productionEnv, root, secrets } from '../support/builds.ts'

let built: Awaited<ReturnType<typeof buildAway>>
const inOutput = (...path: string[]) => join(built.into, ...path)
const functionFolder = () => inOutput('functions', 'api.func')
const json = (...path: string[]) => JSON.parse(readFileSync(join(...path), 'utf8'))

beforeAll(async () => {
  built = await buildAway('host')
})
afterAll(() => built.remove())

describe('the host gets exactly one function', () => {
  test('in the output of the build', () => {
    const inside = filesBelow(inOutput('functions'))
    expect(inside.filter(file => file.endsWith('.vc-config.json'))).toEqual(['api.func/.vc-config.json'])
    expect(inside.filter(file => !file.startsWith('api.func/'))).toEqual([])
    expect(json(functionFolder(), '.vc-config.json')).toMatchObject({ runtime: 'nodejs24.x', handler: 'index.mjs' })
  })

  test('because the host is told to run the build and nothing else: by itself it would make one of each file in api/', () => {
    const { $schema: _, ...told } = json(root, 'vercel.json')
    expect(told).toEqual({ builds: [{ src: 'package.json', use: '@vercel/static-build' }] })
    expect(json(root, 'package.json').scripts.build).toBe('node dev/bundle/build.ts')
  })

  test('which answers the API and the two health checks, while all else is a file', () => {
    const { routes } = json(inOutput('config.json')) as { routes: { src?: string; dest?: string; handle?: string }[] }
    const answering = (path: string) => routes.find(it => it.dest && new RegExp(it.src ?? '').test(path))?.dest
    for (const path of ['/api/reports', '/api/photos/1/full', '/api/docs', '/api/cron', '/healthz', '/readyz'])
      expect(answering(path), path).toBe('/api')
    for (const path of ['/', '/index.html', '/js/app.js', '/apix', '/assets/rapidoc-min.js'])
      expect(answering(path), path).toBeUndefined()
    expect(filesBelow(inOutput('static'))).toEqual(['assets/rapidoc-min.js', 'index.html', 'js/app.0a1b2c3d.js'])
  })

  test('which the host calls every minute for the chores', () => {
    expect(json(inOutput('config.json')).crons).toEqual([{ path: '/api/cron', schedule: '* * * * *' }])
    expect(readFileSync(join(root, 'api', 'app.ts'), 'utf8')).toContain(`'/api/cron'`)
  })
})

describe('in the function there is', () => {
  const statements = () =>
    parse(readFileSync(join(functionFolder(), 'index.mjs'), 'utf8'), { ecmaVersion: 'latest', sourceType: 'module' })
      .body

  test('nothing to load at the start but Node itself', () => {
    const loaded = statements()
      .filter((it): it is ImportDeclaration => it.type === 'ImportDeclaration')
      .map(it => String(it.source.value))
    expect(loaded.filter(name => !isBuiltin(name))).toEqual([])
  })

  test('the image library with its binaries for the host, and no other package', () => {
    const packages = filesBelow(join(functionFolder(), 'node_modules')).map(file => /^(@[^/]+\/)?[^/]+/.exec(file)?.[0])
    expect([...new Set(packages)]).toEqual([
      '@img/colour',
      '@img/sharp-libvips-linux-x64',
      '@img/sharp-linux-x64',
      'detect-libc',
      'semver',
      'sharp',
    ])
  })

  test('no embedded database, no demonstration, no test', () => {
    expect(filesBelow(functionFolder()).filter(file => /\.(wasm|tar|data)$|pglite/.test(file))).toEqual([])
    expect(filesWith(functionFolder(), ['PGlite.prototype', 'class PGlite', '__fake', '__demo', 'vitest'])).toEqual([])
  })

  test('no secret of the machine that built it, no path of it, no source map', () => {
    expect(filesWith(built.into, Object.values(secrets))).toEqual([])
    expect(
      filesWith(functionFolder(), [root, 'sourceMappingURL=']).filter(file => !file.startsWith('node_modules/')),
    ).toEqual([])
    expect(filesBelow(built.into).filter(file => /\.map$|(^|\/)\.env/.test(file))).toEqual([])
  })
})

describe('with settings that are not fit for production', () => {
  const run = promisify(execFile)
  /** Calls it as the host does: the default export's `fetch`, unbound. Answers the refusal, or the status. */
  const call = async (env: Record<string, string>) => {
    const module = JSON.stringify(pathToFileURL(join(functionFolder(), 'index.mjs')))
    const program = `const { fetch } = (await import(${module})).default
      console.log(await fetch(new Request('https://town.example/healthz')).then(it => it.status, it => it.message))`
    const { stdout } = await run(process.execPath, ['--input-type=module', '-e', program], { env, cwd: built.into })
    return stdout.trim()
  }

  test('the function answers nothing and names what is wrong, never a value', async () => {
    expect(await call(productionEnv)).toBe('200')
    const refusal = await call({ ...productionEnv, HUIYIN_SECRET: 'short', WECHAT_BASE_URL: 'http://127.0.0.1:9' })
    expect(refusal).toMatch(/^Not fit for production: .*HUIYIN_SECRET.*WECHAT_BASE_URL/)
    expect(refusal).not.toContain('short')
    expect(refusal).not.toContain('127.0.0.1')
  })

  test.each(['DATABASE_URL', 'HUIYIN_SECRET', 'CRON_SECRET', 'WECHAT_SECRET', 'S3_ENDPOINT'] as const)(
    'such as a forgotten %s, it refuses to start, though nobody said that this is production',
    async name => {
      const { [name]: _, ...rest } = productionEnv
      expect(await call(rest)).toMatch(new RegExp(`^Not fit for .*${name}`))
    },
  )
})
