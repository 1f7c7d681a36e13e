-- Somebody whom a partner knows, as a child, may be linked by several accounts, each with its own proof: each of them
-- follows that person's cases, under a reference of its own.
alter table partners.link drop constraint link_partner_member_key;
alter table partners.link add constraint link_of_account unique (partner, member, account);

alter table partners.booking drop constraint booking_partner_key_fkey;
alter table partners.foreign_case drop constraint foreign_case_pkey;
alter table partners.foreign_case add primary key (partner, key, owner);
