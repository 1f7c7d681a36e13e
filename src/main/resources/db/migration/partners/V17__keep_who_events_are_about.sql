-- Whom an event is about, as its partner named them: what was sent is kept as it came and is not for the database to
-- read, because JSON may hold characters that its own types cannot.
alter table partners.event add column person_sub text;
alter table partners.event add column person_member text;
alter table partners.event add column person_reference text;

create function partners.named_in(content text, way text) returns text language plpgsql as $$
begin
    return content::json -> 'data' -> 'person' ->> way;
exception when data_exception then
    -- one of those: events were written without blanks, and name a person in one way only
    return substring(content from '"person":\{"' || way || '":"([^"\\]*)"\}');
end
$$;

update partners.event set
    person_sub = partners.named_in(content, 'sub'),
    person_member = partners.named_in(content, 'member'),
    person_reference = partners.named_in(content, 'reference');

drop function partners.named_in(text, text);
