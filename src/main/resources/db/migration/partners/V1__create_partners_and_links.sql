-- Software of other houses that tells us what happens to residents' cases there.
create schema if not exists partners;

create table partners.partner (
    id uuid primary key,
    slug text not null unique check (slug ~ '^[a-z][a-z0-9-]{1,40}$'),
    name text not null check (length(name) between 1 and 80),
    -- the application it proves itself as: another module's table, so no foreign key
    application uuid not null unique,
    -- the source of its events (CloudEvents 1.0): with the id of an event it names it for ever
    source text not null unique,
    -- its web site, under which all links of its events lead
    site text not null,
    -- the unit of the town that residents may ask
    unit text not null,
    contact text not null,
    -- what signs messages between us, sealed; the former one still counts for a while after a renewal
    signing_key bytea not null,
    former_key bytea,
    former_key_until timestamptz,
    suspended boolean not null default false,
    created_at timestamptz not null
);

-- Who is known to a partner, and under which names: ours for the account, theirs for each person of the family.
create table partners.link (
    id uuid primary key,
    partner uuid not null references partners.partner,
    account uuid not null,
    sub text not null,
    member text not null,
    -- as the person calls it: "Zoé", "Léo"
    label text not null check (length(label) between 1 and 80),
    proven_by text not null check (proven_by in ('SIGN_ON', 'CARD', 'CODE')),
    linked_at timestamptz not null,
    unique (partner, member)
);
create index link_account on partners.link (account);
create index link_sub on partners.link (partner, sub);
