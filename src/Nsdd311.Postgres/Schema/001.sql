-- Text sorts by its bytes everywhere: keys and places in lists mean the same in every store.

-- The record. Entities have a number in the order in which they came, by which rows and their indexes are kept: the matters that are worked on now lie
-- together at the end, however many there are, and an entry is a third as long as with the key.
create table journal (
  no bigint not null,
  entity text collate "C" not null,
  seq bigint not null,
  type text collate "C" not null,
  payload bytea not null,
  actor text collate "C" not null,
  command_id bytea not null,
  n integer not null,
  body_digest text collate "C" not null,
  charter_version text collate "C" not null,
  roster_seq bigint not null,
  at timestamptz not null,
  prev_hash bytea not null,
  hash bytea not null,
  primary key (no, seq)
);
-- The bytes of events are small and many; trying to compress each costs more than it saves.
alter table journal alter column payload set storage external;
-- A row that fits into a page stays in it: elsewhere it would need an index of its own.
alter table journal set (toast_tuple_target = 8160);
create unique index journal_command on journal (no, command_id, n);

-- The names of all events ever stored: what a program must know to start.
create table event_type (name text collate "C" primary key);

-- The head of each chain, moved by compare-and-set, with the promise to come back. Room is left on each page so that a head moves within it.
create table entity (
  key text collate "C" primary key,
  no bigint generated always as identity unique,
  seq bigint not null,
  hash bytea not null,
  due_at timestamptz,
  owes boolean not null
) with (fillfactor = 60);
create index entity_due on entity (due_at, key) where due_at is not null;
create index entity_owes on entity (key) where owes;

create table snapshot (entity text collate "C" primary key, seq bigint not null, hash bytea not null, fold_version text collate "C" not null, bytes bytea not null);
create table charter (version text collate "C" primary key, bytes bytea not null);
create table content (hash bytea primary key, bytes bytea not null);
-- Files are mostly compressed already.
alter table content alter column bytes set storage external;
create table meta (key text collate "C" primary key, value text not null);

-- The read model: derived from the record in the same transaction.
create table matter (
  id text collate "C" primary key,
  entity text collate "C" not null,
  seq bigint not null,
  by_suspense text collate "C" not null,
  by_submitted text collate "C" not null,
  status text collate "C" not null,
  stage integer,
  body integer,
  category text collate "C" not null,
  pair text collate "C",
  agency text collate "C" not null,
  goals text collate "C" not null,
  due_at timestamptz,
  report_due timestamptz,
  searched text collate "C" not null,
  is_guidance boolean not null,
  filed text[] collate "C" not null,
  audience_set bytea not null,
  row bytea not null
) with (fillfactor = 70);
alter table matter alter column row set storage external;
alter table matter set (toast_tuple_target = 8160);
create unique index matter_by_suspense on matter (by_suspense);
create unique index matter_by_submitted on matter (by_submitted);
create index matter_report on matter (agency, pair, report_due) where report_due is not null;
create index matter_guidance on matter (by_submitted) where is_guidance and status = 'cleared';
-- By what else a matter is found: references of other systems, the plan of contacts that it is or cites. Most matters have none, and cost nothing here.
create index matter_filed on matter using gin (filed) with (fastupdate = off) where filed <> '{}';

-- Who may know of a matter. Of the many matters almost all share a few sets, so a matter carries the name of its set and each set is stored once.
create table audience_set (audience text collate "C" not null, id bytea not null, primary key (audience, id));

-- Numbers are given before the commit, so with several writers they become visible out of order. Whoever follows the stream reads by
-- (transaction, number) and stops below pg_snapshot_xmin(pg_current_snapshot()).
create sequence alert_number;
create table alert (
  number bigint primary key,
  transaction xid8 not null,
  entity text collate "C" not null,
  seq bigint not null,
  row bytea not null
);
create index alert_in_commit_order on alert (transaction, number);
create table alert_seat (seat text collate "C" not null, number bigint not null, primary key (seat, number));

create table contact (
  reference text collate "C" primary key,
  entity text collate "C" not null,
  seq bigint not null,
  pair text collate "C",
  place text collate "C" not null,
  row bytea not null
);
create index contact_place on contact (place);
create index contact_pair on contact (pair, place);
