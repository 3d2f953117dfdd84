# Words that stand around days and belong to them, by language; each name may be of several words.
# range: between two days; between: before two days that "and" joins, and that "and"; onday: before the number of a day;
# before, after: what tells this day from the next of its kind; from: between nights and the first day; units and one: how
# long; withnumber: between a weekday and its number; counted: what a number counts that is no day; ofday: parts of the day
# that make the number before them an hour; dayafter, daybefore: in front of a date, the one
# beside it; scale: beside "9/10" it tells how bad or good, and no day; measure: behind "3/4" it tells how much; weekend: names of more than one word; aftertomorrow:
# the day behind tomorrow; past: days that are over.
[en]
range: to, until, till, through, thru, up to
between: between, and
before: next, this, this coming, the coming, the following, coming
after: after next, coming
from: starting, beginning
units: night, nights, day, days, week, weeks
one: a
aftertomorrow: the day after tomorrow, day after tomorrow
past: yesterday, last night, last week, last month, last year
withnumber: the
counted: of, people, persons, person, guests, adults, kids, children, pax, ppl, heads, seats, covers, places, rooms, tables, beds, minutes, minute, mins, min, hours, hour, hrs, times, miles, km, euro, euros, dollars, bucks, quid, pounds, percent, more, floor, times, dogs, cats
ofday: am, pm, a m, p m, h, hrs, ish, o clock, oclock, sharp, tonight, in the morning, in the afternoon, in the evening, at night, morning, evening, afternoon
dayafter: the day after, day after
daybefore: the day before, day before
scale: pain, ache, toothache, hurts, hurting, level, scale, rate, rating, score
measure: inch, inches, pipe, pipes, cup, cups, mile, miles, day, hour, gallon, pint, pound, copper, brass, valve, turn, page, of it, of my, of the, of a, of an
[es]
range: a, al, hasta, hasta el
between: entre, y
onday: el, dia, del, al, desde el, a partir del
before: el proximo, la proxima, proximo, proxima, este, esta
after: que viene, proximo, proxima, siguiente
from: partir, empezando
units: noche, noches, dia, dias, semana, semanas
one: una, un
weekend: fin de semana, fines de semana
aftertomorrow: pasado manana
past: ayer, anteayer, anoche, la semana pasada, el mes pasado
withnumber: el, dia, el dia
counted: personas, persona, adultos, ninos, comensales, plazas, mesas, habitaciones, minutos, min, horas, veces, euros, mas, coches, perros, gatos
ofday: h, hs, horas, de la manana, de la tarde, de la noche, y media, y cuarto, en punto
dayafter: el dia despues de, dia despues de, el dia despues del, dia despues del, el dia siguiente a, al dia siguiente de
daybefore: el dia antes de, dia antes de, el dia antes del, dia antes del, la vispera de, vispera de
scale: dolor, duele, muela, nivel, escala, nota
measure: pulgada, pulgadas, de pulgada, hora, kilo, litro
[de]
range: bis, bis zum, bis einschliesslich
between: zwischen, und
onday: am, vom, zum, dem, den
before: nachsten, nachstes, nachster, nachste, kommenden, kommendes, kommende, diesen, dieses, diese, ubernachsten, ubernachstes
after: in einer woche
from: ab, beginnend
units: nacht, nachte, nachten, tag, tage, tagen, woche, wochen
one: eine, einen
aftertomorrow: ubermorgen, uebermorgen
past: gestern, vorgestern, letzte woche, letzten monat, letzte nacht
withnumber: den, der, dem, am
counted: personen, person, leute, gaste, gasten, erwachsene, kinder, platze, platz, zimmer, tische, minuten, min, stunden, mal, euro, hunde, katzen
ofday: uhr, h, morgens, vormittags, mittags, nachmittags, abends, nachts, am abend, am morgen, am nachmittag
dayafter: am tag nach, tag nach
daybefore: am tag vor, tag vor, am vortag von
scale: schmerz, schmerzen, zahnschmerzen, weh, skala, stufe
measure: zoll, tag, stunde, liter, kilo
[fr]
range: au, jusqu au, a, jusqu a
between: entre, et
onday: le, du, au, des le
before: le prochain, prochain, ce, cette
after: prochain, prochaine, qui vient, suivant
from: partir, commencant
units: nuit, nuits, jour, jours, semaine, semaines
one: une, un
weekend: week end, week ends, fin de semaine
aftertomorrow: apres demain
past: hier, avant hier, la semaine derniere, le mois dernier
withnumber: le
counted: personnes, personne, adultes, enfants, couverts, places, chambres, tables, minutes, min, fois, euros, chiens, chats
ofday: h, heure, heures, du matin, du soir, de l apres midi
dayafter: le lendemain de, lendemain de, le lendemain du, lendemain du, le jour apres
daybefore: la veille de, veille de, le jour avant
scale: mal, douleur, douleurs, échelle, note
measure: pouce, pouces, journée, heure, litre
[it]
range: al, fino al, a
between: tra, fra, e
onday: il, dal, al, giorno
before: il prossimo, la prossima, prossimo, prossima, questo, questa
after: prossimo, prossima, che viene
from: partire, iniziando
units: notte, notti, giorno, giorni, settimana, settimane
one: una, un
weekend: fine settimana, week end
aftertomorrow: dopodomani, dopo domani
past: ieri, ieri sera, l altro ieri, la settimana scorsa
withnumber: il, giorno
counted: persone, persona, adulti, bambini, coperti, posti, camere, tavoli, minuti, min, ore, volte, euro, cani, gatti
ofday: di mattina, del mattino, di sera, della sera, del pomeriggio, in punto
dayafter: il giorno dopo, giorno dopo
daybefore: il giorno prima di, giorno prima di, la vigilia di
scale: dolore, dolori, male, scala, voto
measure: pollice, pollici, giornata, ora, litro
[pt]
range: a, ate, ao, ate o, ate dia
between: entre, e
onday: dia, no dia, do dia, ao dia
before: o proximo, a proxima, proximo, proxima, este, esta, neste
after: que vem, proximo, proxima, seguinte
from: partir, comecando
units: noite, noites, dia, dias, semana, semanas
one: uma, um
weekend: fim de semana, fins de semana, final de semana
aftertomorrow: depois de amanha
past: ontem, anteontem, a semana passada, semana passada, mes passado
withnumber: feira, dia, feira dia
counted: pessoas, pessoa, adultos, criancas, lugares, quartos, mesas, minutos, min, vezes, euros, reais, caes, gatos
ofday: h, horas, da manha, da tarde, da noite, em ponto
dayafter: o dia seguinte a, dia depois de, no dia seguinte a
daybefore: o dia antes de, dia antes de, a vespera de, vespera de
scale: dor, dores, doi, escala, nível, nota
measure: polegada, polegadas, hora, litro
[nl]
range: tot, tot en met, t m, tot de
between: tussen, en
onday: de, op de, vanaf de
before: volgende, volgend, aanstaande, komende, komend, dit, deze
from: vanaf, beginnend
units: nacht, nachten, dag, dagen, week, weken
one: een
aftertomorrow: overmorgen
past: gisteren, eergisteren, vorige week, afgelopen nacht
withnumber: de
counted: personen, persoon, mensen, gasten, volwassenen, kinderen, plaatsen, kamers, tafels, minuten, min, uren, keer, euro, honden, katten
ofday: uur, u, s ochtends, s middags, s avonds
dayafter: de dag na, dag na
daybefore: de dag voor, dag voor
scale: pijn, kiespijn, tandpijn, schaal, cijfer
measure: inch, duim, dag, uur, liter
[ar]
range: الى, حتى
between: بين, و
onday: يوم
after: القادم, القادمة, المقبل, المقبلة
from: ابتداء, بداية, من
units: ليلة, ليالي, ليال, ليلتين, يوم, ايام, اسبوع, اسابيع
weekend: نهاية الاسبوع, عطلة نهاية الاسبوع
aftertomorrow: بعد غد, بعد بكرة, بعد بكره
past: امس, البارحة, الاسبوع الماضي
withnumber: يوم
counted: اشخاص, شخص, افراد, اطفال, غرف, طاولات, دقيقة, دقائق, ساعة, ساعات
ofday: صباحا, مساء, ظهرا, ليلا, م, ص
dayafter: اليوم التالي
daybefore: اليوم السابق
scale: الم, الالم, وجع, مقياس
