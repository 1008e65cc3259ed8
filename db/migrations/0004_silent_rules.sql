-- The next rung of somebody's ladder that reaches that person, past the rung `past`. Rungs that turn to somebody else come
-- only where `rings_only` is false. A township's own rungs replace all common ones of the same audience and urgency.
create function next_rung(person uuid, grid text, whose text, is_urgent boolean, past integer, rings_only boolean)
returns table (rung integer, via text, wait_minutes integer) language sql stable as $$
  select l.rung, l.via, l.wait_minutes
  from areas here join people p on p.id = person
  cross join lateral (select case when is_urgent then 'urgent' else 'calm' end as urgency, split_part(here.path, '/', 3) as township) it
  join ladders l on l.audience = whose and l.urgency = it.urgency and l.rung > past
    and l.scope = case when exists (select from ladders o where o.scope = it.township and o.audience = whose and o.urgency = it.urgency)
      then it.township else '*' end
  where here.id = grid and case l.via
    when 'employee' then p.employee_at is not null
    when 'wechat' then p.openid is not null
    when 'service' then p.service_openid is not null
    when 'wecom' then p.wecom_userid is not null
    when 'sms' then p.phone_cipher is not null
    when 'robot' then exists (select from robots r join areas a on a.id = r.area_id where here.path like a.path || '%')
    else not rings_only end
  order by l.rung limit 1
$$;
--> statement-breakpoint
-- What was closed before this was counted: so that it can still be opened again for its thirty days.
update reports set closed_at = updated_at where state = 'closed';
--> statement-breakpoint
-- What happened to a publication is written once.
create trigger publication_events_append_only before update or delete on publication_events
  for each row execute function refuse_change();
