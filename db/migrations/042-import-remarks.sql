-- What of a catalogue was left unread without being wrong, as sentences: a column that is not of our template.
alter table training.import_reading add column remarks text[] not null default '{}';
