-- Sign-ons in progress or alive: codes and tokens only as hashes, everything that follows from one code in one row.
create table applications.sign_on (
    id uuid primary key,
    application uuid not null references applications.application on delete cascade,
    account uuid not null,
    -- the session here that it follows; another module's table, so no foreign key
    session uuid not null,
    claims text[] not null,
    address text not null,
    challenge text not null,
    nonce text,
    acr text not null,
    amr text not null,
    signed_in_at timestamptz not null,
    offline boolean not null,
    code_hash bytea not null unique check (octet_length(code_hash) = 32),
    code_expires_at timestamptz not null,
    code_used_at timestamptz,
    access_hash bytea unique check (octet_length(access_hash) = 32),
    access_expires_at timestamptz,
    revoked boolean not null default false,
    -- when nothing of it can be used any more
    expires_at timestamptz not null
);
create index sign_on_session on applications.sign_on (session);
create index sign_on_account on applications.sign_on (account);
create index sign_on_expiry on applications.sign_on (expires_at);

-- Each refresh token is used once; its second use gives the whole sign-on up (RFC 9700, section 4.14.2).
create table applications.refresh (
    hash bytea primary key check (octet_length(hash) = 32),
    sign_on uuid not null references applications.sign_on on delete cascade,
    used_at timestamptz,
    expires_at timestamptz not null
);
create index refresh_sign_on on applications.refresh (sign_on);
