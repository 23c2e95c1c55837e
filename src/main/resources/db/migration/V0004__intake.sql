-- Reports and the dialogue with reporters. Nothing here says where a report came from: no address, no
-- browser, no hour. Every table is recorded: no row changes without an entry in the report's chain.

create sequence report_seq increment by 50 start with 50;
create table report (
  id            bigint primary key,
  handle        varchar(26)  not null unique check (handle = case_ref),
  number        varchar(11)  not null unique,
  reference     varchar(11)  not null unique check (reference ~ '^L-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$'),
  channel       varchar(10)  not null check (channel in ('WEB', 'DESK', 'LETTER', 'PHONE', 'EMAIL', 'AUDIT')),
  stage         varchar(15)  not null check (stage in ('RECEIVED', 'REVIEW', 'WAITING', 'OPENED', 'OUTSIDE_REMIT')),
  received_on   date         not null,
  allegation    text         not null check (char_length(allegation) between 1 and 20000),
  happened_from date,
  happened_to   date check (happened_to >= happened_from),
  ongoing       boolean,
  place         varchar(200),
  unit          varchar(200),
  evidence      text check (char_length(evidence) <= 5000),
  reviewer      varchar(26),
  reason        text check (char_length(reason) between 20 and 4000),
  code_hash     varchar(64)  not null unique check (code_hash ~ '^[0-9a-f]{64}$'),
  body_hash     varchar(64)  not null check (body_hash ~ '^[0-9a-f]{64}$'),
  case_ref      varchar(26)  not null,
  seq           bigint       not null,
  version       bigint       not null,
  check ((reason is not null) = (stage = 'OUTSIDE_REMIT'))
);
create index report_waiting on report (stage, received_on, id) where stage in ('RECEIVED', 'REVIEW', 'WAITING');
create index report_decided on report (received_on, id) where stage = 'OUTSIDE_REMIT';
comment on table  report is 'What came in. A report that becomes a case stays here, under the same number and handle.';
comment on column report.handle is 'Pseudonym in the ledger: of the report, and of the case it may become. Never shown.';
comment on column report.number is 'The case number, reserved from the first day. The reporter never sees it.';
comment on column report.reference is 'What the reporter calls it. Drawn on its own, so that it leads nobody to the case.';
comment on column report.stage is 'RECEIVED, REVIEW and WAITING are at triage; OPENED is a case; OUTSIDE_REMIT is closed with a reason.';
comment on column report.received_on is 'The day, in the agency''s zone. Never the hour: it could point to the reporter.';
comment on column report.happened_from is 'First day it may have happened; null where unknown.';
comment on column report.happened_to is 'Last day it may have happened; null where unknown.';
comment on column report.ongoing is 'Whether it goes on; null where unknown.';
comment on column report.unit is 'The unit as the reporter knows it: words, not a key.';
comment on column report.evidence is 'What shows it and where that can be found, in the reporter''s words.';
comment on column report.reviewer is 'Handle of the person who took it up or decided on it; null while nobody did.';
comment on column report.reason is 'Why it is outside the remit; the reporter reads it too.';
comment on column report.code_hash is 'HMAC-SHA-256 of the inbox code under the pepper, which is a file outside the database. The code itself is kept nowhere.';
comment on column report.body_hash is 'HMAC-SHA-256 over code and content: tells a report sent twice from another one under the same code.';
comment on column report.seq is 'Running number, in the report''s chain, of the entry that recorded the last change.';

create sequence reported_person_seq increment by 50 start with 50;
create table reported_person (
  id            bigint primary key,
  report_id     bigint       not null references report (id),
  nr            int          not null check (nr > 0),
  name          varchar(200) not null,
  nip           varchar(18) check (nip ~ '^[0-9]{18}$'),
  position      varchar(200),
  person_handle varchar(26) references person (handle),
  case_ref      varchar(26)  not null,
  seq           bigint       not null,
  version       bigint       not null,
  unique (report_id, nr)
);
comment on table  reported_person is 'Whom a report names, in the reporter''s words.';
comment on column reported_person.nr is 'Order in the report, from 1.';
comment on column reported_person.person_handle is 'The person of the directory with this NIP, who is shut out of the report; null where unknown.';

create sequence report_message_seq increment by 50 start with 50;
create table report_message (
  id        bigint primary key,
  report_id bigint      not null references report (id),
  nr        int         not null check (nr > 0),
  author    varchar(8)  not null check (author in ('REPORTER', 'OFFICE')),
  writer    varchar(26) references person (handle) check ((writer is not null) = (author = 'OFFICE')),
  text      text        not null check (char_length(text) between 1 and 10000),
  sent_on   date        not null,
  form_key  varchar(64) not null,
  case_ref  varchar(26) not null,
  seq       bigint      not null,
  version   bigint      not null,
  unique (report_id, nr),
  unique (report_id, form_key)
);
comment on table  report_message is 'The conversation between the reporter and the office. A message is never changed.';
comment on column report_message.nr is 'Order in the conversation, from 1. Two who write at once: the second is told to look again.';
comment on column report_message.writer is 'Handle of the person of the office who wrote; the reporter sees only that the office did.';
comment on column report_message.sent_on is 'The day; never the hour.';
comment on column report_message.form_key is 'Random key of the form that sent it, so that one sent twice is kept once.';

create table reporter_identity (
  handle   varchar(26) primary key references report (handle) check (handle = case_ref),
  sealed   bytea       not null,
  case_ref varchar(26) not null,
  seq      bigint      not null,
  version  bigint      not null
);
comment on table  reporter_identity is 'Who reported, where they said so: the envelope. No page and no finder reads it.';
comment on column reporter_identity.sealed is 'Nonce and AES-256-GCM of name and contact, bound to the handle, under a key that is a file outside the database. Padded, so that its length tells nothing.';

select ledger_guard('report');
select ledger_guard('reported_person');
select ledger_guard('report_message');
select ledger_guard('reporter_identity');
