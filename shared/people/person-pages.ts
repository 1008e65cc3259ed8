import { pagesOf } from '../core/address.ts'

const page = pagesOf('people')

export const personPages = {
  guide: page('guide'),
  privacy: page('privacy'),
  looks: page('looks'),
  place: page('place'),
}
