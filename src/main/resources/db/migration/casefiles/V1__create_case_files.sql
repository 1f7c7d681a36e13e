-- Requests: what a resident is filling in, then the case the town decides.
create schema if not exists casefiles;

create table casefiles.draft (
    id uuid primary key,
    owner uuid not null,
    procedure text not null,
    answers jsonb not null,
    page text not null,
    version int not null default 1,
    created_at timestamptz not null,
    saved_at timestamptz not null,
    unique (owner, procedure)
);
create index draft_age on casefiles.draft (saved_at);

create table casefiles.case_file (
    id uuid primary key,
    reference text not null unique,
    draft uuid not null unique,
    procedure text not null,
    procedure_version int not null,
    owner uuid not null,
    applicant text not null,
    answers jsonb not null,
    status text not null check (status in ('IN_PROGRESS', 'WAITING_RESIDENT', 'ACCEPTED', 'REFUSED', 'WITHDRAWN')),
    unit text not null,
    step text not null,
    assignee uuid,
    assignee_name text,
    due_on date not null,
    filed_at timestamptz not null,
    -- the legal clock: from the day it runs, days it stood still, since when it stands still
    clock_start date not null,
    clock_paused_days int not null default 0 check (clock_paused_days >= 0),
    clock_paused_on date,
    legal_due date,
    waited_seconds bigint not null default 0,
    waiting_since timestamptz,
    decided_at timestamptz,
    implicit boolean not null default false,
    version int not null default 1,
    search text not null generated always as (public.plain_text(applicant || ' ' || replace(reference, '-', ''))) stored
);
