-- What several programs of one headquarters keep together beside the journal. All of it is sealed before it
-- comes here (docs/formats/server.md); names are random ids and digests of sealed bytes.

-- Keys of scopes. Added and never changed: of two programs that make one, the first counts.
create table scope_key(
  place bigint generated always as identity primary key,
  name bytea not null unique check (octet_length(name) = 17),
  entry bytea not null check (octet_length(entry) = 96));

-- Which attached file lies under which name. An entry that nobody claimed is written over.
create table object_entry(
  place bigint generated always as identity primary key,
  name bytea not null unique,
  entry bytea not null check (octet_length(entry) = 160));

-- Sealed files in pieces, by the SHA-256 of the whole: attached files, packages that came and that leave.
create table sealed_file(
  name bytea primary key check (octet_length(name) = 32),
  size bigint not null);

create table sealed_piece(
  name bytea not null references sealed_file,
  number int not null,
  bytes bytea not null,
  primary key (name, number));

alter table sealed_piece alter column bytes set storage external;

create trigger scope_key_stays before update or delete or truncate on scope_key
  for each statement execute function stays();
create trigger sealed_file_stays before update or delete or truncate on sealed_file
  for each statement execute function stays();
create trigger sealed_piece_stays before update or delete or truncate on sealed_piece
  for each statement execute function stays();

grant select, insert on scope_key, sealed_file, sealed_piece to sala_follower, sala_analyst;
grant select, insert, update on object_entry to sala_follower, sala_analyst;
