import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { spoken } from '../device/spoken.ts'
import { onToast } from '../toast.ts'

/** Milliseconds per character, and at least: slow readers must get to the end. */
const perCharacter = 180
const atLeast = 2_500

/** Each page carries one; only the page on screen shows it. */
export const Toast = () => {
  const [text, setText] = useState('')
  useEffect(() => onToast(setText), [])
  useEffect(() => {
    if (!text) return
    const timer = setTimeout(() => setText(''), Math.max(atLeast, text.length * perCharacter))
    return () => clearTimeout(timer)
  }, [text])
  return text ? (
    <View className="toast" {...spoken({ role: 'alert', live: 'assertive' })}>
      {text}
    </View>
  ) : null
}
