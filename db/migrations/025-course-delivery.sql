-- Which import first named a course or a date, once it went in; null when somebody typed it by hand. Only what came in by an
-- import can be missing from one. No reference: a hundred thousand of them come in at once.
alter table training.course add delivered_in uuid;
alter table training.offering add delivered_in uuid;

-- What came in before, as far as its rows are still there.
update training.course set delivered_in = named.import
from (select distinct on (target) target, item.import from training.import_item as item
  join training.import_acceptance as acceptance on acceptance.import = item.import and acceptance.ended_at is not null
  where kind = 'course' and outcome in ('new', 'changed', 'same') and target is not null
    and not exists (select from training.import_undoing as undoing where undoing.import = item.import)
  order by target, acceptance.ended_at) as named
where course.id = named.target;
update training.offering set delivered_in = named.import
from (select distinct on (target) target, item.import from training.import_item as item
  join training.import_acceptance as acceptance on acceptance.import = item.import and acceptance.ended_at is not null
  where kind = 'offering' and outcome in ('new', 'changed', 'same') and target is not null
    and not exists (select from training.import_undoing as undoing where undoing.import = item.import)
  order by target, acceptance.ended_at) as named
where offering.id = named.target;
