-- What drizzle has no word for: an append-only history, and the deadlines that every township starts with.
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
--> statement-breakpoint
-- Minutes. accept: until somebody takes it; resolve: the promise; climb: between two levels when late; confirm: until a resolved matter closes by itself.
insert into deadlines (scope, urgency, stage, minutes, clock) values
  ('*', 'urgent', 'accept', 30, 'always'),
  ('*', 'urgent', 'resolve', 120, 'always'),
  ('*', 'urgent', 'climb', 30, 'always'),
  ('*', 'urgent', 'confirm', 10080, 'always'),
  ('*', 'normal', 'accept', 30, 'hours'),
  ('*', 'normal', 'resolve', 1440, 'workdays'),
  ('*', 'normal', 'climb', 240, 'hours'),
  ('*', 'normal', 'confirm', 10080, 'always'),
  ('*', 'slow', 'accept', 30, 'hours'),
  ('*', 'slow', 'resolve', 10080, 'workdays'),
  ('*', 'slow', 'climb', 1440, 'workdays'),
  ('*', 'slow', 'confirm', 10080, 'always');
