-- French search needs unaccent and trigrams; db-scheduler keeps deadlines and retries in this table (its own layout).
create extension if not exists unaccent;
create extension if not exists pg_trgm;

-- unaccent() alone is only STABLE; this form, with its dictionary named, may stand in an index.
create function public.plain_text(text) returns text
    language sql immutable strict parallel safe
    as $$ select lower(public.unaccent('public.unaccent', $1)) $$;

create table scheduled_tasks (
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz not null,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures int,
    last_heartbeat timestamptz,
    version bigint not null,
    priority smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_due on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);
