-- The red thread: every published thing, every version of its text, and what it builds on.
create schema thread;

-- `no` is the item's short number: the graph is walked over integers, which costs a third of walking over uuids.
create table thread.item (
  id uuid primary key,
  no integer generated always as identity unique,
  kind text not null,
  word text not null,
  url text not null,
  fictional boolean not null default false,
  latest integer not null default 0,
  created_at timestamptz not null,
  unique (id, no)
);

-- A person's own words. Withdrawal empties text, salt and person: what is left is a hash that confirms no guess.
create table thread.utterance (
  id uuid primary key default gen_random_uuid(),
  text text,
  salt bytea,
  hash text not null,
  person uuid,
  said_at timestamptz not null,
  withdrawn_at timestamptz,
  constraint utterance_whole_or_empty check (
    (withdrawn_at is null and text is not null and salt is not null)
    or (withdrawn_at is not null and text is null and salt is null and person is null)
  )
);
create index utterance_person on thread.utterance (person) where person is not null;

-- One version of an item's text, for ever. `voice` is the utterance the item consists of (a quote).
create table thread.revision (
  id uuid primary key default gen_random_uuid(),
  item uuid not null references thread.item,
  number integer not null check (number > 0),
  title text not null,
  summary text not null,
  text text not null,
  note text not null,
  dated text,
  fictional boolean not null,
  body jsonb not null,
  voice uuid references thread.utterance,
  voice_hash text,
  content text not null,
  fingerprint text not null unique,
  published_at timestamptz not null,
  published_by uuid,
  unique (item, number),
  unique (item, id),
  constraint revision_voice_with_hash check ((voice is null) = (voice_hash is null))
);

create function thread.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'A revision never changes: publish a new one.' using errcode = 'restrict_violation';
end $$;
create trigger revision_stands before update or delete on thread.revision
  for each row execute function thread.refuse_change();
create trigger revision_stays before truncate on thread.revision
  for each statement execute function thread.refuse_change();

-- Which revisions hold a reference to which utterance, so that a withdrawal finds every page it touches.
create table thread.mention (
  revision uuid not null references thread.revision,
  utterance uuid not null references thread.utterance,
  primary key (revision, utterance)
);
create index mention_utterance on thread.mention (utterance);

-- `from` is the newer thing, `to` what it rests on. A link that holds ends at infinity.
create table thread.link (
  id uuid primary key default gen_random_uuid(),
  kind text not null,
  from_no integer not null,
  to_no integer not null,
  from_item uuid not null,
  from_revision uuid not null,
  to_item uuid not null,
  to_revision uuid not null,
  created_at timestamptz not null,
  created_by uuid,
  ended_at timestamptz not null default 'infinity',
  ended_by uuid,
  foreign key (from_item, from_no) references thread.item (id, no),
  foreign key (to_item, to_no) references thread.item (id, no),
  foreign key (from_item, from_revision) references thread.revision (item, id),
  foreign key (to_item, to_revision) references thread.revision (item, id),
  constraint link_not_to_itself check (from_item <> to_item),
  constraint link_begins_before_it_ends check (ended_at >= created_at)
);
-- Covering: a walk at any date reads these two and never the table.
create index link_from on thread.link (from_no, to_no) include (created_at, ended_at);
create index link_to on thread.link (to_no, from_no) include (created_at, ended_at);
create unique index link_once on thread.link (from_no, to_no, kind) where ended_at = 'infinity';

create function thread.refuse_reopening() returns trigger language plpgsql as $$
begin
  raise exception 'A link that ended stays ended: make a new one.' using errcode = 'restrict_violation';
end $$;
create trigger link_ends_once before update on thread.link
  for each row when (old.ended_at <> 'infinity') execute function thread.refuse_reopening();

-- What an editor decided about a link that points at a text about to change. Name and reason are erasable words.
create table thread.impact_decision (
  draft uuid not null,
  link uuid not null references thread.link,
  outcome text not null check (outcome in ('accept', 'adapt')),
  name uuid not null references thread.utterance,
  reason uuid not null references thread.utterance,
  decided_at timestamptz not null,
  primary key (draft, link)
);
create index impact_decision_link on thread.impact_decision (link);

-- What can be found. `spoken` holds the words of persons in it, and is written anew when one is withdrawn.
create table thread.search_entry (
  item uuid primary key references thread.item,
  kind text not null,
  title text not null,
  text text not null,
  spoken text not null default '',
  facets jsonb not null default '{}',
  fictional boolean not null default false,
  published_at timestamptz not null,
  title_words tsvector not null generated always as (to_tsvector('house.dutch'::regconfig, title)) stored,
  words tsvector not null generated always as (
    setweight(to_tsvector('house.dutch'::regconfig, title), 'A')
    || setweight(to_tsvector('house.dutch'::regconfig, text || ' ' || spoken), 'B')
  ) stored
);
create index search_entry_words on thread.search_entry using gin (words) with (fastupdate = off);
create index search_entry_title on thread.search_entry using gin (title_words) with (fastupdate = off);
create index search_entry_kind on thread.search_entry (kind, published_at desc);

-- Every word that can be found, for the words people spell otherwise.
create table thread.search_word (word text primary key);
create index search_word_likeness on thread.search_word using gin (word gin_trgm_ops);

grant usage on schema thread to verankerd_app;
grant select on all tables in schema thread to verankerd_app;
grant insert on all tables in schema thread to verankerd_app;
grant update (word, url, fictional, latest) on thread.item to verankerd_app;
grant update (text, salt, person, withdrawn_at) on thread.utterance to verankerd_app;
grant update (ended_at, ended_by) on thread.link to verankerd_app;
grant update (outcome, name, reason, decided_at) on thread.impact_decision to verankerd_app;
grant update, delete on thread.search_entry to verankerd_app;
grant delete on thread.search_word to verankerd_app;
