-- A case may have several appointments, each under the partner's own name of it; the one that it gave no name is ''.
-- They leave with the case of the account, and go where it goes when another partner takes it over.
alter table partners.booking add column name text not null default '';
alter table partners.booking drop constraint booking_pkey;
alter table partners.booking add primary key (partner, key, account, name);
alter table partners.booking add foreign key (partner, key, account)
    references partners.foreign_case (partner, key, owner) on update cascade on delete cascade;
