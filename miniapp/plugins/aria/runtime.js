import { mergeInternalComponents } from '@tarojs/shared'
import attrs from './attrs'

mergeInternalComponents(attrs)
