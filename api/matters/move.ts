import { codeOf, constraintOf } from '@huiyin/db/core/errors.ts'
import type { NewStep } from '@huiyin/db/matters/step-queries.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import { actors } from '@huiyin/shared/matters/actors.ts'
import type { Life } from '@huiyin/shared/matters/life.ts'
import { demandMove, nextState } from '@huiyin/shared/matters/offered.ts'
import type { Ctx, House } from '../core/context.ts'
import { inputHash, uuidOf } from '../core/secrets.ts'

/** Whatever else a verb's input holds counts for telling a repeat from another tap. `eventId` names the tap. */
export type MoveInput = { id: string; eventId: string }

/** A matter as it stands for who acts. `it`: what its life needs to know; `repeated`: the step of this tap stands already. */
export type Hand<It> = { it: It; repeated: boolean }

/** A step that stands already, with the answer that was given to it. Without `matterId` the hash alone tells which matter it was. */
export type Made<Moved> = { matterId?: string; actorId: string | null; inputHash: string; moved: Moved }

/** What a kind of matter brings to the one mover. */
export type MatterKind<
  State extends string,
  Relation extends string,
  It extends { state: State },
  Action extends string,
  InHand extends Hand<It>,
  Matter extends { actor: string },
  Plan,
  Moved,
> = {
  life: Life<State, Relation, It, Action>
  /** Refuses with `not-found` what is not there. */
  takeUp: (ctx: Ctx, id: string, eventId: string) => Promise<InHand>
  findMade: (ctx: Ctx, eventId: string) => Promise<Made<Moved> | undefined>
  hashOf: (ctx: Ctx, input: object) => string
  /** What verbs plan with; `state` is the one after the move. */
  begin: (ctx: Ctx, hand: InHand, state: State) => Matter | Promise<Matter>
  /** One statement; false when somebody moved it meanwhile. */
  write: (house: House, hand: InHand, state: State, step: NewStep, plan: Plan) => Promise<boolean>
  /** The database had the last word: false when this very tap has just been written by its twin; else refuses, or throws on. */
  whenTaken: (error: unknown, ctx: Ctx, plan: Plan) => false | Promise<false>
  movedBy: (ctx: Ctx, hand: InHand, state: State, plan: Plan) => Moved
}

type Options<InHand> = {
  /** Does first what is overdue, and says whether it did: then all is looked at anew. */
  settle?: (hand: InHand) => Promise<boolean>
  /** Once inside a transaction, which is begun anew as a whole. */
  tries?: number
}

/** An action whose outcome is another event of the life: a visit that opens the matter again. */
type Outcome<Action> = { action: Action; event: Action }

/**
 * One move of a matter, the same way for every verb of every kind: repeat? permission, state and guard by its life? then the
 * verb's plan, written in one statement that holds only if nobody moved the matter meanwhile; if somebody did, all is looked at anew.
 */
export const createMove =
  <
    S extends string,
    R extends string,
    It extends { state: S },
    A extends string,
    H extends Hand<It>,
    M extends { actor: string },
    P,
    Moved,
  >(
    kind: MatterKind<S, R, It, A, H, M, P, Moved>,
  ) =>
  async (
    ctx: Ctx,
    as: A | Outcome<A>,
    input: MoveInput,
    plan: (matter: M, hand: H) => P | Promise<P>,
    { settle, tries = 3 }: Options<H> = {},
  ): Promise<Moved> => {
    const { action, event } = typeof as === 'string' ? { action: as, event: as } : as
    const hash = kind.hashOf(ctx, { event: action, ...input })
    for (let attempt = 0; attempt < tries; attempt++) {
      const hand = await kind.takeUp(ctx, input.id, input.eventId)
      if (hand.repeated) return replayed(ctx, await kind.findMade(ctx, input.eventId), input.id, hash)
      if (await settle?.(hand)) continue
      const state = demandMove(kind.life, ctx.me, action, hand.it, ctx.now, event)
      const matter = await kind.begin(ctx, hand, state)
      const planned = await plan(matter, hand)
      const by = { id: input.eventId, actorId: ctx.me.id, actor: matter.actor, inputHash: hash }
      const written = kind.write(ctx, hand, state, stepOf(kind.life, event, by), planned)
      if (await written.catch((error: unknown) => kind.whenTaken(error, ctx, planned)))
        return kind.movedBy(ctx, hand, state, planned)
    }
    return refuse('moved-meanwhile')
  }

/**
 * One step of the house: the clock's, or one that comes with another act of somebody (`by`). False when it cannot happen from
 * that state, or when somebody moved the matter meanwhile.
 */
export const createStep =
  <S extends string, R extends string, It extends { state: S }, A extends string, H extends Hand<It>, P>(
    kind: Pick<MatterKind<S, R, It, A, H, never, P, never>, 'life' | 'write'>,
  ) =>
  async (house: House, hand: H, event: A, by: StepBy, plan: P): Promise<boolean> => {
    const state = nextState(kind.life, hand.it.state, event)
    return state !== undefined && kind.write(house, hand, state, stepOf(kind.life, event, by), plan)
  }

export type StepBy = Omit<NewStep, 'event' | 'answers'>

/** The clock's own hand. The same matter at the same step gives the same id: two workers cannot write it twice. */
export const byClock = ({ id, seq }: { id: string; seq: number }, event: string): StepBy => ({
  id: uuidOf(`${id} ${seq} ${event}`),
  actorId: null,
  actor: actors.clock,
  inputHash: '',
})

const stepOf = <S extends string, R extends string, It extends { state: S }, A extends string>(
  life: Life<S, R, It, A>,
  event: A,
  by: StepBy,
): NewStep => ({ ...by, event, answers: life.rows[event].answers ?? false })

const replayed = <Moved>(ctx: Ctx, made: Made<Moved> | undefined, matterId: string, hash: string): Moved => {
  const ours = made && made.actorId === ctx.me.id && (made.matterId ?? matterId) === matterId
  if (!ours) return refuse('not-found')
  return made.inputHash === hash ? made.moved : refuse('id-reused')
}

/** Hash of an input that holds confidential words: keyed, so that nobody can try words out on it. */
export const keyedHash = ({ outside }: Pick<Ctx, 'outside'>, input: object): string =>
  outside.keys.blindIndex(inputHash(input))

/** Words that go with a tap, sealed; `id` stays the same for the same tap. `about` binds the seal to record and field. */
export const sealedWords = <K extends string>(
  { outside }: Pick<Ctx, 'outside'>,
  about: (id: string, kind: K) => string,
  eventId: string,
  kind: K,
  words: string,
): { id: string; kind: K; cipher: string } => {
  const id = uuidOf(`${eventId} ${kind}`)
  return { id, kind, cipher: outside.keys.seal(words, about(id, kind)) }
}

/**
 * What it means when the database has the last word: false when the number of this very tap is taken by its twin (`keys`: the
 * constraints that carry it); something named that is somebody else's or not there is not found. Anything else is thrown on.
 */
export const falseWhenTaken =
  (keys: readonly string[]) =>
  (error: unknown): false => {
    const code = codeOf(error)
    if (code === '23505' && keys.includes(constraintOf(error) ?? '')) return false
    if (code === '23503') return refuse('not-found')
    throw error
  }
