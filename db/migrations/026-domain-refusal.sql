-- An editor could not say that a site is a provider's: why, in words the provider reads. Whoever shows it by a record or a
-- file is believed all the same.
create table training.domain_refusal (
  domain uuid primary key references training.provider_domain on delete cascade,
  refused_at timestamptz not null,
  refused_by uuid,
  words text not null
);

grant select, insert, update, delete on training.domain_refusal to verankerd_app;
