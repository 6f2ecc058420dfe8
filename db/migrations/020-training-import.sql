-- Catalogues of providers, read from a file or an address. States are rows: what was read, reported, accepted and undone.

-- An address a catalogue is read from. It lies on a domain that the provider showed to be theirs. `daily_since`: read again
-- every night from then on, until it is ended.
create table training.catalogue_address (
  id uuid primary key default gen_random_uuid(),
  provider uuid not null references training.provider,
  url text not null,
  added_at timestamptz not null,
  added_by uuid,
  daily_since timestamptz,
  ended_at timestamptz,
  ended_by uuid
);
create index catalogue_address_provider on training.catalogue_address (provider, added_at);

-- How a provider shows that a domain is theirs: this code, in a TXT record or in a file at a fixed place. `refused` says what
-- was wrong the last time someone looked.
alter table training.provider_domain add code text not null default '';
alter table training.provider_domain add looked_at timestamptz;
alter table training.provider_domain add refused text not null default '';

-- One catalogue, on its way in. `name` is that of the file, or the address.
create table training.import (
  id uuid primary key default gen_random_uuid(),
  provider uuid not null references training.provider,
  address uuid references training.catalogue_address,
  name text not null,
  begun_at timestamptz not null,
  begun_by uuid
);
create index import_provider on training.import (provider, begun_at desc);
create index import_address on training.import (address, begun_at desc) where address is not null;

-- Its bytes, until they were read.
create table training.import_piece (
  import uuid not null references training.import on delete cascade,
  no integer not null,
  bytes bytea not null,
  primary key (import, no)
);

-- What stands in it, thing by thing. `given` is what it says, `outcome` what that means here, `words` why or what changes.
-- `target` and `before` say what it was laid beside; `seen` is the version of that, `left_at` the version the import left.
create table training.import_item (
  import uuid not null references training.import on delete cascade,
  no integer not null,
  kind text not null check (kind in ('course', 'offering')),
  place text not null,
  code text not null,
  key text not null,
  title text not null default '',
  given jsonb not null,
  outcome text check (outcome in ('new', 'changed', 'same', 'refused', 'gone')),
  words text[] not null default '{}',
  target uuid,
  before jsonb,
  seen integer,
  left_at integer,
  done_at timestamptz,
  undone_at timestamptz,
  primary key (import, no)
);
create index import_item_outcome on training.import_item (import, outcome, no);
create index import_item_code on training.import_item (import, code, kind);
create index import_item_waiting on training.import_item (import, kind, no) where done_at is null;

-- Read to its end, or until it could not be read any further.
create table training.import_reading (
  import uuid primary key references training.import on delete cascade,
  read_at timestamptz not null,
  fault text not null default ''
);

-- Everything in it laid beside what stands here.
create table training.import_report (
  import uuid primary key references training.import on delete cascade,
  made_at timestamptz not null,
  new integer not null,
  changed integer not null,
  same integer not null,
  refused integer not null,
  gone integer not null
);

-- "Zet dit in je aanbod". `ends_gone`: what is no longer in it is called off and put away too.
create table training.import_acceptance (
  import uuid primary key references training.import on delete cascade,
  accepted_at timestamptz not null,
  accepted_by uuid,
  ends_gone boolean not null,
  ended_at timestamptz
);

-- Everything back as it was, as far as nobody changed it since. `kept` counts what somebody did.
create table training.import_undoing (
  import uuid primary key references training.import on delete cascade,
  begun_at timestamptz not null,
  begun_by uuid,
  ended_at timestamptz,
  kept integer not null default 0
);

grant select, insert, update, delete on training.catalogue_address, training.import, training.import_piece, training.import_item,
  training.import_reading, training.import_report, training.import_acceptance, training.import_undoing to verankerd_app;

-- Queues: one import that goes on, and the clock that finds what stopped, reads addresses and sweeps.
select pgboss.create_queue('training-import', '{"policy":"standard"}');
select pgboss.create_queue('training-imports', '{"policy":"standard"}');
select pgboss.create_queue('training-catalogues', '{"policy":"standard"}');

grant select, insert, update, delete on all tables in schema pgboss to verankerd_app;
