-- One e-mail a day at most for a form left to finish later, however often it is left.
alter table casefiles.draft add column reminded_on date;
