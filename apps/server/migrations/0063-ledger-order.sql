-- Names and keys are compared byte by byte: a language's order costs several times as much at every leaf, and means nothing here.
alter table ledger.leaf
  alter column table_name type text collate "C",
  alter column record type text[] collate "C";
