# Words for days and months by language, in their order from Monday and from January; numbers up to twelve. Abbreviations
# that are other words too ("mon", "so", "sun", "mar") are read only from one to another ("so-di") and before the number of a day ("mon 28"): dayshorts.
[en]
parts: morning mornings afternoon evening evenings
days: monday, tuesday tues, wednesday wed, thursday thurs thu, friday fri, saturday sat, sunday
dayshorts: mon, tue, wed, thu, fri, sat, sun
dayplurals: mondays, tuesdays, wednesdays, thursdays, fridays, saturdays, sundays
months: january jan, february feb, march, april apr, may, june, july, august aug, september sept sep, october oct, november nov, december dec
today: today tonight
tomorrow: tomorrow tmrw tmr
weekend: weekend weekends
numbers: one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve
for: for of
[es]
parts: tarde
days: lunes, martes, miercoles, jueves, viernes, sabado, domingo
dayshorts: lun, mar, mie, jue, vie, sab, dom
dayplurals: lunes, martes, miercoles, jueves, viernes, sabados, domingos
months: enero, febrero, marzo, abril, mayo, junio, julio, agosto, septiembre setiembre, octubre, noviembre, diciembre
today: hoy
tomorrow: manana
weekend: finde
numbers: uno, dos, tres, cuatro, cinco, seis, siete, ocho, nueve, diez, once, doce
for: para
[de]
parts: abend abends nachmittag vormittag
days: montag, dienstag, mittwoch, donnerstag, freitag, samstag sonnabend, sonntag
dayshorts: mo, di, mi, do, fr, sa, so
dayplurals: montags, dienstags, mittwochs, donnerstags, freitags, samstags, sonntags
months: januar, februar, marz maerz, april, mai, juni, juli, august, september, oktober, november, dezember
today: heute
tomorrow: morgen
weekend: wochenende wochenenden
numbers: ein eine eins einen, zwei, drei, vier, funf, sechs, sieben, acht, neun, zehn, elf, zwolf
for: fur zu
[fr]
parts: matin soir soiree
days: lundi, mardi, mercredi, jeudi, vendredi, samedi, dimanche
dayshorts: lun, mar, mer, jeu, ven, sam, dim
dayplurals: lundis, mardis, mercredis, jeudis, vendredis, samedis, dimanches
months: janvier, fevrier, mars, avril, mai, juin, juillet, aout, septembre, octobre, novembre, decembre
today: aujourd
tomorrow: demain
weekend: weekend week
numbers: un une, deux, trois, quatre, cinq, six, sept, huit, neuf, dix, onze, douze
for: pour
[it]
parts: mattina sera pomeriggio
days: lunedi, martedi, mercoledi, giovedi, venerdi, sabato, domenica
dayshorts: lun, mar, mer, gio, ven, sab, dom
dayplurals: lunedi, martedi, mercoledi, giovedi, venerdi, sabati, domeniche
months: gennaio, febbraio, marzo, aprile, maggio, giugno, luglio, agosto, settembre, ottobre, novembre, dicembre
today: oggi stasera
tomorrow: domani
weekend: weekend
numbers: uno una, due, tre, quattro, cinque, sei, sette, otto, nove, dieci, undici, dodici
for: per
[pt]
parts: tarde noite
days: segunda, terca, quarta, quinta, sexta, sabado, domingo
dayshorts: seg, ter, qua, qui, sex, sab, dom
dayplurals: segundas, tercas, quartas, quintas, sextas, sabados, domingos
months: janeiro, fevereiro, marco, abril, maio, junho, julho, agosto, setembro, outubro, novembro, dezembro
today: hoje
tomorrow: amanha
weekend: fds
numbers: um uma, dois duas, tres, quatro, cinco, seis, sete, oito, nove, dez, onze, doze
for: para
[nl]
parts: ochtend middag avond
days: maandag, dinsdag, woensdag, donderdag, vrijdag, zaterdag, zondag
dayshorts: ma, di, wo, do, vr, za, zo
dayplurals: maandags, dinsdags, woensdags, donderdags, vrijdags, zaterdags, zondags
months: januari, februari, maart, april, mei, juni, juli, augustus, september, oktober, november, december
today: vandaag vanavond
tomorrow: morgen
weekend: weekend
numbers: een, twee, drie, vier, vijf, zes, zeven, acht, negen, tien, elf, twaalf
for: voor
[ar]
parts: الصباح المساء
days: الاثنين الإثنين, الثلاثاء, الاربعاء, الخميس, الجمعة, السبت, الاحد
dayplurals: اثنين, ثلاثاء, اربعاء, خميس, جمعة, سبت, احد
months: يناير, فبراير, مارس, ابريل, مايو, يونيو, يوليو, اغسطس, سبتمبر, اكتوبر, نوفمبر, ديسمبر
today: اليوم الليلة
tomorrow: غدا بكرة
numbers: واحد, اثنين اثنان شخصين, ثلاثة, اربعة, خمسة, ستة, سبعة, ثمانية, تسعة, عشرة, احدعشر, اثناعشر
for: ل
