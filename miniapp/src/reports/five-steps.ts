import type { HistoryStep, Report } from '@huiyin/shared/reports/report.ts'
import { type ReportEvent, stepOf, steps } from '@huiyin/shared/reports/report-states.ts'
import { reportWords } from './words.ts'

/** Which of the five steps an event belongs to; what is not named goes where the matter stood. */
const stepOfEvent: Partial<Record<ReportEvent, number>> = {
  file: 0,
  join: 0,
  reopen: 0,
  withdraw: 0,
  accept: 1,
  return: 1,
  assign: 1,
  start: 2,
  dispatch: 2,
  finish: 2,
  resolve: 3,
  confirm: 4,
  lapse: 4,
  visit: 4,
  ask: 4,
  still: 4,
  recur: 4,
  remind: 4,
}

const place = (step: HistoryStep) =>
  stepOfEvent[step.event] ?? Math.max(stepOf[step.state], step.event === 'climb' || step.event === 'supervise' ? 1 : 0)

export type Step = {
  name: string
  seal: string
  state: 'done' | 'now' | 'next'
  stateWords: string
  happened: HistoryStep[]
}

/** A reopened matter starts the five steps again; what came before the last reopening is told apart. */
export const rounds = (history: HistoryStep[]) => {
  const last = history.map(step => step.event).lastIndexOf('reopen')
  return last < 0
    ? { earlier: [], current: history }
    : { earlier: history.slice(0, last), current: history.slice(last) }
}

const wordsOf = (state: Step['state'], index: number) =>
  state === 'now' ? (reportWords.stepWaits[index] ?? '') : reportWords.stepStates[state]

/** What was taken back goes no further, and nothing of it was done. */
const overWords = (index: number) => (index === 0 ? reportWords.show.withdrawn : reportWords.stepOver)

/** The five steps as she sees them: how far it is, and what happened in each. */
export const stepsOf = (report: Pick<Report, 'state' | 'history'>): Step[] => {
  const lit = stepOf[report.state]
  const over = report.state === 'withdrawn'
  const { current } = rounds(report.history)
  return steps.map((name, index) => {
    const state = index <= lit ? 'done' : index === lit + 1 && !over ? 'now' : 'next'
    return {
      name,
      seal: reportWords.stepSeals[index] ?? '',
      state,
      stateWords: over ? overWords(index) : wordsOf(state, index),
      happened: current.filter(step => place(step) === index),
    }
  })
}
