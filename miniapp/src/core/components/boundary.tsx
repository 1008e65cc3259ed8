import { Component, type PropsWithChildren } from 'react'
import { queries } from '../query.tsx'
import { crashed } from '../sending/wire.ts'
import { ErrorView } from './error-view.tsx'

type State = { failed?: unknown; isBroken: boolean }

/** What is on a page that cannot be drawn: said in its place, with a way on, instead of nothing at all. */
export class Boundary extends Component<PropsWithChildren, State> {
  override state: State = { isBroken: false }

  static getDerivedStateFromError(failed: unknown): State {
    crashed(failed)
    return { failed, isBroken: true }
  }

  override render() {
    const { failed, isBroken } = this.state
    if (!isBroken) return this.props.children
    const again = async () => {
      // What could not be drawn is read anew, not drawn once more.
      queries.removeQueries({ type: 'inactive' })
      await queries.refetchQueries({ type: 'active' })
      this.setState({ isBroken: false })
    }
    return <ErrorView failed={failed} onAgain={again} />
  }
}
