-- An exclusion over an adviser and a span of time needs equality of a uuid inside a gist index.
create extension if not exists btree_gist;
--> statement-breakpoint
-- The database has the last word: one adviser, one thing at a time, the buffer behind it included.
alter table appointments add constraint appointments_one_at_a_time exclude using gist (adviser_id with =, blocked with &&) where (live);
--> statement-breakpoint
-- And nobody is in two villages at once, nor between them: `near` reaches half of the way before and half of it behind.
alter table appointments add constraint appointments_one_place exclude using gist (adviser_id with =, community_id with <>, near with &&)
  where (live and mode = 'onsite');
--> statement-breakpoint
create function seal_of(e booking_events, before text) returns text language sql stable set timezone = 'UTC' as $$
  select encode(sha256(convert_to(before || jsonb_build_array(e.id, e.booking_id, e.seq, e.event, e.state, e.appointment_id, e.starts_at, e.hold_until,
    e.actor_id, e.actor, e.input_hash, e.at)::text, 'UTF8')), 'hex')
$$;
--> statement-breakpoint
create function seal_booking_event() returns trigger language plpgsql as $$
declare before text := '';
begin
  if new.seq > 0 then
    select seal into before from booking_events where booking_id = new.booking_id and seq = new.seq - 1;
    if not found then raise exception 'the history has a gap' using errcode = 'restrict_violation'; end if;
  end if;
  new.seal := seal_of(new, before);
  return new;
end $$;
--> statement-breakpoint
create trigger booking_events_seal before insert on booking_events for each row execute function seal_booking_event();
--> statement-breakpoint
create trigger booking_events_append_only before update or delete on booking_events for each row execute function refuse_change();
--> statement-breakpoint
create trigger booking_declarations_append_only before update or delete on booking_declarations for each row execute function refuse_change();
--> statement-breakpoint
create function refuse_other_booking_words() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and (new.id, new.booking_id, new.kind, new.author_id, new.at) = (old.id, old.booking_id, old.kind, old.author_id, old.at)
    and split_part(new.cipher, '.', 1) <> split_part(old.cipher, '.', 1) then return new; end if;
  raise exception 'what was said is not changed' using errcode = 'restrict_violation';
end $$;
--> statement-breakpoint
create trigger booking_texts_written_once before update or delete on booking_texts for each row execute function refuse_other_booking_words();
