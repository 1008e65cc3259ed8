import type { Outside } from '@huiyin/api/core/outside.ts'
import { type LostFiles, listLostFiles } from '@huiyin/db/questions/lost-file-queries.ts'
import { tellOfQuestion } from '@huiyin/db/questions/queries.ts'
import { photoLimits } from '@huiyin/shared/photos/photo-limits.ts'
import { tellAdvisers, tellAsker } from '../notices.ts'

/** Files of open questions that will not come any more: she is told once, and whoever holds the question by then. */
export const tellLostFiles = async ({ db, now }: Pick<Outside, 'db' | 'now'>): Promise<void> => {
  const since = new Date(now().getTime() - photoLimits.awaitedDays * 86_400_000)
  for (const it of await listLostFiles(db, since, 100))
    await tellOfQuestion(db, it.questionId, noticesFor(it), it.fileId, now())
}

const noticesFor = (it: LostFiles) => [
  ...tellAsker(it.askerId, 'question-files-lost', it),
  ...tellAdvisers(it.holderId ? [{ personId: it.holderId }] : [], 'task-question-files-lost', it),
]
