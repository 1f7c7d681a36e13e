-- Resident parking: one subscription per car, with what is left to pay.
create table if not exists subscription (
    key text primary key,
    member text not null,
    plate text not null,
    due_cents bigint not null,
    balance_cents bigint not null,
    state text not null
);
