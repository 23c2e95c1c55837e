-- The end of a file. What is erased is in the file's own chain; who asked for it, why and who did it is here.

create sequence erasure_seq increment by 50 start with 50;
create table erasure (
  id       bigint primary key,
  handle   varchar(26) not null unique,
  file     varchar(26) not null,
  number   varchar(11) not null,
  ground   varchar(20) not null check (ground in ('RETENTION_OVER', 'SUBJECT_REQUEST', 'COURT_ORDER', 'KEPT_UNLAWFULLY')),
  basis    bytea       not null,
  stage    varchar(10) not null check (stage in ('ASKED', 'DONE', 'WITHDRAWN')),
  asked_by varchar(26) not null references person (handle),
  asked_at timestamptz not null,
  ended_by varchar(26) references person (handle),
  ended_at timestamptz,
  case_ref varchar(26) not null check (case_ref = handle),
  row_ref  varchar(16) not null,
  seq      bigint      not null,
  version  bigint      not null,
  constraint erasure_two_people check (stage <> 'DONE' or ended_by <> asked_by),
  constraint erasure_ended check ((stage = 'ASKED') = (ended_by is null) and (stage = 'ASKED') = (ended_at is null))
);
create unique index erasure_once on erasure (file) where stage <> 'WITHDRAWN';
create index erasure_number on erasure (number, id desc);
create unique index erasure_row on erasure (case_ref, row_ref);
comment on table  erasure is 'Cases that are to be erased, or were: asked for by one custodian, carried out by another.';
comment on column erasure.file is 'Handle of the case. No foreign key: the register of erasures outlives what it speaks of.';
comment on column erasure.number is 'The number of that case, as people call it.';
comment on column erasure.basis is 'The order, the request or the schedule it rests on; sealed under the erasure''s own key.';
comment on column erasure.ended_by is 'Who carried it out, who is never the one who asked, or who withdrew it.';
comment on column erasure.row_ref is 'The row''s name in the log: 16 random characters, never changed.';

select ledger_guard('erasure');
