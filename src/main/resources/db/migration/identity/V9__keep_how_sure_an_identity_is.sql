-- Agents and other applications rely on a proven identity: they are told how sure it is (eIDAS).
alter table identity.civil_identity add column level text not null default 'eidas1'
    check (level in ('eidas1', 'eidas2', 'eidas3'));
alter table identity.civil_identity alter column level drop default;
