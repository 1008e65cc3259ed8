-- A look at a question is sealed as what it is; looks at phones keep the seal they have.
create or replace function seal_of(l looks, before text) returns text language sql stable set timezone = 'UTC' as $$
  select encode(sha256(convert_to(before || jsonb_build_array(l.id, l.seq, l.subject_id, l.viewer_id, l.viewer, l.reason, l.report_id,
    l.input_hash, l.at)::text || case when l.what = 'phone' then '' else l.what end, 'UTF8')), 'hex')
$$;
--> statement-breakpoint
-- The history of questions is written once and sealed, as that of reports is (docs/decisions/0013).
create function seal_of(e question_events, before text) returns text language sql stable set timezone = 'UTC' as $$
  select encode(sha256(convert_to(before || jsonb_build_array(e.id, e.question_id, e.seq, e.event, e.state, e.circle, e.owner_id, e.holder_id,
    e.fence, e.lease_until, e.actor_id, e.actor, e.due_at, e.input_hash, e.at)::text, 'UTF8')), 'hex')
$$;
--> statement-breakpoint
create function seal_question_event() returns trigger language plpgsql as $$
declare before text := '';
begin
  if new.seq > 0 then
    select seal into before from question_events where question_id = new.question_id and seq = new.seq - 1;
    if not found then raise exception 'the history has a gap' using errcode = 'restrict_violation'; end if;
  end if;
  new.seal := seal_of(new, before);
  return new;
end $$;
--> statement-breakpoint
create trigger question_events_seal before insert on question_events for each row execute function seal_question_event();
--> statement-breakpoint
create trigger question_events_append_only before update or delete on question_events
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger conflict_declarations_append_only before update or delete on conflict_declarations
  for each row execute function refuse_change();
--> statement-breakpoint
-- Words are written once. A draft changes while he types; any cipher may be renewed with a new key, and nothing else of its row.
create function refuse_other_words() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.kind = 'draft' and new.kind = 'draft' and (new.id, new.question_id, new.author_id) = (old.id, old.question_id, old.author_id)
    then return new; end if;
  if tg_op = 'DELETE' and old.kind = 'draft' then return old; end if;
  if tg_op = 'UPDATE' and (new.id, new.question_id, new.kind, new.author_id, new.author, new.at) = (old.id, old.question_id, old.kind, old.author_id, old.author, old.at)
    and new.seq is not distinct from old.seq and split_part(new.cipher, '.', 1) <> split_part(old.cipher, '.', 1)
    then return new; end if;
  raise exception 'what was said is not changed' using errcode = 'restrict_violation';
end $$;
--> statement-breakpoint
create trigger question_texts_written_once before update or delete on question_texts for each row execute function refuse_other_words();
--> statement-breakpoint
-- Undoes the whole statement that calls it.
create function huiyin_refuse(why text) returns boolean language plpgsql as $$
begin
  raise exception '%', why using errcode = 'foreign_key_violation';
end $$;
