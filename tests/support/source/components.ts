/** In place of `@tarojs/components`: each is the tag that WeChat would draw. */
export const View = 'view'
export const Text = 'text'
export const Image = 'image'
export const Input = 'input'
export const Textarea = 'textarea'
export const ScrollView = 'scroll-view'
export const Button = 'button'
