-- Whose account it is when FranceConnect alone cannot tell: proofs of control, links told to the person, and an
-- administrator's answer when several accounts have one identity. And the key that proves the town to providers.

-- Several accounts may be theirs; which ones is checked again when one is shown to be.
alter table identity.arrival add column candidates uuid[] not null default '{}';
update identity.arrival set candidates = array[candidate];
alter table identity.arrival alter column candidates drop default;
alter table identity.arrival drop column candidate;

alter table identity.proof drop constraint proof_purpose_check;
alter table identity.proof add constraint proof_purpose_check
    check (purpose in ('SIGN_UP', 'RESET_PASSWORD', 'CHANGE_EMAIL', 'JOIN_ACCOUNT'));

-- What a person reads to see whether somebody else linked their account, or undid a link.
create table identity.link_event (
    id bigint generated always as identity primary key,
    account_id uuid not null references identity.account on delete cascade,
    at timestamptz not null,
    kind text not null check (kind in ('LINKED', 'LINKED_BY_TOWN', 'UNLINKED'))
);
create index link_event_of_account on identity.link_event (account_id, at desc);
create index link_event_age on identity.link_event (at);

-- Somebody proven whose civil identity several accounts have: an administrator says which one is theirs.
create table identity.duplicate (
    id uuid primary key default gen_random_uuid(),
    -- what the person quotes
    reference text not null unique,
    issuer text not null,
    sub text not null check (length(sub) between 1 and 255),
    name text not null,
    -- as proven; forgotten once answered
    civil_identity text,
    asked_at timestamptz not null,
    answer text check (answer in ('LINKED', 'REFUSED')),
    -- the account linked; no foreign key, for the trace stays when it is closed
    account_id uuid,
    reason text check (length(reason) between 1 and 500),
    answered_at timestamptz,
    answered_by uuid,
    check ((answer is null) = (civil_identity is not null)),
    check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null)),
    check ((answer is not distinct from 'LINKED') = (account_id is not null)),
    check ((answer is not distinct from 'REFUSED') = (reason is not null))
);
create unique index duplicate_waiting on identity.duplicate (issuer, sub) where answer is null;
create index duplicate_of_sub on identity.duplicate (issuer, sub, asked_at desc);
create index duplicate_age on identity.duplicate (asked_at);

-- The one key by which the town proves itself to identity providers (RFC 7523), when the settings bring none.
create table identity.client_key (
    one boolean primary key default true check (one),
    kid text not null,
    sealed bytea not null,
    created_at timestamptz not null
);
