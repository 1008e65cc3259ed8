import { randomUUID } from 'node:crypto'
import { afterDays, asked, both, closed, elsewhere, leak, type Row, undrawn, visit, visited } from './scenes.ts'

/** Who hears of what, from the solution on. */
export const rowsAfterClosing: Row[] = [
  {
    ...{ event: 'lapse', when: 'she says nothing to the solution', act: afterDays(8) },
    scene: async town => {
      const id = await town.file({ id: undrawn() })
      await town.who.neighbour.call('joinReport', town.tap(id))
      await town.resolve(id)
      return id
    },
    ...{ hears: both('report-closed'), quiets: true },
  },
  {
    ...{ event: 'visit', when: 'the township has asked, and it is solved', scene: closed, act: visit('solved') },
    ...{ hears: both('report-visited'), quiets: true },
  },
  {
    ...{ event: 'visit', when: 'the township has asked, and it is not', scene: closed, act: visit('not-solved') },
    hears: { lead: 'task-reopened', worker: 'task-reopened', ...both('report-reopened') },
    quiets: true,
  },
  {
    ...{ event: 'ask', when: 'a week has passed since the closing', scene: visited, act: afterDays(7) },
    ...{ hears: { resident: 'report-still' }, quiets: false },
  },
  {
    ...{ event: 'still', when: 'she says that it is fine', scene: asked },
    act: ({ who, tap }, id) => who.resident.call('answerStill', { ...tap(id), answer: 'fine' }),
    ...{ hears: { worker: 'task-still' }, quiets: true },
  },
  {
    ...{ event: 'still', when: 'she says that it is broken again', scene: asked },
    act: ({ who, tap }, id) => who.resident.call('answerStill', { ...tap(id), answer: 'broken' }),
    ...{ hears: { lead: 'task-reopened', worker: 'task-reopened', neighbour: 'report-reopened' }, quiets: true },
  },
  {
    ...{ event: 'recur', when: 'the same is filed again by somebody else', scene: elsewhere },
    act: ({ who }) => who['officer-next-town'].call('fileReport', { id: randomUUID(), ...leak }),
    ...{ hears: { worker: 'task-recurred', 'worker-mate': 'task-recurred' }, quiets: false },
  },
  {
    ...{ event: 'remind', when: 'nobody has visited her for a week', scene: closed, act: afterDays(7) },
    // On this day she is asked, too.
    hears: { officer: 'task-visit-late', supervisor: 'task-visit-late', resident: 'report-still' },
    quiets: false,
  },
]
