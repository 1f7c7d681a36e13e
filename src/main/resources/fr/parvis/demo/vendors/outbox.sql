-- Events to tell the town, written with what they tell of; they leave when the town takes them.
create table if not exists outbox (
    number bigint generated always as identity primary key,
    id text not null unique,
    body text not null,
    label text not null,
    at timestamptz not null,
    -- what the town answered; null until it did
    status text,
    fault text
);
create index if not exists outbox_to_send on outbox (number) where status is null;
-- The last number given in each case, and for each person's facts.
create table if not exists counter (key text primary key, sequence bigint not null);
-- Messages that came: each is taken once.
create table if not exists heard (id text primary key, at timestamptz not null);
-- Who stands behind the town's accounts here, and whether they follow that person in the town now.
create table if not exists follower (
    -- the town's name of an account
    sub text not null,
    -- this house's name of the person
    member text not null,
    follows boolean not null,
    primary key (sub, member)
);
