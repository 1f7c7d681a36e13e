-- What people recognise an application by, and what administrators do to it in its journal.
create table applications.logo (
    application uuid primary key references applications.application on delete cascade,
    type text not null check (type in ('image/png', 'image/jpeg', 'image/webp')),
    content bytea not null check (octet_length(content) <= 100000)
);

alter table applications.event drop constraint event_kind_check;
alter table applications.event add constraint event_kind_check
    check (kind in ('SIGNED_IN', 'REFRESHED', 'SIGNED_OUT', 'REFUSED', 'CHANGED'));
