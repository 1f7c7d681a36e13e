-- The town's own directory announces who arrives and who leaves (SCIM 2.0): what it said, and what it called.
create table identity.directory_user (
    id uuid primary key default gen_random_uuid(),
    account_id uuid not null unique references identity.account on delete cascade,
    -- what the directory calls them; null as long as it has not spoken of them
    user_name text check (length(user_name) between 1 and 254),
    external_id text check (length(external_id) between 1 and 254),
    title text,
    department text,
    -- false once the directory said that they left
    active boolean not null default true,
    created_at timestamptz not null,
    modified_at timestamptz not null
);
create unique index directory_user_name on identity.directory_user (lower(user_name));
create index directory_user_external_id on identity.directory_user (external_id);

insert into identity.directory_user (account_id, created_at, modified_at)
select id, created_at, created_at from identity.account where staff;

-- The units where the directory wants somebody; kept while they are away, so that they find them again.
create table identity.directory_place (
    account_id uuid not null references identity.account on delete cascade,
    unit text not null,
    primary key (account_id, unit)
);
create index directory_place_of_unit on identity.directory_place (unit);

create table identity.directory_token (
    -- of 256 random bits, so a plain hash cannot be reversed
    hash bytea primary key check (octet_length(hash) = 32),
    created_at timestamptz not null,
    created_by uuid not null,
    -- null for the one in use; the former one lives on while the directory's settings are changed
    expires_at timestamptz,
    last_used_at timestamptz
);

create table identity.directory_call (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    method text not null,
    path text not null,
    status smallint not null,
    -- why it was refused; empty when it was not
    reason text not null
);
create index directory_call_age on identity.directory_call (at);
create index directory_call_refused on identity.directory_call (id) where status >= 400;
