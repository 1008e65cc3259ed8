import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { drawing } from '@huiyin/shared/matters/life.ts'
import { lives } from './lives.ts'

const drawings = new Map(lives.map(({ noun, moves }) => [`${noun}s`, drawing(moves)]))

/** ROOMS.md with its drawings made anew from the lifecycle tables. Run as a script it writes the file. */
export const withDrawings = (text: string): string =>
  text.replace(/(<!-- drawing:(\w+) -->\n)[\s\S]*?(<!-- \/drawing:\w+ -->)/g, (whole, open, of, close) =>
    drawings.has(of) ? `${open}\`\`\`mermaid\n${drawings.get(of)}\n\`\`\`\n${close}` : whole,
  )

export const roomsFile = join(import.meta.dirname, '..', 'ROOMS.md')

if (import.meta.main) writeFileSync(roomsFile, withDrawings(readFileSync(roomsFile, 'utf8')))
