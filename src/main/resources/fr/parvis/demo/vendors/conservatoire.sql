-- Enrolments in courses; step 0 to 3, then decided.
create table if not exists enrolment (
    key text primary key,
    member text not null,
    course text not null,
    step int not null,
    state text not null
);
-- What the pupil was last asked for, and the audition that was fixed: told again with the rest.
alter table enrolment add column if not exists asked text;
alter table enrolment add column if not exists booked text;
