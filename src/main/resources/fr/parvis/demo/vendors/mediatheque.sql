-- What readers have at home, what they wait for, what they owe.
create table if not exists loan (number bigint generated always as identity primary key, member text not null,
    title text not null, due date not null);
create table if not exists hold (key text primary key, member text not null, title text not null, state text not null);
create table if not exists fine (member text primary key, cents bigint not null);
