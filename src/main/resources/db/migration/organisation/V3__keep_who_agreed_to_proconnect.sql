-- An administrator says whether somebody proven by ProConnect is a colleague: it stands with what else was decided.
alter table organisation.staff_event drop constraint staff_event_kind_check;
alter table organisation.staff_event add constraint staff_event_kind_check
    check (kind in ('GIVEN', 'WITHDRAWN', 'FACTORS_RESET', 'PROCONNECT_AGREED', 'PROCONNECT_REFUSED'));
