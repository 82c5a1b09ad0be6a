-- What waits for a second hand is found without reading every role that was ever given.
create index standing_role_waiting on access.standing_role (id)
  where approved_by is null and granted_by is not null and revoked_at is null;
