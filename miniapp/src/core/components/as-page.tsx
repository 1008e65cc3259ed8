import type { ComponentType } from 'react'
import { Boundary } from './boundary.tsx'
import { Frame } from './page.tsx'

/**
 * A page as the phone opens it: whatever it throws while it is drawn, also above and outside of its `Page`, the screen is never
 * blank. Every page's default export is one of these.
 */
export const asPage = (Body: ComponentType): ComponentType =>
  function WholePage() {
    return (
      <Boundary frame={Frame}>
        <Body />
      </Boundary>
    )
  }
