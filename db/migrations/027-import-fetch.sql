-- A catalogue at an address lies here, to be read: fetching is work of its own, so that a slow site holds up nothing else.
create table training.import_fetch (
  import uuid primary key references training.import on delete cascade,
  fetched_at timestamptz not null
);
-- What was read before this table was there, was fetched.
insert into training.import_fetch (import, fetched_at)
select import, read_at from training.import_reading join training.import on import.id = import_reading.import
where address is not null;

-- Every time its fetching or reading began: one that is stopped over and over is not begun for ever.
create table training.import_try (
  import uuid not null references training.import on delete cascade,
  work text not null check (work in ('fetching', 'reading')),
  no integer not null,
  begun_at timestamptz not null,
  primary key (import, work, no)
);

grant select, insert, update, delete on training.import_fetch, training.import_try to verankerd_app;

-- Queues: one catalogue that is fetched, and the clock that finds what stopped.
select pgboss.create_queue('training-fetch', '{"policy":"standard"}');
select pgboss.create_queue('training-fetches', '{"policy":"standard"}');

grant select, insert, update, delete on all tables in schema pgboss to verankerd_app;
