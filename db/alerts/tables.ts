import type { AlertState, Channel } from '@huiyin/shared/alerts/alert.ts'
import type { AlertFill, AlertKind, Template } from '@huiyin/shared/alerts/alert-kinds.ts'
import { sql } from 'drizzle-orm'
import { boolean, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { at } from '../core/columns.ts'
import { people } from '../people/tables.ts'

/**
 * Outbox and inbox in one: written with the change it tells of, at most once for one event, recipient and channel.
 * Inbox rows are `sent` from birth. A lease that has run out lets another worker take the row.
 */
export const alerts = pgTable(
  'alerts',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    eventId: uuid('event_id').notNull(),
    recipientId: uuid('recipient_id')
      .notNull()
      .references(() => people.id),
    channel: text('channel').$type<Channel>().notNull(),
    /** Message template for the channels that need one. */
    template: text('template').$type<Template>(),
    kind: text('kind').$type<AlertKind>().notNull(),
    fill: jsonb('fill').$type<AlertFill>().notNull(),
    urgent: boolean('urgent').notNull(),
    state: text('state').$type<AlertState>().notNull(),
    dueAt: at('due_at').notNull(),
    attempts: integer('attempts').notNull().default(0),
    leasedUntil: at('leased_until'),
    /** Why it failed or was last put off: a WeChat errcode or our own word. */
    code: text('code'),
    /** The platform's number of the message, by which it tells later what became of it. */
    msgid: text('msgid'),
    createdAt: at('created_at').notNull(),
    sentAt: at('sent_at'),
    readAt: at('read_at'),
  },
  t => [
    unique('alerts_once').on(t.eventId, t.recipientId, t.channel),
    index('alerts_inbox')
      .on(t.recipientId, t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst())
      .where(sql`channel = 'inbox'`),
    index('alerts_unread').on(t.recipientId).where(sql`channel = 'inbox' and read_at is null`),
    index('alerts_due').on(t.urgent.desc().nullsFirst(), t.dueAt).where(sql`state = 'waiting'`),
    index('alerts_in_hand').on(t.recipientId).where(sql`state = 'waiting' and leased_until is not null`),
    index('alerts_msgid').on(t.msgid).where(sql`msgid is not null`),
  ],
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
