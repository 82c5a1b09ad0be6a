-- Whose turn it is to give out indices is said by the lock of a row that nobody else may lock. An advisory lock is anybody's: every role
-- could have held the ledger up with it for as long as it liked.
create table ledger.turn (id boolean primary key default true check (id));
comment on table ledger.turn is 'One row; whoever has locked it gives out indices and publishes. It says nothing.';
insert into ledger.turn default values;
grant select, update on ledger.turn to shengmian_ledger;
