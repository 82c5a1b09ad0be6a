-- An identity of the provider belongs to one account: whoever proves it there is that account here.
create unique index credential_identity on access.credential (provider_account) where provider = 'oidc';
