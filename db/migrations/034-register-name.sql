-- Points of a register that is in no list of ours: how that register is called. '' for the registers of the list, and for
-- what was written before we asked.
alter table training.accreditation add column register_name text not null default '';
