-- A second factor: compulsory for those who work for the town, offered to everybody.
create table identity.authenticator (
    account_id uuid primary key references identity.account on delete cascade,
    -- the secret shared with the application, sealed for this account; null until a first code of it
    sealed bytea,
    -- the secret of an application being installed
    prepared bytea,
    -- the last 30-second step whose code was used: a code is good once (RFC 6238, section 5.2)
    last_step bigint not null default 0,
    confirmed_at timestamptz,
    check ((sealed is null) = (confirmed_at is null))
);

create table identity.recovery_code (
    account_id uuid not null references identity.account on delete cascade,
    -- HMAC of account and code
    code_hash bytea not null check (octet_length(code_hash) = 32),
    primary key (account_id, code_hash)
);

-- Somebody who showed a first factor and is asked for the second; signed in nowhere until then.
create table identity.doorstep (
    token_hash bytea primary key check (octet_length(token_hash) = 32),
    account_id uuid not null references identity.account on delete cascade,
    methods text not null,
    id_token text,
    expires_at timestamptz not null
);
create index doorstep_expiry on identity.doorstep (expires_at);
create index doorstep_account on identity.doorstep (account_id);

-- When the person last showed that it is still them before the screen.
alter table identity.session add column confirmed_at timestamptz not null default now();
update identity.session set confirmed_at = created_at;

-- Colleagues sign in once more, with two factors.
delete from identity.session using identity.account
where account.id = session.account_id and account.staff;

-- What a person reads to see whether somebody else came in; no address of a computer is kept.
create table identity.sign_in (
    id bigint generated always as identity primary key,
    account_id uuid not null references identity.account on delete cascade,
    at timestamptz not null,
    device text not null,
    methods text not null
);
create index sign_in_of_account on identity.sign_in (account_id, at desc);
create index sign_in_age on identity.sign_in (at);
