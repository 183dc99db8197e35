-- One log. Runs once for each of them with search_path set to the log's schema alone; its functions keep that path.

-- The log's identity, its settings and its end. The lock on this row is what gives the log its one order.
create table head (
  single boolean primary key default true check (single),
  position bigint not null default 0,
  recorded_at timestamptz not null default '-infinity',
  origin text not null,
  hash text not null check (hash in ('sha256', 'sm3')),
  partition_size bigint not null check (partition_size > 0),
  max_skew interval not null check (max_skew >= interval '0')
) with (fillfactor = 10, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500);

create table streams (
  name text collate "C" primary key,
  rev bigint not null check (rev >= 0),
  leaf bytea not null check (length(leaf) = 32),
  recorded_at timestamptz not null
) with (fillfactor = 50);

-- Header and payload are the bytes that are hashed. The other columns repeat the header for look-up.
create table events (
  position bigint not null primary key,
  rev bigint not null,
  recorded_at timestamptz not null,
  id uuid not null,
  leaf bytea not null check (length(leaf) = 32),
  stream text collate "C" not null,
  type text collate "C" not null,
  header text not null,
  payload text not null
) partition by range (position);

create function refuse_change() returns trigger
language plpgsql set search_path from current as $$
begin
  raise exception '% on %.%: a log is only ever appended to', tg_op, tg_table_schema, tg_table_name
    using errcode = 'restrict_violation';
end $$;

create trigger no_change before update or delete on events for each row execute function refuse_change();
create trigger no_truncate before truncate on events for each statement execute function refuse_change();
create trigger no_delete before delete on streams for each row execute function refuse_change();
create trigger no_truncate before truncate on streams for each statement execute function refuse_change();
create trigger no_return before update on streams for each row
  when (new.rev <= old.rev or new.name <> old.name) execute function refuse_change();
create trigger no_delete before delete on head for each row execute function refuse_change();
create trigger no_truncate before truncate on head for each statement execute function refuse_change();
create trigger no_return before update on head for each row
  when (new.position < old.position or new.origin <> old.origin or new.hash <> old.hash
    or new.partition_size <> old.partition_size)
  execute function refuse_change();

-- The n-th partition holds positions n × size … (n + 1) × size − 1. Attaching blocks neither readers nor writers.
create function add_partition(n bigint, size bigint) returns void
language plpgsql set search_path from current as $$
declare
  partition text := 'events_' || n;
begin
  -- Whoever calls holds the head and must not wait: lock_not_available tells it to come again.
  lock table events in share update exclusive mode nowait;
  execute format('create table %I (like events including defaults including constraints,
    unique (stream, rev), unique (id))', partition);
  execute format('create trigger no_truncate before truncate on %I for each statement
    execute function refuse_change()', partition);
  execute format('alter table events attach partition %I for values from (%s) to (%s)',
    partition, n * size, (n + 1) * size);
end $$;

-- Makes sure of the partitions for positions up to `last`, and half a partition ahead of need of the next one.
create function reserve_partitions(first bigint, last bigint, size bigint) returns void
language plpgsql set search_path from current as $$
begin
  for n in first / size .. last / size loop
    if to_regclass('events_' || n) is null then
      perform add_partition(n, size);
    end if;
  end loop;
  if to_regclass('events_' || (last + size / 2) / size) is null then
    begin
      perform add_partition((last + size / 2) / size, size);
    exception when lock_not_available then
      null; -- Half a partition is left for the appends to come.
    end;
  end if;
end $$;

-- Stores a batch of requests; each is answered by itself, in order, and none fails another:
-- stored, replayed, wrong-revision, broken-chain, clock-behind, or busy (somebody holds the stream: send it again).
--
-- Request r_…[i] has the events e_… whose e_request is i, r_count[i] of them with the revisions that follow
-- r_expected[i] (−1: no such stream yet). r_prev and r_recorded_at are the first event's. Streams differ.
create function append(
  r_stream text[], r_expected bigint[], r_count bigint[], r_prev bytea[], r_recorded_at timestamptz[],
  e_request integer[], e_stream text[], e_rev bigint[], e_recorded_at timestamptz[], e_id uuid[], e_leaf bytea[],
  e_type text[], e_header text[], e_payload text[]
) returns table (answer text, revision bigint, last_position bigint)
-- Every look-up here has its index; a plan made while the tables were small must not outlive that.
language plpgsql security definer
set search_path from current set enable_seqscan = off set jit = off set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare
  locked boolean[];
  log head%rowtype;
  answers text[];
  revisions bigint[];
  -- Position of revision 0 if the stream lay in one piece; 0 where nothing is stored.
  bases bigint[];
  lasts bigint[];
  added bigint;
  replay record;
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'append needs read committed' using errcode = 'invalid_transaction_state';
  end if;

  -- Streams that exist are held from here on, without waiting for anybody.
  select array_agg(s.name is not null order by r.n) into locked
  from unnest(r_stream) with ordinality as r (stream, n)
  left join (
    select name from streams where name = any (r_stream) order by name for update skip locked
  ) s on s.name = r.stream;

  -- The last lock. Whoever has it waits for nothing more, and what follows sees all that was ever appended.
  select * into strict log from head where single for update;

  select array_agg(d.answer order by d.n),
         array_agg(d.rev order by d.n),
         array_agg(case when d.taken = 0 then 0 else log.position + d.upto - d.taken - d.expected end order by d.n),
         array_agg(log.position + d.upto order by d.n),
         sum(d.taken)::bigint
    into answers, revisions, bases, lasts, added
  from (
    select c.*, (sum(c.taken) over (order by c.n))::bigint as upto
    from (
      select j.*, case when j.answer = 'stored' then j.count else 0 end as taken
      from (
        select r.n, r.expected, r.count, coalesce(s.rev, -1) as rev,
          case
            when s.rev is not null and not locked[r.n::integer] then 'busy'
            when coalesce(s.rev, -1) <> r.expected then 'wrong-revision'
            when s.leaf is distinct from r.prev then 'broken-chain'
            when r.recorded_at < greatest(s.recorded_at, log.recorded_at - log.max_skew) then 'clock-behind'
            else 'stored'
          end as answer
        from unnest(r_stream, r_expected, r_count, r_prev, r_recorded_at) with ordinality
          as r (stream, expected, count, prev, recorded_at, n)
        left join lateral (select * from streams where name = r.stream limit 1) s on true
      ) j
    ) c
  ) d;

  if 'wrong-revision' = any (answers) then
    for replay in
      select e.request, max(s.position) as last
      from unnest(e_request, e_stream, e_rev, e_leaf) as e (request, stream, rev, leaf)
      cross join lateral (
        select position from events where stream = e.stream and rev = e.rev and leaf = e.leaf limit 1
      ) s
      where answers[e.request] = 'wrong-revision'
      group by e.request
      having count(*) = r_count[e.request]
    loop
      answers[replay.request] := 'replayed';
      lasts[replay.request] := replay.last;
    end loop;
  end if;

  if added > 0 then
    -- Looked after sixteen times a partition, and where one begins.
    if log.position = 0 or 16 * log.position / log.partition_size <> 16 * (log.position + added) / log.partition_size then
      perform reserve_partitions(log.position + 1, log.position + added, log.partition_size);
    end if;

    insert into events (position, rev, recorded_at, id, leaf, stream, type, header, payload)
    select bases[e.request] + e.rev, e.rev, e.recorded_at, e.id, e.leaf, e.stream, e.type, e.header, e.payload
    from unnest(e_request, e_rev, e_recorded_at, e_id, e_leaf, e_stream, e_type, e_header, e_payload)
      as e (request, rev, recorded_at, id, leaf, stream, type, header, payload)
    where bases[e.request] > 0;

    -- The last event of each request.
    insert into streams (name, rev, leaf, recorded_at)
    select e.stream, e.rev, e.leaf, e.recorded_at
    from unnest(e_request, e_rev, e_recorded_at, e_leaf, e_stream) as e (request, rev, recorded_at, leaf, stream)
    where bases[e.request] > 0 and e.rev = r_expected[e.request] + r_count[e.request]
    on conflict (name) do update set rev = excluded.rev, leaf = excluded.leaf, recorded_at = excluded.recorded_at;

    update head set
      position = log.position + added,
      recorded_at = greatest(log.recorded_at, (
        select max(e.recorded_at) from unnest(e_request, e_recorded_at) as e (request, recorded_at)
        where bases[e.request] > 0))
    where single;
  end if;

  return query select * from unnest(answers, revisions, lasts);
end $$;

revoke all on function refuse_change, add_partition, reserve_partitions, append from public;
grant select on head, streams, events to liuhen_app;
grant execute on function append to liuhen_app;
