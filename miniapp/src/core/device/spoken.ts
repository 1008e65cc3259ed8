export type Spoken = {
  role?:
    | 'main'
    | 'button'
    | 'link'
    | 'img'
    | 'heading'
    | 'checkbox'
    | 'radio'
    | 'status'
    | 'alert'
    | 'dialog'
    | 'list'
    | 'listitem'
    | 'progressbar'
    | undefined
  label?: string | undefined
  hidden?: boolean | undefined
  checked?: boolean | undefined
  disabled?: boolean | undefined
  live?: 'polite' | 'assertive' | undefined
}

/** What a screen reader says, in WeChat's spelling; `spoken.h5.ts` is the browser's. */
export const spoken = ({ role, label, hidden, checked, disabled, live }: Spoken): Record<string, string> => ({
  ...(role && { 'aria-role': role }),
  ...(label && { 'aria-label': label }),
  ...(hidden && { 'aria-hidden': 'true' }),
  ...(checked !== undefined && { 'aria-checked': String(checked) }),
  ...(disabled && { 'aria-disabled': 'true' }),
  ...(live && { 'aria-live': live }),
})

/** A picture and what it shows; '' for one that only decorates. */
export const pictured = (label: string): Record<string, unknown> =>
  label ? { 'aria-role': 'img', 'aria-label': label } : { 'aria-hidden': 'true' }
