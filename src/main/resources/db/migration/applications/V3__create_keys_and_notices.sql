-- What lets applications believe us and lets us believe them, and the outbox of logouts.

-- Keys that sign what we say of people. Published before they sign and after, so that nobody meets an unknown one.
create table applications.signing_key (
    kid text primary key,
    algorithm text not null check (algorithm in ('RS256', 'ES256')),
    -- AES-GCM under a key derived from the town's secret
    sealed bytea not null,
    signs_from timestamptz not null,
    created_at timestamptz not null
);

-- Assertions of applications that were used (RFC 7523, section 3: jti), until they expire.
create table applications.assertion (
    hash bytea primary key check (octet_length(hash) = 32),
    expires_at timestamptz not null
);

-- Outbox of back-channel logout: whom to tell that a session ended.
create table applications.logout_notice (
    id uuid primary key,
    application uuid not null references applications.application on delete cascade,
    sub text not null,
    sid text not null,
    attempts int not null default 0,
    created_at timestamptz not null
);
