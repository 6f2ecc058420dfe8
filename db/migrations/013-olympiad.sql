-- The Olympiade: working groups make explicit what made practices work, mixed panels weigh it in rounds, and what every
-- role stands behind goes on to the standards. States are rows; words of persons stand on the thread, here their place.
create schema olympiad;

-- Working groups ----------------------------------------------------------------------------------------------------

-- `themes`: slugs of the themes of the call of that year.
create table olympiad.working_group (
  id uuid primary key default gen_random_uuid(),
  slug text not null unique,
  year integer not null,
  title text not null,
  task text not null,
  themes text[] not null default '{}',
  fictional boolean not null default false,
  version integer not null default 1,
  started_by uuid,
  started_at timestamptz not null
);

-- `person` is emptied when the account is erased: that someone was a member stays.
create table olympiad.group_member (
  id uuid primary key default gen_random_uuid(),
  working_group uuid not null references olympiad.working_group,
  person uuid,
  added_by uuid,
  since timestamptz not null,
  until timestamptz
);
create unique index group_member_open on olympiad.group_member (working_group, person) where until is null;
create index group_member_person on olympiad.group_member (person);

-- The practices a working group reads, by their place on the thread.
create table olympiad.study (
  working_group uuid not null references olympiad.working_group,
  practice uuid not null,
  position integer not null,
  primary key (working_group, practice)
);

-- A passage (of a practice) or a whole quote, in the revision that was read, and what a member says it shows.
create table olympiad.mark (
  id uuid primary key default gen_random_uuid(),
  working_group uuid not null references olympiad.working_group,
  item uuid not null,
  revision uuid not null,
  passage text,
  shows text not null check (shows in ('success factor', 'goal', 'explicit standard', 'implicit standard')),
  words text not null,
  marked_by uuid,
  marked_at timestamptz not null
);
create index mark_group on olympiad.mark (working_group, marked_at);

-- What marks have in common. `item` is its place on the thread, from the first time it was put there.
create table olympiad.factor (
  id uuid primary key default gen_random_uuid(),
  working_group uuid not null references olympiad.working_group,
  name text not null,
  explanation text not null,
  item uuid unique,
  version integer not null default 1,
  made_by uuid,
  made_at timestamptz not null
);
create index factor_group on olympiad.factor (working_group);

-- A mark stands under one factor at a time.
create table olympiad.factor_mark (
  mark uuid primary key references olympiad.mark,
  factor uuid not null references olympiad.factor,
  placed_by uuid,
  placed_at timestamptz not null
);
create index factor_mark_factor on olympiad.factor_mark (factor);

-- One text, voted on as a whole. Without a working group it came from a proposal in round 0 or from a table.
create table olympiad.statement (
  id uuid primary key default gen_random_uuid(),
  working_group uuid references olympiad.working_group,
  item uuid unique,
  fictional boolean not null default false,
  made_by uuid,
  made_at timestamptz not null
);
create index statement_group on olympiad.statement (working_group);

-- Every version of its words, for ever. `revision`: as which revision of the thread it was put there.
create table olympiad.statement_text (
  statement uuid not null references olympiad.statement,
  version integer not null check (version > 0),
  plain text not null,
  example text not null,
  example_item uuid,
  professional text not null,
  reason text not null,
  revision uuid,
  written_by uuid,
  written_at timestamptz not null,
  primary key (statement, version)
);

create table olympiad.statement_factor (
  statement uuid not null references olympiad.statement,
  factor uuid not null references olympiad.factor,
  primary key (statement, factor)
);
create index statement_factor_factor on olympiad.statement_factor (factor);

-- A statement or factor that went up in another, fell apart, or was let go.
create table olympiad.ending (
  subject uuid primary key,
  kind text not null check (kind in ('merged', 'split', 'dropped')),
  reason text not null,
  ended_by uuid,
  ended_at timestamptz not null
);

-- Where a factor or statement came from, step by step: what the thread's links say, with the reason beside it.
create table olympiad.lineage (
  id uuid primary key default gen_random_uuid(),
  working_group uuid references olympiad.working_group,
  step text not null check (step in ('clustered', 'stated', 'reworded', 'merged', 'split', 'proposed', 'noted')),
  from_subject uuid not null,
  to_subject uuid not null,
  reason text not null default '',
  stepped_by uuid,
  stepped_at timestamptz not null
);
create index lineage_to on olympiad.lineage (to_subject);
create index lineage_from on olympiad.lineage (from_subject);

-- Another wording beside the one that stands, against the version it was written for.
create table olympiad.amendment (
  id uuid primary key default gen_random_uuid(),
  statement uuid not null references olympiad.statement,
  version integer not null,
  plain text not null,
  example text not null,
  professional text not null,
  reason text not null,
  proposed_by uuid,
  proposed_at timestamptz not null
);
create index amendment_statement on olympiad.amendment (statement);

create table olympiad.amendment_decision (
  amendment uuid primary key references olympiad.amendment,
  outcome text not null check (outcome in ('accepted', 'rejected')),
  reason text not null,
  decided_by uuid,
  decided_at timestamptz not null
);

-- What a member says about a factor or statement; the words stand in the thread's erasable row.
create table olympiad.comment (
  id uuid primary key default gen_random_uuid(),
  working_group uuid not null references olympiad.working_group,
  subject uuid not null,
  utterance uuid not null,
  said_by uuid,
  said_at timestamptz not null
);
create index comment_subject on olympiad.comment (subject);

-- Olympiads ---------------------------------------------------------------------------------------------------------

-- `rule`, `minimum` and `mode` are what is planned; from the charter on, the charter counts. `item`: its place on the thread.
create table olympiad.olympiad (
  id uuid primary key default gen_random_uuid(),
  slug text not null unique,
  year integer not null,
  title text not null,
  question text not null,
  intro text not null,
  place text not null default '',
  starts_on date not null,
  ends_on date not null,
  mode text not null check (mode in ('confidential', 'open')),
  rule jsonb not null,
  minimum integer not null check (minimum >= 5),
  removal_rule text not null,
  funder text not null default '',
  help text not null default '',
  fictional boolean not null default false,
  item uuid,
  version integer not null default 1,
  made_by uuid,
  made_at timestamptz not null,
  constraint olympiad_period check (ends_on >= starts_on)
);

create table olympiad.olympiad_group (
  olympiad uuid not null references olympiad.olympiad,
  working_group uuid not null references olympiad.working_group,
  primary key (olympiad, working_group)
);

create table olympiad.olympiad_chair (
  olympiad uuid not null references olympiad.olympiad,
  person uuid not null,
  since timestamptz not null,
  primary key (olympiad, person)
);
create index olympiad_chair_person on olympiad.olympiad_chair (person);

-- Who counts apart. `target`: how many people of this role the Olympiade hopes for.
create table olympiad.stakeholder_role (
  olympiad uuid not null references olympiad.olympiad,
  slug text not null,
  name text not null,
  plural text not null,
  position integer not null,
  target integer not null check (target >= 0),
  primary key (olympiad, slug)
);

-- The rules of the game as they were locked and published before the first weighing round. Never changes.
create table olympiad.charter (
  olympiad uuid primary key references olympiad.olympiad,
  rule jsonb not null,
  minimum integer not null check (minimum >= 5),
  mode text not null check (mode in ('confidential', 'open')),
  roles jsonb not null,
  removal_rule text not null,
  locked_by uuid,
  locked_at timestamptz not null
);

-- Panel -------------------------------------------------------------------------------------------------------------

-- Someone who takes part. `key_hash`: of the key in their own link. Mail, name and person are emptied on request and after
-- the end; role, how they were found and their interests stay for the method report. No moment of voting stands here.
create table olympiad.panellist (
  id uuid primary key default gen_random_uuid(),
  olympiad uuid not null references olympiad.olympiad,
  role text not null,
  channel text not null check (channel in ('mail', 'room', 'paper')),
  key_hash text unique,
  mail text,
  name text,
  person uuid,
  recruited text not null default '',
  interests text not null default '',
  invited_by uuid,
  invited_at timestamptz not null,
  joined_at timestamptz,
  left_at timestamptz,
  emptied_at timestamptz,
  foreign key (olympiad, role) references olympiad.stakeholder_role (olympiad, slug)
);
create index panellist_olympiad on olympiad.panellist (olympiad, role);
create index panellist_person on olympiad.panellist (person) where person is not null;
create unique index panellist_mail on olympiad.panellist (olympiad, mail) where mail is not null;

-- From someone's own key to the name under which their ballots lie. `holder` is another hash of that key than the one with
-- the panellist, so that nobody joins the two without it; `nonce`, of the same key, goes into the receipts. Emptied for
-- good at the final closing.
create table olympiad.pseudonym (
  holder text primary key,
  olympiad uuid not null references olympiad.olympiad,
  pseudonym uuid not null unique default gen_random_uuid(),
  nonce text not null
);
create index pseudonym_olympiad on olympiad.pseudonym (olympiad);

-- Rounds ------------------------------------------------------------------------------------------------------------

-- `no`: for the lock that a vote and a closing share. `mode` 'secret' only for one last round.
create table olympiad.round (
  id uuid primary key default gen_random_uuid(),
  no integer generated always as identity unique,
  olympiad uuid not null references olympiad.olympiad,
  number integer not null check (number between 0 and 4),
  kind text not null check (kind in ('proposing', 'weighing')),
  mode text not null check (mode in ('confidential', 'open', 'secret')),
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  planned_by uuid,
  planned_at timestamptz not null,
  unique (olympiad, number),
  constraint round_kind check ((number = 0) = (kind = 'proposing')),
  constraint round_period check (closes_at > opens_at)
);

-- The text as it is voted on: never another one once a round is open.
create table olympiad.round_statement (
  round uuid not null references olympiad.round,
  statement uuid not null,
  version integer not null,
  position integer not null,
  primary key (round, statement),
  foreign key (statement, version) references olympiad.statement_text (statement, version)
);

-- `roster`: hash of who is invited; `statements`: hash of the texts.
create table olympiad.round_opening (
  round uuid primary key references olympiad.round,
  roster text not null,
  statements text not null,
  opened_by uuid,
  opened_at timestamptz not null
);

create table olympiad.round_extension (
  id uuid primary key default gen_random_uuid(),
  round uuid not null references olympiad.round,
  closes_at timestamptz not null,
  reason text not null,
  extended_by uuid,
  extended_at timestamptz not null
);
create index round_extension_round on olympiad.round_extension (round, extended_at desc);

-- `figures`: everything computed, as it was computed; `final`: no round follows, and the pseudonyms are gone.
create table olympiad.round_closing (
  round uuid primary key references olympiad.round,
  final boolean not null,
  figures jsonb not null,
  closed_by uuid,
  closed_at timestamptz not null
);

-- That reminders went out and how many; never to whom.
create table olympiad.round_reminder (
  id uuid primary key default gen_random_uuid(),
  round uuid not null references olympiad.round,
  mails integer not null,
  sent_at timestamptz not null
);
create index round_reminder_round on olympiad.round_reminder (round);

-- That someone answered, without when or what: for turnout and reminders, which only the system reads per person.
create table olympiad.participation (
  round uuid not null references olympiad.round,
  panellist uuid not null references olympiad.panellist,
  primary key (round, panellist)
);

-- The last answer counts. A null score is "weet ik niet". `panellist` only in an open Olympiade. The key begins as someone
-- reads their own answers.
create table olympiad.ballot (
  round uuid not null,
  statement uuid not null,
  pseudonym uuid not null,
  role text not null,
  score smallint check (score between 1 and 9),
  panellist uuid references olympiad.panellist,
  primary key (round, pseudonym, statement),
  foreign key (round, statement) references olympiad.round_statement (round, statement)
);

-- A secret round: no person, no time, no order. The rows are written anew in an order of chance at the closing.
create table olympiad.secret_ballot (
  id uuid primary key default gen_random_uuid(),
  round uuid not null,
  statement uuid not null,
  role text not null,
  score smallint check (score between 1 and 9),
  foreign key (round, statement) references olympiad.round_statement (round, statement)
);
create index secret_ballot_round on olympiad.secret_ballot (round);

-- "Controleer of je stem is geteld": of every set of answers that was counted, a hash of those answers and of a nonce that
-- only its owner can make. Written at the closing. In a secret round it is a code of chance, given with the one answer.
create table olympiad.receipt (
  round uuid not null references olympiad.round,
  code text not null,
  primary key (round, code)
);

-- Why someone answers so. Shown to others, with the role alone, after the chair passed it. `pseudonym` is emptied at the closing.
create table olympiad.reason (
  id uuid primary key default gen_random_uuid(),
  round uuid not null,
  statement uuid not null,
  role text not null,
  score smallint check (score between 1 and 9),
  utterance uuid not null,
  pseudonym uuid,
  foreign key (round, statement) references olympiad.round_statement (round, statement)
);
create unique index reason_once on olympiad.reason (round, statement, pseudonym) where pseudonym is not null;
create index reason_statement on olympiad.reason (statement);

-- What someone proposes in round 0.
create table olympiad.proposal (
  id uuid primary key default gen_random_uuid(),
  round uuid not null references olympiad.round,
  role text not null,
  utterance uuid not null,
  pseudonym uuid,
  statement uuid references olympiad.statement
);
create index proposal_round on olympiad.proposal (round);

-- What the chair let through or not, by which published rule; the log of this is public. `subject`: a proposal or a reason.
create table olympiad.moderation (
  subject uuid primary key,
  olympiad uuid not null references olympiad.olympiad,
  kind text not null check (kind in ('proposal', 'reason')),
  outcome text not null check (outcome in ('passed', 'refused')),
  rule text not null,
  words text not null default '',
  moderated_by uuid,
  moderated_at timestamptz not null
);
create index moderation_olympiad on olympiad.moderation (olympiad);

-- Computed at the closing, never typed. `item`: its place on the thread.
create table olympiad.verdict (
  round uuid not null,
  statement uuid not null,
  verdict text not null check (verdict in ('accepted', 'rejected', 'no consensus', 'no verdict')),
  figures jsonb not null,
  item uuid,
  revision uuid,
  primary key (round, statement),
  foreign key (round, statement) references olympiad.round_statement (round, statement)
);
create index verdict_item on olympiad.verdict (item) where item is not null;

-- A pattern that looks like abuse, and its removal by the rule that was published beforehand. Both tallies are shown.
create table olympiad.flag (
  id uuid primary key default gen_random_uuid(),
  round uuid not null references olympiad.round,
  kind text not null check (kind in ('identical ballots', 'burst', 'same answer')),
  pseudonyms uuid[] not null,
  raised_at timestamptz not null
);
create index flag_round on olympiad.flag (round);

create table olympiad.removal (
  flag uuid primary key references olympiad.flag,
  reason text not null,
  removed_by uuid,
  removed_at timestamptz not null
);

-- How many ballots came per stretch of ten seconds, for bursts; without who or what. `lane`: a row of its own for each of a
-- few who vote at the same moment, so that nobody waits for another's commit.
create table olympiad.pace (
  round uuid not null references olympiad.round,
  at timestamptz not null,
  lane smallint not null,
  ballots integer not null,
  primary key (round, at, lane)
);

-- A paper sheet is entered twice by two people; when both say the same it becomes ballots and these rows go.
create table olympiad.paper_entry (
  id uuid primary key default gen_random_uuid(),
  round uuid not null references olympiad.round,
  panellist uuid not null references olympiad.panellist,
  answers jsonb not null,
  entered_by uuid not null,
  entered_at timestamptz not null,
  unique (round, panellist, entered_by)
);

-- Integrity ---------------------------------------------------------------------------------------------------------

-- One chain per Olympiade. No vote stands in it: only what was decided, and the hash of what was counted.
create table olympiad.log_entry (
  olympiad uuid not null references olympiad.olympiad,
  seq integer not null,
  action text not null,
  object text not null,
  actor uuid,
  body jsonb not null,
  at timestamptz not null,
  prev text not null,
  hash text not null,
  primary key (olympiad, seq)
);

-- A signed head, to keep somewhere else: who has it sees a chain that was cut or written anew.
create table olympiad.log_head (
  olympiad uuid not null,
  seq integer not null,
  hash text not null,
  signature text not null,
  signed_at timestamptz not null,
  primary key (olympiad, seq),
  foreign key (olympiad, seq) references olympiad.log_entry (olympiad, seq)
);

-- Conference --------------------------------------------------------------------------------------------------------

create table olympiad.programme_part (
  id uuid primary key default gen_random_uuid(),
  olympiad uuid not null references olympiad.olympiad,
  starts_at timestamptz not null,
  minutes integer not null check (minutes > 0),
  title text not null,
  words text not null default '',
  version integer not null default 1
);
create index programme_part_olympiad on olympiad.programme_part (olympiad, starts_at);

-- A table with a host, and what is discussed there.
create table olympiad.hall_table (
  id uuid primary key default gen_random_uuid(),
  olympiad uuid not null references olympiad.olympiad,
  number integer not null,
  title text not null,
  seats integer not null check (seats > 0),
  host uuid,
  version integer not null default 1,
  unique (olympiad, number)
);

create table olympiad.table_practice (
  hall_table uuid not null references olympiad.hall_table,
  practice uuid not null,
  primary key (hall_table, practice)
);

-- Someone who comes. Name, mail and needs are emptied four weeks after the day, or on request. `invited_at`: they were
-- asked to take part in the rounds too; as which panellist stands nowhere.
create table olympiad.signup (
  id uuid primary key default gen_random_uuid(),
  olympiad uuid not null references olympiad.olympiad,
  hall_table uuid references olympiad.hall_table,
  role text not null,
  name text,
  mail text,
  needs text not null default '',
  reimbursement boolean not null default false,
  key_hash text unique,
  person uuid,
  signed_up_at timestamptz not null,
  invited_at timestamptz,
  cancelled_at timestamptz,
  emptied_at timestamptz,
  version integer not null default 1,
  foreign key (olympiad, role) references olympiad.stakeholder_role (olympiad, slug)
);
create index signup_olympiad on olympiad.signup (olympiad);
create index signup_person on olympiad.signup (person) where person is not null;
create unique index signup_mail on olympiad.signup (olympiad, lower(mail)) where mail is not null and cancelled_at is null;

-- What was said at a table, without who. `statement`: what it became, or what it is a reason for.
create table olympiad.table_note (
  id uuid primary key default gen_random_uuid(),
  hall_table uuid not null references olympiad.hall_table,
  kind text not null check (kind in ('note', 'statement', 'reason')),
  words text not null,
  statement uuid references olympiad.statement,
  written_by uuid,
  written_at timestamptz not null
);
create index table_note_table on olympiad.table_note (hall_table, written_at);

-- Live --------------------------------------------------------------------------------------------------------------

-- A round in the room. `code`: six digits; one code opens one room at a time.
create table olympiad.live_session (
  id uuid primary key default gen_random_uuid(),
  round uuid not null references olympiad.round,
  code text not null check (code ~ '^[0-9]{6}$'),
  started_by uuid,
  started_at timestamptz not null,
  ended_at timestamptz,
  ended_by uuid
);
create unique index live_session_code on olympiad.live_session (code) where ended_at is null;
create unique index live_session_round on olympiad.live_session (round) where ended_at is null;

-- What the chair did with the screen, in order. `seconds`: the soft timer of a sentence, or what was added to it.
create table olympiad.live_event (
  session uuid not null references olympiad.live_session,
  seq integer not null,
  kind text not null check (kind in ('show', 'extend', 'pause', 'resume', 'hide')),
  statement uuid references olympiad.statement,
  seconds integer,
  done_by uuid,
  done_at timestamptz not null,
  primary key (session, seq)
);

-- After -------------------------------------------------------------------------------------------------------------

-- "Dit werkt zo niet": what someone would change in a published standard. The words stand on the thread.
create table olympiad.change_proposal (
  id uuid primary key default gen_random_uuid(),
  standard uuid not null,
  revision uuid not null,
  utterance uuid not null,
  key_hash text unique,
  person uuid,
  fictional boolean not null default false,
  proposed_at timestamptz not null
);
create index change_proposal_standard on olympiad.change_proposal (standard);
create index change_proposal_person on olympiad.change_proposal (person) where person is not null;

create table olympiad.agenda_item (
  change_proposal uuid primary key references olympiad.change_proposal,
  olympiad uuid not null references olympiad.olympiad,
  placed_by uuid,
  placed_at timestamptz not null
);
create index agenda_item_olympiad on olympiad.agenda_item (olympiad);

create table olympiad.change_outcome (
  change_proposal uuid primary key references olympiad.change_proposal,
  outcome text not null check (outcome in ('became a statement', 'declined')),
  statement uuid references olympiad.statement,
  words text not null,
  decided_by uuid,
  decided_at timestamptz not null
);

-- What people write in the method report where the system knows nothing, per item of ACCORD.
create table olympiad.report_text (
  olympiad uuid not null references olympiad.olympiad,
  item text not null,
  words text not null,
  version integer not null default 1,
  written_by uuid,
  written_at timestamptz not null,
  primary key (olympiad, item)
);

-- One bundle per calendar year.
create table olympiad.bundle (
  year integer primary key,
  foreword text not null,
  item uuid,
  version integer not null default 1,
  published_by uuid,
  published_at timestamptz
);

-- Who decided stays, also when that account is erased: the id of a person who is empty by then. Every other column that
-- names a person is emptied.
comment on column olympiad.charter.locked_by is 'stays after erasure: who decided';
comment on column olympiad.round_opening.opened_by is 'stays after erasure: who decided';
comment on column olympiad.round_closing.closed_by is 'stays after erasure: who decided';
comment on column olympiad.moderation.moderated_by is 'stays after erasure: who decided';
comment on column olympiad.removal.removed_by is 'stays after erasure: who decided';
comment on column olympiad.amendment_decision.decided_by is 'stays after erasure: who decided';
comment on column olympiad.change_outcome.decided_by is 'stays after erasure: who decided';
comment on column olympiad.log_entry.actor is 'stays after erasure: the chain is whole only with it';
comment on column olympiad.paper_entry.entered_by is 'stays after erasure, until the sheet is counted: two different people entered it';

select pgboss.create_queue('olympiad-clock', '{"policy":"standard"}');
select pgboss.create_queue('olympiad-reminders', '{"policy":"standard"}');
select pgboss.create_queue('olympiad-log', '{"policy":"standard"}');
select pgboss.create_queue('olympiad-retention', '{"policy":"standard"}');
grant select, insert, update, delete on all tables in schema pgboss to verankerd_app;

grant usage on schema olympiad to verankerd_app;
grant select, insert, update, delete on all tables in schema olympiad to verankerd_app;
-- What is locked, opened, closed, judged or logged may be added and never changed.
revoke update, delete, truncate on olympiad.charter, olympiad.round_opening, olympiad.round_closing, olympiad.log_entry,
  olympiad.log_head, olympiad.removal, olympiad.lineage, olympiad.statement_text from verankerd_app;
-- A version of a statement never changes, so old votes stay with the old words: only where on the thread it stands is
-- noted later. And whoever erases their account takes their name off both.
grant update (revision, written_by) on olympiad.statement_text to verankerd_app;
grant update (stepped_by) on olympiad.lineage to verankerd_app;
