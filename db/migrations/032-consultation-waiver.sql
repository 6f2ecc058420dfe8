-- That an edition was published without a consultation, by whom and when. Why is a person's own text: it lives in the red
-- thread's erasable rows, here stands only the reference.
create table standards.waiver (
  edition uuid primary key references standards.edition,
  utterance uuid not null,
  waived_at timestamptz not null,
  waived_by uuid not null
);
grant select, insert on standards.waiver to verankerd_app;
