-- What happens here is told to partners that want it, at an address of theirs.
alter table partners.partner add column webhook text;

create table partners.delivery (
    id uuid primary key,
    partner uuid not null references partners.partner,
    -- what it is about: the deliveries of a topic leave one after the other
    topic text not null,
    -- their order
    number bigint generated always as identity,
    type text not null,
    data text not null,
    -- DEAD: given up after the last attempt, until somebody replays it
    state text not null default 'PENDING' check (state in ('PENDING', 'DONE', 'DEAD')),
    attempts int not null default 0,
    -- when to try next; while somebody tries, when to believe that they died
    next_at timestamptz not null,
    last_status int,
    last_error text,
    created_at timestamptz not null,
    settled_at timestamptz,
    check ((state = 'PENDING') = (settled_at is null))
);
create index delivery_due on partners.delivery (partner, next_at) where state = 'PENDING';
create index delivery_order on partners.delivery (partner, topic, number) where state = 'PENDING';
create index delivery_dead on partners.delivery (partner, number) where state = 'DEAD';
create index delivery_age on partners.delivery (settled_at);
