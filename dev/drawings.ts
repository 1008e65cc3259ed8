import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bookingMoves } from '@huiyin/shared/consultations/booking-moves.ts'
import { drawing } from '@huiyin/shared/core/moves.ts'
import { questionMoves } from '@huiyin/shared/questions/question-moves.ts'
import { reportMoves } from '@huiyin/shared/reports/report-moves.ts'

const drawings = { reports: drawing(reportMoves), questions: drawing(questionMoves), bookings: drawing(bookingMoves) }

/** ROOMS.md with its drawings made anew from the lifecycle tables. Run as a script it writes the file. */
export const withDrawings = (text: string): string =>
  text.replace(
    /(<!-- drawing:(\w+) -->\n)[\s\S]*?(<!-- \/drawing:\w+ -->)/g,
    (_, open: string, room: keyof typeof drawings, close: string) =>
      `${open}\`\`\`mermaid\n${drawings[room]}\n\`\`\`\n${close}`,
  )

export const roomsFile = join(import.meta.dirname, '..', 'ROOMS.md')

if (import.meta.main) writeFileSync(roomsFile, withDrawings(readFileSync(roomsFile, 'utf8')))
