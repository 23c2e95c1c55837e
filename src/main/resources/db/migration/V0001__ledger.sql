-- The append-only log. Read src/site/markdown/ledger.md beside this file.
--
-- ${owner}      owns everything and cannot log in
-- ${app}        the application
-- ${sequencer}  the one job that turns committed entries into leaves

create table ledger_entry (
  id           bigint       generated always as identity primary key,
  log          varchar(20)  not null,
  case_ref     varchar(64)  not null,
  case_seq     bigint       not null check (case_seq > 0),
  bytes        bytea        not null check (octet_length(bytes) between 2 and 60000),
  receipt_id   varchar(32)  not null unique,
  tx           xid8         not null default pg_current_xact_id(),
  request_id   varchar(64)  not null,
  request_part int          not null check (request_part >= 0),
  constraint ledger_entry_request unique (request_id, request_part),
  constraint ledger_entry_chain unique (log, case_ref, case_seq)
);
comment on table  ledger_entry is 'What happened, as exact bytes. Written in the transaction of the change itself; never changed, never removed.';
comment on column ledger_entry.id is 'Order of writing, with holes where a transaction rolled back. Not the place in the log, and it never leaves the server.';
comment on column ledger_entry.log is 'Which log: records.';
comment on column ledger_entry.case_ref is 'Handle of the chain, as in the bytes.';
comment on column ledger_entry.case_seq is 'Running number within the chain, from 1 without gaps, as in the bytes.';
comment on column ledger_entry.bytes is 'The entry: canonical JSON (RFC 8785). The only truth; the columns beside it are for finding it.';
comment on column ledger_entry.receipt_id is 'The entry''s own random bytes n in hexadecimal: the public id of its receipt, which nobody can guess from the tree.';
comment on column ledger_entry.tx is 'The transaction that wrote it. A recorded row is accepted only with an entry of the same transaction.';
comment on column ledger_entry.request_id is 'The request it was written under: the same request a second time is refused.';
comment on column ledger_entry.request_part is 'Which entry of that request, from 0.';

create table ledger_leaf (
  log      varchar(20) not null,
  idx      bigint      not null check (idx >= 0),
  entry_id bigint      not null unique,
  hash     bytea       not null check (octet_length(hash) = 32),
  primary key (log, idx)
);
comment on table  ledger_leaf is 'The place of each entry in its log: contiguous from 0, given by the sequencer after the commit.';
comment on column ledger_leaf.entry_id is 'No foreign key: it would lock and so rewrite each entry''s row. Verification looks at both sides.';
comment on column ledger_leaf.hash is 'RFC 6962 leaf hash: SHA-256 of a zero byte and the entry''s bytes.';

create table ledger_node (
  log   varchar(20) not null,
  level int         not null check (level between 1 and 7),
  n     bigint      not null check (n >= 0),
  hash  bytea       not null check (octet_length(hash) = 32),
  primary key (log, level, n)
);
comment on table  ledger_node is 'Roots of complete subtrees of 256^level leaves: what the tiles above the lowest consist of.';
comment on column ledger_node.n is 'The subtree holds the leaves from n * 256^level.';

create table ledger_head (
  log  varchar(20) primary key,
  size bigint      not null check (size >= 0),
  root bytea       not null check (octet_length(root) = 32),
  note text        not null
);
comment on table  ledger_head is 'Where each log stands. The only row of the ledger that is ever updated, and only by compare-and-swap on size and root.';
comment on column ledger_head.note is 'The signed checkpoint of this size; empty while the log is. It is published again as it stands after a crash, never signed anew.';

create table ledger_checkpoint (
  log          varchar(20) not null,
  size         bigint      not null check (size > 0),
  root         bytea       not null check (octet_length(root) = 32),
  note         text        not null,
  cosignatures text        not null default '',
  primary key (log, size)
);
comment on table  ledger_checkpoint is 'Every checkpoint that was ever signed; kept for ever, because each must be consistent with all others.';
comment on column ledger_checkpoint.cosignatures is 'Signature lines of witnesses, one a line; empty while there are none.';

create table ledger_verification (
  id       bigint      generated always as identity primary key,
  begun_at timestamptz not null,
  ended_at timestamptz not null check (ended_at >= begun_at),
  asked_by varchar(64) not null,
  size     bigint      not null,
  root     bytea       not null,
  faults   jsonb       not null
);
comment on table  ledger_verification is 'What each full verification found. A convenience for people: it proves nothing, only verifying again does.';
comment on column ledger_verification.asked_by is 'Handle of the person who asked, or system/<job>.';
comment on column ledger_verification.faults is 'What did not fit, as a list; empty when everything did.';

insert into ledger_head (log, size, root, note) values ('records', 0, sha256(''), '');

-- ---- append-only ------------------------------------------------------------------------------
-- ENABLE ALWAYS, because plain triggers are bypassed by session_replication_role = replica. They stop
-- mistakes; what a superuser does with triggers disabled, the tree shows.

create function ledger_refuse() returns trigger language plpgsql as $$
begin
  raise exception '% on % is refused: the ledger and what it records only grow', tg_op, tg_relid::regclass
    using errcode = 'integrity_constraint_violation';
end $$;

create function ledger_freeze(frozen regclass, updates boolean) returns void language plpgsql as $$
begin
  execute format('create trigger ledger_no_delete before delete%s on %s for each row execute function ledger_refuse()',
    case when updates then '' else ' or update' end, frozen);
  execute format('create trigger ledger_no_truncate before truncate on %s for each statement execute function ledger_refuse()', frozen);
  execute format('alter table %s enable always trigger ledger_no_delete', frozen);
  execute format('alter table %s enable always trigger ledger_no_truncate', frozen);
end $$;
comment on function ledger_freeze is 'Refuses DELETE and TRUNCATE, and UPDATE unless "updates".';

select ledger_freeze('ledger_entry', false);
select ledger_freeze('ledger_leaf', false);
select ledger_freeze('ledger_node', false);
select ledger_freeze('ledger_head', true);
select ledger_freeze('ledger_checkpoint', false);
select ledger_freeze('ledger_verification', false);

-- ---- no change without an entry ---------------------------------------------------------------

create function ledger_guard(guarded regclass) returns void language plpgsql as $body$
declare
  key_columns text[];
  base_name   text;
  guard       text;
begin
  select array_agg(quote_ident(a.attname) order by a.attnum) into key_columns
    from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
    where i.indrelid = guarded and i.indisprimary;
  if key_columns is null then
    raise exception '% needs a primary key to be recorded', guarded;
  end if;
  select relname into base_name from pg_class where oid = guarded;
  guard := quote_ident('ledger_guard_' || base_name);

  -- One function for each table, so that its two look-ups keep their plans. Plans made while the tables are
  -- still empty would scan; hence enable_seqscan.
  execute format($make$
    create function %1$s() returns trigger language plpgsql
      set search_path = public, pg_temp set enable_seqscan = off as $guard$
    declare
      ref text;
      entry bigint;
    begin
      if tg_op = 'UPDATE' and new.case_ref is distinct from old.case_ref then
        raise exception '%2$s: a row cannot move to another chain' using errcode = 'integrity_constraint_violation';
      end if;
      -- The row as it is now: it may have been touched twice.
      select t.case_ref, t.seq into ref, entry from %2$s t where (%3$s) = (%4$s);
      perform 1 from ledger_entry e
        where e.log = 'records' and e.case_ref = ref and e.case_seq = entry and e.tx = pg_current_xact_id();
      if not found then
        raise exception '%2$s changed without an entry: chain %%, number %%', ref, entry
          using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $guard$ $make$,
    guard, guarded,
    (select string_agg('t.' || c, ', ') from unnest(key_columns) c),
    (select string_agg('new.' || c, ', ') from unnest(key_columns) c));
  execute format('create constraint trigger ledger_recorded after insert or update on %s '
    'deferrable initially deferred for each row execute function %s()', guarded, guard);
  execute format('alter table %s enable always trigger ledger_recorded', guarded);
  perform ledger_freeze(guarded, true);
end $body$;
comment on function ledger_guard is 'Makes a table recorded: its rows have (case_ref, seq), and no row is committed unless that entry was written in the same transaction; none is ever removed.';

-- ---- rights -----------------------------------------------------------------------------------
-- Column by column: with "id" an insert could choose its own by OVERRIDING SYSTEM VALUE, with "tx" it could
-- pretend to be of another transaction.

revoke all on all functions in schema public from public;
grant select on ledger_entry, ledger_leaf, ledger_node, ledger_head, ledger_checkpoint, ledger_verification to ${app};
grant insert (log, case_ref, case_seq, bytes, receipt_id, request_id, request_part) on ledger_entry to ${app};
grant insert (begun_at, ended_at, asked_by, size, root, faults) on ledger_verification to ${app};
grant select on ledger_entry, ledger_leaf, ledger_node, ledger_head, ledger_checkpoint to ${sequencer};
grant insert on ledger_leaf, ledger_node, ledger_checkpoint to ${sequencer};
grant update (size, root, note) on ledger_head to ${sequencer};

-- Tables of later migrations: the application reads, inserts and updates; nobody deletes.
alter default privileges for role ${owner} in schema public grant select, insert, update on tables to ${app};
alter default privileges for role ${owner} in schema public grant usage, select on sequences to ${app};
