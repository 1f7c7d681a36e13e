-- For partners who cannot push: how their records become events, and what was last seen of each record.
create table partners.feed (
    partner uuid primary key references partners.partner,
    -- as the administrator wrote it (YAML)
    mapping text not null check (length(mapping) <= 20000),
    changed_at timestamptz not null
);

create table partners.feed_record (
    partner uuid not null references partners.partner,
    -- the case, with the number that the partner gave to the event if it numbers them
    name text not null,
    -- of what the record said, as far as the mapping looks at it
    digest bytea not null check (octet_length(digest) = 32),
    -- of the last event that was made of it
    sequence bigint not null,
    -- the time of that event
    at timestamptz not null,
    -- why it was refused; null when it was not
    code text,
    pointer text,
    detail text,
    seen_at timestamptz not null,
    primary key (partner, name),
    check ((code is null) = (pointer is null) and (code is null) = (detail is null))
);
create index feed_record_age on partners.feed_record (seen_at);

-- Where a partner's list is read, how often, and how the last readings went.
create table partners.feed_poll (
    partner uuid primary key references partners.partner,
    address text not null,
    -- where the records are in the answer, and where its next page and its cursor are (RFC 6901)
    list text not null,
    next text,
    cursor_at text,
    proof text not null check (proof in ('NONE', 'BEARER', 'BASIC', 'API_KEY')),
    -- the user, or the header that carries the key
    proof_name text,
    -- sealed
    secret bytea,
    minutes int not null check (minutes between 5 and 1440),
    active boolean not null,
    -- up to where it was read, kept in the transaction of the events
    cursor text,
    etag text,
    last_modified text,
    failures int not null default 0,
    attempted_at timestamptz,
    succeeded_at timestamptz,
    fault text,
    check ((proof = 'NONE') = (secret is null))
);
