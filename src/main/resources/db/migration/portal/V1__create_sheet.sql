-- The catalogue as people search it: plain_text (no accents, no capitals) makes "demenagement" and "Déménagement" equal.
create schema if not exists portal;

-- "document" is for French stems; "words" for typing errors: a few hundred sheets are compared one by one (trigrams),
-- for the operators an index serves have one threshold for the whole server, too high for "passport"
create table portal.sheet (
    slug text primary key,
    title text not null,
    words text not null,
    document tsvector not null
);
create index sheet_document on portal.sheet using gin (document);
