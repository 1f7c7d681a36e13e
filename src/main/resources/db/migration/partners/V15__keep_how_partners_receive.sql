-- What a partner's server answered to the messages of a conformance run that try it out; gone with the run.
create table partners.probe (
    run uuid not null references partners.run on delete cascade,
    probe text not null check (probe in ('RIGHT', 'TWICE', 'ROTATED', 'UNKNOWN', 'FORGED', 'STALE')),
    -- null when nothing was answered
    status int check (status between 100 and 599),
    -- why it was not taken, in plain French; null when it was
    error text,
    millis int not null check (millis >= 0),
    primary key (run, probe)
);
