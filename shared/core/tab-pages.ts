import { pagesOf } from './address.ts'

const page = pagesOf()

/** The pages of the tab bar, which show something of every room. */
export const tabPages = { home: page('home'), inbox: page('inbox'), mine: page('mine') }
