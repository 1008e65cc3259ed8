/** Published without types; only what the renderer touches. */
declare module 'react-reconciler' {
  interface Drawing {
    createContainer: (...what: unknown[]) => unknown
    updateContainer: (what: unknown, container: unknown, parent: null, then: null) => void
    batchedUpdates: (work: () => unknown) => unknown
  }
  export default function Reconciler(host: object): Drawing
}
