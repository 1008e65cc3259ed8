import type { Spoken } from './spoken.ts'

export type { Spoken }

const focusable = ['button', 'link', 'checkbox', 'radio']

/** What a screen reader says, in the browser's spelling. */
export const spoken = ({ role, label, hidden, checked, disabled, live }: Spoken): Record<string, string> => ({
  ...(role && { role }),
  ...(role && focusable.includes(role) && !disabled && { tabindex: '0' }),
  ...(label && { 'aria-label': label }),
  ...(hidden && { 'aria-hidden': 'true' }),
  ...(checked !== undefined && { 'aria-checked': String(checked) }),
  ...(disabled && { 'aria-disabled': 'true' }),
  ...(live && { 'aria-live': live }),
})

/** The browser's picture sits inside Taro's; only `nativeProps` reaches it. */
export const pictured = (label: string): Record<string, unknown> => ({ nativeProps: { alt: label } })
