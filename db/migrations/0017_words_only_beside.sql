-- contract: since 0015 nothing reads or writes these columns but the views' own triggers, and since 0016 they are empty
create or replace view report_events as
select s.id, s.report_id, s.seq, s.event, s.state, s.level, s.owner_id, s.grid_id, s.actor_id,
  coalesce(s.actor, a.text, '已删除') as actor,
  coalesce(w.text, case when s.words_hash is not null then '已删除' end) as words,
  s.staff_only, s.due_at, s.input_hash, s.at, s.seal
from report_steps s
  left join report_words a on a.step_id = s.id and a.what = 'actor'
  left join report_words w on w.step_id = s.id and w.what = 'words';
--> statement-breakpoint
create or replace view question_events as
select s.id, s.question_id, s.seq, s.event, s.state, s.circle, s.owner_id, s.holder_id, s.fence, s.lease_until, s.actor_id,
  coalesce(s.actor, a.text, '已删除') as actor, s.due_at, s.input_hash, s.at, s.seal
from question_steps s left join question_words a on a.step_id = s.id and a.what = 'actor';
--> statement-breakpoint
create or replace view booking_events as
select s.id, s.booking_id, s.seq, s.event, s.state, s.appointment_id, s.starts_at, s.hold_until, s.actor_id,
  coalesce(s.actor, a.text, '已删除') as actor, s.input_hash, s.at, s.seal
from booking_steps s left join booking_words a on a.step_id = s.id and a.what = 'actor';
--> statement-breakpoint
create or replace function seal_event() returns trigger language plpgsql as $$
declare before text := '';
begin
  if new.seq > 0 then
    select seal, month into before, new.month from report_steps where report_id = new.report_id and seq = new.seq - 1;
    if not found then raise exception 'the history has a gap' using errcode = 'restrict_violation'; end if;
  else
    new.month := month_of(new.at);
  end if;
  new.seal := seal_of(new, before);
  return new;
end $$;
--> statement-breakpoint
create or replace function seal_question_event() returns trigger language plpgsql as $$
declare before text := '';
begin
  if new.seq > 0 then
    select seal, month into before, new.month from question_steps where question_id = new.question_id and seq = new.seq - 1;
    if not found then raise exception 'the history has a gap' using errcode = 'restrict_violation'; end if;
  else
    new.month := month_of(new.at);
  end if;
  new.seal := seal_of(new, before);
  return new;
end $$;
--> statement-breakpoint
create or replace function seal_booking_event() returns trigger language plpgsql as $$
declare before text := '';
begin
  if new.seq > 0 then
    select seal, month into before, new.month from booking_steps where booking_id = new.booking_id and seq = new.seq - 1;
    if not found then raise exception 'the history has a gap' using errcode = 'restrict_violation'; end if;
  else
    new.month := month_of(new.at);
  end if;
  new.seal := seal_of(new, before);
  return new;
end $$;
--> statement-breakpoint
create or replace function refuse_other_step() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if to_jsonb(new) - 'input_hash' = to_jsonb(old) - 'input_hash' and new.input_hash = '' then return new; end if;
  end if;
  raise exception 'the history is append-only' using errcode = 'restrict_violation';
end $$;
--> statement-breakpoint
create or replace trigger publication_events_append_only before update or delete on publication_events for each row execute function refuse_change();
--> statement-breakpoint
drop procedure seal_history_anew(regclass, regclass, regclass, text);
--> statement-breakpoint
drop procedure seal_matter_anew(regclass, regclass, text, uuid);
--> statement-breakpoint
drop function former_seal_of(report_steps, text);
--> statement-breakpoint
drop function former_seal_of(question_steps, text);
--> statement-breakpoint
drop function former_seal_of(booking_steps, text);
--> statement-breakpoint
ALTER TABLE "report_steps" DROP COLUMN "words", DROP COLUMN "version";
--> statement-breakpoint
ALTER TABLE "question_steps" DROP COLUMN "version";
--> statement-breakpoint
ALTER TABLE "booking_steps" DROP COLUMN "version";
--> statement-breakpoint
ALTER TABLE "report_steps" ADD CONSTRAINT "report_steps_said" CHECK (month is not null and (actor is null) <> (actor_hash is null)) NOT VALID;
--> statement-breakpoint
ALTER TABLE "question_steps" ADD CONSTRAINT "question_steps_said" CHECK (month is not null and (actor is null) <> (actor_hash is null)) NOT VALID;
--> statement-breakpoint
ALTER TABLE "booking_steps" ADD CONSTRAINT "booking_steps_said" CHECK (month is not null and (actor is null) <> (actor_hash is null)) NOT VALID;
--> statement-breakpoint
ALTER TABLE "report_steps" RENAME CONSTRAINT "report_events_report_id_reports_id_fk" TO "report_steps_report_id_reports_id_fk";
--> statement-breakpoint
ALTER TABLE "report_steps" RENAME CONSTRAINT "report_events_actor_id_people_id_fk" TO "report_steps_actor_id_people_id_fk";
--> statement-breakpoint
ALTER TABLE "question_steps" RENAME CONSTRAINT "question_events_question_id_questions_id_fk" TO "question_steps_question_id_questions_id_fk";
--> statement-breakpoint
ALTER TABLE "question_steps" RENAME CONSTRAINT "question_events_actor_id_people_id_fk" TO "question_steps_actor_id_people_id_fk";
--> statement-breakpoint
ALTER TABLE "booking_steps" RENAME CONSTRAINT "booking_events_booking_id_bookings_id_fk" TO "booking_steps_booking_id_bookings_id_fk";
--> statement-breakpoint
ALTER TABLE "booking_steps" RENAME CONSTRAINT "booking_events_actor_id_people_id_fk" TO "booking_steps_actor_id_people_id_fk";
