-- What is left of a log that was succeeded: its key was stolen, or its history lost. See "Succession" in
-- src/site/markdown/ledger.md.

create table ledger_former_leaf (
  log      varchar(20) not null,
  idx      bigint      not null check (idx >= 0),
  entry_id bigint      not null,
  hash     bytea       not null check (octet_length(hash) = 32),
  primary key (log, idx)
);
comment on table  ledger_former_leaf is 'Leaves of trees that end. Their entries have new places in the tree that succeeded, and what was proven about the old places stays provable.';
comment on column ledger_former_leaf.log is 'The name of the ended tree: records-1, records-2. Its checkpoints have it too.';

select ledger_freeze('ledger_former_leaf', false);
revoke insert, update on ledger_former_leaf from ${app};
