-- Courses are sought in memory, with their dates, what they teach and the points they give: when one of those changes, the
-- course is read again. See 015-words.sql.
create function training.note_course_change() returns trigger language plpgsql as $$
begin
  insert into house.word_change (source, no, at)
  select 'training', no, pg_current_xact_id() from training.course
  where id = case tg_op when 'DELETE' then old.course else new.course end
  -- Many dates of one course in one transaction are one change.
  on conflict (source, no) do update set at = excluded.at where word_change.at <> excluded.at;
  return null;
end $$;

create trigger course_changes after insert or update or delete on training.course
  for each row execute function house.note_word_change('training');
create trigger offering_changes after insert or update or delete on training.offering
  for each row execute function training.note_course_change();
create trigger accreditation_changes after insert or update or delete on training.accreditation
  for each row execute function training.note_course_change();
create trigger teaching_changes after insert or update or delete on training.teaching
  for each row execute function training.note_course_change();

-- Courses are found by the name of their provider too.
create function training.note_provider_change() returns trigger language plpgsql as $$
begin
  insert into house.word_change (source, no, at)
  select 'training', no, pg_current_xact_id() from training.course where provider = new.id
  on conflict (source, no) do update set at = excluded.at;
  return null;
end $$;
create trigger provider_changes after update of name on training.provider
  for each row execute function training.note_provider_change();

insert into house.word_change (source, no, at) select 'training', no, pg_current_xact_id() from training.course;
