#include "tests/assistant/consentcases.h"

namespace foredeck::tests {

namespace {
constexpr auto Out = ConsentSignal::OptOut;
constexpr auto None = ConsentSignal::None;
constexpr auto Help = ConsentSignal::Help;
} // namespace

const std::vector<ConsentCase> &optOutCases()
{
    static const std::vector<ConsentCase> cases {
        // the providers' and the regulator's words, however they are typed
        {"STOP", Out}, {"stop", Out}, {"Stop.", Out}, {" stop!!! ", Out}, {"🛑 STOP 🛑", Out}, {"ＳＴＯＰ", Out}, {"\"stop\"", Out},
        {"STOPALL", Out}, {"stop all", Out}, {"UNSUBSCRIBE", Out}, {"Unsubscribe", Out}, {"CANCEL", Out}, {"cancel", Out}, {"END", Out},
        {"quit", Out}, {"REVOKE", Out}, {"OPTOUT", Out}, {"OPT OUT", Out}, {"opt-out", Out}, {"Opt Out!", Out}, {"S T O P", Out},
        {"stop please", Out}, {"please stop", Out}, {"STOP NOW", Out}, {"stop it", Out}, {"Stop, thanks", Out}, {"stop stop stop", Out},
        {"unsubscribe me", Out}, {"unsubscribe please", Out}, {"stpo", Out}, {"unsuscribe", Out}, {"stop\xe2\x80\x8b", Out},
        // words that lead up to one, or follow it
        {"Ok stop", Out}, {"yes stop", Out}, {"Hey, stop!", Out}, {"no stop", Out}, {"Please, stop", Out}, {"ok STOP please", Out}, {"Hi. Unsubscribe, thanks", Out},
        {"just stop now", Out}, {"Yeah ok stop it please", Out}, {"vale, baja por favor", Out}, {"Hola STOP", Out}, {"sí, stop", Out}, {"ya basta", Out},
        {"ok stopp bitte", Out}, {"Nein, stop", Out}, {"Hallo, abmelden bitte", Out}, {"bonjour, stop svp", Out}, {"oui arrêtez merci", Out}, {"ok basta grazie", Out},
        {"olá, sair por favor", Out}, {"ja stop alstublieft", Out}, {"نعم توقف من فضلك", Out},
        // free wordings
        {"don't text me at all", Out}, {"leave me alone", Out}, {"unsubscribe me from this", Out}, {"opt me out", Out}, {"quiero darme de baja de los mensajes", Out},
        {"je ne veux plus recevoir vos messages", Out},
        {"stop texting me", Out}, {"Please stop texting me.", Out}, {"Stop messaging me!!", Out}, {"stop contacting me please", Out},
        {"can you stop sending me these messages", Out}, {"Please stop sending me texts", Out}, {"stop sending messages", Out},
        {"quit texting me", Out}, {"Stop calling and texting me", Out}, {"do not contact me again", Out}, {"Don't text me anymore", Out},
        {"don't message this number again", Out}, {"Do not text", Out}, {"please do not contact me", Out}, {"never text me again", Out},
        {"take me off your list", Out}, {"Remove me from your mailing list", Out}, {"remove me", Out}, {"please remove my number", Out},
        {"Delete my number from your system", Out}, {"get me off this list", Out}, {"take my number off your contact list please", Out},
        {"I want to unsubscribe", Out}, {"how do I unsubscribe?", Out}, {"I'd like to opt out", Out}, {"opt me out", Out}, {"I opt out", Out},
        {"I no longer want to receive these texts", Out}, {"I don't want to receive any more messages", Out}, {"no more texts please", Out},
        {"No more messages", Out}, {"enough with the messages", Out}, {"Leave me alone", Out}, {"lose my number", Out}, {"go away", Out},
        {"I revoke my consent", Out}, {"I withdraw my permission to be contacted", Out}, {"I told you to stop", Out},
        {"I already said stop", Out}, {"Stop already", Out}, {"wrong number, stop texting me", Out}, {"Wrong number. Please stop", Out},
        {"don't want any more texts from you", Out}, {"stop these messages", Out}, {"end these texts", Out},
        {"I don't want to hear from you", Out}, {"dont send me anything", Out}, {"Stop spamming me", Out}, {"stop bothering me", Out},
        {"Thanks but please take me off the text list", Out}, {"stop texting me, call me instead", Out}, {"stop with the promos", Out},
        {"Please stop these promotions", Out}, {"stop sending me your offers", Out}, {"Not interested, remove me from your list", Out},
        // the vosotros form, with and without accents, and what asks politely or briefly
        {"no me mandéis más mensajes", Out}, {"no me mandeis mas mensajes", Out}, {"no me escribáis más", Out}, {"No nos enviéis más publicidad", Out},
        {"no me contactéis más por favor", Out}, {"no molestéis más", Out}, {"no molesten más", Out}, {"dadme de baja", Out}, {"quiero darme de baja de este grupo", Out}, {"Ich möchte mich vom Verteiler abmelden", Out}, {"Dadnos de baja, por favor", Out},
        {"dame de baja de la lista", Out}, {"quitadme de la lista", Out}, {"sacadme de esta lista ya", Out}, {"borradme de vuestra base de datos", Out},
        {"borrad mi número por favor", Out}, {"borrad mi numero", Out}, {"eliminad mi teléfono de la lista", Out}, {"que me dejéis en paz con los mensajes", Out},
        {"que me dejeis en paz ya con tanto mensajito", Out}, {"dejadme en paz", Out}, {"dejadnos en paz con tanta publicidad", Out}, {"parad ya de mandarme mensajes", Out},
        {"quiero darme de baja del servicio de mensajes", Out}, {"quiero darme de baja del gimnasio y de los mensajes", Out}, {"quiero que me deis de baja de los avisos por SMS", Out},
        {"basta de mensajes", Out}, {"no quiero que me mandéis nada más", Out},
        {"pls dont txt me anymore", Out}, {"plz dont txt me", Out}, {"dont msg me again", Out}, {"stop txting me", Out}, {"i want off this list", Out}, {"I want off your texting list", Out},
        {"we'd like off the list please", Out}, {"I'd rather not hear from you anymore", Out}, {"I would rather not get any more of these texts", Out}, {"I'd prefer not to receive these messages", Out},
        {"I do not consent to these messages", Out}, {"I don't consent to being texted", Out}, {"i never consented to receive these texts", Out},
        {"how do I make these messages stop", Out}, {"How can we get these texts to stop?", Out}, {"make the texts stop", Out}, {"unsubscribe from these texts", Out}, {"how to unsubscribe from this", Out}, {"unsubscribe from all", Out}, {"unsubscribe from whatsapp please", Out}, {"toglietemi dai destinatari", Out}, {"no me mandés más fotos de autos, ya compré", Out}, {"don't text, call me please", Out},
        {"unsubscribe me from the newsletter", Out}, {"please unsubscribe me from everything", Out},
        // the words that end messages by themselves, with what they end
        {"cancel texts", Out}, {"END TEXTS", Out}, {"Please cancel all messages", Out}, {"revoke texts", Out}, {"quit messages", Out}, {"cease and desist texting me", Out},
        {"withdraw my consent", Out}, {"I want to cancel the messages", Out}, {"cancelar los mensajes", Out}, {"retiro mi consentimiento", Out}, {"bitte alle Nachrichten abbestellen", Out},
        {"annuler les messages", Out}, {"annullare i messaggi", Out}, {"cancelar as mensagens", Out}, {"alle berichten stopzetten graag", Out}, {"اريد الغاء كل الرسائل", Out},
        {"basta messaggi per favore", Out}, {"basta con i messaggi", Out}, {"niente più messaggi, grazie", Out}, {"non voglio più messaggi", Out},
        // Spanish
        {"ALTO", Out}, {"Baja", Out}, {"PARAR", Out}, {"no más", Out}, {"¡Basta!", Out}, {"darme de baja", Out}, {"quiero darme de baja", Out},
        {"dejen de escribirme", Out}, {"No me escriban más", Out}, {"no quiero recibir más mensajes", Out}, {"bórrenme de la lista", Out},
        {"Por favor no me manden mensajes", Out}, {"ya no quiero recibir mensajes", Out}, {"cancelar", Out},
        // German
        {"STOPP", Out}, {"Stoppen Sie das", Out}, {"lösch meine Nummer", Out}, {"PARA", Out}, {"para dos personas", None}, {"Können Sie das Wasser stoppen?", None}, {"Abmelden", Out}, {"ABBESTELLEN", Out}, {"Bitte abmelden", Out}, {"Keine Nachrichten mehr bitte", Out},
        {"Hören Sie auf, mir zu schreiben", Out}, {"Schreiben Sie mir nicht mehr", Out}, {"Ich möchte keine SMS mehr erhalten", Out},
        {"Löschen Sie meine Nummer", Out}, {"Lassen Sie mich in Ruhe", Out}, {"Nehmen Sie mich aus dem Verteiler", Out}, {"stornieren", Out},
        // French
        {"ARRET", Out}, {"Arrêt", Out}, {"arrêtez", Out}, {"désabonner", Out}, {"STOP SMS", Out}, {"Ne m'écrivez plus", Out},
        {"Arrêtez de m'envoyer des messages", Out}, {"je ne veux plus recevoir vos messages", Out}, {"désinscrivez-moi", Out},
        // Italian, Portuguese, Dutch
        {"basta", Out}, {"disiscrivimi", Out}, {"non scrivetemi più", Out}, {"smettete di scrivermi", Out}, {"non voglio ricevere messaggi", Out},
        {"SAIR", Out}, {"descadastrar", Out}, {"pare de me mandar mensagens", Out}, {"não me mandem mais mensagens", Out}, {"me tire da lista", Out},
        {"afmelden", Out}, {"uitschrijven", Out}, {"stuur mij geen berichten meer", Out}, {"geen berichten meer", Out},
        // Arabic and others
        {"توقف", Out}, {"إلغاء", Out}, {"الغاء", Out}, {"إيقاف", Out}, {"أوقفوا الرسائل", Out}, {"لا ترسلوا لي رسائل", Out}, {"لا أريد رسائلكم", Out},
        {"СТОП", Out}, {"отписаться", Out}, {"停止", Out}, {"退订", Out}, {"配信停止", Out}, {"수신거부", Out}, {"durdur", Out}, {"wypisz", Out},
        {"No more emails please", Out}, {"please no more of these newsletters", Out}, {"Bitte keine E-Mails mehr", Out}, {"Keine Mails mehr, danke", Out}, {"No más correos, por favor", Out},
        {"Plus d'e-mails s'il vous plaît", Out}, {"Basta email, grazie", Out}, {"Chega de emails, por favor", Out}, {"Geen mails meer alstublieft", Out}, {"لا مزيد من الرسائل الالكترونية", Out},
    };
    return cases;
}

const std::vector<ConsentCase> &harmlessCases()
{
    static const std::vector<ConsentCase> cases {
        {"please stop by the office tomorrow", None}, {"Can I stop by today?", None}, {"I'll stop in after lunch", None},
        {"unsubscribe me from the yoga class", None}, {"Please opt me out of the breakfast", None}, {"don't text me before 8", None}, {"Please do not text me about the invoice", None},
        {"he won't leave me alone", None}, {"the neighbor's dog won't leave us alone", None}, {"please remove my number and use this new one", None},
        {"quiero darme de baja del gimnasio", None}, {"je ne veux pas recevoir le colis demain", None}, {"Bitte vom Yogakurs abmelden", None},
        {"can I cancel my room", None}, {"Can I cancel my room?", None}, {"I need to cancel my reservation", None},
        {"cancel my appointment please", None}, {"I want to cancel the booking for Friday", None}, {"How do I cancel?", None},
        {"what is your cancellation policy", None}, {"is the bus stop near you?", None}, {"the bus stop", None}, {"Which tram stop is closest?", None},
        {"don't stop the booking", None}, {"Please don't stop the work", None}, {"don't unsubscribe me", None}, {"please do not stop texting me updates", None},
        {"non-stop flight", None}, {"The leak won't stop", None}, {"can you stop the water?", None}, {"how do I stop the leak", None},
        {"the rain doesn't stop", None}, {"He can't stop bleeding", None}, {"we'd like a one stop trip", None}, {"full stop", None},
        {"at the end of the month", None}, {"The end of March works", None}, {"end of the week please", None}, {"weekend", None},
        {"I want to quit smoking, do you offer help?", None}, {"quit smoking program", None}, {"is it too late to cancel?", None},
        {"stop the survey please", None}, {"Please stop sending me surveys", None}, {"no more surveys please", None},
        {"put me on the waiting list", None}, {"remove me from the waiting list", None}, {"take me off the waitlist", None},
        {"what happens if I text STOP?", None}, {"If I reply STOP will I lose my booking?", None}, {"When I say stop, please stop drilling", None},
        {"I didn't say stop", None}, {"I did not unsubscribe", None}, {"Do you stop at the airport?", None}, {"where does the shuttle stop", None},
        {"remove the second guest from the booking", None}, {"can you remove my tattoo", None}, {"delete one night from my stay", None},
        {"My number is 305 555 0142", None}, {"text me when the car is ready", None}, {"message me the address", None},
        {"just me", None}, {"Just us", None}, {"leave me alone in the spa, is that possible?", None}, {"don't call me, text me", None}, {"Don't contact my insurance yet", None}, {"leave the dog alone in the room?", None},
        {"leave the key at the desk", None}, {"No more emails arrive in my inbox from you, why?", None}, {"I got no more emails after the booking", None}, {"Warum kommen keine E-Mails mehr an?", None}, {"no more questions, thanks", None}, {"no more than 4 people", None}, {"No more wine left?", None},
        {"I don't want to miss my slot", None}, {"I don't want breakfast", None}, {"I don't need parking", None}, {"not interested in the spa", None},
        {"opt for the sea view", None}, {"Is opting out of insurance possible?", None}, {"go away for the weekend", None},
        {"we go away on Friday", None}, {"lost my number plate", None}, {"I lost my key", None}, {"yes", None}, {"START", None}, {"start", None},
        {"Yes", None}, {"sí", None}, {"what time does it start", None}, {"when do you end", None}, {"revoke my parking permit?", None},
        {"end", Out}, {"The stop sign is missing", None}, {"Stop motion class", None}, {"pit stop for my boat", None},
        {"Can you please cancel the 3pm and book 5pm", None}, {"Cancel that, I meant Saturday", None}, {"let's cancel dinner", None},
        {"I may have to cancel", None}, {"free cancellation?", None}, {"quit claim deed", None}, {"please stop the drip in my sink", None},
        {"Could you stop over on Friday?", None}, {"Our last stop is Miami", None}, {"stopwatch", None}, {"stopped working", None},
        {"he won't stop harassing my wife, call the police", None}, {"how do I make him stop harassing me, he is outside my door", None}, {"there is a man by the pool who won't stop bothering my daughter", None}, {"The AC stopped", None}, {"how long does the treatment last until I can stop", None}, {"unsubscribed by mistake, can I get messages again?", None},
        {"is there a bus stop", None}, {"don't stop", None}, {"please don't stop", None}, {"non-stop", None}, {"stop by tomorrow", None}, {"ok, stop by tomorrow then", None},
        {"yes, the last stop", None}, {"hey, does the tram stop here?", None}, {"ok thanks", None}, {"yes please", None}, {"please", None}, {"no pare", None}, {"não pare", None},
        {"ok cancel it for Friday", None}, {"yes, cancel", None}, {"hola, para dos", None}, {"bitte beenden Sie die Arbeit morgen", None},
        {"you can text me again", None}, {"sign me up again please", None}, {"sí, quiero recibir mensajes otra vez", None},
        // a thing that ends is not the messages
        {"quiero dar de baja el coche, ¿lo hacéis vosotros?", None}, {"me doy de baja del coche de sustitución? digo que ya no lo necesito", None}, {"quiero dar de baja mi vehículo", None},
        {"¿cómo puedo dar de baja una furgoneta?", None}, {"necesito dar de baja el seguro de la moto", None}, {"¿Qué papeles hacen falta para dar de baja un coche viejo?", None},
        {"dadme de baja el bono de diez sesiones", None}, {"quiero darme de baja de la clase de los lunes", None}, {"estoy de baja hasta el jueves", None}, {"me han dado de baja en el trabajo", None},
        {"quiero darme de baja del club, ¿me mandáis el formulario?", None},
        {"unsubscribe from the newsletter, but keep my reservation please", None}, {"unsubscribe me from the wine club", None}, {"How do I unsubscribe from the monthly plan?", None},
        {"I want to unsubscribe from the grooming package", None}, {"please cancel", None}, {"cancel please", None}, {"pls cancel", None}, {"Please cancel, the dog is fine again", None},
        {"Ich möchte mein Auto abmelden", None}, {"Kann ich das Auto bei Ihnen abmelden?", None}, {"je voudrais me désinscrire de l'atelier", None}, {"vorrei cancellarmi dal corso di cucina", None},
        // what only looks like the forms above
        {"cancel the text reminder for Tuesday", None}, {"we got a cease and desist letter, can you help", None}, {"can you cancel the messages board booking", None}, {"I withdraw my consent to the anaesthetic", None},
        {"no me mandéis el coche sin lavar", None}, {"no me mandéis la factura por correo", None}, {"no me llaméis, mejor escribidme", None}, {"no me escribáis antes de las nueve", None}, {"no me escribas antes de las nueve", None},
        {"no molestéis al perro cuando come", None}, {"no os molestéis, ya voy yo", None}, {"quitadme la rueda de repuesto", None}, {"quitadme de la lista de espera", None}, {"borrad el número viejo y apuntad este", None},
        {"borrad mi número antiguo, el nuevo es 612 345 678", None}, {"¿me podéis dar cita?", None}, {"dadme el presupuesto", None}, {"dejad las llaves en el taller", None},
        {"can't stop crying, thank you for everything", None}, {"we couldn't stop laughing, great night", None}, {"can't stop thinking about that tiramisu", None}, {"I can't stop smiling, thank you all", None},
        {"I want off-street parking", None}, {"I'd rather not sit outside", None}, {"I'd rather not hear the band, can we sit in the back?", None}, {"I do not consent to the extra charge", None},
        {"I don't consent to the anaesthetic", None}, {"how do I make the dog stop barking", None}, {"how do I get the tap to stop dripping", None}, {"txt me when its ready", None}, {"dont txt me b4 8, im asleep", None},
        {"basta una firma?", None}, {"bitte stornieren", None}, {"por favor cancelad", None}, {"annuler s'il vous plaît", None}, {"i want the dog off the list for surgery", None},
        {"remove my number from the booking, use my wife's", None}, {"can you take my name off the invoice", None}, {"please remove my number plates before you scrap the car", None},
        {"borra mi número del presupuesto y pon el de mi mujer", None}, {"elimina mi teléfono de la reserva, usa el de mi marido", None}, {"Ich möchte mich vom Seminar abmelden", None},
        {"que me deje en paz mi vecino, ¿podéis decirle algo?", None}, {"no molesten por favor", None}, {"make the alarm messages stop showing on my dash", None},
        {"did you get the messages to stop the order?", None}, {"I'd rather not get notifications by email, text is better", None}, {"I never agreed to the extra work", None},
        {"We couldn't stop in time and hit the kerb, can you fix the wheel?", None}, {"toglietemi dalla lista d'attesa", None},
        // the same in other languages
        {"Quiero cancelar mi reserva", None}, {"¿Puedo cancelar gratis?", None}, {"la parada de autobús", None}, {"dar de alta", None},
        {"para dos personas", None}, {"no pare de llover", None}, {"¿a qué hora es la baja temporada?", None}, {"lista de espera", None},
        {"Ich möchte meine Buchung stornieren", None}, {"Kann ich kostenlos stornieren?", None}, {"die Bushaltestelle", None},
        {"Ich möchte mich anmelden", None}, {"Wann endet das Frühstück?", None}, {"bitte nicht mehr als zwei Personen", None},
        {"l'arrêt de bus est où ?", None}, {"je voudrais annuler ma réservation", None}, {"un arrêt maladie", None}, {"sans arrêt", None},
        {"vorrei annullare la prenotazione", None}, {"basta così, grazie", None}, {"la fermata dell'autobus", None},
        {"quero cancelar a minha reserva", None}, {"onde é a paragem?", None}, {"ponto de parada", None}, {"sair às 10h", None},
        {"ik wil mijn afspraak annuleren", None}, {"waar is de bushalte", None}, {"أريد إلغاء الحجز", None}, {"إلغاء موعدي", None},
        {"هل يمكنني إلغاء الحجز مجانا؟", None}, {"موقف الحافلات", None},
        {"", None}, {"👍", None}, {"...", None}, {"ok", None}, {"no", None}, {"No thanks", None},
    };
    return cases;
}

const std::vector<ConsentCase> &helpCases()
{
    static const std::vector<ConsentCase> cases {
        {"HELP", Help}, {"help", Help}, {"Help!", Help}, {"INFO", Help}, {"info please", Help}, {"AYUDA", Help}, {"Hilfe", Help}, {"AIDE", Help},
        {"aiuto", Help}, {"ajuda", Help}, {"مساعدة", Help}, {"помощь", Help}, {"Who is this?", Help}, {"who's this", Help}, {"who are you", Help},
        {"How did you get my number?", Help}, {"¿Quién es?", Help}, {"Wer ist das?", Help}, {"Qui est-ce ?", Help},
        {"can you help me book a table", None}, {"I need help with my booking", None}, {"help me find a hotel", None}, {"info about parking", None},
        {"helpful, thanks", None}, {"who is the dentist on Friday?", None}, {"Necesito ayuda con mi cita", None},
        {"Ich brauche Hilfe bei der Buchung", None},
    };
    return cases;
}

} // namespace foredeck::tests
