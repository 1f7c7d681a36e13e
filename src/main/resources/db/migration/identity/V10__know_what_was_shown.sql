-- An account is linked to FranceConnect only by who showed that it is theirs, and moved by the directory only while it is
-- a colleague's or nobody's yet.

-- the account whose password, code or whole identity was shown; its second factor is still awaited
alter table identity.arrival add column shown uuid;
alter table identity.arrival add column shown_at timestamptz;
alter table identity.arrival add constraint arrival_shown_check check ((shown is null) = (shown_at is null));

-- whether the directory opened the account, for somebody who has not left since
alter table identity.directory_user add column opened boolean not null default false;
