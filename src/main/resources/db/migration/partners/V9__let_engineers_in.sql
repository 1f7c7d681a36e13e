-- Engineers of partners, invited by the town, and the runs in which they check their program.
create table partners.engineer (
    id uuid primary key,
    partner uuid not null references partners.partner,
    email text not null check (length(email) <= 254),
    -- null until they accept, signed in
    account uuid,
    token_hash bytea not null unique check (octet_length(token_hash) = 32),
    invited_at timestamptz not null,
    unique (partner, email)
);
create index engineer_account on partners.engineer (account);

create table partners.run (
    id uuid primary key,
    partner uuid not null references partners.partner,
    started_at timestamptz not null,
    ended_at timestamptz,
    -- the types of events that the program sends
    types text[] not null,
    -- when we pretended to be out of order, and the first event that was turned away
    hindered_at timestamptz,
    hindered_event text
);
create unique index run_under_way on partners.run (partner) where ended_at is null;
create index run_of_partner on partners.run (partner, started_at desc);
