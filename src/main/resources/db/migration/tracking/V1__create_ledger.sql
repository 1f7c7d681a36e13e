-- One list and one timeline for everything a resident follows, whoever handles it.
create schema if not exists tracking;

create table tracking.item (
    reference text primary key,
    kind text not null,
    owner uuid not null,
    title text not null,
    state text not null check (state in ('OPEN', 'DONE')),
    move text not null check (move in ('RESIDENT', 'TOWN', 'NOBODY')),
    headline text not null,
    todo text,
    todo_due date,
    now_label text,
    now_detail text,
    steps_done int not null check (steps_done >= 0),
    steps_total int not null check (steps_total >= steps_done),
    upcoming text[] not null default '{}',
    expected_from date,
    expected_to date,
    legal_date date,
    opened_at timestamptz not null,
    changed_at timestamptz not null
);
create index item_of_owner on tracking.item (owner, state, changed_at desc);

create table tracking.event (
    reference text not null references tracking.item,
    seq int not null,
    at timestamptz not null,
    label text not null,
    detail text,
    actor text,
    primary key (reference, seq)
);
