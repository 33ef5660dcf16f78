BEGIN TRANSACTION;
CREATE TABLE agreement (
  id INTEGER PRIMARY KEY, placement INTEGER NOT NULL REFERENCES placement (id), label TEXT NOT NULL,
  on_date TEXT NOT NULL, added_on TEXT NOT NULL, kept TEXT NOT NULL,
  has_content INTEGER NOT NULL CHECK (has_content IN (0, 1)), content_line TEXT NOT NULL,
  has_guidance INTEGER NOT NULL CHECK (has_guidance IN (0, 1)), guidance_line TEXT NOT NULL,
  has_programme INTEGER NOT NULL CHECK (has_programme IN (0, 1)), programme_line TEXT NOT NULL,
  has_assessment INTEGER NOT NULL CHECK (has_assessment IN (0, 1)), assessment_line TEXT NOT NULL
) STRICT;
INSERT INTO "agreement" VALUES(67,2,'versie 1','2025-07-21','2025-07-21','dossier 500834',1,'',1,'gesprek elke week',1,'',1,'');
INSERT INTO "agreement" VALUES(89,13,'versie 1','2026-05-27','2026-05-27','dossier 500836',1,'',1,'gesprek elke week',1,'',1,'');
INSERT INTO "agreement" VALUES(97,24,'versie 1','2026-06-03','2026-06-03','dossier 500123',1,'',1,'gesprek elke week',1,'',1,'');
INSERT INTO "agreement" VALUES(98,30,'versie 1','2026-06-03','2026-06-03','dossier 500832',1,'',1,'gesprek elke week',1,'',1,'');
INSERT INTO "agreement" VALUES(117,41,'versie 1','2026-07-06','2026-07-06','dossier 500838',1,'',1,'gesprek elke week',1,'',1,'');
INSERT INTO "agreement" VALUES(146,51,'versie 1','2026-09-15','2026-09-15','dossier 500789',1,'',1,'gesprek elke week',1,'',1,'');
INSERT INTO "agreement" VALUES(150,60,'versie 1','2026-09-22','2026-09-22','dossier 500824',1,'',1,'gesprek elke week',1,'',1,'');
CREATE TABLE assignment (
  id INTEGER PRIMARY KEY, placement INTEGER NOT NULL REFERENCES placement (id),
  person INTEGER NOT NULL REFERENCES person (id),
  role TEXT NOT NULL CHECK (role IN ('school-contact', 'employer-contact', 'supervisor')), from_day TEXT NOT NULL,
  until_day TEXT
) STRICT;
INSERT INTO "assignment" VALUES(7,2,6,'school-contact','2025-07-01',NULL);
INSERT INTO "assignment" VALUES(9,2,8,'employer-contact','2025-07-01',NULL);
INSERT INTO "assignment" VALUES(11,2,10,'supervisor','2025-07-01',NULL);
INSERT INTO "assignment" VALUES(18,13,17,'school-contact','2026-05-07',NULL);
INSERT INTO "assignment" VALUES(20,13,19,'employer-contact','2026-05-07',NULL);
INSERT INTO "assignment" VALUES(22,13,21,'supervisor','2026-05-07',NULL);
INSERT INTO "assignment" VALUES(26,24,17,'school-contact','2026-05-14',NULL);
INSERT INTO "assignment" VALUES(27,24,8,'employer-contact','2026-05-14',NULL);
INSERT INTO "assignment" VALUES(28,24,10,'supervisor','2026-05-14',NULL);
INSERT INTO "assignment" VALUES(35,30,34,'school-contact','2026-05-14',NULL);
INSERT INTO "assignment" VALUES(37,30,36,'employer-contact','2026-05-14',NULL);
INSERT INTO "assignment" VALUES(39,30,38,'supervisor','2026-05-14',NULL);
INSERT INTO "assignment" VALUES(45,41,34,'school-contact','2026-06-16',NULL);
INSERT INTO "assignment" VALUES(47,41,46,'employer-contact','2026-06-16',NULL);
INSERT INTO "assignment" VALUES(49,41,48,'supervisor','2026-06-16',NULL);
INSERT INTO "assignment" VALUES(53,51,34,'school-contact','2026-08-26',NULL);
INSERT INTO "assignment" VALUES(54,51,46,'employer-contact','2026-08-26',NULL);
INSERT INTO "assignment" VALUES(55,51,48,'supervisor','2026-08-26',NULL);
INSERT INTO "assignment" VALUES(58,57,6,'school-contact','2026-08-26',NULL);
INSERT INTO "assignment" VALUES(62,60,17,'school-contact','2026-09-02',NULL);
INSERT INTO "assignment" VALUES(63,60,8,'employer-contact','2026-09-02',NULL);
INSERT INTO "assignment" VALUES(64,60,10,'supervisor','2026-09-02',NULL);
CREATE TABLE change (
  seq INTEGER PRIMARY KEY, moment TEXT NOT NULL, session TEXT NOT NULL, actor TEXT NOT NULL,
  party TEXT NOT NULL CHECK (party IN ('student', 'school', 'employer')), on_behalf TEXT,
  placement INTEGER NOT NULL, subject TEXT, duty TEXT, kind TEXT NOT NULL, note TEXT NOT NULL, rows TEXT NOT NULL,
  undoes INTEGER REFERENCES change (seq), batch INTEGER
) STRICT;
INSERT INTO "change" VALUES(1,'2025-07-01T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Noor Bakker','school',NULL,2,NULL,NULL,'imported','cohort.csv','[["student",1,null,["500834","Kees Hofman","s500834@student.example","06 5555 1005"]],["employer",3,null,["Van Dijk Techniek"]],["workplace",4,null,[3,"Werkplaats Ede","Ambachtsweg 12, Ede"]],["person",6,null,["school",null,"Fatma Yıldız","","fatma.yildiz@hogeschool.example","","",""]],["person",8,null,["employer",3,"Jan van Dijk","","jan@vandijk.example","0318 555 010","",""]],["person",10,null,["employer",3,"Sanne Mol","","sanne@vandijk.example","","",""]],["placement",2,null,[1,"Werktuigbouwkunde","2025-10-19","2026-11-07",1,null,null,"",null,null,"",null]],["workplace_link",5,null,[2,3,4,"2025-07-01",null]],["assignment",7,null,[2,6,"school-contact","2025-07-01",null]],["assignment",9,null,[2,8,"employer-contact","2025-07-01",null]],["assignment",11,null,[2,10,"supervisor","2025-07-01",null]]]',NULL,1);
INSERT INTO "change" VALUES(2,'2026-05-07T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Noor Bakker','school',NULL,13,NULL,NULL,'imported','cohort.csv','[["student",12,null,["500836","Gijs Meijer","s500836@student.example","06 5555 1006"]],["employer",14,null,["Zorggroep Noord"]],["workplace",15,null,[14,"De Linde","Lindelaan 3, Assen"]],["person",17,null,["school",null,"Noor Bakker","","noor.bakker@hogeschool.example","","",""]],["person",19,null,["employer",14,"Griet Postma","","g.postma@zorgnoord.example","0592 555 020","",""]],["person",21,null,["employer",14,"Bouke Hoekstra","","b.hoekstra@zorgnoord.example","","",""]],["placement",13,null,[12,"Verpleegkunde","2026-08-25","2026-10-28",1,null,null,"",null,null,"",null]],["workplace_link",16,null,[13,14,15,"2026-05-07",null]],["assignment",18,null,[13,17,"school-contact","2026-05-07",null]],["assignment",20,null,[13,19,"employer-contact","2026-05-07",null]],["assignment",22,null,[13,21,"supervisor","2026-05-07",null]]]',NULL,2);
INSERT INTO "change" VALUES(3,'2026-05-14T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Noor Bakker','school',NULL,24,NULL,NULL,'imported','cohort.csv','[["student",23,null,["500123","Amira El Idrissi","s500123@student.example","06 5555 1000"]],["placement",24,null,[23,"HBO-ICT","2026-09-01","2028-08-31",1,null,null,"",null,null,"",null]],["workplace_link",25,null,[24,3,4,"2026-05-14",null]],["assignment",26,null,[24,17,"school-contact","2026-05-14",null]],["assignment",27,null,[24,8,"employer-contact","2026-05-14",null]],["assignment",28,null,[24,10,"supervisor","2026-05-14",null]]]',NULL,3);
INSERT INTO "change" VALUES(4,'2026-05-14T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Noor Bakker','school',NULL,30,NULL,NULL,'imported','cohort.csv','[["student",29,null,["500832","Marijn Peters","s500832@student.example","06 5555 1004"]],["employer",31,null,["Ziekenhuis Twente"]],["workplace",32,null,[31,"Afdeling C4","Geerdinksweg 141, Hengelo"]],["person",34,null,["school",null,"Pieter Jansma","","pieter.jansma@hogeschool.example","","",""]],["person",36,null,["employer",31,"Willemijn Oude Luttikhuis","","w.oudeluttikhuis@zht.example","088 555 070","",""]],["person",38,null,["employer",31,"Renée Çelik","","r.celik@zht.example","","",""]],["placement",30,null,[29,"Verpleegkunde","2026-09-01","2028-08-31",1,null,null,"",null,null,"",null]],["workplace_link",33,null,[30,31,32,"2026-05-14",null]],["assignment",35,null,[30,34,"school-contact","2026-05-14",null]],["assignment",37,null,[30,36,"employer-contact","2026-05-14",null]],["assignment",39,null,[30,38,"supervisor","2026-05-14",null]]]',NULL,3);
INSERT INTO "change" VALUES(5,'2026-06-16T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Noor Bakker','school',NULL,41,NULL,NULL,'imported','cohort.csv','[["student",40,null,["500838","Niels Bosch","s500838@student.example","06 5555 1007"]],["employer",42,null,["Waterschap Vechtstromen"]],["workplace",43,null,[42,"Gemaal Oost","Kade 1, Almelo"]],["person",46,null,["employer",42,"Henk ter Braak","","h.terbraak@vecht.example","0546 555 030","",""]],["person",48,null,["employer",42,"Loes Wolters","","l.wolters@vecht.example","","",""]],["placement",41,null,[40,"Civiele Techniek","2026-10-04","2026-10-23",1,null,null,"",null,null,"",null]],["workplace_link",44,null,[41,42,43,"2026-06-16",null]],["assignment",45,null,[41,34,"school-contact","2026-06-16",null]],["assignment",47,null,[41,46,"employer-contact","2026-06-16",null]],["assignment",49,null,[41,48,"supervisor","2026-06-16",null]]]',NULL,5);
INSERT INTO "change" VALUES(6,'2026-08-26T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Noor Bakker','school',NULL,51,NULL,NULL,'imported','cohort.csv','[["student",50,null,["500789","Bram de Wit","s500789@student.example","06 5555 1001"]],["placement",51,null,[50,"Civiele Techniek","2026-12-14","2028-12-13",1,null,null,"",null,null,"",null]],["workplace_link",52,null,[51,42,43,"2026-08-26",null]],["assignment",53,null,[51,34,"school-contact","2026-08-26",null]],["assignment",54,null,[51,46,"employer-contact","2026-08-26",null]],["assignment",55,null,[51,48,"supervisor","2026-08-26",null]]]',NULL,6);
INSERT INTO "change" VALUES(7,'2026-08-26T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Noor Bakker','school',NULL,57,NULL,NULL,'imported','cohort.csv','[["student",56,null,["500790","Chloë Janssen","s500790@student.example","06 5555 1002"]],["placement",57,null,[56,"Bestuurskunde","2026-12-14","2028-12-13",1,null,null,"",null,null,"",null]],["assignment",58,null,[57,6,"school-contact","2026-08-26",null]]]',NULL,6);
INSERT INTO "change" VALUES(8,'2026-09-02T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Noor Bakker','school',NULL,60,NULL,NULL,'imported','cohort.csv','[["student",59,null,["500824","José Martínez","s500824@student.example","06 5555 1003"]],["placement",60,null,[59,"Werktuigbouwkunde","2026-12-21","2028-12-20",1,null,null,"",null,null,"",null]],["workplace_link",61,null,[60,3,4,"2026-09-02",null]],["assignment",62,null,[60,17,"school-contact","2026-09-02",null]],["assignment",63,null,[60,8,"employer-contact","2026-09-02",null]],["assignment",64,null,[60,10,"supervisor","2026-09-02",null]]]',NULL,8);
INSERT INTO "change" VALUES(9,'2025-07-02T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Fatma Yıldız','school',NULL,2,'duty:school.preparation.information:school','school.preparation.information','confirmed','','[["mark",65,null,[2,"school.preparation.information","school","2025-07-02","2025-07-02T14:10:00+01:00","Fatma Yıldız","school","",null,3,null,""]]]',NULL,9);
INSERT INTO "change" VALUES(10,'2025-07-13T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Kees Hofman','student',NULL,2,'duty:student.preparation.orientation:student','student.preparation.orientation','confirmed','open avond en een meeloopdag','[["mark",66,null,[2,"student.preparation.orientation","student","2025-07-13","2025-07-13T14:10:00+01:00","Kees Hofman","student","open avond en een meeloopdag",null,3,null,""]]]',NULL,10);
INSERT INTO "change" VALUES(11,'2025-07-21T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Jan van Dijk','employer',NULL,2,'person:supervisor','employer.preparation.supervisor','personSet','Sanne Mol','[["person",10,["employer",3,"Sanne Mol","","sanne@vandijk.example","","",""],["employer",3,"Sanne Mol","werkbegeleider","sanne@vandijk.example","","ma–do","9 jaar, praktijkbegeleider sinds 2021"]]]',NULL,11);
INSERT INTO "change" VALUES(12,'2025-07-21T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Fatma Yıldız','school',NULL,2,'agreement','school.preparation.agreement','agreementAdded','versie 1','[["agreement",67,null,[2,"versie 1","2025-07-21","2025-07-21","dossier 500834",1,"",1,"gesprek elke week",1,"",1,""]]]',NULL,12);
INSERT INTO "change" VALUES(13,'2025-07-21T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Kees Hofman','student',NULL,2,'duty:school.preparation.agreement:student','school.preparation.agreement','confirmed','','[["mark",68,null,[2,"school.preparation.agreement","student","2025-07-21","2025-07-21T14:10:00+01:00","Kees Hofman","student","",67,3,null,""]]]',NULL,13);
INSERT INTO "change" VALUES(14,'2025-07-21T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Fatma Yıldız','school',NULL,2,'duty:school.preparation.agreement:school','school.preparation.agreement','confirmed','','[["mark",69,null,[2,"school.preparation.agreement","school","2025-07-21","2025-07-21T14:10:00+01:00","Fatma Yıldız","school","",67,3,null,""]]]',NULL,14);
INSERT INTO "change" VALUES(15,'2025-07-23T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Jan van Dijk','employer',NULL,2,'duty:school.preparation.agreement:employer','school.preparation.agreement','confirmed','','[["mark",70,null,[2,"school.preparation.agreement","employer","2025-07-23","2025-07-23T14:10:00+01:00","Jan van Dijk","employer","",67,3,null,""]]]',NULL,15);
INSERT INTO "change" VALUES(16,'2025-07-25T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Fatma Yıldız','school',NULL,2,'plan','school.preparation.plan','planAdded','versie 1','[["plan",71,null,[2,"versie 1","2025-07-25","2025-07-25","dossier 500834"]]]',NULL,16);
INSERT INTO "change" VALUES(17,'2025-07-26T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Kees Hofman','student',NULL,2,'duty:school.preparation.plan:student','school.preparation.plan','confirmed','','[["mark",72,null,[2,"school.preparation.plan","student","2025-07-26","2025-07-26T14:10:00+01:00","Kees Hofman","student","",71,3,null,""]]]',NULL,17);
INSERT INTO "change" VALUES(18,'2025-07-26T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Fatma Yıldız','school',NULL,2,'duty:school.preparation.plan:school','school.preparation.plan','confirmed','','[["mark",73,null,[2,"school.preparation.plan","school","2025-07-26","2025-07-26T14:10:00+01:00","Fatma Yıldız","school","",71,3,null,""]]]',NULL,18);
INSERT INTO "change" VALUES(19,'2025-07-26T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Jan van Dijk','employer',NULL,2,'duty:school.preparation.plan:employer','school.preparation.plan','confirmed','','[["mark",74,null,[2,"school.preparation.plan","employer","2025-07-26","2025-07-26T14:10:00+01:00","Jan van Dijk","employer","",71,3,null,""]]]',NULL,19);
INSERT INTO "change" VALUES(20,'2025-10-19T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Fatma Yıldız','school',NULL,2,'course',NULL,'started','scan volgt; werkplek is bekend','[["gate_record",75,null,[2,"student.preparation.workplace","workplace_link",5]],["gate_record",76,null,[2,"school.preparation.agreement","agreement",67]],["gate_record",77,null,[2,"employer.preparation.workplace","workplace_link",5]],["placement",2,[1,"Werktuigbouwkunde","2025-10-19","2026-11-07",1,null,null,"",null,null,"",null],[1,"Werktuigbouwkunde","2025-10-19","2026-11-07",1,"2025-10-19",null,"scan volgt; werkplek is bekend",null,null,"",null]]]',NULL,20);
INSERT INTO "change" VALUES(21,'2025-10-22T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Fatma Yıldız','school',NULL,2,'duty:school.during.no_fee:school','school.during.no_fee','confirmed','','[["mark",78,null,[2,"school.during.no_fee","school","2025-10-22","2025-10-22T14:10:00+01:00","Fatma Yıldız","school","",null,3,null,""]]]',NULL,21);
INSERT INTO "change" VALUES(22,'2025-10-22T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Fatma Yıldız','school',NULL,2,'duty:employer.during.no_fee:school','employer.during.no_fee','confirmed','','[["mark",79,null,[2,"employer.during.no_fee","school","2025-10-22","2025-10-22T14:10:00+01:00","Fatma Yıldız","school","",null,3,null,""]]]',NULL,21);
INSERT INTO "change" VALUES(23,'2025-10-22T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Jan van Dijk','employer',NULL,2,'duty:school.during.no_fee:employer','school.during.no_fee','confirmed','','[["mark",80,null,[2,"school.during.no_fee","employer","2025-10-22","2025-10-22T14:10:00+01:00","Jan van Dijk","employer","",null,3,null,""]]]',NULL,23);
INSERT INTO "change" VALUES(24,'2025-10-22T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Jan van Dijk','employer',NULL,2,'duty:employer.during.no_fee:employer','employer.during.no_fee','confirmed','','[["mark",81,null,[2,"employer.during.no_fee","employer","2025-10-22","2025-10-22T14:10:00+01:00","Jan van Dijk","employer","",null,3,null,""]]]',NULL,23);
INSERT INTO "change" VALUES(25,'2026-05-08T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Noor Bakker','school',NULL,13,'duty:school.preparation.information:school','school.preparation.information','confirmed','','[["mark",82,null,[13,"school.preparation.information","school","2026-05-08","2026-05-08T14:10:00+01:00","Noor Bakker","school","",null,14,null,""]]]',NULL,25);
INSERT INTO "change" VALUES(26,'2026-05-15T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Pieter Jansma','school',NULL,30,'scan','school.preparation.scan','scanAdded','suitable','[["scan_decision",83,null,[32,"2026-04-27","suitable","2028-04-26","Pieter Jansma","map Werkplekscans",null,""]]]',NULL,26);
INSERT INTO "change" VALUES(27,'2026-05-15T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Noor Bakker','school',NULL,24,'duty:school.preparation.information:school','school.preparation.information','confirmed','','[["mark",84,null,[24,"school.preparation.information","school","2026-05-15","2026-05-15T14:10:00+01:00","Noor Bakker","school","",null,3,null,""]]]',NULL,27);
INSERT INTO "change" VALUES(28,'2026-05-15T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Pieter Jansma','school',NULL,30,'duty:school.preparation.information:school','school.preparation.information','confirmed','','[["mark",85,null,[30,"school.preparation.information","school","2026-05-15","2026-05-15T14:10:00+01:00","Pieter Jansma","school","",null,31,null,""]]]',NULL,28);
INSERT INTO "change" VALUES(29,'2026-05-19T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Gijs Meijer','student',NULL,13,'duty:student.preparation.orientation:student','student.preparation.orientation','confirmed','open avond en een meeloopdag','[["mark",86,null,[13,"student.preparation.orientation","student","2026-05-19","2026-05-19T14:10:00+01:00","Gijs Meijer","student","open avond en een meeloopdag",null,14,null,""]]]',NULL,29);
INSERT INTO "change" VALUES(30,'2026-05-26T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Amira El Idrissi','student',NULL,24,'duty:student.preparation.orientation:student','student.preparation.orientation','confirmed','open avond en een meeloopdag','[["mark",87,null,[24,"student.preparation.orientation","student","2026-05-26","2026-05-26T14:10:00+01:00","Amira El Idrissi","student","open avond en een meeloopdag",null,3,null,""]]]',NULL,30);
INSERT INTO "change" VALUES(31,'2026-05-26T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Marijn Peters','student',NULL,30,'duty:student.preparation.orientation:student','student.preparation.orientation','confirmed','open avond en een meeloopdag','[["mark",88,null,[30,"student.preparation.orientation","student","2026-05-26","2026-05-26T14:10:00+01:00","Marijn Peters","student","open avond en een meeloopdag",null,31,null,""]]]',NULL,31);
INSERT INTO "change" VALUES(32,'2026-05-27T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Griet Postma','employer',NULL,13,'person:supervisor','employer.preparation.supervisor','personSet','Bouke Hoekstra','[["person",21,["employer",14,"Bouke Hoekstra","","b.hoekstra@zorgnoord.example","","",""],["employer",14,"Bouke Hoekstra","werkbegeleider","b.hoekstra@zorgnoord.example","","ma–do","werkbegeleider sinds 2018"]]]',NULL,32);
INSERT INTO "change" VALUES(33,'2026-05-27T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Noor Bakker','school',NULL,13,'agreement','school.preparation.agreement','agreementAdded','versie 1','[["agreement",89,null,[13,"versie 1","2026-05-27","2026-05-27","dossier 500836",1,"",1,"gesprek elke week",1,"",1,""]]]',NULL,33);
INSERT INTO "change" VALUES(34,'2026-05-27T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Gijs Meijer','student',NULL,13,'duty:school.preparation.agreement:student','school.preparation.agreement','confirmed','','[["mark",90,null,[13,"school.preparation.agreement","student","2026-05-27","2026-05-27T14:10:00+01:00","Gijs Meijer","student","",89,14,null,""]]]',NULL,34);
INSERT INTO "change" VALUES(35,'2026-05-27T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Noor Bakker','school',NULL,13,'duty:school.preparation.agreement:school','school.preparation.agreement','confirmed','','[["mark",91,null,[13,"school.preparation.agreement","school","2026-05-27","2026-05-27T14:10:00+01:00","Noor Bakker","school","",89,14,null,""]]]',NULL,35);
INSERT INTO "change" VALUES(36,'2026-05-29T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Griet Postma','employer',NULL,13,'duty:school.preparation.agreement:employer','school.preparation.agreement','confirmed','','[["mark",92,null,[13,"school.preparation.agreement","employer","2026-05-29","2026-05-29T14:10:00+01:00","Griet Postma","employer","",89,14,null,""]]]',NULL,36);
INSERT INTO "change" VALUES(37,'2026-05-31T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Noor Bakker','school',NULL,13,'plan','school.preparation.plan','planAdded','versie 1','[["plan",93,null,[13,"versie 1","2026-05-31","2026-05-31","dossier 500836"]]]',NULL,37);
INSERT INTO "change" VALUES(38,'2026-06-01T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Gijs Meijer','student',NULL,13,'duty:school.preparation.plan:student','school.preparation.plan','confirmed','','[["mark",94,null,[13,"school.preparation.plan","student","2026-06-01","2026-06-01T14:10:00+01:00","Gijs Meijer","student","",93,14,null,""]]]',NULL,38);
INSERT INTO "change" VALUES(39,'2026-06-01T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Noor Bakker','school',NULL,13,'duty:school.preparation.plan:school','school.preparation.plan','confirmed','','[["mark",95,null,[13,"school.preparation.plan","school","2026-06-01","2026-06-01T14:10:00+01:00","Noor Bakker","school","",93,14,null,""]]]',NULL,39);
INSERT INTO "change" VALUES(40,'2026-06-01T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Griet Postma','employer',NULL,13,'duty:school.preparation.plan:employer','school.preparation.plan','confirmed','','[["mark",96,null,[13,"school.preparation.plan","employer","2026-06-01","2026-06-01T14:10:00+01:00","Griet Postma","employer","",93,14,null,""]]]',NULL,40);
INSERT INTO "change" VALUES(41,'2026-06-03T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Noor Bakker','school',NULL,24,'agreement','school.preparation.agreement','agreementAdded','versie 1','[["agreement",97,null,[24,"versie 1","2026-06-03","2026-06-03","dossier 500123",1,"",1,"gesprek elke week",1,"",1,""]]]',NULL,41);
INSERT INTO "change" VALUES(42,'2026-06-03T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Willemijn Oude Luttikhuis','employer',NULL,30,'person:supervisor','employer.preparation.supervisor','personSet','Renée Çelik','[["person",38,["employer",31,"Renée Çelik","","r.celik@zht.example","","",""],["employer",31,"Renée Çelik","werkbegeleider","r.celik@zht.example","","ma–do","werkbegeleider, 12 jaar"]]]',NULL,42);
INSERT INTO "change" VALUES(43,'2026-06-03T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Pieter Jansma','school',NULL,30,'agreement','school.preparation.agreement','agreementAdded','versie 1','[["agreement",98,null,[30,"versie 1","2026-06-03","2026-06-03","dossier 500832",1,"",1,"gesprek elke week",1,"",1,""]]]',NULL,43);
INSERT INTO "change" VALUES(44,'2026-06-03T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Amira El Idrissi','student',NULL,24,'duty:school.preparation.agreement:student','school.preparation.agreement','confirmed','','[["mark",99,null,[24,"school.preparation.agreement","student","2026-06-03","2026-06-03T14:10:00+01:00","Amira El Idrissi","student","",97,3,null,""]]]',NULL,44);
INSERT INTO "change" VALUES(45,'2026-06-03T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Noor Bakker','school',NULL,24,'duty:school.preparation.agreement:school','school.preparation.agreement','confirmed','','[["mark",100,null,[24,"school.preparation.agreement","school","2026-06-03","2026-06-03T14:10:00+01:00","Noor Bakker","school","",97,3,null,""]]]',NULL,45);
INSERT INTO "change" VALUES(46,'2026-06-03T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Marijn Peters','student',NULL,30,'duty:school.preparation.agreement:student','school.preparation.agreement','confirmed','','[["mark",101,null,[30,"school.preparation.agreement","student","2026-06-03","2026-06-03T14:10:00+01:00","Marijn Peters","student","",98,31,null,""]]]',NULL,46);
INSERT INTO "change" VALUES(47,'2026-06-03T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Pieter Jansma','school',NULL,30,'duty:school.preparation.agreement:school','school.preparation.agreement','confirmed','','[["mark",102,null,[30,"school.preparation.agreement","school","2026-06-03","2026-06-03T14:10:00+01:00","Pieter Jansma","school","",98,31,null,""]]]',NULL,47);
INSERT INTO "change" VALUES(48,'2026-06-05T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Jan van Dijk','employer',NULL,24,'duty:school.preparation.agreement:employer','school.preparation.agreement','confirmed','','[["mark",103,null,[24,"school.preparation.agreement","employer","2026-06-05","2026-06-05T14:10:00+01:00","Jan van Dijk","employer","",97,3,null,""]]]',NULL,48);
INSERT INTO "change" VALUES(49,'2026-06-05T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Willemijn Oude Luttikhuis','employer',NULL,30,'duty:school.preparation.agreement:employer','school.preparation.agreement','confirmed','','[["mark",104,null,[30,"school.preparation.agreement","employer","2026-06-05","2026-06-05T14:10:00+01:00","Willemijn Oude Luttikhuis","employer","",98,31,null,""]]]',NULL,49);
INSERT INTO "change" VALUES(50,'2026-06-07T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Noor Bakker','school',NULL,24,'plan','school.preparation.plan','planAdded','versie 1','[["plan",105,null,[24,"versie 1","2026-06-07","2026-06-07","dossier 500123"]]]',NULL,50);
INSERT INTO "change" VALUES(51,'2026-06-07T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Pieter Jansma','school',NULL,30,'plan','school.preparation.plan','planAdded','versie 1','[["plan",106,null,[30,"versie 1","2026-06-07","2026-06-07","dossier 500832"]]]',NULL,51);
INSERT INTO "change" VALUES(52,'2026-06-08T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Amira El Idrissi','student',NULL,24,'duty:school.preparation.plan:student','school.preparation.plan','confirmed','','[["mark",107,null,[24,"school.preparation.plan","student","2026-06-08","2026-06-08T14:10:00+01:00","Amira El Idrissi","student","",105,3,null,""]]]',NULL,52);
INSERT INTO "change" VALUES(53,'2026-06-08T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Noor Bakker','school',NULL,24,'duty:school.preparation.plan:school','school.preparation.plan','confirmed','','[["mark",108,null,[24,"school.preparation.plan","school","2026-06-08","2026-06-08T14:10:00+01:00","Noor Bakker","school","",105,3,null,""]]]',NULL,53);
INSERT INTO "change" VALUES(54,'2026-06-08T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Jan van Dijk','employer',NULL,24,'duty:school.preparation.plan:employer','school.preparation.plan','confirmed','','[["mark",109,null,[24,"school.preparation.plan","employer","2026-06-08","2026-06-08T14:10:00+01:00","Jan van Dijk","employer","",105,3,null,""]]]',NULL,54);
INSERT INTO "change" VALUES(55,'2026-06-08T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Marijn Peters','student',NULL,30,'duty:school.preparation.plan:student','school.preparation.plan','confirmed','','[["mark",110,null,[30,"school.preparation.plan","student","2026-06-08","2026-06-08T14:10:00+01:00","Marijn Peters","student","",106,31,null,""]]]',NULL,55);
INSERT INTO "change" VALUES(56,'2026-06-08T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Pieter Jansma','school',NULL,30,'duty:school.preparation.plan:school','school.preparation.plan','confirmed','','[["mark",111,null,[30,"school.preparation.plan","school","2026-06-08","2026-06-08T14:10:00+01:00","Pieter Jansma","school","",106,31,null,""]]]',NULL,56);
INSERT INTO "change" VALUES(57,'2026-06-08T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Willemijn Oude Luttikhuis','employer',NULL,30,'duty:school.preparation.plan:employer','school.preparation.plan','confirmed','','[["mark",112,null,[30,"school.preparation.plan","employer","2026-06-08","2026-06-08T14:10:00+01:00","Willemijn Oude Luttikhuis","employer","",106,31,null,""]]]',NULL,57);
INSERT INTO "change" VALUES(58,'2026-06-10T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Noor Bakker','school',NULL,24,'scan','school.preparation.scan','scanAdded','suitable','[["scan_decision",113,null,[4,"2026-06-10","suitable","2028-06-10","Pieter Jansma","map Werkplekscans",null,""]]]',NULL,58);
INSERT INTO "change" VALUES(59,'2026-06-17T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Pieter Jansma','school',NULL,41,'duty:school.preparation.information:school','school.preparation.information','confirmed','','[["mark",114,null,[41,"school.preparation.information","school","2026-06-17","2026-06-17T14:10:00+01:00","Pieter Jansma","school","",null,42,null,""]]]',NULL,59);
INSERT INTO "change" VALUES(60,'2026-06-28T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Niels Bosch','student',NULL,41,'duty:student.preparation.orientation:student','student.preparation.orientation','confirmed','open avond en een meeloopdag','[["mark",115,null,[41,"student.preparation.orientation","student","2026-06-28","2026-06-28T14:10:00+01:00","Niels Bosch","student","open avond en een meeloopdag",null,42,null,""]]]',NULL,60);
INSERT INTO "change" VALUES(61,'2026-07-06T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Noor Bakker','school',NULL,13,'scan','school.preparation.scan','scanAdded','suitable_with_conditions','[["scan_decision",116,null,[15,"2026-07-06","suitable_with_conditions","2028-07-05","Pieter Jansma","map Werkplekscans",null,""]]]',NULL,61);
INSERT INTO "change" VALUES(62,'2026-07-06T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Pieter Jansma','school',NULL,41,'agreement','school.preparation.agreement','agreementAdded','versie 1','[["agreement",117,null,[41,"versie 1","2026-07-06","2026-07-06","dossier 500838",1,"",1,"gesprek elke week",1,"",1,""]]]',NULL,62);
INSERT INTO "change" VALUES(63,'2026-07-06T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Niels Bosch','student',NULL,41,'duty:school.preparation.agreement:student','school.preparation.agreement','confirmed','','[["mark",118,null,[41,"school.preparation.agreement","student","2026-07-06","2026-07-06T14:10:00+01:00","Niels Bosch","student","",117,42,null,""]]]',NULL,63);
INSERT INTO "change" VALUES(64,'2026-07-06T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Pieter Jansma','school',NULL,41,'duty:school.preparation.agreement:school','school.preparation.agreement','confirmed','','[["mark",119,null,[41,"school.preparation.agreement","school","2026-07-06","2026-07-06T14:10:00+01:00","Pieter Jansma","school","",117,42,null,""]]]',NULL,64);
INSERT INTO "change" VALUES(65,'2026-08-25T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Noor Bakker','school',NULL,13,'course',NULL,'started','','[["gate_record",120,null,[13,"student.preparation.workplace","workplace_link",16]],["gate_record",121,null,[13,"school.preparation.agreement","agreement",89]],["gate_record",122,null,[13,"employer.preparation.workplace","workplace_link",16]],["placement",13,[12,"Verpleegkunde","2026-08-25","2026-10-28",1,null,null,"",null,null,"",null],[12,"Verpleegkunde","2026-08-25","2026-10-28",1,"2026-08-25",null,"",null,null,"",null]]]',NULL,65);
INSERT INTO "change" VALUES(66,'2026-08-27T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Pieter Jansma','school',NULL,51,'duty:school.preparation.information:school','school.preparation.information','confirmed','','[["mark",123,null,[51,"school.preparation.information","school","2026-08-27","2026-08-27T14:10:00+01:00","Pieter Jansma","school","",null,42,null,""]]]',NULL,66);
INSERT INTO "change" VALUES(67,'2026-08-27T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Fatma Yıldız','school',NULL,57,'duty:school.preparation.information:school','school.preparation.information','confirmed','','[["mark",124,null,[57,"school.preparation.information","school","2026-08-27","2026-08-27T14:10:00+01:00","Fatma Yıldız","school","",null,null,null,""]]]',NULL,67);
INSERT INTO "change" VALUES(68,'2026-08-28T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Noor Bakker','school',NULL,13,'duty:school.during.no_fee:school','school.during.no_fee','confirmed','','[["mark",125,null,[13,"school.during.no_fee","school","2026-08-28","2026-08-28T14:10:00+01:00","Noor Bakker","school","",null,14,null,""]]]',NULL,68);
INSERT INTO "change" VALUES(69,'2026-08-28T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Noor Bakker','school',NULL,13,'duty:employer.during.no_fee:school','employer.during.no_fee','confirmed','','[["mark",126,null,[13,"employer.during.no_fee","school","2026-08-28","2026-08-28T14:10:00+01:00","Noor Bakker","school","",null,14,null,""]]]',NULL,68);
INSERT INTO "change" VALUES(70,'2026-08-28T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Griet Postma','employer',NULL,13,'duty:school.during.no_fee:employer','school.during.no_fee','confirmed','','[["mark",127,null,[13,"school.during.no_fee","employer","2026-08-28","2026-08-28T14:10:00+01:00","Griet Postma","employer","",null,14,null,""]]]',NULL,70);
INSERT INTO "change" VALUES(71,'2026-08-28T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Griet Postma','employer',NULL,13,'duty:employer.during.no_fee:employer','employer.during.no_fee','confirmed','','[["mark",128,null,[13,"employer.during.no_fee","employer","2026-08-28","2026-08-28T14:10:00+01:00","Griet Postma","employer","",null,14,null,""]]]',NULL,70);
INSERT INTO "change" VALUES(72,'2026-09-01T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Noor Bakker','school',NULL,24,'course',NULL,'started','','[["gate_record",129,null,[24,"student.preparation.workplace","workplace_link",25]],["gate_record",130,null,[24,"school.preparation.agreement","agreement",97]],["gate_record",131,null,[24,"employer.preparation.workplace","workplace_link",25]],["placement",24,[23,"HBO-ICT","2026-09-01","2028-08-31",1,null,null,"",null,null,"",null],[23,"HBO-ICT","2026-09-01","2028-08-31",1,"2026-09-01",null,"",null,null,"",null]]]',NULL,72);
INSERT INTO "change" VALUES(73,'2026-09-01T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Pieter Jansma','school',NULL,30,'course',NULL,'started','','[["gate_record",132,null,[30,"student.preparation.workplace","workplace_link",33]],["gate_record",133,null,[30,"school.preparation.agreement","agreement",98]],["gate_record",134,null,[30,"employer.preparation.workplace","workplace_link",33]],["placement",30,[29,"Verpleegkunde","2026-09-01","2028-08-31",1,null,null,"",null,null,"",null],[29,"Verpleegkunde","2026-09-01","2028-08-31",1,"2026-09-01",null,"",null,null,"",null]]]',NULL,73);
INSERT INTO "change" VALUES(74,'2026-09-03T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Noor Bakker','school',NULL,60,'duty:school.preparation.information:school','school.preparation.information','confirmed','','[["mark",135,null,[60,"school.preparation.information","school","2026-09-03","2026-09-03T14:10:00+01:00","Noor Bakker","school","",null,3,null,""]]]',NULL,74);
INSERT INTO "change" VALUES(75,'2026-09-04T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Noor Bakker','school',NULL,24,'duty:school.during.no_fee:school','school.during.no_fee','confirmed','','[["mark",136,null,[24,"school.during.no_fee","school","2026-09-04","2026-09-04T14:10:00+01:00","Noor Bakker","school","",null,3,null,""]]]',NULL,75);
INSERT INTO "change" VALUES(76,'2026-09-04T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Noor Bakker','school',NULL,24,'duty:employer.during.no_fee:school','employer.during.no_fee','confirmed','','[["mark",137,null,[24,"employer.during.no_fee","school","2026-09-04","2026-09-04T14:10:00+01:00","Noor Bakker","school","",null,3,null,""]]]',NULL,75);
INSERT INTO "change" VALUES(77,'2026-09-04T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Jan van Dijk','employer',NULL,24,'duty:school.during.no_fee:employer','school.during.no_fee','confirmed','','[["mark",138,null,[24,"school.during.no_fee","employer","2026-09-04","2026-09-04T14:10:00+01:00","Jan van Dijk","employer","",null,3,null,""]]]',NULL,77);
INSERT INTO "change" VALUES(78,'2026-09-04T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Jan van Dijk','employer',NULL,24,'duty:employer.during.no_fee:employer','employer.during.no_fee','confirmed','','[["mark",139,null,[24,"employer.during.no_fee","employer","2026-09-04","2026-09-04T14:10:00+01:00","Jan van Dijk","employer","",null,3,null,""]]]',NULL,77);
INSERT INTO "change" VALUES(79,'2026-09-04T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Pieter Jansma','school',NULL,30,'duty:school.during.no_fee:school','school.during.no_fee','confirmed','','[["mark",140,null,[30,"school.during.no_fee","school","2026-09-04","2026-09-04T14:10:00+01:00","Pieter Jansma","school","",null,31,null,""]]]',NULL,79);
INSERT INTO "change" VALUES(80,'2026-09-04T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Pieter Jansma','school',NULL,30,'duty:employer.during.no_fee:school','employer.during.no_fee','confirmed','','[["mark",141,null,[30,"employer.during.no_fee","school","2026-09-04","2026-09-04T14:10:00+01:00","Pieter Jansma","school","",null,31,null,""]]]',NULL,79);
INSERT INTO "change" VALUES(81,'2026-09-04T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Willemijn Oude Luttikhuis','employer',NULL,30,'duty:school.during.no_fee:employer','school.during.no_fee','confirmed','','[["mark",142,null,[30,"school.during.no_fee","employer","2026-09-04","2026-09-04T14:10:00+01:00","Willemijn Oude Luttikhuis","employer","",null,31,null,""]]]',NULL,81);
INSERT INTO "change" VALUES(82,'2026-09-04T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Willemijn Oude Luttikhuis','employer',NULL,30,'duty:employer.during.no_fee:employer','employer.during.no_fee','confirmed','','[["mark",143,null,[30,"employer.during.no_fee","employer","2026-09-04","2026-09-04T14:10:00+01:00","Willemijn Oude Luttikhuis","employer","",null,31,null,""]]]',NULL,81);
INSERT INTO "change" VALUES(83,'2026-09-07T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Bram de Wit','student',NULL,51,'duty:student.preparation.orientation:student','student.preparation.orientation','confirmed','open avond en een meeloopdag','[["mark",144,null,[51,"student.preparation.orientation","student","2026-09-07","2026-09-07T14:10:00+01:00","Bram de Wit","student","open avond en een meeloopdag",null,42,null,""]]]',NULL,83);
INSERT INTO "change" VALUES(84,'2026-09-14T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','José Martínez','student',NULL,60,'duty:student.preparation.orientation:student','student.preparation.orientation','confirmed','open avond en een meeloopdag','[["mark",145,null,[60,"student.preparation.orientation","student","2026-09-14","2026-09-14T14:10:00+01:00","José Martínez","student","open avond en een meeloopdag",null,3,null,""]]]',NULL,84);
INSERT INTO "change" VALUES(85,'2026-09-15T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Pieter Jansma','school',NULL,51,'agreement','school.preparation.agreement','agreementAdded','versie 1','[["agreement",146,null,[51,"versie 1","2026-09-15","2026-09-15","dossier 500789",1,"",1,"gesprek elke week",1,"",1,""]]]',NULL,85);
INSERT INTO "change" VALUES(86,'2026-09-15T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Bram de Wit','student',NULL,51,'duty:school.preparation.agreement:student','school.preparation.agreement','confirmed','','[["mark",147,null,[51,"school.preparation.agreement","student","2026-09-15","2026-09-15T14:10:00+01:00","Bram de Wit","student","",146,42,null,""]]]',NULL,86);
INSERT INTO "change" VALUES(87,'2026-09-15T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Pieter Jansma','school',NULL,51,'duty:school.preparation.agreement:school','school.preparation.agreement','confirmed','','[["mark",148,null,[51,"school.preparation.agreement","school","2026-09-15","2026-09-15T14:10:00+01:00","Pieter Jansma","school","",146,42,null,""]]]',NULL,87);
INSERT INTO "change" VALUES(88,'2026-09-17T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Jan van Dijk','employer',NULL,24,'duty:employer.during.supervision:employer','employer.during.supervision','confirmed','gesprek elke dinsdag','[["mark",149,null,[24,"employer.during.supervision","employer","2026-09-17","2026-09-17T14:10:00+01:00","Jan van Dijk","employer","gesprek elke dinsdag",null,3,null,""]]]',NULL,88);
INSERT INTO "change" VALUES(89,'2026-09-22T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Noor Bakker','school',NULL,60,'agreement','school.preparation.agreement','agreementAdded','versie 1','[["agreement",150,null,[60,"versie 1","2026-09-22","2026-09-22","dossier 500824",1,"",1,"gesprek elke week",1,"",1,""]]]',NULL,89);
INSERT INTO "change" VALUES(90,'2026-09-22T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','José Martínez','student',NULL,60,'duty:school.preparation.agreement:student','school.preparation.agreement','confirmed','','[["mark",151,null,[60,"school.preparation.agreement","student","2026-09-22","2026-09-22T14:10:00+01:00","José Martínez","student","",150,3,null,""]]]',NULL,90);
INSERT INTO "change" VALUES(91,'2026-09-22T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Noor Bakker','school',NULL,60,'duty:school.preparation.agreement:school','school.preparation.agreement','confirmed','','[["mark",152,null,[60,"school.preparation.agreement","school","2026-09-22","2026-09-22T14:10:00+01:00","Noor Bakker","school","",150,3,null,""]]]',NULL,91);
INSERT INTO "change" VALUES(92,'2026-09-24T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Jan van Dijk','employer',NULL,24,'duty:employer.during.involvement:employer','employer.during.involvement','confirmed','','[["mark",153,null,[24,"employer.during.involvement","employer","2026-09-24","2026-09-24T14:10:00+01:00","Jan van Dijk","employer","",null,3,null,""]]]',NULL,92);
INSERT INTO "change" VALUES(93,'2026-10-01T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Amira El Idrissi','student',NULL,24,'duty:student.during.communication:student','student.during.communication','confirmed','','[["mark",154,null,[24,"student.during.communication","student","2026-10-01","2026-10-01T14:10:00+01:00","Amira El Idrissi","student","",null,3,null,""]]]',NULL,93);
INSERT INTO "change" VALUES(94,'2026-10-03T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Noor Bakker','school',NULL,24,'duty:school.during.support:school','school.during.support','confirmed','','[["mark",155,null,[24,"school.during.support","school","2026-10-03","2026-10-03T14:10:00+01:00","Noor Bakker","school","",null,3,null,""]]]',NULL,94);
INSERT INTO "change" VALUES(95,'2026-10-04T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Gijs Meijer','student',NULL,13,'duty:student.during.participation:student','student.during.participation','confirmed','','[["mark",156,null,[13,"student.during.participation","student","2026-10-04","2026-10-04T14:10:00+01:00","Gijs Meijer","student","",null,14,null,""]]]',NULL,95);
INSERT INTO "change" VALUES(96,'2026-10-04T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Gijs Meijer','student',NULL,13,'duty:student.during.communication:student','student.during.communication','confirmed','','[["mark",157,null,[13,"student.during.communication","student","2026-10-04","2026-10-04T14:10:00+01:00","Gijs Meijer","student","",null,14,null,""]]]',NULL,95);
INSERT INTO "change" VALUES(97,'2026-10-04T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Gijs Meijer','student',NULL,13,'duty:student.during.ownership:student','student.during.ownership','confirmed','','[["mark",158,null,[13,"student.during.ownership","student","2026-10-04","2026-10-04T14:10:00+01:00","Gijs Meijer","student","",null,14,null,""]]]',NULL,95);
INSERT INTO "change" VALUES(98,'2026-10-04T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Noor Bakker','school',NULL,13,'duty:school.during.support:school','school.during.support','confirmed','','[["mark",159,null,[13,"school.during.support","school","2026-10-04","2026-10-04T14:10:00+01:00","Noor Bakker","school","",null,14,null,""]]]',NULL,98);
INSERT INTO "change" VALUES(99,'2026-10-04T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Noor Bakker','school',NULL,13,'duty:school.during.coordination:school','school.during.coordination','confirmed','','[["mark",160,null,[13,"school.during.coordination","school","2026-10-04","2026-10-04T14:10:00+01:00","Noor Bakker","school","",null,14,null,""]]]',NULL,98);
INSERT INTO "change" VALUES(100,'2026-10-04T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Griet Postma','employer',NULL,13,'duty:employer.during.environment:employer','employer.during.environment','confirmed','','[["mark",161,null,[13,"employer.during.environment","employer","2026-10-04","2026-10-04T14:10:00+01:00","Griet Postma","employer","",null,14,null,""]]]',NULL,100);
INSERT INTO "change" VALUES(101,'2026-10-04T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Griet Postma','employer',NULL,13,'duty:employer.during.team:employer','employer.during.team','confirmed','','[["mark",162,null,[13,"employer.during.team","employer","2026-10-04","2026-10-04T14:10:00+01:00","Griet Postma","employer","",null,14,null,""]]]',NULL,100);
INSERT INTO "change" VALUES(102,'2026-10-04T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Griet Postma','employer',NULL,13,'duty:employer.during.supervision:employer','employer.during.supervision','confirmed','gesprek elke dinsdag','[["mark",163,null,[13,"employer.during.supervision","employer","2026-10-04","2026-10-04T14:10:00+01:00","Griet Postma","employer","gesprek elke dinsdag",null,14,null,""]]]',NULL,100);
INSERT INTO "change" VALUES(103,'2026-10-04T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Griet Postma','employer',NULL,13,'duty:employer.during.involvement:employer','employer.during.involvement','confirmed','','[["mark",164,null,[13,"employer.during.involvement","employer","2026-10-04","2026-10-04T14:10:00+01:00","Griet Postma","employer","",null,14,null,""]]]',NULL,100);
INSERT INTO "change" VALUES(104,'2026-10-04T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Griet Postma','employer',NULL,13,'duty:employer.during.salary:employer','employer.during.salary','confirmed','','[["mark",165,null,[13,"employer.during.salary","employer","2026-10-04","2026-10-04T14:10:00+01:00","Griet Postma","employer","",null,14,null,""]]]',NULL,100);
INSERT INTO "change" VALUES(105,'2026-10-04T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Griet Postma','employer',NULL,13,'duty:employer.during.assessment:employer','employer.during.assessment','confirmed','','[["mark",166,null,[13,"employer.during.assessment","employer","2026-10-04","2026-10-04T14:10:00+01:00","Griet Postma","employer","",null,14,null,""]]]',NULL,100);
INSERT INTO "change" VALUES(106,'2026-10-07T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Jan van Dijk','employer',NULL,24,'duty:employer.during.salary:employer','employer.during.salary','confirmed','','[["mark",167,null,[24,"employer.during.salary","employer","2026-10-07","2026-10-07T14:10:00+01:00","Jan van Dijk","employer","",null,3,null,""]]]',NULL,106);
INSERT INTO "change" VALUES(107,'2026-10-09T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Pieter Jansma','school',NULL,41,'course',NULL,'ended','andere studie gekozen','[["placement",41,[40,"Civiele Techniek","2026-10-04","2026-10-23",1,null,null,"",null,null,"",null],[40,"Civiele Techniek","2026-10-04","2026-10-23",1,null,null,"","never-started","2026-10-09","andere studie gekozen","student"]]]',NULL,107);
INSERT INTO "change" VALUES(108,'2026-10-14T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Kees Hofman','student',NULL,2,'duty:student.during.participation:student','student.during.participation','confirmed','','[["mark",168,null,[2,"student.during.participation","student","2026-10-14","2026-10-14T14:10:00+01:00","Kees Hofman","student","",null,3,null,""]]]',NULL,108);
INSERT INTO "change" VALUES(109,'2026-10-14T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Kees Hofman','student',NULL,2,'duty:student.during.communication:student','student.during.communication','confirmed','','[["mark",169,null,[2,"student.during.communication","student","2026-10-14","2026-10-14T14:10:00+01:00","Kees Hofman","student","",null,3,null,""]]]',NULL,108);
INSERT INTO "change" VALUES(110,'2026-10-14T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Kees Hofman','student',NULL,2,'duty:student.during.ownership:student','student.during.ownership','confirmed','','[["mark",170,null,[2,"student.during.ownership","student","2026-10-14","2026-10-14T14:10:00+01:00","Kees Hofman","student","",null,3,null,""]]]',NULL,108);
INSERT INTO "change" VALUES(111,'2026-10-14T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Fatma Yıldız','school',NULL,2,'duty:school.during.support:school','school.during.support','confirmed','','[["mark",171,null,[2,"school.during.support","school","2026-10-14","2026-10-14T14:10:00+01:00","Fatma Yıldız","school","",null,3,null,""]]]',NULL,111);
INSERT INTO "change" VALUES(112,'2026-10-14T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Fatma Yıldız','school',NULL,2,'duty:school.during.coordination:school','school.during.coordination','confirmed','','[["mark",172,null,[2,"school.during.coordination","school","2026-10-14","2026-10-14T14:10:00+01:00","Fatma Yıldız","school","",null,3,null,""]]]',NULL,111);
INSERT INTO "change" VALUES(113,'2026-10-14T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Jan van Dijk','employer',NULL,2,'duty:employer.during.environment:employer','employer.during.environment','confirmed','','[["mark",173,null,[2,"employer.during.environment","employer","2026-10-14","2026-10-14T14:10:00+01:00","Jan van Dijk","employer","",null,3,null,""]]]',NULL,113);
INSERT INTO "change" VALUES(114,'2026-10-14T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Jan van Dijk','employer',NULL,2,'duty:employer.during.team:employer','employer.during.team','confirmed','','[["mark",174,null,[2,"employer.during.team","employer","2026-10-14","2026-10-14T14:10:00+01:00","Jan van Dijk","employer","",null,3,null,""]]]',NULL,113);
INSERT INTO "change" VALUES(115,'2026-10-14T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Jan van Dijk','employer',NULL,2,'duty:employer.during.supervision:employer','employer.during.supervision','confirmed','gesprek elke dinsdag','[["mark",175,null,[2,"employer.during.supervision","employer","2026-10-14","2026-10-14T14:10:00+01:00","Jan van Dijk","employer","gesprek elke dinsdag",null,3,null,""]]]',NULL,113);
INSERT INTO "change" VALUES(116,'2026-10-14T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Jan van Dijk','employer',NULL,2,'duty:employer.during.involvement:employer','employer.during.involvement','confirmed','','[["mark",176,null,[2,"employer.during.involvement","employer","2026-10-14","2026-10-14T14:10:00+01:00","Jan van Dijk","employer","",null,3,null,""]]]',NULL,113);
INSERT INTO "change" VALUES(117,'2026-10-14T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Jan van Dijk','employer',NULL,2,'duty:employer.during.salary:employer','employer.during.salary','confirmed','','[["mark",177,null,[2,"employer.during.salary","employer","2026-10-14","2026-10-14T14:10:00+01:00","Jan van Dijk","employer","",null,3,null,""]]]',NULL,113);
INSERT INTO "change" VALUES(118,'2026-10-14T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Jan van Dijk','employer',NULL,2,'duty:employer.during.assessment:employer','employer.during.assessment','confirmed','','[["mark",178,null,[2,"employer.during.assessment","employer","2026-10-14","2026-10-14T14:10:00+01:00","Jan van Dijk","employer","",null,3,null,""]]]',NULL,113);
INSERT INTO "change" VALUES(119,'2026-10-14T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Noor Bakker','school',NULL,13,'course',NULL,'ended','afdeling gesloten','[["placement",13,[12,"Verpleegkunde","2026-08-25","2026-10-28",1,"2026-08-25",null,"",null,null,"",null],[12,"Verpleegkunde","2026-08-25","2026-10-28",1,"2026-08-25",null,"","ended-early","2026-10-14","afdeling gesloten","employer"]]]',NULL,119);
INSERT INTO "change" VALUES(120,'2026-10-24T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Fatma Yıldız','school',NULL,2,'course',NULL,'ended','','[["placement",2,[1,"Werktuigbouwkunde","2025-10-19","2026-11-07",1,"2025-10-19",null,"scan volgt; werkplek is bekend",null,null,"",null],[1,"Werktuigbouwkunde","2025-10-19","2026-11-07",1,"2025-10-19",null,"scan volgt; werkplek is bekend","completed","2026-10-24","",null]]]',NULL,120);
INSERT INTO "change" VALUES(121,'2026-11-02T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Amira El Idrissi','student',NULL,24,'duty:student.during.participation:student','student.during.participation','confirmed','','[["mark",179,null,[24,"student.during.participation","student","2026-11-02","2026-11-02T14:10:00+01:00","Amira El Idrissi","student","",null,3,null,""]]]',NULL,121);
INSERT INTO "change" VALUES(122,'2026-11-02T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Amira El Idrissi','student',NULL,24,'duty:student.during.ownership:student','student.during.ownership','confirmed','','[["mark",180,null,[24,"student.during.ownership","student","2026-11-02","2026-11-02T14:10:00+01:00","Amira El Idrissi","student","",null,3,null,""]]]',NULL,121);
INSERT INTO "change" VALUES(123,'2026-11-02T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Noor Bakker','school',NULL,24,'duty:school.during.coordination:school','school.during.coordination','confirmed','','[["mark",181,null,[24,"school.during.coordination","school","2026-11-02","2026-11-02T14:10:00+01:00","Noor Bakker","school","",null,3,null,""]]]',NULL,123);
INSERT INTO "change" VALUES(124,'2026-11-02T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Jan van Dijk','employer',NULL,24,'duty:employer.during.environment:employer','employer.during.environment','confirmed','','[["mark",182,null,[24,"employer.during.environment","employer","2026-11-02","2026-11-02T14:10:00+01:00","Jan van Dijk","employer","",null,3,null,""]]]',NULL,124);
INSERT INTO "change" VALUES(125,'2026-11-02T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Jan van Dijk','employer',NULL,24,'duty:employer.during.team:employer','employer.during.team','confirmed','','[["mark",183,null,[24,"employer.during.team","employer","2026-11-02","2026-11-02T14:10:00+01:00","Jan van Dijk","employer","",null,3,null,""]]]',NULL,124);
INSERT INTO "change" VALUES(126,'2026-11-02T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Jan van Dijk','employer',NULL,24,'duty:employer.during.assessment:employer','employer.during.assessment','confirmed','','[["mark",184,null,[24,"employer.during.assessment","employer","2026-11-02","2026-11-02T14:10:00+01:00","Jan van Dijk","employer","",null,3,null,""]]]',NULL,124);
INSERT INTO "change" VALUES(127,'2026-11-08T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Marijn Peters','student',NULL,30,'duty:student.during.participation:student','student.during.participation','confirmed','','[["mark",185,null,[30,"student.during.participation","student","2026-11-08","2026-11-08T14:10:00+01:00","Marijn Peters","student","",null,31,null,""]]]',NULL,127);
INSERT INTO "change" VALUES(128,'2026-11-08T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Marijn Peters','student',NULL,30,'duty:student.during.communication:student','student.during.communication','confirmed','','[["mark",186,null,[30,"student.during.communication","student","2026-11-08","2026-11-08T14:10:00+01:00","Marijn Peters","student","",null,31,null,""]]]',NULL,127);
INSERT INTO "change" VALUES(129,'2026-11-08T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Marijn Peters','student',NULL,30,'duty:student.during.ownership:student','student.during.ownership','confirmed','','[["mark",187,null,[30,"student.during.ownership","student","2026-11-08","2026-11-08T14:10:00+01:00","Marijn Peters","student","",null,31,null,""]]]',NULL,127);
INSERT INTO "change" VALUES(130,'2026-11-08T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Pieter Jansma','school',NULL,30,'duty:school.during.support:school','school.during.support','confirmed','','[["mark",188,null,[30,"school.during.support","school","2026-11-08","2026-11-08T14:10:00+01:00","Pieter Jansma","school","",null,31,null,""]]]',NULL,130);
INSERT INTO "change" VALUES(131,'2026-11-08T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Pieter Jansma','school',NULL,30,'duty:school.during.coordination:school','school.during.coordination','confirmed','','[["mark",189,null,[30,"school.during.coordination","school","2026-11-08","2026-11-08T14:10:00+01:00","Pieter Jansma","school","",null,31,null,""]]]',NULL,130);
INSERT INTO "change" VALUES(132,'2026-11-08T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Willemijn Oude Luttikhuis','employer',NULL,30,'duty:employer.during.environment:employer','employer.during.environment','confirmed','','[["mark",190,null,[30,"employer.during.environment","employer","2026-11-08","2026-11-08T14:10:00+01:00","Willemijn Oude Luttikhuis","employer","",null,31,null,""]]]',NULL,132);
INSERT INTO "change" VALUES(133,'2026-11-08T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Willemijn Oude Luttikhuis','employer',NULL,30,'duty:employer.during.team:employer','employer.during.team','confirmed','','[["mark",191,null,[30,"employer.during.team","employer","2026-11-08","2026-11-08T14:10:00+01:00","Willemijn Oude Luttikhuis","employer","",null,31,null,""]]]',NULL,132);
INSERT INTO "change" VALUES(134,'2026-11-08T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Willemijn Oude Luttikhuis','employer',NULL,30,'duty:employer.during.supervision:employer','employer.during.supervision','confirmed','gesprek elke dinsdag','[["mark",192,null,[30,"employer.during.supervision","employer","2026-11-08","2026-11-08T14:10:00+01:00","Willemijn Oude Luttikhuis","employer","gesprek elke dinsdag",null,31,null,""]]]',NULL,132);
INSERT INTO "change" VALUES(135,'2026-11-08T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Willemijn Oude Luttikhuis','employer',NULL,30,'duty:employer.during.involvement:employer','employer.during.involvement','confirmed','','[["mark",193,null,[30,"employer.during.involvement","employer","2026-11-08","2026-11-08T14:10:00+01:00","Willemijn Oude Luttikhuis","employer","",null,31,null,""]]]',NULL,132);
INSERT INTO "change" VALUES(136,'2026-11-08T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Willemijn Oude Luttikhuis','employer',NULL,30,'duty:employer.during.salary:employer','employer.during.salary','confirmed','','[["mark",194,null,[30,"employer.during.salary","employer","2026-11-08","2026-11-08T14:10:00+01:00","Willemijn Oude Luttikhuis","employer","",null,31,null,""]]]',NULL,132);
INSERT INTO "change" VALUES(137,'2026-11-08T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Willemijn Oude Luttikhuis','employer',NULL,30,'duty:employer.during.assessment:employer','employer.during.assessment','confirmed','','[["mark",195,null,[30,"employer.during.assessment","employer","2026-11-08","2026-11-08T14:10:00+01:00","Willemijn Oude Luttikhuis","employer","",null,31,null,""]]]',NULL,132);
INSERT INTO "change" VALUES(138,'2026-11-13T14:10:00+01:00','1qe9yp6pqf2ty1ozv4fz7uuzdz','Pieter Jansma','school',NULL,30,'course',NULL,'paused','ziekte','[["pause",196,null,[30,"2026-11-13","2027-01-22",null,"ziekte"]]]',NULL,138);
CREATE TABLE due_date (
  id INTEGER PRIMARY KEY, placement INTEGER NOT NULL REFERENCES placement (id), duty TEXT NOT NULL,
  due TEXT NOT NULL, set_on TEXT NOT NULL
) STRICT;
CREATE TABLE employer (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL, name_folded TEXT NOT NULL
) STRICT;
INSERT INTO "employer" VALUES(3,'Van Dijk Techniek','van dijk techniek');
INSERT INTO "employer" VALUES(14,'Zorggroep Noord','zorggroep noord');
INSERT INTO "employer" VALUES(31,'Ziekenhuis Twente','ziekenhuis twente');
INSERT INTO "employer" VALUES(42,'Waterschap Vechtstromen','waterschap vechtstromen');
CREATE TABLE exclusion (
  id INTEGER PRIMARY KEY, placement INTEGER NOT NULL REFERENCES placement (id), duty TEXT NOT NULL,
  reason TEXT NOT NULL, on_day TEXT NOT NULL, by_whom TEXT NOT NULL
) STRICT;
CREATE TABLE failing_gate (
  placement INTEGER NOT NULL REFERENCES placement (id), duty TEXT NOT NULL, from_day INTEGER NOT NULL,
  PRIMARY KEY (placement, duty)
) STRICT, WITHOUT ROWID;
INSERT INTO "failing_gate" VALUES(57,'employer.preparation.workplace',-9999999);
INSERT INTO "failing_gate" VALUES(51,'school.preparation.agreement',-9999999);
INSERT INTO "failing_gate" VALUES(57,'school.preparation.agreement',-9999999);
INSERT INTO "failing_gate" VALUES(60,'school.preparation.agreement',-9999999);
INSERT INTO "failing_gate" VALUES(57,'student.preparation.workplace',-9999999);
CREATE TABLE gate_record (
  id INTEGER PRIMARY KEY, placement INTEGER NOT NULL REFERENCES placement (id), duty TEXT NOT NULL,
  record_table TEXT NOT NULL, record INTEGER NOT NULL
) STRICT;
INSERT INTO "gate_record" VALUES(75,2,'student.preparation.workplace','workplace_link',5);
INSERT INTO "gate_record" VALUES(76,2,'school.preparation.agreement','agreement',67);
INSERT INTO "gate_record" VALUES(77,2,'employer.preparation.workplace','workplace_link',5);
INSERT INTO "gate_record" VALUES(120,13,'student.preparation.workplace','workplace_link',16);
INSERT INTO "gate_record" VALUES(121,13,'school.preparation.agreement','agreement',89);
INSERT INTO "gate_record" VALUES(122,13,'employer.preparation.workplace','workplace_link',16);
INSERT INTO "gate_record" VALUES(129,24,'student.preparation.workplace','workplace_link',25);
INSERT INTO "gate_record" VALUES(130,24,'school.preparation.agreement','agreement',97);
INSERT INTO "gate_record" VALUES(131,24,'employer.preparation.workplace','workplace_link',25);
INSERT INTO "gate_record" VALUES(132,30,'student.preparation.workplace','workplace_link',33);
INSERT INTO "gate_record" VALUES(133,30,'school.preparation.agreement','agreement',98);
INSERT INTO "gate_record" VALUES(134,30,'employer.preparation.workplace','workplace_link',33);
CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
INSERT INTO "grdb_migrations" VALUES('1');
CREATE TABLE mark (
  id INTEGER PRIMARY KEY, placement INTEGER NOT NULL REFERENCES placement (id), duty TEXT NOT NULL,
  party TEXT NOT NULL CHECK (party IN ('student', 'school', 'employer')), on_day TEXT NOT NULL,
  moment TEXT NOT NULL, by_whom TEXT NOT NULL,
  by_party TEXT NOT NULL CHECK (by_party IN ('student', 'school', 'employer')), note TEXT NOT NULL,
  version INTEGER, employer INTEGER REFERENCES employer (id), withdrawn_on TEXT, withdrawn_reason TEXT NOT NULL
) STRICT;
INSERT INTO "mark" VALUES(65,2,'school.preparation.information','school','2025-07-02','2025-07-02T14:10:00+01:00','Fatma Yıldız','school','',NULL,3,NULL,'');
INSERT INTO "mark" VALUES(66,2,'student.preparation.orientation','student','2025-07-13','2025-07-13T14:10:00+01:00','Kees Hofman','student','open avond en een meeloopdag',NULL,3,NULL,'');
INSERT INTO "mark" VALUES(68,2,'school.preparation.agreement','student','2025-07-21','2025-07-21T14:10:00+01:00','Kees Hofman','student','',67,3,NULL,'');
INSERT INTO "mark" VALUES(69,2,'school.preparation.agreement','school','2025-07-21','2025-07-21T14:10:00+01:00','Fatma Yıldız','school','',67,3,NULL,'');
INSERT INTO "mark" VALUES(70,2,'school.preparation.agreement','employer','2025-07-23','2025-07-23T14:10:00+01:00','Jan van Dijk','employer','',67,3,NULL,'');
INSERT INTO "mark" VALUES(72,2,'school.preparation.plan','student','2025-07-26','2025-07-26T14:10:00+01:00','Kees Hofman','student','',71,3,NULL,'');
INSERT INTO "mark" VALUES(73,2,'school.preparation.plan','school','2025-07-26','2025-07-26T14:10:00+01:00','Fatma Yıldız','school','',71,3,NULL,'');
INSERT INTO "mark" VALUES(74,2,'school.preparation.plan','employer','2025-07-26','2025-07-26T14:10:00+01:00','Jan van Dijk','employer','',71,3,NULL,'');
INSERT INTO "mark" VALUES(78,2,'school.during.no_fee','school','2025-10-22','2025-10-22T14:10:00+01:00','Fatma Yıldız','school','',NULL,3,NULL,'');
INSERT INTO "mark" VALUES(79,2,'employer.during.no_fee','school','2025-10-22','2025-10-22T14:10:00+01:00','Fatma Yıldız','school','',NULL,3,NULL,'');
INSERT INTO "mark" VALUES(80,2,'school.during.no_fee','employer','2025-10-22','2025-10-22T14:10:00+01:00','Jan van Dijk','employer','',NULL,3,NULL,'');
INSERT INTO "mark" VALUES(81,2,'employer.during.no_fee','employer','2025-10-22','2025-10-22T14:10:00+01:00','Jan van Dijk','employer','',NULL,3,NULL,'');
INSERT INTO "mark" VALUES(82,13,'school.preparation.information','school','2026-05-08','2026-05-08T14:10:00+01:00','Noor Bakker','school','',NULL,14,NULL,'');
INSERT INTO "mark" VALUES(84,24,'school.preparation.information','school','2026-05-15','2026-05-15T14:10:00+01:00','Noor Bakker','school','',NULL,3,NULL,'');
INSERT INTO "mark" VALUES(85,30,'school.preparation.information','school','2026-05-15','2026-05-15T14:10:00+01:00','Pieter Jansma','school','',NULL,31,NULL,'');
INSERT INTO "mark" VALUES(86,13,'student.preparation.orientation','student','2026-05-19','2026-05-19T14:10:00+01:00','Gijs Meijer','student','open avond en een meeloopdag',NULL,14,NULL,'');
INSERT INTO "mark" VALUES(87,24,'student.preparation.orientation','student','2026-05-26','2026-05-26T14:10:00+01:00','Amira El Idrissi','student','open avond en een meeloopdag',NULL,3,NULL,'');
INSERT INTO "mark" VALUES(88,30,'student.preparation.orientation','student','2026-05-26','2026-05-26T14:10:00+01:00','Marijn Peters','student','open avond en een meeloopdag',NULL,31,NULL,'');
INSERT INTO "mark" VALUES(90,13,'school.preparation.agreement','student','2026-05-27','2026-05-27T14:10:00+01:00','Gijs Meijer','student','',89,14,NULL,'');
INSERT INTO "mark" VALUES(91,13,'school.preparation.agreement','school','2026-05-27','2026-05-27T14:10:00+01:00','Noor Bakker','school','',89,14,NULL,'');
INSERT INTO "mark" VALUES(92,13,'school.preparation.agreement','employer','2026-05-29','2026-05-29T14:10:00+01:00','Griet Postma','employer','',89,14,NULL,'');
INSERT INTO "mark" VALUES(94,13,'school.preparation.plan','student','2026-06-01','2026-06-01T14:10:00+01:00','Gijs Meijer','student','',93,14,NULL,'');
INSERT INTO "mark" VALUES(95,13,'school.preparation.plan','school','2026-06-01','2026-06-01T14:10:00+01:00','Noor Bakker','school','',93,14,NULL,'');
INSERT INTO "mark" VALUES(96,13,'school.preparation.plan','employer','2026-06-01','2026-06-01T14:10:00+01:00','Griet Postma','employer','',93,14,NULL,'');
INSERT INTO "mark" VALUES(99,24,'school.preparation.agreement','student','2026-06-03','2026-06-03T14:10:00+01:00','Amira El Idrissi','student','',97,3,NULL,'');
INSERT INTO "mark" VALUES(100,24,'school.preparation.agreement','school','2026-06-03','2026-06-03T14:10:00+01:00','Noor Bakker','school','',97,3,NULL,'');
INSERT INTO "mark" VALUES(101,30,'school.preparation.agreement','student','2026-06-03','2026-06-03T14:10:00+01:00','Marijn Peters','student','',98,31,NULL,'');
INSERT INTO "mark" VALUES(102,30,'school.preparation.agreement','school','2026-06-03','2026-06-03T14:10:00+01:00','Pieter Jansma','school','',98,31,NULL,'');
INSERT INTO "mark" VALUES(103,24,'school.preparation.agreement','employer','2026-06-05','2026-06-05T14:10:00+01:00','Jan van Dijk','employer','',97,3,NULL,'');
INSERT INTO "mark" VALUES(104,30,'school.preparation.agreement','employer','2026-06-05','2026-06-05T14:10:00+01:00','Willemijn Oude Luttikhuis','employer','',98,31,NULL,'');
INSERT INTO "mark" VALUES(107,24,'school.preparation.plan','student','2026-06-08','2026-06-08T14:10:00+01:00','Amira El Idrissi','student','',105,3,NULL,'');
INSERT INTO "mark" VALUES(108,24,'school.preparation.plan','school','2026-06-08','2026-06-08T14:10:00+01:00','Noor Bakker','school','',105,3,NULL,'');
INSERT INTO "mark" VALUES(109,24,'school.preparation.plan','employer','2026-06-08','2026-06-08T14:10:00+01:00','Jan van Dijk','employer','',105,3,NULL,'');
INSERT INTO "mark" VALUES(110,30,'school.preparation.plan','student','2026-06-08','2026-06-08T14:10:00+01:00','Marijn Peters','student','',106,31,NULL,'');
INSERT INTO "mark" VALUES(111,30,'school.preparation.plan','school','2026-06-08','2026-06-08T14:10:00+01:00','Pieter Jansma','school','',106,31,NULL,'');
INSERT INTO "mark" VALUES(112,30,'school.preparation.plan','employer','2026-06-08','2026-06-08T14:10:00+01:00','Willemijn Oude Luttikhuis','employer','',106,31,NULL,'');
INSERT INTO "mark" VALUES(114,41,'school.preparation.information','school','2026-06-17','2026-06-17T14:10:00+01:00','Pieter Jansma','school','',NULL,42,NULL,'');
INSERT INTO "mark" VALUES(115,41,'student.preparation.orientation','student','2026-06-28','2026-06-28T14:10:00+01:00','Niels Bosch','student','open avond en een meeloopdag',NULL,42,NULL,'');
INSERT INTO "mark" VALUES(118,41,'school.preparation.agreement','student','2026-07-06','2026-07-06T14:10:00+01:00','Niels Bosch','student','',117,42,NULL,'');
INSERT INTO "mark" VALUES(119,41,'school.preparation.agreement','school','2026-07-06','2026-07-06T14:10:00+01:00','Pieter Jansma','school','',117,42,NULL,'');
INSERT INTO "mark" VALUES(123,51,'school.preparation.information','school','2026-08-27','2026-08-27T14:10:00+01:00','Pieter Jansma','school','',NULL,42,NULL,'');
INSERT INTO "mark" VALUES(124,57,'school.preparation.information','school','2026-08-27','2026-08-27T14:10:00+01:00','Fatma Yıldız','school','',NULL,NULL,NULL,'');
INSERT INTO "mark" VALUES(125,13,'school.during.no_fee','school','2026-08-28','2026-08-28T14:10:00+01:00','Noor Bakker','school','',NULL,14,NULL,'');
INSERT INTO "mark" VALUES(126,13,'employer.during.no_fee','school','2026-08-28','2026-08-28T14:10:00+01:00','Noor Bakker','school','',NULL,14,NULL,'');
INSERT INTO "mark" VALUES(127,13,'school.during.no_fee','employer','2026-08-28','2026-08-28T14:10:00+01:00','Griet Postma','employer','',NULL,14,NULL,'');
INSERT INTO "mark" VALUES(128,13,'employer.during.no_fee','employer','2026-08-28','2026-08-28T14:10:00+01:00','Griet Postma','employer','',NULL,14,NULL,'');
INSERT INTO "mark" VALUES(135,60,'school.preparation.information','school','2026-09-03','2026-09-03T14:10:00+01:00','Noor Bakker','school','',NULL,3,NULL,'');
INSERT INTO "mark" VALUES(136,24,'school.during.no_fee','school','2026-09-04','2026-09-04T14:10:00+01:00','Noor Bakker','school','',NULL,3,NULL,'');
INSERT INTO "mark" VALUES(137,24,'employer.during.no_fee','school','2026-09-04','2026-09-04T14:10:00+01:00','Noor Bakker','school','',NULL,3,NULL,'');
INSERT INTO "mark" VALUES(138,24,'school.during.no_fee','employer','2026-09-04','2026-09-04T14:10:00+01:00','Jan van Dijk','employer','',NULL,3,NULL,'');
INSERT INTO "mark" VALUES(139,24,'employer.during.no_fee','employer','2026-09-04','2026-09-04T14:10:00+01:00','Jan van Dijk','employer','',NULL,3,NULL,'');
INSERT INTO "mark" VALUES(140,30,'school.during.no_fee','school','2026-09-04','2026-09-04T14:10:00+01:00','Pieter Jansma','school','',NULL,31,NULL,'');
INSERT INTO "mark" VALUES(141,30,'employer.during.no_fee','school','2026-09-04','2026-09-04T14:10:00+01:00','Pieter Jansma','school','',NULL,31,NULL,'');
INSERT INTO "mark" VALUES(142,30,'school.during.no_fee','employer','2026-09-04','2026-09-04T14:10:00+01:00','Willemijn Oude Luttikhuis','employer','',NULL,31,NULL,'');
INSERT INTO "mark" VALUES(143,30,'employer.during.no_fee','employer','2026-09-04','2026-09-04T14:10:00+01:00','Willemijn Oude Luttikhuis','employer','',NULL,31,NULL,'');
INSERT INTO "mark" VALUES(144,51,'student.preparation.orientation','student','2026-09-07','2026-09-07T14:10:00+01:00','Bram de Wit','student','open avond en een meeloopdag',NULL,42,NULL,'');
INSERT INTO "mark" VALUES(145,60,'student.preparation.orientation','student','2026-09-14','2026-09-14T14:10:00+01:00','José Martínez','student','open avond en een meeloopdag',NULL,3,NULL,'');
INSERT INTO "mark" VALUES(147,51,'school.preparation.agreement','student','2026-09-15','2026-09-15T14:10:00+01:00','Bram de Wit','student','',146,42,NULL,'');
INSERT INTO "mark" VALUES(148,51,'school.preparation.agreement','school','2026-09-15','2026-09-15T14:10:00+01:00','Pieter Jansma','school','',146,42,NULL,'');
INSERT INTO "mark" VALUES(149,24,'employer.during.supervision','employer','2026-09-17','2026-09-17T14:10:00+01:00','Jan van Dijk','employer','gesprek elke dinsdag',NULL,3,NULL,'');
INSERT INTO "mark" VALUES(151,60,'school.preparation.agreement','student','2026-09-22','2026-09-22T14:10:00+01:00','José Martínez','student','',150,3,NULL,'');
INSERT INTO "mark" VALUES(152,60,'school.preparation.agreement','school','2026-09-22','2026-09-22T14:10:00+01:00','Noor Bakker','school','',150,3,NULL,'');
INSERT INTO "mark" VALUES(153,24,'employer.during.involvement','employer','2026-09-24','2026-09-24T14:10:00+01:00','Jan van Dijk','employer','',NULL,3,NULL,'');
INSERT INTO "mark" VALUES(154,24,'student.during.communication','student','2026-10-01','2026-10-01T14:10:00+01:00','Amira El Idrissi','student','',NULL,3,NULL,'');
INSERT INTO "mark" VALUES(155,24,'school.during.support','school','2026-10-03','2026-10-03T14:10:00+01:00','Noor Bakker','school','',NULL,3,NULL,'');
INSERT INTO "mark" VALUES(156,13,'student.during.participation','student','2026-10-04','2026-10-04T14:10:00+01:00','Gijs Meijer','student','',NULL,14,NULL,'');
INSERT INTO "mark" VALUES(157,13,'student.during.communication','student','2026-10-04','2026-10-04T14:10:00+01:00','Gijs Meijer','student','',NULL,14,NULL,'');
INSERT INTO "mark" VALUES(158,13,'student.during.ownership','student','2026-10-04','2026-10-04T14:10:00+01:00','Gijs Meijer','student','',NULL,14,NULL,'');
INSERT INTO "mark" VALUES(159,13,'school.during.support','school','2026-10-04','2026-10-04T14:10:00+01:00','Noor Bakker','school','',NULL,14,NULL,'');
INSERT INTO "mark" VALUES(160,13,'school.during.coordination','school','2026-10-04','2026-10-04T14:10:00+01:00','Noor Bakker','school','',NULL,14,NULL,'');
INSERT INTO "mark" VALUES(161,13,'employer.during.environment','employer','2026-10-04','2026-10-04T14:10:00+01:00','Griet Postma','employer','',NULL,14,NULL,'');
INSERT INTO "mark" VALUES(162,13,'employer.during.team','employer','2026-10-04','2026-10-04T14:10:00+01:00','Griet Postma','employer','',NULL,14,NULL,'');
INSERT INTO "mark" VALUES(163,13,'employer.during.supervision','employer','2026-10-04','2026-10-04T14:10:00+01:00','Griet Postma','employer','gesprek elke dinsdag',NULL,14,NULL,'');
INSERT INTO "mark" VALUES(164,13,'employer.during.involvement','employer','2026-10-04','2026-10-04T14:10:00+01:00','Griet Postma','employer','',NULL,14,NULL,'');
INSERT INTO "mark" VALUES(165,13,'employer.during.salary','employer','2026-10-04','2026-10-04T14:10:00+01:00','Griet Postma','employer','',NULL,14,NULL,'');
INSERT INTO "mark" VALUES(166,13,'employer.during.assessment','employer','2026-10-04','2026-10-04T14:10:00+01:00','Griet Postma','employer','',NULL,14,NULL,'');
INSERT INTO "mark" VALUES(167,24,'employer.during.salary','employer','2026-10-07','2026-10-07T14:10:00+01:00','Jan van Dijk','employer','',NULL,3,NULL,'');
INSERT INTO "mark" VALUES(168,2,'student.during.participation','student','2026-10-14','2026-10-14T14:10:00+01:00','Kees Hofman','student','',NULL,3,NULL,'');
INSERT INTO "mark" VALUES(169,2,'student.during.communication','student','2026-10-14','2026-10-14T14:10:00+01:00','Kees Hofman','student','',NULL,3,NULL,'');
INSERT INTO "mark" VALUES(170,2,'student.during.ownership','student','2026-10-14','2026-10-14T14:10:00+01:00','Kees Hofman','student','',NULL,3,NULL,'');
INSERT INTO "mark" VALUES(171,2,'school.during.support','school','2026-10-14','2026-10-14T14:10:00+01:00','Fatma Yıldız','school','',NULL,3,NULL,'');
INSERT INTO "mark" VALUES(172,2,'school.during.coordination','school','2026-10-14','2026-10-14T14:10:00+01:00','Fatma Yıldız','school','',NULL,3,NULL,'');
INSERT INTO "mark" VALUES(173,2,'employer.during.environment','employer','2026-10-14','2026-10-14T14:10:00+01:00','Jan van Dijk','employer','',NULL,3,NULL,'');
INSERT INTO "mark" VALUES(174,2,'employer.during.team','employer','2026-10-14','2026-10-14T14:10:00+01:00','Jan van Dijk','employer','',NULL,3,NULL,'');
INSERT INTO "mark" VALUES(175,2,'employer.during.supervision','employer','2026-10-14','2026-10-14T14:10:00+01:00','Jan van Dijk','employer','gesprek elke dinsdag',NULL,3,NULL,'');
INSERT INTO "mark" VALUES(176,2,'employer.during.involvement','employer','2026-10-14','2026-10-14T14:10:00+01:00','Jan van Dijk','employer','',NULL,3,NULL,'');
INSERT INTO "mark" VALUES(177,2,'employer.during.salary','employer','2026-10-14','2026-10-14T14:10:00+01:00','Jan van Dijk','employer','',NULL,3,NULL,'');
INSERT INTO "mark" VALUES(178,2,'employer.during.assessment','employer','2026-10-14','2026-10-14T14:10:00+01:00','Jan van Dijk','employer','',NULL,3,NULL,'');
INSERT INTO "mark" VALUES(179,24,'student.during.participation','student','2026-11-02','2026-11-02T14:10:00+01:00','Amira El Idrissi','student','',NULL,3,NULL,'');
INSERT INTO "mark" VALUES(180,24,'student.during.ownership','student','2026-11-02','2026-11-02T14:10:00+01:00','Amira El Idrissi','student','',NULL,3,NULL,'');
INSERT INTO "mark" VALUES(181,24,'school.during.coordination','school','2026-11-02','2026-11-02T14:10:00+01:00','Noor Bakker','school','',NULL,3,NULL,'');
INSERT INTO "mark" VALUES(182,24,'employer.during.environment','employer','2026-11-02','2026-11-02T14:10:00+01:00','Jan van Dijk','employer','',NULL,3,NULL,'');
INSERT INTO "mark" VALUES(183,24,'employer.during.team','employer','2026-11-02','2026-11-02T14:10:00+01:00','Jan van Dijk','employer','',NULL,3,NULL,'');
INSERT INTO "mark" VALUES(184,24,'employer.during.assessment','employer','2026-11-02','2026-11-02T14:10:00+01:00','Jan van Dijk','employer','',NULL,3,NULL,'');
INSERT INTO "mark" VALUES(185,30,'student.during.participation','student','2026-11-08','2026-11-08T14:10:00+01:00','Marijn Peters','student','',NULL,31,NULL,'');
INSERT INTO "mark" VALUES(186,30,'student.during.communication','student','2026-11-08','2026-11-08T14:10:00+01:00','Marijn Peters','student','',NULL,31,NULL,'');
INSERT INTO "mark" VALUES(187,30,'student.during.ownership','student','2026-11-08','2026-11-08T14:10:00+01:00','Marijn Peters','student','',NULL,31,NULL,'');
INSERT INTO "mark" VALUES(188,30,'school.during.support','school','2026-11-08','2026-11-08T14:10:00+01:00','Pieter Jansma','school','',NULL,31,NULL,'');
INSERT INTO "mark" VALUES(189,30,'school.during.coordination','school','2026-11-08','2026-11-08T14:10:00+01:00','Pieter Jansma','school','',NULL,31,NULL,'');
INSERT INTO "mark" VALUES(190,30,'employer.during.environment','employer','2026-11-08','2026-11-08T14:10:00+01:00','Willemijn Oude Luttikhuis','employer','',NULL,31,NULL,'');
INSERT INTO "mark" VALUES(191,30,'employer.during.team','employer','2026-11-08','2026-11-08T14:10:00+01:00','Willemijn Oude Luttikhuis','employer','',NULL,31,NULL,'');
INSERT INTO "mark" VALUES(192,30,'employer.during.supervision','employer','2026-11-08','2026-11-08T14:10:00+01:00','Willemijn Oude Luttikhuis','employer','gesprek elke dinsdag',NULL,31,NULL,'');
INSERT INTO "mark" VALUES(193,30,'employer.during.involvement','employer','2026-11-08','2026-11-08T14:10:00+01:00','Willemijn Oude Luttikhuis','employer','',NULL,31,NULL,'');
INSERT INTO "mark" VALUES(194,30,'employer.during.salary','employer','2026-11-08','2026-11-08T14:10:00+01:00','Willemijn Oude Luttikhuis','employer','',NULL,31,NULL,'');
INSERT INTO "mark" VALUES(195,30,'employer.during.assessment','employer','2026-11-08','2026-11-08T14:10:00+01:00','Willemijn Oude Luttikhuis','employer','',NULL,31,NULL,'');
CREATE TABLE model (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL, text TEXT NOT NULL, added TEXT NOT NULL
) STRICT;
INSERT INTO "model" VALUES(1,'2026-11','drieluik-model 1
model 2026-11
duty student.preparation.orientation
party student
phase preparation
kind task
short_nl Oriëntatie
short_en Orientation
nl De student-werknemer oriënteert zich voldoende om goed inzicht/begrip te krijgen wat werkend leren leren inhoudt en of dit aansluit het toekomstig beroep, de eigen interesse en doelen.
en The student-employee orients themselves well enough to understand what werkend leren involves and whether it fits the future profession, their own interests and goals.
source_nl Verantwoordelijkheden werkend leren, Student-werknemer, voorbereiding. De bron schrijft "leren leren", en "aansluit het" voor "aansluit op het".
source_en Responsibilities in werkend leren (Dutch text), student-employee, preparation. The Dutch source has "leren leren", and "aansluit het" for "aansluit op het".
duty student.preparation.workplace
party student
phase preparation
kind evidence
gate yes
record workplace
short_nl Werkplek
short_en Workplace
nl Als de student-werknemer nog geen werkplek heeft gaat de student-werknemer actief op zoek en solliciteert naar een geschikte werkplek die aansluit bij het vakgebied. De student-werknemer moet een werkplek hebben bij de aanvang van de opleiding.
en A student-employee who has no workplace yet actively looks and applies for a suitable one in the field. The student-employee must have a workplace when the programme starts.
source_nl Verantwoordelijkheden werkend leren, Student-werknemer, voorbereiding. In de bron staat de slotalinea midden in deze tekst; die staat nu aan het eind van het model.
source_en Responsibilities in werkend leren (Dutch text), student-employee, preparation. In the source the closing paragraph stands in the middle of this text; it now stands at the end of the model.
duty student.during.participation
party student
phase during
kind continuing
short_nl Deelname
short_en Participation
nl De student-werknemer is verantwoordelijk voor het actief deelnemen aan zowel het theoretische als praktische aspect van het opleidingsprogramma. Dit omvat het bijwonen van lessen, het voltooien van opdrachten en het actief deelnemen aan werkzaamheden op de werkplek.
en The student-employee is responsible for taking an active part in both the theory and the practice of the programme. This includes attending classes, completing assignments and taking an active part in the work at the workplace.
source_nl Verantwoordelijkheden werkend leren, Student-werknemer, tijdens de opleiding.
source_en Responsibilities in werkend leren (Dutch text), student-employee, during the programme.
duty student.during.communication
party student
phase during
kind continuing
short_nl Communicatie
short_en Communication
nl De student-werknemer communiceert met zowel werkgever/bedrijf als de hogeschool. De student-werknemer kaart eventuele problemen, vragen of behoeften tijdig aan.
en The student-employee communicates with both the employer and the university of applied sciences. The student-employee raises any problems, questions or needs in time.
source_nl Verantwoordelijkheden werkend leren, Student-werknemer, tijdens de opleiding.
source_en Responsibilities in werkend leren (Dutch text), student-employee, during the programme.
duty student.during.ownership
party student
phase during
kind continuing
short_nl Eigenaarschap
short_en Ownership
nl De student-werknemer draagt de verantwoordelijkheid voor zijn of haar eigen leerproces en individueel opleidingsplan. Dit omvat het plannen van studietijd, het stellen van doelen en het nemen van initiatief om nieuwe vaardigheden te leren en toe te passen.
en The student-employee is responsible for their own learning process and individual training plan. This includes planning study time, setting goals and taking the initiative to learn and apply new skills.
source_nl Verantwoordelijkheden werkend leren, Student-werknemer, tijdens de opleiding.
source_en Responsibilities in werkend leren (Dutch text), student-employee, during the programme.
duty school.preparation.information
party school
phase preparation
kind task
short_nl Informatie
short_en Information
nl De hogeschool verstrekt informatie en inlichtingen over werkend leren met betrekking tot de mogelijkheden, verantwoordelijkheden, verplichtingen en rechten van de student-werknemer, hogeschool en werkgever/bedrijf.
en The university of applied sciences informs and advises about werkend leren: the possibilities, responsibilities, obligations and rights of the student-employee, the university and the employer.
source_nl Verantwoordelijkheden werkend leren, Hogeschool, voorbereiding.
source_en Responsibilities in werkend leren (Dutch text), university, preparation.
duty school.preparation.agreement
party school
phase preparation
kind joint
gate yes
part student
part school
part employer
record agreement
short_nl Overeenkomst
short_en Agreement
nl De partijen (hogeschool, werkgever/bedrijf en student-werknemer) zijn gezamenlijk verantwoordelijk voor een tripartite overeenkomst waarin de afspraken tussen de student-werknemer, hogeschool en werkgever/bedrijf zijn vastgelegd met betrekking de vorm en inhoud van de opleiding, de manier en frequentie van begeleiding, het persoonlijk leerprogramma en toetsing- en beoordelingsmethode.
en The parties (university of applied sciences, employer and student-employee) are jointly responsible for a tripartite agreement. It lays down what the three have agreed on the form and content of the programme, the manner and frequency of guidance, the personal learning programme, and the testing and assessment method.
source_nl Verantwoordelijkheden werkend leren, Hogeschool, voorbereiding. De bron schrijft "met betrekking de" voor "met betrekking tot de", en "toetsing-" voor "toetsings-".
source_en Responsibilities in werkend leren (Dutch text), university, preparation. The Dutch source has "met betrekking de" for "met betrekking tot de", and "toetsing-" for "toetsings-".
duty school.preparation.plan
party school
phase preparation
kind joint
part student
part school
part employer
record plan
short_nl Opleidingsplan
short_en Training plan
nl De school is verantwoordelijk voor het ontwikkelen van individuele opleidingsplannen voor de werkend leren student-werknemers in samenwerking met de werkgever/bedrijf en de student-werknemer.
en The university of applied sciences is responsible for developing individual training plans for the student-employees, together with the employer and the student-employee.
source_nl Verantwoordelijkheden werkend leren, Hogeschool, voorbereiding.
source_en Responsibilities in werkend leren (Dutch text), university, preparation.
duty school.preparation.scan
party school
phase preparation
kind evidence
record scan
short_nl Werkplekscan
short_en Workplace scan
nl De hogeschool verricht een werkplekscan (zie voorbeeld in bijlage).
en The university of applied sciences carries out a workplace scan (see the example in the appendix).
source_nl Verantwoordelijkheden werkend leren, Hogeschool, voorbereiding.
source_en Responsibilities in werkend leren (Dutch text), university, preparation.
duty school.during.support
party school
phase during
kind continuing
short_nl Ondersteuning
short_en Support
nl De hogeschool ondersteunt de student-werknemer door middel van passend onderwijs en begeleiding. Dit omvat het aanbieden van theoretische kennis die relevant is voor de praktijkervaring van de student-werknemer en het verstrekken van middelen en ondersteuning bij het voltooien van opdrachten.
en The university of applied sciences supports the student-employee through fitting teaching and guidance. This includes offering theory that is relevant to the student-employee''s practical experience, and providing means and support for completing assignments.
source_nl Verantwoordelijkheden werkend leren, Hogeschool, tijdens de opleiding.
source_en Responsibilities in werkend leren (Dutch text), university, during the programme.
duty school.during.coordination
party school
phase during
kind continuing
short_nl Coördinatie
short_en Coordination
nl De hogeschool fungeert als een tussenpersoon tussen werkgever/bedrijf en de student-werknemer, en coördineert tussen beide om ervoor te zorgen dat het leerproces verloopt volgens het gezamenlijk opgestelde opleidingsplan en eventuele problemen worden aangepakt.
en The university of applied sciences acts as an intermediary between the employer and the student-employee, and co-ordinates between the two, so that the learning process follows the jointly drawn up training plan and any problems are dealt with.
source_nl Verantwoordelijkheden werkend leren, Hogeschool, tijdens de opleiding.
source_en Responsibilities in werkend leren (Dutch text), university, during the programme.
duty school.during.no_fee
party school
phase during
kind declaration
part school
part employer
short_nl Geen vergoeding
short_en No fee
nl De hogeschool is de werkgever geen vergoeding verschuldigd voor de beroepsuitoefening.
en The university of applied sciences owes the employer no fee for the professional work.
source_nl Verantwoordelijkheden werkend leren, Hogeschool, tijdens de opleiding.
source_en Responsibilities in werkend leren (Dutch text), university, during the programme.
duty school.during.contact
party school
phase during
kind evidence
record school-contact
short_nl Contactpersoon
short_en Contact person
nl De hogeschool zorgt voor één contactpersoon die aanspreekpunt is voor zowel de student-werknemer als de werkgever.
en The university of applied sciences provides one contact person, whom both the student-employee and the employer can turn to.
source_nl Verantwoordelijkheden werkend leren, Hogeschool, tijdens de opleiding.
source_en Responsibilities in werkend leren (Dutch text), university, during the programme.
duty employer.preparation.workplace
party employer
phase preparation
kind evidence
gate yes
record suitable-workplace
short_nl Werkplek
short_en Workplace
nl De werkgever/bedrijf stelt een werkplek beschikbaar voor de werkend leren student-werknemer.
en The employer makes a workplace available for the student-employee.
source_nl Verantwoordelijkheden werkend leren, Werkgever/bedrijf, voorbereiding.
source_en Responsibilities in werkend leren (Dutch text), employer, preparation.
duty employer.preparation.plan
party employer
phase preparation
kind joint
part student
part school
part employer
record plan
mirrors school.preparation.plan
short_nl Opleidingsplan
short_en Training plan
nl De werkgever werkt samen met de hogeschool en student-werknemer bij het opstellen van een individueel opleidingsplan voor de student-werknemer.
en The employer co-operates with the university of applied sciences and the student-employee in drawing up an individual training plan for the student-employee.
source_nl Verantwoordelijkheden werkend leren, Werkgever/bedrijf, voorbereiding.
source_en Responsibilities in werkend leren (Dutch text), employer, preparation.
duty employer.preparation.supervisor
party employer
phase preparation
kind evidence
record supervisor
short_nl Werkbegeleider
short_en Work supervisor
nl De werkgever/bedrijf stelt een werkbegeleider aan om een student-werknemer te begeleiden, ondersteunen en coachen tijdens de werkervaring.
en The employer appoints a work supervisor to guide, support and coach a student-employee during the work experience.
source_nl Verantwoordelijkheden werkend leren, Werkgever/bedrijf, voorbereiding.
source_en Responsibilities in werkend leren (Dutch text), employer, preparation.
duty employer.preparation.contact
party employer
phase preparation
kind evidence
record employer-contact
short_nl Contactpersoon
short_en Contact person
nl De werkgever/bedrijf benoemt een contactpersoon binnen het bedrijf.
en The employer names a contact person within the company.
source_nl Verantwoordelijkheden werkend leren, Werkgever/bedrijf, voorbereiding.
source_en Responsibilities in werkend leren (Dutch text), employer, preparation.
duty employer.during.environment
party employer
phase during
kind continuing
short_nl Leeromgeving
short_en Environment
nl De werkgever/bedrijf is verantwoordelijk voor het bieden van een ondersteunende, geschikte en veilige (de student-medeweker zich vrij voelt om vragen te stellen, fouten te maken en te leren) leeromgeving voor de student-werknemer. Dit omvat het toewijzen van taken die relevant zijn voor het vakgebied van de student en het bieden van begeleiding en ondersteuning tijdens het leerproces.
en The employer is responsible for offering the student-employee a supportive, suitable and safe learning environment (the student-employee feels free to ask questions, make mistakes and learn). This includes assigning tasks that are relevant to the student''s field of study, and offering guidance and support during the learning process.
source_nl Verantwoordelijkheden werkend leren, Werkgever/bedrijf, tijdens de opleiding. De bron schrijft "student-medeweker", en vóór "de student-" ontbreekt "waarin".
source_en Responsibilities in werkend leren (Dutch text), employer, during the programme. The Dutch source has "student-medeweker", and "waarin" is missing before "de student-".
duty employer.during.team
party employer
phase during
kind continuing
short_nl Team
short_en Team
nl De werkgever/bedrijf integreert de student-werknemer in het team en geeft de student-medewerker de kans om samen te werken met ervaren professionals. Dit draagt bij aan de ontwikkeling van zowel technische als interpersoonlijke vaardigheden.
en The employer integrates the student-employee into the team and gives them the chance to work with experienced professionals. This helps to develop both technical and interpersonal skills.
source_nl Verantwoordelijkheden werkend leren, Werkgever/bedrijf, tijdens de opleiding. De bron schrijft "student-medewerker" voor "student-werknemer".
source_en Responsibilities in werkend leren (Dutch text), employer, during the programme. The Dutch source has "student-medewerker" for "student-werknemer".
duty employer.during.supervision
party employer
phase during
kind continuing
record experienced-supervisor
short_nl Begeleiding
short_en Supervision
nl Het toewijzen van een ervaren werkbegeleider aan de student-werknemer is van onschatbare waarde. De werkbegeleider begeleidt, coacht en ondersteunt de student-werknemer bij de professionele ontwikkeling.
en Assigning an experienced work supervisor to the student-employee is invaluable. The work supervisor guides, coaches and supports the student-employee in their professional development.
source_nl Verantwoordelijkheden werkend leren, Werkgever/bedrijf, tijdens de opleiding.
source_en Responsibilities in werkend leren (Dutch text), employer, during the programme.
duty employer.during.involvement
party employer
phase during
kind continuing
short_nl Betrokkenheid
short_en Involvement
nl De werkgever/ bedrijf is actief betrokken bij het opleidingsproces door deel te nemen aan evaluaties, het bijwonen van bijeenkomsten en het bijstellen van het opleidingsplan indien nodig.
en The employer is actively involved in the programme: it takes part in evaluations, attends meetings and adjusts the training plan if needed.
source_nl Verantwoordelijkheden werkend leren, Werkgever/bedrijf, tijdens de opleiding. De bron schrijft "werkgever/ bedrijf".
source_en Responsibilities in werkend leren (Dutch text), employer, during the programme. The Dutch source has "werkgever/ bedrijf".
duty employer.during.salary
party employer
phase during
kind continuing
short_nl Salaris
short_en Salary
nl De werkgever/bedrijf betaald de student-werknemer een salaris/vergoeding
en The employer pays the student-employee a salary or allowance.
source_nl Verantwoordelijkheden werkend leren, Werkgever/bedrijf, tijdens de opleiding. De bron schrijft "betaald" voor "betaalt"; de punt aan het eind ontbreekt.
source_en Responsibilities in werkend leren (Dutch text), employer, during the programme. The Dutch source has "betaald" for "betaalt"; the full stop at the end is missing.
duty employer.during.no_fee
party employer
phase during
kind declaration
part school
part employer
short_nl Geen vergoeding
short_en No fee
nl De werkgever/bedrijf is de hogeschool geen vergoeding schuldig.
en The employer owes the university of applied sciences no fee.
source_nl Verantwoordelijkheden werkend leren, Werkgever/bedrijf, tijdens de opleiding.
source_en Responsibilities in werkend leren (Dutch text), employer, during the programme.
duty employer.during.assessment
party employer
phase during
kind continuing
short_nl Beoordeling
short_en Assessment
nl De werkgever/bedrijf is zich bewust van de rol bij de beoordeling en neemt deze rol en verantwoordelijkheid op zich zoals beschreven in de tripartite overeenkomst.
en The employer is aware of its role in the assessment, and takes on this role and responsibility as described in the tripartite agreement.
source_nl Verantwoordelijkheden werkend leren, Werkgever/bedrijf, tijdens de opleiding.
source_en Responsibilities in werkend leren (Dutch text), employer, during the programme.
duty employer.during.contact
party employer
phase during
kind evidence
record employer-contact
short_nl Contactpersoon
short_en Contact person
nl Het bedrijf zorgt voor één contactpersoon die aanspreekpunt is voor zowel de student-medewerker als de hogeschool.
en The company provides one contact person, whom both the student-employee and the university of applied sciences can turn to.
source_nl Verantwoordelijkheden werkend leren, Werkgever/bedrijf, tijdens de opleiding. De bron schrijft "student-medewerker" voor "student-werknemer".
source_en Responsibilities in werkend leren (Dutch text), employer, during the programme. The Dutch source has "student-medewerker" for "student-werknemer".
','2026-11-23T11:21:19+00:00');
CREATE TABLE note (
  id INTEGER PRIMARY KEY, placement INTEGER NOT NULL REFERENCES placement (id), duty TEXT, body TEXT NOT NULL,
  moment TEXT NOT NULL, by_whom TEXT NOT NULL,
  party TEXT NOT NULL CHECK (party IN ('student', 'school', 'employer'))
) STRICT;
CREATE TABLE pause (
  id INTEGER PRIMARY KEY, placement INTEGER NOT NULL REFERENCES placement (id), from_day TEXT NOT NULL,
  intended_return TEXT, until_day TEXT, reason TEXT NOT NULL
) STRICT;
INSERT INTO "pause" VALUES(196,30,'2026-11-13','2027-01-22',NULL,'ziekte');
CREATE TABLE person (
  id INTEGER PRIMARY KEY, party TEXT NOT NULL CHECK (party IN ('school', 'employer')),
  employer INTEGER REFERENCES employer (id), name TEXT NOT NULL, function TEXT NOT NULL, mail TEXT NOT NULL,
  phone TEXT NOT NULL, reachable TEXT NOT NULL, experience TEXT NOT NULL, name_folded TEXT NOT NULL,
  mail_folded TEXT NOT NULL
) STRICT;
INSERT INTO "person" VALUES(6,'school',NULL,'Fatma Yıldız','','fatma.yildiz@hogeschool.example','','','','fatma yildiz','fatma.yildiz@hogeschool.example');
INSERT INTO "person" VALUES(8,'employer',3,'Jan van Dijk','','jan@vandijk.example','0318 555 010','','','jan van dijk','jan@vandijk.example');
INSERT INTO "person" VALUES(10,'employer',3,'Sanne Mol','werkbegeleider','sanne@vandijk.example','','ma–do','9 jaar, praktijkbegeleider sinds 2021','sanne mol','sanne@vandijk.example');
INSERT INTO "person" VALUES(17,'school',NULL,'Noor Bakker','','noor.bakker@hogeschool.example','','','','noor bakker','noor.bakker@hogeschool.example');
INSERT INTO "person" VALUES(19,'employer',14,'Griet Postma','','g.postma@zorgnoord.example','0592 555 020','','','griet postma','g.postma@zorgnoord.example');
INSERT INTO "person" VALUES(21,'employer',14,'Bouke Hoekstra','werkbegeleider','b.hoekstra@zorgnoord.example','','ma–do','werkbegeleider sinds 2018','bouke hoekstra','b.hoekstra@zorgnoord.example');
INSERT INTO "person" VALUES(34,'school',NULL,'Pieter Jansma','','pieter.jansma@hogeschool.example','','','','pieter jansma','pieter.jansma@hogeschool.example');
INSERT INTO "person" VALUES(36,'employer',31,'Willemijn Oude Luttikhuis','','w.oudeluttikhuis@zht.example','088 555 070','','','willemijn oude luttikhuis','w.oudeluttikhuis@zht.example');
INSERT INTO "person" VALUES(38,'employer',31,'Renée Çelik','werkbegeleider','r.celik@zht.example','','ma–do','werkbegeleider, 12 jaar','renee celik','r.celik@zht.example');
INSERT INTO "person" VALUES(46,'employer',42,'Henk ter Braak','','h.terbraak@vecht.example','0546 555 030','','','henk ter braak','h.terbraak@vecht.example');
INSERT INTO "person" VALUES(48,'employer',42,'Loes Wolters','','l.wolters@vecht.example','','','','loes wolters','l.wolters@vecht.example');
CREATE TABLE placement (
  id INTEGER PRIMARY KEY, student INTEGER NOT NULL REFERENCES student (id), programme TEXT NOT NULL,
  start_day TEXT, end_day TEXT, model INTEGER NOT NULL REFERENCES model (id), started_on TEXT, imported_on TEXT,
  start_reason TEXT NOT NULL, ending TEXT CHECK (ending IN ('completed', 'ended-early', 'never-started')),
  ended_on TEXT, end_reason TEXT NOT NULL, ended_by TEXT CHECK (ended_by IN ('student', 'school', 'employer')),
  key_folded TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO "placement" VALUES(2,1,'Werktuigbouwkunde','2025-10-19','2026-11-07',1,'2025-10-19',NULL,'scan volgt; werkplek is bekend','completed','2026-10-24','',NULL,'500834/werktuigbouwkunde');
INSERT INTO "placement" VALUES(13,12,'Verpleegkunde','2026-08-25','2026-10-28',1,'2026-08-25',NULL,'','ended-early','2026-10-14','afdeling gesloten','employer','500836/verpleegkunde');
INSERT INTO "placement" VALUES(24,23,'HBO-ICT','2026-09-01','2028-08-31',1,'2026-09-01',NULL,'',NULL,NULL,'',NULL,'500123/hbo-ict');
INSERT INTO "placement" VALUES(30,29,'Verpleegkunde','2026-09-01','2028-08-31',1,'2026-09-01',NULL,'',NULL,NULL,'',NULL,'500832/verpleegkunde');
INSERT INTO "placement" VALUES(41,40,'Civiele Techniek','2026-10-04','2026-10-23',1,NULL,NULL,'','never-started','2026-10-09','andere studie gekozen','student','500838/civiele techniek');
INSERT INTO "placement" VALUES(51,50,'Civiele Techniek','2026-12-14','2028-12-13',1,NULL,NULL,'',NULL,NULL,'',NULL,'500789/civiele techniek');
INSERT INTO "placement" VALUES(57,56,'Bestuurskunde','2026-12-14','2028-12-13',1,NULL,NULL,'',NULL,NULL,'',NULL,'500790/bestuurskunde');
INSERT INTO "placement" VALUES(60,59,'Werktuigbouwkunde','2026-12-21','2028-12-20',1,NULL,NULL,'',NULL,NULL,'',NULL,'500824/werktuigbouwkunde');
CREATE TABLE plan (
  id INTEGER PRIMARY KEY, placement INTEGER NOT NULL REFERENCES placement (id), label TEXT NOT NULL,
  on_date TEXT NOT NULL, added_on TEXT NOT NULL, kept TEXT NOT NULL
) STRICT;
INSERT INTO "plan" VALUES(71,2,'versie 1','2025-07-25','2025-07-25','dossier 500834');
INSERT INTO "plan" VALUES(93,13,'versie 1','2026-05-31','2026-05-31','dossier 500836');
INSERT INTO "plan" VALUES(105,24,'versie 1','2026-06-07','2026-06-07','dossier 500123');
INSERT INTO "plan" VALUES(106,30,'versie 1','2026-06-07','2026-06-07','dossier 500832');
CREATE TABLE rhythm (
  id INTEGER PRIMARY KEY, placement INTEGER NOT NULL REFERENCES placement (id), duty TEXT,
  days INTEGER NOT NULL CHECK (days BETWEEN 1 AND 730)
) STRICT;
CREATE TABLE scan_decision (
  id INTEGER PRIMARY KEY, workplace INTEGER NOT NULL REFERENCES workplace (id), on_date TEXT NOT NULL,
  decision TEXT NOT NULL CHECK (decision IN ('suitable', 'suitable_with_conditions', 'not_yet_suitable')),
  valid_until TEXT NOT NULL, by_whom TEXT NOT NULL, kept TEXT NOT NULL, withdrawn_on TEXT,
  withdrawn_reason TEXT NOT NULL
) STRICT;
INSERT INTO "scan_decision" VALUES(83,32,'2026-04-27','suitable','2028-04-26','Pieter Jansma','map Werkplekscans',NULL,'');
INSERT INTO "scan_decision" VALUES(113,4,'2026-06-10','suitable','2028-06-10','Pieter Jansma','map Werkplekscans',NULL,'');
INSERT INTO "scan_decision" VALUES(116,15,'2026-07-06','suitable_with_conditions','2028-07-05','Pieter Jansma','map Werkplekscans',NULL,'');
CREATE TABLE sequence (id INTEGER PRIMARY KEY CHECK (id = 1), next INTEGER NOT NULL) STRICT;
INSERT INTO "sequence" VALUES(1,197);
CREATE TABLE student (
  id INTEGER PRIMARY KEY, number TEXT NOT NULL, name TEXT NOT NULL, mail TEXT NOT NULL, phone TEXT NOT NULL,
  number_folded TEXT NOT NULL UNIQUE, name_folded TEXT NOT NULL, mail_folded TEXT NOT NULL
) STRICT;
INSERT INTO "student" VALUES(1,'500834','Kees Hofman','s500834@student.example','06 5555 1005','500834','kees hofman','s500834@student.example');
INSERT INTO "student" VALUES(12,'500836','Gijs Meijer','s500836@student.example','06 5555 1006','500836','gijs meijer','s500836@student.example');
INSERT INTO "student" VALUES(23,'500123','Amira El Idrissi','s500123@student.example','06 5555 1000','500123','amira el idrissi','s500123@student.example');
INSERT INTO "student" VALUES(29,'500832','Marijn Peters','s500832@student.example','06 5555 1004','500832','marijn peters','s500832@student.example');
INSERT INTO "student" VALUES(40,'500838','Niels Bosch','s500838@student.example','06 5555 1007','500838','niels bosch','s500838@student.example');
INSERT INTO "student" VALUES(50,'500789','Bram de Wit','s500789@student.example','06 5555 1001','500789','bram de wit','s500789@student.example');
INSERT INTO "student" VALUES(56,'500790','Chloë Janssen','s500790@student.example','06 5555 1002','500790','chloe janssen','s500790@student.example');
INSERT INTO "student" VALUES(59,'500824','José Martínez','s500824@student.example','06 5555 1003','500824','jose martinez','s500824@student.example');
CREATE TABLE summary (
  placement INTEGER PRIMARY KEY REFERENCES placement (id), stage INTEGER NOT NULL, phase INTEGER NOT NULL,
  start_day INTEGER NOT NULL, started_on INTEGER, frozen_on INTEGER, urgency INTEGER NOT NULL,
  urgency_student INTEGER NOT NULL, urgency_school INTEGER NOT NULL, urgency_employer INTEGER NOT NULL,
  due_student INTEGER NOT NULL, due_school INTEGER NOT NULL, due_employer INTEGER NOT NULL,
  due_any INTEGER NOT NULL, student_id INTEGER NOT NULL, employer_id INTEGER, student TEXT NOT NULL,
  employer TEXT NOT NULL, programme TEXT NOT NULL, key TEXT NOT NULL, name_folded TEXT NOT NULL,
  searched TEXT NOT NULL, details TEXT NOT NULL
) STRICT;
INSERT INTO "summary" VALUES(2,3,1,20380,20380,20750,9999999,9999999,9999999,9999999,9999999,9999999,9999999,9999999,1,3,'Kees Hofman','Van Dijk Techniek','Werktuigbouwkunde','500834/Werktuigbouwkunde','kees hofman','kees hofman
500834
werktuigbouwkunde
van dijk techniek
werkplaats ede
fatma yildiz
jan van dijk
sanne mol','|||

2,2|3,4,21345|4,4
0,3,20796,20796,20796|2,4,20796,20796|2,8,20796,20796,20796,20796,20796,20796');
INSERT INTO "summary" VALUES(13,4,1,20690,20690,20740,9999999,9999999,9999999,9999999,9999999,9999999,9999999,9999999,12,14,'Gijs Meijer','Zorggroep Noord','Verpleegkunde','500836/Verpleegkunde','gijs meijer','gijs meijer
500836
verpleegkunde
zorggroep noord
de linde
noor bakker
griet postma
bouke hoekstra','|||

2,2|3,4,21370|4,4
0,3,20786,20786,20786|2,4,20786,20786|2,8,20786,20786,20786,20786,20786,20786');
INSERT INTO "summary" VALUES(24,1,1,20697,20697,NULL,20769,20783,20785,20769,20783,20785,20769,20769,23,3,'Amira El Idrissi','Van Dijk Techniek','HBO-ICT','500123/HBO-ICT','amira el idrissi','amira el idrissi
500123
hbo-ict
van dijk techniek
werkplaats ede
jan van dijk
sanne mol
noor bakker','20769,0,19,2,20769,12|20783,0,3,0,20783,12|20785,0,9,1,20785,12|20769,0,19,2,20769,12
19,2,20769,12 20,2,20776,12 3,0,20783,12 9,1,20785,12 21,2,20789,12 2,0,20815,12 4,0,20815,12 10,1,20815,12 17,2,20815,12 18,2,20815,12 23,2,20815,12 8,1,21359,12
2,2|3,4,21345|4,4
0,3,20783,20815,20815|2,4,20785,20815|2,8,20769,20776,20789,20815,20815,20815');
INSERT INTO "summary" VALUES(30,2,1,20697,20697,20770,20840,9999999,20840,9999999,9999999,9999999,9999999,9999999,29,31,'Marijn Peters','Ziekenhuis Twente','Verpleegkunde','500832/Verpleegkunde','marijn peters','marijn peters
500832
verpleegkunde
ziekenhuis twente
afdeling c4
pieter jansma
willemijn oude luttikhuis
renee celik','20840,2,,1,20840,4||20840,2,,1,20840,4|

2,2|3,4,21300|4,4
0,3,20821,20821,20821|2,4,20821,20821|2,8,20821,20821,20821,20821,20821,20821');
INSERT INTO "summary" VALUES(41,5,0,20730,NULL,20735,9999999,9999999,9999999,9999999,9999999,9999999,9999999,9999999,40,42,'Niels Bosch','Waterschap Vechtstromen','Civiele Techniek','500838/Civiele Techniek','niels bosch','niels bosch
500838
civiele techniek
waterschap vechtstromen
gemaal oost
pieter jansma
henk ter braak
loes wolters','|||

2,2|1,4|3,4
0,3|1,4|1,8');
INSERT INTO "summary" VALUES(51,0,0,20801,NULL,NULL,20801,9999999,20801,20801,9999999,20801,20801,20801,50,42,'Bram de Wit','Waterschap Vechtstromen','Civiele Techniek','500789/Civiele Techniek','bram de wit','bram de wit
500789
civiele techniek
waterschap vechtstromen
gemaal oost
pieter jansma
henk ter braak
loes wolters','20801,0,6,2,20801,7||20801,0,7,1,20801,4|20801,0,6,2,20801,7
6,2,20801,7 7,1,20801,4 8,1,20801,4 14,2,20801,0 11,1,,4 11,2,,4 22,1,,4 22,2,,4
2,2|1,4|3,4
0,3|1,4|1,8
 school.preparation.agreement');
INSERT INTO "summary" VALUES(57,0,0,20801,NULL,NULL,20801,20801,20801,9999999,20801,20801,9999999,20801,56,NULL,'Chloë Janssen','','Bestuurskunde','500790/Bestuurskunde','chloe janssen','chloe janssen
500790
bestuurskunde
fatma yildiz','20801,0,1,0,20801,5|20801,0,1,0,20801,5|20801,0,6,1,20801,5|
1,0,20801,5 6,1,20801,5 0,0,20801,4 7,1,20801,4 8,1,20801,4 11,1,,4 22,1,,4
0,2|1,4|0,4
0,3|1,4|0,8
 student.preparation.workplace
 school.preparation.agreement
 employer.preparation.workplace');
INSERT INTO "summary" VALUES(60,0,0,20808,NULL,NULL,20808,9999999,20808,20808,9999999,20808,20808,20808,59,3,'José Martínez','Van Dijk Techniek','Werktuigbouwkunde','500824/Werktuigbouwkunde','jose martinez','jose martinez
500824
werktuigbouwkunde
van dijk techniek
werkplaats ede
jan van dijk
sanne mol
noor bakker','20808,0,6,2,20808,7||20808,0,7,1,20808,4|20808,0,6,2,20808,7
6,2,20808,7 7,1,20808,4 14,2,20808,0 11,1,,4 11,2,,4 22,1,,4 22,2,,4
2,2|2,4|3,4
0,3|1,4|1,8
 school.preparation.agreement');
CREATE TABLE tally (
  kind TEXT NOT NULL, name TEXT NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (kind, name)
) STRICT, WITHOUT ROWID;
INSERT INTO "tally" VALUES('gate','employer.preparation.workplace',1);
INSERT INTO "tally" VALUES('gate','school.preparation.agreement',3);
INSERT INTO "tally" VALUES('gate','student.preparation.workplace',1);
INSERT INTO "tally" VALUES('stage','0',3);
INSERT INTO "tally" VALUES('stage','1',1);
INSERT INTO "tally" VALUES('stage','2',1);
INSERT INTO "tally" VALUES('stage','3',1);
INSERT INTO "tally" VALUES('stage','4',1);
INSERT INTO "tally" VALUES('stage','5',1);
CREATE TABLE workplace (
  id INTEGER PRIMARY KEY, employer INTEGER NOT NULL REFERENCES employer (id), name TEXT NOT NULL,
  address TEXT NOT NULL, name_folded TEXT NOT NULL
) STRICT;
INSERT INTO "workplace" VALUES(4,3,'Werkplaats Ede','Ambachtsweg 12, Ede','werkplaats ede');
INSERT INTO "workplace" VALUES(15,14,'De Linde','Lindelaan 3, Assen','de linde');
INSERT INTO "workplace" VALUES(32,31,'Afdeling C4','Geerdinksweg 141, Hengelo','afdeling c4');
INSERT INTO "workplace" VALUES(43,42,'Gemaal Oost','Kade 1, Almelo','gemaal oost');
CREATE TABLE workplace_link (
  id INTEGER PRIMARY KEY, placement INTEGER NOT NULL REFERENCES placement (id),
  employer INTEGER NOT NULL REFERENCES employer (id), workplace INTEGER REFERENCES workplace (id),
  from_day TEXT NOT NULL, until_day TEXT
) STRICT;
INSERT INTO "workplace_link" VALUES(5,2,3,4,'2025-07-01',NULL);
INSERT INTO "workplace_link" VALUES(16,13,14,15,'2026-05-07',NULL);
INSERT INTO "workplace_link" VALUES(25,24,3,4,'2026-05-14',NULL);
INSERT INTO "workplace_link" VALUES(33,30,31,32,'2026-05-14',NULL);
INSERT INTO "workplace_link" VALUES(44,41,42,43,'2026-06-16',NULL);
INSERT INTO "workplace_link" VALUES(52,51,42,43,'2026-08-26',NULL);
INSERT INTO "workplace_link" VALUES(61,60,3,4,'2026-09-02',NULL);
CREATE INDEX student_name ON student (name_folded);
CREATE INDEX student_mail ON student (mail_folded) WHERE mail_folded <> '';
CREATE INDEX employer_name ON employer (name_folded);
CREATE INDEX workplace_name ON workplace (employer, name_folded);
CREATE INDEX person_name ON person (name_folded, employer);
CREATE INDEX person_mail ON person (mail_folded, employer) WHERE mail_folded <> '';
CREATE INDEX person_employer ON person (employer) WHERE employer IS NOT NULL;
CREATE INDEX placement_student ON placement (student);
CREATE INDEX link_placement ON workplace_link (placement);
CREATE INDEX link_employer ON workplace_link (employer);
CREATE INDEX link_workplace ON workplace_link (workplace) WHERE workplace IS NOT NULL;
CREATE INDEX assignment_placement ON assignment (placement);
CREATE INDEX assignment_person ON assignment (person, role, placement);
CREATE INDEX pause_placement ON pause (placement);
CREATE INDEX agreement_placement ON agreement (placement);
CREATE INDEX plan_placement ON plan (placement);
CREATE INDEX scan_workplace ON scan_decision (workplace);
CREATE INDEX mark_placement ON mark (placement);
CREATE INDEX mark_version ON mark (version) WHERE version IS NOT NULL;
CREATE INDEX mark_employer ON mark (employer) WHERE employer IS NOT NULL;
CREATE INDEX due_date_placement ON due_date (placement);
CREATE INDEX exclusion_placement ON exclusion (placement);
CREATE INDEX note_placement ON note (placement);
CREATE INDEX rhythm_placement ON rhythm (placement);
CREATE INDEX gate_record_placement ON gate_record (placement);
CREATE INDEX gate_record_record ON gate_record (record);
CREATE INDEX change_placement ON change (placement, seq);
CREATE INDEX change_session ON change (session, seq);
CREATE INDEX change_undoes ON change (undoes) WHERE undoes IS NOT NULL;
CREATE INDEX change_batch ON change (batch) WHERE batch IS NOT NULL;
CREATE TRIGGER change_is_kept BEFORE DELETE ON change BEGIN
  SELECT RAISE(ABORT, 'the history only grows');
END;
CREATE TRIGGER change_is_fixed BEFORE UPDATE ON change BEGIN
  SELECT RAISE(ABORT, 'the history only grows');
END;
CREATE INDEX summary_order ON summary (
  urgency, start_day, name_folded, key, stage, due_any, due_student, due_school, due_employer, student_id,
  employer_id, searched);
CREATE INDEX summary_school ON summary (urgency_school, start_day, name_folded, key, stage);
CREATE INDEX summary_of_student ON summary (student_id, urgency_student, start_day, name_folded, key);
CREATE INDEX summary_of_employer ON summary (employer_id, urgency_employer, start_day, name_folded, key);
CREATE INDEX summary_due_any ON summary (due_any);
CREATE INDEX summary_due_student ON summary (due_student);
CREATE INDEX summary_due_school ON summary (due_school);
CREATE INDEX summary_due_employer ON summary (due_employer);
CREATE INDEX summary_stage ON summary (stage, start_day);
CREATE INDEX failing_gate_duty ON failing_gate (duty, from_day);
CREATE INDEX failing_gate_later ON failing_gate (from_day, duty) WHERE from_day > -9999999;
CREATE TRIGGER stage_comes AFTER INSERT ON summary BEGIN
  INSERT INTO tally VALUES ('stage', NEW.stage, 1) ON CONFLICT DO UPDATE SET count = count + 1;
END;
CREATE TRIGGER stage_goes AFTER DELETE ON summary BEGIN
  UPDATE tally SET count = count - 1 WHERE kind = 'stage' AND name = CAST(OLD.stage AS TEXT);
END;
CREATE TRIGGER stage_turns AFTER UPDATE OF stage ON summary WHEN OLD.stage <> NEW.stage BEGIN
  UPDATE tally SET count = count - 1 WHERE kind = 'stage' AND name = CAST(OLD.stage AS TEXT);
  INSERT INTO tally VALUES ('stage', NEW.stage, 1) ON CONFLICT DO UPDATE SET count = count + 1;
END;
CREATE TRIGGER gate_comes AFTER INSERT ON failing_gate WHEN NEW.from_day = -9999999 BEGIN
  INSERT INTO tally VALUES ('gate', NEW.duty, 1) ON CONFLICT DO UPDATE SET count = count + 1;
END;
CREATE TRIGGER gate_goes AFTER DELETE ON failing_gate WHEN OLD.from_day = -9999999 BEGIN
  UPDATE tally SET count = count - 1 WHERE kind = 'gate' AND name = OLD.duty;
END;
COMMIT;
PRAGMA application_id=1148349547;
PRAGMA user_version=1;
