import { listAreasById, listDeadlines } from '@huiyin/db/grids/queries.ts'
import { listNewcomers } from '@huiyin/db/people/queries.ts'
import { insertUnit } from '@huiyin/db/people/unit-queries.ts'
import { type Role, roles } from '@huiyin/shared/core/policy.ts'
import { roleNames } from '@huiyin/shared/people/person.ts'
import { alertCommands } from './alert-commands.ts'
import { clockCommands } from './clock-commands.ts'
import { type Command, command, done, inShanghai, type Operator, refused, type Said } from './command.ts'
import { dayCommands } from './day-commands.ts'
import { importAreas } from './grids/import-areas.ts'
import { historyCommands } from './history-commands.ts'
import { postPerson } from './people/post-person.ts'
import { releasePerson } from './people/release-person.ts'
import { phoneCommands } from './phone-commands.ts'
import { rooms } from './rooms.ts'
import { rotateKeys } from './rotate-keys.ts'
import { alertSay, clockNames, firmWork, say, stageNames, usage } from './words.ts'

const commands: Record<string, Command> = {
  ...alertCommands,
  ...phoneCommands,
  ...clockCommands,
  'areas import': command(1, 1, async (desk, [path = '']) => {
    const file = await desk.read(path)
    if (!file) return refused(say.noFile(path))
    const { added, known, faults } = await importAreas(desk, { file })
    return faults.length > 0 ? refused(say.notImported(faults)) : done(say.imported(added, known))
  }),
  'units add': command(4, 4, async ({ db }, [id = '', name = '', work = '', townshipId = '']) => {
    const [township] = await listAreasById(db, [townshipId])
    if (township?.level !== 'township') return refused(say.noTownship)
    return (await insertUnit(db, { id, name, work, townshipId })) ? done(say.unitAdded(name)) : refused(say.unitKnown)
  }),
  'firms add': command(3, 3, async ({ db }, [id = '', name = '', townshipId = '']) => {
    const [township] = await listAreasById(db, [townshipId])
    if (township?.level !== 'township') return refused(say.noTownship)
    const added = await insertUnit(db, { id, name, kind: 'firm', work: firmWork, townshipId })
    return added ? done(say.firmAdded(name)) : refused(say.unitKnown)
  }),
  'people list': command(0, 0, async ({ db }) => {
    const rows = (await listNewcomers(db)).map(({ createdAt, openid, name, phone }) =>
      [inShanghai(createdAt), openid ?? '—', name || '—', phone ?? '—'].join('  '),
    )
    return done(rows.join('\n') || say.nobody)
  }),
  'people post': command(5, 6, async (desk, [openid = '', duty = '', areaId = '', title = '', name = '', unit]) => {
    const role = roles.find((it: Role) => roleNames[it] === duty)
    if (!role) return refused(say.noRole)
    const posted = await postPerson(desk, { openid, role, areaId, title, name, unitId: unit ?? null })
    return posted === 'done' ? done(say.posted(name, title)) : refused(say.notPosted[posted])
  }),
  'people release': command(2, 2, async (desk, [openid = '', areaId = '']) => {
    const count = await releasePerson(desk, { openid, areaId })
    if (count === undefined) return refused(say.notPosted['no-person'])
    return count > 0 ? done(say.released(count)) : refused(say.released(0))
  }),
  'deadlines list': command(0, 0, async ({ db }) => {
    const names: Record<string, string> = Object.assign({}, ...rooms.map(it => it.terms ?? {}))
    const rows = (await listDeadlines(db)).map(({ scope, subject, stage, minutes, clock }) =>
      [scope, names[subject], stageNames[stage], alertSay.minutes(minutes), clockNames[clock]].join('  '),
    )
    return done(rows.join('\n'))
  }),
  'keys rotate': command(0, 0, async desk => {
    const rotated = await rotateKeys(
      desk,
      rooms.flatMap(it => it.sealed ?? []),
    )
    return rotated.unopened > 0 ? refused(say.rotated(rotated)) : done(say.rotated(rotated))
  }),
  ...historyCommands,
  ...dayCommands,
  ...Object.assign({}, ...rooms.map(it => it.commands ?? {})),
}

/** Runs one line of the operator's, given as words: `['areas', 'import', 'town.csv']`. */
export const runCommand = async (desk: Operator, [noun = '', verb = '', ...args]: string[]): Promise<Said> => {
  const found = commands[`${noun} ${verb}`]
  if (!found || args.length < found.least || args.length > found.most) return refused(usage)
  return found.run(desk, args)
}
