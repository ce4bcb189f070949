create table score (member text primary key, points int not null);
