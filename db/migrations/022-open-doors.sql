-- Suggestions while someone types look for a part of a title.
create index search_entry_title_part on thread.search_entry using gin (title gin_trgm_ops);

-- Sites of others that may show our search in a page of their own. Home composes what the domains offer and keeps only this.
create schema home;

create table home.embedding (
  id uuid primary key default gen_random_uuid(),
  -- Scheme, host and port: what a browser calls the origin of a page.
  origin text not null,
  organisation text not null,
  allowed_at timestamptz not null,
  allowed_by uuid,
  ended_at timestamptz,
  ended_by uuid
);
create unique index embedding_standing on home.embedding (origin) where ended_at is null;

grant usage on schema home to verankerd_app;
grant select, insert, update on home.embedding to verankerd_app;
