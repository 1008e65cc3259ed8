import { randomUUID } from 'node:crypto'
import { existsSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { inject } from 'vitest'
import { bundleInto } from './server-bundle.ts'

/** The bundled server's program: whoever asks first makes it for the whole run. */
export const serverProgram = async (): Promise<string> => {
  const program = join(inject('programs'), 'server.mjs')
  if (!existsSync(program)) {
    const mine = join(inject('programs'), `${randomUUID()}.mjs`)
    await bundleInto(mine)
    renameSync(mine, program)
  }
  return program
}
