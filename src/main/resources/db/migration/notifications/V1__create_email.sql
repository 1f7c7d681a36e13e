-- Messages wait here in the transaction of what they tell of, so that none is lost and none leaves for nothing.
create schema if not exists notifications;

create table notifications.email (
    id uuid primary key,
    recipient text not null,
    subject text not null,
    -- json, not jsonb: the lines of a receipt keep their order
    content json not null,
    state text not null check (state in ('QUEUED', 'SENT', 'DEAD')),
    attempts int not null default 0 check (attempts >= 0),
    last_error text,
    created_at timestamptz not null,
    next_attempt_at timestamptz,
    sent_at timestamptz,
    check ((state = 'SENT') = (sent_at is not null))
);
create index email_newest on notifications.email (created_at desc);
create index email_unsent on notifications.email (created_at desc) where state <> 'SENT';
create index email_sent on notifications.email (sent_at);
