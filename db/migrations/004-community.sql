-- Community: for now only what a person keeps for later.

create schema community;

create table community.saved_item (
  person uuid not null,
  item uuid not null,
  saved_at timestamptz not null,
  primary key (person, item)
);

grant usage on schema community to verankerd_app;
grant select, insert, update, delete on all tables in schema community to verankerd_app;
