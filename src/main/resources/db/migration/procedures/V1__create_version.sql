-- Each published version of a procedure, kept word for word: a running case stays under the version it was filed under.
create schema if not exists procedures;

create table procedures.version (
    slug text not null check (slug ~ '^[a-z][a-z0-9-]{2,80}$'),
    version int not null check (version > 0),
    document text not null,
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    published_at timestamptz not null,
    primary key (slug, version)
);
