-- Minutes. supervise: what the township or the district asks for on top of the promise.
insert into deadlines (scope, urgency, stage, minutes, clock) values
  ('*', 'urgent', 'supervise', 60, 'always'),
  ('*', 'normal', 'supervise', 480, 'hours'),
  ('*', 'slow', 'supervise', 2880, 'workdays');
--> statement-breakpoint
-- One closing in ten is visited, besides every one that was rated badly.
insert into visit_shares (scope, percent) values ('*', 10);
--> statement-breakpoint
-- What was closed before this was counted: so that it can still be opened again for its thirty days.
update reports set closed_at = updated_at where state = 'closed';
