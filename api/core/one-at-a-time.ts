/** Runs a task one at a time in this process: calls that come meanwhile share one more run, which begins after them. */
export const oneAtATime = <T>(task: () => Promise<T>): (() => Promise<T>) => {
  let running: Promise<T> | undefined
  let next: Promise<T> | undefined
  const start = (): Promise<T> => {
    next = undefined
    running = task().finally(() => {
      running = undefined
    })
    return running
  }
  return () => {
    if (!running && !next) return start()
    next ??= (running as Promise<T>).then(start, start)
    return next
  }
}
