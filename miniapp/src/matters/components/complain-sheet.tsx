import type { ComplaintReason } from '@huiyin/shared/matters/complaint.ts'
import { View } from '@tarojs/components'
import { Button } from '@/core/components/button.tsx'
import { Sheet } from '@/core/components/sheet.tsx'

type Props = {
  title: string
  hint: string
  reasons: Record<ComplaintReason, string>
  onComplain: (reason: ComplaintReason) => Promise<unknown>
  onClose: () => void
}

/** 举报 of what everybody sees: what is wrong with it, in one tap. */
export const ComplainSheet = ({ title, hint, reasons, onComplain, onClose }: Props) => (
  <Sheet title={title} onClose={onClose}>
    <View className="hint">{hint}</View>
    {(Object.keys(reasons) as ComplaintReason[]).map(reason => (
      <Button key={reason} words={reasons[reason]} onTap={() => onComplain(reason)} />
    ))}
  </Sheet>
)
