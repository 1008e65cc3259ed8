/** SQLSTATE or driver code at the bottom of a drizzle error. Never read `message`: it holds the parameters. */
export const codeOf = (error: unknown): string | undefined => {
  for (let it = error; it; it = (it as { cause?: unknown }).cause) {
    const code = (it as { code?: unknown }).code
    if (typeof code === 'string') return code
  }
  return undefined
}

/** Name of the violated constraint, where there is one. */
export const constraintOf = (error: unknown): string | undefined => {
  for (let it = error; it; it = (it as { cause?: unknown }).cause) {
    const { constraint_name, constraint } = it as { constraint_name?: string; constraint?: string }
    if (constraint_name ?? constraint) return constraint_name ?? constraint
  }
  return undefined
}

/** Of our own: nobody waits for this query any more. */
export const lateCode = 'QUERY_DEADLINE'

/** The connection is gone, or never came about; what was asked over it may have happened or not. */
const lostCodes = new Set([
  lateCode,
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  'CONNECT_TIMEOUT',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
])

const busyCodes = new Set([
  '40001',
  '40P01',
  '53000',
  '53100',
  '53200',
  '53300',
  '55P03',
  '57014',
  '57P01',
  '57P02',
  '57P03',
  '25006',
  '25P03',
])

export const isLost = (error: unknown) => lostCodes.has(codeOf(error) ?? '')

/** Two statements met and this one was undone as a whole. */
export const isConflict = (error: unknown) => ['40001', '40P01'].includes(codeOf(error) ?? '')

/** The database is away or overloaded: the same request may succeed a moment later. */
export const isBusy = (error: unknown) => {
  const code = codeOf(error) ?? ''
  return lostCodes.has(code) || busyCodes.has(code) || code.startsWith('08')
}

/** What one statement can bring upon itself: it met another, waited too long for a lock, or took too long. */
const ownCodes = new Set(['40001', '40P01', '55P03', '57014'])

/** The database itself is away or overloaded, whatever is asked. */
export const isAway = (error: unknown) => isBusy(error) && !ownCodes.has(codeOf(error) ?? '')
