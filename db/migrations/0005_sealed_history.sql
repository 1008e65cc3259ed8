-- Seals (docs/decisions/0013): each row of the history and of the looks holds the hash of itself and of the seal before it.
ALTER TABLE "looks" ADD COLUMN "seq" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "looks" ADD COLUMN "seal" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "report_events" ADD COLUMN "seal" text DEFAULT '' NOT NULL;--> statement-breakpoint
-- Columns by name: one that comes later must not break the seals of before. The zone decides how moments are written.
create function seal_of(e report_events, before text) returns text language sql stable set timezone = 'UTC' as $$
  select encode(sha256(convert_to(before || jsonb_build_array(e.id, e.report_id, e.seq, e.event, e.state, e.level, e.owner_id, e.grid_id,
    e.actor_id, e.actor, e.words, e.staff_only, e.due_at, e.input_hash, e.at)::text, 'UTF8')), 'hex')
$$;--> statement-breakpoint
create function seal_of(l looks, before text) returns text language sql stable set timezone = 'UTC' as $$
  select encode(sha256(convert_to(before || jsonb_build_array(l.id, l.seq, l.subject_id, l.viewer_id, l.viewer, l.reason, l.report_id,
    l.input_hash, l.at)::text, 'UTF8')), 'hex')
$$;--> statement-breakpoint
create function seal_event() returns trigger language plpgsql as $$
declare before text := '';
begin
  if new.seq > 0 then
    select seal into before from report_events where report_id = new.report_id and seq = new.seq - 1;
    if not found then raise exception 'the history has a gap' using errcode = 'restrict_violation'; end if;
  end if;
  new.seal := seal_of(new, before);
  return new;
end $$;--> statement-breakpoint
create function seal_look() returns trigger language plpgsql as $$
declare before text := '';
begin
  -- Looks at one person stand in one line.
  perform pg_advisory_xact_lock(hashtextextended('looks ' || new.subject_id, 0));
  select seq + 1, seal into new.seq, before from looks where subject_id = new.subject_id order by seq desc limit 1;
  if not found then new.seq := 0; before := ''; end if;
  new.seal := seal_of(new, before);
  return new;
end $$;--> statement-breakpoint
-- What was written before is sealed as it stands now.
alter table report_events disable trigger report_events_append_only;--> statement-breakpoint
alter table looks disable trigger looks_append_only;--> statement-breakpoint
do $$
declare
  e report_events;
  l looks;
  before text;
begin
  for e in select * from report_events order by report_id, seq loop
    before := seal_of(e, case when e.seq > 0 then before else '' end);
    update report_events set seal = before where id = e.id;
  end loop;
  update looks set seq = n.seq from (select id, row_number() over (partition by subject_id order by at, id) - 1 as seq from looks) n where n.id = looks.id;
  for l in select * from looks order by subject_id, seq loop
    before := seal_of(l, case when l.seq > 0 then before else '' end);
    update looks set seal = before where id = l.id;
  end loop;
end $$;--> statement-breakpoint
alter table report_events enable trigger report_events_append_only;--> statement-breakpoint
alter table looks enable trigger looks_append_only;--> statement-breakpoint
ALTER TABLE "looks" ADD CONSTRAINT "looks_seq" UNIQUE("subject_id","seq");--> statement-breakpoint
create trigger report_events_seal before insert on report_events for each row execute function seal_event();--> statement-breakpoint
create trigger looks_seal before insert on looks for each row execute function seal_look();
