-- Case files. Every table but the register of numbers is recorded: no row changes without an entry in the
-- case's chain. What is written about a case stands in rows that are added and never rewritten.

create table case_number (
  number   varchar(11) primary key check (number ~ '^20[0-9]{2}-[0-9A-HJKMNP-TV-Z]{6}$'),
  drawn_on date        not null default current_date
);
comment on table  case_number is 'Every number given out, to a report or to a case, so that none is given twice. Not recorded: a number says nothing.';
comment on column case_number.drawn_on is 'A day and no moment: the hour could point to a reporter.';

create sequence case_file_seq increment by 50 start with 50;
create table case_file (
  id             bigint primary key,
  handle         varchar(26)  not null unique,
  number         varchar(11)  not null unique references case_number (number),
  title          varchar(160) not null check (title <> ''),
  allegation     text         not null check (char_length(allegation) between 1 and 20000),
  source         varchar(12)  not null check (source in ('REPORT', 'SUPERIOR', 'COMPLIANCE', 'INSPECTORATE')),
  unit           varchar(26)  references unit (handle),
  happened_from  date         not null,
  happened_to    date         not null check (happened_to >= happened_from),
  stage          varchar(12)  not null check (stage in ('OPEN', 'EXAMINATION', 'CONCLUDED', 'CLOSED')),
  investigator   varchar(26)  references person (handle),
  authority      varchar(26)  references person (handle) check (authority <> investigator),
  opened_by      varchar(26)  not null,
  opened_at      timestamptz  not null,
  closed_at      timestamptz  check (closed_at >= opened_at),
  closing_reason text         check (char_length(closing_reason) between 20 and 4000),
  case_ref       varchar(26)  not null check (case_ref = handle),
  seq            bigint       not null,
  version        bigint       not null,
  check ((stage = 'OPEN') = (investigator is null)),
  check ((stage = 'CLOSED') = (closed_at is not null)),
  check ((stage = 'CLOSED') = (closing_reason is not null))
);
-- The register: newest first, alone or under one of its filters.
create index case_file_opened on case_file (opened_at desc, id desc);
create index case_file_stage on case_file (stage, opened_at desc, id desc);
create index case_file_investigator on case_file (investigator, opened_at desc, id desc);
create index case_file_unit on case_file (unit, opened_at desc, id desc);
create index case_file_authority on case_file (authority, opened_at desc, id desc);
comment on table  case_file is 'One case. Rows are never deleted and a closed case is never reopened.';
comment on column case_file.handle is 'Pseudonym of the case in the ledger, the same as of the report it came from. Never shown.';
comment on column case_file.number is 'What people call it. Random: it counts nothing.';
comment on column case_file.title is 'One line for lists. Narrative.';
comment on column case_file.allegation is 'What is said to have happened. Narrative.';
comment on column case_file.source is 'How the office came to know.';
comment on column case_file.unit is 'Handle of the unit where it happened; null where unknown.';
comment on column case_file.happened_from is 'First day of the act.';
comment on column case_file.happened_to is 'Last day of the act, the same as the first for one day. The law is looked up by it.';
comment on column case_file.stage is 'How far the office is with the whole; each matter has a stage of its own.';
comment on column case_file.investigator is 'Handle of the person who examines it now; earlier ones stand in the ledger and in seat.';
comment on column case_file.authority is 'Handle of the person before whom it lies for decision; null before it is submitted.';
comment on column case_file.opened_by is 'Handle of whoever opened it.';
comment on column case_file.closing_reason is 'Why nothing is left to do. Narrative.';
comment on column case_file.seq is 'Running number, in the case''s chain, of the entry that recorded the last change.';
comment on column case_file.version is 'Counts changes of this row; whoever acts on it says which version was seen.';

create sequence case_subject_seq increment by 50 start with 50;
create table case_subject (
  id       bigint primary key,
  case_id  bigint       not null references case_file (id),
  no       int          not null check (no > 0),
  person   varchar(26)  references person (handle),
  name     varchar(200) not null check (name <> ''),
  position varchar(200),
  case_ref varchar(26)  not null,
  seq      bigint       not null,
  version  bigint       not null,
  unique (case_id, no)
);
create unique index case_subject_once on case_subject (case_id, person);
create index case_subject_person on case_subject (person);
comment on table  case_subject is 'Whom a case is about. Who stands here is shut out of the case (table shut_out).';
comment on column case_subject.no is 'Counted within the case, from 1.';
comment on column case_subject.person is 'Handle of the person in the directory; null for somebody whom the case only names.';
comment on column case_subject.name is 'Name when the case was opened.';
comment on column case_subject.position is 'Position when the case was opened; the person may have moved since.';
comment on column case_subject.case_ref is 'Chain of the case.';

create sequence case_matter_seq increment by 50 start with 50;
create table case_matter (
  id            bigint primary key,
  case_id       bigint      not null references case_file (id),
  subject_id    bigint      not null references case_subject (id),
  no            int         not null check (no > 0),
  track         varchar(10) not null check (track in ('ETHICS', 'DISCIPLINE')),
  norm          varchar(20) not null,
  stage         varchar(10) not null check (stage in ('ALLEGED', 'FOUND', 'DECIDED', 'CLOSED')),
  proven        boolean,
  found_on      date,
  outcome       varchar(20) check (outcome in ('NOT_PROVEN', 'MORAL_SANCTION', 'DISCIPLINE_SANCTION')),
  sanction      varchar(20),
  manner        varchar(20),
  reason        text        check (char_length(reason) between 20 and 8000),
  decided_by    varchar(26) references person (handle),
  decided_on    date        check (decided_on >= found_on),
  decided_under varchar(64),
  case_ref      varchar(26) not null,
  seq           bigint      not null,
  version       bigint      not null,
  unique (case_id, no),
  unique (subject_id, norm),
  check ((stage = 'ALLEGED') = (proven is null)),
  check ((proven is null) = (found_on is null)),
  check ((stage in ('DECIDED', 'CLOSED')) = (outcome is not null)),
  check ((outcome is null) = (reason is null) and (outcome is null) = (decided_by is null)
    and (outcome is null) = (decided_on is null) and (outcome is null) = (decided_under is null)),
  check (coalesce(outcome, 'NOT_PROVEN') = 'NOT_PROVEN' or (sanction is not null and proven)),
  check (coalesce(outcome, 'NOT_PROVEN') <> 'NOT_PROVEN' or sanction is null),
  check ((coalesce(outcome, '') = 'MORAL_SANCTION') = (manner is not null)),
  check (coalesce(outcome, '') <> 'MORAL_SANCTION' or track = 'ETHICS'),
  check (coalesce(outcome, '') <> 'DISCIPLINE_SANCTION' or track = 'DISCIPLINE')
);
create index case_matter_decided on case_matter (decided_on, outcome);
create index case_matter_norm on case_matter (norm, outcome);
comment on table  case_matter is 'One alleged breach of one norm by one subject, on one track, with its own stage and decision.';
comment on column case_matter.no is 'Counted within the case, from 1.';
comment on column case_matter.norm is 'Code of the norm, as rules/norms.csv or the agency''s conduct.csv had it on the day of the act.';
comment on column case_matter.proven is 'What the newest finding says; null before the first.';
comment on column case_matter.found_on is 'Day of the newest finding; no decision is dated before it.';
comment on column case_matter.sanction is 'Code of rules/sanctions.csv; null where nothing was proven.';
comment on column case_matter.manner is 'How a moral sanction is made known; null otherwise.';
comment on column case_matter.reason is 'The authority''s reason. Narrative.';
comment on column case_matter.decided_under is 'SHA-256 of the law tables under which it was decided.';
comment on column case_matter.case_ref is 'Chain of the case.';

create sequence case_note_seq increment by 50 start with 50;
create table case_note (
  id         bigint primary key,
  case_id    bigint      not null references case_file (id),
  no         int         not null check (no > 0),
  revision   int         not null check (revision > 0),
  text       text        not null check (char_length(text) between 1 and 20000),
  author     varchar(26) not null references person (handle),
  written_at timestamptz not null,
  case_ref   varchar(26) not null,
  seq        bigint      not null,
  version    bigint      not null,
  unique (case_id, no, revision)
);
comment on table  case_note is 'Inner notes, one row for each wording. Editing adds a row, so nothing is overwritten.';
comment on column case_note.no is 'Counted within the case, from 1; the same for all wordings of a note.';
comment on column case_note.revision is 'Which wording, from 1; the highest is the one that is shown.';
comment on column case_note.text is 'Narrative.';
comment on column case_note.author is 'Handle of whoever wrote this wording.';
comment on column case_note.case_ref is 'Chain of the case.';

create sequence case_finding_seq increment by 50 start with 50;
create table case_finding (
  id         bigint primary key,
  case_id    bigint      not null references case_file (id),
  matter_id  bigint      not null references case_matter (id),
  revision   int         not null check (revision > 0),
  proven     boolean     not null,
  facts      text        not null check (char_length(facts) between 1 and 20000),
  author     varchar(26) not null references person (handle),
  written_at timestamptz not null,
  case_ref   varchar(26) not null,
  seq        bigint      not null,
  version    bigint      not null,
  unique (matter_id, revision)
);
create index case_finding_case on case_finding (case_id);
comment on table  case_finding is 'What the examination found on a matter, one row for each finding; the highest revision counts.';
comment on column case_finding.facts is 'Narrative.';
comment on column case_finding.author is 'Handle of whoever found it.';
comment on column case_finding.case_ref is 'Chain of the case.';

select ledger_guard('case_file');
select ledger_guard('case_subject');
select ledger_guard('case_matter');
select ledger_guard('case_note');
select ledger_guard('case_finding');
