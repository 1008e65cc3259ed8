// Every key enlarges base.wxml: only what the pages use. '' means no default.
const spoken = { 'aria-role': '', 'aria-label': '', 'aria-hidden': '' }

module.exports = {
  View: { ...spoken, 'aria-checked': '', 'aria-disabled': '', 'aria-live': '' },
  Text: { 'aria-role': '', 'aria-label': '', 'aria-hidden': '' },
  Button: { 'aria-label': '', 'aria-role': '', 'phone-number-no-quota-toast': 'true' },
  Image: { 'aria-label': '', 'aria-role': '', 'aria-hidden': '' },
  Input: { 'aria-label': '' },
  Textarea: { 'aria-label': '' },
}
