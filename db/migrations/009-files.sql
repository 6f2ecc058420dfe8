-- Uploads: what was received, where its bytes stand, and what the scanner said. The bytes themselves are never in here.

-- `storage_key` is random and the only way to the bytes. `account` is whose 500 MB it counts for: a person, or the thing
-- it was sent with. `quarantined` says that a scanner was in place when it came, so that it waits for a row of file_scan.
create table house.file (
  id uuid primary key default gen_random_uuid(),
  storage_key text not null unique,
  kind text not null check (kind in ('pdf', 'docx', 'odt', 'xlsx', 'png', 'jpeg', 'webp')),
  name text not null,
  size integer not null check (size > 0),
  sha256 text not null,
  width integer,
  height integer,
  account uuid,
  quarantined boolean not null,
  created_at timestamptz not null,
  created_by uuid
);
create index file_account on house.file (account) where account is not null;
create index file_quarantined on house.file (created_at) where quarantined;

-- What the scanner said, once it spoke. Of an infected file only the rows stay, to tell why it is gone.
create table house.file_scan (
  file uuid primary key references house.file on delete cascade,
  outcome text not null check (outcome in ('clean', 'infected')),
  scanned_at timestamptz not null
);

grant select, insert, update, delete on house.file, house.file_scan to verankerd_app;

-- Queues: scanning what still waits, removing bytes once a removal is committed, and sweeping bytes without a row.
select pgboss.create_queue('file-scan', '{"policy":"standard"}');
select pgboss.create_queue('file-removal', '{"policy":"standard"}');
select pgboss.create_queue('file-sweep', '{"policy":"standard"}');

grant select, insert, update, delete on all tables in schema pgboss to verankerd_app;
