-- The catalogue as people search it: plain_text (no accents, no capitals) makes "demenagement" and "Déménagement" equal.
create schema if not exists portal;

-- "words" holds what people may type, for typing errors (trigrams); "document" is for French stems
create table portal.sheet (
    slug text primary key,
    title text not null,
    words text not null,
    document tsvector not null
);
create index sheet_document on portal.sheet using gin (document);
create index sheet_words on portal.sheet using gin (words gin_trgm_ops);
