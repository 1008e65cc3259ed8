import { pagesOf } from '../core/address.ts'

const page = pagesOf('reports')

/** `desk`: an area, or a partner's unit. `published` with `id`: that one alone. `scene` and `q`: what the code on a house plate says, still percent-encoded. */
export const reportPages = {
  new: page<{ scene?: string; q?: string }>('new'),
  receipt: page<{ id: string }>('receipt'),
  show: page<{ id: string }>('show'),
  mine: page('mine'),
  desk: page<{ desk?: string }>('desk'),
  handle: page<{ id: string }>('handle'),
  calls: page<{ township?: string }>('calls'),
  published: page<{ id?: string }>('published'),
  publish: page<{ id: string }>('publish'),
  visits: page<{ desk?: string }>('visits'),
}
