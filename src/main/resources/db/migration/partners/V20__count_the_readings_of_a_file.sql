-- Raised when a file is to be read from its first line: a reading under way from before ends without a word.
alter table partners.feed_file add column reading int not null default 0;
