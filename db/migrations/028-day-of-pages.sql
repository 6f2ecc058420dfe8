-- Kept pages are made anew at midnight by every process itself (foundation/http/cache.ts): nobody has to look each night
-- whether a consultation began or ended.
delete from pgboss.schedule where name = 'consultation-day';
