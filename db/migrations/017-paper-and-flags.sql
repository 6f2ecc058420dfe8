-- A round on paper. `paper_entry.answers` is sealed with the code on the sheet itself: who has no sheet reads nothing in it.
comment on column olympiad.paper_entry.answers is 'sealed with the code on the sheet; gone when it is counted, and at the closing';

-- That a sheet was counted and which people typed it over; not whose it was, and not when.
create table olympiad.paper_sheet (
  id uuid primary key default gen_random_uuid(),
  round uuid not null references olympiad.round,
  first_by uuid not null,
  second_by uuid not null check (second_by <> first_by),
  settled_by uuid
);
create index paper_sheet_round on olympiad.paper_sheet (round);
comment on column olympiad.paper_sheet.first_by is 'stays after erasure: two different people entered what was counted';
comment on column olympiad.paper_sheet.second_by is 'stays after erasure: two different people entered what was counted';
comment on column olympiad.paper_sheet.settled_by is 'stays after erasure: who decided';
grant select, insert on olympiad.paper_sheet to verankerd_app;

-- What a flag is about, without a person: the group, how many forms or sign-ups, and around which moment.
alter table olympiad.flag add column role text, add column forms integer not null default 0, add column around timestamptz;
alter table olympiad.flag drop constraint flag_kind_check,
  add constraint flag_kind_check check (kind in ('identical ballots', 'same answer', 'burst', 'sign-ups'));
