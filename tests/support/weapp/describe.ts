/** An error, wherever it was made, as one line with the places it came through. */
export function describe(error: unknown): string {
  const { message, stack } = (error ?? {}) as Error
  if (message === undefined) return String((error as { errMsg?: string } | undefined)?.errMsg ?? error)
  const frames = String(stack ?? '')
    .split('\n')
    .slice(1, 4)
  return [message, ...frames.map(frame => frame.trim())].join(' ')
}
