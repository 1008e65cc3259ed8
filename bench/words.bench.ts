import { readHeldOut } from '../dev/judging/corpus.ts'
import { type Confusion, figuresOf, judgeAll } from '../dev/judging/figures.ts'
import { sized } from './bench.ts'
import { heading, holds, table, verdict } from './results.ts'

const percent = (share: number) => Math.round(share * 1000) / 10

/** Goals, in percent: of what is there so much is found, of what is not so little is taken for it. */
const limits = { urgencyRecall: 97, falseUrgent: 8, kindRight: 90, personFound: 95, falseAlarm: 3 } as const

const confusion = (title: string, { names, rows, counts }: Confusion): string[] => [
  '',
  `${title}, what people say (rows) × what is read (columns):`,
  '',
  ...table(
    ['', ...names],
    rows.map((name, at) => [name, ...(counts[at] ?? [])]),
  ),
]

/** How the words of residents are judged, on sentences that other hands wrote and the model never saw. */
export const bench = sized({
  whole: { share: 1 },
  tiny: { share: 8 },
  run: async (_, { share }) => {
    const all = readHeldOut().filter((_row, at) => at % share === 0)
    const it = figuresOf(judgeAll(all))
    const { counts } = it
    const checks = [
      ['Urgent ones found', it.urgencyRecall, '≥', limits.urgencyRecall],
      ['others taken for urgent', it.falseUrgent, '≤', limits.falseUrgent],
      ['kinds right', it.kindRight, '≥', limits.kindRight],
      ['danger to a person found or asked about', it.personFound, '≥', limits.personFound],
      ['alarm without danger', it.falseAlarm, '≤', limits.falseAlarm],
    ] as const
    return {
      lines: [
        ...heading('words'),
        `${counts.reports} reports, ${counts.urgent} of them urgent; ${counts.lawyer} sentences for a lawyer, ${counts.unsafe} of them of somebody in danger.`,
        '',
        `${checks.map(([name, value, sign, limit]) => `${name}: ${verdict(percent(value), sign, limit, ' %')}`).join('. ')}.`,
        '',
        `Where life is in danger a number is shown to ${percent(it.callShown)} %, the right one to ${percent(it.callRight)} %; to ${percent(it.falseCall)} % of the others, too. Of those in danger ${percent(it.personAlarmed)} % are shown the numbers at once; ${percent(it.falseAsked)} % of those who are not are asked.`,
        ...confusion('Urgency', it.urgency),
        ...confusion('Kind', it.kind),
        ...confusion('Call', it.call),
        ...confusion('Danger to a person', it.person),
      ],
      passed: checks.every(([, value, sign, limit]) => holds(percent(value), sign, limit)),
    }
  },
})
