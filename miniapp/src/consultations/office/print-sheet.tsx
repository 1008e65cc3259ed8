import { recordRoutes } from '@huiyin/shared/consultations/record-routes.ts'
import { Button } from '@/core/components/button.tsx'
import { fetchFile } from '../fetch-file.ts'
import { printPage } from '../open-file.ts'
import { townshipWords } from '../township-words.ts'

const words = townshipWords.ledger

type Props = { communityId: string; village: string; month: string }

/** One village's month on paper; nothing where there is no printer. */
export const PrintSheet = ({ communityId, village, month }: Props) => {
  if (!printPage) return null
  const print = () => printPage && fetchFile(recordRoutes.readSheet, { communityId, month }, printPage)
  return <Button words={words.print} label={words.printOf(village)} kind="quiet" onTap={print} />
}
