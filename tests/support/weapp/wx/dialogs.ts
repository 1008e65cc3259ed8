import type { Session } from '../session.ts'
import { type Api, asyncApis, refuse } from './api.ts'

/** WeChat shows at most six lines in an action sheet and four characters on a modal's button. */
const mostItems = 6
const mostLetters = 4

const dialogs: Record<string, Api> = {
  showToast: () => undefined,
  hideToast: () => undefined,
  showLoading: () => undefined,
  hideLoading: () => undefined,
  showModal: async (options, { ask }) => {
    const yes = String(options.confirmText ?? '确定')
    const no = String(options.cancelText ?? '取消')
    for (const text of [yes, no])
      if (text.length > mostLetters)
        refuse(`confirmText or cancelText length should not larger than 4 Chinese characters`)
    const choices = options.showCancel === false ? [yes] : [yes, no]
    const { choice, typed } = await ask({ kind: 'modal', options, choices })
    return { confirm: choice === yes, cancel: choice !== yes, content: options.editable ? (typed ?? '') : null }
  },
  showActionSheet: async (options, { ask }) => {
    const items = (options.itemList ?? []) as string[]
    if (items.length === 0 || items.length > mostItems)
      refuse('parameter error: itemList should have at least 1 and at most 6 items')
    const { choice } = await ask({ kind: 'actionSheet', options, choices: [...items, '取消'] })
    if (choice === '取消') refuse('cancel')
    return { tapIndex: [...items].indexOf(choice) }
  },
}

export function dialogApis(session: Session): Record<string, unknown> {
  return asyncApis(session, dialogs)
}
