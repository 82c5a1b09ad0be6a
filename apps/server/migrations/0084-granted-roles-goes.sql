-- Installations of an older release still have the function of this name without an argument: 0072 says the same of any account.
drop function if exists access.granted_roles();
