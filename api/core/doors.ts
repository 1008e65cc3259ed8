import type { Db } from '@huiyin/db/core/client.ts'

/** A service to residents that took place in a township, for its service record. `at`: ISO 8601. */
export type ServiceGiven = { at: string; number: string; communityId: string; adviser: string }

/** What a room lets those beside it see of itself. Whoever looks through a door that no room has brought sees nothing. */
export type Doors = {
  servicesGiven: (db: Db, townshipId: string, from: Date, until: Date) => Promise<ServiceGiven[]>
}

const opened = new Set<Partial<Doors>>()

export const openDoors = (doors: Partial<Doors>): void => {
  opened.add(doors)
}

/** All that is seen through these doors; a room without the one that is asked for gives nothing. */
export const throughDoors = async <T>(look: (doors: Partial<Doors>) => Promise<T[]> | undefined): Promise<T[]> =>
  (await Promise.all([...opened].map(doors => look(doors) ?? []))).flat()
