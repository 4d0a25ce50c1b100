-- Roles of a headquarters on a server (docs/server.md). Run once in the new database, as the server's
-- administrator; running it again changes nothing. Nobody logs in as one of these: people and programs
-- get logins of their own that are members.
do $$
declare
  r text;
begin
  foreach r in array array[
    'sala_owner',       -- owns database and journal tables; used when a new version of Sala is put in, and never else
    'sala_follower',    -- importers: append to the journal, make and follow the view, take packages in and answer
    'sala_analyst',     -- analysts: append to the journal, read the view as far as the rows are for them
    'sala_protection',  -- beside sala_analyst: also rows of kinds that keep somebody safe
    'sala_restricted'   -- beside sala_analyst: also what belongs to restricted cases
  ] loop
    if not exists (select 1 from pg_roles where rolname = r) then
      execute format('create role %I nologin', r);
    end if;
  end loop;
  execute format('alter database %I owner to sala_owner', current_database());
  execute format('revoke all on database %I from public', current_database());
  execute format('grant connect on database %I to sala_follower, sala_analyst', current_database());
  execute format('grant create on database %I to sala_follower', current_database());
  revoke all on schema public from public;
end $$;
