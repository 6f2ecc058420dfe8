-- People: persons, organisations, memberships, roles, and how someone proves who they are.

create schema people;

-- A person stays as an empty row after erasure, so that rows of others that point here stay whole.
create table people.person (
  id uuid primary key default gen_random_uuid(),
  name text check (length(name) between 1 and 120),
  email text unique check (email = lower(email) and length(email) <= 254),
  created_at timestamptz not null,
  erased_at timestamptz,
  constraint person_erased_is_empty check (erased_at is null or (name is null and email is null))
);

create table people.organisation (
  id uuid primary key default gen_random_uuid(),
  name text not null check (length(name) between 1 and 200),
  kind text not null check (kind in ('care', 'welfare', 'shelter', 'municipality', 'education', 'provider', 'workplace', 'client organisation', 'other')),
  fictional boolean not null default false,
  created_at timestamptz not null
);

create table people.membership (
  id uuid primary key default gen_random_uuid(),
  person uuid not null references people.person,
  organisation uuid not null references people.organisation,
  since timestamptz not null,
  until timestamptz,
  constraint membership_in_order check (until is null or until >= since)
);
create unique index membership_open on people.membership (person, organisation) where until is null;
create index membership_organisation on people.membership (organisation);

-- Giving a role and ending it are rows of their own: together they are the audit trail.
create table people.role_grant (
  id uuid primary key default gen_random_uuid(),
  person uuid not null references people.person,
  role text not null check (role in ('professional', 'student', 'team lead', 'editor', 'reader', 'chair', 'panellist', 'workplace coordinator', 'provider', 'municipality', 'registrar', 'admin')),
  organisation uuid references people.organisation,
  granted_by uuid references people.person, -- null: given on the server itself
  granted_at timestamptz not null
);
create index role_grant_person on people.role_grant (person);
create index role_grant_recent on people.role_grant (granted_at desc);

create table people.role_ending (
  role_grant uuid primary key references people.role_grant,
  ended_by uuid references people.person,
  ended_at timestamptz not null
);

-- One mail to sign in: a key for the button and six digits, both kept as hashes only.
create table people.sign_in_code (
  id uuid primary key default gen_random_uuid(),
  token_hash text not null unique,
  code_hash text not null,
  browser_hash text not null, -- the digits only work in the browser that asked for them
  email text not null,
  onward text,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  consumed_at timestamptz
);
create index sign_in_code_email on people.sign_in_code (email, created_at);
create index sign_in_code_browser on people.sign_in_code (browser_hash);
create index sign_in_code_expires on people.sign_in_code (expires_at);

create table people.passkey (
  id text primary key, -- the credential's own id, base64url
  person uuid not null references people.person,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}',
  label text not null,
  created_at timestamptz not null,
  used_at timestamptz
);
create index passkey_person on people.passkey (person);

-- Challenges carry their own signature; only the spent ones are remembered, so that none works twice.
create table people.spent_challenge (
  challenge_hash text primary key,
  expires_at timestamptz not null
);

create table people.authenticator (
  person uuid primary key references people.person,
  secret bytea not null, -- sealed with a key the database does not have
  last_step bigint not null, -- a code, once used, never works again
  created_at timestamptz not null
);

create table people.recovery_code (
  person uuid not null references people.person,
  code_hash text not null,
  created_at timestamptz not null,
  used_at timestamptz,
  primary key (person, code_hash)
);

create table people.oidc_identity (
  issuer text not null,
  subject text not null,
  person uuid not null references people.person,
  created_at timestamptz not null,
  primary key (issuer, subject)
);
create index oidc_identity_person on people.oidc_identity (person);

-- The key of a person, wrapped by SECRET_KEY. Its row is deleted at erasure: what it closed can never be opened again.
create table people.person_key (
  person uuid primary key references people.person,
  wrapped bytea not null,
  created_at timestamptz not null
);

grant usage on schema people to verankerd_app;
grant select, insert, update, delete on all tables in schema people to verankerd_app;
-- The audit trail is only ever added to.
revoke update, delete on people.role_grant, people.role_ending from verankerd_app;
