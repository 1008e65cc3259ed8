import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * `npm run rooms:lists`: the lists of what each room brings, made from the folders that are there. They are kept in git, so
 * that everything can be read without running anything; a test says whether they are up to date.
 */
const root = dirname(dirname(fileURLToPath(import.meta.url)))
const note = '// Made by `npm run rooms:lists` from the rooms that are there.\n\n'

type Found = { room: string; file: string }

/** Files of this name one folder below a tree. */
const filesIn = (tree: string, name: RegExp): Found[] =>
  readdirSync(join(root, tree), { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .flatMap(({ name: room }) =>
      readdirSync(join(root, tree, room))
        .filter(file => name.test(file))
        .map(file => ({ room, file })),
    )
    .sort((one, other) => (one.room < other.room ? -1 : 1))

/** `report-pages.ts` exports `reportPages`. */
const exported = (file: string) =>
  file.replace(/\.ts$/, '').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

const linesOf = (found: Found[], line: (it: Found) => string) => found.map(it => `${line(it)}\n`).join('')

const phoneRooms = () => {
  const found = filesIn('miniapp/src', /^room\.ts$/)
  const imports = [
    `import { inOrder } from './core/manifest.ts'\n`,
    ...found.map(({ room }) => `import { ${room} } from './${room}/room.ts'\n`),
  ]
  const path = (line: string) => line.split(' from ')[1] ?? ''
  return `${note}${imports.sort((one, other) => (path(one) < path(other) ? -1 : 1)).join('')}
export const rooms = inOrder({
${linesOf(found, it => `  ${it.room},`)}})
`
}

const phonePages = () => {
  const found = filesIn('shared', /-pages\.ts$/).filter(it => it.room !== 'core')
  return `${note}${linesOf(found, it => `import { ${exported(it.file)} } from '@huiyin/shared/${it.room}/${it.file}'`)}
export const roomPages = {
${linesOf(found, it => `  ${it.room}: ${exported(it.file)},`)}}
`
}

const apiRooms = () => {
  const found = filesIn('api', /^room\.ts$/)
  const imports = found.map(({ room }) => `import { ${room} } from './${room}/room.ts'`)
  const sorted = [...imports, `import { inOrder } from './manifest.ts'`].sort((one, other) =>
    (one.split(' from ')[1] ?? '') < (other.split(' from ')[1] ?? '') ? -1 : 1,
  )
  return `${note}${sorted.join('\n')}

export const rooms = inOrder({
${linesOf(found, it => `  ${it.room},`)}})
`
}

/** For the tool that makes migrations. */
const dbTables = () =>
  `${note}${linesOf(filesIn('db', /tables\.ts$/), it => `export * from './${it.room}/${it.file}'`)}`

type Brought = { tree: string; path: string; name: string; list: string; type: string; typeFile: string }

/** What each room exports as `name` from the file at this path below its folder in a tree. */
const brought = ({ tree, path, name, list, type, typeFile }: Brought, from: string) => {
  const rooms = readdirSync(join(root, tree), { withFileTypes: true })
    .filter(entry => entry.isDirectory() && existsSync(join(root, tree, entry.name, path)))
    .map(entry => entry.name)
    .sort()
  const imports = [
    ...rooms.map(room => ({ what: `{ ${name} as ${room} }`, file: `${from}/${room}/${path}` })),
    { what: `type { ${type} }`, file: `${from}/${typeFile}` },
  ].sort((one, other) => (one.file < other.file ? -1 : 1))
  return `${note}${imports.map(it => `import ${it.what} from '${it.file}'\n`).join('')}
export const ${list}: Record<string, ${type}> = {${rooms.map(room => `\n  ${room},`).join('')}${rooms.length > 0 ? '\n' : ''}}
`
}

const inTests = (path: string, name: string, list: string, type: string, typeFile: string) =>
  brought({ tree: 'tests', path, name, list, type, typeFile }, '..')

/** Contracts that a room shows to the world: a file `asking-routes.ts` that another one of its room takes in is part of that one. */
const allRoutes = () => {
  const all = filesIn('shared', /-routes\.ts$/)
  const text = ({ room, file }: Found) => readFileSync(join(root, 'shared', room, file), 'utf8')
  const isPart = (it: Found) =>
    all.some(other => other.room === it.room && text(other).includes(`...${exported(it.file)},`))
  const found = all.filter(it => !isPart(it))
  return `${note}${linesOf(found, it => `import { ${exported(it.file)} } from '@huiyin/shared/${it.room}/${it.file}'`)}
/** Every contract of the service. */
export const routes = {
${linesOf(found, it => `  ...${exported(it.file)},`)}}
export type Routes = typeof routes
`
}

/** `booking-life.ts` with its states in `booking-states.ts`. */
const allLives = () => {
  const found = filesIn('shared', /-life\.ts$/).filter(it =>
    existsSync(join(root, 'shared', it.room, it.file.replace('-life', '-states'))),
  )
  const noun = ({ file }: Found) => file.replace(/-life\.ts$/, '')
  const imports = found.flatMap(({ room, file }) => [
    `import { ${exported(file)} } from '@huiyin/shared/${room}/${file}'`,
    `import { ${exported(file).replace(/Life$/, 'States')} } from '@huiyin/shared/${room}/${file.replace('-life', '-states')}'`,
  ])
  const line = (it: Found) => {
    const life = exported(it.file)
    return `  anyLife('${noun(it)}', '${it.room}', ${life}, ${life.replace(/Life$/, 'States')}),`
  }
  return `${note}${imports.join('\n')}${imports.length > 0 ? '\n' : ''}import { anyLife } from './any-life.ts'

export const lives = [
${linesOf(found, line)}]
`
}

/** Every refusal, and its code made known to `refuse` and to the contracts, without core naming a room. */
const allProblems = () => {
  const found = filesIn('shared', /-problems\.ts$/)
  return `${note}${linesOf(found, it => `import { ${exported(it.file)} } from './${it.room}/${it.file}'`)}
/** Everything that this service can refuse. */
export const problems = {
${linesOf(found, it => `  ...${exported(it.file)},`)}} as const
type All = typeof problems

declare module './core/problem.ts' {
  interface KnownProblems extends All {}
}
`
}

/** What each list shall say, by its file below the root. */
export const lists = (): Record<string, string> => ({
  'api/rooms.ts': apiRooms(),
  'db/tables.ts': dbTables(),
  'db/beginnings.ts': brought(
    {
      tree: 'db',
      path: 'beginning-queries.ts',
      name: 'beginnings',
      list: 'beginningsOf',
      type: 'Beginnings',
      typeFile: 'core/beginnings.ts',
    },
    '.',
  ),
  'miniapp/src/rooms.ts': phoneRooms(),
  'miniapp/src/room-pages.ts': phonePages(),
  'shared/problems.ts': allProblems(),
  'dev/lives.ts': allLives(),
  'dev/seeds.ts': brought(
    { tree: 'dev', path: 'seed.ts', name: 'seed', list: 'seeds', type: 'Seed', typeFile: 'town/seeding.ts' },
    '.',
  ),
  'tests/lists/routes.ts': allRoutes(),
  'tests/lists/rooms.ts': inTests('room.ts', 'room', 'rooms', 'TestRoom', 'support/test-room.ts'),
  'tests/lists/towns.ts': inTests('furnish.ts', 'furnish', 'towns', 'Furnish', 'support/town.ts'),
  'tests/lists/demos.ts': inTests('demo.ts', 'demo', 'demos', 'Demo', 'support/seeded-town.ts'),
  'tests/lists/upgrades.ts': inTests('upgrade.ts', 'upgrade', 'upgrades', 'Upgrade', 'upgrade/room-upgrade.ts'),
  'tests/lists/pages.ts': inTests('phone/pages.ts', 'pages', 'pagesOf', 'PhonePages', 'support/phones.ts'),
  'tests/lists/looks.ts': inTests('browser/looks.ts', 'looks', 'looksOf', 'Looks', 'support/looks.ts'),
})

const write = () => {
  mkdirSync(join(root, 'tests', 'lists'), { recursive: true })
  for (const [file, text] of Object.entries(lists())) writeFileSync(join(root, file), text)
}

if (import.meta.main) write()
