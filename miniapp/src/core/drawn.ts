import { useEffect, useState } from 'react'

/** Whether a page has been handed to the screen once. */
export const useDrawn = (): boolean => {
  const [drawn, setDrawn] = useState(false)
  useEffect(() => setDrawn(true), [])
  return drawn
}
