# Words that stand around days and belong to them, by language; each name may be of several words.
# range: between two days; between: before two days that "and" joins, and that "and"; onday: before the number of a day;
# before, after: what tells this day from the next of its kind; from: between nights and the first day; units and one: how
# long; weekend: names of more than one word; aftertomorrow:
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
