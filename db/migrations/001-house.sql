-- The house itself: Dutch text search and the tables that no domain owns.
-- The roles verankerd_app and verankerd_reflector exist before this file runs (src/foundation/db/roles.ts).

create schema if not exists house;

-- In public, so that operators and operator classes are found without naming a schema.
create extension if not exists unaccent with schema public;
create extension if not exists pg_trgm with schema public;

-- Dutch stems that do not mind accents: "coördinatie" and "coordinatie" are one word.
create text search configuration house.dutch (copy = pg_catalog.dutch);
alter text search configuration house.dutch
  alter mapping for hword, hword_part, word with public.unaccent, pg_catalog.dutch_stem;

-- Lower case without accents. Immutable, so that an index may rest on it: the dictionary is named, never looked up.
create function house.plain(value text) returns text
  language sql immutable strict parallel safe
  return lower(public.unaccent('public.unaccent'::regdictionary, value));

grant usage on schema house to verankerd_app;

-- tables

-- Where someone is signed in. The cookie holds the token, this row only its hash.
create table house.session (
  id uuid primary key default gen_random_uuid(),
  token_hash text not null unique,
  subject uuid not null,
  label text not null,
  started_at timestamptz not null,
  seen_at timestamptz not null,
  second_factor_at timestamptz
);
create index session_subject on house.session (subject);
create index session_started on house.session (started_at);

-- One row per submitted form: a second submit gets the first answer. Fingerprint and answer are keyed with the nonce.
create table house.submission (
  key text primary key,
  fingerprint text not null,
  at timestamptz not null,
  expires_at timestamptz not null,
  answer bytea
);
create index submission_expires on house.submission (expires_at);

-- Counters of the rate limiter. Unlogged would be faster and would forget everything after a crash: attackers crash things.
create table house.limiter (
  rule text not null,
  key_hash text not null,
  window_start timestamptz not null,
  expires_at timestamptz not null,
  count integer not null,
  primary key (rule, key_hash, window_start)
);
create index limiter_expires on house.limiter (expires_at);

-- Every mail until it is taken. Address and text are sealed with a key the database does not have.
create table house.mail (
  id uuid primary key default gen_random_uuid(),
  message_id text not null unique,
  recipient bytea,
  subject text not null,
  body bytea,
  carries_key boolean not null,
  created_at timestamptz not null,
  taken_at timestamptz,
  attempts integer not null default 0
);
create index mail_waiting on house.mail (created_at) where taken_at is null;

grant select, insert, update, delete on house.session, house.submission, house.limiter, house.mail to verankerd_app;
