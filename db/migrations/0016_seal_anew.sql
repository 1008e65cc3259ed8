-- Histories from before 0015 are sealed once anew, matter by matter, each in a transaction of its own: nobody waits longer than for one
-- matter, and what was interrupted goes on where it stopped. The last seal of before is kept, the new chain begins with it, and
-- a history that was not as it was written is kept as such: sealing anew does not heal it.
create or replace procedure seal_matter_anew(steps regclass, said regclass, key text, matter uuid) language plpgsql as $$
declare
  has_words boolean := exists (select from pg_attribute where attrelid = steps and attname = 'words_hash');
  former record;
  before text;
  month date;
  step uuid;
begin
  execute format('select max((r).seq) as seq, (array_agg((r).seal order by (r).seq desc))[1] as seal, min((r).at) filter (where (r).seq = 0) as at,
      bool_and((r).seal = case (r).version when 1 then former_seal_of(r, b) else seal_of(r, b) end) as intact
    from (select s as r, coalesce(lag(s.seal) over (order by s.seq), '''') as b from %s s where s.%I = $1) t',
    steps, key) into former using matter;
  month := month_of(former.at);
  insert into kept_seals (history, matter_id, seq, seal, intact) values (steps::text, matter, former.seq, former.seal, coalesce(former.intact, false));
  execute format('insert into %s (step_id, what, text, salt) select id, ''actor'', actor, gen_random_uuid()::text from %s where %I = $1 and version = 1 and not is_role(actor)',
    said, steps, key) using matter;
  if has_words then
    execute format('insert into %s (step_id, what, text, salt) select id, ''words'', words, gen_random_uuid()::text from %s where %I = $1 and version = 1 and words is not null',
      said, steps, key) using matter;
    execute format('update %s s set words = null, words_hash = (select salted_hash(salt, text) from %s w where w.step_id = s.id and w.what = ''words'') where %I = $1 and version = 1',
      steps, said, key) using matter;
  end if;
  execute format('update %s s set month = $2, version = 2, actor = case when is_role(actor) then actor end,
      actor_hash = (select salted_hash(salt, text) from %s w where w.step_id = s.id and w.what = ''actor'') where %I = $1 and version = 1',
    steps, said, key) using matter, month;
  before := former.seal;
  for step in execute format('select id from %s where %I = $1 order by seq', steps, key) using matter loop
    execute format('update %s s set month = $3, seal = seal_of(s, $2) where id = $1 returning seal', steps) into before using step, before, month;
  end loop;
end $$;
--> statement-breakpoint
create or replace procedure seal_history_anew(matters regclass, steps regclass, said regclass, key text) language plpgsql as $$
declare
  matter uuid;
  batch uuid[];
  past uuid := '00000000-0000-0000-0000-000000000000';
  is_old boolean;
begin
  loop
    execute format('select array(select id from %s where id > $1 order by id limit 1000)', matters) into batch using past;
    exit when cardinality(batch) = 0;
    foreach matter in array batch loop
      execute format('select exists (select from %s where %I = $1 and version = 1)', steps, key) into is_old using matter;
      continue when not is_old;
      perform set_config('huiyin.sealing_anew', 'yes', true), set_config('synchronous_commit', 'off', true);
      -- Whoever moves the matter waits for this, or this for him.
      execute format('select from %s where id = $1 for update', matters) using matter;
      call seal_matter_anew(steps, said, key, matter);
      commit;
    end loop;
    past := batch[cardinality(batch)];
  end loop;
end $$;
--> statement-breakpoint
call seal_history_anew('reports', 'report_steps', 'report_words', 'report_id');
--> statement-breakpoint
call seal_history_anew('questions', 'question_steps', 'question_words', 'question_id');
--> statement-breakpoint
call seal_history_anew('bookings', 'booking_steps', 'booking_words', 'booking_id');
--> statement-breakpoint
-- Of a publication the duty stays; who did it is known by his id.
do $$
begin
  perform set_config('huiyin.sealing_anew', 'yes', true);
  update publication_events set actor = regexp_replace(actor, '\s\S+$', '') where actor ~ '\s';
end $$;
