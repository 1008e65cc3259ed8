import type { AlertState, Channel } from '@huiyin/shared/alerts/alert.ts'
import type { AlertFill, Template } from '@huiyin/shared/alerts/alert-kind.ts'
import type { Audience, Via } from '@huiyin/shared/alerts/ladder.ts'
import { sql } from 'drizzle-orm'
import { boolean, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { at } from '../core/columns.ts'
import { areas } from '../grids/tables.ts'
import { people } from '../people/tables.ts'

/**
 * Outbox and inbox in one: written with the change it tells of, at most once for one event, recipient and channel.
 * Inbox rows are `sent` from birth and carry the ladder. A lease that has run out lets another worker take the row.
 */
export const alerts = pgTable(
  'alerts',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    eventId: uuid('event_id').notNull(),
    /** The matter that the event belongs to, and where it stood then: the grid of a report, the village of the others. */
    matterId: uuid('matter_id').notNull(),
    areaId: text('grid_id')
      .notNull()
      .references(() => areas.id),
    recipientId: uuid('recipient_id')
      .notNull()
      .references(() => people.id),
    channel: text('channel').$type<Channel>().notNull(),
    /** Message template for the channels that need one. */
    template: text('template').$type<Template>(),
    kind: text('kind').notNull(),
    fill: jsonb('fill').$type<AlertFill>().notNull(),
    urgent: boolean('urgent').notNull(),
    state: text('state').$type<AlertState>().notNull(),
    dueAt: at('due_at').notNull(),
    attempts: integer('attempts').notNull().default(0),
    /** Workers that took it and were never heard of again. */
    crashes: integer('crashes').notNull().default(0),
    leasedUntil: at('leased_until'),
    /** Why it failed or was last put off: an errcode or our own word. */
    code: text('code'),
    /** The platform's number of the message, by which it tells later what became of it. */
    msgid: text('msgid'),
    createdAt: at('created_at').notNull(),
    sentAt: at('sent_at'),
    readAt: at('read_at'),
    /** On inbox rows: whose ladder, the rung reached, and when the next is due; `infinity`: only if this one fails; null: it is over. */
    audience: text('audience').$type<Audience>(),
    rung: integer('rung').notNull().default(0),
    rungAt: at('rung_at'),
  },
  t => [
    unique('alerts_once').on(t.eventId, t.recipientId, t.channel),
    index('alerts_inbox')
      .on(t.recipientId, t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst())
      .where(sql`channel = 'inbox'`),
    index('alerts_inbox_matter')
      .on(t.recipientId, t.matterId, t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst())
      .where(sql`channel = 'inbox'`),
    index('alerts_unread').on(t.recipientId).where(sql`channel = 'inbox' and read_at is null`),
    index('alerts_due').on(t.urgent.desc().nullsFirst(), t.dueAt).where(sql`state = 'waiting' and channel <> 'phone'`),
    index('alerts_of_person')
      .on(t.recipientId, t.matterId, t.channel, t.createdAt)
      .where(sql`state = 'waiting' and channel is distinct from 'phone'`),
    index('alerts_leased').on(t.leasedUntil).where(sql`state = 'waiting' and leased_until is not null`),
    index('alerts_ladder').on(t.rungAt).where(sql`rung_at is not null`),
    index('alerts_matter').on(t.matterId),
    index('alerts_calls').on(t.areaId, t.createdAt).where(sql`channel = 'phone' and state = 'waiting'`),
    index('alerts_dead').on(t.createdAt).where(sql`state = 'dead'`),
    index('alerts_msgid').on(t.msgid).where(sql`msgid is not null`),
  ],
)

/** What came of each attempt: `code` is null where the channel took it. */
export const alertAttempts = pgTable(
  'alert_attempts',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    alertId: uuid('alert_id')
      .notNull()
      .references(() => alerts.id),
    at: at('at').notNull(),
    code: text('code'),
    /** Who made the call, where it was made by hand. */
    callerId: uuid('caller_id').references(() => people.id),
  },
  t => [index('alert_attempts_alert').on(t.alertId, t.at)],
)

/**
 * The ladder, rung by rung: how to ring, and how many minutes to wait for an answer before the next rung (null: go on only
 * if it fails). `scope` is a township's id, or `*` for everybody; a township's own rungs replace all common ones.
 */
export const ladders = pgTable(
  'ladders',
  {
    scope: text('scope').notNull(),
    audience: text('audience').$type<Audience>().notNull(),
    urgency: text('urgency').$type<'urgent' | 'calm'>().notNull(),
    rung: integer('rung').notNull(),
    via: text('via').$type<Via>().notNull(),
    waitMinutes: integer('wait_minutes'),
  },
  t => [primaryKey({ columns: [t.scope, t.audience, t.urgency, t.rung] })],
)

/** The WeCom group of an area, for all grids below it that have none of their own. The address is a secret, kept enciphered. */
export const robots = pgTable('robots', {
  areaId: text('area_id')
    .primaryKey()
    .references(() => areas.id),
  keyCipher: text('key_cipher').notNull(),
  /** Somebody tells it of what waits: until then nobody else does. */
  leasedUntil: at('leased_until'),
})

/** Office numbers to ring when nobody answers, in this order. */
export const dutyPhones = pgTable(
  'duty_phones',
  {
    townshipId: text('township_id')
      .notNull()
      .references(() => areas.id),
    rank: integer('rank').notNull(),
    title: text('title').notNull(),
    phone: text('phone').notNull(),
  },
  t => [primaryKey({ columns: [t.townshipId, t.rank] })],
)

/** How much of a channel's quota a window of time has used. */
export const quotaWindows = pgTable(
  'quota_windows',
  { name: text('name').notNull(), startsAt: at('starts_at').notNull(), used: integer('used').notNull() },
  t => [primaryKey({ columns: [t.name, t.startsAt] }), index('quota_windows_age').on(t.startsAt)],
)

/** One-time messages that a person has allowed and that are not used up yet. */
export const permits = pgTable(
  'permits',
  {
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    template: text('template').$type<Template>().notNull(),
    left: integer('left').notNull(),
    /** Refused in WeChat itself, and not allowed anew since: nothing is sent, of a lasting template either. */
    refusedAt: at('refused_at'),
  },
  t => [primaryKey({ columns: [t.personId, t.template] })],
)

/** Taps on the subscribe pop-up, so that a repeated call counts once. */
export const permitTaps = pgTable('permit_taps', {
  id: uuid('id').primaryKey(),
  personId: uuid('person_id')
    .notNull()
    .references(() => people.id),
  inputHash: text('input_hash').notNull(),
  at: at('at').notNull(),
})

/**
 * Each 允许 as it was heard of: from the phone, credited at once, and from the platform, credited only when no word of the
 * phone meets it. `settled`: has met its other half, or waits for none any more.
 */
export const permitAccepts = pgTable(
  'permit_accepts',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    template: text('template').$type<Template>().notNull(),
    at: at('at').notNull(),
    credited: boolean('credited').notNull(),
    settled: boolean('settled').notNull().default(false),
  },
  t => [
    index('permit_accepts_person').on(t.personId, t.template, t.at),
    index('permit_accepts_open').on(t.at).where(sql`not credited and not settled`),
    index('permit_accepts_at').on(t.at),
  ],
)

/** What the platform has pushed, so that a repeat has no effect. The key holds no openid. */
export const pushEvents = pgTable(
  'push_events',
  {
    key: text('key').primaryKey(),
    at: at('at').notNull(),
    /** Why a message failed whose alert was not found yet: the word came before the answer was written down. */
    code: text('code'),
  },
  t => [index('push_events_at').on(t.at), index('push_events_open').on(t.key).where(sql`code is not null`)],
)
