import { relative } from 'node:path'
import type { Reporter, TestModule, Vitest } from 'vitest/node'

/** At the end of a run: seconds of each project, and the ten slowest files. Tests of a project wait for each other's processor. */
export class Budget implements Reporter {
  #root = ''
  onInit(vitest: Vitest) {
    this.#root = vitest.config.root
  }
  onTestRunEnd(modules: readonly TestModule[]) {
    const files = modules.map(it => ({
      project: it.project.name,
      file: relative(this.#root, it.moduleId),
      seconds: secondsOf(it),
    }))
    const projects = [...new Set(files.map(it => it.project))].map(name => {
      const of = files.filter(it => it.project === name)
      return { name: `${name} (${of.length} files)`, seconds: of.reduce((sum, it) => sum + it.seconds, 0) }
    })
    print('seconds per project', projects.toSorted(bySeconds))
    const slowest = files.toSorted(bySeconds).slice(0, 10)
    print(
      'the ten slowest files',
      slowest.map(it => ({ ...it, name: `${it.file} (${it.project})` })),
    )
  }
}

type Line = { name: string; seconds: number }

const bySeconds = (a: { seconds: number }, b: { seconds: number }) => b.seconds - a.seconds

const print = (title: string, lines: readonly Line[]) => {
  console.log(`\n${title}`)
  for (const { name, seconds } of lines) console.log(`${seconds.toFixed(1).padStart(8)}  ${name}`)
}

/** Loading, set-up and tests. */
const secondsOf = (module: TestModule) => {
  const { collectDuration, setupDuration, duration } = module.diagnostic()
  return (collectDuration + setupDuration + duration) / 1000
}
