import { Sheet } from '../../core/components/sheet.tsx'
import { AreaPicker } from '../../grids/components/area-picker.tsx'
import type { Village } from '../use-village.ts'

type Props = { title: string; onChoose: (village: Village) => unknown; onClose: () => void }

export const VillageSheet = ({ title, onChoose, onClose }: Props) => (
  <Sheet title={title} onClose={onClose}>
    <AreaPicker level="community" onChoose={({ id, name }) => onChoose({ id, name })} />
  </Sheet>
)
