-- How people show a partner which of its accounts is theirs; what is said before; what leads to its pages.
create table partners.linking (
    partner uuid primary key references partners.partner,
    method text not null check (method in ('SIGN_ON', 'OPENID', 'CAS', 'CARD', 'CODE')),
    -- in plain French: what the partner will tell the town, what it will know of the town's account
    town_learns text not null check (length(town_learns) between 1 and 500),
    partner_learns text not null check (length(partner_learns) between 1 and 500),
    -- where questions are sent (CARD, CODE), the CAS server, or the issuer of OpenID Connect
    address text,
    client_id text,
    -- sealed
    client_secret bytea,
    -- initiate_login_uri of the partner (OpenID Connect Core 1.0, section 4)
    sign_on text,
    check ((method = 'SIGN_ON') = (address is null)),
    check ((method = 'OPENID') = (client_id is not null and client_secret is not null))
);

alter table partners.link drop constraint link_proven_by_check;
alter table partners.link add check (proven_by in ('SIGN_ON', 'OPENID', 'CAS', 'CARD', 'CODE'));

-- A proof under way: the partner's word for a code that it sent, or the person whom it recognised and who must still
-- agree. Kept a quarter of an hour.
create table partners.proving (
    account uuid not null,
    partner uuid not null references partners.partner,
    challenge text,
    member text,
    name text,
    expires_at timestamptz not null,
    primary key (account, partner),
    check ((challenge is null) <> (member is null) and (member is null) = (name is null))
);
create index proving_age on partners.proving (expires_at);

-- For whom of the family a case was opened, as the partner names them; null when it named the account.
alter table partners.foreign_case add column member text;

create index facts_account on partners.facts (account);

-- The appointment of a case, the newest one; it leaves with the case.
create table partners.booking (
    partner uuid not null,
    key text not null,
    reference text not null,
    account uuid not null,
    label text not null,
    starts_at timestamptz not null,
    ends_at timestamptz check (ends_at >= starts_at),
    place text,
    changed_at timestamptz not null,
    primary key (partner, key),
    foreign key (partner, key) references partners.foreign_case on delete cascade
);
create index booking_of_account on partners.booking (account, starts_at);
