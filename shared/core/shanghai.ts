const eastward = 8 * 60 * 60_000

/**
 * A moment (epoch milliseconds) whose UTC fields read as calendar and clock do in the county, whatever a phone or a server is set to.
 * China has one time zone and no summer time; Intl is not sure to exist in WeChat.
 */
export const inShanghai = (ms: number): Date => new Date(ms + eastward)

/** Back from such a reading to the moment. */
export const fromShanghai = (read: number): number => read - eastward
