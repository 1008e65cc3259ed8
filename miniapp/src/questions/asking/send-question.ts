import { askingRoutes } from '@huiyin/shared/questions/asking-routes.ts'
import type { Draft } from '@/core/sending/drafts.ts'
import { call } from '@/core/sending/wire.ts'
import { type QuestionForm, toNewQuestion } from './new-question.ts'

/** A submitted draft becomes a question; its id is the draft's, so however often it is sent it is asked once. */
export const sendQuestion = (draft: Draft) =>
  call(askingRoutes.askQuestion, toNewQuestion({ id: draft.id, form: draft.form as QuestionForm }))
