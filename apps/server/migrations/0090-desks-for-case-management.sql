-- The desks that a lead can be handed to are told to whoever hands leads over: making the step before leads is not enough.
create or replace function access.lead_desks() returns table (authority bigint, level text, body text)
language sql stable security definer parallel restricted set search_path = pg_catalog, pg_temp
as $$
  select r.authority, r.level, min(r.body)
  from access.standing_role r
  where r.role = 'case-management' and r.revoked_at is null and r.valid @> access.clock()
    and (r.granted_by is null or r.approved_by is not null)
    and (select access.leads_until()) is not null
    and not isempty((select access.scopes('case-management')))
  group by r.authority, r.level
$$;
