-- The first of many messages that are due is found without sorting all of them.
drop index partners.delivery_due;
create index delivery_due on partners.delivery (partner, next_at, number) where state = 'PENDING';
