-- What other houses handle stands in the same list: under the name of the service that residents know.
alter table tracking.item add column provider text check (length(provider) between 1 and 80);
