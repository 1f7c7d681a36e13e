-- Files that partners drop or send, until they were read and a while after: they may have to be read again.
create table partners.feed_file (
    id uuid primary key,
    partner uuid not null references partners.partner,
    channel text not null check (channel in ('DESK', 'API', 'MAIL')),
    name text not null,
    -- the same file twice is the same file
    digest bytea not null check (octet_length(digest) = 32),
    content bytea not null,
    state text not null check (state in ('RECEIVED', 'READ', 'REFUSED')),
    -- why no line of it could be read
    code text,
    detail text,
    received_at timestamptz not null,
    read_at timestamptz,
    unique (partner, digest)
);
create index feed_file_age on partners.feed_file (received_at);

-- What became of each line: the acknowledgement.
create table partners.feed_line (
    file uuid not null references partners.feed_file on delete cascade,
    line int not null,
    event text,
    status text not null check (status in ('APPLIED', 'UNCHANGED', 'WAITING', 'LATE', 'REFUSED')),
    code text not null,
    detail text not null,
    primary key (file, line)
);

-- The address at which a partner's messages are taken; who guesses it could speak for the partner.
create table partners.feed_mailbox (
    partner uuid primary key references partners.partner,
    token text not null unique check (token ~ '^[a-z0-9]{26}$'),
    given_at timestamptz not null
);
