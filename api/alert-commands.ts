import { setRobot } from '@huiyin/db/alerts/ladder-queries.ts'
import { getHealth, listDead, listRungs, replaceRungs, reviveDead } from '@huiyin/db/alerts/status-queries.ts'
import { listAreasById } from '@huiyin/db/grids/queries.ts'
import { findPersonByOpenid, setContact } from '@huiyin/db/people/queries.ts'
import { kindOf } from '@huiyin/shared/alerts/alert-kind.ts'
import { audiences, vias } from '@huiyin/shared/alerts/ladder.ts'
import { channelNames, reasonOf } from '@huiyin/shared/alerts/told.ts'
import { type Command, command, done, isId, refused } from './command.ts'
import { about } from './core/secrets.ts'
import { alertSay as say } from './words.ts'

/** 微信:3 短信 → the second rung waits only for failure. */
const rungIn = (text: string, index: number) => {
  const [via = '', minutes] = text.split(':')
  const fits = (vias as readonly string[]).includes(via) && (minutes === undefined || /^[1-9]\d{0,4}$/.test(minutes))
  return fits ? { rung: index + 1, via, waitMinutes: minutes === undefined ? null : Number(minutes) } : undefined
}

/** What the operator may ask and change about alerts. */
export const alertCommands: Record<string, Command> = {
  'alerts status': command(0, 0, async ({ db, now }) => {
    const { waiting, oldestSeconds, dead, climbing, failures } = await getHealth(db, now)
    const lines = failures.map(it => say.failure(channelNames[it.channel], it.code, reasonOf(it.code) ?? '', it.count))
    return done([say.status(waiting, oldestSeconds, climbing, dead), ...lines].join('\n'))
  }),
  'alerts dead': command(0, 0, async ({ db }) => {
    const rows = (await listDead(db)).map(({ id, channel, kind, code, at }) =>
      [id, new Date(at).toISOString(), channelNames[channel], kindOf(kind).title, code].join('  '),
    )
    return done(rows.join('\n') || say.noneDead)
  }),
  'alerts retry': command(1, 1, async ({ db, now }, [which = '']) => {
    if (which !== 'all' && !isId(which)) return refused(say.whichDead)
    const count = await reviveDead(db, which === 'all' ? undefined : which, now)
    return count > 0 ? done(say.revived(count)) : refused(say.noneDead)
  }),
  'ladder list': command(0, 0, async ({ db }) => {
    const rows = (await listRungs(db)).map(({ scope, audience, urgency, rung, via, waitMinutes }) =>
      [scope, audience, urgency, rung, via, waitMinutes === null ? '—' : say.minutes(waitMinutes)].join('  '),
    )
    return done(rows.join('\n'))
  }),
  'ladder set': command(3, 20, async ({ db }, [townshipId = '', audience = '', urgency = '', ...texts]) => {
    const [township] = await listAreasById(db, [townshipId])
    if (township?.level !== 'township') return refused(say.noTownship)
    const known = (audiences as readonly string[]).includes(audience) && (urgency === 'urgent' || urgency === 'calm')
    const rungs = texts.map(rungIn)
    const right = rungs.filter(it => it !== undefined)
    if (!known || right.length < rungs.length) return refused(say.noRung)
    await replaceRungs(db, { scope: townshipId, audience, urgency }, right)
    return done(right.length > 0 ? say.ladderSet(right.length) : say.ladderReset)
  }),
  'robots set': command(2, 2, async ({ db, keys }, [areaId = '', key = '']) => {
    const [area] = await listAreasById(db, [areaId])
    if (!area) return refused(say.noArea)
    await setRobot(db, areaId, key === '-' ? null : keys.seal(key, about.robot(areaId)))
    return done(key === '-' ? say.robotGone : say.robotSet)
  }),
  'people contact': command(3, 3, async ({ db }, [openid = '', way = '', name = '']) => {
    const person = await findPersonByOpenid(db, openid)
    if (!person) return refused(say.noPerson)
    if (way !== 'wecom' && way !== 'service') return refused(say.noWay)
    const set = await setContact(db, person.id, way, name === '-' ? null : name)
    return set ? done(say.contactSet) : refused(say.contactTaken)
  }),
}
