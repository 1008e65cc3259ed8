import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Gate } from './gates.ts'

/** Checks of `miniprogram-ci` that work without a network and an upload key. */
const wanted = [
  'compiles',
  'PACKAGE_SIZE_LIMIT',
  'LAZYCODE_LOADING_OPEN',
  'IMAGE_AND_AUDIO_LIMIT',
  'CONTAINS_OTHER_PKG_JS',
  'CONTAINS_OTHER_PKG_COMPONENTS',
  'CONTAINS_UNUSED_PLUGINS',
  'CONTAINS_UNUSED_COMPONENTS',
]

export interface CiAnswer {
  name: string
  passed: boolean
  text: string
}

/** Runs WeChat's own checks in a process of their own, for they leave workers behind. Never throws. */
export async function ciChecks(dist: string): Promise<Gate[]> {
  const { answers, noise } = await askCi(dist)
  return wanted.map(name => {
    const answer = answers.find(one => one.name === name)
    if (!answer) return { name: `ci ${name}`, state: 'NOT RUN', findings: [noise.slice(-500) || 'no answer'] }
    return {
      name: `ci ${name}`,
      state: answer.passed ? 'passed' : 'failed',
      findings: answer.passed ? [] : [answer.text],
    }
  })
}

const patienceMs = 120_000

function askCi(dist: string): Promise<{ answers: CiAnswer[]; noise: string }> {
  const script = fileURLToPath(new URL('./ci-process.ts', import.meta.url))
  // The package leaves empty folders where it runs.
  const folder = mkdtempSync(join(tmpdir(), 'huiyin-ci-'))
  return new Promise(done => {
    const child = spawn(process.execPath, [script, resolve(dist)], { cwd: folder, timeout: patienceMs })
    let noise = ''
    const answers: CiAnswer[] = []
    child.stderr.on('data', part => {
      noise += part
    })
    let output = ''
    child.stdout.on('data', part => {
      output += part
    })
    child.on('error', error => done({ answers, noise: error.message }))
    child.on('close', () => {
      rmSync(folder, { recursive: true, force: true })
      // The package writes its own lines to the same place; ours are marked.
      for (const line of output.split('\n'))
        if (line.startsWith('ci-answer ')) answers.push(JSON.parse(line.slice('ci-answer '.length)))
      done({ answers, noise: noise || output })
    })
  })
}
