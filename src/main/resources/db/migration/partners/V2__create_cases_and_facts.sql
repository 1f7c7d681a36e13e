-- A case that a partner handles, which the ledger follows under a reference of ours.
create table partners.foreign_case (
    partner uuid not null references partners.partner,
    key text not null,
    reference text not null unique,
    owner uuid not null,
    -- of the last event that was applied
    sequence bigint not null,
    -- where the resident goes on at the partner's, under its site
    path text,
    primary key (partner, key)
);
create index foreign_case_owner on partners.foreign_case (owner);

-- What is known of a person at a partner's now: loans, balance, dates. The newest word replaces the one before.
create table partners.facts (
    partner uuid not null references partners.partner,
    account uuid not null,
    member text not null,
    sequence bigint not null,
    at timestamptz not null,
    received_at timestamptz not null,
    content jsonb not null,
    primary key (partner, account, member)
);
