-- Declarations of conflict of interest: what somebody declared, and what the superior decided on it.

create sequence declaration_seq increment by 50 start with 50;
create table declaration (
  id              bigint primary key,
  handle          varchar(26)  not null unique,
  number          varchar(11)  not null unique check (number ~ '^D-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$'),
  declarant       varchar(26)  not null references person (handle),
  unit            varchar(26)  not null references unit (handle),
  kind            varchar(10)  not null check (kind in ('YEARLY', 'ACTUAL')),
  for_year        smallint     not null check (for_year between 2000 and 2200),
  filed_at        timestamptz  not null,
  filed_on        date         not null,
  due_on          date         check ((due_on is not null) = (kind = 'YEARLY')),
  reviewer        varchar(26)  not null references person (handle) check (reviewer <> declarant),
  stage           varchar(10)  not null check (stage in ('FILED', 'DECIDED')),
  decided_at      timestamptz,
  decided_by      varchar(26)  references person (handle) check (decided_by <> declarant),
  control         varchar(20),
  control_owner   varchar(26)  references person (handle),
  control_until   date,
  decision_reason varchar(4000),
  case_ref        varchar(26)  not null check (case_ref = handle),
  seq             bigint       not null,
  version         bigint       not null,
  check ((stage = 'DECIDED') = (decided_at is not null and decided_by is not null
                                and control is not null and decision_reason is not null)),
  check ((control_owner is null) = (control_until is null)),
  check (control is not null or control_owner is null)
);
create unique index declaration_yearly on declaration (declarant, for_year) where kind = 'YEARLY';
create index declaration_declarant on declaration (declarant, filed_at desc);
create index declaration_reviewer on declaration (reviewer, stage, filed_at);
comment on table  declaration is 'One declaration by one person. Rows are never deleted; a mistake is put right by another declaration.';
comment on column declaration.handle is 'Pseudonym in the ledger, and the name of the declaration''s own chain; never shown.';
comment on column declaration.number is 'What people call it; random, so that it counts nothing.';
comment on column declaration.unit is 'Handle of the unit in which the declarant worked on the day of filing.';
comment on column declaration.kind is 'YEARLY: the list of private interests. ACTUAL: a conflict in a matter that is being decided now.';
comment on column declaration.for_year is 'The year that a yearly list is for; of an actual conflict, the year it was declared in.';
comment on column declaration.filed_on is 'The day of filed_at in the agency''s zone; limits count from it.';
comment on column declaration.due_on is 'Last day for the yearly list by the setting of that day; null for an actual conflict.';
comment on column declaration.reviewer is 'The superior who decides: as the people stood on the day of filing.';
comment on column declaration.control is 'Code of rules/coi_controls.csv; CTL-NONE where no conflict was found.';
comment on column declaration.control_owner is 'Who sees to the control; null with CTL-NONE.';
comment on column declaration.control_until is 'Day on which the control ends or is looked at again; null with CTL-NONE.';
comment on column declaration.decision_reason is 'Narrative: the superior''s reason in their own words.';

create sequence interest_seq increment by 50 start with 50;
create table interest (
  id             bigint primary key,
  declaration_id bigint        not null references declaration (id),
  place          smallint      not null check (place > 0),
  source         varchar(20)   not null,
  nature         varchar(10)   not null check (nature in ('ACTUAL', 'POTENTIAL')),
  description    varchar(2000) not null check (description <> ''),
  matter         varchar(500)  check (matter <> ''),
  case_ref       varchar(26)   not null,
  seq            bigint        not null,
  version        bigint        not null,
  unique (declaration_id, place),
  check (nature <> 'ACTUAL' or matter is not null)
);
comment on table  interest is 'The interests named in a declaration. A declaration without any says: nothing to declare.';
comment on column interest.place is 'Its order in the declaration, from 1.';
comment on column interest.source is 'Code SRC-… of rules/coi_types.csv.';
comment on column interest.nature is 'ACTUAL: at play in a matter now. POTENTIAL: may come to be.';
comment on column interest.description is 'Narrative: who or what it is, in the declarant''s words.';
comment on column interest.matter is 'Narrative: the matter or duty it touches; always there for an actual one.';
comment on column interest.case_ref is 'The declaration''s chain in the ledger.';

select ledger_guard('declaration');
select ledger_guard('interest');
