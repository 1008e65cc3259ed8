/** What an address carries: ids and codes, which need no encoding. */
export type Params = Record<string, string | undefined>
type Nothing = Record<never, string>

/** A page of the mini-program. `path` is stored in messages and printed on posters; `asks` is for the types, never a value. */
export type Address<P extends Params = Nothing> = { readonly path: string; readonly asks?: (params: P) => void }

/** Nothing where the page takes nothing, and only what it cannot do without must be given. */
export type Given<P extends Params> = keyof P extends never ? [] : Partial<P> extends P ? [params?: P] : [params: P]

/** The pages of one room; those of none are the tabs. */
export const pagesOf =
  (room?: string) =>
  <P extends Params = Nothing>(folder: string): Address<P> => ({
    path: `${room ? `${room}/` : ''}pages/${folder}/index`,
  })

export const urlOf = <P extends Params>({ path }: Address<P>, ...[params]: Given<NoInfer<P>>): string => {
  const pairs = Object.entries(params ?? {}).flatMap(([name, value]) => (value ? [`${name}=${value}`] : []))
  return `/${path}${pairs.length > 0 ? `?${pairs.join('&')}` : ''}`
}
