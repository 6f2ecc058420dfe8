-- How long a mail is worth sending, an erasure that was asked for, and two indexes that lacked.

-- From worthless_at on nobody can use the mail. queued_at is when it last got a job, so that looking for what was left needs
-- no search among the jobs.
alter table house.mail add worthless_at timestamptz, add queued_at timestamptz;
update house.mail set queued_at = created_at where taken_at is null;
-- Until now every mail that opens something was taken to work for a quarter of an hour; the codes to sign in do.
update house.mail set worthless_at = created_at + interval '15 minutes'
  where taken_at is null and subject in ('Inloggen bij Verankerd', 'Je nieuwe mailadres bij Verankerd');
create index mail_queued on house.mail (queued_at) where taken_at is null and body is not null;
create index mail_worthless on house.mail (worthless_at) where body is not null and worthless_at is not null;

-- Someone asked to be erased: it is done at once or the night after, and is not forgotten before it is done.
alter table people.person add erase_asked_at timestamptz;
create index person_to_erase on people.person (erase_asked_at) where erase_asked_at is not null and erased_at is null;

-- Whoever holds a role, everywhere or at one organisation.
create index role_grant_role on people.role_grant (role, organisation);
-- Whose words a text is: asked when somebody takes them back.
create index revision_voice on thread.revision (voice) where voice is not null;
