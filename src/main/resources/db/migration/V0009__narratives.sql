-- Narratives are sealed in their columns. One byte says how the rest is to be read: 0 plain UTF-8, as texts were kept
-- before this migration (they stay readable, and are sealed when they are next written); 1 sealed: 16 letters key id,
-- 12 bytes nonce, ciphertext; 2 erased, nothing follows. The longest text is four bytes a character, 45 for the seal.

create function narrative(kept text) returns bytea language sql immutable as
  $$ select '\x00'::bytea || convert_to(kept, 'UTF8') $$;

alter table case_file drop constraint case_file_title_check, drop constraint case_file_allegation_check,
  drop constraint case_file_closing_reason_check;
alter table case_file
  alter column title type bytea using narrative(title),
  alter column allegation type bytea using narrative(allegation),
  alter column closing_reason type bytea using narrative(closing_reason),
  add constraint case_file_title_form check (octet_length(title) between 1 and 700 and get_byte(title, 0) <= 2),
  add constraint case_file_allegation_form check (octet_length(allegation) between 1 and 80100 and get_byte(allegation, 0) <= 2),
  add constraint case_file_closing_reason_form check (octet_length(closing_reason) between 1 and 16100 and get_byte(closing_reason, 0) <= 2);

alter table case_subject drop constraint case_subject_name_check;
alter table case_subject
  alter column name type bytea using narrative(name),
  alter column position type bytea using narrative(position),
  add constraint case_subject_name_form check (octet_length(name) between 1 and 900 and get_byte(name, 0) <= 2),
  add constraint case_subject_position_form check (octet_length(position) between 1 and 900 and get_byte(position, 0) <= 2);

alter table case_matter drop constraint case_matter_reason_check;
alter table case_matter
  alter column reason type bytea using narrative(reason),
  add constraint case_matter_reason_form check (octet_length(reason) between 1 and 32100 and get_byte(reason, 0) <= 2);

alter table case_note drop constraint case_note_text_check;
alter table case_note
  alter column text type bytea using narrative(text),
  add constraint case_note_text_form check (octet_length(text) between 1 and 80100 and get_byte(text, 0) <= 2);

alter table case_finding drop constraint case_finding_facts_check;
alter table case_finding
  alter column facts type bytea using narrative(facts),
  add constraint case_finding_facts_form check (octet_length(facts) between 1 and 80100 and get_byte(facts, 0) <= 2);

alter table report drop constraint report_allegation_check, drop constraint report_evidence_check,
  drop constraint report_reason_check;
alter table report
  alter column allegation type bytea using narrative(allegation),
  alter column place type bytea using narrative(place),
  alter column unit type bytea using narrative(unit),
  alter column evidence type bytea using narrative(evidence),
  alter column reason type bytea using narrative(reason),
  add constraint report_allegation_form check (octet_length(allegation) between 1 and 80100 and get_byte(allegation, 0) <= 2),
  add constraint report_place_form check (octet_length(place) between 1 and 900 and get_byte(place, 0) <= 2),
  add constraint report_unit_form check (octet_length(unit) between 1 and 900 and get_byte(unit, 0) <= 2),
  add constraint report_evidence_form check (octet_length(evidence) between 1 and 20100 and get_byte(evidence, 0) <= 2),
  add constraint report_reason_form check (octet_length(reason) between 1 and 16100 and get_byte(reason, 0) <= 2);

alter table reported_person
  alter column name type bytea using narrative(name),
  alter column position type bytea using narrative(position),
  add constraint reported_person_name_form check (octet_length(name) between 1 and 900 and get_byte(name, 0) <= 2),
  add constraint reported_person_position_form check (octet_length(position) between 1 and 900 and get_byte(position, 0) <= 2);

alter table report_message drop constraint report_message_text_check;
alter table report_message
  alter column text type bytea using narrative(text),
  add constraint report_message_text_form check (octet_length(text) between 1 and 40100 and get_byte(text, 0) <= 2);

alter table declaration
  alter column decision_reason type bytea using narrative(decision_reason),
  add constraint declaration_decision_reason_form check (octet_length(decision_reason) between 1 and 16100 and get_byte(decision_reason, 0) <= 2);

alter table interest drop constraint interest_description_check, drop constraint interest_matter_check;
alter table interest
  alter column description type bytea using narrative(description),
  alter column matter type bytea using narrative(matter),
  add constraint interest_description_form check (octet_length(description) between 1 and 8100 and get_byte(description, 0) <= 2),
  add constraint interest_matter_form check (octet_length(matter) between 1 and 2100 and get_byte(matter, 0) <= 2);

alter table role_grant
  alter column reason type bytea using narrative(reason),
  alter column end_reason type bytea using narrative(end_reason),
  add constraint role_grant_reason_form check (octet_length(reason) between 1 and 2100 and get_byte(reason, 0) <= 2),
  add constraint role_grant_end_reason_form check (octet_length(end_reason) between 1 and 2100 and get_byte(end_reason, 0) <= 2);

drop function narrative(text);

comment on column case_file.title is 'One line for lists. Narrative: sealed.';
comment on column case_file.allegation is 'What is said to have happened. Narrative: sealed.';
comment on column case_file.closing_reason is 'Why nothing is left to do. Narrative: sealed.';
comment on column case_subject.name is 'Name when the case was opened. Narrative: sealed.';
comment on column case_subject.position is 'Position when the case was opened; the person may have moved since. Narrative: sealed.';
comment on column case_matter.reason is 'The authority''s reason. Narrative: sealed.';
comment on column case_note.text is 'Narrative: sealed.';
comment on column case_finding.facts is 'Narrative: sealed.';
comment on column report.allegation is 'The reporter''s words. Narrative: sealed.';
comment on column report.place is 'Where, in the reporter''s words. Narrative: sealed.';
comment on column report.unit is 'Which unit, in the reporter''s words. Narrative: sealed.';
comment on column report.evidence is 'What there is to show, in the reporter''s words. Narrative: sealed.';
comment on column report.reason is 'Why it is outside the remit. Narrative: sealed.';
comment on column reported_person.name is 'In the reporter''s words. Narrative: sealed.';
comment on column reported_person.position is 'In the reporter''s words. Narrative: sealed.';
comment on column report_message.text is 'Narrative: sealed.';
comment on column declaration.decision_reason is 'The superior''s reason. Narrative: sealed under the declarant''s key.';
comment on column interest.description is 'Narrative: sealed under the declarant''s key.';
comment on column interest.matter is 'Narrative: sealed under the declarant''s key.';
comment on column role_grant.reason is 'Narrative: sealed under the person''s key.';
comment on column role_grant.end_reason is 'Narrative: sealed under the person''s key.';
