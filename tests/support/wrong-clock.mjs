// Loaded into a service before it starts: its clock is wrong by as many milliseconds as the file CLOCK_OFFSET_FILE says.
import { readFileSync } from 'node:fs'

const RightDate = Date
const now = () => RightDate.now() + Number(readFileSync(process.env.CLOCK_OFFSET_FILE, 'utf8'))

globalThis.Date = class extends RightDate {
  constructor(...given) {
    super(...(given.length === 0 ? [now()] : given))
  }
  static now() {
    return now()
  }
}
