-- Schema `read` is what queries see: one view for each published table of a projection, and the list of builds.
-- The tables themselves are in the builds' own schemas, build_<projection>_v<version>_<number>.
create schema read;

-- One row for each build. A worker moves the second group of columns, and only under the token that it was given.
create table read.builds (
  build text collate "C" primary key check (build ~ '^build_[a-z0-9_]+$' and length(build) <= 63),
  projection text collate "C" not null,
  version integer not null check (version > 0),
  log text not null,
  tables text[] not null,
  definition text not null,
  state text not null default 'building' check (state in ('building', 'live', 'retired')),
  created_at timestamptz not null default clock_timestamp(),
  published_at timestamptz,
  retired_at timestamptz check ((state = 'retired') = (retired_at is not null)),

  position text,
  events_applied bigint not null default 0 check (events_applied >= 0),
  advanced_at timestamptz,
  token bigint not null default 0,
  owner text,
  lease_until timestamptz,
  claimed_at timestamptz,
  claimed_position text,
  claimed_events bigint,
  stopped_at timestamptz,
  error_code text check ((stopped_at is null) = (error_code is null)),
  error_event text,
  error_position text,
  error_message text
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500);

create unique index builds_live on read.builds (projection) where state = 'live';
create unique index builds_building on read.builds (projection) where state = 'building';

create sequence read.build_number;

create function read.refuse_older_token() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  raise exception 'the token of % can only grow', old.build using errcode = 'restrict_violation';
end $$;

create trigger no_older_token before update on read.builds for each row
  when (new.token < old.token) execute function read.refuse_older_token();

-- Shows a registered build instead of the live one, in the caller's transaction. Runs with the owner's rights, and
-- for that takes only a name and a token: what it drops and creates stands in the list, which callers cannot write.
create function read.publish(next_build text, next_token bigint) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp set lock_timeout = '40ms' as $$
declare
  attempts constant integer := 20;
  next read.builds;
  live read.builds;
  table_name text;
begin
  perform from read.builds
    where projection = (select projection from read.builds where build = next_build) and state <> 'retired'
    order by build for update;
  select * into next from read.builds where build = next_build;
  if next.build is null or next.state <> 'building' or next.token <> next_token or next.stopped_at is not null then
    raise exception '% is not being built under token %', next_build, next_token
      using errcode = 'object_not_in_prerequisite_state';
  end if;
  select * into live from read.builds where projection = next.projection and state = 'live';

  -- A view is dropped when its readers have finished; those that come meanwhile wait, and find the new one. But a
  -- reader may hold one view and wait for another: then all are let go, long before a deadlock is looked for.
  for attempt in 1 .. attempts loop
    begin
      foreach table_name in array coalesce(live.tables, '{}') loop
        execute format('drop view read.%I', table_name);
      end loop;
      exit;
    exception when lock_not_available then
      if attempt = attempts then raise; end if;
      perform pg_sleep(0.01);
    end;
  end loop;
  foreach table_name in array next.tables loop
    execute format('create view read.%I as select * from %I.%I', table_name, next.build, table_name);
  end loop;

  update read.builds set state = 'retired', retired_at = clock_timestamp() where build = live.build;
  update read.builds set state = 'live', published_at = clock_timestamp() where build = next.build;
end $$;

revoke all on all functions in schema read from public;
grant usage on schema read to liuhen_app;
grant select on read.builds to liuhen_app;
grant update (position, events_applied, advanced_at, token, owner, lease_until, claimed_at, claimed_position,
  claimed_events, stopped_at, error_code, error_event, error_position, error_message) on read.builds to liuhen_app;
grant execute on function read.publish to liuhen_app;
-- The views to come.
alter default privileges in schema read grant select on tables to liuhen_app;
