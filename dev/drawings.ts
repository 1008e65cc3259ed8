import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bookingLife } from '@huiyin/shared/consultations/booking-life.ts'
import { bookingStates } from '@huiyin/shared/consultations/booking-moves.ts'
import { drawing, movesOf } from '@huiyin/shared/matters/life.ts'
import { questionLife } from '@huiyin/shared/questions/question-life.ts'
import { questionStates } from '@huiyin/shared/questions/question-moves.ts'
import { reportLife } from '@huiyin/shared/reports/report-life.ts'
import { reportStates } from '@huiyin/shared/reports/report-moves.ts'

const drawings = {
  reports: drawing(movesOf(reportLife, reportStates)),
  questions: drawing(movesOf(questionLife, questionStates)),
  bookings: drawing(movesOf(bookingLife, bookingStates)),
}

/** ROOMS.md with its drawings made anew from the lifecycle tables. Run as a script it writes the file. */
export const withDrawings = (text: string): string =>
  text.replace(
    /(<!-- drawing:(\w+) -->\n)[\s\S]*?(<!-- \/drawing:\w+ -->)/g,
    (_, open: string, room: keyof typeof drawings, close: string) =>
      `${open}\`\`\`mermaid\n${drawings[room]}\n\`\`\`\n${close}`,
  )

export const roomsFile = join(import.meta.dirname, '..', 'ROOMS.md')

if (import.meta.main) writeFileSync(roomsFile, withDrawings(readFileSync(roomsFile, 'utf8')))
