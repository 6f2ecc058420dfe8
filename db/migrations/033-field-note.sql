-- What a term of a dated list means, in one line; '' where its name says it.
alter table practices.field add column note text not null default '';
