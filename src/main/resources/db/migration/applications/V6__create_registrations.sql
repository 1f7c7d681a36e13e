-- Registrations that an administrator has begun: each step is kept, so that nothing typed is lost.
create table applications.registration (
    -- another module's table, so no foreign key
    account uuid primary key,
    answers jsonb not null,
    saved_at timestamptz not null
);
create index registration_age on applications.registration (saved_at);
