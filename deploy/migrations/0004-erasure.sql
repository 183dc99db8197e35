-- Lawful erasure (依法遮蔽). Runs once with search_path set to the schema of the business log alone; its functions keep it.
--
-- A redaction is an event of type PayloadRedacted: it names an earlier event of its stream, and for each field that is
-- taken away the digest to which that event's header commits. Appending one is the erasure: in the same transaction
-- the lines of those fields are replaced by their digests. Nothing else ever changes a row of events, whoever tries.

-- Whether a line of a payload shows the field: ["salt","name",value]. As text, for a value may hold what json refuses.
create function shows(line text, name text) returns boolean
language sql immutable set search_path from current as $$
  select line like '[%' and starts_with(regexp_replace(line, '^\["[^"\\]*",', ''), to_json(name)::text || ',')
$$;

-- The value of a shown field of a redaction.
create function shown_value(payload text, name text) returns json
language sql immutable set search_path from current as $$
  select line::json -> 2 from unnest(string_to_array(payload, E'\n')) as line where shows(line, name) limit 1
$$;

-- Carries out a redaction that was just appended.
create function erase_redacted() returns trigger
language plpgsql set search_path from current as $$
declare
  digests constant json := shown_value(new.payload, 'digests');
  target record;
  erased text;
begin
  select e.position, e.type, e.payload into target from events e
  where e.stream = new.stream and e.rev = (shown_value(new.payload, 'rev') #>> '{}')::bigint
    and e.rev < new.rev and e.id::text = shown_value(new.payload, 'event') #>> '{}';
  if target.position is null or target.type = new.type
    or not exists (select from json_each_text(digests)) then
    raise exception 'stream %, revision %: redacts no event', new.stream, new.rev using errcode = 'LH001';
  end if;

  select coalesce(string_agg(coalesce(d.value, l.line), E'\n' order by l.n), '') into erased
  from unnest(string_to_array(target.payload, E'\n')) with ordinality as l (line, n)
  left join json_each_text(digests) as d on shows(l.line, d.key);

  if exists (select from json_each_text(digests) as d where d.value <> all (string_to_array(erased, E'\n'))) then
    raise exception 'stream %, revision %: redacts fields that are not there', new.stream, new.rev
      using errcode = 'LH001';
  end if;
  if erased <> target.payload then
    update events set payload = erased where position = target.position;
  end if;
  return null;
exception when data_exception or restrict_violation then
  raise exception 'stream %, revision %: no redaction', new.stream, new.rev using errcode = 'LH001';
end $$;

-- Refuses every change of a row but one: lines of its payload are replaced by their digests, as redactions say that were
-- appended to its stream in this transaction. That a digest is the line's is computed anew for SHA-256. PostgreSQL has no
-- SM3: there the redaction is taken at its word, which the store has checked; the header's commitment shows a wrong one.
create function refuse_other_change() returns trigger
language plpgsql set search_path from current as $$
declare
  algorithm constant text := (select hash from head);
begin
  if new.payload <> old.payload
    and (new.position, new.rev, new.recorded_at, new.id, new.leaf, new.stream, new.type, new.header)
      is not distinct from
      (old.position, old.rev, old.recorded_at, old.id, old.leaf, old.stream, old.type, old.header)
    and not exists (
      select
      from unnest(string_to_array(old.payload, E'\n')) with ordinality as before (line, n)
      full join unnest(string_to_array(new.payload, E'\n')) with ordinality as after (line, n) using (n)
      where before.line is distinct from after.line
        and (before.line is null
          or after.line is null or after.line !~ '^[0-9a-f]{64}$'
          or after.line is distinct from (
            select d.value from events e, json_each_text(shown_value(e.payload, 'digests')) as d
            where e.stream = old.stream and e.rev > old.rev and e.type = 'PayloadRedacted'
              and e.xmin = pg_current_xact_id()::xid
              and shown_value(e.payload, 'event') #>> '{}' = old.id::text
              and shows(before.line, d.key)
            limit 1)
          or algorithm = 'sha256'
            and after.line <> encode(sha256('\x02'::bytea || convert_to(before.line, 'UTF8')), 'hex')))
  then
    return new;
  end if;
  raise exception 'update on %.%: only what a redaction appended with it names is taken away',
    tg_table_schema, tg_table_name using errcode = 'restrict_violation';
end $$;

drop trigger no_change on events;
create trigger no_delete before delete on events for each row execute function refuse_change();
create trigger no_other_change before update on events for each row execute function refuse_other_change();
create trigger erase_redacted after insert on events for each row when (new.type = 'PayloadRedacted')
  execute function erase_redacted();

revoke all on function shows, shown_value, erase_redacted, refuse_other_change from public;
