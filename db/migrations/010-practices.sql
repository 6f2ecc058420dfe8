-- Practices: from a yearly call to a published practice with its flyer, and its life after that. States are rows.
create schema practices;

-- Calls -------------------------------------------------------------------------------------------------------------

-- Terms a practice can be filed under, copied from the dated vocabularies of the repository.
create table practices.field (
  vocabulary text not null,
  slug text not null,
  code text not null,
  name text not null,
  position integer not null,
  valid_from date,
  valid_to date,
  primary key (vocabulary, slug)
);

create table practices.criteria_edition (
  slug text primary key,
  title text not null,
  year integer not null,
  source text not null,
  ours text not null
);

-- `hard`: one of the two that the adviser checks first, before anyone reads.
create table practices.criterion (
  id uuid primary key default gen_random_uuid(),
  edition text not null references practices.criteria_edition,
  position integer not null,
  slug text not null,
  name text not null,
  weight text not null check (weight in ('must', 'counts')),
  hard boolean not null,
  explanation text not null,
  example text not null,
  evidence text not null,
  unique (edition, slug)
);

create table practices.call (
  id uuid primary key default gen_random_uuid(),
  slug text not null unique,
  year integer not null,
  title text not null,
  intro text not null,
  contact text not null,
  opens_on date not null,
  closes_on date not null,
  criteria text not null references practices.criteria_edition,
  vocabulary text not null,
  source text not null,
  fictional boolean not null,
  item uuid,
  version integer not null default 1,
  published_at timestamptz,
  published_by uuid,
  constraint call_period check (closes_on >= opens_on)
);

create table practices.theme_proposal (
  id uuid primary key default gen_random_uuid(),
  year integer not null,
  name text not null,
  reason text not null,
  person uuid,
  proposed_at timestamptz not null
);
create index theme_proposal_year on practices.theme_proposal (year, proposed_at);

create table practices.theme_choice (
  proposal uuid primary key references practices.theme_proposal,
  outcome text not null check (outcome in ('chosen', 'not chosen')),
  reason text not null,
  chosen_by uuid,
  chosen_at timestamptz not null
);

create table practices.theme (
  id uuid primary key default gen_random_uuid(),
  call uuid not null references practices.call,
  position integer not null,
  slug text not null,
  name text not null,
  explanation text not null,
  proposal uuid references practices.theme_proposal,
  unique (call, slug)
);

-- Nominations -------------------------------------------------------------------------------------------------------

-- `taken_from`: the nomination of an earlier call that was never sent and was taken along, once.
create table practices.nomination (
  id uuid primary key default gen_random_uuid(),
  call uuid not null references practices.call,
  code_hash text not null unique,
  started_by uuid,
  fictional boolean not null default false,
  started_at timestamptz not null,
  taken_from uuid unique references practices.nomination on delete set null
);

-- One page of the form. `version` is the optimistic lock: two colleagues on one page both keep their text.
create table practices.nomination_section (
  nomination uuid not null references practices.nomination,
  section text not null,
  body jsonb not null,
  version integer not null default 1,
  saved_at timestamptz not null,
  saved_by uuid,
  primary key (nomination, section)
);
create index nomination_section_saved on practices.nomination_section (saved_at);

create table practices.nomination_colleague (
  nomination uuid not null references practices.nomination,
  person uuid not null,
  since timestamptz not null,
  primary key (nomination, person)
);
create index nomination_colleague_person on practices.nomination_colleague (person);

-- What was sent, as it was then. A later number answers a request for more.
create table practices.submission (
  id uuid primary key default gen_random_uuid(),
  nomination uuid not null references practices.nomination,
  number integer not null,
  receipt text not null unique,
  body jsonb not null,
  submitted_at timestamptz not null,
  submitted_by uuid,
  unique (nomination, number)
);

create table practices.nomination_withdrawal (
  nomination uuid primary key references practices.nomination,
  withdrawn_at timestamptz not null,
  withdrawn_by uuid
);

create table practices.attachment (
  id uuid primary key default gen_random_uuid(),
  nomination uuid not null references practices.nomination,
  file uuid not null,
  title text not null,
  attached_at timestamptz not null,
  attached_by uuid
);
create index attachment_nomination on practices.attachment (nomination);

-- Assessment --------------------------------------------------------------------------------------------------------

-- First sitting. `words` holds per hard criterion whether it is met and one sentence; `question` is what we still ask.
create table practices.first_check (
  id uuid primary key default gen_random_uuid(),
  nomination uuid not null references practices.nomination,
  submission uuid not null references practices.submission,
  outcome text not null check (outcome in ('passed', 'asked')),
  words jsonb not null,
  question text not null default '',
  checked_by uuid not null,
  checked_at timestamptz not null
);
create index first_check_nomination on practices.first_check (nomination, checked_at);

create table practices.assignment (
  id uuid primary key default gen_random_uuid(),
  nomination uuid not null references practices.nomination,
  reader uuid not null,
  due_on date not null,
  assigned_by uuid not null,
  assigned_at timestamptz not null,
  unique (nomination, reader)
);
create index assignment_reader on practices.assignment (reader);

create table practices.interest (
  assignment uuid primary key references practices.assignment,
  conflicted boolean not null,
  words text not null default '',
  declared_at timestamptz not null
);

create table practices.judgement (
  assignment uuid not null references practices.assignment,
  criterion uuid not null references practices.criterion,
  verdict text not null check (verdict in ('meets', 'partly', 'fails')),
  sentence text not null,
  version integer not null default 1,
  saved_at timestamptz not null,
  primary key (assignment, criterion)
);

-- From here a reader's judgement stands, and the reader may see the other's.
create table practices.judgement_closing (
  assignment uuid primary key references practices.assignment,
  closed_at timestamptz not null
);

-- The talk about a difference: what a reader says after seeing the other's sentence, perhaps with another verdict.
create table practices.difference_note (
  id uuid primary key default gen_random_uuid(),
  assignment uuid not null references practices.assignment,
  criterion uuid not null references practices.criterion,
  verdict text not null check (verdict in ('meets', 'partly', 'fails')),
  sentence text not null,
  noted_at timestamptz not null
);
create index difference_note_assignment on practices.difference_note (assignment, criterion, noted_at);

-- `words` holds per criterion the verdict and one sentence, as the organisation reads it.
create table practices.decision (
  nomination uuid primary key references practices.nomination,
  outcome text not null check (outcome in ('chosen', 'not chosen')),
  words jsonb not null,
  advice text not null check (advice <> ''),
  decided_by uuid not null,
  decided_at timestamptz not null
);

create table practices.disagreement (
  nomination uuid primary key references practices.nomination,
  words text not null,
  said_at timestamptz not null,
  said_by uuid
);

create table practices.disagreement_answer (
  nomination uuid primary key references practices.disagreement,
  words text not null,
  answered_by uuid not null,
  answered_at timestamptz not null
);

-- Practices ---------------------------------------------------------------------------------------------------------

-- Comes into being when a nomination is chosen. `item` is its place on the thread once published.
create table practices.practice (
  id uuid primary key default gen_random_uuid(),
  slug text not null unique,
  nomination uuid unique references practices.nomination,
  call uuid not null references practices.call,
  theme uuid references practices.theme,
  title text not null,
  line text not null,
  organisation text not null,
  organisation_kind text not null,
  gemeente text not null,
  started_on date not null,
  fields text[] not null default '{}',
  people text[] not null default '{}',
  owner uuid,
  owner_mail text,
  fictional boolean not null,
  item uuid,
  version integer not null default 1,
  created_at timestamptz not null
);

-- Interviews --------------------------------------------------------------------------------------------------------

create table practices.interview (
  id uuid primary key default gen_random_uuid(),
  practice uuid not null references practices.practice,
  starts_at timestamptz not null,
  minutes integer not null,
  place text not null,
  sequence integer not null default 0,
  planned_by uuid,
  planned_at timestamptz not null,
  cancelled_at timestamptz
);
create index interview_practice on practices.interview (practice);

-- Whoever we talk with. The key opens their private page; only its hash is kept. Emptied when they ask, or by retention.
create table practices.speaker (
  id uuid primary key default gen_random_uuid(),
  practice uuid not null references practices.practice,
  interview uuid references practices.interview,
  name text,
  function text,
  role text not null check (role in ('professional', 'client', 'volunteer', 'manager', 'other')),
  mail text,
  person uuid,
  key_hash text unique,
  -- Goes up when someone gets another link: the one before opens nothing from then on.
  key_number integer not null default 1,
  version integer not null default 1,
  invited_at timestamptz,
  emptied_at timestamptz
);
create index speaker_practice on practices.speaker (practice);
create index speaker_person on practices.speaker (person) where person is not null;

create table practices.interview_note (
  interview uuid not null references practices.interview,
  section text not null,
  text text not null,
  version integer not null default 1,
  saved_at timestamptz not null,
  saved_by uuid,
  primary key (interview, section)
);

-- The words stand in the thread's one erasable row; here only where they belong. A correction is a new utterance.
create table practices.quote (
  id uuid primary key default gen_random_uuid(),
  practice uuid not null references practices.practice,
  speaker uuid not null references practices.speaker,
  section text not null,
  position integer not null default 1,
  utterance uuid not null,
  version integer not null default 1,
  proposed_by uuid,
  proposed_at timestamptz not null
);
create index quote_practice on practices.quote (practice);
create index quote_speaker on practices.quote (speaker);

-- `attribution` is the utterance that names the speaker ("Amina, vrijwilliger"); null: anonymous.
create table practices.quote_agreement (
  quote uuid primary key references practices.quote,
  form text not null check (form in ('name', 'function', 'anonymous')),
  attribution uuid,
  agreed_at timestamptz not null
);

create table practices.quote_withdrawal (
  quote uuid primary key references practices.quote,
  withdrawn_at timestamptz not null
);

-- `item` is the quote's own place on the thread, from the first publication that holds it.
create table practices.quote_item (
  quote uuid primary key references practices.quote,
  item uuid not null unique
);

-- Descriptions ------------------------------------------------------------------------------------------------------

-- One version in the making or made. `improved` says what is better than in the one before.
create table practices.description (
  id uuid primary key default gen_random_uuid(),
  practice uuid not null references practices.practice,
  number integer not null,
  improved text not null default '',
  started_by uuid,
  started_at timestamptz not null,
  unique (practice, number)
);

-- `passages`: [{ id, text } | { id, quote }], text in the small markup of rich-text.ts.
create table practices.description_section (
  description uuid not null references practices.description,
  section text not null,
  passages jsonb not null,
  version integer not null default 1,
  saved_at timestamptz not null,
  saved_by uuid,
  primary key (description, section)
);

-- Sent to the organisation to read; `fingerprint` is what they were sent.
create table practices.description_offer (
  id uuid primary key default gen_random_uuid(),
  description uuid not null references practices.description,
  fingerprint text not null,
  offered_by uuid,
  offered_at timestamptz not null
);
create index description_offer_description on practices.description_offer (description, offered_at);

-- What the organisation says about a section while reading.
create table practices.description_remark (
  id uuid primary key default gen_random_uuid(),
  offer uuid not null references practices.description_offer,
  section text not null,
  text text not null,
  said_by uuid,
  said_at timestamptz not null
);
create index description_remark_offer on practices.description_remark (offer);

create table practices.description_agreement (
  offer uuid primary key references practices.description_offer,
  agreed_by uuid,
  agreed_at timestamptz not null
);

create table practices.description_publication (
  description uuid primary key references practices.description,
  revision uuid not null,
  published_by uuid,
  published_at timestamptz not null
);

-- Flyers ------------------------------------------------------------------------------------------------------------

-- `facts`: [{ fact, hash }], the facts a line rests on and what they said when someone last confirmed it.
create table practices.flyer_line (
  practice uuid not null references practices.practice,
  name text not null check (name in ('headline', 'scene', 'doing', 'bringing', 'quote', 'start')),
  text text not null default '',
  quote uuid references practices.quote,
  facts jsonb not null default '[]',
  version integer not null default 1,
  saved_at timestamptz not null,
  saved_by uuid,
  primary key (practice, name)
);

-- Our own drawing by name, or a picture that was sent.
create table practices.flyer_picture (
  practice uuid primary key references practices.practice,
  drawing text,
  file uuid,
  alt text not null check (alt <> ''),
  credit text not null default '',
  constraint flyer_picture_one check ((drawing is null) <> (file is null))
);

create table practices.flyer_publication (
  id uuid primary key default gen_random_uuid(),
  practice uuid not null references practices.practice,
  item uuid not null,
  revision uuid not null,
  body jsonb not null,
  published_by uuid,
  published_at timestamptz not null
);
create index flyer_publication_practice on practices.flyer_publication (practice, published_at desc);

-- The bank ----------------------------------------------------------------------------------------------------------

-- What a reader finds: one row per published practice, written in the transaction that publishes.
create table practices.listing (
  no integer generated always as identity unique,
  practice uuid primary key references practices.practice,
  item uuid not null unique,
  slug text not null unique,
  title text not null,
  line text not null,
  summary text not null,
  text text not null,
  theme text not null,
  fields text[] not null,
  people text[] not null,
  gemeente text not null,
  province text not null,
  organisation text not null,
  organisation_kind text not null,
  year integer not null,
  standing text not null check (standing in ('running', 'changed', 'stopped', 'unconfirmed')),
  recognitions text[] not null default '{}',
  fictional boolean not null,
  published_at timestamptz not null,
  updated_at timestamptz not null,
  words tsvector not null generated always as (
    setweight(to_tsvector('house.dutch'::regconfig, title), 'A')
    || setweight(to_tsvector('house.dutch'::regconfig, line || ' ' || summary), 'B')
    || setweight(to_tsvector('house.dutch'::regconfig, text), 'C')
  ) stored
);
create index listing_words on practices.listing using gin (words) with (fastupdate = off);
create index listing_updated on practices.listing (updated_at desc);
create index listing_title on practices.listing using gin (to_tsvector('house.dutch'::regconfig, title)) with (fastupdate = off);
-- "Lijkt dit op …?" finds what is spelt otherwise.
create index listing_title_likeness on practices.listing using gin (house.plain(title) public.gin_trgm_ops) with (fastupdate = off);
create index listing_line_likeness on practices.listing using gin (house.plain(line) public.gin_trgm_ops) with (fastupdate = off);
-- The long texts stand apart, so that a word that stands in thousands of practices is found by reading few pages.
alter table practices.listing set (toast_tuple_target = 128);

-- An editor says that a practice is an example of a standard; `link` is the tie on the thread that says so now.
create table practices.example (
  id uuid primary key default gen_random_uuid(),
  practice uuid not null references practices.practice,
  standard uuid not null,
  link uuid not null,
  set_by uuid,
  set_at timestamptz not null,
  ended_by uuid,
  ended_at timestamptz
);
create unique index example_once on practices.example (practice, standard) where ended_at is null;
create index example_standard on practices.example (standard) where ended_at is null;

-- What you may take along: a plan, a handbook, materials, under a licence.
create table practices.take_along (
  id uuid primary key default gen_random_uuid(),
  practice uuid not null references practices.practice,
  kind text not null check (kind in ('plan', 'handbook', 'materials')),
  title text not null,
  licence text not null,
  file uuid,
  url text,
  added_at timestamptz not null,
  added_by uuid
);
create index take_along_practice on practices.take_along (practice);

-- "Wij doen dit ook": an organisation says it uses the practice.
create table practices.adoption (
  id uuid primary key default gen_random_uuid(),
  practice uuid not null references practices.practice,
  organisation text not null,
  gemeente text not null,
  since_year integer not null,
  changed text not null,
  person uuid,
  fictional boolean not null default false,
  said_at timestamptz not null,
  ended_at timestamptz
);
create index adoption_practice on practices.adoption (practice);
create unique index adoption_once on practices.adoption (practice, person) where ended_at is null and person is not null;

-- "Vraag het de mensen zelf": only that one was sent, for the owner's own count; the words go by mail and are not kept.
create table practices.enquiry (
  id uuid primary key default gen_random_uuid(),
  practice uuid not null references practices.practice,
  sent_at timestamptz not null
);
create index enquiry_practice on practices.enquiry (practice);

-- Living ------------------------------------------------------------------------------------------------------------

-- The yearly question to the owner: the mail itself and at most two reminders. The key works once.
create table practices.confirmation_request (
  id uuid primary key default gen_random_uuid(),
  practice uuid not null references practices.practice,
  year integer not null,
  reminder integer not null check (reminder between 0 and 2),
  key_hash text not null unique,
  sent_at timestamptz not null,
  unique (practice, year, reminder)
);

create table practices.confirmation (
  id uuid primary key default gen_random_uuid(),
  practice uuid not null references practices.practice,
  answer text not null check (answer in ('running', 'changed', 'stopped')),
  words text not null default '',
  answered_at timestamptz not null,
  answered_by uuid
);
create index confirmation_practice on practices.confirmation (practice, answered_at desc);

-- A judgement of others, as a dated fact with its source; never mixed with our own.
create table practices.recognition (
  id uuid primary key default gen_random_uuid(),
  practice uuid not null references practices.practice,
  kind text not null,
  given_by text not null,
  given_on date not null,
  valid_until date,
  source text not null,
  noted_by uuid,
  noted_at timestamptz not null,
  ended_at timestamptz
);
create index recognition_practice on practices.recognition (practice);

-- Who decided stays, also when that account is erased: the id of a person who is empty by then. It shows that two different
-- people looked, and no longer who. Every other column that names a person is emptied (src/practices/trace.ts lists them).
comment on column practices.first_check.checked_by is 'stays after erasure: who decided';
comment on column practices.assignment.reader is 'stays after erasure where a judgement stands: who judged';
comment on column practices.assignment.assigned_by is 'stays after erasure: who decided';
comment on column practices.decision.decided_by is 'stays after erasure: who decided';
comment on column practices.disagreement_answer.answered_by is 'stays after erasure: who decided';
comment on column practices.theme_choice.chosen_by is 'stays after erasure: who decided';
comment on column practices.call.published_by is 'stays after erasure: who published';
comment on column practices.description_publication.published_by is 'stays after erasure: who published';
comment on column practices.flyer_publication.published_by is 'stays after erasure: who published';

grant usage on schema practices to verankerd_app;
grant select, insert, update, delete on all tables in schema practices to verankerd_app;
