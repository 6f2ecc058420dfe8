-- Two chairs who plan one round at once: whoever saves last hears of the other instead of writing over it.
alter table olympiad.round add column version integer not null default 1;
