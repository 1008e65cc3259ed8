import { openLink } from './codes-and-links.ts'
import { bindEmployee } from './employee.ts'
import type { Fake } from './fake.ts'
import type { Fault } from './faults.ts'
import { noteVisit, registerCode } from './login.ts'
import { deliver, push, verifyReceiver } from './push.ts'
import type { PushEvent } from './push-format.ts'
import { patchSettings, type SettingsPatch } from './settings.ts'
import { newState, type PushRecord } from './state.ts'
import { answerPopup, creditOf, type PopupAnswer, refuseTemplates, setCredit } from './subscribe.ts'
import { revokeTokens } from './token.ts'

/** What a phone, a console or a town would do to the platform, as functions for tests; `/__fake/*` does the same. */
export function createControl(fake: Fake) {
  const issued = () => ({ issuedAt: fake.clock.now(), used: false })
  return {
    ...peopleControl(fake, issued),
    ...messageControl(fake),
    /** Plants a fault; several on one path are met in the order planted. */
    inject(fault: Fault): void {
      fake.faults.push({ ...fault })
    },
    faults: () => structuredClone(fake.faults),
    clearFaults(): void {
      fake.faults.length = 0
    },
    /** Kills all tokens, as when another system refreshed: the next call meets 40001. */
    revokeTokens: () => revokeTokens(fake),
    /** Changes settings while running, nested groups in part. */
    configure(patch: SettingsPatch): void {
      fake.settings = patchSettings(fake.settings, patch)
    },
    settings: () => fake.settings,
    now: () => fake.clock.now(),
    /** Moves the fake's time forward; resolves when what became due is done. */
    advance: (ms: number) => fake.clock.advance(ms),
    /** Does all waiting pushes and checks now; resolves when they are done. */
    flush: () => fake.clock.flush(),
    /** Back to the first minute: state, faults, time and changed settings are gone. */
    reset(): void {
      fake.clock.reset()
      fake.faults.length = 0
      fake.state = newState()
      fake.settings = fake.initialSettings
    },
  }
}

function peopleControl(fake: Fake, issued: () => { issuedAt: Date; used: boolean }) {
  return {
    /** The code that `wx.login` would give this person: five minutes, one use. Returns it. */
    registerLoginCode: (openid: string, code?: string): string =>
      registerCode(fake.state.loginCodes, { owner: openid, ...issued() }, code),
    /** The code of the phone number button; not a login code. Returns it. */
    registerPhoneCode: (openid: string, phoneNumber: string, code?: string, countryCode = '86'): string =>
      registerCode(fake.state.phoneCodes, { owner: openid, phoneNumber, countryCode, ...issued() }, code),
    /** The code of `wx.qy.login` for a member. Returns it. */
    registerStaffCode: (userid: string, code?: string): string =>
      registerCode(fake.state.staffCodes, { owner: userid, ...issued() }, code),
    /** The person has the mini-program open now. */
    visit: (openid: string): void => noteVisit(fake, openid),
    bindEmployee: (openid: string, templateIds: string[]): void => bindEmployee(fake, openid, templateIds),
  }
}

function messageControl(fake: Fake) {
  return {
    /** Sets (with `n`) and returns the one-time messages left; for a long-term template n > 0 is consent. */
    credits(openid: string, templateId: string, n?: number): number {
      if (n !== undefined) setCredit(fake, openid, templateId, n)
      return creditOf(fake, openid, templateId)
    },
    creditsOf: (openid: string): Record<string, number> => Object.fromEntries(fake.state.credits.get(openid) ?? []),
    /** The person answers the subscribe pop-up: credits move, the popup event is pushed. */
    subscribe: (openid: string, results: Record<string, PopupAnswer>): void => answerPopup(fake, openid, results),
    /** The person refuses templates in the card's menu: credits gone, the change event is pushed. */
    refuse: (openid: string, templateIds: string[]): void => refuseTemplates(fake, openid, templateIds),
    /** Messages that reached somebody, oldest first. */
    sent: () => [...fake.state.sent],
    /** Content checks asked for, with their verdicts. */
    checks: () => [...fake.state.checks],
    /** The latest 10,000 requests to the platform's hosts, faulty ones included. */
    calls: () => [...fake.state.calls],
    codes: () => [...fake.state.codes],
    /** Where a link or scheme leads now; undefined when unknown or over. */
    openLink: (link: string) => openLink(fake, link),
    pushes: () => [...fake.state.pushes],
    /** Pushes any event now, for example `user_authorization_revoke`; resolves when answered or given up. */
    push: (event: PushEvent) => push(fake, event),
    /** Sends a pushed message once more, byte for byte, old timestamp and all. */
    replay: (record: PushRecord) => deliver(fake, record),
    /** The console's check of the receiver's address. */
    verifyReceiver: () => verifyReceiver(fake),
  }
}

export type FakeWechatControl = ReturnType<typeof createControl>
