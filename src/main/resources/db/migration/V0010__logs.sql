-- Several logs side by side, and which of several nodes works on each.

-- A log begins empty: whoever begins it can name it and nothing more.
alter table ledger_head
  alter column size set default 0,
  alter column root set default sha256(''),
  alter column note set default '';
grant insert (log) on ledger_head to ${app};

-- One entry has one place, in one log.
comment on column ledger_entry.log is 'Which log: records, or access-<year>. One log has one row in ledger_head.';

create table ledger_lease (
  log    varchar(20) primary key,
  holder varchar(32) not null,
  until  timestamptz not null
);
comment on table  ledger_lease is 'Which node''s sequencer works on a log. It only saves work: what keeps the tree from forking is the swap of ledger_head.';
comment on column ledger_lease.holder is 'Random name of one run of the application.';
comment on column ledger_lease.until is 'By this database''s clock; afterwards anybody may take it.';

revoke insert, update on ledger_lease from ${app};
grant select, insert, update on ledger_lease to ${sequencer};
