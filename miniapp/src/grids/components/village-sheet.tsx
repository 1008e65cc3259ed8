import { Sheet } from '@/core/components/sheet.tsx'
import type { Village } from '../village.ts'
import { AreaPicker } from './area-picker.tsx'

type Props = { title: string; onChoose: (village: Village) => unknown; onClose: () => void }

/** One village out of all, chosen step by step. */
export const VillageSheet = ({ title, onChoose, onClose }: Props) => (
  <Sheet title={title} onClose={onClose}>
    <AreaPicker level="community" onChoose={({ id, name }) => onChoose({ id, name })} />
  </Sheet>
)
