import '../style/tidy.css'
import { Empty, type EmptyProps } from './empty.tsx'

/** Nothing is left to do here. A thing of staff pages: its drawing travels with them and not with home. */
export const AllDone = (props: Omit<EmptyProps, 'drawing'>) => <Empty drawing="tidy" {...props} />
