declare const API_ORIGIN: string
declare const VOICE_PLUGIN: boolean
declare function requirePlugin(name: string): unknown
declare const wx: {
  getRandomValues?: (ask: {
    length: number
    success: (got: { randomValues: ArrayBuffer }) => void
    fail: () => void
  }) => void
}

declare module '*.css'
declare module '*.png' {
  const path: string
  export default path
}
