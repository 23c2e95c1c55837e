-- What opens the commitments of entries, and a lasting name for each recorded row.

create table ledger_disclosure (
  entry_id bigint      not null,
  field    text        not null,
  sealed   bytea       not null,
  key_id   varchar(16) not null,
  primary key (entry_id, field)
);
comment on table  ledger_disclosure is 'For each commitment of an entry its salt and value, sealed. Without it the commitment tells nothing and can never be opened again; verification accepts that only where an erasure was logged.';
comment on column ledger_disclosure.entry_id is 'The entry. No foreign key: it would lock and so rewrite each entry''s row. Verification looks at both sides.';
comment on column ledger_disclosure.field is 'The field''s id as in the entry''s set: table/row/column.';
comment on column ledger_disclosure.sealed is 'AES-256-GCM: 12 bytes nonce, then the ciphertext of one byte (1 value, 0 empty), 32 bytes salt, the canonical value. Bound to the entry''s n and the field.';
comment on column ledger_disclosure.key_id is 'The data key it is sealed under.';

create table ledger_key (
  id      varchar(16) primary key,
  subject varchar(64) not null,
  master  varchar(8)  not null,
  wrapped bytea
);
create index ledger_key_subject on ledger_key (subject);
comment on table  ledger_key is 'Data keys: one for each person or case (rarely two, made at the same moment). Destroying one erases whatever it sealed: narratives in their columns, and what opens commitments.';
comment on column ledger_key.id is 'Random; stands beside whatever the key sealed.';
comment on column ledger_key.subject is 'Handle of the person or the case.';
comment on column ledger_key.master is 'Which master key wraps it; a rotation wraps anew.';
comment on column ledger_key.wrapped is 'The key, sealed under the master key; null once it was destroyed, for ever.';

create function ledger_key_stays_destroyed() returns trigger language plpgsql as $$
begin
  if old.wrapped is null or new.id <> old.id or new.subject <> old.subject then
    raise exception 'a data key is wrapped anew or destroyed, nothing else' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
revoke all on function ledger_key_stays_destroyed() from public;
create trigger ledger_key_update before update on ledger_key for each row execute function ledger_key_stays_destroyed();
alter table ledger_key enable always trigger ledger_key_update;
select ledger_freeze('ledger_key', true);
select ledger_freeze('ledger_disclosure', false);

revoke all on ledger_disclosure, ledger_key from ${app};
grant select, insert on ledger_disclosure, ledger_key to ${app};
grant update (master, wrapped) on ledger_key to ${app};

-- A recorded row's name in the ids of its fields. The database id is a matter of this database; the name is in the
-- log for ever. Rows that are there already get one at random; what they hold was not committed to when it was
-- written, and is from its next change on. The index finds all rows of a chain, whatever its table.
do $$
declare
  recorded regclass;
begin
  for recorded in
    select tgrelid::regclass from pg_trigger where tgname = 'ledger_recorded' order by 1
  loop
    execute format('alter table %s add column row_ref varchar(16) not null'
      ' default upper(left(replace(gen_random_uuid()::text, ''-'', ''''), 16))', recorded);
    execute format('alter table %s alter column row_ref drop default', recorded);
    execute format('create unique index on %s (case_ref, row_ref)', recorded);
    execute format('comment on column %s.row_ref is %L', recorded,
      'The row''s name in the log: 16 random characters, never changed.');
  end loop;
end $$;
