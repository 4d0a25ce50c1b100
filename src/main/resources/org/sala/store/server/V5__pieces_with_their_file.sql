-- The pieces of a file come with it, in one transaction. While any of them could be added later, anybody who may
-- add one could spoil every file that was ever kept: nothing here is ever changed or taken away again.
create function comes_with_its_file() returns trigger language plpgsql as $$
begin
  if not exists (
      select 1 from sala.sealed_file
      where name = new.name and xmin::text = pg_current_xact_id()::xid::text) then
    raise exception 'the pieces of a file come with it';
  end if;
  return new;
end $$;

create trigger sealed_piece_comes_with_its_file before insert on sealed_piece
  for each row execute function comes_with_its_file();
