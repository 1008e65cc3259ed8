import { Button } from '@/core/components/button.tsx'
import { platform } from '@/core/device/platform.ts'
import { questionWords } from '../words.ts'

const { number, call } = questionWords.hotline

/** 12348, for whoever has not got an answer here. */
export const Hotline = () => <Button words={call} icon="phone" onTap={() => platform.telephone(number)} />
