-- Cases of ours that a partner goes on with for a step.
create table partners.handover (
    id uuid primary key,
    partner uuid not null references partners.partner,
    reference text not null,
    step text not null,
    owner uuid not null,
    -- what the partner was given of it, as JSON; null once it is forgotten
    content text,
    -- DONE: the partner did its part; WITHDRAWN: the case went on or ended without it; TAKEN_BACK: by an agent
    state text not null default 'OPEN' check (state in ('OPEN', 'DONE', 'WITHDRAWN', 'TAKEN_BACK')),
    -- what the partner awaits from the resident
    todo text,
    todo_before date,
    opened_at timestamptz not null,
    ended_at timestamptz,
    unique (reference, step),
    check ((state = 'OPEN') = (ended_at is null))
);
create unique index handover_open on partners.handover (reference) where state = 'OPEN';
create index handover_of_partner on partners.handover (partner, reference);
create index handover_owner on partners.handover (owner);
create index handover_age on partners.handover (ended_at) where content is not null;

-- The files that a partner may fetch: another module's, so no foreign key.
create table partners.handed_file (
    handover uuid not null references partners.handover,
    file uuid not null,
    name text not null,
    label text not null,
    media_type text not null,
    size bigint not null,
    added_at timestamptz not null,
    primary key (handover, file)
);

-- Links to them, which open for this partner only, for a quarter of an hour; we know their secrets by SHA-256.
create table partners.document_link (
    digest bytea primary key check (octet_length(digest) = 32),
    handover uuid not null references partners.handover,
    file uuid not null,
    expires_at timestamptz not null
);
create index document_link_age on partners.document_link (expires_at);

-- A case of ours has the same reference at each partner that has a part in it.
alter table partners.foreign_case add column handed boolean not null default false;
alter table partners.foreign_case drop constraint foreign_case_reference_key;
create unique index foreign_case_reference on partners.foreign_case (reference) where not handed;
