-- What a partner awaits of the resident, whether they answered, and what it thought of the case in the end.
alter table partners.handover
    -- the resident is asked for a document
    add column todo_document boolean not null default false,
    -- the resident answered since the partner last asked
    add column answered boolean not null default false,
    -- what the resident was told by e-mail on this day: the same words once
    add column mailed_on date,
    add column mailed text[] not null default '{}',
    -- how the partner's part ended, in its own words too
    add column outcome text check (outcome in ('ACCEPTED', 'PARTLY_ACCEPTED', 'REFUSED', 'CLOSED', 'WITHDRAWN')),
    add column reasons text,
    add check (outcome is null or state = 'DONE');
