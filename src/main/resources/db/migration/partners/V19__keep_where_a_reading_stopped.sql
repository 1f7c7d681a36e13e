-- A reading of a list that lasts too long stops, and the next one goes on from here.
alter table partners.feed_poll
    -- the page to ask for; null when the list is read from its beginning
    add column page text,
    add column pages_read int,
    -- when the first page was asked for
    add column begun_at timestamptz,
    -- up to where the list goes, by what the pages said so far
    add column page_cursor text,
    -- raised by whoever changes how the list is read, or has it read anew: a reading under way must not undo that
    add column revision int not null default 0,
    add check ((page is null) = (pages_read is null) and (page is null) = (begun_at is null));
