import { openWorld, type World } from '../support/world.ts'

/** A town of its own, for what would spoil the others. */
export const alone = async (work: (it: World) => Promise<void>) => {
  const own = await openWorld()
  try {
    await work(own)
  } finally {
    await own.close()
  }
}
