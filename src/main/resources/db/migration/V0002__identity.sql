-- Who is who and who may do what. Every table here but the last four is recorded: no row changes without an entry.

create sequence unit_seq increment by 50 start with 50;
create table unit (
  id        bigint primary key,
  handle    varchar(26)  not null unique,
  code      varchar(40)  not null unique check (code <> ''),
  name      varchar(200) not null check (name <> ''),
  kind      varchar(20)  not null,
  parent_id bigint references unit (id) deferrable initially deferred check (parent_id <> id),
  case_ref  varchar(26)  not null check (case_ref = handle),
  seq       bigint       not null,
  version   bigint       not null
);
create index unit_parent on unit (parent_id);
comment on table  unit is 'The agency as a tree. One row per unit; a unit that is dissolved stays.';
comment on column unit.handle is 'Pseudonym of the unit in the ledger; never shown.';
comment on column unit.code is 'The agency''s own code; by it a batch finds the unit again.';
comment on column unit.kind is 'AGENCY, BUREAU, OFFICE, DIVISION, SECTION, DISTRICT or OTHER.';
comment on column unit.parent_id is 'The unit above; null for a root. That there is no circle is checked by RecordPeople.';
comment on column unit.case_ref is 'The chain in the ledger: the unit''s own.';
comment on column unit.seq is 'Running number, in that chain, of the entry that recorded the last change.';

create sequence person_seq increment by 50 start with 50;
create table person (
  id             bigint primary key,
  handle         varchar(26)  not null unique,
  nip            varchar(18)  not null unique check (nip ~ '^[0-9]{18}$'),
  name           varchar(200) not null check (name <> ''),
  sort_name      varchar(200) not null,
  regime         varchar(4)   not null check (regime in ('PNS', 'CPNS', 'PPPK')),
  grade          varchar(5),
  position_title varchar(200) not null,
  position_level varchar(16)  not null,
  unit_id        bigint not null references unit (id) deferrable initially deferred,
  superior_id    bigint references person (id) deferrable initially deferred check (superior_id <> id),
  case_ref       varchar(26)  not null check (case_ref = handle),
  seq            bigint       not null,
  version        bigint       not null
);
create index person_superior on person (superior_id);
create index person_unit on person (unit_id, sort_name);
create index person_sort_name on person (sort_name, id);
create index person_nip_prefix on person (nip varchar_pattern_ops);
create index person_words on person using gin (to_tsvector('simple'::regconfig, name));
comment on table  person is 'Civil servants of the agency, with or without an account. Rows are never deleted.';
comment on column person.handle is 'Pseudonym of the person in the ledger; never shown.';
comment on column person.nip is 'NIP or NI PPPK, 18 digits without spaces.';
comment on column person.name is 'Name with titles, as it stands on letters.';
comment on column person.sort_name is 'Name in small letters without titles; lists are ordered by it.';
comment on column person.regime is 'Which law of appointment applies: PNS, CPNS or PPPK.';
comment on column person.grade is 'Golongan: I/a to IV/e for PNS and CPNS, I to XVII for PPPK; null where none is given.';
comment on column person.position_level is 'Level of the position as the discipline law counts it, e.g. JPT_PRATAMA, PELAKSANA.';
comment on column person.superior_id is 'The direct superior (atasan langsung); null at the top.';

create sequence account_seq increment by 50 start with 50;
create table account (
  id          bigint primary key,
  person      varchar(26)  not null unique references person (handle) deferrable initially deferred,
  username    varchar(40)  not null unique check (username ~ '^[a-z0-9][a-z0-9._-]{1,39}$'),
  password    varchar(200) not null,
  demo        boolean      not null,
  must_change boolean      not null,
  disabled_at timestamptz,
  generation  integer      not null,
  case_ref    varchar(26)  not null check (case_ref = person),
  seq         bigint       not null,
  version     bigint       not null
);
comment on table  account is 'How a person signs in. One account per person; it is disabled, never deleted.';
comment on column account.password is 'Argon2id of the password and the server''s pepper, as a PHC string.';
comment on column account.demo is 'Made for the demo agency; refused at sign-in anywhere else.';
comment on column account.must_change is 'Somebody else knows the password: it opens nothing but the page where it is changed.';
comment on column account.disabled_at is 'Since when the account is shut; null while it is open.';
comment on column account.generation is 'Goes up when every session and token of the account must end.';
comment on column account.case_ref is 'The chain in the ledger: the person''s.';

create sequence role_grant_seq increment by 50 start with 50;
create table role_grant (
  id         bigint primary key,
  person     varchar(26) not null references person (handle) deferrable initially deferred,
  role       varchar(20) not null check (role not in ('ASN', 'SUPERIOR')),
  reason     varchar(500) not null,
  granted_by varchar(26) not null,
  granted_at timestamptz not null,
  ended_by   varchar(26),
  ended_at   timestamptz,
  end_reason varchar(500),
  case_ref   varchar(26) not null check (case_ref = person),
  seq        bigint      not null,
  version    bigint      not null
);
create unique index role_grant_open on role_grant (person, role) where ended_at is null;
create index role_grant_role on role_grant (role) where ended_at is null;
comment on table  role_grant is 'Roles that were given. ASN and SUPERIOR are computed from the people and never stand here.';
comment on column role_grant.granted_by is 'Handle of the administrator, or system/<name>.';
comment on column role_grant.ended_at is 'When it was taken back; null while it holds.';

create sequence tie_seq increment by 50 start with 50;
create table tie (
  id          bigint primary key,
  person      varchar(26) not null references person (handle) deferrable initially deferred,
  other       varchar(26) not null references person (handle) deferrable initially deferred check (other <> person),
  kind        varchar(20) not null,
  declared_at timestamptz not null,
  ended_at    timestamptz,
  case_ref    varchar(26) not null check (case_ref = person),
  seq         bigint      not null,
  version     bigint      not null
);
create unique index tie_open on tie (person, other, kind) where ended_at is null;
create index tie_other on tie (other) where ended_at is null;
comment on table  tie is 'Who is close to whom. Counts both ways: neither may handle a matter about the other.';
comment on column tie.kind is 'SPOUSE, PARENT, CHILD, SIBLING, IN_LAW or HOUSEHOLD, seen from person.';
comment on column tie.case_ref is 'The chain in the ledger: that of person.';

create sequence seat_seq increment by 50 start with 50;
create table seat (
  id       bigint primary key,
  file     varchar(26) not null check (file = case_ref),
  person   varchar(26) not null references person (handle) deferrable initially deferred,
  seat     varchar(20) not null,
  from_at  timestamptz not null,
  until_at timestamptz,
  case_ref varchar(26) not null,
  seq      bigint      not null,
  version  bigint      not null
);
create unique index seat_open on seat (person, file, seat) where until_at is null;
create index seat_file on seat (file);
comment on table  seat is 'Who is on which file (case, report, declaration), in which capacity, from when until when.';
comment on column seat.file is 'Handle of the file, which is also its chain in the ledger.';
comment on column seat.until_at is 'When the seat ended; null while it holds.';

create sequence shut_out_seq increment by 50 start with 50;
create table shut_out (
  id       bigint primary key,
  file     varchar(26) not null check (file = case_ref),
  person   varchar(26) not null references person (handle) deferrable initially deferred,
  ground   varchar(40) not null,
  since    timestamptz not null,
  case_ref varchar(26) not null,
  seq      bigint      not null,
  version  bigint      not null,
  unique (person, file)
);
create index shut_out_file on shut_out (file);
comment on table  shut_out is 'Who must not see or handle a file. It is never lifted.';
comment on column shut_out.ground is 'subject: the file is about this person, so those close to them are out as well. Any other word: this person alone.';

select ledger_guard('unit');
select ledger_guard('person');
select ledger_guard('account');
select ledger_guard('role_grant');
select ledger_guard('tie');
select ledger_guard('seat');
select ledger_guard('shut_out');

-- Below: technical state of sign-in, not recorded.

create table sign_in_tries (
  bucket     varchar(64) primary key,
  failures   integer     not null,
  not_before timestamptz not null,
  counted_at timestamptz not null
);
comment on table  sign_in_tries is 'The throttle: wrong passwords per bucket, counted before the password is looked at. Not recorded.';
comment on column sign_in_tries.bucket is 'Keyed hash of the user name; never a name or an address.';
comment on column sign_in_tries.not_before is 'Until then every further try is refused unseen.';

create index sign_in_tries_age on sign_in_tries (counted_at);

create table api_token (
  hash       varchar(64) primary key,
  person     varchar(26) not null references person (handle),
  generation integer     not null,
  made_at    timestamptz not null,
  expires_at timestamptz not null
);
create index api_token_expiry on api_token (expires_at);
comment on table  api_token is 'Bearer tokens of the REST interface, as SHA-256. Not recorded; a token that is given back or has run out is deleted.';
comment on column api_token.generation is 'The account''s generation when the token was made; the token ends when that moves on.';

create table known_device (
  hash       varchar(64) primary key,
  person     varchar(26) not null references person (handle),
  expires_at timestamptz not null
);
comment on table known_device is 'Browsers from which somebody signed in before, as SHA-256 of a random cookie: wrong passwords tried elsewhere do not make these wait.';

create table first_administrator (
  hash       varchar(64) primary key,
  expires_at timestamptz not null,
  used_at    timestamptz
);
comment on table first_administrator is 'The one-time code that makes the first administrator, as SHA-256. Worth nothing once any account exists.';

-- What has run out may go: nothing of it is a record.
grant delete on sign_in_tries, api_token, known_device to ${app};
