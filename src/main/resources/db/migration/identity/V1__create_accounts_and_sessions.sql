-- Accounts of people, and the devices they are signed in on: rows, so that a restart signs nobody out.
create schema if not exists identity;

create table identity.account (
    id uuid primary key,
    first_name text not null check (length(first_name) between 1 and 100),
    last_name text not null check (length(last_name) between 1 and 100),
    email text not null check (length(email) between 3 and 254),
    password_hash text not null,
    -- an invented person, who may sign in to a demonstration only
    demo boolean not null default false,
    -- works for the town: only then are places in units looked up at each request
    staff boolean not null default false,
    created_at timestamptz not null
);
create unique index account_email on identity.account (lower(email));

create table identity.session (
    -- the token itself is only in the browser's cookie
    token_hash bytea primary key check (octet_length(token_hash) = 32),
    id uuid not null unique,
    account_id uuid not null references identity.account on delete cascade,
    device text not null check (length(device) <= 100),
    created_at timestamptz not null,
    last_seen_at timestamptz not null,
    expires_at timestamptz not null
);
create index session_account on identity.session (account_id);
create index session_expiry on identity.session (expires_at);
