-- A sheet is written on again and again. Its row keeps the sealed bytes beside the rest: they never compress, and stored
-- apart they cost two more rows and their index. A page keeps room for the next version of its rows.

alter table reflection.sheet alter column sealed set storage plain;
alter table reflection.sheet set (fillfactor = 60);

-- What happens most in this house, planned once per connection: become the reflector for this one sheet, do the work,
-- and be again who one was. The caller could do the same step by step, and gains no right by these.

create function reflection.read_sheet(asked bytea, moment timestamptz, mark bytea, in_line boolean)
returns table (sealed bytea, version integer, kept boolean, number integer, counted boolean)
language plpgsql as $$
#variable_conflict use_column
declare
  earlier text := current_setting('role');
begin
  perform set_config('app.sheet', encode(asked, 'hex'), true),
    set_config('app.ticket', coalesce(encode(mark, 'hex'), ''), true),
    case when to_regrole('verankerd_reflector') is not null then set_config('role', 'verankerd_reflector', true) end;
  if in_line then
    perform from reflection.sheet where lookup = asked for update;
  end if;
  return query select sealed, version, kept, number, exists (select from reflection.ticket where ticket = mark)
    from reflection.sheet where lookup = asked and expires_at > moment;
  perform set_config('app.sheet', '', true), set_config('app.ticket', '', true), set_config('role', earlier, true);
end $$;

create function reflection.begin_sheet(asked bytea, bytes bytea, answered timestamptz, until timestamptz)
returns table (version integer)
language plpgsql as $$
#variable_conflict use_column
declare
  earlier text := current_setting('role');
begin
  perform set_config('app.sheet', encode(asked, 'hex'), true),
    case when to_regrole('verankerd_reflector') is not null then set_config('role', 'verankerd_reflector', true) end;
  return query insert into reflection.sheet (lookup, sealed, answered_at, expires_at)
    values (asked, bytes, answered, until) on conflict do nothing returning version;
  perform set_config('app.sheet', '', true), set_config('role', earlier, true);
end $$;

create function reflection.write_sheet(asked bytea, bytes bytea, answered timestamptz, until timestamptz,
  kept_until timestamptz, moment timestamptz, nonce bytea, answering boolean)
returns table (version integer)
language plpgsql as $$
#variable_conflict use_column
declare
  earlier text := current_setting('role');
begin
  perform set_config('app.sheet', encode(asked, 'hex'), true),
    case when to_regrole('verankerd_reflector') is not null then set_config('role', 'verankerd_reflector', true) end;
  return query update reflection.sheet set sealed = bytes, version = version + 1,
      answered_at = case when answering then answered else answered_at end,
      expires_at = case when kept then kept_until when answering then until else expires_at end
    where lookup = asked and expires_at > moment and substr(sealed, 1, 12) = nonce returning version;
  perform set_config('app.sheet', '', true), set_config('role', earlier, true);
end $$;

revoke all on function reflection.read_sheet, reflection.begin_sheet, reflection.write_sheet from public;
grant execute on function reflection.read_sheet, reflection.begin_sheet, reflection.write_sheet to verankerd_app;
