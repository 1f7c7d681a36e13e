-- Accounts proven by FranceConnect: they need no password, and their address may be that of a whole family.
alter table identity.account alter column password_hash drop not null;
drop index identity.account_email;
create unique index account_email on identity.account (lower(email)) where password_hash is not null;
create index account_any_email on identity.account (lower(email));

-- Several subs may lead to one account: a corrected civil status gives the same person another one.
create table identity.link (
    issuer text not null,
    sub text not null check (length(sub) between 1 and 255),
    account_id uuid not null references identity.account on delete cascade,
    linked_at timestamptz not null,
    primary key (issuer, sub)
);
create index link_account on identity.link (account_id);

-- The six pivot fields and the name in use, as somebody proved them. Never typed by the person.
create table identity.civil_identity (
    account_id uuid primary key references identity.account on delete cascade,
    given_names text not null,
    family_name text not null,
    usual_name text not null default '',
    gender text not null check (gender in ('male', 'female', 'unspecified')),
    -- YYYY-MM-DD, with 00 for what a presumed date does not know
    birthdate text not null check (birthdate ~ '^\d{4}-\d{2}-\d{2}$'),
    -- INSEE codes; no place for who was born abroad
    birthplace text not null,
    birthcountry text not null,
    proven_by text not null,
    proven_at timestamptz not null
);
create index civil_identity_birthdate on identity.civil_identity (birthdate);

-- Somebody whom FranceConnect proved, and who must still say whether an account of the same address is theirs.
create table identity.arrival (
    token_hash bytea primary key check (octet_length(token_hash) = 32),
    candidate uuid not null references identity.account on delete cascade,
    arrival text not null,
    expires_at timestamptz not null
);
create index arrival_expiry on identity.arrival (expires_at);

-- Needed to sign out of FranceConnect as well.
alter table identity.session add column id_token text;

-- How the person showed who they are (RFC 8176), which other applications may ask.
alter table identity.session add column methods text not null default 'pwd';
alter table identity.session alter column methods drop default;
