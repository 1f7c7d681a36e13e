-- Agents whom ProConnect proves. A sub is of one agent at one identity provider: who changes provider gets another.
create table identity.agent_link (
    issuer text not null,
    sub text not null check (length(sub) between 1 and 255),
    account_id uuid not null references identity.account on delete cascade,
    siret text not null,
    linked_at timestamptz not null,
    -- the administrator who agreed
    confirmed_by uuid not null,
    primary key (issuer, sub)
);
create index agent_link_account on identity.agent_link (account_id);

-- Somebody of this town whom ProConnect proved, with an agent's address: an administrator says whether it is the agent.
create table identity.agent_link_request (
    id uuid primary key default gen_random_uuid(),
    issuer text not null,
    sub text not null check (length(sub) between 1 and 255),
    account_id uuid not null references identity.account on delete cascade,
    siret text not null,
    -- as ProConnect tells it
    name text not null,
    asked_at timestamptz not null,
    unique (issuer, sub)
);
create index agent_link_request_age on identity.agent_link_request (asked_at);
