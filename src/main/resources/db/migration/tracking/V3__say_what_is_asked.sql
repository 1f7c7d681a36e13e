-- A button says what it leads to: paying, adding a document… What was asked before is known by its headline.
alter table tracking.item add column ask text check (ask in ('DOCUMENT', 'PAYMENT', 'APPOINTMENT', 'ANSWER'));
update tracking.item set ask = case headline
        when 'À compléter' then 'DOCUMENT'
        when 'À régler' then 'PAYMENT'
        when 'Rendez-vous à prendre' then 'APPOINTMENT'
        else 'ANSWER' end
where todo is not null;
