-- Anybody can have a request refused in an application's name: equal refusals of a minute are one row.
alter table applications.event add column times int not null default 1 check (times > 0);

-- A trial keeps its last messages, and knows by their numbers how many it dropped. What it heard before has none.
delete from applications.trial_message;
alter table applications.trial_message add column number int not null;
create unique index trial_message_number on applications.trial_message (application, number);

-- Masked values of one trial can be compared by a key that is forgotten with it.
delete from applications.trial;
alter table applications.trial add column key bytea not null check (octet_length(key) = 32);

-- A stand-in plays for one session of an administrator.
delete from applications.application where stands_in_for is not null;
alter table applications.application
    add column played_in uuid check ((played_in is null) = (stands_in_for is null));
