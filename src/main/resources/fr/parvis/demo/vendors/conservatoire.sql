-- Enrolments in courses; step 0 to 3, then decided.
create table if not exists enrolment (
    key text primary key,
    member text not null,
    course text not null,
    step int not null,
    state text not null
);
