-- What was said and done on a case, for both sides; the resident's thread is in tracking.
create table casefiles.journal (
    id uuid primary key,
    case_id uuid not null references casefiles.case_file,
    at timestamptz not null,
    author uuid,
    author_name text not null,
    kind text not null check (kind in ('ACTION', 'NOTE', 'MESSAGE')),
    from_resident boolean not null,
    text text not null
);
create index journal_of_case on casefiles.journal (case_id, at);

create table casefiles.document_request (
    id uuid primary key,
    case_id uuid not null references casefiles.case_file,
    label text not null,
    hint text not null,
    due_on date not null,
    asked_at timestamptz not null,
    answered_at timestamptz,
    lapsed_at timestamptz
);
create index request_of_case on casefiles.document_request (case_id, asked_at);
create index request_open on casefiles.document_request (due_on) where answered_at is null and lapsed_at is null;

create table casefiles.attachment (
    case_id uuid not null references casefiles.case_file,
    file uuid not null,
    name text not null,
    media_type text not null,
    size bigint not null,
    label text not null,
    origin text not null check (origin in ('FORM', 'REPLY', 'MESSAGE', 'DECISION')),
    added_at timestamptz not null,
    primary key (case_id, file)
);

-- Who opened the case, when: shown to the resident.
create table casefiles.access (
    case_id uuid not null references casefiles.case_file,
    agent uuid not null,
    agent_name text not null,
    unit text not null,
    at timestamptz not null
);
create index access_of_case on casefiles.access (case_id, at desc);
