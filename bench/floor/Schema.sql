create table if not exists matter (
  id uuid primary key,
  number bigint not null,
  version int not null,
  status text not null,
  pair text not null,
  paper text not null,
  positions text not null,
  due_at timestamptz
);
create table if not exists event (
  matter uuid not null,
  version int not null,
  type text not null,
  payload text not null,
  actor text not null,
  at timestamptz not null,
  primary key (matter, version)
);
create table if not exists deadline (matter uuid primary key, due_at timestamptz not null);
create index if not exists deadline_due on deadline (due_at);
create table if not exists ledger (pair text not null, matter uuid not null, events int not null, at timestamptz not null, primary key (pair, matter));
create table if not exists balance (pair text primary key, held int not null);
create sequence if not exists log_number;
