# Days that people call by name when they ask for opening hours: when it is | language: name, other name, …
# After "@": the regions in which many close on it; "usual": a day like any other. Without it many close anywhere.
# When: month-day, "month weekday n" (the n-th Monday … of a month) or "easter" with days after it.
01-01 | en: new year's day, new years, new year | es: ano nuevo, dia de ano nuevo | de: neujahr, neujahrstag | fr: jour de l'an, nouvel an | it: capodanno | pt: ano novo, dia de ano novo | nl: nieuwjaarsdag, nieuwjaar | ar: راس السنة
01-06 @ AT ES IT | en: epiphany, three kings day | es: reyes, dia de reyes | de: heilige drei könige, dreikönigstag | fr: épiphanie | it: epifania, befana | pt: dia de reis | nl: driekoningen
02-14 @ usual | en: valentine's day, valentine's | es: san valentín | de: valentinstag | fr: saint valentin | it: san valentino | pt: dia dos namorados | nl: valentijnsdag | ar: عيد الحب
05-01 @ AT BE CH DE ES FR IT MX PT | en: labour day, may day | es: día del trabajo, primero de mayo | de: tag der arbeit, maifeiertag | fr: fête du travail | it: festa del lavoro | pt: dia do trabalhador | nl: dag van de arbeid | ar: عيد العمال
07-04 @ US | en: independence day, fourth of july, july fourth, 4th of july
09 monday 1 @ CA US | en: labor day
01 monday 3 @ US | en: martin luther king day, mlk day
02 monday 3 @ US | en: presidents day, president's day
05 sunday 2 @ usual | en: mother's day
06 sunday 3 @ usual | en: father's day
06-19 @ US | en: juneteenth
11-11 @ BE FR US | en: veterans day, veteran's day
10-31 @ usual | en: halloween | es: halloween | de: halloween | fr: halloween | it: halloween | pt: halloween | nl: halloween
11 thursday 4 @ US | en: thanksgiving day, thanksgiving | es: acción de gracias, día de acción de gracias | de: thanksgiving | ar: عيد الشكر
12-24 | en: christmas eve, xmas eve | es: nochebuena | de: heiligabend, heiliger abend | fr: veille de noël, réveillon de noël | it: vigilia di natale | pt: véspera de natal | nl: kerstavond
12-25 | en: christmas day, christmas, xmas, xmas day | es: navidad, día de navidad | de: weihnachten, erster weihnachtstag | fr: noël, jour de noël | it: natale | pt: natal, dia de natal | nl: kerst, kerstmis, eerste kerstdag | ar: عيد الميلاد, الكريسماس
12-26 @ AT AU BE CA CH DE GB IE IT NL | en: boxing day | de: zweiter weihnachtstag | it: santo stefano | nl: tweede kerstdag
12-31 | en: new year's eve, nye | es: nochevieja, fin de año | de: silvester | fr: saint sylvestre, réveillon | it: san silvestro, ultimo dell'anno | pt: véspera de ano novo, réveillon | nl: oudejaarsdag, oudejaarsavond | ar: ليلة راس السنة
easter -2 | en: good friday | es: viernes santo | de: karfreitag | fr: vendredi saint | it: venerdì santo | pt: sexta feira santa | nl: goede vrijdag
easter | en: easter, easter sunday | es: domingo de pascua, pascua | de: ostersonntag, ostern | fr: pâques, dimanche de pâques | it: pasqua | pt: páscoa, domingo de páscoa | nl: pasen, eerste paasdag | ar: عيد الفصح
easter 1 @ AT AU BE CH DE ES FR GB IE IT NL PT | en: easter monday | es: lunes de pascua | de: ostermontag | fr: lundi de pâques | it: pasquetta, lunedì dell'angelo | nl: tweede paasdag, paasmaandag
04-25 @ IT PT | it: festa della liberazione | pt: dia da liberdade
04-27 @ NL | nl: koningsdag
05-08 @ FR | fr: huit mai
06-02 @ IT | it: festa della repubblica
06-10 @ PT | pt: dia de portugal
07-14 @ FR | fr: fête nationale, quatorze juillet | en: bastille day
08-01 @ CH | de: bundesfeier
08-15 @ AT BE ES FR IT PT | en: assumption day | es: día de la asunción | de: mariä himmelfahrt | fr: jour de l'assomption | it: ferragosto | pt: dia da assunção
10-03 @ DE | de: tag der deutschen einheit | en: german unity day, day of german unity
10-05 @ PT | pt: implantação da república
10-12 @ ES | es: día de la hispanidad, fiesta nacional
10-26 @ AT | de: nationalfeiertag
11-01 @ AT BE ES FR IT PT | en: all saints day | es: día de todos los santos | de: allerheiligen | fr: la toussaint | it: festa di ognissanti | pt: dia de todos os santos
12-01 @ PT | pt: restauração da independência
12-06 @ ES | es: día de la constitución
12-08 @ AT ES IT PT | es: día de la inmaculada | de: mariä empfängnis | it: festa dell'immacolata | pt: dia da imaculada conceição
easter 39 @ AT BE CH DE FR NL | en: ascension day | de: christi himmelfahrt | fr: jeudi de l'ascension | nl: hemelvaart, hemelvaartsdag
easter 50 @ AT BE CH DE FR NL | en: whit monday | de: pfingstmontag | fr: lundi de pentecôte | nl: tweede pinksterdag, pinkstermaandag
