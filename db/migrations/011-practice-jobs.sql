-- Queues of the practices: the yearly question to owners, and the erasing of what is no longer needed.
select pgboss.create_queue('practice-confirmations', '{"policy":"standard"}');
select pgboss.create_queue('practice-retention', '{"policy":"standard"}');

grant select, insert, update, delete on all tables in schema pgboss to verankerd_app;
