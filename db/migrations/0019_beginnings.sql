-- What a county began with has been put in once, row by row (docs/decisions/0021-beginnings.md): a table of the migrator's own.
create table drizzle.beginnings (name text primary key, at timestamptz not null default now());
--> statement-breakpoint
-- Until now these rows came with the migrations up to 0011, which looked like this then. Whatever of them a county has taken away stays away.
insert into drizzle.beginnings (name)
select name from (
  select format('deadlines * %s %s', it, stage) from unnest(array['urgent', 'normal', 'slow']) it,
    unnest(array['accept', 'resolve', 'climb', 'confirm', 'supervise']) stage
  union all select format('deadlines * %s %s', it, stage) from unnest(array['question', 'danger']) it,
    unnest(array['answer', 'lease', 'reply']) stage
  union all select 'deadlines * office month'
  union all select 'visit_shares *'
  union all select format('ladders * %s %s %s', audience, urgency, rung) from unnest(array['worker', 'lead', 'officer', 'supervisor', 'partner']) audience,
    unnest(array['urgent', 'calm']) urgency, generate_series(1, 9) rung where urgency = 'urgent' or rung not in (7, 9)
  union all select format('ladders * %s %s %s', audience, urgency, rung) from unnest(array['adviser', 'justice']) audience,
    unnest(array['urgent', 'calm']) urgency, generate_series(1, 5) rung where urgency = 'urgent' or rung <> 5
  union all select format('ladders * resident %s %s', urgency, rung) from unnest(array['urgent', 'calm']) urgency, generate_series(1, 2) rung
) had(name)
where exists (select from drizzle.__drizzle_migrations where hash = 'c96a7e8762dff87d75cbb30a015258ee883bf3f29d258341148bc20266835a19');
