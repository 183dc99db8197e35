-- What the notary derives from the logs: for each a Merkle tree in tiles, its signed checkpoints, and the map of heads.
-- Nothing here needs to be trusted: everything follows from the logs, or carries a signature.
create schema ledger;

-- How far a log is integrated. `position` is the store's place of the last leaf; `start` is counted on when an operator
-- declares that the log begins anew. The map of heads speaks for the tree of `heads_size` leaves, and the event that
-- records it is leaf `heads_leaf`, which is null until that event is integrated.
create table ledger.trees (
  log text collate "C" primary key,
  size bigint not null check (size >= 0),
  root bytea not null check (length(root) = 32),
  position text,
  start integer not null default 1 check (start > 0),
  heads_size bigint not null default 0 check (heads_size between 0 and size),
  heads_root bytea not null check (length(heads_root) = 32),
  heads_streams bigint not null default 0 check (heads_streams >= 0),
  heads_leaf bigint check (heads_leaf between heads_size and size - 1)
) with (fillfactor = 10, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500);

-- A tile of the tree as C2SP tlog-tiles has it: up to 256 hashes. A narrower one is the beginning of a wider one.
create table ledger.tiles (
  log text collate "C" not null,
  level smallint not null check (level between 0 and 7),
  index bigint not null check (index >= 0),
  hashes bytea not null check (length(hashes) between 32 and 8192 and length(hashes) % 32 = 0),
  primary key (log, level, index)
);

-- Signed notes, each under the origin of the start in which it was made.
create table ledger.checkpoints (
  log text collate "C" not null,
  start integer not null,
  size bigint not null,
  note text not null,
  primary key (log, start, size)
);

-- Signature lines of cosigners under the checkpoints; `signed_at` in seconds, by the cosigner's clock.
create table ledger.cosignatures (
  log text collate "C" not null,
  start integer not null,
  size bigint not null,
  cosigner text collate "C" not null,
  signed_at bigint not null,
  line text not null,
  primary key (log, start, size, cosigner, signed_at)
);

-- Pages of the map from streams to their last event.
create table ledger.heads_pages (
  log text collate "C" not null,
  id text collate "C" not null,
  content bytea not null,
  primary key (log, id)
);

-- The leaves' numbers where the engine has none of its own (EventStoreDB).
create table ledger.numbering (
  log text collate "C" not null,
  leaf bigint not null,
  position text not null,
  event uuid not null,
  primary key (log, leaf),
  unique (log, event)
);

grant usage on schema ledger to liuhen_app;
grant select, insert, update on ledger.trees, ledger.tiles, ledger.heads_pages to liuhen_app;
grant select, insert on ledger.checkpoints, ledger.cosignatures, ledger.numbering to liuhen_app;
