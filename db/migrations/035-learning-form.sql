-- Ways to learn without a provider (leervormen): ours, written at the editors' desk. Those of the repository are put here
-- at the start. `file_print` is what a file said when it was put here; null once an editor made or changed the words, and
-- from then on no file changes them. `live_since` repeats what publication and archive say. `version` is the lock of the form.
create table training.learning_form (
  id uuid primary key default gen_random_uuid(),
  slug text not null unique,
  title text not null,
  line text not null,
  cost text not null,
  duration text not null,
  place text not null,
  people text not null,
  steps text[] not null,
  questions text[] not null,
  beware text not null,
  item uuid unique,
  file_print text,
  version integer not null default 1,
  live_since timestamptz,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid
);

-- What one practises in it, how strongly, and which text of the standard was meant when that was said last.
create table training.practising (
  learning_form uuid not null references training.learning_form on delete cascade,
  standard uuid not null references thread.item,
  revision uuid not null references thread.revision,
  strength text not null check (strength in ('introduction', 'practice', 'deepening')),
  primary key (learning_form, standard)
);
create index practising_standard on training.practising (standard);

-- They go on the site, to the archive and back as courses and material do, and every change is kept; an editor writes
-- them, so there is nothing to ask for first.
alter table training.publication
  add column learning_form uuid unique references training.learning_form,
  drop constraint publication_one,
  add constraint publication_one check (num_nonnulls(course, module, learning_form) = 1);

alter table training.archive
  add column learning_form uuid references training.learning_form,
  drop constraint archive_one,
  add constraint archive_one check (num_nonnulls(course, module, learning_form) = 1);
create unique index archive_learning_form_open on training.archive (learning_form)
  where ended_at is null and learning_form is not null;

alter table training.change
  add column learning_form uuid references training.learning_form,
  drop constraint change_one,
  add constraint change_one check (num_nonnulls(course, module, learning_form) = 1);
create index change_learning_form on training.change (learning_form, changed_at desc) where learning_form is not null;

grant select, insert, update, delete on training.learning_form, training.practising to verankerd_app;
