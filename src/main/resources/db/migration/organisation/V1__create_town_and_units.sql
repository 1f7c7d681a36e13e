-- The town is one row: one process serves one town, whose name and contacts are data, not settings.
create schema if not exists organisation;

create table organisation.town (
    only_row boolean primary key default true check (only_row),
    name text not null,
    portal_name text not null,
    tagline text not null,
    phone text not null,
    phone_hours text not null,
    address text not null,
    postcode text not null check (postcode ~ '^[0-9]{5}$'),
    city text not null,
    email text not null,
    dpo_email text not null,
    publication_director text not null,
    host text not null
);

create table organisation.unit (
    id text primary key check (id ~ '^[a-z][a-z0-9-]{1,40}$'),
    name text not null,
    phone text not null,
    email text not null,
    address text not null,
    hours text not null,
    position int not null
);

-- account is an account of identity: another module's table, so no foreign key
create table organisation.membership (
    account uuid not null,
    unit text not null references organisation.unit,
    function text not null check (function in ('AGENT', 'HEAD_OF_UNIT')),
    quality text not null check (quality <> ''),
    primary key (account, unit)
);
create index membership_of_unit on organisation.membership (unit);

create table organisation.administrator (
    account uuid primary key
);
