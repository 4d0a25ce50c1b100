-- The journal's frames (docs/formats/journal.md): sealed bodies, and clear parts that chain them. Rows
-- are added and never changed; whatever the server does to them, the readers' chain tells.
create table segment(
  number int primary key,
  header bytea not null check (octet_length(header) = 176));

create table frame(
  sequence bigint primary key,
  segment int not null references segment,
  clear bytea not null check (octet_length(clear) = 64),
  sealed bytea not null);

-- One row: where the next run begins. Whoever appends holds it until the run is durable.
create table journal_end(
  one smallint primary key check (one = 1),
  segment int not null,
  next_frame bigint not null,
  last_change bigint not null,
  hash bytea not null check (octet_length(hash) = 32));

insert into journal_end values (1, 0, 1, 0, decode(repeat('00', 32), 'hex'));

create function stays() returns trigger language plpgsql as $$
begin
  raise exception 'the journal is only added to';
end $$;

create trigger frame_stays before update or delete or truncate on frame
  for each statement execute function stays();
create trigger segment_stays before update or delete or truncate on segment
  for each statement execute function stays();
create trigger journal_end_stays before delete or truncate on journal_end
  for each statement execute function stays();

grant usage on schema sala to sala_follower, sala_analyst;
grant select, insert on segment, frame to sala_follower, sala_analyst;
grant select, update on journal_end to sala_follower, sala_analyst;
