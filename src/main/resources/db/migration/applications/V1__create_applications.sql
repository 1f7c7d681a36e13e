-- Applications of the town's vendors that people enter with their account here, and what each of them may know.
create schema if not exists applications;

create table applications.application (
    id uuid primary key,
    client_id text not null unique,
    name text not null check (length(name) between 1 and 80),
    -- what it is for, in a sentence that people read before they agree
    purpose text not null check (length(purpose) between 1 and 300),
    contact text not null,
    protocol text not null check (protocol in ('OPENID', 'CAS')),
    -- whole addresses for OpenID Connect; the start of them for CAS, whose clients send the page asked for
    addresses text[] not null check (cardinality(addresses) > 0),
    logout_addresses text[] not null,
    back_channel text,
    claims text[] not null,
    -- null when it proves itself with a secret
    key_set text,
    algorithm text not null check (algorithm in ('RS256', 'ES256')),
    offline boolean not null,
    suspended boolean not null default false,
    created_at timestamptz not null
);

create table applications.secret (
    -- of 256 random bits, so a plain hash cannot be reversed
    hash bytea primary key check (octet_length(hash) = 32),
    application uuid not null references applications.application on delete cascade,
    created_at timestamptz not null,
    -- null for the one in use; the former one lives on while the vendor changes its settings
    expires_at timestamptz
);
create index secret_application on applications.secret (application);

-- An application that knows a person: under which name, and what the person agreed to.
create table applications.acquaintance (
    application uuid not null references applications.application on delete cascade,
    account uuid not null,
    -- differs from one application to another, so that vendors cannot bring their files together
    sub text not null unique,
    -- empty once the person took the agreement back; the name is kept, so that they find their things again
    claims text[] not null,
    agreed_at timestamptz,
    last_seen_at timestamptz,
    primary key (application, account)
);
create index acquaintance_account on applications.acquaintance (account);

-- What happened, for the administrator: sign-ins, and the exact reason of what was refused. Names nobody.
create table applications.event (
    application uuid not null references applications.application on delete cascade,
    at timestamptz not null,
    kind text not null check (kind in ('SIGNED_IN', 'REFRESHED', 'SIGNED_OUT', 'REFUSED')),
    detail text not null
);
create index event_of_application on applications.event (application, at desc);
create index event_age on applications.event (at);
