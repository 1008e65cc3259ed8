/** Browsers ask for camera and position themselves. */
export const watchPrivacy = () => undefined

export const PrivacySheet = () => null
