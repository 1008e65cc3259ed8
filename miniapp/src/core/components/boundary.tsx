import { Component, type ComponentType, Fragment, type PropsWithChildren } from 'react'
import { queries } from '../query.tsx'
import { phoneProblem, trouble } from '../sending/trouble.ts'
import { crashed } from '../sending/wire.ts'
import { ErrorView } from './error-view.tsx'

const broken = trouble(phoneProblem('broken'))

/** `frame`: what stands around the words where the page's own frame fell with it. */
type Props = PropsWithChildren<{ frame?: ComponentType<PropsWithChildren> }>

/** What cannot be drawn: said in its place, with a way on, instead of nothing at all. */
export class Boundary extends Component<Props, { isBroken: boolean }> {
  override state = { isBroken: false }

  static getDerivedStateFromError(failed: unknown) {
    crashed(failed)
    return { isBroken: true }
  }

  override render() {
    const { frame: Frame = Fragment, children } = this.props
    if (!this.state.isBroken) return children
    const again = async () => {
      // What could not be drawn is read anew, not drawn once more.
      queries.removeQueries({ type: 'inactive' })
      await queries.refetchQueries({ type: 'active' })
      this.setState({ isBroken: false })
    }
    return (
      <Frame>
        <ErrorView failed={broken} onAgain={again} />
      </Frame>
    )
  }
}
