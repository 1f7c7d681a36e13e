-- Files dropped by SFTP: the keys that prove a partner, and the one that proves us.
create table partners.drop_key (
    partner uuid not null references partners.partner,
    -- of the public key, as ssh-keygen -l shows it; nothing else of it is needed to know it again
    fingerprint text not null check (fingerprint ~ '^SHA256:[A-Za-z0-9+/]{43}$'),
    kind text not null,
    comment text not null,
    added_at timestamptz not null,
    primary key (partner, fingerprint)
);

create table partners.drop_host_key (
    -- there is one, whichever node makes it first
    one boolean primary key default true check (one),
    kid text not null,
    sealed bytea not null,
    created_at timestamptz not null
);

alter table partners.feed_file
    drop constraint feed_file_channel_check,
    add constraint feed_file_channel_check check (channel in ('DESK', 'API', 'MAIL', 'SFTP')),
    -- how long its acknowledgement is; null until it was read
    add column acknowledgement_bytes bigint;
create index feed_file_news on partners.feed_file (partner, received_at desc);
