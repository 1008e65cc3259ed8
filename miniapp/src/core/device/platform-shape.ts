/** What an HTTP call brought back: any status, the body as text; `tag` names this body (its ETag). */
export type Reply = { status: number; text: string; tag?: string | undefined }

/** A point that she picked; degrees gcj02. */
export type Spot = { name: string; lng: number; lat: number }

export type Verdict = 'accept' | 'reject' | 'ban' | 'filter'

/** What goes into the phone's own calendar; epoch milliseconds. */
export type CalendarEntry = { title: string; where: string; startsAt: number; endsAt: number }

export type Ask = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  url: string
  headers: Record<string, string>
  body?: string | undefined
  /** Milliseconds. */
  timeout: number
}

/** Small texts that survive a kill of the app. */
export type Storage = {
  read: (key: string) => string | undefined
  write: (key: string, text: string) => void
  erase: (key: string) => void
  keys: () => string[]
}

export type Listening = { stop: () => void }

/** What every page needs and WeChat and a browser do differently; `platform.ts` and `platform.h5.ts` both are one of these. */
export type Platform = {
  name: 'weapp' | 'h5'
  storage: Storage
  now: () => number
  /** UUID v4 from the device's own randomness. */
  newId: () => Promise<string>
  /** A fresh single-use login code; undefined where nobody can log in (a plain browser). */
  loginCode: () => Promise<string | undefined>
  /** Rejects only when no answer came at all. */
  request: (ask: Ask) => Promise<Reply>

  /** Where a kept photo or PDF lies; undefined when it is gone. */
  filePath: (id: string) => Promise<string | undefined>
  dropFile: (id: string) => Promise<void>
  /** `onProgress` gets 0–100. */
  sendFile: (ask: {
    id: string
    url: string
    headers: Record<string, string>
    onProgress: (percent: number) => void
  }) => Promise<Reply>

  /** Must be the first statement of a tap handler. */
  subscribe: (templateIds: string[]) => Promise<Record<string, Verdict>>
  telephone: (number: string) => void
  /** Away from here at once, leaving nothing to go back to. Must be the first statement of a tap handler. */
  leave: () => void
  /** Opens the map at a point; undefined where there is none. */
  showSpot: ((spot: Spot) => void) | undefined
  /** 1 is the ordinary size of the system's letters. */
  fontScale: () => number
  onOnline: (back: () => void) => void
  /** What the platform wants done once at launch. `crashed` hears of errors that the app itself is not told of. */
  launch: (crashed: (thrown: unknown) => void) => void
}

export type PhotoSource = 'camera' | 'album'

/**
 * What pages of rooms use and she may refuse; `abilities.ts` and `abilities.h5.ts` both are one of these. What did not happen is
 * undefined, and has been said in words unless she gave up by herself.
 */
export type Abilities = {
  /** Temporary paths; empty when there are none. `from`: nothing but this is offered. */
  choosePhotos: (count: number, from?: PhotoSource) => Promise<string[]>
  /** Brings it to size and keeps it where the system does not clean up. */
  keepPhoto: (id: string, path: string) => Promise<void>
  /** PDF files: temporary paths and what they are called. */
  choosePdfs: (count: number) => Promise<{ path: string; name: string }[]>
  keepPdf: (id: string, path: string) => Promise<void>
  chooseSpot: () => Promise<Spot | undefined>
  /** Words of the button that starts `chooseSpot`. */
  spotWords: string
  /** What a code on a wall says, read by the camera alone; absent where nothing can scan. */
  scan: (() => Promise<string | undefined>) | undefined
  /** Whether it is in the calendar now; absent where there is none. Must be the first statement of a tap handler. */
  addToCalendar: ((entry: CalendarEntry) => Promise<boolean>) | undefined
  /** Whether it could be copied; WeChat says so itself. */
  copy: (text: string) => Promise<boolean>
  /** Dictation; absent where there is none. `onText` gets the whole sentence so far. */
  listen: ((onText: (text: string) => void, onEnd: () => void) => Listening) | undefined
}
