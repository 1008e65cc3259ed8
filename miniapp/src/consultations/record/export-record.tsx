import { recordRoutes } from '@huiyin/shared/consultations/record-routes.ts'
import { View } from '@tarojs/components'
import { Button } from '@/core/components/button.tsx'
import { fetchFile } from '../fetch-file.ts'
import { openTable, printPage } from '../open-file.ts'
import { townshipWords } from '../township-words.ts'

const words = townshipWords.ledger

/** The month's record (台账) as a table. */
export const ExportRecord = ({ township, month }: { township: string; month: string }) => {
  const open = () =>
    fetchFile(recordRoutes.exportRecord, { township, month, format: 'xlsx' }, ask => openTable(ask, words.file(month)))
  return (
    <>
      <Button words={words.export} icon="note" onTap={open} />
      {!printPage && <View className="hint">{words.onComputer}</View>}
    </>
  )
}
