-- contract: the last release reaches the histories by name alone, and each name is now a view with the same columns, to be read and added to
-- Words and names beside the history (docs/decisions/0020): the steps keep a salted hash of each, text and salt lie in a table of
-- their own and are erased together. Whoever reads or adds a step does it through the view, in one statement as before.
CREATE TABLE "kept_seals" (
	"history" text NOT NULL,
	"matter_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"seal" text NOT NULL,
	"intact" boolean NOT NULL,
	CONSTRAINT "kept_seals_history_matter_id_pk" PRIMARY KEY("history","matter_id")
);
--> statement-breakpoint
CREATE TABLE "report_words" (
	"step_id" uuid NOT NULL,
	"what" text NOT NULL,
	"text" text,
	"salt" text,
	"erased_at" timestamp (3) with time zone,
	"erased_by" text,
	"erased_why" text,
	CONSTRAINT "report_words_step_id_what_pk" PRIMARY KEY("step_id","what"),
	CONSTRAINT "report_words_erased" CHECK ((text is null) = (erased_at is not null) and (text is null) = (salt is null) and (erased_at is null) = (erased_by is null) and (erased_at is null) = (erased_why is null))
);
--> statement-breakpoint
CREATE TABLE "question_words" (
	"step_id" uuid NOT NULL,
	"what" text NOT NULL,
	"text" text,
	"salt" text,
	"erased_at" timestamp (3) with time zone,
	"erased_by" text,
	"erased_why" text,
	CONSTRAINT "question_words_step_id_what_pk" PRIMARY KEY("step_id","what"),
	CONSTRAINT "question_words_erased" CHECK ((text is null) = (erased_at is not null) and (text is null) = (salt is null) and (erased_at is null) = (erased_by is null) and (erased_at is null) = (erased_why is null))
);
--> statement-breakpoint
CREATE TABLE "booking_words" (
	"step_id" uuid NOT NULL,
	"what" text NOT NULL,
	"text" text,
	"salt" text,
	"erased_at" timestamp (3) with time zone,
	"erased_by" text,
	"erased_why" text,
	CONSTRAINT "booking_words_step_id_what_pk" PRIMARY KEY("step_id","what"),
	CONSTRAINT "booking_words_erased" CHECK ((text is null) = (erased_at is not null) and (text is null) = (salt is null) and (erased_at is null) = (erased_by is null) and (erased_at is null) = (erased_why is null))
);
--> statement-breakpoint
ALTER TABLE "report_events" RENAME TO "report_steps";
--> statement-breakpoint
ALTER TABLE "question_events" RENAME TO "question_steps";
--> statement-breakpoint
ALTER TABLE "booking_events" RENAME TO "booking_steps";
--> statement-breakpoint
ALTER TABLE "report_words" ADD CONSTRAINT "report_words_step_id_report_steps_id_fk" FOREIGN KEY ("step_id") REFERENCES "public"."report_steps"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "question_words" ADD CONSTRAINT "question_words_step_id_question_steps_id_fk" FOREIGN KEY ("step_id") REFERENCES "public"."question_steps"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "booking_words" ADD CONSTRAINT "booking_words_step_id_booking_steps_id_fk" FOREIGN KEY ("step_id") REFERENCES "public"."booking_steps"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
-- `month`: of the filing, the same in all steps of a matter. `version`: 1 until the step has been sealed anew (0016).
ALTER TABLE "report_steps" ALTER COLUMN "actor" DROP NOT NULL, ADD COLUMN "month" date, ADD COLUMN "actor_hash" text, ADD COLUMN "words_hash" text, ADD COLUMN "version" smallint DEFAULT 1 NOT NULL;
--> statement-breakpoint
ALTER TABLE "question_steps" ALTER COLUMN "actor" DROP NOT NULL, ADD COLUMN "month" date, ADD COLUMN "actor_hash" text, ADD COLUMN "version" smallint DEFAULT 1 NOT NULL;
--> statement-breakpoint
ALTER TABLE "booking_steps" ALTER COLUMN "actor" DROP NOT NULL, ADD COLUMN "month" date, ADD COLUMN "actor_hash" text, ADD COLUMN "version" smallint DEFAULT 1 NOT NULL;
--> statement-breakpoint
-- Who acts by a role has no name to hide: these words stay in the step (shared/matters/actors.ts).
create function is_role(actor text) returns boolean language sql immutable as $$
  select actor in ('居民', '系统', '联动单位', '工作人员')
$$;
--> statement-breakpoint
create function salted_hash(salt text, words text) returns text language sql immutable as $$
  select encode(sha256(convert_to(salt || words, 'UTF8')), 'hex')
$$;
--> statement-breakpoint
create function month_of(moment timestamptz) returns date language sql immutable as $$
  select date_trunc('month', moment at time zone 'Asia/Shanghai')::date
$$;
--> statement-breakpoint
alter function seal_of(report_steps, text) rename to former_seal_of;
--> statement-breakpoint
alter function seal_of(question_steps, text) rename to former_seal_of;
--> statement-breakpoint
alter function seal_of(booking_steps, text) rename to former_seal_of;
--> statement-breakpoint
-- Columns by name (0005). Without `input_hash`: it serves repeats alone, and goes with the words that it was made of.
create function seal_of(e report_steps, before text) returns text language sql stable set timezone = 'UTC' as $$
  select encode(sha256(convert_to(before || jsonb_build_array(e.id, e.report_id, e.month, e.seq, e.event, e.state, e.level, e.owner_id, e.grid_id,
    e.actor_id, e.actor, e.actor_hash, e.words_hash, e.staff_only, e.due_at, e.at)::text, 'UTF8')), 'hex')
$$;
--> statement-breakpoint
create function seal_of(e question_steps, before text) returns text language sql stable set timezone = 'UTC' as $$
  select encode(sha256(convert_to(before || jsonb_build_array(e.id, e.question_id, e.month, e.seq, e.event, e.state, e.circle, e.owner_id, e.holder_id,
    e.fence, e.lease_until, e.actor_id, e.actor, e.actor_hash, e.due_at, e.at)::text, 'UTF8')), 'hex')
$$;
--> statement-breakpoint
create function seal_of(e booking_steps, before text) returns text language sql stable set timezone = 'UTC' as $$
  select encode(sha256(convert_to(before || jsonb_build_array(e.id, e.booking_id, e.month, e.seq, e.event, e.state, e.appointment_id, e.starts_at,
    e.hold_until, e.actor_id, e.actor, e.actor_hash, e.at)::text, 'UTF8')), 'hex')
$$;
--> statement-breakpoint
create or replace function seal_event() returns trigger language plpgsql as $$
declare before text := '';
begin
  if new.seq > 0 then
    select s.seal, coalesce(s.month, (select month_of(at) from report_steps where report_id = new.report_id and seq = 0)) into before, new.month
      from report_steps s where s.report_id = new.report_id and s.seq = new.seq - 1;
    if not found then raise exception 'the history has a gap' using errcode = 'restrict_violation'; end if;
  else
    new.month := month_of(new.at);
  end if;
  new.version := 2;
  new.seal := seal_of(new, before);
  return new;
end $$;
--> statement-breakpoint
create or replace function seal_question_event() returns trigger language plpgsql as $$
declare before text := '';
begin
  if new.seq > 0 then
    select s.seal, coalesce(s.month, (select month_of(at) from question_steps where question_id = new.question_id and seq = 0)) into before, new.month
      from question_steps s where s.question_id = new.question_id and s.seq = new.seq - 1;
    if not found then raise exception 'the history has a gap' using errcode = 'restrict_violation'; end if;
  else
    new.month := month_of(new.at);
  end if;
  new.version := 2;
  new.seal := seal_of(new, before);
  return new;
end $$;
--> statement-breakpoint
create or replace function seal_booking_event() returns trigger language plpgsql as $$
declare before text := '';
begin
  if new.seq > 0 then
    select s.seal, coalesce(s.month, (select month_of(at) from booking_steps where booking_id = new.booking_id and seq = 0)) into before, new.month
      from booking_steps s where s.booking_id = new.booking_id and s.seq = new.seq - 1;
    if not found then raise exception 'the history has a gap' using errcode = 'restrict_violation'; end if;
  else
    new.month := month_of(new.at);
  end if;
  new.version := 2;
  new.seal := seal_of(new, before);
  return new;
end $$;
--> statement-breakpoint
create view report_events as
select s.id, s.report_id, s.seq, s.event, s.state, s.level, s.owner_id, s.grid_id, s.actor_id,
  coalesce(s.actor, a.text, '已删除') as actor,
  coalesce(s.words, w.text, case when s.words_hash is not null then '已删除' end) as words,
  s.staff_only, s.due_at, s.input_hash, s.at, s.seal
from report_steps s
  left join report_words a on a.step_id = s.id and a.what = 'actor'
  left join report_words w on w.step_id = s.id and w.what = 'words';
--> statement-breakpoint
create view question_events as
select s.id, s.question_id, s.seq, s.event, s.state, s.circle, s.owner_id, s.holder_id, s.fence, s.lease_until, s.actor_id,
  coalesce(s.actor, a.text, '已删除') as actor, s.due_at, s.input_hash, s.at, s.seal
from question_steps s left join question_words a on a.step_id = s.id and a.what = 'actor';
--> statement-breakpoint
create view booking_events as
select s.id, s.booking_id, s.seq, s.event, s.state, s.appointment_id, s.starts_at, s.hold_until, s.actor_id,
  coalesce(s.actor, a.text, '已删除') as actor, s.input_hash, s.at, s.seal
from booking_steps s left join booking_words a on a.step_id = s.id and a.what = 'actor';
--> statement-breakpoint
create function add_report_event() returns trigger language plpgsql as $$
declare
  actor_salt text := case when not is_role(new.actor) then gen_random_uuid()::text end;
  words_salt text := case when new.words is not null then gen_random_uuid()::text end;
begin
  insert into report_steps (id, report_id, seq, event, state, level, owner_id, grid_id, actor_id, actor, actor_hash, words_hash, staff_only, due_at, input_hash, at)
  values (new.id, new.report_id, new.seq, new.event, new.state, new.level, new.owner_id, new.grid_id, new.actor_id,
    case when actor_salt is null then new.actor end, salted_hash(actor_salt, new.actor), salted_hash(words_salt, new.words),
    coalesce(new.staff_only, false), new.due_at, new.input_hash, new.at);
  insert into report_words (step_id, what, text, salt)
  select new.id, t.* from (values ('actor', new.actor, actor_salt), ('words', new.words, words_salt)) t(what, words, salt) where t.salt is not null;
  return new;
end $$;
--> statement-breakpoint
create function add_question_event() returns trigger language plpgsql as $$
declare
  actor_salt text := case when not is_role(new.actor) then gen_random_uuid()::text end;
begin
  insert into question_steps (id, question_id, seq, event, state, circle, owner_id, holder_id, fence, lease_until, actor_id, actor, actor_hash, due_at, input_hash, at)
  values (new.id, new.question_id, new.seq, new.event, new.state, new.circle, new.owner_id, new.holder_id, new.fence, new.lease_until, new.actor_id,
    case when actor_salt is null then new.actor end, salted_hash(actor_salt, new.actor), new.due_at, new.input_hash, new.at);
  if actor_salt is not null then
    insert into question_words (step_id, what, text, salt) values (new.id, 'actor', new.actor, actor_salt);
  end if;
  return new;
end $$;
--> statement-breakpoint
create function add_booking_event() returns trigger language plpgsql as $$
declare
  actor_salt text := case when not is_role(new.actor) then gen_random_uuid()::text end;
begin
  insert into booking_steps (id, booking_id, seq, event, state, appointment_id, starts_at, hold_until, actor_id, actor, actor_hash, input_hash, at)
  values (new.id, new.booking_id, new.seq, new.event, new.state, new.appointment_id, new.starts_at, new.hold_until, new.actor_id,
    case when actor_salt is null then new.actor end, salted_hash(actor_salt, new.actor), new.input_hash, new.at);
  if actor_salt is not null then
    insert into booking_words (step_id, what, text, salt) values (new.id, 'actor', new.actor, actor_salt);
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger report_events_add instead of insert on report_events for each row execute function add_report_event();
--> statement-breakpoint
create trigger question_events_add instead of insert on question_events for each row execute function add_question_event();
--> statement-breakpoint
create trigger booking_events_add instead of insert on booking_events for each row execute function add_booking_event();
--> statement-breakpoint
-- A step stays as it was written; what tells repeats apart may go with the words it was made of, and 0016 seals once anew.
create function refuse_other_step() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if to_jsonb(new) - 'input_hash' = to_jsonb(old) - 'input_hash' and new.input_hash = '' then return new; end if;
    if current_setting('huiyin.sealing_anew', true) = 'yes' then return new; end if;
  end if;
  raise exception 'the history is append-only' using errcode = 'restrict_violation';
end $$;
--> statement-breakpoint
create or replace trigger report_events_append_only before update or delete on report_steps for each row execute function refuse_other_step();
--> statement-breakpoint
create or replace trigger question_events_append_only before update or delete on question_steps for each row execute function refuse_other_step();
--> statement-breakpoint
create or replace trigger booking_events_append_only before update or delete on booking_steps for each row execute function refuse_other_step();
--> statement-breakpoint
-- What was said is not changed; text and salt are erased together, once, and who did it and why stays.
create function refuse_all_but_erasing() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if old.erased_at is null and new.erased_at is not null and (new.step_id, new.what) = (old.step_id, old.what) then return new; end if;
  end if;
  raise exception 'what was said is not changed' using errcode = 'restrict_violation';
end $$;
--> statement-breakpoint
create trigger report_words_erased_only before update or delete on report_words for each row execute function refuse_all_but_erasing();
--> statement-breakpoint
create trigger question_words_erased_only before update or delete on question_words for each row execute function refuse_all_but_erasing();
--> statement-breakpoint
create trigger booking_words_erased_only before update or delete on booking_words for each row execute function refuse_all_but_erasing();
--> statement-breakpoint
create trigger kept_seals_append_only before update or delete on kept_seals for each row execute function refuse_change();
--> statement-breakpoint
create or replace trigger publication_events_append_only before update or delete on publication_events for each row
  when (current_setting('huiyin.sealing_anew', true) is distinct from 'yes') execute function refuse_change();
