import type { Manifest } from '../manifest.ts'
import { gridRoom } from './answers.ts'

export const grids: Manifest = { rank: 1, answers: () => [gridRoom] }
