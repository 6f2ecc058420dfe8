-- What a nightly reading means was decided and told: whoever comes second, after a job that was tried again, finds this row.
create table training.import_following (
  import uuid primary key references training.import on delete cascade,
  followed_at timestamptz not null
);
-- What was reported before this table was there, was followed then.
insert into training.import_following (import, followed_at)
select import, made_at from training.import_report;

grant select, insert, update, delete on training.import_following to verankerd_app;
