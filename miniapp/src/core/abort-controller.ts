type Listener = () => void

/** WeChat has no AbortController, and without one TanStack Query waits for ever. Only what the library touches. */
export class AbortController {
  private readonly listeners = new Set<Listener>()
  readonly signal = {
    aborted: false,
    reason: undefined as unknown,
    addEventListener: (_type: 'abort', listener: Listener) => void this.listeners.add(listener),
    removeEventListener: (_type: 'abort', listener: Listener) => void this.listeners.delete(listener),
    throwIfAborted: () => {
      if (this.signal.aborted) throw this.signal.reason
    },
  }

  abort(reason: unknown = new Error('aborted')) {
    if (this.signal.aborted) return
    this.signal.aborted = true
    this.signal.reason = reason
    for (const listener of [...this.listeners]) listener()
  }
}
