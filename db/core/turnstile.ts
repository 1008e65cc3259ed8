/** Lets attempts to connect through, one after another. */
export type Turnstile = {
  /** Waits for one's turn. */
  pass: () => Promise<void>
  /** The server has answered a query: the next may pass at once. */
  answered: () => void
}

/**
 * While the server answers, nobody waits. While it does not, one attempt each `spacing` milliseconds and no more: a server
 * that hangs up in the middle of every start-up would otherwise be dialled thousands of times a second.
 */
export const createTurnstile = (spacing = 200): Turnstile => {
  let proven = true
  let last = 0
  let wake = () => {}
  let woken = new Promise<void>(done => {
    wake = done
  })
  const remaining = () => last + spacing - performance.now()
  return {
    pass: async () => {
      while (!proven && remaining() > 0) {
        let timer: NodeJS.Timeout | undefined
        const later = new Promise<void>(done => {
          timer = setTimeout(done, Math.max(0, remaining()))
        })
        await Promise.race([woken, later])
        clearTimeout(timer)
      }
      proven = false
      last = performance.now()
    },
    answered: () => {
      if (proven) return
      proven = true
      wake()
      woken = new Promise(done => {
        wake = done
      })
    },
  }
}
