import { internalComponents, mergeInternalComponents } from '@tarojs/shared'
import attrs from './attrs'
import dropUnused from './unused'

// The names are numbered alike in the templates and here.
mergeInternalComponents(attrs)
dropUnused(internalComponents)
