-- What drizzle has no word for: an append-only history.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the history is append-only' using errcode = 'restrict_violation';
end $$;
--> statement-breakpoint
create trigger report_events_append_only before update or delete on report_events
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger looks_append_only before update or delete on looks
  for each row execute function refuse_change();
