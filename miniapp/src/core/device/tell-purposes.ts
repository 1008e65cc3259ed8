import { purposeWords } from './purpose-words.ts'
import { purposes } from './purposes.ts'

// Whatever uses a private ability imports this: the words travel with the rooms, not with the first page.
Object.assign(purposes, purposeWords)
