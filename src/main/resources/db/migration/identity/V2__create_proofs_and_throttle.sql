-- What protects accounts: codes sent by e-mail to prove an address, and the growing delay that stops guessing.

create table identity.proof (
    -- carried by the browser in a cookie; opens nothing without the code
    id uuid primary key,
    purpose text not null check (purpose in ('SIGN_UP', 'RESET_PASSWORD', 'CHANGE_EMAIL')),
    email text not null,
    -- null while there is no account, and when the address has none: the code then proves nothing
    account_id uuid references identity.account on delete cascade,
    -- of the account to open, for SIGN_UP
    first_name text,
    last_name text,
    password_hash text,
    -- false when the code was never sent, because the address may not be used so
    useful boolean not null,
    -- HMAC of id and code: six digits alone could be found from a plain hash
    code_hash bytea not null check (octet_length(code_hash) = 32),
    tries smallint not null default 0,
    expires_at timestamptz not null
);
create index proof_expiry on identity.proof (expires_at);

create table identity.throttle (
    -- HMAC of what is guarded (an address of a person or of a computer), which is not kept itself
    key bytea primary key check (octet_length(key) = 32),
    attempts int not null check (attempts > 0),
    since timestamptz not null,
    retry_at timestamptz not null
);
create index throttle_age on identity.throttle (since);
