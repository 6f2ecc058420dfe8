-- Material goes the way of a course: asked for, looked at by an editor, on the site, put away, and every change kept. So
-- the rows that say so are about one course, or about one piece of material.
alter table training.publication_request
  alter column course drop not null,
  add column module uuid references training.module,
  add constraint publication_request_one check (num_nonnulls(course, module) = 1);
create index publication_request_module on training.publication_request (module, requested_at) where module is not null;

alter table training.publication
  drop constraint publication_pkey,
  add column id uuid primary key default gen_random_uuid(),
  alter column course drop not null,
  add column module uuid unique references training.module,
  add constraint publication_course unique (course),
  add constraint publication_one check (num_nonnulls(course, module) = 1);

alter table training.archive
  alter column course drop not null,
  add column module uuid references training.module,
  add constraint archive_one check (num_nonnulls(course, module) = 1);
create unique index archive_module_open on training.archive (module) where ended_at is null and module is not null;

alter table training.course_change rename to change;
alter index training.course_change_course rename to change_course;
alter table training.change
  alter column course drop not null,
  add column module uuid references training.module,
  add constraint change_one check (num_nonnulls(course, module) = 1);
create index change_module on training.change (module, changed_at desc) where module is not null;

-- As of a course: null is not looked at by an editor yet.
alter table training.module add column looked_at timestamptz;

-- What stands on the site went there unseen: it says so from now on, and editors get it to look at.
insert into training.publication (module, published_at, published_by)
select id, live_since, null from training.module where live_since is not null;
insert into training.publication_request (module, requested_at, requested_by, due_at)
select id, live_since, null, live_since from training.module where live_since is not null;
