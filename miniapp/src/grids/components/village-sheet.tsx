import { Sheet } from '@/core/components/sheet.tsx'
import { AreaPicker } from './area-picker.tsx'

export type Village = { id: string; name: string }

type Props = { title: string; onChoose: (village: Village) => unknown; onClose: () => void }

/** One village out of all, chosen step by step. */
export const VillageSheet = ({ title, onChoose, onClose }: Props) => (
  <Sheet title={title} onClose={onClose}>
    <AreaPicker level="community" onChoose={({ id, name }) => onChoose({ id, name })} />
  </Sheet>
)
