/** What each private ability is for, as far as a page that uses it has been opened (`tell-purposes.ts`). */
export const purposes: Record<string, string> = {}
