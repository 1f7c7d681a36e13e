-- The reads that must stay fast at a million cases: the desk's queue, its search, deadlines, the pace of a procedure.
create index case_queue on casefiles.case_file (unit, due_on, filed_at) where status = 'IN_PROGRESS';
create index case_waiting on casefiles.case_file (unit, due_on, filed_at) where status = 'WAITING_RESIDENT';
create index case_mine on casefiles.case_file (assignee, due_on) where status in ('IN_PROGRESS', 'WAITING_RESIDENT');
create index case_decided on casefiles.case_file (unit, decided_at desc) where decided_at is not null;
create index case_search on casefiles.case_file using gin (search gin_trgm_ops);
create index case_of_owner on casefiles.case_file (owner);
create index case_legal_due on casefiles.case_file (legal_due) where status = 'IN_PROGRESS' and legal_due is not null;
create index case_pace on casefiles.case_file (procedure, decided_at) where decided_at is not null;

-- How long a procedure takes, from its own past: the middle half of its cases, in whole days.
create table casefiles.pace (
    procedure text primary key,
    low_days int not null check (low_days >= 0),
    high_days int not null check (high_days >= low_days),
    cases int not null,
    computed_at timestamptz not null
);
