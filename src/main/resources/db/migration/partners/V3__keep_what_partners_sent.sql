-- Events that were taken, as they came. Their ids make sure that nothing happens twice.
create table partners.event (
    partner uuid not null references partners.partner,
    id text not null,
    -- whose it is
    account uuid not null,
    -- of the whole event: the same id with something else in it is a mistake of theirs
    digest bytea not null check (octet_length(digest) = 32),
    -- null for facts, which belong to no case
    case_key text,
    type text not null,
    sequence bigint not null,
    at timestamptz not null,
    received_at timestamptz not null,
    -- WAITING: one with a smaller sequence has not come yet; LATE: it came after those that follow it
    state text not null check (state in ('APPLIED', 'WAITING', 'LATE')),
    content text not null,
    primary key (partner, id)
);
create index event_waiting on partners.event (partner, case_key, sequence) where state = 'WAITING';
create index event_account on partners.event (account);
create index event_age on partners.event (received_at);

-- Events that were not taken, with what to tell the partner's engineers.
create table partners.refusal (
    id bigint generated always as identity primary key,
    partner uuid not null references partners.partner,
    at timestamptz not null,
    event_id text,
    code text not null,
    pointer text not null,
    detail text not null,
    content text not null
);
create index refusal_of_partner on partners.refusal (partner, id desc);
create index refusal_age on partners.refusal (at);
