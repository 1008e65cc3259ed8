import { Sheet } from '../../core/components/sheet.tsx'
import { AreaPicker } from '../../grids/components/area-picker.tsx'
import { askWords } from '../ask-words.ts'
import type { Village } from '../new-question.ts'

/** Which village's adviser is asked. */
export const VillageSheet = ({
  onChoose,
  onClose,
}: {
  onChoose: (village: Village) => unknown
  onClose: () => void
}) => (
  <Sheet title={askWords.make.village} onClose={onClose}>
    <AreaPicker level="community" onChoose={({ id, name }) => onChoose({ id, name })} />
  </Sheet>
)
