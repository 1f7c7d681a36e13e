-- Passkeys (Web Authentication level 3): the device keeps the key and its owner unlocks it; here is the public half.
create table identity.passkey (
    id uuid primary key,
    account_id uuid not null references identity.account on delete cascade,
    name text not null check (length(name) between 1 and 60),
    credential_id bytea not null unique,
    -- attested credential data: the public key, and the model of what made it
    credential bytea not null,
    backup_eligible boolean not null,
    backed_up boolean not null,
    -- a copy of a key betrays itself by counting backwards; keys that do not count stay at 0
    sign_count bigint not null,
    added_at timestamptz not null,
    last_used_at timestamptz
);
create index passkey_of_account on identity.passkey (account_id);

-- What a device must sign, once and soon.
create table identity.passkey_challenge (
    hash bytea primary key check (octet_length(hash) = 32),
    -- who adds a passkey; null to sign in, when nobody is known yet
    account_id uuid references identity.account on delete cascade,
    expires_at timestamptz not null
);
create index passkey_challenge_expiry on identity.passkey_challenge (expires_at);
