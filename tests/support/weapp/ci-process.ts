// Started by ci-checks.ts with the folder of a build; writes one `ci-answer {…}` line per check.
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CiAnswer } from './ci-checks.ts'

interface Quality {
  name: string
  success: boolean
  text: string
  detail?: unknown
}

interface CiProject {
  attr(): Promise<unknown>
}

interface Ci {
  proxy(url: string): void
  Project: new (options: object) => CiProject
  DefaultProjectAttr: unknown
  checkCodeQuality(project: CiProject): Promise<Quality[]>
  getCompiledResult(options: object, savePath: string): Promise<unknown>
}

const dist = process.argv[2] ?? ''
const ci = createRequire(import.meta.url)('miniprogram-ci') as Ci
const answer = (one: CiAnswer) => process.stdout.write(`ci-answer ${JSON.stringify(one)}\n`)

// Nothing listens there: the checks must not ask WeChat's servers anything.
ci.proxy('http://127.0.0.1:9')

function makeProject(): CiProject {
  const options = {
    appid: 'wx0000000000000000',
    type: 'miniProgram',
    projectPath: dist,
    privateKey: 'none',
    ignores: ['node_modules/**/*'],
  }
  const project = new ci.Project(options)
  project.attr = async () => ci.DefaultProjectAttr
  return project
}

async function compile(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'huiyin-ci-'))
  try {
    const options = { project: makeProject(), desc: 'check', version: '1.0.0', setting: {}, onProgressUpdate: () => {} }
    await ci.getCompiledResult(options, join(folder, 'compiled.zip'))
    answer({ name: 'compiles', passed: true, text: '' })
  } catch (error) {
    answer({ name: 'compiles', passed: false, text: (error as Error).message })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function judge(): Promise<void> {
  for (const { name, success, text, detail } of await ci.checkCodeQuality(makeProject()))
    answer({ name, passed: success, text: `${text} ${JSON.stringify(detail) ?? ''}` })
}

await judge().catch(error => process.stderr.write(`${(error as Error).message}\n`))
await compile()
process.exit(0)
