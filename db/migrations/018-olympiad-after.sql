-- A new link for whoever lost theirs. It opens nothing until it is used, and then the old one stops: so nobody loses their
-- link, and with it their answers, because somebody else typed their address.
create table olympiad.key_renewal (
  panellist uuid primary key references olympiad.panellist,
  key_hash text not null unique,
  asked_at timestamptz not null
);

-- A change proposal that an Olympiade did not get to, with the reason: it is for the next one.
create table olympiad.change_deferral (
  change_proposal uuid not null references olympiad.change_proposal,
  olympiad uuid not null references olympiad.olympiad,
  words text not null,
  decided_by uuid,
  decided_at timestamptz not null,
  primary key (change_proposal, olympiad)
);
comment on column olympiad.change_deferral.decided_by is 'stays after erasure: who decided';

grant select, insert, update, delete on olympiad.key_renewal, olympiad.change_deferral to verankerd_app;
