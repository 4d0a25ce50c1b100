-- The end of the journal goes where frames are, and nowhere else: a login that may append could otherwise
-- set it elsewhere with one statement, after which every machine finds a server that is not what it was. What
-- a frame says inside is sealed, and is the readers' to judge.
create function goes_on() returns trigger language plpgsql as $$
declare
  fresh record;
begin
  select count(*) frames, count(*) filter (where get_byte(clear, 4) = 0) changes, max(segment) segment
    into fresh
    from sala.frame where sequence >= old.next_frame and sequence < new.next_frame;
  if new.one <> old.one
      or fresh.frames = 0
      or fresh.frames <> new.next_frame - old.next_frame
      or new.last_change <> old.last_change + fresh.changes
      -- A journal that came from a folder may end with segments in which nothing was written.
      or new.segment not between greatest(old.segment, fresh.segment)
        and greatest(old.segment, fresh.segment) + 1000
      or new.hash <> (
        select sha256(clear || sealed) from sala.frame where sequence = new.next_frame - 1) then
    raise exception 'the journal goes on to its last frame';
  end if;
  return new;
end $$;

create trigger journal_end_goes_on before update on journal_end
  for each row execute function goes_on();

-- Which attached file lies under which name: added, and written over by importers alone.
revoke update on object_entry from sala_analyst;
