-- What the town's team sees of its partners: their calls, what went wrong, whom it was told to.
create table partners.call (
    id bigint generated always as identity primary key,
    partner uuid not null references partners.partner,
    at timestamptz not null,
    method text not null,
    path text not null,
    status int not null,
    millis int not null,
    -- how many of its events were applied, had come before, wait, came late, were refused
    applied int not null default 0,
    duplicate int not null default 0,
    waiting int not null default 0,
    late int not null default 0,
    refused int not null default 0,
    -- why it was not served, as the program was told
    code text,
    -- the id that the partner's program gave it, to find it again in its own log
    request_id text
);
create index call_of_partner on partners.call (partner, id desc);
create index call_age on partners.call (at);

-- health is read from the newest events of one partner
create index event_news on partners.event (partner, received_at desc);

-- at most one e-mail for each partner, kind of trouble and day
create table partners.alert (
    partner uuid not null references partners.partner,
    kind text not null check (kind ~ '^[A-Z_]{1,40}$'),
    day date not null,
    primary key (partner, kind, day)
);

-- an administrator looked at what a refused event says of a person
create table partners.disclosure (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    partner uuid not null references partners.partner,
    event_id text,
    administrator uuid not null
);
create index disclosure_age on partners.disclosure (at);

-- the town asked a partner to say where all its cases stand
create table partners.resync (
    partner uuid primary key references partners.partner,
    asked_at timestamptz not null
);

alter table partners.partner
    -- who goes on with its cases; what it told stays under its name
    add column replaced_by uuid references partners.partner,
    -- on trial: it knows invented people only
    add column sandbox boolean not null default false;
alter table partners.link add column invented boolean not null default false;
