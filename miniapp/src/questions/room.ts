import { questionPages } from '@huiyin/shared/questions/question-pages.ts'
import type { Room } from '../core/manifest.ts'
import { LawCard } from './answering/law-card.tsx'
import { useNextWaiting } from './answering/next-waiting.tsx'
import { isBlank, type QuestionForm, remainsOfQuestion } from './asking/new-question.ts'
import { sendQuestion } from './asking/send-question.ts'
import { entryWords as words } from './entry-words.ts'

export const questions: Room = {
  rank: 2,
  writings: {
    question: {
      send: sendQuestion,
      remains: remainsOfQuestion,
      isBlank: form => isBlank(form as QuestionForm),
      compose: questionPages.new,
      receipt: questionPages.receipt,
    },
  },
  home: {
    useNext: useNextWaiting,
    duties: LawCard,
    acts: [{ icon: 'balance', name: words.act, hint: words.actHint, page: questionPages.new }],
  },
  mine: {
    own: [{ icon: 'balance', title: words.mine, hint: words.mineHint, page: questionPages.mine }],
    help: [{ icon: 'note', title: words.answers, hint: words.answersHint, page: questionPages.answers }],
  },
  seals: words.seals,
  opens: { newQuestion: questionPages.new, question: questionPages.show },
}
