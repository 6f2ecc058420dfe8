-- Training: who offers it, what one learns there, when and where, and which standards it teaches. States are rows.
create schema training;

-- Providers ---------------------------------------------------------------------------------------------------------

-- The public side of an organisation that offers training. `version` is the optimistic lock of its own form.
create table training.provider (
  id uuid primary key default gen_random_uuid(),
  organisation uuid not null unique references people.organisation,
  slug text not null unique,
  name text not null,
  line text not null,
  about text not null default '',
  gemeente text not null,
  website text not null default '',
  mail text not null default '',
  phone text not null default '',
  fictional boolean not null,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  updated_by uuid
);

-- From where a catalogue may be fetched: a provider names a domain, an editor says that it is theirs.
create table training.provider_domain (
  id uuid primary key default gen_random_uuid(),
  provider uuid not null references training.provider,
  domain text not null,
  asked_at timestamptz not null,
  asked_by uuid,
  verified_at timestamptz,
  verified_by uuid,
  unique (provider, domain)
);

-- Courses -----------------------------------------------------------------------------------------------------------

-- What one can learn. `code` is the provider's own, by which an import finds it again. `minutes` is net study load,
-- `price_cents` null means "ask", 0 means free. `live_since` and `looked_at` repeat what the rows of publication, archive
-- and check say, so that a list needs no other table: null is not on the site, or not looked at by an editor yet.
create table training.course (
  no integer generated always as identity unique,
  id uuid primary key default gen_random_uuid(),
  provider uuid not null references training.provider,
  code text not null default '',
  slug text not null unique,
  title text not null,
  outcome text not null,
  about text not null default '',
  form text not null check (form in ('on site', 'online', 'blended', 'workplace', 'self-paced')),
  minutes integer not null check (minutes >= 0),
  language text not null,
  level text not null check (level in ('none', 'mbo', 'hbo', 'post-hbo', 'wo')),
  professions text[] not null default '{}',
  for_students boolean not null default false,
  in_company boolean not null default false,
  any_time boolean not null default false,
  price_cents integer check (price_cents >= 0),
  enrol_url text not null default '',
  item uuid unique,
  fictional boolean not null,
  version integer not null default 1,
  live_since timestamptz,
  looked_at timestamptz,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  words tsvector not null generated always as (
    setweight(to_tsvector('house.dutch'::regconfig, title), 'A')
    || setweight(to_tsvector('house.dutch'::regconfig, outcome), 'B')
    || setweight(to_tsvector('house.dutch'::regconfig, about), 'C')
  ) stored
);
create index course_provider on training.course (provider, title);
create unique index course_code on training.course (provider, code) where code <> '';
create index course_live on training.course (updated_at desc) where live_since is not null;
create index course_words on training.course using gin (words) with (fastupdate = off) where live_since is not null;

create table training.accreditation (
  id uuid primary key default gen_random_uuid(),
  course uuid not null references training.course on delete cascade,
  register text not null,
  number text not null default '',
  points double precision not null check (points >= 0),
  valid_until date,
  unique (course, register)
);

-- A provider asks to publish; on `due_at` the course goes live whether an editor looked or not.
create table training.publication_request (
  id uuid primary key default gen_random_uuid(),
  course uuid not null references training.course,
  requested_at timestamptz not null,
  requested_by uuid,
  due_at timestamptz not null
);
create index publication_request_course on training.publication_request (course, requested_at);

-- What an editor said after looking: good, or a question that sends it back. Once good, never asked again.
create table training.publication_check (
  request uuid primary key references training.publication_request,
  outcome text not null check (outcome in ('good', 'asked')),
  words text not null default '',
  checked_at timestamptz not null,
  checked_by uuid
);

create table training.publication (
  course uuid primary key references training.course,
  published_at timestamptz not null,
  published_by uuid
);

create table training.archive (
  id uuid primary key default gen_random_uuid(),
  course uuid not null references training.course,
  archived_at timestamptz not null,
  archived_by uuid,
  ended_at timestamptz,
  ended_by uuid
);
create unique index archive_open on training.archive (course) where ended_at is null;

-- Every change after the first publication, for whoever wants to know what stood there: who, when, and what.
create table training.course_change (
  id uuid primary key default gen_random_uuid(),
  course uuid not null references training.course,
  changed_at timestamptz not null,
  changed_by uuid,
  changes jsonb not null
);
create index course_change_course on training.course_change (course, changed_at desc);

-- Offerings (uitvoeringen) ------------------------------------------------------------------------------------------

-- A course on its days. `days` are the days one is there, `starts_on` and `ends_on` the first and last of them. `version`
-- is the lock of its form and the SEQUENCE in a calendar. `gemeente` is '' when it is online only.
create table training.offering (
  no integer generated always as identity unique,
  id uuid primary key default gen_random_uuid(),
  course uuid not null references training.course on delete cascade,
  code text not null default '',
  days date[] not null check (cardinality(days) > 0),
  starts_on date not null,
  ends_on date not null check (ends_on >= starts_on),
  starts_at time,
  ends_at time,
  online boolean not null,
  venue text not null default '',
  gemeente text not null default '',
  seats integer check (seats >= 0),
  seats_left integer check (seats_left >= 0),
  enrol_url text not null default '',
  version integer not null default 1,
  cancelled_at timestamptz,
  cancelled_by uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint offering_place check (online or gemeente <> '')
);
create index offering_course on training.offering (course, starts_on);
create index offering_days on training.offering (starts_on) where cancelled_at is null;
create unique index offering_code on training.offering (course, code) where code <> '';

-- One mail to the people of a provider when a published course has no date left; again only after it had one.
create table training.offering_nudge (
  id uuid primary key default gen_random_uuid(),
  course uuid not null references training.course on delete cascade,
  last_day date,
  sent_at timestamptz not null
);
create index offering_nudge_course on training.offering_nudge (course, sent_at desc);

-- What it teaches ---------------------------------------------------------------------------------------------------

-- The provider says which standard a course teaches and how strongly, about one revision of that standard. An editor
-- confirms it, and then it is a link on the thread.
create table training.teaching (
  id uuid primary key default gen_random_uuid(),
  course uuid not null references training.course on delete cascade,
  standard uuid not null references thread.item,
  revision uuid not null references thread.revision,
  strength text not null check (strength in ('introduction', 'practice', 'deepening')),
  proposed_at timestamptz not null,
  proposed_by uuid,
  confirmed_at timestamptz,
  confirmed_by uuid,
  ended_at timestamptz,
  ended_by uuid
);
create unique index teaching_standing on training.teaching (course, standard) where ended_at is null;
create index teaching_standard on training.teaching (standard) where ended_at is null and confirmed_at is not null;

-- A standard got a new text: the provider is asked whether the course still teaches it.
create table training.recheck (
  id uuid primary key default gen_random_uuid(),
  teaching uuid not null references training.teaching on delete cascade,
  revision uuid not null references thread.revision,
  asked_at timestamptz not null,
  answer text check (answer in ('holds', 'ended')),
  answered_at timestamptz,
  answered_by uuid,
  unique (teaching, revision)
);

-- Material to take along --------------------------------------------------------------------------------------------

-- An onderwijsmodule: teaching material under a licence, as a file of ours or an address elsewhere.
create table training.module (
  id uuid primary key default gen_random_uuid(),
  provider uuid not null references training.provider,
  slug text not null unique,
  title text not null,
  line text not null,
  about text not null default '',
  minutes integer not null check (minutes >= 0),
  level text not null check (level in ('none', 'mbo', 'hbo', 'post-hbo', 'wo')),
  standards uuid[] not null default '{}',
  licence text not null,
  file uuid,
  url text not null default '',
  fictional boolean not null,
  version integer not null default 1,
  live_since timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  updated_by uuid
);
create index module_provider on training.module (provider, title);
create unique index module_file on training.module (file) where file is not null;

-- After a training --------------------------------------------------------------------------------------------------

-- Someone asked to be reminded of an offering. The address is sealed, kept for two mails and then emptied; the key in
-- those mails is made of the row and SECRET_KEY, and stands here only as a hash.
create table training.reminder (
  id uuid primary key default gen_random_uuid(),
  offering uuid not null references training.offering on delete cascade,
  standard uuid,
  address_hash bytea not null,
  sealed bytea,
  key_hash text not null unique,
  reminded boolean not null default false,
  asked_after_on date,
  unique (offering, address_hash)
);

-- Answers lie loose: a course, a standard, a word. Nothing leads back, and there is no moment to lay beside another list.
create table training.rating (
  id uuid primary key default gen_random_uuid(),
  course uuid not null references training.course on delete cascade,
  standard uuid not null references thread.item,
  answer text not null check (answer in ('yes', 'somewhat', 'no'))
);
create index rating_course on training.rating (course, standard);

-- What the page of a course says of those answers: frozen when made, so that nobody can see what one person added.
create table training.rating_figure (
  course uuid not null references training.course on delete cascade,
  standard uuid not null references thread.item,
  helped integer not null,
  somewhat integer not null,
  not_helped integer not null,
  made_on date not null,
  primary key (course, standard)
);

grant usage on schema training to verankerd_app;
grant select, insert, update, delete on all tables in schema training to verankerd_app;

-- Queues: what went live unseen and dates that ran out, standards with a new text, mails to learners.
select pgboss.create_queue('training-publications', '{"policy":"standard"}');
select pgboss.create_queue('training-providers', '{"policy":"standard"}');
select pgboss.create_queue('training-learners', '{"policy":"standard"}');

grant select, insert, update, delete on all tables in schema pgboss to verankerd_app;
