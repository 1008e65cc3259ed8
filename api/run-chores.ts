import type { Api } from './app.ts'
import type { Outside } from './core/outside.ts'

/** Does the chores every few seconds until stopped; `stop` waits for those that run. */
export const runChores = (api: Api, { log }: Pick<Outside, 'log'>, seconds: number): { stop: () => Promise<void> } => {
  let chores: Promise<unknown> = Promise.resolve()
  const timer = setInterval(() => {
    chores = api.chores().catch(error => log.error({ name: (error as Error).name }, 'chores failed'))
  }, seconds * 1000)
  return {
    stop: async () => {
      clearInterval(timer)
      await chores
    },
  }
}
