/** Only WeChat can vouch for a phone number. */
export const BindPhone = (_: { onBound: () => void }) => null
