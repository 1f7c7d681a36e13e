-- Programs that call us and sign nobody in: no address to send anybody back to. Their access tokens, only as hashes.
alter table applications.application drop constraint application_protocol_check;
alter table applications.application add constraint application_protocol_check
    check (protocol in ('OPENID', 'CAS', 'API'));
alter table applications.application drop constraint application_addresses_check;
alter table applications.application add constraint application_addresses_check
    check (cardinality(addresses) > 0 or protocol = 'API');

create table applications.client_token (
    hash bytea primary key check (octet_length(hash) = 32),
    application uuid not null references applications.application on delete cascade,
    expires_at timestamptz not null
);
create index client_token_expiry on applications.client_token (expires_at);
