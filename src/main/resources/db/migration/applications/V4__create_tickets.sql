-- Service tickets of CAS: used once, within seconds.
create table applications.ticket (
    hash bytea primary key check (octet_length(hash) = 32),
    application uuid not null references applications.application on delete cascade,
    account uuid not null,
    service text not null,
    -- whether the person signed in for this very ticket
    fresh boolean not null,
    expires_at timestamptz not null
);
create index ticket_expiry on applications.ticket (expires_at);
