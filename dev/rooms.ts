import { readdirSync, writeFileSync } from 'node:fs'
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

/** What each list shall say, by its file below the root. */
export const lists = (): Record<string, string> => ({
  'api/rooms.ts': apiRooms(),
  'db/tables.ts': dbTables(),
  'miniapp/src/rooms.ts': phoneRooms(),
  'miniapp/src/room-pages.ts': phonePages(),
})

if (import.meta.main) for (const [file, text] of Object.entries(lists())) writeFileSync(join(root, file), text)
