-- Pages that waiting changes leave are used again at once by the next. To cut them off, a vacuum locks out every writer for a moment, and
-- the next writers make the file longer again.
alter table ledger.pending set (vacuum_truncate = false);
