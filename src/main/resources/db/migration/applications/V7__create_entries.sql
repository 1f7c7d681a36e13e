-- Single logout of CAS: which session entered which service, by the ticket that the service knows it by.
delete from applications.ticket;
alter table applications.ticket add column session uuid not null;

create table applications.entry (
    -- used up, so no secret any more; the service asks for it to find its own session
    ticket text primary key,
    application uuid not null references applications.application on delete cascade,
    account uuid not null,
    session uuid not null,
    service text not null,
    entered_at timestamptz not null
);
create index entry_session on applications.entry (session);
create index entry_account on applications.entry (account);
create index entry_age on applications.entry (entered_at);

-- Where to tell a CAS service; null for OpenID Connect, whose address is the application's.
alter table applications.logout_notice add column service text;
