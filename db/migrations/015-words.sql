-- Words are sought in memory, in every process. Each process reads what changed since it last looked: here stands, for
-- every entry of every index, the transaction that last wrote or deleted it. A transaction that was still running when a
-- process looked is looked at again (pg_snapshot_xmin), so nothing is missed, whoever commits first.
create table house.word_change (
  source text not null,
  no integer not null,
  at xid8 not null,
  primary key (source, no)
);
create index word_change_at on house.word_change (source, at);

create function house.note_word_change() returns trigger language plpgsql as $$
begin
  insert into house.word_change (source, no, at)
  values (tg_argv[0], case tg_op when 'DELETE' then old.no else new.no end, pg_current_xact_id())
  on conflict (source, no) do update set at = excluded.at;
  return null;
end $$;

grant select, insert, update on house.word_change to verankerd_app;

alter table thread.search_entry add column no integer generated always as identity unique;

create trigger search_entry_changes after insert or update or delete on thread.search_entry
  for each row execute function house.note_word_change('thread');
create trigger listing_changes after insert or update or delete on practices.listing
  for each row execute function house.note_word_change('practices');

insert into house.word_change (source, no, at) select 'thread', no, pg_current_xact_id() from thread.search_entry;
insert into house.word_change (source, no, at) select 'practices', no, pg_current_xact_id() from practices.listing;

-- Titles are weighed with the rest now, and kinds are counted in memory.
alter table thread.search_entry drop column title_words;
drop index thread.search_entry_kind;
drop index practices.listing_title;
