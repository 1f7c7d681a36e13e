-- Each person's private calendar feed: its address opens it, so only its hash is kept.
create table partners.calendar (
    account uuid primary key,
    token_hash bytea not null unique check (octet_length(token_hash) = 32),
    made_at timestamptz not null
);
