-- The record. Instants are whole microseconds since 1970, UTC.
-- Entities have a number in the order in which they came, by which rows and their indexes are kept: what is worked on now lies together at the end of every tree.
create table journal (
  no integer not null,
  entity text not null,
  seq integer not null,
  type text not null,
  payload blob not null,
  actor text not null,
  command_id blob not null,
  n integer not null,
  body_digest text not null,
  charter_version text not null,
  roster_seq integer not null,
  at integer not null,
  prev_hash blob not null,
  hash blob not null
);
create unique index journal_of on journal (no, seq);
create unique index journal_command on journal (no, command_id, n);

-- The names in the record, so that a start need not read all of it to see that it knows them.
create table event_type (name text primary key) without rowid;

-- The head of each chain, moved by compare-and-set, with the promise to come back.
create table entity (
  no integer primary key,
  key text not null unique,
  seq integer not null,
  hash blob not null,
  due_at integer,
  owes integer not null
);
create index entity_due on entity (due_at, key) where due_at is not null;
create index entity_owes on entity (key) where owes = 1;

create table snapshot (entity text primary key, seq integer not null, hash blob not null, fold_version text not null, bytes blob not null);
create table charter (version text primary key, bytes blob not null);
create table content (hash blob primary key, bytes blob not null);
create table meta (key text primary key, value text not null);

-- The read model: derived from the record in the same transaction.
create table matter (
  id text primary key,
  entity text not null,
  seq integer not null,
  by_suspense text not null,
  by_submitted text not null,
  status text not null,
  stage integer,
  body integer,
  category text not null,
  pair text,
  agency text not null,
  goals text not null,
  due_at integer,
  report_due integer,
  searched text not null,
  is_guidance integer not null,
  audience_set blob not null,
  row blob not null
);
create index matter_by_suspense on matter (by_suspense);
create index matter_by_submitted on matter (by_submitted);
create index matter_report on matter (report_due) where report_due is not null;
create index matter_guidance on matter (by_submitted) where is_guidance and status = 'cleared';

-- By what else a matter is found: references of other systems, the plan of contacts that it is or cites. Most matters have none.
create table matter_filed (key text not null, id text not null, primary key (key, id)) without rowid;
create index matter_filed_of on matter_filed (id);

-- Who may know of a matter: almost all matters share a few sets, so a matter carries the name of its set and each set is stored once.
create table audience_set (audience text not null, id blob not null, primary key (audience, id)) without rowid;

create table alert (number integer primary key autoincrement, entity text not null, seq integer not null, row blob not null);
create table alert_seat (seat text not null, number integer not null, primary key (seat, number)) without rowid;

create table contact (reference text primary key, entity text not null, seq integer not null, pair text, place text not null, row blob not null);
create index contact_place on contact (place);
