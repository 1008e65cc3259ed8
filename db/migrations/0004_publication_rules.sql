-- What happened to a publication is written once.
create trigger publication_events_append_only before update or delete on publication_events
  for each row execute function refuse_change();
