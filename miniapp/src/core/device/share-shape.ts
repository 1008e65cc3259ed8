import type { Address } from '@huiyin/shared/core/address.ts'

/** What is handed on: a title in plain words, the page that it opens, which everybody may see, and a picture for all to see. */
export type Shared = { title: string; url: string; picture: string }

export type ShareProps = { words: string; label?: string | undefined; shared: Shared }

/** The picture of what has none of its own; it lies in each package, so that it is there whenever a page of it is. */
export const coverOf = ({ path }: Pick<Address, 'path'>): string => `/${path.split('/')[0]}/share.png`
