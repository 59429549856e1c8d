-- What Orleans' ADO.NET providers keep, and the statements by which they reach it: they read the statements by these keys and give the
-- parameters by these names. Every compare-and-set is one statement, decided under the lock of the row that carries the version.

create table OrleansQuery (QueryKey text collate "C" primary key, QueryText text not null);

-- Membership: one version for each cluster, moved with every change of a silo's row but its sign of life.
create table orleans_cluster (deployment text collate "C" primary key, version integer not null default 0);
create table orleans_silo (
  deployment text collate "C" not null references orleans_cluster on delete cascade,
  address text collate "C" not null,
  port integer not null,
  generation integer not null,
  name text not null,
  host text not null,
  status integer not null,
  proxy_port integer not null,
  suspect_times text,
  started timestamptz not null,
  alive timestamptz not null,
  primary key (deployment, address, port, generation)
) with (fillfactor = 70);

insert into OrleansQuery (QueryKey, QueryText) values
('InsertMembershipVersionKey', $$
  with made as (insert into orleans_cluster (deployment) values (@DeploymentId) on conflict do nothing returning 1)
  select exists (select from made)
$$),
('InsertMembershipKey', $$
  with moved as (
    update orleans_cluster c set version = version + 1
    where c.deployment = @DeploymentId and c.version = @Version and not exists (
      select from orleans_silo s where s.deployment = c.deployment and s.address = @Address and s.port = @Port and s.generation = @Generation)
    returning c.deployment
  ), joined as (
    insert into orleans_silo (deployment, address, port, generation, name, host, status, proxy_port, started, alive)
    select deployment, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime, @IAmAliveTime from moved
    returning 1
  )
  select exists (select from joined)
$$),
('UpdateMembershipKey', $$
  with moved as (
    update orleans_cluster c set version = version + 1
    where c.deployment = @DeploymentId and c.version = @Version and exists (
      select from orleans_silo s where s.deployment = c.deployment and s.address = @Address and s.port = @Port and s.generation = @Generation)
    returning c.deployment
  ), changed as (
    update orleans_silo s set status = @Status, suspect_times = @SuspectTimes, alive = @IAmAliveTime
    from moved where s.deployment = moved.deployment and s.address = @Address and s.port = @Port and s.generation = @Generation
    returning 1
  )
  select exists (select from changed)
$$),
('UpdateIAmAlivetimeKey', $$
  update orleans_silo set alive = @IAmAliveTime
  where deployment = @DeploymentId and address = @Address and port = @Port and generation = @Generation
$$),
('MembershipReadRowKey', $$
  select s.address as Address, s.port as Port, s.generation as Generation, s.name as SiloName, s.host as HostName, s.status as Status,
    s.proxy_port as ProxyPort, s.suspect_times as SuspectTimes, s.started as StartTime, s.alive as IAmAliveTime, c.version as Version
  from orleans_cluster c
  left join orleans_silo s on s.deployment = c.deployment and s.address = @Address and s.port = @Port and s.generation = @Generation
  where c.deployment = @DeploymentId
$$),
('MembershipReadAllKey', $$
  select s.address as Address, s.port as Port, s.generation as Generation, s.name as SiloName, s.host as HostName, s.status as Status,
    s.proxy_port as ProxyPort, s.suspect_times as SuspectTimes, s.started as StartTime, s.alive as IAmAliveTime, c.version as Version
  from orleans_cluster c left join orleans_silo s on s.deployment = c.deployment
  where c.deployment = @DeploymentId
$$),
('GatewaysQueryKey', $$
  select address as Address, proxy_port as ProxyPort, generation as Generation
  from orleans_silo where deployment = @DeploymentId and status = @Status and proxy_port > 0
$$),
-- 3: an active silo is never swept away, however long it gave no sign.
('CleanupDefunctSiloEntriesKey', $$
  delete from orleans_silo where deployment = @DeploymentId and alive < @IAmAliveTime and status <> 3
$$),
('DeleteMembershipTableEntriesKey', $$
  delete from orleans_cluster where deployment = @DeploymentId
$$);

-- Reminders: read in ranges of the hash, by whichever silo owns the range now.
create table orleans_reminder (
  service text collate "C" not null,
  grain text collate "C" not null,
  name text collate "C" not null,
  hash integer not null,
  start timestamptz not null,
  period bigint not null,
  version integer not null,
  primary key (service, grain, name)
);
create index orleans_reminder_range on orleans_reminder (service, hash);

insert into OrleansQuery (QueryKey, QueryText) values
('UpsertReminderRowKey', $$
  insert into orleans_reminder (service, grain, name, hash, start, period, version)
  values (@ServiceId, @GrainId, @ReminderName, @GrainHash, @StartTime, @Period, 0)
  on conflict (service, grain, name) do update
    set hash = excluded.hash, start = excluded.start, period = excluded.period, version = orleans_reminder.version + 1
  returning version as Version
$$),
('ReadReminderRowsKey', $$
  select grain as GrainId, name as ReminderName, start as StartTime, period as Period, version as Version
  from orleans_reminder where service = @ServiceId and grain = @GrainId
$$),
('ReadReminderRowKey', $$
  select grain as GrainId, name as ReminderName, start as StartTime, period as Period, version as Version
  from orleans_reminder where service = @ServiceId and grain = @GrainId and name = @ReminderName
$$),
('ReadRangeRows1Key', $$
  select grain as GrainId, name as ReminderName, start as StartTime, period as Period, version as Version
  from orleans_reminder where service = @ServiceId and hash > @BeginHash and hash <= @EndHash
$$),
-- The ring closes: what lies beyond the begin, and what lies before the end. Two ranges of one index.
('ReadRangeRows2Key', $$
  select grain as GrainId, name as ReminderName, start as StartTime, period as Period, version as Version
  from orleans_reminder where service = @ServiceId and hash > @BeginHash
  union all
  select grain, name, start, period, version from orleans_reminder where service = @ServiceId and hash <= @EndHash
$$),
('DeleteReminderRowKey', $$
  with gone as (
    delete from orleans_reminder where service = @ServiceId and grain = @GrainId and name = @ReminderName and version = @Version returning 1)
  select exists (select from gone)
$$),
('DeleteReminderRowsKey', $$
  delete from orleans_reminder where service = @ServiceId
$$);

-- Grain state. A key has a number in two halves, a text, or both; a text is kept behind an equals sign, so that none and an empty one differ.
create table orleans_state (
  service text collate "C" not null,
  grain_type text collate "C" not null,
  n0 bigint not null,
  n1 bigint not null,
  extension text collate "C" not null,
  version integer not null,
  payload bytea,
  primary key (service, grain_type, n0, n1, extension)
) with (fillfactor = 80);
-- Snapshots are made of short words that repeat; whether that is worth compressing is decided by size, so the default stays.

insert into OrleansQuery (QueryKey, QueryText) values
('ReadFromStorageKey', $$
  select payload as PayloadBinary, version as Version from orleans_state
  where service = @ServiceId and grain_type = @GrainTypeString and n0 = @GrainIdN0 and n1 = @GrainIdN1
    and extension = coalesce('=' || @GrainIdExtensionString, '')
$$),
-- No row in the answer: somebody else has written since.
('WriteToStorageKey', $$
  with made as (
    insert into orleans_state (service, grain_type, n0, n1, extension, version, payload)
    select @ServiceId, @GrainTypeString, @GrainIdN0, @GrainIdN1, coalesce('=' || @GrainIdExtensionString, ''), 1, @PayloadBinary
    where @GrainStateVersion is null
    on conflict do nothing
    returning version
  ), changed as (
    update orleans_state set payload = @PayloadBinary, version = version + 1
    where service = @ServiceId and grain_type = @GrainTypeString and n0 = @GrainIdN0 and n1 = @GrainIdN1
      and extension = coalesce('=' || @GrainIdExtensionString, '') and version = @GrainStateVersion
    returning version
  )
  select version as NewGrainStateVersion from made union all select version from changed
$$),
('ClearStorageKey', $$
  update orleans_state set payload = null, version = version + 1
  where service = @ServiceId and grain_type = @GrainTypeString and n0 = @GrainIdN0 and n1 = @GrainIdN1
    and extension = coalesce('=' || @GrainIdExtensionString, '') and version = @GrainStateVersion
  returning version as NewGrainStateVersion
$$),
('DeleteStorageKey', $$
  delete from orleans_state
  where service = @ServiceId and grain_type = @GrainTypeString and n0 = @GrainIdN0 and n1 = @GrainIdN1
    and extension = coalesce('=' || @GrainIdExtensionString, '') and version = @GrainStateVersion
  returning version + 1 as NewGrainStateVersion
$$);
