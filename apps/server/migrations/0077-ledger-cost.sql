-- What a waiting change costs the transaction that makes it, and the sequencer that takes it.
-- Only generated triggers and the ledger's own functions write here: a check of each row would be compiled anew at every statement.
alter table ledger.pending drop constraint pending_op_check;
-- Changes wait for a fifth of a second. The few that are there are sorted sooner than an index is kept, whose last page all writers share.
alter table ledger.pending drop constraint pending_pkey;
alter table ledger.pending set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20000,
  autovacuum_vacuum_insert_threshold = -1, autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 1000000);
