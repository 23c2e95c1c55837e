-- Figures for the leadership. The first three tables are kept by a follower of the log and hold nothing of their own:
-- emptied, they are counted anew from the first entry. Reports that were issued are recorded.

create table insight_place (
  id       smallint primary key check (id = 1),
  position bigint   not null check (position >= -1),
  shape    smallint not null
);
insert into insight_place values (1, -1, 0);
comment on table  insight_place is 'How far the figures have followed the log. One row; locked while somebody counts.';
comment on column insight_place.position is 'Index of the last entry that was counted; -1 for none.';
comment on column insight_place.shape is 'Which way of counting made the figures; another one starts anew.';

create table insight_item (
  handle    varchar(26) primary key,
  kind      varchar(12) not null check (kind in ('ETHICS', 'DISCIPLINE', 'CONFLICT', 'YEARLY')),
  stage     varchar(12) not null,
  opened_on date        not null
);
comment on table  insight_item is 'What is counted, as far as the entries so far have brought it: a case or a declaration.';
comment on column insight_item.handle is 'Its chain in the log.';
comment on column insight_item.kind is 'A case is DISCIPLINE where any norm in it is; CONFLICT is a declared actual conflict, YEARLY a yearly list.';
comment on column insight_item.opened_on is 'The day of its first entry, in the agency''s zone.';

create table insight_count (
  measure varchar(20) not null,
  month   date        not null check (extract(day from month) = 1),
  part    varchar(40) not null,
  n       bigint      not null,
  primary key (measure, month, part)
);
comment on table  insight_count is 'How many of what in which month.';
comment on column insight_count.measure is 'Name of what is counted: org.jejak.insight.Measure.';
comment on column insight_count.month is 'First day of the month in which the entry was written.';
comment on column insight_count.part is 'Which group: a kind, a stage, an outcome, the handle of a unit, a number of days.';
comment on column insight_count.n is 'How many; a stage counts who came and takes away who left.';

grant delete on insight_item, insight_count to ${app};

create sequence integrity_report_seq increment by 50 start with 50;
create table integrity_report (
  id         bigint primary key,
  handle     varchar(26)  not null unique,
  number     varchar(11)  not null unique check (number ~ '^R-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$'),
  from_month date         not null check (extract(day from from_month) = 1),
  to_month   date         not null check (extract(day from to_month) = 1 and to_month >= from_month),
  position   bigint       not null,
  figures    text         not null check (figures <> ''),
  hash       varchar(64)  not null check (hash ~ '^[0-9a-f]{64}$'),
  issued_by  varchar(26)  not null references person (handle),
  issued_at  timestamptz  not null,
  case_ref   varchar(26)  not null check (case_ref = handle),
  seq        bigint       not null,
  version    bigint       not null
);
create index integrity_report_issued on integrity_report (issued_at desc, id desc);
comment on table  integrity_report is 'Integrity reports as they were issued: they never change, whatever the figures become.';
comment on column integrity_report.number is 'What people call it; random.';
comment on column integrity_report.from_month is 'First day of the period''s first month; to_month that of its last.';
comment on column integrity_report.position is 'Index of the last entry of the log that was counted.';
comment on column integrity_report.figures is 'The figures as shown, as JSON. What was hidden is not in it.';
comment on column integrity_report.hash is 'SHA-256 of figures in UTF-8, also in the report''s entry.';

select ledger_guard('integrity_report');
