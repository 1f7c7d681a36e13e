-- Roles are given and withdrawn in the desk: who did it, when, and what for.

-- A person who works or worked for the town, under a name that addresses may carry.
create table organisation.colleague (
    id uuid primary key default gen_random_uuid(),
    account uuid not null unique
);
insert into organisation.colleague (account)
select account from organisation.membership union select account from organisation.administrator;

-- What a person is for the whole town, whatever their units.
create table organisation.office (
    account uuid not null,
    office text not null check (office in ('ADMINISTRATOR', 'DESIGNER', 'DPO', 'ELECTED')),
    primary key (account, office)
);
insert into organisation.office (account, office) select account, 'ADMINISTRATOR' from organisation.administrator;
drop table organisation.administrator;

create table organisation.staff_event (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    account uuid not null,
    -- who did it; null for the program itself
    by_account uuid,
    kind text not null check (kind in ('GIVEN', 'WITHDRAWN', 'FACTORS_RESET')),
    -- a function in a unit, or an office; null when it is about none
    role text,
    unit text,
    quality text
);
create index staff_event_of_account on organisation.staff_event (account, id desc);
create index staff_event_age on organisation.staff_event (at);
