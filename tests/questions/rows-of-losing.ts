import { tap } from '../support/world.ts'
import { mate, resident } from './counsel.ts'
import { asked, askedBack, assignTo, claimed, inTown, late, pooled, type Row } from './scenes.ts'

/** Who hears of what when a question is taken back, or from somebody. */
export const rowsOfLosing: Row[] = [
  {
    ...{
      event: 'assign',
      when: 'the township names another while he holds it',
      scene: claimed,
      act: assignTo(() => mate),
    },
    ...{ hears: { 'adviser-mate': 'task-question-assigned', adviser: 'task-question-moved' }, quiets: true },
  },
  {
    ...{ event: 'assign', when: 'the township names one for what waits', scene: asked, act: assignTo(() => mate) },
    ...{ hears: { 'adviser-mate': 'task-question-assigned', adviser: 'task-question-moved' }, quiets: true },
  },
  {
    ...{ event: 'danger', when: 'danger comes late', scene: claimed, act: id => resident.call('callDanger', tap(id)) },
    ...{ hears: { justice: 'task-question-danger', adviser: 'task-question-moved' }, quiets: true },
  },
  {
    ...{
      event: 'danger',
      when: 'danger comes while it waits',
      scene: asked,
      act: id => resident.call('callDanger', tap(id)),
    },
    ...{ hears: { justice: 'task-question-danger', adviser: 'task-question-moved' }, quiets: true },
  },
  {
    ...{ event: 'reply', when: 'there is danger in her reply', scene: askedBack },
    act: id => resident.call('replyQuestion', { ...tap(id), words: '他昨天打我，我不敢回家' }),
    ...{ hears: { justice: 'task-question-danger', adviser: 'task-question-moved' }, quiets: true },
  },
  {
    ...{ event: 'withdraw', when: 'she takes back what somebody holds', scene: claimed },
    act: id => resident.call('withdrawQuestion', tap(id)),
    ...{ hears: { adviser: 'task-question-withdrawn' }, quiets: true },
  },
  {
    ...{ event: 'withdraw', when: 'she takes back what nobody holds', scene: asked },
    act: id => resident.call('withdrawQuestion', tap(id)),
    ...{ hears: { adviser: 'task-question-withdrawn' }, quiets: true },
  },
  {
    ...{ event: 'withdraw', when: 'the neighbours were called too', scene: pooled },
    act: id => resident.call('withdrawQuestion', tap(id)),
    ...{ hears: inTown('task-question-withdrawn'), quiets: true },
  },
  {
    ...{ event: 'withdraw', when: 'he waits for her reply', scene: askedBack },
    act: id => resident.call('withdrawQuestion', tap(id)),
    ...{ hears: { adviser: 'task-question-withdrawn' }, quiets: true },
  },
  {
    ...{ event: 'withdraw', when: 'nobody was left but the township', scene: late },
    act: id => resident.call('withdrawQuestion', tap(id)),
    ...{ hears: { ...inTown('task-question-withdrawn'), justice: 'task-question-withdrawn' }, quiets: true },
  },
]
