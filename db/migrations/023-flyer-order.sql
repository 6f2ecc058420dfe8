-- Which flyer is the newest follows from the order they were published in, not from a clock that can be put back.
alter table practices.flyer_publication add column no integer generated always as identity;
drop index practices.flyer_publication_practice;
create index flyer_publication_practice on practices.flyer_publication (practice, no desc);
