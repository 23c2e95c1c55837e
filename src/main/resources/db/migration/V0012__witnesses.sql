-- What witnesses of other agencies have said of our checkpoints. See src/site/markdown/ledger.md.

create table ledger_cosignature (
  log     varchar(20)  not null,
  size    bigint       not null check (size > 0),
  witness varchar(200) not null,
  at      timestamptz  not null,
  line    text         not null,
  primary key (log, size, witness)
);
comment on table  ledger_cosignature is 'Cosignatures of checkpoints (C2SP tlog-cosignature). They come after the checkpoint and each by itself, hence a table of their own: rows of ledger_checkpoint never change. The column cosignatures there stays empty.';
comment on column ledger_cosignature.size is 'Which checkpoint of the log. No foreign key: a line proves itself against the checkpoint''s text, and is checked whenever it is shown.';
comment on column ledger_cosignature.witness is 'The name in the witness''s key.';
comment on column ledger_cosignature.at is 'When the witness says that it cosigned; part of what it signed.';
comment on column ledger_cosignature.line is 'The signature line with its newline, exactly as it is put below the checkpoint.';

select ledger_freeze('ledger_cosignature', false);

-- Later tables may be changed by the application unless we say otherwise: this one only grows, by the sequencer.
revoke insert, update on ledger_cosignature from ${app};
grant select, insert on ledger_cosignature to ${sequencer};
