import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { drawing } from '@huiyin/shared/core/moves.ts'
import { reportMoves } from '@huiyin/shared/reports/report-moves.ts'

/** ROOMS.md with its drawings made anew from the lifecycle tables. Run as a script it writes the file. */
export const withDrawings = (text: string): string =>
  text.replace(
    /(<!-- drawing:reports -->\n)[\s\S]*?(<!-- \/drawing:reports -->)/,
    (_, open: string, close: string) => `${open}\`\`\`mermaid\n${drawing(reportMoves)}\n\`\`\`\n${close}`,
  )

export const roomsFile = join(import.meta.dirname, '..', 'ROOMS.md')

if (import.meta.main) writeFileSync(roomsFile, withDrawings(readFileSync(roomsFile, 'utf8')))
