-- Letters to answer: filed at the counter, or handed over by the town with a reference of its own.
create table if not exists letter (
    key text primary key,
    -- how the person is named: member, our number of them, or reference, the town's of the case
    named text not null,
    name text not null,
    subject text not null,
    state text not null
);
-- What a letter says: the answers that the town shares, then what its author writes.
create table if not exists line (
    number bigint generated always as identity primary key,
    letter text not null references letter,
    title text not null,
    text text not null
);
-- What came with it: announced with a link that ends soon, then fetched.
create table if not exists enclosure (
    number bigint generated always as identity primary key,
    letter text not null references letter,
    label text not null,
    name text not null,
    media_type text not null,
    url text not null,
    -- where the town tells of the case again, with new links
    dossier text not null,
    content bytea,
    -- why the town does not give it; null as long as it may
    trouble text
);
