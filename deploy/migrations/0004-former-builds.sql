-- Former builds of read models, which are kept for a roll-back, may hold what was taken away of the log since they began.
-- Runs with the owner's rights, and for that takes only a moment: what it drops stands in the list of builds, which callers
-- cannot write.
create function read.drop_former_builds(before timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp set lock_timeout = '2s' as $$
declare
  -- The moment is by an application's clock; an hour more costs nothing but the roll-back to a build of that hour.
  until constant timestamptz := before + interval '1 hour';
  former text;
begin
  if not exists (select from read.builds where state = 'retired' and created_at < until) then
    return;
  end if;
  perform pg_advisory_xact_lock(hashtext('read.builds'));
  for former in select build from read.builds where state = 'retired' and created_at < until loop
    execute format('drop schema %I cascade', former);
    delete from read.builds where build = former;
  end loop;
end $$;

revoke all on function read.drop_former_builds from public;
grant execute on function read.drop_former_builds to liuhen_app;
