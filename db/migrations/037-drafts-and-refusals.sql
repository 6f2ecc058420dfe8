-- Drafts that an editor throws away. Of the standards nothing goes: that a draft was thrown away is a row, and its texts stay
-- behind it, with what people said when they were consulted. `attempt` counts the drafts of one address before this one.
alter table standards.edition add column attempt integer not null default 0;
alter table standards.edition drop constraint edition_framework_slug_key;
alter table standards.edition add constraint edition_framework_slug_attempt_key unique (framework, slug, attempt);
create table standards.discarding (
  edition uuid primary key references standards.edition,
  discarded_at timestamptz not null,
  discarded_by uuid not null
);
-- A consultation that had not begun and was called off.
create table standards.consultation_withdrawal (
  consultation uuid primary key references standards.consultation,
  withdrawn_at timestamptz not null,
  withdrawn_by uuid not null
);
grant select, insert on standards.discarding, standards.consultation_withdrawal to verankerd_app;

-- The text of a practice in the making really goes, with what its people said while reading; here stays that it was there.
create table practices.description_discarding (
  id uuid primary key default gen_random_uuid(),
  practice uuid not null references practices.practice,
  number integer not null,
  discarded_at timestamptz not null,
  discarded_by uuid
);
create index description_discarding_practice on practices.description_discarding (practice);
comment on column practices.description_discarding.discarded_by is 'stays after erasure: who decided';
grant select, insert, update, delete on practices.description_discarding to verankerd_app;

-- A mail that a mail server refused for good: when, and its number for why ("550 5.1.1"), never its words.
alter table house.mail add column refused_at timestamptz;
alter table house.mail add column refusal text;
create index mail_refused on house.mail (refused_at) where refused_at is not null;

-- One queue holds one line of the schedule: looking for flags every hour had taken the place of keeping the trial room.
select pgboss.create_queue('olympiad-flags', '{"policy":"standard"}');
grant select, insert, update, delete on all tables in schema pgboss to verankerd_app;
