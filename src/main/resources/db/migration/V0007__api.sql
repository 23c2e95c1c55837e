-- What REST needs of its own: the answers that a repeated call gets again.
create table idempotent_answer (
  scope      char(64) primary key,
  body_mark  char(64) not null,
  status     smallint not null check (status between 200 and 299),
  answer     text,
  kept_until date     not null
);
create index idempotent_answer_kept_until on idempotent_answer (kept_until);
comment on table  idempotent_answer is 'The answer to a call that changed something, so that its repetition changes nothing. A cache of seven days, not a record: no entry stands behind it.';
comment on column idempotent_answer.scope is 'HMAC of actor and path under the caller''s Idempotency-Key. The key itself is not kept.';
comment on column idempotent_answer.body_mark is 'HMAC of the body under the key: tells that a body is another one, not what it said.';
comment on column idempotent_answer.answer is 'Sealed under the key (base 64), so that only its owner reads it; null for public reports, whose answer holds the inbox code.';
comment on column idempotent_answer.kept_until is 'Last day; a day and no moment, because the hour of an anonymous report is not kept anywhere.';
-- The only table whose rows the application may delete.
grant delete on idempotent_answer to ${app};
