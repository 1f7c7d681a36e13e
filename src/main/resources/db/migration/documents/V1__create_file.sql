-- One row per file kept; its content, encrypted, is in the data folder under the same id.
create schema if not exists documents;

create table documents.file (
    id uuid primary key,
    name text not null check (length(name) between 1 and 120),
    media_type text not null,
    size bigint not null check (size > 0),
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    stored_at timestamptz not null
);
