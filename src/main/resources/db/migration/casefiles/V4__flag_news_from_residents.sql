-- What a resident sent and no agent has opened yet: the case comes up in the unit's queue on the day it was sent.
create schema if not exists casefiles;

alter table casefiles.case_file
    add column news text check (news in ('MESSAGE', 'DOCUMENT')),
    add column news_on date,
    add constraint case_news_has_a_day check ((news is null) = (news_on is null));

-- What is in progress, and whatever else has news; case_queue stays for counting without reading the rows.
create index case_to_do on casefiles.case_file (unit, (least(due_on, news_on)), filed_at)
    where status = 'IN_PROGRESS' or news is not null;
