-- Reflection: what people say about their own work. Encryption is the wall; row-level security guards against our own
-- mistakes. The private tables are granted to verankerd_reflector alone and every row needs its own setting to be seen.

create schema reflection;

-- An edition of the instrument as it was published: which revision of which item each line is. Never changes.
create table reflection.edition (
  slug text primary key,
  fingerprint text not null,
  item uuid not null,
  revision uuid not null,
  number integer not null,
  lines jsonb not null,
  published_at timestamptz not null
);

-- Figures for everyone, frozen when they were made.
create table reflection.release (
  edition text not null references reflection.edition,
  people integer not null check (people >= 30),
  month date not null check (month = date_trunc('month', month)),
  figures jsonb not null,
  primary key (edition, people)
);

-- One sheet. `lookup` is derived from a secret that only the visitor holds; `sealed` is always of one size.
-- An owner holds the secret wrapped in a key of their own.
create table reflection.sheet (
  lookup bytea primary key check (length(lookup) = 32),
  sealed bytea not null check (length(sealed) = 2076),
  version integer not null default 1,
  kept boolean not null default false,
  answered_at timestamptz not null, -- to ten minutes
  expires_at timestamptz not null,
  owner uuid,
  number integer,
  wrapped bytea,
  unique (owner, number),
  check ((owner is null) = (number is null) and (owner is null) = (wrapped is null)),
  check (owner is null or kept)
);
create index sheet_expires on reflection.sheet (expires_at);

-- A bewaarcode: what it is found by, and the secret wrapped in a key that only the code gives. No time: it would lie
-- beside the time of a session.
create table reflection.code (
  lookup bytea primary key check (length(lookup) = 32),
  sheet bytea not null references reflection.sheet on delete cascade,
  wrapped bytea not null
);
create index code_sheet on reflection.code (sheet);

-- "This round was counted along": a mark that only the secret of the sheet can make again.
create table reflection.ticket (
  ticket bytea primary key check (length(ticket) = 32),
  month date not null check (month = date_trunc('month', month))
);
create index ticket_month on reflection.ticket (month);

-- Answers on their way to being counted, without anything that leads back; sealed with a key outside the database.
create table reflection.waiting_contribution (
  id uuid primary key default gen_random_uuid(),
  sealed bytea not null check (length(sealed) = 796)
);

-- Counted answers: a month and nothing finer, in no order.
create table reflection.contribution (
  id uuid primary key default gen_random_uuid(),
  month date not null check (month = date_trunc('month', month)),
  sealed bytea not null check (length(sealed) = 796)
);

-- "Je hebt een afspraak met jezelf": an address and a day. Nothing here knows a sheet.
create table reflection.reminder (
  address_hash bytea primary key check (length(address_hash) = 32),
  sealed bytea not null,
  due_on date not null
);
create index reminder_due on reflection.reminder (due_on);

grant usage on schema reflection to verankerd_app, verankerd_reflector;
grant select, insert on reflection.edition, reflection.release to verankerd_app;
grant select, insert, update, delete on reflection.sheet, reflection.code to verankerd_reflector;
grant select, insert, delete on reflection.ticket, reflection.waiting_contribution to verankerd_reflector;
grant select, insert on reflection.contribution to verankerd_reflector;
grant select, insert, update, delete on reflection.reminder to verankerd_reflector;

alter table reflection.sheet enable row level security;
alter table reflection.sheet force row level security;
alter table reflection.code enable row level security;
alter table reflection.code force row level security;
alter table reflection.ticket enable row level security;
alter table reflection.ticket force row level security;
alter table reflection.waiting_contribution enable row level security;
alter table reflection.waiting_contribution force row level security;
alter table reflection.contribution enable row level security;
alter table reflection.contribution force row level security;
alter table reflection.reminder enable row level security;
alter table reflection.reminder force row level security;

-- Whoever holds the secret reaches one sheet; whoever owns sheets reaches those; the sweep reaches what has expired.
create policy holder on reflection.sheet
  using (lookup = decode(nullif(current_setting('app.sheet', true), ''), 'hex'));
create policy owner on reflection.sheet
  using (owner = nullif(current_setting('app.person', true), '')::uuid);
create policy sweep_read on reflection.sheet for select
  using (expires_at <= nullif(current_setting('app.sweep', true), '')::timestamptz);
create policy sweep on reflection.sheet for delete
  using (expires_at <= nullif(current_setting('app.sweep', true), '')::timestamptz);

create policy holder on reflection.code
  using (sheet = decode(nullif(current_setting('app.sheet', true), ''), 'hex'));
create policy code on reflection.code for select
  using (lookup = decode(nullif(current_setting('app.code', true), ''), 'hex'));

create policy ticket on reflection.ticket for select
  using (ticket = decode(nullif(current_setting('app.ticket', true), ''), 'hex'));
create policy hand_in on reflection.ticket for insert
  with check (ticket = decode(nullif(current_setting('app.ticket', true), ''), 'hex'));
create policy sweep_read on reflection.ticket for select
  using (month < nullif(current_setting('app.sweep', true), '')::timestamptz - interval '25 months');
create policy sweep on reflection.ticket for delete
  using (month < nullif(current_setting('app.sweep', true), '')::timestamptz - interval '25 months');

create policy hand_in on reflection.waiting_contribution for insert with check (true);
create policy tally_read on reflection.waiting_contribution for select using (current_setting('app.task', true) = 'tally');
create policy tally on reflection.waiting_contribution for delete using (current_setting('app.task', true) = 'tally');
create policy tally on reflection.contribution using (current_setting('app.task', true) = 'tally');

create policy asker on reflection.reminder
  using (address_hash = decode(nullif(current_setting('app.reminder', true), ''), 'hex'));
create policy remind_read on reflection.reminder for select
  using (due_on <= nullif(current_setting('app.sweep', true), '')::timestamptz::date);
create policy remind on reflection.reminder for delete
  using (due_on <= nullif(current_setting('app.sweep', true), '')::timestamptz::date);
