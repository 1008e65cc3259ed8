type Glob = (pattern: string, how: { eager: true; import: 'default' }) => Record<string, unknown>
declare global {
  interface ImportMeta {
    glob: Glob
  }
}

/** Files of the mini-program under their paths, as `pages/home/index`; `end` is what the file's name has after that. */
export const byPage = <T>(found: Record<string, unknown>, end: string): Record<string, T> =>
  Object.fromEntries(
    Object.entries(found).map(([file, it]) => [file.replace(/^.*miniapp\/src\//, '').replace(end, ''), it as T]),
  )
