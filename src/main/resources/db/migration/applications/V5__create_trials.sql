-- Trials: an administrator watches, for half an hour, what an application says to us and what we answer.
create table applications.trial (
    application uuid primary key references applications.application on delete cascade,
    started_at timestamptz not null,
    ends_at timestamptz not null
);

-- What was said. Secrets, codes, tokens and what concerns people are masked before they come here.
create table applications.trial_message (
    id bigint generated always as identity primary key,
    application uuid not null references applications.application on delete cascade,
    at timestamptz not null,
    kind text not null,
    good boolean not null,
    summary text not null,
    -- exactly why it was refused; empty otherwise
    reason text not null,
    asked jsonb not null,
    answered jsonb not null
);
create index trial_message_of_application on applications.trial_message (application, id);
create index trial_message_age on applications.trial_message (at);

-- The stand-in that we play ourselves in a trial; null for the applications of vendors. One at a time.
alter table applications.application
    add column stands_in_for uuid unique references applications.application on delete cascade;
