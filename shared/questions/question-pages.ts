import { pagesOf } from '../core/address.ts'

const page = pagesOf('questions')

/** `desk` marks as read what the messages say about the question `id`. */
export const questionPages = {
  new: page('new'),
  receipt: page<{ id: string }>('receipt'),
  show: page<{ id: string }>('show'),
  mine: page('mine'),
  answers: page('answers'),
  answer: page<{ id: string }>('answer'),
  queue: page('queue'),
  card: page<{ id: string }>('card'),
  handle: page<{ id: string }>('handle'),
  paragraphs: page('paragraphs'),
  figures: page('figures'),
  desk: page<{ id?: string }>('desk'),
}
