-- Who looked at what. The entries are in ledger_entry, log access-<year>; this table finds them.

create table access_seen (
  log    varchar(20) not null check (log ~ '^access-[0-9]{4}$'),
  person varchar(64) not null,
  seq    bigint      not null check (seq > 0),
  nr     int         not null check (nr > 0),
  file   varchar(64),
  kind   varchar(20) not null,
  at     timestamptz not null,
  part   varchar(80),
  hits   bigint,
  about  varchar(64),
  primary key (log, person, seq, nr)
);
comment on table  access_seen is 'Looks at files, one row for each file of a look: an index of the access logs, written with the entry in one transaction, so that auditors can ask by file and by person. It proves nothing, the entry does.';
comment on column access_seen.person is 'Handle of the person who looked, or whose account a failed sign-in was to: the chain of the entry. "nobody" where there is no such account.';
comment on column access_seen.seq is 'Number of the entry in that chain.';
comment on column access_seen.nr is 'Which file of that entry, from 1.';
comment on column access_seen.file is 'Handle of the case, report or declaration; empty where the look showed none (a failed sign-in, a search without hits, a denial of what is not there).';
comment on column access_seen.kind is 'OPENED, SEARCHED, DOWNLOADED, EXPORTED, PRINTED, DENIED or SIGN_IN_FAILED.';
comment on column access_seen.at is 'As in the entry.';
comment on column access_seen.part is 'Which page or call, as a pattern: never an address, never words.';
comment on column access_seen.hits is 'How many a search found.';
comment on column access_seen.about is 'Handle of the person whose looks were looked at.';

create index access_seen_file on access_seen (file, at desc, person desc, seq desc, nr desc) where file is not null;
create index access_seen_person on access_seen (person, at desc, seq desc, nr desc);
create index access_seen_alarm on access_seen (at desc, person desc, seq desc, nr desc) where kind in ('DENIED', 'SIGN_IN_FAILED');

-- Rows only come; a whole year goes, through the function of a later migration.
revoke update on access_seen from ${app};
select ledger_freeze('access_seen', false);
