# Function words by language: [stop xx] are left out when texts are compared, and vote for their language;
# [weak xx] count little: everybody asks whether one may bring, take or come;
# [vote xx] only vote: greetings and everyday words of short messages;
# [apart xx] keep their own form: their stem is that of a word of another meaning ("rating" is no "rate", "cómo" no "comer").
[vote --]
ok okay okey k hotel taxi email sms whatsapp info stop help wifi pizza menu bar spa restaurant ciao merci
[stop en]
a an the and or but if then so as of at by for from in into on onto off over to up down out with without about per
is am are was were be been being do does did done doing have has had having can could will would shall should may might must
i me my mine myself you your yours yourself he him his she her hers it its we us our ours they them their theirs
this that these those there here what which who whom whose when where why how any some no not nor only own same than too very
im ive id ill youre youve youll youd hes shes its were weve well theyre theyve theyll thats theres whats wheres whos hows
dont doesnt didnt isnt arent wasnt werent cant couldnt wont wouldnt shouldnt havent hasnt hadnt
just also please pls plz want need like know tell let lets get got go going let us am pm ok okay yes hi hello hey thanks thank
offer offers wondering wonder ask asking question possible actually maybe really still again much many one ones
policy policies rule rules office hotel clinic practice shop store place property business company facility find finding look looking search show give gives help make makes take takes see use else serve serves served serving start starts begin begins u ur r guys guy yall folks wanted whether w wanna gonna gotta taking currently presently under uses using
something anything someone anyone everything thing things way kind sort bit lot lots
sell sells selling
[vote en]
hello hi hey thanks thank please good morning afternoon evening today tomorrow tonight help book appointment price open much
need want looking would could room table car house apartment doctor dentist haircut flight restaurant name number day week
sure great perfect sounds yes thats nothing anything else find make schedule available cost time address phone reservation
man men die hat war bin sea hem pour
[stop es]
el la los las un una unos unas lo y e o u pero si no ni que como cuando donde cual cuales quien quienes cuanto cuanta cuantos cuantas
de del al a en con sin por para sobre entre hasta desde hacia segun durante
es son era eran fue ser estar esta estan estoy estaba estamos soy somos sea hay ha han he haber hemos tengo tiene tienen tener tenemos
yo tu usted ustedes el ella ellos ellas nosotros me te se nos le les mi mis su sus tus nuestro nuestra vuestro os
este esta estos estas ese esa esos esas eso esto aquello aqui alli ahi muy mas menos ya tambien solo algo alguien
puedo puede pueden podria podrian podemos quiero quiere queria quisiera quisieramos necesito gustaria favor por hola gracias saber decir dime
hacen hace hacer hago haceis hotel clinica local ofrecen ofrece disponen dispone cuentan
vende venden vendeis
teneis podeis podriais quereis quisierais sois estais habeis disponeis ofreceis tendriais dais manejan maneja disculpe disculpa
[vote es]
hola gracias buenos buenas dias tardes noches por favor quiero necesito hoy manana cita precio cuesta cuanto horario abierto abren
reserva reservar habitacion mesa donde cuando ayuda si vale adios senor senora telefono correo direccion noche semana adultos
[stop de]
der die das den dem des ein eine einen einem einer eines und oder aber wenn dann als auch nur noch schon so sehr mehr zu zum zur
in im an am auf aus bei beim mit ohne nach von vom vor fur uber unter um bis durch gegen seit wahrend wegen
ist sind war waren bin bist sein seid wird werden wurde wurden hat haben habe hatte hatten kann konnen konnte konnten muss mussen soll sollen
will wollen mochte mochten wurde wurden darf durfen
ich mich mir mein meine meinen meinem meiner du dich dir dein deine er ihn ihm sie ihr ihre ihren ihnen es wir uns unser unsere man
dies diese dieser dieses diesen was wer wen wem welche welcher welches wann wo wie warum wieso wieviel viel viele hier dort da
nicht kein keine keinen keiner ja nein bitte danke hallo doch mal denn etwas jemand gibt geht gern gerne eigentlich eben
durfen darf unser unseren unserem unserer hotel praxis haus bieten bietet anbieten
verkaufen verkauft machen macht mache
habt hattet seid konnt konntet wollt mochtet durft musst gebt euch euer eure euren eurem eurer verfugen verfugt zurzeit derzeit momentan aktuell
[vote de]
hallo guten tag morgen abend danke bitte heute termin preis kostet offnungszeiten geoffnet zimmer tisch wann wie viel mochte
brauche konnen sie ich ja nein tschuss gruss vielen dank hilfe uhr woche nachte personen frei
[stop fr]
le la les l un une des du de d et ou mais si ne pas ni que qu qui quoi dont ou quand comment combien pourquoi quel quelle quels quelles
a au aux en dans sur sous avec sans pour par chez entre vers jusqu depuis pendant
est sont etait etaient etre suis es sommes etes ai as a avons avez ont avoir avait peut peux pouvez pouvons pourrais pourriez veux voulez
voudrais voudrions dois faut fait faire faites
je j tu il elle on nous vous ils elles me m te t se s lui leur mon ma mes ton ta tes son sa ses notre nos votre vos ce c cet cette ces
y a t il ici la tres plus moins aussi encore deja bien bonjour salut merci svp plait hotel oui non proposez propose
vendez vends
disposez dispose donnez pourrait pourrions aimerais aimerions auriez
[vote fr]
peut peux puis pouvez pouvons avez vous quelle quels arriver acceptez
bonjour bonsoir salut merci oui non s il vous plait aujourd hui demain rendez prix coute combien horaires ouvert chambre table reserver
reservation voudrais besoin je est aide quand ou semaine nuit personnes adultes
[stop it]
il lo la i gli le l un uno una e ed o ma se non ne che chi cui come quando dove quanto quanta quanti quante quale quali perche
di del dello della dei degli delle d a al allo alla ai agli alle da dal dalla in nel nella con senza per su sul sulla tra fra fino
e sono era erano essere sei siamo siete ho hai ha abbiamo avete hanno avere c posso puo possono potrei potete possiamo vorrei vorremmo voglio vuole devo
io tu lui lei noi voi loro mi ti si ci vi lo li mio mia miei mie tuo tua suo sua nostro vostro vostra questo questa questi queste quello
qui li molto piu meno anche ancora gia solo ciao grazie prego si no hotel fate fare offrite
vendete
disponete dispone avreste potreste
[vote it]
avete potete possiamo accettate posso
ciao buongiorno buonasera salve grazie prego per favore oggi domani appuntamento prezzo costa quanto orari aperto aperti camera tavolo
prenotare prenotazione vorrei bisogno aiuto quando dove settimana notte persone adulti si
[stop pt]
o a os as um uma uns umas e ou mas se nao nem que quem como quando onde quanto quanta quantos quantas qual quais porque
de do da dos das d em no na nos nas num numa ao aos com sem por pelo pela para pra sobre entre ate desde
e sao era eram ser estar esta estao estou estava estamos sou somos seja ha tem tenho temos ter pode posso podem podemos poderia quero quer queria gostaria preciso
eu tu voce voces ele ela eles elas nos me te se lhe lhes meu minha meus minhas seu sua seus suas nosso nossa
este esta estes estas esse essa isso isto aquele aqui la ali muito mais menos ja tambem so algo alguem ola oi obrigado obrigada favor sim
fazem faz fazer hotel oferecem oferece voces
vendem
teriam podiam dispoe dispoem existe existem
[vote pt]
voces aceitam posso podem vocês
ola oi bom boa dia tarde noite obrigado obrigada por favor hoje amanha consulta preco custa quanto horario aberto abrem quarto mesa
reservar reserva gostaria preciso ajuda quando onde semana pessoas adultos sim nao voces
[stop nl]
de het een en of maar als dan dus ook nog al zo zeer meer te om in op aan bij met zonder naar van voor na over onder uit tot door tegen sinds tijdens
is zijn was waren ben bent wordt worden werd heeft hebben heb had hadden kan kunnen kon kunt moet moeten zal zullen zou zouden wil willen wilt mag mogen
ik mij me mijn jij je jou jouw hij hem zijn zij ze haar wij we ons onze jullie u uw hun men er daar hier
dit dat deze die wat wie welke waar wanneer hoe hoeveel waarom niet geen ja nee graag alstublieft aub dank bedankt hallo iets iemand veel heel
mogen hotel bieden biedt doen doet
verkopen verkoopt
heb hebt mee beschikken beschikt
[vote nl]
jullie mogen hebben kunnen kan
hallo hoi goedemorgen goedemiddag goedenavond dank bedankt alstublieft graag vandaag morgen afspraak prijs kost hoeveel openingstijden open
keuken badkamer verdieping kamer tafel reserveren reservering ik wil hulp wanneer waar week nachten personen ja nee
[stop ar]
في من الى إلى على عن مع هذا هذه ذلك تلك التي الذي ما ماذا متى اين أين كيف كم هل لماذا من هو هي هم نحن انا أنا انت أنت انتم لي لنا لك لكم
و او أو ثم لكن اذا إذا ان أن إن لا لم لن ليس قد كان كانت يكون تكون يوجد توجد عندكم عندك لديكم لديك اريد أريد ممكن يمكن يمكنني هناك هنا
كل بعض اي أي بعد قبل عند حتى نعم شكرا مرحبا السلام عليكم فضلك سمحت رجاء لو من هل اود أود احتاج أحتاج تقدمون الفندق فندق العيادة
تبيعون تبيع
يمكننا يمكنكم نستطيع استطيع أستطيع اقدر أقدر نقدر نريد نود توفرون توفر وين شو ايش فيه عندي لدي
[vote ar]
مرحبا شكرا السلام عليكم اليوم غدا موعد سعر حجز غرفة
[stop pl]
i a o w z na do nie tak jest jak co czy to się ja ty on ona my wy oni dla po od za przez czy kiedy gdzie ile
[vote pl]
dzień dobry cześć dziękuję proszę dzisiaj jutro cena ile kosztuje godziny chciałbym chciałabym
[stop tr]
ve bir bu ne mi mı mu mü için ile da de ben sen biz siz var yok çok nasıl nerede kaç evet hayır
[vote tr]
merhaba teşekkürler lütfen bugün yarın randevu fiyat kadar istiyorum günaydın
[stop sv]
och att det som en ett på är av för med till den har inte om jag du vi ni kan hur när var vad
[vote sv]
hej tack idag imorgon tid boka pris kostar öppet
[weak en]
bring bringing allow allows allowed permit permitted accept accepts accepted accepting welcome provide come coming happen happens put leave need needed stay extra special
[weak es]
llevar traer admiten admite aceptan acepta aceptais aceptar admitis permitis permite permiten permitido permitida viene vienen venir dejar pasa
[weak de]
mitbringen erlaubt gestattet nehmen nehmt nimmt akzeptieren akzeptiert kommen kommt lassen bleiben
[weak fr]
acceptez accepte acceptes prenez autorise autorises admis amener apporter venir venez laisser
[weak it]
accettate accetta prendete ammessi ammesso permesso portare venire venite lasciare
[weak pt]
aceitam aceita aceito permitido permitida levar trazer vir vem deixar
[weak nl]
accepteren toegestaan nemen meenemen meebrengen komen laten
[weak ar]
تقبلون مسموح يسمح احضار تاتون ترك
[apart en]
rating ratings rated
[apart es]
como
[apart pt]
como
