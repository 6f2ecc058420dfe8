-- A form that came in when its session had lapsed: what was typed is given back after signing in.

-- Hash of what every form of a session carries, so that such a form still says whose it is.
alter table house.session add form_token text;
create index session_form_token on house.session (form_token) where form_token is not null;

-- Sealed with a key the database does not have, and bound to this person.
create table house.kept_form (
  id uuid primary key,
  subject uuid not null,
  sealed bytea not null,
  expires_at timestamptz not null
);
create index kept_form_subject on house.kept_form (subject, expires_at);
create index kept_form_expires on house.kept_form (expires_at);

grant select, insert, delete on house.kept_form to verankerd_app;
