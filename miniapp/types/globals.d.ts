declare const API_ORIGIN: string
/** Which build this is. */
declare const APP_VERSION: string
declare const VOICE_PLUGIN: boolean
declare function requirePlugin(name: string): unknown
declare const wx: {
  getRandomValues?: (ask: {
    length: number
    success: (got: { randomValues: ArrayBuffer }) => void
    fail: () => void
  }) => void
  /** Base libraries before 2.16.1 have none. */
  createOffscreenCanvas?: (how: { type: '2d'; width: number; height: number }) => Pick<
    HTMLCanvasElement,
    'toDataURL'
  > & {
    createImage: () => HTMLImageElement
    getContext: (kind: '2d') => CanvasRenderingContext2D
  }
}

declare module '*.css'
declare module '*.png' {
  const path: string
  export default path
}
