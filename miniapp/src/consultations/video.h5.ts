/** A browser cannot be called. */
export const video = undefined
