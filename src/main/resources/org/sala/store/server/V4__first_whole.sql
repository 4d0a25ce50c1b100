-- Of two entries under one name the first whole one counts, and that it is whole only readers can tell, by a
-- mark whose key no login has. While the name alone kept the second one out, anybody who may append could keep
-- the key of a chosen scope from ever being made.
alter table scope_key drop constraint scope_key_name_key;
create index scope_key_name on scope_key(name);
create unique index scope_key_entry on scope_key(entry);
