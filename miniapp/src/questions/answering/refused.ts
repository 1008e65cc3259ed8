import { problemOf } from '@/core/sending/trouble.ts'

/** Whether the server says: this is not, or not any more, for you. */
export const isRefused = (failed: unknown) =>
  failed !== null && ['not-found', 'not-allowed'].includes(problemOf(failed).code)
