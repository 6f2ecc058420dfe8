-- Someone whom nobody talked with or wrote to also has a day from which forgetting counts; for who is there already, today.
alter table practices.speaker add added_at timestamptz not null default now();
