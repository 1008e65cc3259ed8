import type { Project } from './project.ts'
import { makeRealm, type Realm } from './realm.ts'
import type { Session } from './session.ts'
import { makeTemplates, type Templates } from './templates.ts'

/** What runs the scripts of a mini-program and draws its pages. */
export interface Engine {
  project: Project
  /** `now` stands in for the computer's clock when it is given. */
  realm(now?: () => number): Realm
  templates(fault: (text: string) => void): Templates
  /** Awaited in each life of the mini-program before its first script. */
  prepare(session: Session): Promise<void>
}

/** The build as WeChat would run it. */
export const compiledEngine = (project: Project): Engine => ({
  project,
  realm: now => makeRealm(project, now),
  templates: fault => makeTemplates(project.dist, fault),
  prepare: async () => {},
})
