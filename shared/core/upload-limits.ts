/** The largest photo or document that may be sent: so many megabytes (1024² bytes). */
export const uploadLimits = { megabytes: 4 } as const
export const uploadBytes = uploadLimits.megabytes * 1024 * 1024
