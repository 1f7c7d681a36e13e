-- Letters to answer: filed at the counter, or handed over by the town with a reference of its own.
create table if not exists letter (
    key text primary key,
    -- as the person is named to the town: member or reference
    named text not null,
    name text not null,
    subject text not null,
    state text not null
);
-- Messages that came: each is taken once.
create table if not exists heard (id text primary key, at timestamptz not null);
