-- The end of a year of looks: asked for by one person, confirmed by another, then destroyed.

create sequence access_end_seq increment by 50 start with 50;
create table access_end (
  id           bigint      primary key,
  log          varchar(20) not null check (log similar to 'access-[0-9]{4}'),
  state        varchar(20) not null check (state in ('REQUESTED', 'WITHDRAWN', 'ENDED')),
  ground       text        not null,
  requested_by varchar(64) not null,
  requested_at timestamptz not null,
  closed_by    varchar(64),
  closed_at    timestamptz,
  size         bigint,
  root         varchar(64),
  case_ref     varchar(64) not null,
  seq          bigint      not null,
  row_ref      varchar(16) not null,
  version      bigint      not null,
  constraint access_end_two_people check (state <> 'ENDED' or closed_by <> requested_by),
  constraint access_end_closed check ((state = 'REQUESTED') = (closed_by is null))
);
comment on table  access_end is 'Requests to destroy a year of the access log. One row for each; a withdrawn one stays.';
comment on column access_end.ground is 'Why, in words: the rule on retention that it rests on. Names nobody.';
comment on column access_end.closed_by is 'Who confirmed it, never the one who asked; or who withdrew it.';
comment on column access_end.size is 'How many entries the log had in its last checkpoint.';
comment on column access_end.root is 'The root of that checkpoint, in hexadecimal; the checkpoint itself is in the entry.';
create unique index access_end_row on access_end (case_ref, row_ref);
create unique index access_end_one on access_end (log) where state <> 'WITHDRAWN';
select ledger_guard('access_end');

-- Rows of a log that two people ended may go; those of any other, and everything else, still only grow. Only the owner
-- of the tables has the right to delete at all, and nobody can log in as the owner.
create or replace function ledger_refuse() returns trigger language plpgsql as $$
declare
  destroying text := nullif(current_setting('jejak.destroying', true), '');
begin
  if tg_op = 'DELETE' and destroying similar to 'access-[0-9]{4}' and to_jsonb(old) ->> 'log' = destroying
      and tg_relid in ('ledger_entry'::regclass, 'ledger_leaf'::regclass, 'ledger_node'::regclass, 'access_seen'::regclass) then
    return old;
  end if;
  raise exception '% on % is refused: the ledger and what it records only grow', tg_op, tg_relid::regclass
    using errcode = 'integrity_constraint_violation';
end $$;

create function access_destroy(ended text, at_most int) returns bigint language plpgsql
  security definer set search_path = public, pg_temp as $body$
declare
  gone bigint := 0;
  few bigint;
begin
  if ended not similar to 'access-[0-9]{4}' or right(ended, 4)::int + 1 >= extract(year from now()) then
    raise exception '% is no year of looks that is long over', ended using errcode = 'integrity_constraint_violation';
  end if;
  if not exists (select 1 from access_end where log = ended and state = 'ENDED') then
    raise exception '% has not been ended by two people', ended using errcode = 'integrity_constraint_violation';
  end if;
  perform set_config('jejak.destroying', ended, true);
  delete from access_seen where ctid = any (array(select ctid from access_seen where log = ended limit at_most));
  get diagnostics few = row_count;
  gone := gone + few;
  delete from ledger_leaf where log = ended and idx = any (array(select idx from ledger_leaf where log = ended limit at_most));
  get diagnostics few = row_count;
  gone := gone + few;
  delete from ledger_entry where id = any (array(select id from ledger_entry where log = ended limit at_most));
  get diagnostics few = row_count;
  gone := gone + few;
  delete from ledger_node where log = ended;
  get diagnostics few = row_count;
  gone := gone + few;
  perform set_config('jejak.destroying', '', true);
  return gone;
end $body$;
comment on function access_destroy is 'Removes up to "at_most" rows of each kind of a log of looks that two people ended and whose year is at least a whole year over, whatever the application''s retention; returns how many went, 0 when nothing is left. Head and checkpoints stay.';
revoke all on function access_destroy(text, int) from public;
grant execute on function access_destroy(text, int) to ${app};
