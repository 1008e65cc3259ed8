import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { codeOf } from './errors.ts'

/**
 * Takes a folder for this process and answers how to give it back. Throws when another process has it, and when nothing
 * can be written there. What a killed process left behind does not count, nor a number that another program has now.
 */
export const lockFolder = (folder: string): (() => void) => {
  const file = join(folder, 'lock')
  try {
    mkdirSync(folder, { recursive: true })
    take(file)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw new Error(cannotWrite(folder, codeOf(error)))
    const [holder, since] = readFileSync(file, 'utf8').split(' ')
    if (stillHolds(Number(holder), since)) throw new Error(inUse(folder, file, holder))
    rmSync(file)
    take(file)
  }
  return () => rmSync(file, { force: true })
}

const cannotWrite = (folder: string, code = 'unknown') =>
  `${folder} cannot be written (${code}). The embedded database needs a folder that this user may write to: name another in EMBEDDED_FOLDER.`

const inUse = (folder: string, file: string, holder = '') =>
  `${folder} is in use by process ${holder} (${file}). Stop it first: two processes would lose data. If that process is something else, delete the file.`

const take = (file: string) => {
  const handle = openSync(file, 'wx')
  writeSync(handle, `${process.pid} ${startOf(process.pid)}`)
  closeSync(handle)
}

const stillHolds = (pid: number, since: string | undefined): boolean => {
  const start = startOf(pid)
  // Where the system does not tell when a process started, its number alone must do.
  if (start === '' || !since) return pid !== process.pid && isAlive(pid)
  return start === since
}

/** When that process started, in the system's own ticks; empty where nobody can say, or when there is none. */
const startOf = (pid: number): string => {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The second field is the program's name and may hold anything, spaces and brackets too.
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    return ''
  }
}

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
