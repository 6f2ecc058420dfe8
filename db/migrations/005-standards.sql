-- The norms of the field: frameworks, their editions, the standards in them, competences and vocabularies.
-- Everything is append-only: a state is a row, a text is a version, and a published text can't be touched.
create schema standards;

create table standards.framework (
  id uuid primary key,
  slug text not null unique,
  fictional boolean not null default false,
  created_at timestamptz not null
);

create table standards.edition (
  id uuid primary key,
  framework uuid not null references standards.framework,
  slug text not null,
  drafted_from uuid references standards.edition,
  drafted_by uuid,
  created_at timestamptz not null,
  unique (framework, slug)
);

-- A standard as it stands in one edition; the item lives on from edition to edition.
create table standards.standard (
  id uuid primary key,
  edition uuid not null references standards.edition,
  item uuid not null,
  slug text not null,
  position integer not null,
  created_at timestamptz not null,
  unique (edition, slug),
  unique (edition, item)
);
create index standard_slug on standards.standard (slug);
create index standard_item on standards.standard (item);

create table standards.omission (
  standard uuid primary key references standards.standard,
  omitted_at timestamptz not null,
  omitted_by uuid
);

create table standards.competence_framework (
  id uuid primary key,
  slug text not null unique
);

create table standards.competence (
  id uuid primary key,
  framework uuid not null references standards.competence_framework,
  slug text not null unique,
  position integer not null
);

create table standards.vocabulary (
  id uuid primary key,
  slug text not null unique
);

create table standards.crosswalk (
  id uuid primary key,
  from_edition uuid not null references standards.edition,
  to_edition uuid not null references standards.edition,
  unique (from_edition, to_edition)
);

-- Every version of every text: a draft is only the newest version that has no imprint yet.
create table standards.text (
  id uuid primary key default gen_random_uuid(),
  subject uuid not null,
  version integer not null check (version > 0),
  body jsonb not null,
  written_at timestamptz not null,
  written_by uuid,
  unique (subject, version)
);

-- An imprint says that a text was published, and as which revision of the red thread.
create table standards.imprint (
  text uuid primary key references standards.text,
  subject uuid not null,
  version integer not null,
  item uuid not null,
  revision uuid not null,
  number integer not null,
  printed_at timestamptz not null
);
create index imprint_subject on standards.imprint (subject, version desc);
create index imprint_revision on standards.imprint (revision);

create table standards.consultation (
  id uuid primary key default gen_random_uuid(),
  edition uuid not null references standards.edition,
  opens_on date not null,
  closes_on date not null check (closes_on >= opens_on),
  question text not null,
  opened_at timestamptz not null,
  opened_by uuid not null
);
create index consultation_edition on standards.consultation (edition);

-- A reaction is a person's own text: it lives in the red thread's erasable rows, here stands only the reference.
create table standards.reaction (
  id uuid primary key default gen_random_uuid(),
  consultation uuid not null references standards.consultation,
  standard uuid references standards.standard,
  utterance uuid not null,
  reacted_at timestamptz not null
);
create index reaction_consultation on standards.reaction (consultation);

create table standards.publication (
  edition uuid primary key references standards.edition,
  published_at timestamptz not null,
  published_by uuid
);

create table standards.replacement (
  edition uuid primary key references standards.edition,
  successor uuid not null references standards.edition,
  replaced_at timestamptz not null,
  check (edition <> successor)
);
create index replacement_successor on standards.replacement (successor);

-- Rights say it once more: the application may add, and never change or remove.
grant usage on schema standards to verankerd_app;
grant select, insert on all tables in schema standards to verankerd_app;
-- Only what was left out of a draft may be taken back in.
grant delete on standards.omission to verankerd_app;
