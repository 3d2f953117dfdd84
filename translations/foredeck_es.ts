<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es">
<context>
    <name>BandWords</name>
    <message>
        <source>The assistant</source>
        <translation>El asistente</translation>
    </message>
    <message>
        <source>The system</source>
        <translation>El sistema</translation>
    </message>
    <message>
        <source>%1: “%2”</source>
        <comment>why it was handed over, and the words that fired it</comment>
        <translation>%1: «%2»</translation>
    </message>
    <message>
        <source>You handed back</source>
        <translation>Devolviste la conversación</translation>
    </message>
    <message>
        <source>%1 handed back</source>
        <translation>%1 devolvió la conversación</translation>
    </message>
    <message>
        <source>the assistant answers again</source>
        <translation>el asistente vuelve a responder</translation>
    </message>
    <message>
        <source>You let go</source>
        <translation>Soltaste la conversación</translation>
    </message>
    <message>
        <source>%1 let go</source>
        <translation>%1 soltó la conversación</translation>
    </message>
    <message>
        <source>nobody is answering</source>
        <translation>nadie está respondiendo</translation>
    </message>
    <message>
        <source>Handed to a person</source>
        <translation>Pasó a una persona</translation>
    </message>
    <message>
        <source>You took over</source>
        <translation>Tomaste el control</translation>
    </message>
    <message>
        <source>%1 took over</source>
        <translation>%1 tomó el control</translation>
    </message>
    <message>
        <source>the assistant stays silent</source>
        <translation>el asistente guarda silencio</translation>
    </message>
    <message>
        <source>You resolved this</source>
        <translation>Resolviste esta conversación</translation>
    </message>
    <message>
        <source>%1 resolved this</source>
        <translation>%1 resolvió esta conversación</translation>
    </message>
    <message>
        <source>You reopened this</source>
        <translation>Reabriste esta conversación</translation>
    </message>
    <message>
        <source>%1 reopened this</source>
        <translation>%1 reabrió esta conversación</translation>
    </message>
    <message>
        <source>Waits for a person</source>
        <translation>Espera a una persona</translation>
    </message>
    <message>
        <source>Now %1</source>
        <translation>Ahora: %1</translation>
    </message>
    <message>
        <source>said “%1”</source>
        <translation>dijo «%1»</translation>
    </message>
    <message>
        <source>The customer opted out</source>
        <translation>El cliente se dio de baja</translation>
    </message>
    <message>
        <source>nothing more is sent here</source>
        <translation>aquí no se envía nada más</translation>
    </message>
    <message>
        <source>%1, nothing more is sent here</source>
        <translation>%1, aquí no se envía nada más</translation>
    </message>
    <message>
        <source>The customer agreed again</source>
        <translation>El cliente volvió a aceptar</translation>
    </message>
    <message>
        <source>The assistant is on</source>
        <translation>El asistente está encendido</translation>
    </message>
    <message>
        <source>The assistant is paused</source>
        <translation>El asistente está en pausa</translation>
    </message>
    <message>
        <source>The customer wrote again</source>
        <translation>El cliente volvió a escribir</translation>
    </message>
    <message>
        <source>it is open</source>
        <translation>está abierta</translation>
    </message>
    <message>
        <source>Missed call</source>
        <translation>Llamada perdida</translation>
    </message>
    <message>
        <source>The customer&apos;s number changed</source>
        <translation>Cambió el número del cliente</translation>
    </message>
    <message>
        <source>The customer called again</source>
        <translation>El cliente volvió a llamar</translation>
    </message>
    <message>
        <source>Who answered here is away</source>
        <translation>Quien respondía aquí no está</translation>
    </message>
    <message>
        <source>You have seen the escalation</source>
        <translation>Has visto el escalado</translation>
    </message>
    <message>
        <source>%1 has seen the escalation</source>
        <translation>%1 ha visto el escalado</translation>
    </message>
    <message>
        <source>You gave the escalation to %1</source>
        <translation>Le has dado el escalado a %1</translation>
    </message>
    <message>
        <source>%1 gave the escalation to %2</source>
        <translation>%1 ha dado el escalado a %2</translation>
    </message>
    <message>
        <source>The escalation ran out</source>
        <translation>El escalado ha caducado</translation>
    </message>
    <message>
        <source>nobody took it up</source>
        <translation>nadie se hizo cargo</translation>
    </message>
    <message>
        <source>You resolved the escalation</source>
        <translation>Has resuelto el escalado</translation>
    </message>
    <message>
        <source>%1 resolved the escalation</source>
        <translation>%1 ha resuelto el escalado</translation>
    </message>
    <message>
        <source>You snoozed this</source>
        <translation>Se pospuso esto</translation>
    </message>
    <message>
        <source>%1 snoozed this</source>
        <translation>%1 pospuso esto</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>hasta %1</translation>
    </message>
    <message>
        <source>The customer wrote</source>
        <translation>El cliente escribió</translation>
    </message>
    <message>
        <source>the snooze is over</source>
        <translation>ya no está pospuesto</translation>
    </message>
    <message>
        <source>The snooze is over</source>
        <translation>Terminó el tiempo pospuesto</translation>
    </message>
    <message>
        <source>waits for a person again</source>
        <translation>espera de nuevo a una persona</translation>
    </message>
    <message>
        <source>You woke this</source>
        <translation>Se retomó esto</translation>
    </message>
    <message>
        <source>%1 woke this</source>
        <translation>%1 retomó esto</translation>
    </message>
    <message>
        <source>You set the status: %1</source>
        <translation>Estado puesto por ti: %1</translation>
    </message>
    <message>
        <source>%1 set the status: %2</source>
        <translation>%1 puso el estado: %2</translation>
    </message>
    <message>
        <source>This has become an emergency</source>
        <translation>Esto se ha convertido en una emergencia</translation>
    </message>
    <message>
        <source>You marked a task as done</source>
        <translation>Marcaste una tarea como hecha</translation>
    </message>
    <message>
        <source>%1 marked a task as done</source>
        <translation>%1 marcó una tarea como hecha</translation>
    </message>
    <message>
        <source>You dropped a task</source>
        <translation>Descartaste una tarea</translation>
    </message>
    <message>
        <source>%1 dropped a task</source>
        <translation>%1 descartó una tarea</translation>
    </message>
    <message>
        <source>You made a task</source>
        <translation>Creaste una tarea</translation>
    </message>
    <message>
        <source>%1 made a task</source>
        <translation>%1 creó una tarea</translation>
    </message>
    <message>
        <source>You changed a task</source>
        <translation>Cambiaste una tarea</translation>
    </message>
    <message>
        <source>%1 changed a task</source>
        <translation>%1 cambió una tarea</translation>
    </message>
    <message>
        <source>You opened a task again</source>
        <translation>Reabriste una tarea</translation>
    </message>
    <message>
        <source>%1 opened a task again</source>
        <translation>%1 reabrió una tarea</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>the kind of a task, and what it says or came to</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>A task is due</source>
        <translation>Una tarea vence ahora</translation>
    </message>
    <message>
        <source>Nobody was at it for a while</source>
        <translation>Nadie estuvo en ello por un rato</translation>
    </message>
    <message>
        <source>anybody may take over without asking</source>
        <translation>cualquiera puede tomar el control sin preguntar</translation>
    </message>
    <message>
        <source>You gave this to %1</source>
        <translation>Diste esta conversación a %1</translation>
    </message>
    <message>
        <source>%1 gave this to %2</source>
        <translation>%1 dio esta conversación a %2</translation>
    </message>
    <message>
        <source>They called</source>
        <translation>Llamó</translation>
    </message>
    <message>
        <source>They came in</source>
        <translation>Vino</translation>
    </message>
    <message>
        <source>you wrote it down</source>
        <translation>lo apuntaste tú</translation>
    </message>
    <message>
        <source>%1 wrote it down</source>
        <translation>lo apuntó %1</translation>
    </message>
    <message>
        <source>a lead without a name</source>
        <translation>un prospecto sin nombre</translation>
    </message>
    <message>
        <source>Two leads are one person</source>
        <translation>Dos prospectos son una persona</translation>
    </message>
    <message>
        <source>you merged %1 into this one</source>
        <translation>uniste %1 con este</translation>
    </message>
    <message>
        <source>%1 merged %2 into this one</source>
        <translation>%1 unió %2 con este</translation>
    </message>
    <message>
        <source>A merge was taken back</source>
        <translation>Se deshizo una unión</translation>
    </message>
    <message>
        <source>you took it back</source>
        <translation>la deshiciste tú</translation>
    </message>
    <message>
        <source>%1 took it back</source>
        <translation>la deshizo %1</translation>
    </message>
</context>
<context>
    <name>BellWords</name>
    <message>
        <source>given to you</source>
        <translation>asignado directamente</translation>
    </message>
    <message>
        <source>you are on call</source>
        <translation>de guardia</translation>
    </message>
    <message>
        <source>nobody took it, managers are told</source>
        <translation>nadie lo tomó, se avisa a los responsables</translation>
    </message>
    <message>
        <source>nobody took it, everyone is told</source>
        <translation>nadie lo tomó, se avisa a todos</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a customer&apos;s name: why they were handed over</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Tomar el control</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Visto</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Responder</translation>
    </message>
    <message>
        <source>Take over and reply to %1</source>
        <translation>Tomar el control y responder a %1</translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) wait(s) for a person</source>
        <translation>
            <numerusform>%n cliente espera a una persona</numerusform>
            <numerusform>%n clientes esperan a una persona</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 and others</source>
        <translation>%1 y otros</translation>
    </message>
    <message>
        <source>This is how a hand-over comes</source>
        <translation>Así llega un traspaso</translation>
    </message>
    <message>
        <source>Foredeck shows one of these when a customer waits for a person.</source>
        <translation>Foredeck muestra uno de estos cuando un cliente espera a una persona.</translation>
    </message>
    <message>
        <source>Notifications are off</source>
        <translation>Notificaciones desactivadas</translation>
    </message>
    <message>
        <source>Do not disturb until %1</source>
        <translation>No molestar hasta %1</translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation>No molestar</translation>
    </message>
    <message>
        <source>Quiet until %1</source>
        <translation>En silencio hasta %1</translation>
    </message>
    <message>
        <source>No notification service</source>
        <translation>Sin servicio de notificaciones</translation>
    </message>
    <message>
        <source>Asking the desktop what its notifications can do.</source>
        <translation>Se pregunta al escritorio qué pueden hacer sus notificaciones.</translation>
    </message>
    <message>
        <source>No notification service answers on this desktop. A hand-over is shown in a strip of this window, its icon asks to be looked at, and it beeps.</source>
        <translation>En este escritorio no responde ningún servicio de notificaciones. Un traspaso se muestra en una franja de esta ventana, su icono pide atención y suena un pitido.</translation>
    </message>
    <message>
        <source>The desktop shows them.</source>
        <translation>Las muestra el escritorio.</translation>
    </message>
    <message>
        <source>%1 shows them.</source>
        <translation>Las muestra %1.</translation>
    </message>
    <message>
        <source>It has no buttons.</source>
        <translation>No tiene botones.</translation>
    </message>
    <message>
        <source>It has no field to reply in.</source>
        <translation>No tiene campo para responder.</translation>
    </message>
    <message>
        <source>It plays no sound: Foredeck beeps.</source>
        <translation>No reproduce sonidos: Foredeck emite un pitido.</translation>
    </message>
    <message>
        <source>You are mentioned in a note</source>
        <translation>Se te menciona en una nota</translation>
    </message>
    <message>
        <source>%1 mentions you in a note</source>
        <comment>a colleague&apos;s name</comment>
        <translation>%1 te menciona en una nota</translation>
    </message>
    <message>
        <source>Private note by %1</source>
        <comment>a colleague&apos;s name</comment>
        <translation>Nota privada de %1</translation>
    </message>
    <message>
        <source>New message from %1</source>
        <comment>a customer&apos;s name</comment>
        <translation>Mensaje nuevo de %1</translation>
    </message>
    <message>
        <source>Something new about %1</source>
        <comment>a customer&apos;s name</comment>
        <translation>Algo nuevo sobre %1</translation>
    </message>
    <message numerus="yes">
        <source>Something new for you in %n conversation(s)</source>
        <translation>
            <numerusform>Algo nuevo para ti en %n conversación</numerusform>
            <numerusform>Algo nuevo para ti en %n conversaciones</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BulkWords</name>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>, </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <comment>names</comment>
        <translation>
            <numerusform>%1 y %n más</numerusform>
            <numerusform>%1 y %n más</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Give %n conversation(s) to nobody?</source>
        <comment>for whoever comes</comment>
        <translation>
            <numerusform>¿Dejar %n conversación sin nadie?</numerusform>
            <numerusform>¿Dejar %n conversaciones sin nadie?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Give %n conversation(s) to yourself?</source>
        <translation>
            <numerusform>¿Quedarse con %n conversación?</numerusform>
            <numerusform>¿Quedarse con %n conversaciones?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Give %n conversation(s) to %1?</source>
        <translation>
            <numerusform>¿Dar %n conversación a %1?</numerusform>
            <numerusform>¿Dar %n conversaciones a %1?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) cannot be seen here any more</source>
        <translation>
            <numerusform>%n conversación ya no se puede ver aquí</numerusform>
            <numerusform>%n conversaciones ya no se pueden ver aquí</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n is (are) resolved: %1</source>
        <comment>conversations</comment>
        <translation>
            <numerusform>%n está resuelta: %1</numerusform>
            <numerusform>%n están resueltas: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n somebody else is answering: %1</source>
        <comment>conversations</comment>
        <translation>
            <numerusform>en %n responde otra persona: %1</numerusform>
            <numerusform>en %n responde otra persona: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n the assistant is answering; take over first: %1</source>
        <comment>conversations</comment>
        <translation>
            <numerusform>en %n responde el asistente; primero, tomar el control: %1</numerusform>
            <numerusform>en %n responde el asistente; primero, tomar el control: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n the assistant cannot answer who came in or called: %1</source>
        <comment>conversations</comment>
        <translation>
            <numerusform>en %n el asistente no puede responder a quien vino o llamó: %1</numerusform>
            <numerusform>en %n el asistente no puede responder a quien vino o llamó: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n is (are) so already: %1</source>
        <comment>conversations</comment>
        <translation>
            <numerusform>%n ya está así: %1</numerusform>
            <numerusform>%n ya están así: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n something of yours was refused and has to be looked at first: %1</source>
        <comment>conversations</comment>
        <translation>
            <numerusform>en %n se rechazó algo propio y hay que revisarlo primero: %1</numerusform>
            <numerusform>en %n se rechazó algo propio y hay que revisarlo primero: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n belong(s) to a business that they do not answer for: %1</source>
        <comment>conversations</comment>
        <translation>
            <numerusform>%n es de un negocio por el que esa persona no responde: %1</numerusform>
            <numerusform>%n son de un negocio por el que esa persona no responde: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n has (have) as many labels as there may be: %1</source>
        <comment>conversations</comment>
        <translation>
            <numerusform>%n ya tiene el máximo de etiquetas: %1</numerusform>
            <numerusform>%n ya tienen el máximo de etiquetas: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open escalation(s) is (are) settled with it and stay(s) so when it is undone.</source>
        <translation>
            <numerusform>%n escalación abierta se cierra con ello y sigue cerrada al deshacer.</numerusform>
            <numerusform>%n escalaciones abiertas se cierran con ello y siguen cerradas al deshacer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open escalation(s) go(es) with it: whom it is given to is told first.</source>
        <translation>
            <numerusform>%n escalación abierta va con ello: quien la recibe es avisado primero.</numerusform>
            <numerusform>%n escalaciones abiertas van con ello: quien las recibe es avisado primero.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open escalation(s) go(es) with it and wait(s) for whoever comes.</source>
        <translation>
            <numerusform>%n escalación abierta va con ello y espera a quien venga.</numerusform>
            <numerusform>%n escalaciones abiertas van con ello y esperan a quien venga.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is undone in %n conversation(s).</source>
        <translation>
            <numerusform>Deshecho en %n conversación.</numerusform>
            <numerusform>Deshecho en %n conversaciones.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) belong(s) to nobody now.</source>
        <translation>
            <numerusform>%n conversación no es de nadie ahora.</numerusform>
            <numerusform>%n conversaciones no son de nadie ahora.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) given to %1.</source>
        <translation>
            <numerusform>%n conversación dada a %1.</numerusform>
            <numerusform>%n conversaciones dadas a %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” taken off %n conversation(s).</source>
        <translation>
            <numerusform>«%1» quitada de %n conversación.</numerusform>
            <numerusform>«%1» quitada de %n conversaciones.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” put on %n conversation(s).</source>
        <translation>
            <numerusform>«%1» puesta en %n conversación.</numerusform>
            <numerusform>«%1» puesta en %n conversaciones.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing to do in what is selected</source>
        <translation>No hay nada que hacer en lo seleccionado</translation>
    </message>
    <message numerus="yes">
        <source>Resolve %n conversation(s)?</source>
        <translation>
            <numerusform>¿Resolver %n conversación?</numerusform>
            <numerusform>¿Resolver %n conversaciones?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Snooze %n conversation(s) until %1?</source>
        <translation>
            <numerusform>¿Posponer %n conversación hasta %1?</numerusform>
            <numerusform>¿Posponer %n conversaciones hasta %1?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take “%1” off %n conversation(s)?</source>
        <translation>
            <numerusform>¿Quitar «%1» de %n conversación?</numerusform>
            <numerusform>¿Quitar «%1» de %n conversaciones?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Put “%1” on %n conversation(s)?</source>
        <translation>
            <numerusform>¿Poner «%1» en %n conversación?</numerusform>
            <numerusform>¿Poner «%1» en %n conversaciones?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hand %n conversation(s) back to the assistant?</source>
        <translation>
            <numerusform>¿Devolver %n conversación al asistente?</numerusform>
            <numerusform>¿Devolver %n conversaciones al asistente?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mark %n conversation(s) as read?</source>
        <translation>
            <numerusform>¿Marcar %n conversación como leída?</numerusform>
            <numerusform>¿Marcar %n conversaciones como leídas?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Something newer has come in %n of them since you selected it (them): %1.</source>
        <translation>
            <numerusform>Desde la selección ha llegado algo nuevo en %n de ellas: %1.</numerusform>
            <numerusform>Desde la selección ha llegado algo nuevo en %n de ellas: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of the selected stay(s) as it is (they are):</source>
        <translation>
            <numerusform>%n de las seleccionadas queda como está:</numerusform>
            <numerusform>%n de las seleccionadas quedan como están:</numerusform>
        </translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>Esto no se puede deshacer.</translation>
    </message>
    <message>
        <source>It can be undone afterwards.</source>
        <translation>Después se puede deshacer.</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>Resolver</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Posponer</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Asignar</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Etiquetar</translation>
    </message>
    <message>
        <source>Hand back</source>
        <translation>Devolver</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Marcar como leída</translation>
    </message>
    <message>
        <source>Undo: %1 of %2</source>
        <comment>conversations</comment>
        <translation>Deshacer: %1 de %2</translation>
    </message>
    <message>
        <source>What was not sent is called off</source>
        <translation>Se anula lo que no se ha enviado</translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <comment>an act, and conversations</comment>
        <translation>%1: %2 de %3</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) resolved.</source>
        <translation>
            <numerusform>%n conversación resuelta.</numerusform>
            <numerusform>%n conversaciones resueltas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) snoozed until %1.</source>
        <translation>
            <numerusform>%n conversación pospuesta hasta %1.</numerusform>
            <numerusform>%n conversaciones pospuestas hasta %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) handed back to the assistant.</source>
        <translation>
            <numerusform>%n conversación devuelta al asistente.</numerusform>
            <numerusform>%n conversaciones devueltas al asistente.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) marked as read.</source>
        <translation>
            <numerusform>%n conversación marcada como leída.</numerusform>
            <numerusform>%n conversaciones marcadas como leídas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of %1 could not be done: %2.</source>
        <comment>conversations</comment>
        <translation>
            <numerusform>%n de %1 no se pudo hacer: %2.</numerusform>
            <numerusform>%n de %1 no se pudieron hacer: %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of %1 could not be undone: %2.</source>
        <comment>conversations</comment>
        <translation>
            <numerusform>%n de %1 no se pudo deshacer: %2.</numerusform>
            <numerusform>%n de %1 no se pudieron deshacer: %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open escalation(s) is (are) settled with it.</source>
        <translation>
            <numerusform>%n escalación abierta se cierra con ello.</numerusform>
            <numerusform>%n escalaciones abiertas se cierran con ello.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DashboardWords</name>
    <message>
        <source>%1 of leads</source>
        <translation>%1 de los prospectos</translation>
    </message>
    <message>
        <source>%1: not known</source>
        <comment>a figure</comment>
        <translation>%1: no se sabe</translation>
    </message>
    <message numerus="yes">
        <source>%n lead(s)</source>
        <translation>
            <numerusform>%n prospecto</numerusform>
            <numerusform>%n prospectos</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a day or a channel and how many leads</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <comment>a day or a channel, how many leads, of which kinds</comment>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>Prospectos</translation>
    </message>
    <message>
        <source>No score</source>
        <translation>Sin puntuación</translation>
    </message>
    <message>
        <source>Nobody came in these days</source>
        <translation>No llegó nadie en estos días</translation>
    </message>
    <message numerus="yes">
        <source>%n lead(s) today</source>
        <translation>
            <numerusform>%n prospecto hoy</numerusform>
            <numerusform>%n prospectos hoy</numerusform>
        </translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <comment>a day in short, as QLocale::toString() reads it</comment>
        <translation>ddd d MMM</translation>
    </message>
    <message>
        <source>%1 brought most leads: %2</source>
        <translation>El día con más prospectos: %1, con %2</translation>
    </message>
    <message>
        <source>no first answer in 30 days</source>
        <translation>ninguna primera respuesta en 30 días</translation>
    </message>
    <message numerus="yes">
        <source>median %1, 95 % within %2, %n time(s)</source>
        <translation>
            <numerusform>mediana de %1, el 95 % en menos de %2, %n vez</numerusform>
            <numerusform>mediana de %1, el 95 % en menos de %2, %n veces</numerusform>
        </translation>
    </message>
    <message>
        <source>a conversation that is not kept here</source>
        <translation>una conversación que no se guarda aquí</translation>
    </message>
    <message>
        <source>Slowest first answers: %1</source>
        <translation>Primeras respuestas más lentas: %1</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>a date in short, as QLocale::toString() reads it</comment>
        <translation>d MMM</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>a range of days</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>leads</source>
        <translation>prospectos</translation>
    </message>
    <message>
        <source>hot</source>
        <translation>calientes</translation>
    </message>
    <message>
        <source>warm</source>
        <translation>tibios</translation>
    </message>
    <message>
        <source>cold</source>
        <translation>fríos</translation>
    </message>
    <message>
        <source>without score</source>
        <translation>sin puntuación</translation>
    </message>
    <message>
        <source>qualified</source>
        <translation>cualificados</translation>
    </message>
    <message>
        <source>marked as booked</source>
        <translation>marcados con cita</translation>
    </message>
    <message>
        <source>By the status of the lead: appointments themselves are not recorded.</source>
        <translation>Según el estado del prospecto: las citas mismas no se registran.</translation>
    </message>
    <message>
        <source>active chats</source>
        <translation>chats activos</translation>
    </message>
    <message>
        <source>Opens all conversations; what has ended stands among them.</source>
        <translation>Abre todas las conversaciones; entre ellas están las terminadas.</translation>
    </message>
    <message>
        <source>of these yours</source>
        <translation>de ellos propios</translation>
    </message>
    <message>
        <source>with no owner</source>
        <translation>sin responsable</translation>
    </message>
    <message>
        <source>waiting for a person</source>
        <translation>a la espera de una persona</translation>
    </message>
    <message>
        <source>escalations pending</source>
        <translation>escalados pendientes</translation>
    </message>
    <message>
        <source>New leads by day, by temperature</source>
        <translation>Prospectos nuevos por día, según su temperatura</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>ddd d</source>
        <comment>a weekday and the day of the month, as QLocale::toString() reads it</comment>
        <translation>ddd d</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a temperature and how many leads have it</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 brings %2</source>
        <translation>%1 trae el %2</translation>
    </message>
    <message>
        <source>New leads by channel, and how many are hot</source>
        <translation>Prospectos nuevos por canal, y cuántos son calientes</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>Asistente</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personas</translation>
    </message>
    <message numerus="yes">
        <source>The built-in engine thought %n time(s) in 30 days. It works by rules and uses no tokens.</source>
        <translation>
            <numerusform>El motor incluido pensó %n vez en 30 días. Funciona con reglas y no usa tokens.</numerusform>
            <numerusform>El motor incluido pensó %n veces en 30 días. Funciona con reglas y no usa tokens.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 thought %n time(s) in 30 days and used %2 tokens.</source>
        <translation>
            <numerusform>%1 pensó %n vez en 30 días y usó %2 tokens.</numerusform>
            <numerusform>%1 pensó %n veces en 30 días y usó %2 tokens.</numerusform>
        </translation>
    </message>
    <message>
        <source>The assistant had nothing to think about in 30 days.</source>
        <translation>El asistente no tuvo nada que pensar en 30 días.</translation>
    </message>
    <message>
        <source>Of the last 30 days, as of %1.</source>
        <translation>De los últimos 30 días, contado: %1.</translation>
    </message>
    <message>
        <source>Not all figures have come from the server yet.</source>
        <translation>Aún no han llegado todas las cifras del servidor.</translation>
    </message>
    <message>
        <source>What is missing stands on the server, which does not answer now.</source>
        <translation>Lo que falta está en el servidor, que ahora no responde.</translation>
    </message>
    <message>
        <source>There is more than is counted: the oldest is left out.</source>
        <translation>Hay más de lo contado: lo más antiguo queda fuera.</translation>
    </message>
    <message>
        <source>Newest leads</source>
        <translation>Prospectos más recientes</translation>
    </message>
    <message numerus="yes">
        <source>%1 hot</source>
        <comment>leads</comment>
        <translation>
            <numerusform>%1 caliente</numerusform>
            <numerusform>%1 calientes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 warm</source>
        <comment>leads</comment>
        <translation>
            <numerusform>%1 tibio</numerusform>
            <numerusform>%1 tibios</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 cold</source>
        <comment>leads</comment>
        <translation>
            <numerusform>%1 frío</numerusform>
            <numerusform>%1 fríos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 without score</source>
        <comment>leads</comment>
        <translation>
            <numerusform>%1 sin puntuación</numerusform>
            <numerusform>%1 sin puntuación</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 qualified</source>
        <comment>a share of the leads</comment>
        <translation>%1 cualificados</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n lead(s)</source>
        <translation>
            <numerusform>%1 de %n prospecto</numerusform>
            <numerusform>%1 de %n prospectos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 marked as booked</source>
        <comment>leads</comment>
        <translation>
            <numerusform>%1 marcado con cita</numerusform>
            <numerusform>%1 marcados con cita</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 active chat(s)</source>
        <translation>
            <numerusform>%1 chat activo</numerusform>
            <numerusform>%1 chats activos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of these yours</source>
        <comment>chats</comment>
        <translation>
            <numerusform>%1 de ellos propio</numerusform>
            <numerusform>%1 de ellos propios</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 with no owner</source>
        <comment>chats</comment>
        <translation>
            <numerusform>%1 sin responsable</numerusform>
            <numerusform>%1 sin responsable</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 waiting for a person</source>
        <comment>chats</comment>
        <translation>
            <numerusform>%1 a la espera de una persona</numerusform>
            <numerusform>%1 a la espera de una persona</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 escalation(s) pending</source>
        <translation>
            <numerusform>%1 escalado pendiente</numerusform>
            <numerusform>%1 escalados pendientes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of the %1 newest have no owner</source>
        <comment>the verb goes with %n</comment>
        <translation>
            <numerusform>%n de los %1 más recientes no tiene responsable</numerusform>
            <numerusform>%n de los %1 más recientes no tienen responsable</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) brought most leads: %1 each</source>
        <translation>
            <numerusform>%n día con más prospectos: %1 cada uno</numerusform>
            <numerusform>%n días con más prospectos: %1 cada uno</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 and %2 brought most leads: %3 each</source>
        <comment>two days</comment>
        <translation>Los días con más prospectos: %1 y %2, con %3 cada uno</translation>
    </message>
</context>
<context>
    <name>DayWords</name>
    <message>
        <source>nobody yet</source>
        <translation>nadie todavía</translation>
    </message>
    <message>
        <source>Wants: %1</source>
        <translation>Quiere: %1</translation>
    </message>
    <message>
        <source>When, in the customer&apos;s words: %1</source>
        <translation>Cuándo, en palabras del cliente: %1</translation>
    </message>
    <message>
        <source>Nothing more is known.</source>
        <translation>No se sabe más.</translation>
    </message>
    <message>
        <source>the assistant</source>
        <translation>el asistente</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>Para qué</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>An appointment is booked; no time of it is recorded</source>
        <translation>Hay una cita reservada; su hora no está registrada</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Página %1 de %2</translation>
    </message>
    <message>
        <source>Appointments and call-backs</source>
        <translation>Citas y llamadas pendientes</translation>
    </message>
    <message>
        <source>Offline: as of %1. What came later is not on it.</source>
        <translation>Sin conexión: estado a %1. Lo posterior no aparece.</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>Estado a %1</translation>
    </message>
    <message>
        <source>%1 · times in %2</source>
        <comment>a day, and a time zone</comment>
        <translation>%1 · horas en %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <comment>leads with an appointment</comment>
        <translation>
            <numerusform>y %n más</numerusform>
            <numerusform>y %n más</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DecisionWords</name>
    <message>
        <source>A known question</source>
        <translation>Una pregunta conocida</translation>
    </message>
    <message>
        <source>Opening hours</source>
        <translation>Horario</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>How to reach us</source>
        <translation>Cómo contactar</translation>
    </message>
    <message>
        <source>Who is answering</source>
        <translation>Quién responde</translation>
    </message>
    <message>
        <source>Intake</source>
        <translation>Toma de datos</translation>
    </message>
    <message>
        <source>Hand-over</source>
        <translation>Traspaso</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Permiso</translation>
    </message>
    <message>
        <source>Greeting</source>
        <translation>Saludo</translation>
    </message>
    <message>
        <source>Thanks</source>
        <translation>Agradecimiento</translation>
    </message>
    <message>
        <source>Goodbye</source>
        <translation>Despedida</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Upset</source>
        <translation>Con enfado</translation>
    </message>
    <message>
        <source>Worried</source>
        <translation>Con preocupación</translation>
    </message>
    <message>
        <source>Pleased</source>
        <translation>Con agrado</translation>
    </message>
    <message>
        <source>Emergency: a boat</source>
        <translation>Emergencia: un barco</translation>
    </message>
    <message>
        <source>Emergency: danger</source>
        <translation>Emergencia: peligro</translation>
    </message>
    <message>
        <source>Emergency: fire</source>
        <translation>Emergencia: fuego</translation>
    </message>
    <message>
        <source>Emergency: gas</source>
        <translation>Emergencia: gas</translation>
    </message>
    <message>
        <source>Emergency: medical</source>
        <translation>Emergencia: salud</translation>
    </message>
    <message>
        <source>Emergency: self-harm</source>
        <translation>Emergencia: autolesión</translation>
    </message>
    <message>
        <source>Emergency: water</source>
        <translation>Emergencia: agua</translation>
    </message>
    <message>
        <source>Complains</source>
        <translation>Se queja</translation>
    </message>
    <message>
        <source>Asks for a person</source>
        <translation>Pide una persona</translation>
    </message>
    <message>
        <source>Speaks of lawyers or courts</source>
        <translation>Habla de abogados o tribunales</translation>
    </message>
    <message>
        <source>Disputes a payment</source>
        <translation>Disputa un pago</translation>
    </message>
    <message>
        <source>Something sensitive</source>
        <translation>Algo delicado</translation>
    </message>
    <message>
        <source>Something essential does not work</source>
        <translation>No funciona algo esencial</translation>
    </message>
    <message>
        <source>Is in pain</source>
        <translation>Tiene dolor</translation>
    </message>
    <message>
        <source>Needs it today</source>
        <translation>Lo necesita hoy</translation>
    </message>
    <message>
        <source>Says that it is urgent</source>
        <translation>Dice que es urgente</translation>
    </message>
    <message>
        <source>Asks whether this is a person</source>
        <translation>Pregunta si habla con una persona</translation>
    </message>
    <message>
        <source>Your own words for an emergency</source>
        <translation>Palabras propias para una emergencia</translation>
    </message>
    <message>
        <source>Your own words that ask for a person</source>
        <translation>Palabras propias que piden una persona</translation>
    </message>
    <message>
        <source>Sent a file</source>
        <translation>Envió un archivo</translation>
    </message>
    <message>
        <source>Asked the same again</source>
        <translation>Volvió a preguntar lo mismo</translation>
    </message>
    <message>
        <source>Writes in another language</source>
        <translation>Escribe en otro idioma</translation>
    </message>
    <message>
        <source>Asks for another trade</source>
        <translation>Pide otro oficio</translation>
    </message>
    <message>
        <source>Wants to change a booking</source>
        <translation>Quiere cambiar una reserva</translation>
    </message>
    <message>
        <source>A notice applies</source>
        <translation>Hay un aviso</translation>
    </message>
    <message>
        <source>Answered a question of ours</source>
        <translation>Respondió a una pregunta nuestra</translation>
    </message>
    <message>
        <source>Next question of the intake</source>
        <translation>Siguiente pregunta de la toma de datos</translation>
    </message>
    <message>
        <source>Wants what needs an intake</source>
        <translation>Quiere algo que pide datos</translation>
    </message>
    <message>
        <source>The intake is complete</source>
        <translation>La toma de datos está completa</translation>
    </message>
    <message>
        <source>Not tested since the last change</source>
        <translation>Sin probar desde el último cambio</translation>
    </message>
    <message>
        <source>Keys are missing</source>
        <translation>Faltan claves</translation>
    </message>
    <message>
        <source>The account or the key is missing</source>
        <translation>Falta la cuenta o la clave</translation>
    </message>
    <message>
        <source>The phone number id or the key is missing</source>
        <translation>Falta el id. del número o la clave</translation>
    </message>
    <message>
        <source>Safe mode: the vendor was not asked</source>
        <translation>Modo seguro: no se consultó al proveedor</translation>
    </message>
    <message>
        <source>Safe mode: the keys are there, the vendor was not asked</source>
        <translation>Modo seguro: las claves están, no se consultó al proveedor</translation>
    </message>
    <message>
        <source>Twilio accepts the key</source>
        <translation>Twilio acepta la clave</translation>
    </message>
    <message>
        <source>WhatsApp accepts the key</source>
        <translation>WhatsApp acepta la clave</translation>
    </message>
    <message>
        <source>Visitors of the website can write and read</source>
        <translation>Los visitantes del sitio pueden escribir y leer</translation>
    </message>
    <message>
        <source>The key that verifies what comes in is missing</source>
        <translation>Falta la clave que verifica lo que llega</translation>
    </message>
    <message>
        <source>What comes in is verified with the channel&apos;s key</source>
        <translation>Lo que llega se verifica con la clave del canal</translation>
    </message>
    <message>
        <source>The answer is too long for this channel</source>
        <translation>La respuesta es demasiado larga para este canal</translation>
    </message>
    <message>
        <source>Asks for a call</source>
        <translation>Pide una llamada</translation>
    </message>
    <message>
        <source>Emergency</source>
        <translation>Emergencia</translation>
    </message>
    <message>
        <source>Needs a person</source>
        <translation>Necesita a una persona</translation>
    </message>
    <message>
        <source>Asks who is writing</source>
        <translation>Pregunta quién escribe</translation>
    </message>
    <message>
        <source>Cannot wait</source>
        <translation>No puede esperar</translation>
    </message>
    <message>
        <source>Can wait: the words of haste are not meant so</source>
        <translation>Puede esperar: las palabras de prisa no lo dicen en serio</translation>
    </message>
    <message>
        <source>Perhaps wants no more messages</source>
        <translation>Quizá no quiere más mensajes</translation>
    </message>
    <message>
        <source>A rule of your own</source>
        <translation>Una regla propia</translation>
    </message>
    <message>
        <source>Emergency: fuel or oil in the water</source>
        <translation>Emergencia: combustible o aceite en el agua</translation>
    </message>
    <message>
        <source>Emergency: a doctor is wanted</source>
        <translation>Emergencia: piden un médico</translation>
    </message>
    <message>
        <source>Emergency: somebody is dying</source>
        <translation>Emergencia: alguien se muere</translation>
    </message>
    <message>
        <source>No telephone number of the owner is set</source>
        <translation>No hay ningún teléfono del dueño</translation>
    </message>
    <message>
        <source>SMS is not configured</source>
        <translation>El SMS no está configurado</translation>
    </message>
    <message>
        <source>The owner&apos;s telephone is the number that texts are sent from</source>
        <translation>El teléfono del dueño es el número desde el que se envían los SMS</translation>
    </message>
    <message>
        <source>This telephone wants no texts (STOP)</source>
        <translation>Este teléfono no quiere SMS (STOP)</translation>
    </message>
    <message>
        <source>Nothing can be sent to who came in or called; another channel may reach them</source>
        <translation>A quien vino o llamó no se le puede enviar nada; puede que otro canal le llegue</translation>
    </message>
    <message>
        <source>There is no telephone number to answer to</source>
        <translation>No hay ningún teléfono al que responder</translation>
    </message>
    <message>
        <source>The channel is not there any more</source>
        <translation>El canal ya no existe</translation>
    </message>
    <message>
        <source>The channel has no key to send with</source>
        <translation>El canal no tiene clave para enviar</translation>
    </message>
    <message>
        <source>This channel has no templates</source>
        <translation>Este canal no tiene plantillas</translation>
    </message>
    <message>
        <source>Nothing can be sent back through a web form</source>
        <translation>Por un formulario web no se puede responder</translation>
    </message>
    <message>
        <source>There is no way to answer on this channel yet</source>
        <translation>En este canal aún no se puede responder</translation>
    </message>
    <message>
        <source>The text is longer than the 1,600 characters that an SMS may have</source>
        <translation>El texto supera los 1600 caracteres que puede tener un SMS</translation>
    </message>
    <message>
        <source>The text is longer than the 4,096 characters that WhatsApp takes</source>
        <translation>El texto supera los 4096 caracteres que admite WhatsApp</translation>
    </message>
    <message>
        <source>The sending was interrupted once: the vendor may have had it before</source>
        <translation>El envío se interrumpió una vez: puede que el proveedor ya lo tuviera</translation>
    </message>
    <message>
        <source>The vendor could not deliver the message</source>
        <translation>El proveedor no pudo entregar el mensaje</translation>
    </message>
    <message>
        <source>the channels could not be read</source>
        <translation>no se pudieron leer los canales</translation>
    </message>
    <message>
        <source>the address of the vendor&apos;s API is not valid</source>
        <translation>la dirección de la API del proveedor no es válida</translation>
    </message>
    <message>
        <source>the address is not on this computer</source>
        <translation>la dirección no está en este equipo</translation>
    </message>
    <message>
        <source>the vendor&apos;s address is in a network that this server may not reach</source>
        <translation>la dirección del proveedor está en una red a la que este servidor no puede conectarse</translation>
    </message>
    <message>
        <source>the address of the vendor&apos;s API must begin with https</source>
        <translation>la dirección de la API del proveedor debe empezar por https</translation>
    </message>
    <message>
        <source>the vendor&apos;s name cannot be found</source>
        <translation>no se encuentra el nombre del proveedor</translation>
    </message>
    <message>
        <source>the vendor&apos;s certificate is not valid</source>
        <translation>el certificado del proveedor no es válido</translation>
    </message>
    <message>
        <source>the vendor cannot be reached</source>
        <translation>no se llega al proveedor</translation>
    </message>
    <message>
        <source>the vendor did not answer</source>
        <translation>el proveedor no respondió</translation>
    </message>
    <message>
        <source>out of memory</source>
        <translation>falta memoria</translation>
    </message>
    <message>
        <source>Twilio answered %1</source>
        <translation>Twilio respondió %1</translation>
    </message>
    <message>
        <source>WhatsApp answered %1</source>
        <translation>WhatsApp respondió %1</translation>
    </message>
    <message>
        <source>More texts went to this number than the vendor lists in one answer</source>
        <translation>A este número se enviaron más mensajes de los que el proveedor enumera en una respuesta</translation>
    </message>
    <message>
        <source>Twilio answered without a list</source>
        <translation>Twilio respondió sin una lista</translation>
    </message>
    <message>
        <source>Twilio answered without a message id</source>
        <translation>Twilio respondió sin identificador del mensaje</translation>
    </message>
    <message>
        <source>WhatsApp answered without a message id</source>
        <translation>WhatsApp respondió sin identificador del mensaje</translation>
    </message>
    <message>
        <source>The channel&apos;s key is not accepted</source>
        <translation>No se acepta la clave del canal</translation>
    </message>
    <message>
        <source>The account is not known to Twilio</source>
        <translation>Twilio no conoce la cuenta</translation>
    </message>
    <message>
        <source>The number is not valid</source>
        <translation>El número no es válido</translation>
    </message>
    <message>
        <source>Sending to this country is not allowed for this account</source>
        <translation>Esta cuenta no puede enviar a este país</translation>
    </message>
    <message>
        <source>The message is empty</source>
        <translation>El mensaje está vacío</translation>
    </message>
    <message>
        <source>The channel&apos;s number cannot send text messages</source>
        <translation>El número del canal no puede enviar SMS</translation>
    </message>
    <message>
        <source>A trial account may write to verified numbers only</source>
        <translation>Una cuenta de prueba solo puede escribir a números verificados</translation>
    </message>
    <message>
        <source>This person has opted out of messages</source>
        <translation>Esta persona se dio de baja de los mensajes</translation>
    </message>
    <message>
        <source>The number cannot be reached from this channel</source>
        <translation>Desde este canal no se llega al número</translation>
    </message>
    <message>
        <source>The number is not a mobile number</source>
        <translation>El número no es de móvil</translation>
    </message>
    <message>
        <source>Number unreachable</source>
        <translation>Número inalcanzable</translation>
    </message>
    <message>
        <source>Message blocked by the recipient</source>
        <translation>El destinatario bloqueó el mensaje</translation>
    </message>
    <message>
        <source>The number is not in service</source>
        <translation>El número no está en servicio</translation>
    </message>
    <message>
        <source>Landline or unreachable carrier</source>
        <translation>Teléfono fijo u operador inalcanzable</translation>
    </message>
    <message>
        <source>The carrier filtered the message</source>
        <translation>El operador filtró el mensaje</translation>
    </message>
    <message>
        <source>The carrier did not deliver it and gave no reason</source>
        <translation>El operador no lo entregó y no dijo por qué</translation>
    </message>
    <message>
        <source>The channel&apos;s number is not registered with the carriers (A2P 10DLC)</source>
        <translation>El número del canal no está registrado en los operadores (A2P 10DLC)</translation>
    </message>
    <message>
        <source>The 24-hour window for free text is over</source>
        <translation>La ventana de 24 horas para texto libre terminó</translation>
    </message>
    <message>
        <source>WhatsApp asks to send more slowly</source>
        <translation>WhatsApp pide enviar más despacio</translation>
    </message>
    <message>
        <source>WhatsApp does not accept this message&apos;s form</source>
        <translation>WhatsApp no acepta la forma de este mensaje</translation>
    </message>
    <message>
        <source>The channel&apos;s key has expired or is not accepted</source>
        <translation>La clave del canal caducó o no se acepta</translation>
    </message>
    <message>
        <source>WhatsApp has restricted this business for breaking its rules</source>
        <translation>WhatsApp restringió este negocio por incumplir sus reglas</translation>
    </message>
    <message>
        <source>WhatsApp withheld the message (experiment)</source>
        <translation>WhatsApp retuvo el mensaje (experimento)</translation>
    </message>
    <message>
        <source>Number unreachable on WhatsApp</source>
        <translation>Número inalcanzable en WhatsApp</translation>
    </message>
    <message>
        <source>WhatsApp has locked this business account</source>
        <translation>WhatsApp bloqueó esta cuenta de empresa</translation>
    </message>
    <message>
        <source>WhatsApp limits this number because of spam reports</source>
        <translation>WhatsApp limita este número por denuncias de spam</translation>
    </message>
    <message>
        <source>WhatsApp withheld the message to protect its users</source>
        <translation>WhatsApp retuvo el mensaje para proteger a sus usuarios</translation>
    </message>
    <message>
        <source>WhatsApp does not know this kind of message</source>
        <translation>WhatsApp no conoce este tipo de mensaje</translation>
    </message>
    <message>
        <source>Too many messages to this person in a short time</source>
        <translation>Demasiados mensajes a esta persona en poco tiempo</translation>
    </message>
    <message>
        <source>WhatsApp knows the template with other gaps</source>
        <translation>WhatsApp conoce la plantilla con otros huecos</translation>
    </message>
    <message>
        <source>WhatsApp does not know this template in this language</source>
        <translation>WhatsApp no conoce esta plantilla en este idioma</translation>
    </message>
    <message>
        <source>WhatsApp has withdrawn the template for breaking its rules</source>
        <translation>WhatsApp retiró la plantilla por incumplir sus reglas</translation>
    </message>
    <message>
        <source>WhatsApp has paused the template because of complaints</source>
        <translation>WhatsApp pausó la plantilla por quejas</translation>
    </message>
</context>
<context>
    <name>EntryWords</name>
    <message numerus="yes">
        <source>%n source(s)</source>
        <translation>
            <numerusform>%n fuente</numerusform>
            <numerusform>%n fuentes</numerusform>
        </translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Entendido</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fuente</translation>
    </message>
    <message>
        <source>Looked at</source>
        <translation>Consultado</translation>
    </message>
    <message>
        <source>none was needed or found</source>
        <translation>ninguna hizo falta o se encontró</translation>
    </message>
    <message>
        <source>Rules fired</source>
        <translation>Reglas aplicadas</translation>
    </message>
    <message numerus="yes">
        <source>none of %n</source>
        <translation>
            <numerusform>ninguna de %n</numerusform>
            <numerusform>ninguna de %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Motor</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Falló</translation>
    </message>
    <message>
        <source>Goes out in %1</source>
        <translation>Sale en %1</translation>
    </message>
    <message>
        <source>Look before sending</source>
        <translation>Revisar antes de enviar</translation>
    </message>
    <message>
        <source>Look before sending: %1</source>
        <translation>Revisar antes de enviar: %1</translation>
    </message>
    <message>
        <source>Send anyway</source>
        <translation>Enviar igual</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>No enviado</translation>
    </message>
    <message>
        <source>Not sent: %1</source>
        <translation>No enviado: %1</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Kept here</source>
        <translation>Guardado aquí</translation>
    </message>
    <message>
        <source>The provider did not answer: it may have arrived</source>
        <translation>El proveedor no respondió: puede que haya llegado</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>Asistente</translation>
    </message>
    <message>
        <source>for %1 · %2</source>
        <comment>the assistant of a business, and the time</comment>
        <translation>de %1 · %2</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Tú</translation>
    </message>
    <message>
        <source>staff · %1</source>
        <translation>equipo · %1</translation>
    </message>
    <message>
        <source>now</source>
        <translation>ahora</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automático</translation>
    </message>
    <message>
        <source>customer · %1</source>
        <translation>cliente · %1</translation>
    </message>
    <message>
        <source>sent anyway</source>
        <translation>se envió igual</translation>
    </message>
    <message>
        <source>Private note by %1, %2: %3</source>
        <translation>Nota privada, %1, %2: %3</translation>
    </message>
    <message numerus="yes">
        <source>%n attachment(s)</source>
        <translation>
            <numerusform>%n adjunto</numerusform>
            <numerusform>%n adjuntos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n nuevo</numerusform>
            <numerusform>%n nuevos</numerusform>
        </translation>
    </message>
    <message>
        <source>you</source>
        <translation>tú</translation>
    </message>
    <message>
        <source>Private note</source>
        <translation>Nota privada</translation>
    </message>
    <message>
        <source>%1 · %2 · the customer cannot see this</source>
        <translation>%1 · %2 · el cliente no lo ve</translation>
    </message>
    <message>
        <source>The first 64 KB are shown.</source>
        <translation>Se muestran los primeros 64 KB.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Mostrar todo</translation>
    </message>
    <message>
        <source>Goes out once the server can be reached</source>
        <translation>Sale en cuanto se alcance el servidor</translation>
    </message>
    <message>
        <source>The server has not taken it yet; it is kept and goes by itself</source>
        <translation>El servidor aún no lo ha recibido; se guarda y sale solo</translation>
    </message>
    <message>
        <source>It was sent again, as nobody knew whether it had arrived: it may have arrived twice</source>
        <translation>Se envió de nuevo, porque no se sabía si había llegado: puede que haya llegado dos veces</translation>
    </message>
    <message>
        <source>Goes out once you have decided about the reply before it</source>
        <translation>Sale cuando haya decidido sobre la respuesta anterior</translation>
    </message>
    <message>
        <source>You are mentioned</source>
        <translation>Se te menciona</translation>
    </message>
    <message>
        <source>Private note for you</source>
        <translation>Nota privada para ti</translation>
    </message>
</context>
<context>
    <name>EscalationWords</name>
    <message>
        <source>late by %1</source>
        <translation>con retraso de %1</translation>
    </message>
    <message>
        <source>due in %1</source>
        <translation>vence en %1</translation>
    </message>
    <message>
        <source>paused until %1</source>
        <translation>en pausa hasta %1</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Tú</translation>
    </message>
    <message>
        <source>%1 was answering</source>
        <translation>respondía %1</translation>
    </message>
    <message>
        <source>nobody now</source>
        <comment>a claim that ran out, where there is little room</comment>
        <translation>nadie ahora</translation>
    </message>
    <message>
        <source>%1 · since %2</source>
        <comment>who has it, since when</comment>
        <translation>%1 · desde %2</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Resuelto</translation>
    </message>
    <message>
        <source>Resolved, %1 had it</source>
        <translation>Resuelto, lo tenía %1</translation>
    </message>
    <message>
        <source>you</source>
        <translation>tú</translation>
    </message>
    <message>
        <source>Nobody took it</source>
        <translation>Nadie lo tomó</translation>
    </message>
    <message>
        <source>Given to you, not taken yet</source>
        <translation>Asignado a ti, sin tomar todavía</translation>
    </message>
    <message>
        <source>Given to %1, not taken yet</source>
        <translation>Asignado a %1, sin tomar todavía</translation>
    </message>
    <message>
        <source>Waiting %1</source>
        <translation>Espera desde hace %1</translation>
    </message>
    <message>
        <source>not sent yet</source>
        <translation>sin enviar todavía</translation>
    </message>
    <message>
        <source>look in the outbox</source>
        <translation>mirar en la bandeja de salida</translation>
    </message>
    <message>
        <source>by the assistant</source>
        <translation>por el asistente</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>por %1</translation>
    </message>
    <message>
        <source>in Foredeck</source>
        <translation>en Foredeck</translation>
    </message>
    <message>
        <source>by SMS</source>
        <translation>por SMS</translation>
    </message>
    <message>
        <source>The customer&apos;s phone number</source>
        <translation>El teléfono del cliente</translation>
    </message>
    <message>
        <source>Due %1</source>
        <translation>Vence %1</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>Nadie todavía</translation>
    </message>
    <message>
        <source>Claimed</source>
        <translation>Tomado</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>hand-overs that are not settled</comment>
        <translation>Abiertos</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Pendiente</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Caducado</translation>
    </message>
    <message>
        <source>was due %1</source>
        <translation>vencía %1</translation>
    </message>
    <message>
        <source>due %1</source>
        <translation>vence %1</translation>
    </message>
    <message>
        <source>Priority %1</source>
        <translation>Prioridad %1</translation>
    </message>
    <message>
        <source>handed over %1</source>
        <translation>entregado %1</translation>
    </message>
    <message>
        <source>handed over %1 %2</source>
        <comment>when, by whom</comment>
        <translation>entregado %1 %2</translation>
    </message>
    <message>
        <source>a person</source>
        <translation>una persona</translation>
    </message>
    <message>
        <source>the assistant</source>
        <translation>el asistente</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Alguien</translation>
    </message>
    <message>
        <source>%1 has seen it</source>
        <translation>%1 lo ha visto</translation>
    </message>
    <message>
        <source>Falling</source>
        <comment>a mood</comment>
        <translation>A la baja</translation>
    </message>
    <message>
        <source>Rising</source>
        <comment>a mood</comment>
        <translation>Al alza</translation>
    </message>
    <message>
        <source>Steady</source>
        <comment>a mood</comment>
        <translation>Estable</translation>
    </message>
    <message>
        <source>Call %1</source>
        <translation>Llamar a %1</translation>
    </message>
    <message>
        <source>Write a reply</source>
        <translation>Escribir una respuesta</translation>
    </message>
    <message>
        <source>Answer %1</source>
        <translation>Responder %1</translation>
    </message>
    <message>
        <source>Answer “%1”</source>
        <translation>Responder a «%1»</translation>
    </message>
    <message>
        <source>This may be the answer: %1</source>
        <translation>Esta puede ser la respuesta: %1</translation>
    </message>
    <message>
        <source>today</source>
        <translation>hoy</translation>
    </message>
    <message>
        <source>median time to claim</source>
        <translation>mediana hasta tomarlo</translation>
    </message>
    <message>
        <source>median time to resolve</source>
        <translation>mediana hasta resolverlo</translation>
    </message>
    <message>
        <source>commonest reason, %1</source>
        <translation>motivo más frecuente, %1</translation>
    </message>
    <message>
        <source>commonest reason</source>
        <translation>motivo más frecuente</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>claimed late</source>
        <translation>tomados tarde</translation>
    </message>
    <message>
        <source>%1 has no Foredeck open and finds it there later</source>
        <translation>%1 no tiene Foredeck abierto y lo encontrará allí después</translation>
    </message>
    <message>
        <source>%1 is not to be disturbed</source>
        <translation>No se debe molestar a %1</translation>
    </message>
    <message>
        <source>Nobody is there to be told</source>
        <translation>No hay nadie a quien avisar</translation>
    </message>
    <message>
        <source>The text message waits until the quiet hours are over</source>
        <translation>El mensaje de texto espera al final de las horas de silencio</translation>
    </message>
    <message>
        <source>%1 could not be told %2</source>
        <comment>who, by what</comment>
        <translation>No se pudo avisar a %1 %2</translation>
    </message>
    <message>
        <source>%1 could not be told %2: %3</source>
        <comment>who, by what, why</comment>
        <translation>No se pudo avisar a %1 %2: %3</translation>
    </message>
    <message>
        <source>request</source>
        <translation>petición</translation>
    </message>
    <message>
        <source>when</source>
        <translation>cuándo</translation>
    </message>
    <message>
        <source>budget</source>
        <translation>presupuesto</translation>
    </message>
    <message>
        <source>place</source>
        <translation>lugar</translation>
    </message>
    <message>
        <source>decision</source>
        <translation>decisión</translation>
    </message>
    <message>
        <source>urgency</source>
        <translation>urgencia</translation>
    </message>
    <message>
        <source>name</source>
        <translation>nombre</translation>
    </message>
    <message>
        <source>Rule: %1</source>
        <translation>Regla: %1</translation>
    </message>
    <message>
        <source>Told: %1, %2</source>
        <comment>who was told of it, when</comment>
        <translation>Aviso: %1, %2</translation>
    </message>
    <message>
        <source>Told %2: %1</source>
        <comment>who was told of it, by what</comment>
        <translation>Aviso %2: %1</translation>
    </message>
    <message>
        <source>The customer&apos;s last message</source>
        <translation>El último mensaje del cliente</translation>
    </message>
    <message numerus="yes">
        <source>as common as %n other reason(s), %1 each</source>
        <translation>
            <numerusform>tan frecuente como %n motivo más, %1 cada uno</numerusform>
            <numerusform>tan frecuente como %n motivos más, %1 cada uno</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foredeck::ui::KinSection</name>
    <message>
        <source>The same person</source>
        <translation>La misma persona</translation>
    </message>
    <message>
        <source>%1 may be the same person: %2</source>
        <translation>%1 puede ser la misma persona: %2</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>Comparar…</translation>
    </message>
    <message>
        <source>Compare with %1 and merge</source>
        <translation>Comparar con %1 y unir</translation>
    </message>
    <message>
        <source>Also this person: %1</source>
        <translation>También esta persona: %1</translation>
    </message>
    <message>
        <source>Separate</source>
        <translation>Separar</translation>
    </message>
    <message>
        <source>Separate %1 again</source>
        <translation>Volver a separar a %1</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::MergeAsker</name>
    <message>
        <source>Nothing was done with %1: %2</source>
        <comment>a lead, and why</comment>
        <translation>No se hizo nada con %1: %2</translation>
    </message>
    <message>
        <source>%1 and %2 are one lead now.</source>
        <translation>%1 y %2 son ahora un solo prospecto.</translation>
    </message>
    <message>
        <source>%1 is a lead of its own again.</source>
        <translation>%1 vuelve a ser un prospecto aparte.</translation>
    </message>
    <message>
        <source>nothing was merged here</source>
        <translation>aquí no se unió nada</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::MergeDialog</name>
    <message>
        <source>Find the other lead</source>
        <translation>Buscar el otro prospecto</translation>
    </message>
    <message>
        <source>Name, telephone or e-mail</source>
        <translation>Nombre, teléfono o correo</translation>
    </message>
    <message>
        <source>Keep the other one</source>
        <translation>Dejar el otro</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Unir</translation>
    </message>
    <message>
        <source>Merge two leads</source>
        <translation>Unir dos prospectos</translation>
    </message>
    <message>
        <source>Leads that may be merged</source>
        <translation>Prospectos que se pueden unir</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Which lead is the same person as %1? Nothing is lost, and it can be taken back at any time.</source>
        <translation>¿Qué prospecto es la misma persona que %1? No se pierde nada, y se puede deshacer en cualquier momento.</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>a lead and why it may be the same person</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Nobody is like them at first sight; find the other lead by name, telephone or e-mail.</source>
        <translation>Nadie se le parece a primera vista; buscar el otro prospecto por nombre, teléfono o correo.</translation>
    </message>
    <message>
        <source>Nobody else of this business is found by that.</source>
        <translation>Con eso no se encuentra a nadie más de este negocio.</translation>
    </message>
    <message>
        <source>Choose the other lead first</source>
        <translation>Elegir primero el otro prospecto</translation>
    </message>
    <message>
        <source>%1 is left, and has from then on:</source>
        <translation>Queda %1, y desde entonces tiene:</translation>
    </message>
    <message>
        <source>Keep %1 instead</source>
        <translation>Dejar a %1 en su lugar</translation>
    </message>
    <message>
        <source>%1 (instead of %2)</source>
        <translation>%1 (en lugar de %2)</translation>
    </message>
</context>
<context>
    <name>LeadWords</name>
    <message>
        <source>You</source>
        <translation>Tú</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>Asistente</translation>
    </message>
    <message>
        <source>no owner</source>
        <translation>sin responsable</translation>
    </message>
    <message>
        <source>not sent yet</source>
        <translation>aún sin enviar</translation>
    </message>
    <message>
        <source>look in the outbox</source>
        <translation>mirar en la bandeja de salida</translation>
    </message>
    <message>
        <source>Status: %1</source>
        <translation>Estado: %1</translation>
    </message>
    <message>
        <source>wants %1</source>
        <translation>quiere %1</translation>
    </message>
    <message>
        <source>last word %1</source>
        <translation>último mensaje %1</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Cerrado</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Servicio</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Presupuesto</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>Urgencia</translation>
    </message>
    <message>
        <source>Decides</source>
        <translation>Decide</translation>
    </message>
    <message>
        <source>When</source>
        <comment>by when something is wanted</comment>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Dónde</translation>
    </message>
    <message>
        <source>Asked by %1</source>
        <comment>over which channel</comment>
        <translation>Preguntó por %1</translation>
    </message>
    <message>
        <source>not scored</source>
        <translation>sin puntuación</translation>
    </message>
    <message>
        <source>any</source>
        <comment>a filter</comment>
        <translation>todos</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>hot and warm</source>
        <translation>calientes y templados</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>desde el %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>hasta el %1</translation>
    </message>
</context>
<context>
    <name>MacroWords</name>
    <message>
        <source>First name of the customer</source>
        <translation>Nombre de pila del cliente</translation>
    </message>
    <message>
        <source>Name of the customer</source>
        <translation>Nombre del cliente</translation>
    </message>
    <message>
        <source>Telephone of the customer</source>
        <translation>Teléfono del cliente</translation>
    </message>
    <message>
        <source>E-mail of the customer</source>
        <translation>Correo del cliente</translation>
    </message>
    <message>
        <source>Name of the business</source>
        <translation>Nombre del negocio</translation>
    </message>
    <message>
        <source>Address, where there is one place</source>
        <translation>Dirección, si hay un solo local</translation>
    </message>
    <message>
        <source>Contact of the business</source>
        <translation>Contacto del negocio</translation>
    </message>
    <message>
        <source>First name of whoever writes</source>
        <translation>Nombre de pila de quien escribe</translation>
    </message>
    <message>
        <source>Name of whoever writes</source>
        <translation>Nombre de quien escribe</translation>
    </message>
    <message>
        <source>Elena Vásquez</source>
        <translation>Elena Vásquez</translation>
    </message>
    <message>
        <source>Casa Marisol</source>
        <translation>Casa Marisol</translation>
    </message>
    <message>
        <source>1214 Coral Row, Miami Beach</source>
        <translation>1214 Coral Row, Miami Beach</translation>
    </message>
    <message>
        <source>Tomás Ibarra</source>
        <translation>Tomás Ibarra</translation>
    </message>
    <message>
        <source>Write what is to be sent.</source>
        <translation>Hace falta el texto que se va a enviar.</translation>
    </message>
    <message numerus="yes">
        <source>It is longer than a macro may be (%n byte(s)).</source>
        <translation>
            <numerusform>Es más larga de lo que puede ser una macro (%n byte).</numerusform>
            <numerusform>Es más larga de lo que puede ser una macro (%n bytes).</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is no variable; choose one from the list.</source>
        <translation>%1 no es una variable; hay que elegir una de la lista.</translation>
    </message>
    <message>
        <source>The braces here hold no variable: %1</source>
        <translation>Estas llaves no contienen ninguna variable: %1</translation>
    </message>
    <message>
        <source>Macro without a name</source>
        <translation>Macro sin nombre</translation>
    </message>
    <message>
        <source>not sent yet</source>
        <translation>aún no enviada</translation>
    </message>
    <message>
        <source>needs a look</source>
        <translation>pide una mirada</translation>
    </message>
    <message>
        <source>not deleted</source>
        <translation>no eliminada</translation>
    </message>
    <message>
        <source>not taken</source>
        <translation>no aceptada</translation>
    </message>
</context>
<context>
    <name>MergeWords</name>
    <message numerus="yes">
        <source>%n conversation(s): %1</source>
        <translation>
            <numerusform>%n conversación: %1</numerusform>
            <numerusform>%n conversaciones: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: opted out</source>
        <translation>%1: dado de baja</translation>
    </message>
    <message>
        <source>%1: given</source>
        <translation>%1: dado</translation>
    </message>
    <message>
        <source>%1: wrote first</source>
        <translation>%1: escribió primero</translation>
    </message>
    <message>
        <source>same number, %1</source>
        <translation>mismo número, %1</translation>
    </message>
    <message>
        <source>same e-mail, %1</source>
        <translation>mismo correo, %1</translation>
    </message>
    <message>
        <source>same name, and both want “%1”</source>
        <translation>mismo nombre, y ambos quieren «%1»</translation>
    </message>
    <message>
        <source>same name and place, %1</source>
        <translation>mismo nombre y lugar, %1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Conversaciones</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Tareas</translation>
    </message>
    <message>
        <source>stay with their conversation, and so do escalations and drafts</source>
        <translation>quedan con su conversación, igual que las escalaciones y los borradores</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Puntos</translation>
    </message>
    <message>
        <source>Wants</source>
        <translation>Quiere</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Permiso</translation>
    </message>
</context>
<context>
    <name>PatchWords</name>
    <message>
        <source>“%1”</source>
        <translation>«%1»</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a field, and the day that is meant</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a field, and the template that is meant</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1–%2</source>
        <comment>from a time to a time</comment>
        <translation>%1–%2</translation>
    </message>
    <message>
        <source>no times</source>
        <translation>sin horario</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>something else</source>
        <translation>otra cosa</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nada</translation>
    </message>
    <message>
        <source>%1: without %2</source>
        <translation>%1: sin %2</translation>
    </message>
    <message>
        <source>%1: with %2</source>
        <translation>%1: con %2</translation>
    </message>
    <message>
        <source>%1: one person less</source>
        <translation>%1: una persona menos</translation>
    </message>
    <message>
        <source>%1: one person more</source>
        <translation>%1: una persona más</translation>
    </message>
    <message>
        <source>%1: other times for one person</source>
        <translation>%1: otras horas para una persona</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a field, and what it is to be</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2; somebody else has changed it meanwhile: %3</source>
        <comment>a field, and what it is to be</comment>
        <translation>%1: %2; otra persona lo ha cambiado entretanto: %3</translation>
    </message>
</context>
<context>
    <name>ProblemWords</name>
    <message>
        <source>e-mail or password is wrong</source>
        <translation>el correo o la contraseña no son correctos</translation>
    </message>
    <message>
        <source>too many wrong tries; try again later</source>
        <translation>demasiados intentos fallidos; inténtalo más tarde</translation>
    </message>
    <message>
        <source>this account cannot sign in</source>
        <translation>esta cuenta no puede iniciar sesión</translation>
    </message>
    <message>
        <source>too many people sign in right now</source>
        <translation>demasiadas personas inician sesión en este momento</translation>
    </message>
    <message>
        <source>this session has ended</source>
        <translation>esta sesión ha terminado</translation>
    </message>
    <message>
        <source>this session has ended; sign in again</source>
        <translation>esta sesión ha terminado; inicia sesión de nuevo</translation>
    </message>
    <message>
        <source>sign in first</source>
        <translation>inicia sesión primero</translation>
    </message>
    <message>
        <source>your role does not allow this</source>
        <translation>tu rol no permite esto</translation>
    </message>
    <message>
        <source>this e-mail is taken</source>
        <translation>este correo ya está en uso</translation>
    </message>
    <message>
        <source>something newer has come</source>
        <translation>ha llegado algo más nuevo</translation>
    </message>
    <message>
        <source>This reply waited too long to be sent without a look</source>
        <translation>Esta respuesta esperó demasiado para enviarse sin revisarla</translation>
    </message>
    <message>
        <source>Somebody else had it when it was to go out.</source>
        <translation>Cuando iba a salir la tenía otra persona.</translation>
    </message>
    <message>
        <source>it is held by %1</source>
        <translation>la atiende %1</translation>
    </message>
    <message>
        <source>the conversation has changed</source>
        <translation>la conversación ha cambiado</translation>
    </message>
    <message>
        <source>the conversation has ended</source>
        <translation>la conversación ha terminado</translation>
    </message>
    <message>
        <source>the conversation has ended already</source>
        <translation>la conversación ya había terminado</translation>
    </message>
    <message>
        <source>the conversation has not ended</source>
        <translation>la conversación no ha terminado</translation>
    </message>
    <message>
        <source>the conversation is gone</source>
        <translation>la conversación ya no existe</translation>
    </message>
    <message>
        <source>the lead has changed</source>
        <translation>el prospecto ha cambiado</translation>
    </message>
    <message>
        <source>the lease was lost</source>
        <translation>se perdió el turno</translation>
    </message>
    <message>
        <source>another lead has this phone or e-mail</source>
        <translation>otro prospecto tiene este teléfono o correo</translation>
    </message>
    <message>
        <source>there is no channel with this id</source>
        <translation>no hay ningún canal con este identificador</translation>
    </message>
    <message>
        <source>the client has no such channel</source>
        <translation>el cliente no tiene ese canal</translation>
    </message>
    <message>
        <source>the client has no knowledge base</source>
        <translation>el cliente no tiene base de conocimiento</translation>
    </message>
    <message>
        <source>The server is busy.</source>
        <translation>El servidor está ocupado.</translation>
    </message>
    <message>
        <source>too many writes are waiting</source>
        <translation>hay demasiados cambios en espera</translation>
    </message>
    <message>
        <source>The request could not be handled.</source>
        <translation>No se pudo atender la petición.</translation>
    </message>
    <message>
        <source>the server did not answer</source>
        <translation>el servidor no respondió</translation>
    </message>
    <message>
        <source>the server answered %1</source>
        <translation>el servidor respondió %1</translation>
    </message>
    <message>
        <source>the network changed</source>
        <translation>la red cambió</translation>
    </message>
    <message>
        <source>nothing was heard for %1 s</source>
        <translation>no se oyó nada durante %1 s</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>falta</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>está vacío</translation>
    </message>
    <message>
        <source>is too long</source>
        <translation>es demasiado largo</translation>
    </message>
    <message>
        <source>is not there</source>
        <translation>no existe</translation>
    </message>
    <message>
        <source>is out of bounds</source>
        <translation>está fuera de los límites</translation>
    </message>
    <message>
        <source>is no e-mail address</source>
        <translation>no es una dirección de correo</translation>
    </message>
    <message>
        <source>is no IANA time zone</source>
        <translation>no es una zona horaria IANA</translation>
    </message>
    <message>
        <source>must be in E.164 form, such as +13055550142</source>
        <translation>debe tener la forma E.164, como +13055550142</translation>
    </message>
    <message>
        <source>must be an http or https address</source>
        <translation>debe ser una dirección http o https</translation>
    </message>
    <message>
        <source>must be dates such as 2026-12-25</source>
        <translation>deben ser fechas como 2026-12-25</translation>
    </message>
    <message>
        <source>must have at least 10 characters</source>
        <translation>debe tener al menos 10 caracteres</translation>
    </message>
    <message>
        <source>has more than 20 entries</source>
        <translation>tiene más de 20 entradas</translation>
    </message>
    <message>
        <source>has more than 200 entries</source>
        <translation>tiene más de 200 elementos</translation>
    </message>
    <message>
        <source>has moved on since it was read</source>
        <translation>ha avanzado desde que se leyó</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zona horaria</translation>
    </message>
    <message>
        <source>How to reach the desk</source>
        <translation>Cómo contactar con recepción</translation>
    </message>
    <message>
        <source>Text after a missed call</source>
        <translation>Texto tras una llamada perdida</translation>
    </message>
    <message>
        <source>Your own words that ask for a person</source>
        <translation>Palabras propias que piden una persona</translation>
    </message>
    <message>
        <source>Your own words for an emergency</source>
        <translation>Palabras propias para una emergencia</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Conversación</translation>
    </message>
    <message>
        <source>has more than 1200 characters</source>
        <translation>tiene más de 1200 caracteres</translation>
    </message>
    <message>
        <source>must follow one another without overlap</source>
        <translation>deben sucederse sin solaparse</translation>
    </message>
    <message>
        <source>the profile&apos;s folder cannot be made: %1</source>
        <translation>no se puede crear la carpeta del perfil: %1</translation>
    </message>
    <message>
        <source>the profile&apos;s lock cannot be written: %1</source>
        <translation>no se puede escribir el bloqueo del perfil: %1</translation>
    </message>
    <message>
        <source>somebody else has edited it</source>
        <translation>otra persona lo ha cambiado</translation>
    </message>
    <message>
        <source>the act is on its way</source>
        <translation>la acción está en camino</translation>
    </message>
    <message>
        <source>the act is on its way or done</source>
        <translation>la acción está en camino o ya se hizo</translation>
    </message>
    <message>
        <source>the act is not in the outbox any more</source>
        <translation>la acción ya no está en la bandeja de salida</translation>
    </message>
    <message>
        <source>the key or password of the act is not kept; it must be entered anew</source>
        <translation>la clave o contraseña de la acción no se guarda; hay que introducirla de nuevo</translation>
    </message>
    <message>
        <source>there are %1 rules already</source>
        <translation>ya hay %1 reglas</translation>
    </message>
    <message>
        <source>must be a telephone number with its country code, such as +13055550101</source>
        <translation>tiene que ser un número de teléfono con el prefijo del país, por ejemplo +13055550101</translation>
    </message>
    <message>
        <source>is no active person who may answer for this client</source>
        <translation>no es una persona activa que pueda responder por este cliente</translation>
    </message>
    <message>
        <source>asks for nothing</source>
        <translation>no pide nada</translation>
    </message>
    <message>
        <source>has no word that can be looked for</source>
        <translation>no tiene ninguna palabra que se pueda buscar</translation>
    </message>
    <message>
        <source>is not known</source>
        <translation>no se conoce</translation>
    </message>
    <message>
        <source>must be 0 to 99</source>
        <translation>debe estar entre 0 y 99</translation>
    </message>
    <message>
        <source>must be 1 to 10080</source>
        <translation>debe estar entre 1 y 10080</translation>
    </message>
    <message>
        <source>must be 1 to 3</source>
        <translation>debe estar entre 1 y 3</translation>
    </message>
    <message>
        <source>must be two lower-case letters (ISO 639-1)</source>
        <translation>deben ser dos letras minúsculas (ISO 639-1)</translation>
    </message>
    <message>
        <source>is no reason that a rule may hand over for</source>
        <translation>no es un motivo por el que una regla pueda traspasar</translation>
    </message>
    <message>
        <source>Owner&apos;s telephone</source>
        <translation>Teléfono del propietario</translation>
    </message>
    <message>
        <source>On call</source>
        <translation>De guardia</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>Horas de silencio</translation>
    </message>
    <message>
        <source>there are %1 macros already</source>
        <translation>ya hay %1 macros</translation>
    </message>
    <message>
        <source>a conversation has at most %1 labels</source>
        <translation>una conversación tiene como máximo %1 etiquetas</translation>
    </message>
    <message>
        <source>text: %1 is no variable</source>
        <translation>texto: %1 no es una variable</translation>
    </message>
    <message>
        <source>there are %1 open tasks already</source>
        <translation>ya hay %1 tareas abiertas</translation>
    </message>
    <message>
        <source>the task has changed</source>
        <translation>la tarea ha cambiado</translation>
    </message>
    <message>
        <source>the task is over</source>
        <translation>la tarea ya está cerrada</translation>
    </message>
    <message>
        <source>is the name of another macro</source>
        <translation>es el nombre de otra macro</translation>
    </message>
    <message>
        <source>must be one line of plain words</source>
        <translation>debe ser una línea de palabras corrientes</translation>
    </message>
    <message>
        <source>has more than 500 bytes</source>
        <translation>tiene más de 500 bytes</translation>
    </message>
    <message>
        <source>must lie ahead</source>
        <translation>debe estar en el futuro</translation>
    </message>
    <message>
        <source>must lie within a year</source>
        <translation>debe estar dentro de un año</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Who does it</source>
        <translation>Quién la hace</translation>
    </message>
    <message>
        <source>By when</source>
        <translation>Para cuándo</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>the disk is full; free some space on it and start Foredeck again: %1</source>
        <translation>el disco está lleno; hay que liberar espacio y volver a iniciar Foredeck: %1</translation>
    </message>
    <message>
        <source>The disk could not be read or written.</source>
        <translation>No se pudo leer ni escribir en el disco.</translation>
    </message>
    <message>
        <source>The folder of Foredeck&apos;s data may not be written to.</source>
        <translation>No se puede escribir en la carpeta de datos de Foredeck.</translation>
    </message>
    <message>
        <source>has more than 500 entries</source>
        <translation>tiene más de 500 entradas</translation>
    </message>
    <message>
        <source>Closed days</source>
        <translation>Días de cierre</translation>
    </message>
    <message>
        <source>it cannot be taken back any more</source>
        <translation>ya no se puede deshacer</translation>
    </message>
    <message>
        <source>somebody else is being entered; save that first</source>
        <translation>se está apuntando a otra persona; guardar eso primero</translation>
    </message>
    <message>
        <source>the assistant cannot answer who came in or called</source>
        <translation>el asistente no puede responder a quien vino o llamó</translation>
    </message>
    <message>
        <source>they have opted out of messages on this channel</source>
        <translation>se dio de baja de los mensajes en este canal</translation>
    </message>
    <message>
        <source>they have written meanwhile; answer in their conversation</source>
        <translation>escribió mientras tanto; responder en su conversación</translation>
    </message>
    <message>
        <source>there are %1 notices already</source>
        <translation>ya hay %1 avisos</translation>
    </message>
    <message>
        <source>only managers pause the assistant without an end, or end that</source>
        <translation>solo los responsables pausan el asistente sin fin o terminan esa pausa</translation>
    </message>
    <message>
        <source>is not configured</source>
        <translation>no está configurado</translation>
    </message>
    <message>
        <source>has no telephone number that can be written to</source>
        <translation>no tiene un número de teléfono al que se pueda escribir</translation>
    </message>
    <message>
        <source>is needed: the 24-hour window for free text is over</source>
        <translation>hace falta: la ventana de 24 horas para texto libre terminó</translation>
    </message>
    <message>
        <source>must fill every gap of the template</source>
        <translation>debe rellenar todos los huecos de la plantilla</translation>
    </message>
    <message>
        <source>must each be one line of up to 500 bytes</source>
        <translation>debe ser cada uno una línea de 500 bytes como máximo</translation>
    </message>
    <message>
        <source>is no channel that messages come through</source>
        <translation>no es un canal por el que lleguen mensajes</translation>
    </message>
    <message>
        <source>holds what is no e-mail address</source>
        <translation>contiene algo que no es una dirección de correo</translation>
    </message>
    <message>
        <source>must lie within a week</source>
        <translation>debe estar dentro de una semana</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Plantilla</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Prospecto</translation>
    </message>
    <message>
        <source>What they want</source>
        <translation>Lo que quiere</translation>
    </message>
    <message>
        <source>First note</source>
        <translation>Primera nota</translation>
    </message>
    <message>
        <source>somebody else has written to them; answer in their conversation</source>
        <translation>otra persona ya le ha escrito; responder en su conversación</translation>
    </message>
    <message>
        <source>is taken already</source>
        <translation>ya está en uso</translation>
    </message>
    <message>
        <source>The disk is full; free some space on it.</source>
        <translation>El disco está lleno; hay que liberar espacio.</translation>
    </message>
    <message>
        <source>The server was set back to a copy without this message; it may have arrived all the same</source>
        <translation>El servidor volvió a una copia sin este mensaje; puede que haya llegado de todos modos</translation>
    </message>
    <message>
        <source>The server was set back to a copy that may be without this</source>
        <translation>El servidor volvió a una copia en la que quizá falte esto</translation>
    </message>
    <message>
        <source>Said again every</source>
        <translation>Se repite cada</translation>
    </message>
    <message>
        <source>The next ones are told after</source>
        <translation>Se avisa a los siguientes al cabo de</translation>
    </message>
    <message>
        <source>A request that was left unfinished goes to a person after</source>
        <translation>Una petición que quedó a medias pasa a una persona al cabo de</translation>
    </message>
    <message>
        <source>A hand-over is due after</source>
        <translation>Plazo para atender un traspaso</translation>
    </message>
    <message>
        <source>Hand over after so many answers</source>
        <translation>Pasar a una persona tras tantas respuestas</translation>
    </message>
    <message>
        <source>WhatsApp templates</source>
        <translation>Plantillas de WhatsApp</translation>
    </message>
    <message>
        <source>Opening hours</source>
        <translation>Horario</translation>
    </message>
    <message>
        <source>Open day and night</source>
        <translation>Abierto día y noche</translation>
    </message>
    <message>
        <source>it may have arrived; that is known once the server can be reached</source>
        <translation>puede que haya llegado; se sabrá cuando se pueda acceder al servidor</translation>
    </message>
    <message>
        <source>It may have arrived.</source>
        <translation>Puede que haya llegado.</translation>
    </message>
    <message>
        <source>Sent again, it may arrive twice: the server was set back to an earlier copy.</source>
        <translation>Si se envía otra vez, puede llegar dos veces: el servidor volvió a una copia anterior.</translation>
    </message>
    <message>
        <source>Sent again, it arrives only once: the server did not answer.</source>
        <translation>Si se envía otra vez, llega una sola vez: el servidor no respondió.</translation>
    </message>
    <message>
        <source>The server did not answer. It is asked again once it can be reached, and it arrives only once.</source>
        <translation>El servidor no respondió. Se le vuelve a preguntar cuando se pueda llegar a él, y llega una sola vez.</translation>
    </message>
    <message>
        <source>the lead was merged into another</source>
        <translation>el prospecto se unió a otro</translation>
    </message>
    <message>
        <source>a lead with more than %1 conversations is not merged</source>
        <translation>un prospecto con más de %1 conversaciones no se une</translation>
    </message>
    <message>
        <source>is no active person who sees this client</source>
        <translation>no es una persona activa que vea este cliente</translation>
    </message>
    <message>
        <source>does not stand in the text behind an @</source>
        <translation>no está en el texto detrás de una @</translation>
    </message>
    <message>
        <source>Mention</source>
        <translation>Mención</translation>
    </message>
    <message>
        <source>Mention of %1: %2</source>
        <comment>a colleague, and what is wrong with it</comment>
        <translation>Mención de %1: %2</translation>
    </message>
</context>
<context>
    <name>RowWords</name>
    <message>
        <source>You</source>
        <translation>Tú</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>Asistente</translation>
    </message>
    <message>
        <source>no owner</source>
        <translation>sin responsable</translation>
    </message>
    <message>
        <source>late by %1</source>
        <translation>%1 de retraso</translation>
    </message>
    <message>
        <source>reply in %1</source>
        <translation>responder en %1</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>No enviado</translation>
    </message>
    <message>
        <source>%1 is typing…</source>
        <translation>%1 está escribiendo…</translation>
    </message>
    <message>
        <source>Assistant typing…</source>
        <translation>El asistente escribe…</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>Cita reservada</translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation>Pospuesta</translation>
    </message>
    <message>
        <source>waiting for customer</source>
        <translation>espera al cliente</translation>
    </message>
    <message>
        <source>assistant paused</source>
        <translation>asistente en pausa</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Respondida</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Terminada</translation>
    </message>
    <message>
        <source>You:</source>
        <translation>Tú:</translation>
    </message>
    <message>
        <source>Assistant:</source>
        <translation>Asistente:</translation>
    </message>
    <message>
        <source>%1:</source>
        <translation>%1:</translation>
    </message>
    <message>
        <source>Draft:</source>
        <translation>Borrador:</translation>
    </message>
    <message>
        <source>Not sent:</source>
        <translation>No enviado:</translation>
    </message>
    <message>
        <source>you are answering</source>
        <translation>respondes tú</translation>
    </message>
    <message>
        <source>%1 was answering</source>
        <translation>respondía %1</translation>
    </message>
    <message>
        <source>%1 is answering</source>
        <translation>responde %1</translation>
    </message>
    <message>
        <source>the assistant is answering</source>
        <translation>responde el asistente</translation>
    </message>
    <message>
        <source>nobody is answering</source>
        <translation>nadie responde</translation>
    </message>
    <message>
        <source>Visitor</source>
        <translation>Visitante</translation>
    </message>
    <message>
        <source>unread %1</source>
        <translation>%1 sin leer</translation>
    </message>
    <message>
        <source>Opted out</source>
        <translation>Se dio de baja</translation>
    </message>
    <message>
        <source>Assistant silent</source>
        <translation>Asistente en silencio</translation>
    </message>
    <message>
        <source>opted out</source>
        <translation>se dio de baja</translation>
    </message>
    <message>
        <source>the assistant is silent</source>
        <translation>el asistente guarda silencio</translation>
    </message>
    <message>
        <source>waiting for a reply</source>
        <translation>espera respuesta</translation>
    </message>
    <message>
        <source>Snoozed until %1</source>
        <translation>Pospuesta hasta %1</translation>
    </message>
    <message>
        <source>Visitor %1</source>
        <comment>who has told no name, with a number of their own</comment>
        <translation>Visitante %1</translation>
    </message>
    <message>
        <source>call back, late by %1</source>
        <translation>llamar, %1 de retraso</translation>
    </message>
    <message>
        <source>call back in %1</source>
        <translation>llamar en %1</translation>
    </message>
    <message>
        <source>promise, late by %1</source>
        <translation>promesa, %1 de retraso</translation>
    </message>
    <message>
        <source>promised in %1</source>
        <translation>prometido en %1</translation>
    </message>
    <message>
        <source>task, late by %1</source>
        <translation>tarea, %1 de retraso</translation>
    </message>
    <message>
        <source>task in %1</source>
        <translation>tarea en %1</translation>
    </message>
    <message>
        <source>No way back</source>
        <translation>Sin vía de respuesta</translation>
    </message>
    <message>
        <source>May have arrived:</source>
        <translation>Puede haber llegado:</translation>
    </message>
</context>
<context>
    <name>RuleWords</name>
    <message>
        <source>“%1”</source>
        <translation>«%1»</translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <comment>the last of several; before it a list</comment>
        <translation>%1 o %2</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <comment>the last of several; before it a list</comment>
        <translation>%1 y %2</translation>
    </message>
    <message>
        <source>we are open</source>
        <translation>estamos abiertos</translation>
    </message>
    <message>
        <source>we are closed</source>
        <translation>estamos cerrados</translation>
    </message>
    <message>
        <source>it is the weekend</source>
        <translation>es fin de semana</translation>
    </message>
    <message>
        <source>a message has the words %1</source>
        <translation>un mensaje contiene %1</translation>
    </message>
    <message>
        <source>a message means %1</source>
        <translation>un mensaje significa %1</translation>
    </message>
    <message>
        <source>the same is asked again</source>
        <translation>se pregunta lo mismo otra vez</translation>
    </message>
    <message>
        <source>the mood falls</source>
        <translation>el ánimo empeora</translation>
    </message>
    <message>
        <source>the score is above %1</source>
        <translation>la puntuación pasa de %1</translation>
    </message>
    <message>
        <source>nobody has replied for %1</source>
        <translation>nadie ha respondido en %1</translation>
    </message>
    <message>
        <source>it comes by %1</source>
        <comment>a channel, or several</comment>
        <translation>llega por %1</translation>
    </message>
    <message>
        <source>it is written in %1</source>
        <translation>está escrito en %1</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>En vigor</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Palabras</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Significado</translation>
    </message>
    <message>
        <source>Asked again</source>
        <translation>Pregunta repetida</translation>
    </message>
    <message>
        <source>Mood falls</source>
        <translation>Ánimo que empeora</translation>
    </message>
    <message>
        <source>Score above</source>
        <translation>Puntuación por encima de</translation>
    </message>
    <message>
        <source>Minutes without a reply</source>
        <translation>Minutos sin respuesta</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Canales</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Idiomas</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Momentos</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Prioridad</translation>
    </message>
    <message>
        <source>While we are open</source>
        <translation>Mientras estamos abiertos</translation>
    </message>
    <message>
        <source>While we are closed</source>
        <translation>Mientras estamos cerrados</translation>
    </message>
    <message>
        <source>On the weekend</source>
        <translation>En fin de semana</translation>
    </message>
    <message>
        <source>Rule without a name</source>
        <translation>Regla sin nombre</translation>
    </message>
    <message>
        <source>It asks for nothing yet. Then hand over: %1, priority %2.</source>
        <translation>Todavía no pide nada. Después, traspasar: %1, prioridad %2.</translation>
    </message>
    <message>
        <source>When %1, hand over: %2, priority %3.</source>
        <translation>Cuando %1, traspasar: %2, prioridad %3.</translation>
    </message>
    <message>
        <source>May fire with each message</source>
        <translation>Puede saltar con cada mensaje</translation>
    </message>
    <message>
        <source>Fires once in each wait</source>
        <translation>Salta una vez en cada espera</translation>
    </message>
    <message>
        <source>Fires once in a conversation</source>
        <translation>Salta una vez por conversación</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <comment>a field, what it was, what it is</comment>
        <translation>%1: %2 → %3</translation>
    </message>
    <message>
        <source>not sent yet</source>
        <translation>aún no enviada</translation>
    </message>
    <message>
        <source>not deleted: look at it</source>
        <translation>sin eliminar: hay que mirarla</translation>
    </message>
    <message>
        <source>not saved: look at it</source>
        <translation>sin guardar: hay que mirarla</translation>
    </message>
    <message>
        <source>on</source>
        <translation>activa</translation>
    </message>
    <message>
        <source>off</source>
        <translation>inactiva</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s)</source>
        <comment>after: in</comment>
        <translation>
            <numerusform>%n conversación</numerusform>
            <numerusform>%n conversaciones</numerusform>
        </translation>
    </message>
    <message>
        <source>Would not have fired in the last 30 days</source>
        <translation>No habría saltado en los últimos 30 días</translation>
    </message>
    <message numerus="yes">
        <source>Would have fired %n time(s) in %1 in the last 30 days</source>
        <translation>
            <numerusform>Habría saltado %n vez en %1 en los últimos 30 días</numerusform>
            <numerusform>Habría saltado %n veces en %1 en los últimos 30 días</numerusform>
        </translation>
    </message>
    <message>
        <source>Looked at %1 with %2.</source>
        <comment>conversations, messages</comment>
        <translation>Se miraron %1 con %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s)</source>
        <comment>after: looked at</comment>
        <translation>
            <numerusform>%n conversación</numerusform>
            <numerusform>%n conversaciones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <comment>after: with</comment>
        <translation>
            <numerusform>%n mensaje</numerusform>
            <numerusform>%n mensajes</numerusform>
        </translation>
    </message>
    <message>
        <source>There was too much to look at all of it: older than %1 some is left out, so it may be more.</source>
        <translation>Era demasiado para mirarlo todo: antes de %1 falta una parte, así que pueden ser más.</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n vez</numerusform>
            <numerusform>%n veces</numerusform>
        </translation>
    </message>
    <message>
        <source>An older conversation</source>
        <translation>Una conversación anterior</translation>
    </message>
    <message numerus="yes">
        <source>The newest %n stand(s) below.</source>
        <comment>conversations</comment>
        <translation>
            <numerusform>Abajo figura %n, la más reciente.</numerusform>
            <numerusform>Abajo figuran las %n más recientes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScoreWords</name>
    <message>
        <source>Asks to book</source>
        <translation>Quiere reservar</translation>
    </message>
    <message>
        <source>Names a date</source>
        <translation>Da una fecha</translation>
    </message>
    <message>
        <source>Is in a hurry</source>
        <translation>Tiene prisa</translation>
    </message>
    <message>
        <source>Gives a phone number</source>
        <translation>Da un teléfono</translation>
    </message>
    <message>
        <source>Names a budget</source>
        <translation>Da un presupuesto</translation>
    </message>
    <message>
        <source>Asks for the price</source>
        <translation>Pregunta el precio</translation>
    </message>
    <message>
        <source>Is ready now</source>
        <translation>Quiere seguir adelante</translation>
    </message>
    <message>
        <source>Gives a name</source>
        <translation>Da un nombre</translation>
    </message>
    <message>
        <source>Gives an e-mail address</source>
        <translation>Da un correo</translation>
    </message>
    <message>
        <source>Says for how many</source>
        <translation>Dice para cuántos</translation>
    </message>
    <message>
        <source>Decides alone</source>
        <translation>Decide por su cuenta</translation>
    </message>
    <message>
        <source>Keeps writing</source>
        <translation>Sigue escribiendo</translation>
    </message>
    <message>
        <source>Is only looking</source>
        <translation>Solo está mirando</translation>
    </message>
    <message>
        <source>Opted out</source>
        <translation>Se dio de baja</translation>
    </message>
    <message>
        <source>Is no customer</source>
        <translation>No es cliente</translation>
    </message>
    <message>
        <source>An emergency</source>
        <translation>Una emergencia</translation>
    </message>
</context>
<context>
    <name>ShiftWords</name>
    <message>
        <source>due %1</source>
        <translation>para %1</translation>
    </message>
    <message>
        <source>was due %1</source>
        <translation>era para %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>hasta %1</translation>
    </message>
    <message>
        <source>waits since %1</source>
        <translation>espera desde %1</translation>
    </message>
    <message>
        <source>written %1</source>
        <translation>escrito %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>when, who has it</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>back in the inbox</source>
        <translation>de vuelta en la bandeja</translation>
    </message>
    <message>
        <source>let go of</source>
        <translation>liberado</translation>
    </message>
    <message>
        <source>now %1</source>
        <comment>what has changed: due 16:00, Ana</comment>
        <translation>ahora %1</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>enviado</translation>
    </message>
    <message>
        <source>over</source>
        <translation>terminado</translation>
    </message>
    <message>
        <source>done</source>
        <translation>hecho</translation>
    </message>
    <message>
        <source>done %1</source>
        <translation>hecho %1</translation>
    </message>
    <message>
        <source>resolved</source>
        <translation>resuelto</translation>
    </message>
    <message>
        <source>resolved %1</source>
        <translation>resuelto %1</translation>
    </message>
    <message>
        <source>Open hand-overs</source>
        <translation>Derivaciones abiertas</translation>
    </message>
    <message>
        <source>In my hands</source>
        <translation>En mis manos</translation>
    </message>
    <message>
        <source>Promises and tasks</source>
        <translation>Promesas y tareas</translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation>Pospuestas</translation>
    </message>
    <message>
        <source>Notices in force</source>
        <translation>Avisos vigentes</translation>
    </message>
    <message>
        <source>Not sent from this computer</source>
        <translation>Sin enviar desde este equipo</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Otros</translation>
    </message>
    <message>
        <source>A conversation</source>
        <translation>Una conversación</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a customer, what is open with them</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>still open</source>
        <translation>sigue pendiente</translation>
    </message>
    <message>
        <source>dropped %1</source>
        <translation>descartado %1</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>descartado</translation>
    </message>
    <message numerus="yes">
        <source>%n hand-over(s)</source>
        <translation>
            <numerusform>%n derivación</numerusform>
            <numerusform>%n derivaciones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in hand</source>
        <comment>conversations</comment>
        <translation>
            <numerusform>%n en mano</numerusform>
            <numerusform>%n en mano</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promise(s)</source>
        <translation>
            <numerusform>%n promesa</numerusform>
            <numerusform>%n promesas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call-back(s)</source>
        <translation>
            <numerusform>%n llamada</numerusform>
            <numerusform>%n llamadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n check(s)</source>
        <translation>
            <numerusform>%n comprobación</numerusform>
            <numerusform>%n comprobaciones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n snoozed</source>
        <comment>conversations</comment>
        <translation>
            <numerusform>%n pospuesta</numerusform>
            <numerusform>%n pospuestas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notice(s)</source>
        <translation>
            <numerusform>%n aviso</numerusform>
            <numerusform>%n avisos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not sent</source>
        <comment>acts</comment>
        <translation>
            <numerusform>%n sin enviar</numerusform>
            <numerusform>%n sin enviar</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>who, when</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>A colleague</source>
        <translation>Alguien del equipo</translation>
    </message>
    <message>
        <source>Read by %1</source>
        <translation>Leída por %1</translation>
    </message>
</context>
<context>
    <name>TaskWords</name>
    <message>
        <source>done %1</source>
        <translation>hecha %1</translation>
    </message>
    <message>
        <source>dropped %1</source>
        <translation>descartada %1</translation>
    </message>
    <message>
        <source>late by %1, was due %2</source>
        <translation>%1 de retraso, vencía %2</translation>
    </message>
    <message>
        <source>due %1</source>
        <translation>vence %1</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Tú</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>nadie todavía</translation>
    </message>
    <message>
        <source>a colleague</source>
        <translation>otra persona del equipo</translation>
    </message>
    <message>
        <source>not sent yet</source>
        <translation>sin enviar todavía</translation>
    </message>
    <message>
        <source>needs a look in the outbox</source>
        <translation>hay que revisarla en la bandeja de salida</translation>
    </message>
    <message>
        <source>was refused; it stands in the outbox</source>
        <translation>fue rechazada; está en la bandeja de salida</translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>Devolver la llamada</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>Promesa</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Comprobar</translation>
    </message>
    <message>
        <source>%1, done</source>
        <comment>something that was promised</comment>
        <translation>%1, hecho</translation>
    </message>
    <message>
        <source>%1, dropped</source>
        <comment>something that was promised</comment>
        <translation>%1, descartado</translation>
    </message>
    <message>
        <source>%1, was due %2</source>
        <comment>something that was promised</comment>
        <translation>%1, vencía %2</translation>
    </message>
    <message>
        <source>%1, due %2</source>
        <comment>something that was promised</comment>
        <translation>%1, vence %2</translation>
    </message>
</context>
<context>
    <name>ThreadWords</name>
    <message>
        <source>Resolved.</source>
        <translation>Resuelta.</translation>
    </message>
    <message>
        <source>A new message opens it again.</source>
        <translation>Un mensaje nuevo la vuelve a abrir.</translation>
    </message>
    <message>
        <source>Assistant is answering.</source>
        <translation>Responde el asistente.</translation>
    </message>
    <message>
        <source>The assistant is paused.</source>
        <translation>El asistente está en pausa.</translation>
    </message>
    <message>
        <source>Nobody answers until you take over.</source>
        <translation>Nadie responde hasta que tomes el control.</translation>
    </message>
    <message>
        <source>Anybody may take over without asking.</source>
        <translation>Cualquiera puede tomar el control sin preguntar.</translation>
    </message>
    <message>
        <source>Somebody else answers now.</source>
        <translation>Ahora responde otra persona.</translation>
    </message>
    <message>
        <source>You are answering.</source>
        <translation>Respondes tú.</translation>
    </message>
    <message>
        <source>Your text is kept.</source>
        <translation>Tu texto se conserva.</translation>
    </message>
    <message>
        <source>The assistant stays silent.</source>
        <translation>El asistente guarda silencio.</translation>
    </message>
    <message>
        <source>%1 was answering.</source>
        <translation>Respondía %1.</translation>
    </message>
    <message>
        <source>%1 is answering.</source>
        <translation>Responde %1.</translation>
    </message>
    <message>
        <source>Nobody is answering.</source>
        <translation>Nadie responde.</translation>
    </message>
    <message>
        <source>The assistant</source>
        <translation>El asistente</translation>
    </message>
    <message>
        <source>%1 is typing…</source>
        <translation>%1 está escribiendo…</translation>
    </message>
    <message>
        <source>%1 is viewing</source>
        <translation>%1 está mirando</translation>
    </message>
    <message>
        <source>WhatsApp · window closed %1</source>
        <translation>WhatsApp · ventana cerrada desde %1</translation>
    </message>
    <message>
        <source>WhatsApp · window open %1</source>
        <translation>WhatsApp · ventana abierta %1</translation>
    </message>
    <message>
        <source>the customer</source>
        <translation>este cliente</translation>
    </message>
    <message>
        <source>The customer has opted out.</source>
        <translation>El cliente se dio de baja.</translation>
    </message>
    <message>
        <source>Nothing is sent here any more.</source>
        <translation>Aquí ya no se envía nada.</translation>
    </message>
    <message>
        <source>The customer has opted out; replies are not delivered.</source>
        <translation>El cliente se dio de baja; las respuestas no se entregan.</translation>
    </message>
    <message>
        <source>%1 · opted out</source>
        <comment>a channel</comment>
        <translation>%1 · se dio de baja</translation>
    </message>
    <message>
        <source>%1 is typing.</source>
        <translation>%1 está escribiendo.</translation>
    </message>
    <message>
        <source>Take over anyway? T again.</source>
        <translation>¿Tomar el control igualmente? Otra vez T.</translation>
    </message>
    <message>
        <source>%1 took over.</source>
        <translation>%1 tomó el control.</translation>
    </message>
    <message>
        <source>Your words are kept.</source>
        <translation>Lo escrito se conserva.</translation>
    </message>
    <message>
        <source>Free at %1 if they stop.</source>
        <translation>Libre a las %1 si lo deja.</translation>
    </message>
    <message>
        <source>%1 · no way back</source>
        <comment>a channel</comment>
        <translation>%1 · sin vía de respuesta</translation>
    </message>
    <message>
        <source>Nothing can be sent back through a web form.</source>
        <translation>Por un formulario web no se puede responder.</translation>
    </message>
    <message>
        <source>Nothing can be sent back on this channel.</source>
        <translation>Por este canal no se puede responder.</translation>
    </message>
    <message>
        <source>Neither a phone number nor an e-mail address is known; a note for your team can be left.</source>
        <translation>No se conoce ni un teléfono ni un correo; puedes dejar una nota para tu equipo.</translation>
    </message>
    <message>
        <source>Reach %1 another way, or leave a note for your team.</source>
        <translation>Contacta con %1 por otra vía o deja una nota para tu equipo.</translation>
    </message>
    <message>
        <source>Take over anyway?</source>
        <translation>¿Tomarla de todos modos?</translation>
    </message>
    <message>
        <source>Nobody answers until somebody takes over.</source>
        <translation>Nadie responde hasta que alguien tome el control.</translation>
    </message>
</context>
<context>
    <name>TimeWords</name>
    <message>
        <source>Today, %1</source>
        <translation>Hoy, %1</translation>
    </message>
    <message>
        <source>Yesterday, %1</source>
        <translation>Ayer, %1</translation>
    </message>
    <message>
        <source>s</source>
        <comment>unit: seconds</comment>
        <translation>s</translation>
    </message>
    <message>
        <source>min</source>
        <comment>unit: minutes</comment>
        <translation>min</translation>
    </message>
    <message>
        <source>h</source>
        <comment>unit: hours</comment>
        <translation>h</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n día</numerusform>
            <numerusform>%n días</numerusform>
        </translation>
    </message>
    <message>
        <source>dddd d MMMM</source>
        <comment>a day in full, as QLocale::toString() reads it</comment>
        <translation>dddd d &apos;de&apos; MMMM</translation>
    </message>
    <message>
        <source>dddd d MMMM yyyy</source>
        <comment>a day in full, as QLocale::toString() reads it</comment>
        <translation>dddd d &apos;de&apos; MMMM &apos;de&apos; yyyy</translation>
    </message>
    <message>
        <source>In the time zone %1.</source>
        <translation>En la zona horaria %1.</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Web form</source>
        <translation>Formulario web</translation>
    </message>
    <message>
        <source>Live chat</source>
        <translation>Chat en vivo</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo</translation>
    </message>
    <message>
        <source>Missed call</source>
        <translation>Llamada perdida</translation>
    </message>
    <message>
        <source>Asked for a person</source>
        <translation>Pidió una persona</translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation>Queja</translation>
    </message>
    <message>
        <source>Emergency</source>
        <translation>Emergencia</translation>
    </message>
    <message>
        <source>Legal</source>
        <translation>Legal</translation>
    </message>
    <message>
        <source>Payment dispute</source>
        <translation>Disputa de pago</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>Sin certeza</translation>
    </message>
    <message>
        <source>Not in the knowledge base</source>
        <translation>No está en la base de conocimiento</translation>
    </message>
    <message>
        <source>Sensitive</source>
        <translation>Delicado</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Con retraso</translation>
    </message>
    <message>
        <source>The assistant failed</source>
        <translation>Falló el asistente</translation>
    </message>
    <message>
        <source>Long conversation</source>
        <translation>Conversación larga</translation>
    </message>
    <message>
        <source>Hot</source>
        <translation>Caliente</translation>
    </message>
    <message>
        <source>Warm</source>
        <translation>Tibio</translation>
    </message>
    <message>
        <source>Cold</source>
        <translation>Frío</translation>
    </message>
    <message>
        <source>not scored</source>
        <translation>sin puntuación</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>En cola</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Enviado</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Entregado</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Leído</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>No enviado</translation>
    </message>
    <message>
        <source>Not sent: %1</source>
        <translation>No enviado: %1</translation>
    </message>
    <message>
        <source>Kept here: safe mode</source>
        <translation>Guardado aquí: modo seguro</translation>
    </message>
    <message>
        <source>Not sent: the customer has opted out</source>
        <translation>No enviado: el cliente se dio de baja</translation>
    </message>
    <message>
        <source>Can be undone</source>
        <translation>Se puede deshacer</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Enviando</translation>
    </message>
    <message>
        <source>Look before sending</source>
        <translation>Revisar antes de enviar</translation>
    </message>
    <message>
        <source>Refused, text kept</source>
        <translation>Rechazado, texto conservado</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>Descartado</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>Private note</source>
        <translation>Nota privada</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Tomar el control</translation>
    </message>
    <message>
        <source>Hand back</source>
        <translation>Devolver</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>Resolver</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Reabrir</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Pasar al equipo</translation>
    </message>
    <message>
        <source>Read mark</source>
        <translation>Marca de lectura</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Borrador</translation>
    </message>
    <message>
        <source>Assistant on or off</source>
        <translation>Asistente encendido o apagado</translation>
    </message>
    <message>
        <source>Safe mode</source>
        <translation>Modo seguro</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Opening hours</source>
        <translation>Horario</translation>
    </message>
    <message>
        <source>Channel keys</source>
        <translation>Claves del canal</translation>
    </message>
    <message>
        <source>Channel test</source>
        <translation>Prueba del canal</translation>
    </message>
    <message>
        <source>Invite</source>
        <translation>Invitación</translation>
    </message>
    <message>
        <source>Shut off</source>
        <translation>Cierre de acceso</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Respuestas</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Prospecto</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>Funciona</translation>
    </message>
    <message>
        <source>Failing</source>
        <translation>Con fallos</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Apagado</translation>
    </message>
    <message>
        <source>No keys yet</source>
        <translation>Aún sin claves</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nuevo</translation>
    </message>
    <message>
        <source>Qualifying</source>
        <translation>En calificación</translation>
    </message>
    <message>
        <source>Qualified</source>
        <translation>Calificado</translation>
    </message>
    <message>
        <source>Handed off</source>
        <translation>Derivado</translation>
    </message>
    <message>
        <source>Kept warm</source>
        <translation>En seguimiento</translation>
    </message>
    <message>
        <source>Won</source>
        <translation>Ganado</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Perdido</translation>
    </message>
    <message>
        <source>Not a fit</source>
        <translation>No encaja</translation>
    </message>
    <message>
        <source>Super administrator</source>
        <translation>Superadministrador</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administrador</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>Gerente</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agente</translation>
    </message>
    <message>
        <source>Viewer</source>
        <translation>Solo lectura</translation>
    </message>
    <message>
        <source>Invited</source>
        <translation>Con invitación</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Con acceso</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Sin acceso</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Respondió</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Preguntó</translation>
    </message>
    <message>
        <source>Handed to a person</source>
        <translation>Pasó a una persona</translation>
    </message>
    <message>
        <source>Stayed silent</source>
        <translation>Guardó silencio</translation>
    </message>
    <message>
        <source>Opted out</source>
        <translation>Baja</translation>
    </message>
    <message>
        <source>Opted in again</source>
        <translation>Alta de nuevo</translation>
    </message>
    <message>
        <source>Told who we are</source>
        <translation>Dijo quiénes somos</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Falló</translation>
    </message>
    <message>
        <source>Overtaken</source>
        <translation>Superado</translation>
    </message>
    <message>
        <source>normal urgency</source>
        <translation>urgencia normal</translation>
    </message>
    <message>
        <source>urgent</source>
        <translation>urgente</translation>
    </message>
    <message>
        <source>emergency</source>
        <translation>emergencia</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Inglés</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>Español</translation>
    </message>
    <message>
        <source>German</source>
        <translation>Alemán</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>Árabe</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Francés</translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation>Portugués</translation>
    </message>
    <message>
        <source>Italian</source>
        <translation>Italiano</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>Neerlandés</translation>
    </message>
    <message>
        <source>Polish</source>
        <translation>Polaco</translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation>Turco</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Mías</translation>
    </message>
    <message>
        <source>Unassigned</source>
        <translation>Sin asignar</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Escalated</source>
        <translation>Escaladas</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Terminadas</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todas</translation>
    </message>
    <message>
        <source>Needs a person</source>
        <translation>Necesita una persona</translation>
    </message>
    <message>
        <source>Escalation seen</source>
        <translation>Escalado visto</translation>
    </message>
    <message>
        <source>Reassign</source>
        <translation>Reasignar</translation>
    </message>
    <message>
        <source>Let go</source>
        <translation>Soltar</translation>
    </message>
    <message>
        <source>Back to the assistant</source>
        <translation>Devolver al asistente</translation>
    </message>
    <message>
        <source>Resolve the escalation</source>
        <translation>Resolver el escalado</translation>
    </message>
    <message>
        <source>Status of the lead</source>
        <translation>Estado del prospecto</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Posponer</translation>
    </message>
    <message>
        <source>Wake</source>
        <translation>Retomar</translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation>No molestar</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>Reservado</translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation>Pospuestas</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>Regla nueva</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regla</translation>
    </message>
    <message>
        <source>Delete a rule</source>
        <translation>Eliminar una regla</translation>
    </message>
    <message>
        <source>New macro</source>
        <translation>Nueva macro</translation>
    </message>
    <message>
        <source>Macro</source>
        <translation>Macro</translation>
    </message>
    <message>
        <source>Delete a macro</source>
        <translation>Eliminar una macro</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>New task</source>
        <translation>Tarea nueva</translation>
    </message>
    <message>
        <source>Change of a task</source>
        <translation>Cambio de una tarea</translation>
    </message>
    <message>
        <source>Task done</source>
        <translation>Tarea hecha</translation>
    </message>
    <message>
        <source>Drop a task</source>
        <translation>Descartar una tarea</translation>
    </message>
    <message>
        <source>Reopen a task</source>
        <translation>Reabrir una tarea</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Vencen</translation>
    </message>
    <message>
        <source>Came in</source>
        <comment>a channel</comment>
        <translation>Vino</translation>
    </message>
    <message>
        <source>Called</source>
        <comment>a channel</comment>
        <translation>Llamó</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Asignar</translation>
    </message>
    <message>
        <source>New lead</source>
        <translation>Prospecto nuevo</translation>
    </message>
    <message>
        <source>First message</source>
        <translation>Primer mensaje</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Aviso</translation>
    </message>
    <message>
        <source>End a notice</source>
        <translation>Terminar un aviso</translation>
    </message>
    <message>
        <source>Shift note</source>
        <translation>Nota de turno</translation>
    </message>
    <message>
        <source>Shift note read</source>
        <translation>Nota de turno leída</translation>
    </message>
    <message>
        <source>Delete an answer</source>
        <translation>Eliminar una respuesta</translation>
    </message>
    <message>
        <source>Name of the business</source>
        <translation>Nombre del negocio</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Primero lo nuevo</translation>
    </message>
    <message>
        <source>Due first</source>
        <translation>Primero lo que vence</translation>
    </message>
    <message>
        <source>May have arrived</source>
        <translation>Puede que haya llegado</translation>
    </message>
    <message>
        <source>Merge two leads</source>
        <translation>Unir dos prospectos</translation>
    </message>
    <message>
        <source>Take a merge back</source>
        <translation>Deshacer una unión</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>Menciones</translation>
    </message>
    <message>
        <source>Follow or unfollow</source>
        <translation>Seguir o dejar de seguir</translation>
    </message>
    <message>
        <source>New for you</source>
        <translation>Nuevo para ti</translation>
    </message>
</context>
<context>
    <name>foredeck::ApiClient</name>
    <message>
        <source>The server did not answer in time.</source>
        <translation>El servidor no respondió a tiempo.</translation>
    </message>
    <message>
        <source>What answers at this address is no Foredeck backend.</source>
        <translation>Lo que responde en esta dirección no es un servidor de Foredeck.</translation>
    </message>
</context>
<context>
    <name>foredeck::BusinessMaker</name>
    <message>
        <source>foredeckd was not found beside this program.</source>
        <translation>No se encontró foredeckd junto a este programa.</translation>
    </message>
    <message>
        <source>foredeckd could not be started: %1</source>
        <translation>No se pudo iniciar foredeckd: %1</translation>
    </message>
    <message>
        <source>foredeckd ended with %1.</source>
        <translation>foredeckd terminó con %1.</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Propietario</translation>
    </message>
</context>
<context>
    <name>foredeck::Console</name>
    <message>
        <source>The sample business was not found; give its folder with --sample.</source>
        <translation>No se encontró el negocio de muestra; indica su carpeta con --sample.</translation>
    </message>
    <message>
        <source>foredeckd was not found beside this program.</source>
        <translation>No se encontró foredeckd junto a este programa.</translation>
    </message>
    <message>
        <source>The backend on this computer does not run.</source>
        <translation>El servidor de este equipo no está en marcha.</translation>
    </message>
    <message>
        <source>This computer only</source>
        <translation>Solo este equipo</translation>
    </message>
    <message>
        <source>No server, no password</source>
        <translation>Sin servidor, sin contraseña</translation>
    </message>
    <message>
        <source>This is no address.</source>
        <translation>Esto no es una dirección.</translation>
    </message>
    <message>
        <source>No answer: %1</source>
        <translation>Sin respuesta: %1</translation>
    </message>
    <message>
        <source>%1 could not be opened.</source>
        <translation>No se pudo abrir %1.</translation>
    </message>
    <message>
        <source>The sample could not be cleared.</source>
        <translation>No se pudo borrar la muestra.</translation>
    </message>
</context>
<context>
    <name>foredeck::EmbeddedBackend</name>
    <message>
        <source>The backend could not be started: %1</source>
        <translation>No se pudo iniciar el servidor: %1</translation>
    </message>
    <message>
        <source>The backend ended by itself (%1). See %2</source>
        <translation>El servidor terminó por sí solo (%1). Ver %2</translation>
    </message>
    <message>
        <source>The backend ended by itself: %1</source>
        <translation>El servidor terminó por su cuenta: %1</translation>
    </message>
</context>
<context>
    <name>foredeck::LiveConnection</name>
    <message>
        <source>The server did not answer the handshake.</source>
        <translation>El servidor no respondió al saludo.</translation>
    </message>
</context>
<context>
    <name>foredeck::LocalStore</name>
    <message numerus="yes">
        <source>The file with unsent work was damaged. %n entries were carried over; the damaged file is kept as %1.</source>
        <translation>
            <numerusform>El archivo con lo no enviado estaba dañado. Se recuperó %n entrada; el archivo dañado se conserva como %1.</numerusform>
            <numerusform>El archivo con lo no enviado estaba dañado. Se recuperaron %n entradas; el archivo dañado se conserva como %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>The file with unsent work is damaged. It is repaired when Foredeck is started again.</source>
        <translation>El archivo con el trabajo sin enviar está dañado. Se repara al volver a iniciar Foredeck.</translation>
    </message>
</context>
<context>
    <name>foredeck::LockWatch</name>
    <message>
        <source>Its window is locked first.</source>
        <translation>Antes se bloquea su ventana.</translation>
    </message>
</context>
<context>
    <name>foredeck::OutboxActs</name>
    <message>
        <source>Nobody is signed in.</source>
        <translation>Nadie ha iniciado sesión.</translation>
    </message>
    <message>
        <source>The server does not answer now, and keys and passwords do not wait on this computer. Try again when it does.</source>
        <translation>El servidor no responde ahora, y las claves y contraseñas no esperan en este equipo. Vuelve a intentarlo cuando responda.</translation>
    </message>
    <message>
        <source>There is nothing to do.</source>
        <translation>No hay nada que hacer.</translation>
    </message>
</context>
<context>
    <name>foredeck::Refusal</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Foredeck could not be opened</source>
        <translation>No se pudo abrir Foredeck</translation>
    </message>
</context>
<context>
    <name>foredeck::RequestsRelay</name>
    <message>
        <source>There is no connection yet.</source>
        <translation>Aún no hay conexión.</translation>
    </message>
    <message>
        <source>This server has not answered yet.</source>
        <translation>Este servidor aún no ha respondido.</translation>
    </message>
</context>
<context>
    <name>foredeck::SnapshotLoader</name>
    <message>
        <source>There is no snapshot of this stream.</source>
        <translation>No hay copia inicial de este flujo.</translation>
    </message>
    <message>
        <source>The server&apos;s log was replaced meanwhile.</source>
        <translation>Entretanto se reemplazó el registro del servidor.</translation>
    </message>
</context>
<context>
    <name>foredeck::TimelineLoader</name>
    <message>
        <source>There is no such conversation.</source>
        <translation>No existe esa conversación.</translation>
    </message>
</context>
<context>
    <name>foredeck::Tour</name>
    <message>
        <source>The dock crew is on its way with the pump cart.</source>
        <translation>El equipo del muelle va en camino con la bomba.</translation>
    </message>
    <message>
        <source>Please switch the shore power off until they are there</source>
        <translation>Desconecta la corriente del muelle hasta que lleguen</translation>
    </message>
    <message>
        <source>Boats and berths</source>
        <translation>Barcos y amarres</translation>
    </message>
    <message>
        <source>boat</source>
        <translation>barco</translation>
    </message>
    <message>
        <source>berth</source>
        <translation>amarre</translation>
    </message>
    <message>
        <source>fuel</source>
        <translation>combustible</translation>
    </message>
    <message>
        <source>Ask whether the pump has stopped</source>
        <translation>Preguntar si la bomba se ha parado</translation>
    </message>
    <message>
        <source>The dock crew has the pump cart; the key to the fuel dock is in the drawer.</source>
        <translation>El equipo del muelle tiene la bomba; la llave del muelle de combustible está en el cajón.</translation>
    </message>
    <message>
        <source>pump cart</source>
        <translation>carro de bombeo</translation>
    </message>
    <message>
        <source>A room for two, Friday to Sunday</source>
        <translation>Una habitación para dos, de viernes a domingo</translation>
    </message>
    <message>
        <source>Rings back at six; her husband uses a wheelchair.</source>
        <translation>Vuelve a llamar a las seis; su marido usa silla de ruedas.</translation>
    </message>
    <message>
        <source>No rooms until Sunday</source>
        <translation>Sin habitaciones hasta el domingo</translation>
    </message>
    <message>
        <source>Ines Ruiz</source>
        <translation>Inés Ruiz</translation>
    </message>
</context>
<context>
    <name>foredeck::Tray</name>
    <message>
        <source>Open Foredeck</source>
        <translation>Abrir Foredeck</translation>
    </message>
    <message>
        <source>Stop answering and quit</source>
        <translation>Dejar de responder y salir</translation>
    </message>
    <message>
        <source>Foredeck answers your customers</source>
        <translation>Foredeck responde a tus clientes</translation>
    </message>
    <message numerus="yes">
        <source>Foredeck: %n customer(s) wait(s) for a person</source>
        <translation>
            <numerusform>Foredeck: %n cliente espera a una persona</numerusform>
            <numerusform>Foredeck: %n clientes esperan a una persona</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foredeck::Workspace</name>
    <message>
        <source>The outbox was damaged.</source>
        <translation>La bandeja de salida estaba dañada.</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::AlertsSection</name>
    <message>
        <source>Who is told</source>
        <translation>A quién se avisa</translation>
    </message>
    <message>
        <source>When a customer waits for a person: who is called, how soon, and the telephone that gets a text when nobody looks.</source>
        <translation>Cuando un cliente espera a una persona: a quién se llama, con qué rapidez y qué teléfono recibe un mensaje de texto si nadie mira.</translation>
    </message>
    <message>
        <source>owner telephone phone text on call quiet hours repeat climb alert emergency escalation</source>
        <translation>propietario dueño teléfono móvil mensaje texto guardia horas de silencio repetir subir aviso alerta emergencia escalado</translation>
    </message>
    <message>
        <source>On call</source>
        <translation>De guardia</translation>
    </message>
    <message>
        <source>Whoever is on call is told first; then agents, managers and everybody else who may answer; the owner&apos;s telephone last.</source>
        <translation>Primero se avisa a quien está de guardia; después a agentes, responsables y a todos los demás que pueden responder; por último, al teléfono del propietario.</translation>
    </message>
    <message>
        <source>Owner&apos;s telephone</source>
        <translation>Teléfono del propietario</translation>
    </message>
    <message>
        <source>Gets a text message when no console answers, by the client&apos;s own SMS channel; none leaves in safe mode. Empty: nobody gets one.</source>
        <translation>Recibe un mensaje de texto cuando ninguna consola responde, por el canal de SMS del propio cliente; en modo seguro no sale ninguno. Vacío: no lo recibe nadie.</translation>
    </message>
    <message>
        <source>How soon</source>
        <translation>Con qué rapidez</translation>
    </message>
    <message>
        <source>Said again every</source>
        <translation>Se repite cada</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>On the consoles, until somebody has seen it.</source>
        <translation>En las consolas, hasta que alguien lo haya visto.</translation>
    </message>
    <message>
        <source>The next ones are told after</source>
        <translation>Se avisa a los siguientes al cabo de</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>A request that was left unfinished goes to a person after</source>
        <translation>Una petición que quedó a medias pasa a una persona al cabo de</translation>
    </message>
    <message>
        <source>When the customer does not answer the assistant&apos;s questions any more.</source>
        <translation>Cuando el cliente ya no responde a las preguntas del asistente.</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>Horas de silencio</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Undo changes</source>
        <translation>Deshacer cambios</translation>
    </message>
    <message>
        <source>0: when a hand-over is due (%1 min). Emergencies in a third of the time.</source>
        <translation>0: cuando vence el traspaso (%1 min). Las emergencias, en un tercio del tiempo.</translation>
    </message>
    <message>
        <source>Write the number with its country code, such as +13055550101.</source>
        <translation>Escribe el número con el prefijo del país, por ejemplo +13055550101.</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Guardado</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>No se guardó: %1</translation>
    </message>
    <message>
        <source>The owner&apos;s text waits for their end, except in an emergency; consoles are told all the same.</source>
        <translation>El mensaje al propietario espera a que terminen, salvo en una emergencia; a las consolas se les avisa igualmente.</translation>
    </message>
    <message>
        <source>In the time zone %1.</source>
        <translation>En la zona horaria %1.</translation>
    </message>
    <message>
        <source>Your role may not change who is told.</source>
        <translation>Tu rol no permite cambiar a quién se avisa.</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::AnswersPane</name>
    <message>
        <source>First answers</source>
        <translation>Primeras respuestas</translation>
    </message>
    <message>
        <source>How long customers waited by the clock, nights and weekends too</source>
        <translation>Cuánto esperó cada cliente según el reloj, también de noche y en fin de semana</translation>
    </message>
    <message>
        <source>What the assistant used</source>
        <translation>Lo que usó el asistente</translation>
    </message>
    <message>
        <source>Slowest</source>
        <translation>Más lentas</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::AssignAsker</name>
    <message>
        <source>Give to</source>
        <translation>Dar a</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Tú</translation>
    </message>
    <message>
        <source>%1, away</source>
        <translation>%1, ausente</translation>
    </message>
    <message>
        <source>Nobody, for whoever comes</source>
        <translation>Nadie, para quien venga</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::AssistantSection</name>
    <message>
        <source>Assistant and safe mode</source>
        <translation>Asistente y modo seguro</translation>
    </message>
    <message>
        <source>Who answers first, what may leave this computer, and when a person is asked.</source>
        <translation>Quién responde primero, qué puede salir de este equipo y cuándo se llama a una persona.</translation>
    </message>
    <message>
        <source>pause answer safe mode send hand over emergency words contact</source>
        <translation>pausa responder modo seguro enviar pasar emergencia palabras contacto</translation>
    </message>
    <message>
        <source>The assistant answers</source>
        <translation>El asistente responde</translation>
    </message>
    <message>
        <source>The assistant is paused</source>
        <translation>El asistente está en pausa</translation>
    </message>
    <message>
        <source>Safe mode</source>
        <translation>Modo seguro</translation>
    </message>
    <message>
        <source>Safe mode is on</source>
        <translation>Modo seguro activado</translation>
    </message>
    <message>
        <source>Safe mode is off</source>
        <translation>Modo seguro desactivado</translation>
    </message>
    <message>
        <source>When a person is asked</source>
        <translation>Cuándo se llama a una persona</translation>
    </message>
    <message>
        <source>A hand-over is due after</source>
        <translation>Plazo para atender un traspaso</translation>
    </message>
    <message>
        <source>Emergencies after a third of it.</source>
        <translation>Emergencias: un tercio de ese plazo.</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Hand over after so many answers</source>
        <translation>Pasar a una persona tras tantas respuestas</translation>
    </message>
    <message>
        <source>0: never because of length.</source>
        <translation>0: nunca por la longitud.</translation>
    </message>
    <message>
        <source>Your own words that ask for a person</source>
        <translation>Palabras propias que piden una persona</translation>
    </message>
    <message>
        <source>supervisor, complaint desk</source>
        <translation>supervisor, reclamaciones</translation>
    </message>
    <message>
        <source>Separated by commas; beside the words the assistant knows.</source>
        <translation>Separadas por comas; además de las que el asistente ya conoce.</translation>
    </message>
    <message>
        <source>Your own words for an emergency</source>
        <translation>Palabras propias para una emergencia</translation>
    </message>
    <message>
        <source>taking on water, no heating</source>
        <translation>entra agua, sin calefacción</translation>
    </message>
    <message>
        <source>What customers are told</source>
        <translation>Qué se dice a los clientes</translation>
    </message>
    <message>
        <source>How to reach the desk</source>
        <translation>Cómo contactar con recepción</translation>
    </message>
    <message>
        <source>Text after a missed call</source>
        <translation>Texto tras una llamada perdida</translation>
    </message>
    <message>
        <source>Sorry we missed your call. What can we do for you?</source>
        <translation>Sentimos no haber atendido la llamada. ¿En qué podemos ayudar?</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>No se guardó: %1</translation>
    </message>
    <message>
        <source>Let messages of %1 leave this computer?</source>
        <translation>¿Dejar que los mensajes de %1 salgan de este equipo?</translation>
    </message>
    <message>
        <source>Replies of your team and answers of the assistant will reach customers on the channels that have keys. What was kept here so far stays here.</source>
        <translation>Las respuestas del equipo y del asistente llegarán a los clientes por los canales que tienen claves. Lo guardado hasta ahora se queda aquí.</translation>
    </message>
    <message>
        <source>Keep safe mode</source>
        <translation>Mantener el modo seguro</translation>
    </message>
    <message>
        <source>Turn safe mode off</source>
        <translation>Desactivar el modo seguro</translation>
    </message>
    <message>
        <source>It answers while this program or its service runs, and hands over what it does not know.</source>
        <translation>Responde mientras este programa o su servicio esté en marcha, y pasa a una persona lo que no sabe.</translation>
    </message>
    <message>
        <source>Customers wait for a person; nothing is answered by itself.</source>
        <translation>Los clientes esperan a una persona; nada se responde solo.</translation>
    </message>
    <message>
        <source>Nothing leaves this computer. What would have been sent is kept and marked.</source>
        <translation>Nada sale de este equipo. Lo que se habría enviado se guarda y se marca.</translation>
    </message>
    <message>
        <source>Replies and answers reach customers on the channels that have keys.</source>
        <translation>Las respuestas llegan a los clientes por los canales que tienen claves.</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Guardado</translation>
    </message>
    <message>
        <source>Asked for. Until the server has it, replies and answers go out as before.</source>
        <translation>Solicitado. Hasta que el servidor lo reciba, las respuestas salen como antes.</translation>
    </message>
    <message>
        <source>WhatsApp templates</source>
        <translation>Plantillas de WhatsApp</translation>
    </message>
    <message>
        <source>As Meta approved them, one a line: name | language | text. With them your team may write first.</source>
        <translation>Como Meta las aprobó, una por línea: nombre | idioma | texto. Con ellas el equipo puede escribir primero.</translation>
    </message>
    <message>
        <source>Line %1 is no template: a name in small letters, a language, a text with gaps {{1}}, {{2}} and so on.</source>
        <translation>La línea %1 no es una plantilla: un nombre en minúsculas, un idioma, un texto con huecos {{1}}, {{2}}, etc.</translation>
    </message>
    <message>
        <source>hello_again | en_US | Hello {{1}}, …</source>
        <translation>hola_de_nuevo | es | Hola, {{1}}: …</translation>
    </message>
    <message>
        <source>Said when somebody asks for it, and in the answer to HELP.</source>
        <translation>Se dice cuando alguien lo pregunta, y en la respuesta a AYUDA.</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::Banner</name>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>%1 · +%2</source>
        <comment>a banner&apos;s age and how many other banners wait</comment>
        <translation>%1 · +%2</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::Bell</name>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Your reply was not sent.</source>
        <translation>La respuesta no se envió.</translation>
    </message>
    <message>
        <source>%1 does not wait any more; your words are kept as a draft.</source>
        <translation>%1 ya no espera; el texto queda como borrador.</translation>
    </message>
    <message>
        <source>Something could not be saved.</source>
        <translation>Algo no se pudo guardar.</translation>
    </message>
    <message>
        <source>%1 Your reply is kept as a draft.</source>
        <translation>%1 La respuesta queda como borrador.</translation>
    </message>
    <message>
        <source>%1 is typing; your words are kept as a draft.</source>
        <translation>%1 está escribiendo; tus palabras se guardan como borrador.</translation>
    </message>
    <message>
        <source>A reply was not sent.</source>
        <translation>No se envió una respuesta.</translation>
    </message>
    <message>
        <source>The window is locked; the words are kept as a draft.</source>
        <translation>La ventana está bloqueada; el texto se conserva como borrador.</translation>
    </message>
    <message>
        <source>Something new for you</source>
        <translation>Algo nuevo para usted</translation>
    </message>
    <message>
        <source>A customer waits for a person</source>
        <translation>Un cliente espera a una persona</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>It was written on a notification for somebody who is not signed in here any more.</source>
        <translation>Se escribió en una notificación para alguien que ya no tiene la sesión iniciada aquí.</translation>
    </message>
    <message>
        <source>You are not signed in; your words are kept as a draft.</source>
        <translation>No has iniciado sesión; tus palabras se guardan como borrador.</translation>
    </message>
    <message numerus="yes">
        <source>%1, and %n more</source>
        <comment>a customer&apos;s name and why they wait; how many others wait</comment>
        <translation>
            <numerusform>%1, y %n más</numerusform>
            <numerusform>%1, y %n más</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foredeck::ui::BriefColumn</name>
    <message>
        <source>%1 sure</source>
        <translation>%1 de seguridad</translation>
    </message>
    <message>
        <source>Why it came to you</source>
        <translation>Por qué llegó a ti</translation>
    </message>
    <message>
        <source>What %1 wants</source>
        <translation>Qué quiere %1</translation>
    </message>
    <message>
        <source>What was tried</source>
        <translation>Qué se intentó</translation>
    </message>
    <message>
        <source>Mood</source>
        <translation>Ánimo</translation>
    </message>
    <message>
        <source>Next best actions</source>
        <translation>Mejores pasos siguientes</translation>
    </message>
    <message>
        <source>How it was resolved</source>
        <translation>Cómo se resolvió</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::BulkPreview</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Looking at what is selected</source>
        <translation>Mirando lo seleccionado</translation>
    </message>
    <message>
        <source>%1 of %2 conversations</source>
        <translation>%1 de %2 conversaciones</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::BusinessName</name>
    <message>
        <source>Name of the business</source>
        <translation>Nombre del negocio</translation>
    </message>
    <message>
        <source>The assistant says it to customers, and your team chooses by it.</source>
        <translation>El asistente lo dice a los clientes y tu equipo elige por él.</translation>
    </message>
    <message>
        <source>Save the name</source>
        <translation>Guardar el nombre</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Guardado</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>Ponle un nombre.</translation>
    </message>
    <message>
        <source>A shorter name can be said.</source>
        <translation>Un nombre más corto se puede decir.</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>No se guardó: %1</translation>
    </message>
    <message>
        <source>Only administrators change it.</source>
        <translation>Solo lo cambian los administradores.</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::ChannelCard</name>
    <message>
        <source>Nothing was done: %1</source>
        <translation>No se hizo nada: %1</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Claves</translation>
    </message>
    <message>
        <source>Keys of %1</source>
        <translation>Claves de %1</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Probar</translation>
    </message>
    <message>
        <source>Test %1</source>
        <translation>Probar %1</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>The business&apos;s own number, with its country code.</source>
        <translation>El número del negocio, con el código del país.</translation>
    </message>
    <message>
        <source>Phone number id</source>
        <translation>Id. del número</translation>
    </message>
    <message>
        <source>From Meta&apos;s WhatsApp Manager; how a message finds this business.</source>
        <translation>Del administrador de WhatsApp de Meta; así un mensaje encuentra este negocio.</translation>
    </message>
    <message>
        <source>Business account id</source>
        <translation>Id. de la cuenta</translation>
    </message>
    <message>
        <source>Account SID</source>
        <translation>Account SID</translation>
    </message>
    <message>
        <source>Webhook address</source>
        <translation>Dirección del webhook</translation>
    </message>
    <message>
        <source>As Twilio calls it: its signature is made over this address.</source>
        <translation>Tal como la llama Twilio: su firma se calcula sobre esta dirección.</translation>
    </message>
    <message>
        <source>App secret</source>
        <translation>Secreto de la app</translation>
    </message>
    <message>
        <source>Auth token</source>
        <translation>Auth token</translation>
    </message>
    <message>
        <source>Signing key</source>
        <translation>Clave de firma</translation>
    </message>
    <message>
        <source>Verifies what comes in. Kept sealed on the server; never shown again.</source>
        <translation>Verifica lo que llega. Se guarda sellada en el servidor; no se vuelve a mostrar.</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>Token de acceso</translation>
    </message>
    <message>
        <source>Lets replies go out.</source>
        <translation>Permite que salgan las respuestas.</translation>
    </message>
    <message>
        <source>Verify token</source>
        <translation>Token de verificación</translation>
    </message>
    <message>
        <source>What Meta asks for when the webhook is set up.</source>
        <translation>Lo que pide Meta al configurar el webhook.</translation>
    </message>
    <message>
        <source>Save keys</source>
        <translation>Guardar claves</translation>
    </message>
    <message>
        <source>Asking the provider…</source>
        <translation>Consultando al proveedor…</translation>
    </message>
    <message>
        <source>stored; type to replace</source>
        <translation>guardada; escribir para reemplazarla</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>sin definir</translation>
    </message>
    <message>
        <source>Keys are on their way to the server</source>
        <translation>Las claves van camino al servidor</translation>
    </message>
    <message>
        <source>Only administrators may change channels.</source>
        <translation>Solo los administradores pueden cambiar canales.</translation>
    </message>
    <message>
        <source>Asks the provider whether the keys are right; sends nothing to anybody.</source>
        <translation>Pregunta al proveedor si las claves son correctas; no envía nada a nadie.</translation>
    </message>
    <message>
        <source>Set up</source>
        <translation>Configurado</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>No se guardó: %1</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Guardado</translation>
    </message>
    <message>
        <source>It only brings messages: nothing can be sent back through it.</source>
        <translation>Solo trae mensajes: por ahí no se puede responder.</translation>
    </message>
    <message>
        <source>Whoever called gets one text back; nothing else can be sent through it.</source>
        <translation>Quien llamó recibe un mensaje de vuelta; nada más se puede enviar por aquí.</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::ChannelsSection</name>
    <message>
        <source>Channels</source>
        <translation>Canales</translation>
    </message>
    <message>
        <source>whatsapp sms twilio keys token secret webhook test</source>
        <translation>whatsapp sms twilio claves token secreto webhook probar</translation>
    </message>
    <message>
        <source>The doors customers come in by. Without keys, the live chat works on this computer; a web form needs a signing key that you set.</source>
        <translation>Las puertas por las que entran los clientes. Sin claves, el chat en vivo funciona en este ordenador; un formulario web necesita una clave de firma propia.</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::ChartPane</name>
    <message>
        <source>%1: show as a table</source>
        <comment>a chart</comment>
        <translation>%1: mostrar como tabla</translation>
    </message>
    <message>
        <source>%1 as a table</source>
        <comment>a chart</comment>
        <translation>%1 como tabla</translation>
    </message>
    <message>
        <source>%1. Enter opens them.</source>
        <translation>%1. Enter los abre.</translation>
    </message>
    <message>
        <source>Point at a bar, or go through them with the arrows.</source>
        <translation>Señalar una barra o recorrerlas con las flechas.</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::ChatPageRow</name>
    <message>
        <source>Its page, for customers and for trying it yourself:</source>
        <translation>Su página, para clientes y para probarlo:</translation>
    </message>
    <message>
        <source>Open the page</source>
        <translation>Abrir la página</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Copiar la dirección</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiada</translation>
    </message>
    <message>
        <source>No program on this computer opens web pages; the address was copied.</source>
        <translation>Ningún programa de este ordenador abre páginas web; la dirección se copió.</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::ClaimStrip</name>
    <message>
        <source>Who is answering</source>
        <translation>Quién responde</translation>
    </message>
    <message>
        <source>Press</source>
        <translation>Pulsa</translation>
    </message>
    <message>
        <source>to take over</source>
        <translation>para tomar el control</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Tomar el control</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Reabrir</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Mostrarlos</translation>
    </message>
    <message>
        <source>Send anyway</source>
        <translation>Enviar igual</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>Descartar</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::ClosedDates</name>
    <message>
        <source>A day to add to the closed days</source>
        <translation>Un día para añadir a los días de cierre</translation>
    </message>
    <message>
        <source>Add day</source>
        <translation>Añadir día</translation>
    </message>
    <message>
        <source>Closed days</source>
        <translation>Días de cierre</translation>
    </message>
    <message>
        <source>Holidays and the like, such as %1.</source>
        <translation>Festivos y similares, por ejemplo %1.</translation>
    </message>
    <message>
        <source>“%1” is no day; write %2, for example.</source>
        <translation>«%1» no es un día; se escribe, por ejemplo, %2.</translation>
    </message>
    <message>
        <source>%1 is past.</source>
        <comment>a day</comment>
        <translation>%1 ya pasó.</translation>
    </message>
    <message>
        <source>%1 is in the list already.</source>
        <comment>a day</comment>
        <translation>%1 ya está en la lista.</translation>
    </message>
    <message>
        <source>%1 (past)</source>
        <comment>a day</comment>
        <translation>%1 (pasado)</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <comment>a day from the closed days</comment>
        <translation>Quitar %1</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::CommandPalette</name>
    <message>
        <source>commands</source>
        <translation>comandos</translation>
    </message>
    <message>
        <source>people</source>
        <translation>personas</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>elegir</translation>
    </message>
    <message>
        <source>run</source>
        <translation>ejecutar</translation>
    </message>
    <message>
        <source>close</source>
        <translation>cerrar</translation>
    </message>
    <message>
        <source>Search or run a command</source>
        <translation>Buscar o ejecutar un comando</translation>
    </message>
    <message>
        <source>Search or run</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Encontrado</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n encontrado</numerusform>
            <numerusform>%n encontrados</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing found for “%1”</source>
        <translation>No se encontró nada para «%1»</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::CommandRegistry</name>
    <message>
        <source>This conversation</source>
        <translation>Esta conversación</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Lista</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Ir a</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Vista</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programa</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::Composer</name>
    <message>
        <source>Composer</source>
        <translation>Redacción</translation>
    </message>
    <message>
        <source>What you write</source>
        <translation>Lo que escribes</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>Private note</source>
        <translation>Nota privada</translation>
    </message>
    <message>
        <source>Send reply</source>
        <translation>Enviar respuesta</translation>
    </message>
    <message>
        <source>Add private note</source>
        <translation>Añadir nota privada</translation>
    </message>
    <message>
        <source>A note for your team.</source>
        <translation>Una nota para tu equipo.</translation>
    </message>
    <message>
        <source>Write to %1</source>
        <translation>Escribir a %1</translation>
    </message>
    <message>
        <source>To write to %1, take over.</source>
        <translation>Para escribir a %1, toma el control.</translation>
    </message>
    <message>
        <source>Only your team sees this</source>
        <translation>Solo lo ve tu equipo</translation>
    </message>
    <message>
        <source>Queue reply</source>
        <translation>Poner en cola</translation>
    </message>
    <message>
        <source>Your private note</source>
        <translation>Tu nota privada</translation>
    </message>
    <message>
        <source>Your reply</source>
        <translation>Tu respuesta</translation>
    </message>
    <message>
        <source>64 KB is the most a message holds; the rest was not pasted</source>
        <translation>Un mensaje admite 64 KB; el resto no se pegó</translation>
    </message>
    <message>
        <source>To write to %1, reopen it first.</source>
        <translation>Para escribir a %1, reábrela primero.</translation>
    </message>
    <message>
        <source>Use these words</source>
        <translation>Usar este texto</translation>
    </message>
    <message>
        <source>On another device you wrote: %1</source>
        <translation>En otro dispositivo escribiste: %1</translation>
    </message>
    <message>
        <source>No more messages reach %1: the customer has opted out. A reply is not delivered.</source>
        <translation>A %1 ya no le llegan mensajes: se dio de baja. Una respuesta no se entrega.</translation>
    </message>
    <message>
        <source>Call %1</source>
        <translation>Llamar a %1</translation>
    </message>
    <message>
        <source>E-mail %1</source>
        <translation>Escribir un correo a %1</translation>
    </message>
    <message>
        <source>A reply would not reach %1.</source>
        <translation>Una respuesta no le llegaría a %1.</translation>
    </message>
    <message>
        <source>Insert a macro</source>
        <translation>Insertar una macro</translation>
    </message>
    <message>
        <source>Fill in or remove %1</source>
        <translation>Completar o quitar %1</translation>
    </message>
    <message>
        <source>64 KB is the most a message holds: shorten it or send it in parts</source>
        <translation>Un mensaje admite 64 KB: acórtalo o envíalo por partes</translation>
    </message>
    <message>
        <source>Your role may only read.</source>
        <translation>Tu función solo permite leer.</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::ConversationWindow</name>
    <message>
        <source>Bring it back into the main window</source>
        <translation>Devolver a la ventana principal</translation>
    </message>
    <message>
        <source>attach dock inbox</source>
        <translation>acoplar unir bandeja</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Panel siguiente</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>Panel anterior</translation>
    </message>
    <message>
        <source>Run a command</source>
        <translation>Ejecutar un comando</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Atajos</translation>
    </message>
    <message>
        <source>help keys cheat sheet</source>
        <translation>ayuda teclas chuleta</translation>
    </message>
    <message>
        <source>Close this window</source>
        <translation>Cerrar esta ventana</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>exit close</source>
        <translation>terminar cerrar</translation>
    </message>
    <message>
        <source>Something could not be saved.</source>
        <translation>Algo no se pudo guardar.</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Conversación</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>a customer and the business, as the title of a window</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Bloquear</translation>
    </message>
    <message>
        <source>away shared computer password hide</source>
        <translation>ausente equipo compartido contraseña ocultar</translation>
    </message>
    <message>
        <source>this computer&apos;s own backend has no password to unlock with</source>
        <translation>el servidor de este equipo no tiene contraseña con la que desbloquear</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::ConversationWindows</name>
    <message>
        <source>Open in its own window</source>
        <translation>Abrir en su propia ventana</translation>
    </message>
    <message>
        <source>detach pop out separate second monitor</source>
        <translation>separar desprender segunda pantalla</translation>
    </message>
    <message>
        <source>it has no window of its own</source>
        <translation>no tiene ventana propia</translation>
    </message>
    <message>
        <source>Show its window</source>
        <translation>Mostrar su ventana</translation>
    </message>
    <message>
        <source>raise detached</source>
        <translation>traer separada</translation>
    </message>
    <message>
        <source>Bring it back here</source>
        <translation>Devolver aquí</translation>
    </message>
    <message>
        <source>attach dock detached</source>
        <translation>acoplar unir separada</translation>
    </message>
    <message>
        <source>no conversation is open</source>
        <translation>no hay ninguna conversación abierta</translation>
    </message>
    <message numerus="yes">
        <source>%n window(s) is/are open; close one first</source>
        <translation>
            <numerusform>hay %n ventana abierta; antes hay que cerrar una</numerusform>
            <numerusform>hay %n ventanas abiertas; antes hay que cerrar una</numerusform>
        </translation>
    </message>
    <message>
        <source>what is typed here could not be saved yet</source>
        <translation>lo escrito aquí aún no se pudo guardar</translation>
    </message>
    <message>
        <source>The window stays open: what is typed in it stands nowhere else.</source>
        <translation>La ventana sigue abierta: lo escrito en ella no está en ningún otro sitio.</translation>
    </message>
    <message>
        <source>The conversation stays here: what is typed in it could not be saved.</source>
        <translation>La conversación sigue aquí: lo escrito en ella no se pudo guardar.</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::DashboardPage</name>
    <message>
        <source>the dashboard is not shown</source>
        <translation>el panel no está a la vista</translation>
    </message>
    <message>
        <source>Dashboard: leads of today</source>
        <translation>Panel: prospectos de hoy</translation>
    </message>
    <message>
        <source>figures day</source>
        <translation>cifras día</translation>
    </message>
    <message>
        <source>Dashboard: leads of 7 days</source>
        <translation>Panel: prospectos de 7 días</translation>
    </message>
    <message>
        <source>figures week</source>
        <translation>cifras semana</translation>
    </message>
    <message>
        <source>Dashboard: leads of 30 days</source>
        <translation>Panel: prospectos de 30 días</translation>
    </message>
    <message>
        <source>figures month</source>
        <translation>cifras mes</translation>
    </message>
    <message>
        <source>Dashboard: charts as tables, and back</source>
        <translation>Panel: gráficos como tablas, y al revés</translation>
    </message>
    <message>
        <source>numbers accessible</source>
        <translation>números accesible</translation>
    </message>
    <message>
        <source>All clients</source>
        <translation>Todos los clientes</translation>
    </message>
    <message numerus="yes">
        <source>All %n lead(s) of these days</source>
        <translation>
            <numerusform>Ver %n prospecto de estos días</numerusform>
            <numerusform>Ver los %n prospectos de estos días</numerusform>
        </translation>
    </message>
    <message>
        <source>The figures could not be read</source>
        <translation>No se han podido leer las cifras</translation>
    </message>
    <message>
        <source>%1 What is on the server is safe; start the program again.</source>
        <translation>%1 Lo que está en el servidor está a salvo; volver a abrir el programa.</translation>
    </message>
    <message>
        <source>Nothing to count yet</source>
        <translation>Aún no hay nada que contar</translation>
    </message>
    <message>
        <source>As soon as somebody writes or calls over a channel, the figures stand here, and each opens the rows behind it.</source>
        <translation>En cuanto alguien escriba o llame por un canal, aquí estarán las cifras, y cada una abre las filas que la forman.</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>Panel</translation>
    </message>
    <message>
        <source>Days whose leads are counted</source>
        <translation>Días cuyos prospectos se cuentan</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 días</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 días</translation>
    </message>
    <message>
        <source>Leads by day</source>
        <translation>Prospectos por día</translation>
    </message>
    <message>
        <source>Leads by channel</source>
        <translation>Prospectos por canal</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::DayBox</name>
    <message>
        <source>Paper</source>
        <translation>Papel</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Guardar como PDF…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimir…</translation>
    </message>
    <message>
        <source>Today&apos;s list</source>
        <translation>Lista de hoy</translation>
    </message>
    <message>
        <source>Business</source>
        <translation>Negocio</translation>
    </message>
    <message>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Carta</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vista previa</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>The list could not be read: %1</source>
        <translation>La lista no se pudo leer: %1</translation>
    </message>
    <message>
        <source>Print today&apos;s list…</source>
        <translation>Imprimir la lista de hoy…</translation>
    </message>
    <message>
        <source>appointments call backs paper pdf day sheet</source>
        <translation>citas llamadas papel pdf hoja del día</translation>
    </message>
    <message>
        <source>nobody is signed in</source>
        <translation>nadie ha iniciado sesión</translation>
    </message>
    <message>
        <source>no client is here yet</source>
        <translation>aún no hay ningún cliente</translation>
    </message>
    <message>
        <source>All businesses</source>
        <translation>Todos los negocios</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Leyendo…</translation>
    </message>
    <message>
        <source>Nothing is to be done today, and no appointment is booked.</source>
        <translation>Hoy no hay nada pendiente ni ninguna cita reservada.</translation>
    </message>
    <message>
        <source>It is with the printer.</source>
        <translation>Está en la impresora.</translation>
    </message>
    <message>
        <source>The printer took nothing.</source>
        <translation>La impresora no aceptó nada.</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Guardar como PDF</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>It could not be saved: %1</source>
        <translation>No se pudo guardar: %1</translation>
    </message>
    <message>
        <source>the pages could not be written</source>
        <translation>no se pudieron escribir las páginas</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Guardado: %1</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::DayField</name>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::DeskNotices</name>
    <message>
        <source>nobody is signed in</source>
        <translation>nadie ha iniciado sesión</translation>
    </message>
    <message>
        <source>your role may only read</source>
        <translation>tu función solo permite leer</translation>
    </message>
    <message>
        <source>no client is here yet</source>
        <translation>aún no hay ningún cliente aquí</translation>
    </message>
    <message>
        <source>Pause the assistant…</source>
        <translation>Pausar el asistente…</translation>
    </message>
    <message>
        <source>stop quiet off silence resume</source>
        <translation>parar callar apagar silencio reanudar</translation>
    </message>
    <message>
        <source>Notice for everybody…</source>
        <translation>Aviso para todos…</translation>
    </message>
    <message>
        <source>full closed no rooms until today tell</source>
        <translation>lleno cerrado sin habitaciones hasta hoy decir</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a client, what holds there</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Until %1.</source>
        <translation>Hasta %1.</translation>
    </message>
    <message>
        <source>Until %1, from %2.</source>
        <translation>Hasta %1, de %2.</translation>
    </message>
    <message>
        <source>From %1.</source>
        <translation>De %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <comment>notices</comment>
        <translation>
            <numerusform>%n más</numerusform>
            <numerusform>%n más</numerusform>
        </translation>
    </message>
    <message>
        <source>The assistant is paused until %1.</source>
        <translation>El asistente está en pausa hasta %1.</translation>
    </message>
    <message>
        <source>Customers wait for a person.</source>
        <translation>Los clientes esperan a una persona.</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::DeskShift</name>
    <message>
        <source>nobody is signed in</source>
        <translation>nadie ha iniciado sesión</translation>
    </message>
    <message>
        <source>your role may only read</source>
        <translation>tu función solo permite leer</translation>
    </message>
    <message>
        <source>no client is here yet</source>
        <translation>aún no hay ningún cliente aquí</translation>
    </message>
    <message>
        <source>Hand over the shift…</source>
        <translation>Entregar el turno…</translation>
    </message>
    <message>
        <source>end leave next promises snoozed note colleague</source>
        <translation>fin salir siguiente promesas pospuestas nota compañero</translation>
    </message>
    <message>
        <source>Shift notes…</source>
        <translation>Notas de turno…</translation>
    </message>
    <message>
        <source>handed over read before colleague</source>
        <translation>entregado leer anterior compañero</translation>
    </message>
    <message>
        <source>Shift note, %1.</source>
        <translation>Nota de turno, %1.</translation>
    </message>
    <message>
        <source>Shift note of %1, %2.</source>
        <comment>who, when</comment>
        <translation>Nota de turno de %1, %2.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a client, what was handed over there</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <comment>shift notes</comment>
        <translation>
            <numerusform>%n más</numerusform>
            <numerusform>%n más</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foredeck::ui::EscalationForm</name>
    <message>
        <source>End the conversation too</source>
        <translation>Terminar también la conversación</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Esc</source>
        <comment>the key</comment>
        <translation>Esc</translation>
    </message>
    <message>
        <source>What was done?</source>
        <translation>¿Qué se hizo?</translation>
    </message>
    <message>
        <source>What should the assistant do?</source>
        <translation>¿Qué debe hacer el asistente?</translation>
    </message>
    <message>
        <source>It goes on with this instruction; the customer does not see it. It may stay empty.</source>
        <translation>Sigue con esta instrucción; el cliente no la ve. Puede quedar vacía.</translation>
    </message>
    <message>
        <source>The pump runs again, the crew has looked</source>
        <translation>La bomba vuelve a funcionar, el equipo la ha revisado</translation>
    </message>
    <message>
        <source>Offer the berth from Friday, do not promise a discount</source>
        <translation>Ofrecer el amarre desde el viernes, sin prometer descuento</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>Resolver</translation>
    </message>
    <message>
        <source>Hand back</source>
        <translation>Devolver</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) too many</source>
        <translation>
            <numerusform>sobra %n carácter</numerusform>
            <numerusform>sobran %n caracteres</numerusform>
        </translation>
    </message>
    <message>
        <source>Only your team reads this. It may stay empty. Resolving cannot be undone here.</source>
        <translation>Solo lo lee tu equipo. Puede quedar vacío. Resolver no se puede deshacer aquí.</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::EscalationListPane</name>
    <message>
        <source>Sorted by due time. The order holds while you point at the list or it has the focus.</source>
        <translation>Por hora de vencimiento. El orden se mantiene mientras apuntas a la lista o tiene el foco.</translation>
    </message>
    <message>
        <source>Newest first. The order holds while you point at the list or it has the focus.</source>
        <translation>Primero lo más reciente. El orden se mantiene mientras apuntas a la lista o tiene el foco.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) want(s) to move</source>
        <translation>
            <numerusform>%n fila quiere moverse</numerusform>
            <numerusform>%n filas quieren moverse</numerusform>
        </translation>
    </message>
    <message>
        <source>List of escalations</source>
        <translation>Lista de escalados</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::EscalationPane</name>
    <message>
        <source>Escalation</source>
        <translation>Escalado</translation>
    </message>
    <message>
        <source>Brief</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Volver a la lista</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Visto</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Tomar el control</translation>
    </message>
    <message>
        <source>Reassign</source>
        <translation>Reasignar</translation>
    </message>
    <message>
        <source>Back to assistant…</source>
        <translation>Devolver al asistente…</translation>
    </message>
    <message>
        <source>Resolve…</source>
        <translation>Resolver…</translation>
    </message>
    <message>
        <source>Open thread</source>
        <translation>Abrir la conversación</translation>
    </message>
    <message>
        <source>Last messages</source>
        <translation>Últimos mensajes</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::EscalationsHeader</name>
    <message>
        <source>Escalations</source>
        <translation>Escalados</translation>
    </message>
    <message>
        <source>Lists of escalations</source>
        <translation>Listas de escalados</translation>
    </message>
    <message>
        <source>All clients</source>
        <translation>Todos los clientes</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Reglas</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::EscalationsPage</name>
    <message>
        <source>no escalation is open</source>
        <translation>no hay ningún escalado abierto</translation>
    </message>
    <message>
        <source>your role may only read</source>
        <translation>tu función solo permite leer</translation>
    </message>
    <message>
        <source>it is settled</source>
        <translation>ya está resuelto</translation>
    </message>
    <message>
        <source>somebody else has it; take it over first</source>
        <translation>lo tiene otra persona; antes hay que tomar el control</translation>
    </message>
    <message>
        <source>I have seen the escalation</source>
        <translation>He visto el escalado</translation>
    </message>
    <message>
        <source>acknowledge quiet stop reminding</source>
        <translation>visto silencio no recordar</translation>
    </message>
    <message>
        <source>somebody has seen it already</source>
        <translation>alguien ya lo ha visto</translation>
    </message>
    <message>
        <source>Next best action %1</source>
        <translation>Mejor paso siguiente %1</translation>
    </message>
    <message>
        <source>nothing supports one</source>
        <translation>nada respalda uno</translation>
    </message>
    <message>
        <source>Open the thread of the escalation</source>
        <translation>Abrir la conversación del escalado</translation>
    </message>
    <message>
        <source>conversation inbox</source>
        <translation>conversación bandeja de entrada</translation>
    </message>
    <message>
        <source>you have it already</source>
        <translation>ya lo tienes</translation>
    </message>
    <message>
        <source>you do not have it</source>
        <translation>no lo tienes</translation>
    </message>
    <message>
        <source>no row wants to move</source>
        <translation>ninguna fila quiere moverse</translation>
    </message>
    <message>
        <source>the list is shown already</source>
        <translation>la lista ya se muestra</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Tú</translation>
    </message>
    <message>
        <source>%1, away</source>
        <translation>%1, ausente</translation>
    </message>
    <message>
        <source>%1 What you typed is kept.</source>
        <translation>%1 Lo escrito se conserva.</translation>
    </message>
    <message>
        <source>The list could not be read</source>
        <translation>No se pudo leer la lista</translation>
    </message>
    <message>
        <source>%1 What is on the server is safe; start the program again.</source>
        <translation>%1 Lo que está en el servidor está a salvo; inicia de nuevo el programa.</translation>
    </message>
    <message>
        <source>Nobody waits for a person</source>
        <translation>Nadie espera a una persona</translation>
    </message>
    <message>
        <source>What the assistant, a rule or one of you hands over stands here, the first that is due on top.</source>
        <translation>Aquí está lo que entrega el asistente, una regla o alguien del equipo; arriba, lo primero que vence.</translation>
    </message>
    <message>
        <source>Nobody has taken anything up</source>
        <translation>Nadie ha tomado nada</translation>
    </message>
    <message>
        <source>What somebody has taken over stands here until it is resolved.</source>
        <translation>Lo que alguien ha tomado está aquí hasta que se resuelve.</translation>
    </message>
    <message>
        <source>Nothing has been resolved yet</source>
        <translation>Todavía no se ha resuelto nada</translation>
    </message>
    <message>
        <source>Resolved escalations stand here, the newest on top.</source>
        <translation>Aquí están los escalados resueltos, el más reciente arriba.</translation>
    </message>
    <message>
        <source>Nothing has expired</source>
        <translation>No ha caducado nada</translation>
    </message>
    <message>
        <source>What nobody took up stands here.</source>
        <translation>Aquí está lo que nadie tomó.</translation>
    </message>
    <message>
        <source>All clients</source>
        <translation>Todos los clientes</translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation>No hay nada abierto</translation>
    </message>
    <message>
        <source>Choose an escalation in the list; J and K go through it.</source>
        <translation>Elige un escalado de la lista; J y K la recorren.</translation>
    </message>
    <message>
        <source>The escalation that is chosen in the list stands here.</source>
        <translation>Aquí aparece el escalado que se elija en la lista.</translation>
    </message>
    <message>
        <source>This escalation is not here</source>
        <translation>Este escalado no está aquí</translation>
    </message>
    <message>
        <source>It was removed, or it belongs to a client you do not work for.</source>
        <translation>Se eliminó o es de un cliente para el que no trabajas.</translation>
    </message>
    <message>
        <source>it is not snoozed</source>
        <translation>no está pospuesta</translation>
    </message>
    <message>
        <source>Not saved: the disk refuses</source>
        <translation>No se guardó: el disco no lo permite</translation>
    </message>
    <message>
        <source>Not sent, and kept: %1</source>
        <translation>No se envió y se conserva: %1</translation>
    </message>
    <message>
        <source>it names no number</source>
        <translation>no indica ningún número</translation>
    </message>
    <message>
        <source>it is done outside of Foredeck</source>
        <translation>se hace fuera de Foredeck</translation>
    </message>
    <message>
        <source>No program on this computer makes calls. The number is %1.</source>
        <translation>Ningún programa de este equipo hace llamadas. El número es %1.</translation>
    </message>
    <message>
        <source>Not sent: what was typed here before is still being read. Try again.</source>
        <translation>No enviado: aún se está leyendo lo que se escribió aquí antes. Inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>the assistant cannot answer who came in or called</source>
        <translation>el asistente no puede responder a quien vino o llamó</translation>
    </message>
    <message>
        <source>a reply of yours has to be looked at first</source>
        <translation>primero hay que mirar una respuesta tuya</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::FaqsSection</name>
    <message>
        <source>Questions and answers</source>
        <translation>Preguntas y respuestas</translation>
    </message>
    <message>
        <source>No answer yet: what do customers ask first?</source>
        <translation>Aún no hay respuestas: ¿qué preguntan primero los clientes?</translation>
    </message>
    <message>
        <source>New question</source>
        <translation>Nueva pregunta</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Undo changes</source>
        <translation>Deshacer cambios</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Conservar</translation>
    </message>
    <message>
        <source>The assistant will not know it any more, and asks a person. What was answered with it stays.</source>
        <translation>El asistente dejará de saberlo y pedirá ayuda a una persona. Lo que ya se respondió se queda.</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Guardado</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>No se guardó: %1</translation>
    </message>
    <message>
        <source>Not deleted: %1</source>
        <translation>No se eliminó: %1</translation>
    </message>
    <message>
        <source>The answer has been deleted. Saving makes it anew.</source>
        <translation>La respuesta se eliminó. Al guardar se crea de nuevo.</translation>
    </message>
    <message>
        <source>Your role may not change answers.</source>
        <translation>Este rol no puede cambiar respuestas.</translation>
    </message>
    <message>
        <source>What the assistant knows of the business, beside its hours. It answers from here word for word, and asks a person for the rest.</source>
        <translation>Lo que el asistente sabe del negocio, además de su horario. Responde con estas palabras tal cual y, para lo demás, pide ayuda a una persona.</translation>
    </message>
    <message>
        <source>question faq answer knowledge business name</source>
        <translation>pregunta preguntas frecuentes respuesta conocimiento nombre del negocio</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Respuestas</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Pregunta</translation>
    </message>
    <message>
        <source>Is there parking?</source>
        <translation>¿Hay aparcamiento?</translation>
    </message>
    <message>
        <source>As a customer asks it.</source>
        <translation>Como la hace un cliente.</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>Customers read it as it stands here.</source>
        <translation>Los clientes la leen tal como está aquí.</translation>
    </message>
    <message>
        <source>Write what is answered.</source>
        <translation>Escribe qué se responde.</translation>
    </message>
    <message>
        <source>It is longer than an answer may be.</source>
        <translation>Es más larga de lo que puede ser una respuesta.</translation>
    </message>
    <message>
        <source>Write what is asked.</source>
        <translation>Escribe qué se pregunta.</translation>
    </message>
    <message>
        <source>It is longer than a question may be.</source>
        <translation>Es más larga de lo que puede ser una pregunta.</translation>
    </message>
    <message>
        <source>Delete “%1”?</source>
        <translation>¿Eliminar «%1»?</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::Farewell</name>
    <message>
        <source>Stop answering customers?</source>
        <translation>¿Dejar de responder a los clientes?</translation>
    </message>
    <message>
        <source>In the tray it goes on answering, and the window is one press away.</source>
        <translation>En la bandeja del sistema sigue respondiendo, y la ventana está a un clic.</translation>
    </message>
    <message>
        <source>To have it answer all the time, let foredeckd run as a service: man foredeckd, section SERVICE.</source>
        <translation>Para que responda siempre, foredeckd puede funcionar como servicio: man foredeckd, sección SERVICE.</translation>
    </message>
    <message>
        <source>Stay in the tray</source>
        <translation>Quedarse en la bandeja</translation>
    </message>
    <message>
        <source>Keep it open</source>
        <translation>Dejar abierto</translation>
    </message>
    <message>
        <source>Stop and quit</source>
        <translation>Parar y salir</translation>
    </message>
    <message>
        <source>The assistant answers only while Foredeck runs on this computer. Meanwhile WhatsApp messages wait with their provider; text messages, the web form and the chat do not arrive.</source>
        <translation>El asistente solo responde mientras Foredeck está en marcha en este equipo. Entretanto, los mensajes de WhatsApp esperan en su proveedor; los SMS, el formulario web y el chat no llegan.</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::FigureStrip</name>
    <message>
        <source>Figures</source>
        <translation>Cifras</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::FilterButton</name>
    <message>
        <source>%1: %2</source>
        <comment>a filter and what it is set to</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::FindBar</name>
    <message>
        <source>Find in this conversation</source>
        <translation>Buscar en esta conversación</translation>
    </message>
    <message>
        <source>Words of a message or a note</source>
        <translation>Palabras de un mensaje o una nota</translation>
    </message>
    <message>
        <source>Next match, further up</source>
        <translation>Siguiente coincidencia, más arriba</translation>
    </message>
    <message>
        <source>Previous match, further down</source>
        <translation>Coincidencia anterior, más abajo</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>Cerrar la búsqueda</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::HoursSection</name>
    <message>
        <source>Opening hours</source>
        <translation>Horario</translation>
    </message>
    <message>
        <source>The assistant tells customers these hours, and clocks pause by them.</source>
        <translation>El asistente informa este horario a los clientes, y los plazos se pausan según él.</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lugar</translation>
    </message>
    <message>
        <source>Save hours</source>
        <translation>Guardar horario</translation>
    </message>
    <message>
        <source>Undo changes</source>
        <translation>Deshacer cambios</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>No se guardó: %1</translation>
    </message>
    <message>
        <source>Your role may not change hours.</source>
        <translation>Tu rol no puede cambiar el horario.</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Guardado</translation>
    </message>
    <message>
        <source>open closed zone time week day holiday</source>
        <translation>abierto cerrado zona hora semana día festivo</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::InboxBulk</name>
    <message>
        <source>selected, %1</source>
        <comment>a row of the list</comment>
        <translation>seleccionada, %1</translation>
    </message>
    <message>
        <source>%1 of %2 selected</source>
        <comment>conversations</comment>
        <translation>%1 de %2 seleccionadas</translation>
    </message>
    <message numerus="yes">
        <source>%n of them is (are) not in this list any more, and still selected.</source>
        <translation>
            <numerusform>%n de ellas ya no está en esta lista y sigue seleccionada.</numerusform>
            <numerusform>%n de ellas ya no están en esta lista y siguen seleccionadas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was done: %1</source>
        <translation>No se hizo nada: %1</translation>
    </message>
    <message>
        <source>the inbox is not shown</source>
        <translation>la entrada no está a la vista</translation>
    </message>
    <message>
        <source>the list is empty</source>
        <translation>la lista está vacía</translation>
    </message>
    <message>
        <source>nothing is selected</source>
        <translation>no hay nada seleccionado</translation>
    </message>
    <message>
        <source>your role may only read</source>
        <translation>este rol solo puede leer</translation>
    </message>
    <message>
        <source>Select the row, or not</source>
        <translation>Seleccionar la fila, o no</translation>
    </message>
    <message>
        <source>mark choose bulk many</source>
        <translation>marcar elegir varias muchas</translation>
    </message>
    <message>
        <source>Select down to the next row</source>
        <translation>Seleccionar hasta la fila siguiente</translation>
    </message>
    <message>
        <source>extend range</source>
        <translation>ampliar rango</translation>
    </message>
    <message>
        <source>Select up to the row before</source>
        <translation>Seleccionar hasta la fila anterior</translation>
    </message>
    <message>
        <source>Select the whole list</source>
        <translation>Seleccionar toda la lista</translation>
    </message>
    <message>
        <source>everything bulk</source>
        <translation>todo muchas</translation>
    </message>
    <message>
        <source>End the selection</source>
        <translation>Terminar la selección</translation>
    </message>
    <message>
        <source>deselect none escape</source>
        <translation>deseleccionar ninguna escape</translation>
    </message>
    <message>
        <source>Mark what is selected as read</source>
        <translation>Marcar lo seleccionado como leído</translation>
    </message>
    <message>
        <source>seen unread</source>
        <translation>visto no leído</translation>
    </message>
    <message>
        <source>Call off what is under way with many</source>
        <translation>Anular lo que está en marcha con varias</translation>
    </message>
    <message>
        <source>cancel stop bulk</source>
        <translation>cancelar detener muchas</translation>
    </message>
    <message>
        <source>nothing is under way</source>
        <translation>no hay nada en marcha</translation>
    </message>
    <message>
        <source>Undo what was done with many</source>
        <translation>Deshacer lo hecho con varias</translation>
    </message>
    <message>
        <source>take back bulk</source>
        <translation>retirar muchas</translation>
    </message>
    <message>
        <source>there is nothing to undo</source>
        <translation>no hay nada que deshacer</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>Resolver</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Posponer</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Asignar</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Etiquetar</translation>
    </message>
    <message>
        <source>Hand back</source>
        <translation>Devolver</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Marcar como leídas</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::InboxFilter</name>
    <message>
        <source>What the list shows</source>
        <translation>Lo que muestra la lista</translation>
    </message>
    <message>
        <source>Only unread</source>
        <translation>Solo sin leer</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::InboxFind</name>
    <message>
        <source>Find in this conversation</source>
        <translation>Buscar en esta conversación</translation>
    </message>
    <message>
        <source>search text words message note</source>
        <translation>buscar texto palabras mensaje nota</translation>
    </message>
    <message>
        <source>nothing was found to go through</source>
        <translation>no se ha encontrado nada que recorrer</translation>
    </message>
    <message>
        <source>Next match, further up</source>
        <translation>Siguiente coincidencia, más arriba</translation>
    </message>
    <message>
        <source>find again older</source>
        <translation>buscar otra vez anterior antiguo</translation>
    </message>
    <message>
        <source>Previous match, further down</source>
        <translation>Coincidencia anterior, más abajo</translation>
    </message>
    <message>
        <source>find again newer</source>
        <translation>buscar otra vez reciente nuevo</translation>
    </message>
    <message>
        <source>Could not be searched</source>
        <translation>No se ha podido buscar</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>No se ha encontrado nada</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>which match, of how many</comment>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>which match, and the message</comment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Older messages are on the server only and were not searched.</source>
        <translation>Los mensajes más antiguos están solo en el servidor y no se han buscado.</translation>
    </message>
    <message>
        <source>Search them, too</source>
        <translation>Buscar también en ellos</translation>
    </message>
    <message>
        <source>Older messages are being fetched…</source>
        <translation>Se están trayendo mensajes más antiguos…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Older messages could not be fetched.</source>
        <translation>No se han podido traer los mensajes más antiguos.</translation>
    </message>
    <message>
        <source>Older messages could not be fetched: %1</source>
        <translation>No se han podido traer los mensajes más antiguos: %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar otra vez</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::InboxPage</name>
    <message>
        <source>no conversation is open</source>
        <translation>no hay ninguna conversación abierta</translation>
    </message>
    <message>
        <source>your role may only read</source>
        <translation>tu rol solo permite leer</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Tomar el control</translation>
    </message>
    <message>
        <source>claim answer myself</source>
        <translation>tomar responder yo</translation>
    </message>
    <message>
        <source>it is resolved; reopen it first</source>
        <translation>está resuelta; primero hay que reabrirla</translation>
    </message>
    <message>
        <source>Hand back to the assistant</source>
        <translation>Devolver al asistente</translation>
    </message>
    <message>
        <source>release return</source>
        <translation>soltar regresar</translation>
    </message>
    <message>
        <source>you are not answering</source>
        <translation>no respondes tú</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>Resolver</translation>
    </message>
    <message>
        <source>end close done archive</source>
        <translation>terminar cerrar listo archivar</translation>
    </message>
    <message>
        <source>it is resolved already</source>
        <translation>ya está resuelta</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Reabrir</translation>
    </message>
    <message>
        <source>undo resolve</source>
        <translation>deshacer resolver</translation>
    </message>
    <message>
        <source>it is open</source>
        <translation>está abierta</translation>
    </message>
    <message>
        <source>Let go, for somebody else</source>
        <translation>Soltar, para otra persona</translation>
    </message>
    <message>
        <source>release unassign</source>
        <translation>soltar desasignar</translation>
    </message>
    <message>
        <source>Hand to the team</source>
        <translation>Pasar al equipo</translation>
    </message>
    <message>
        <source>escalate person</source>
        <translation>escalar persona</translation>
    </message>
    <message>
        <source>it is resolved</source>
        <translation>está resuelta</translation>
    </message>
    <message>
        <source>it is with the team already</source>
        <translation>ya la tiene el equipo</translation>
    </message>
    <message>
        <source>Write a reply</source>
        <translation>Escribir una respuesta</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>responder contestar</translation>
    </message>
    <message>
        <source>take over first</source>
        <translation>primero toma el control</translation>
    </message>
    <message>
        <source>Write a private note</source>
        <translation>Escribir una nota privada</translation>
    </message>
    <message>
        <source>team internal</source>
        <translation>equipo interno</translation>
    </message>
    <message>
        <source>Send what is written</source>
        <translation>Enviar lo escrito</translation>
    </message>
    <message>
        <source>nothing is written yet</source>
        <translation>aún no hay nada escrito</translation>
    </message>
    <message>
        <source>the channel&apos;s window is closed</source>
        <translation>la ventana del canal está cerrada</translation>
    </message>
    <message>
        <source>Next conversation</source>
        <translation>Conversación siguiente</translation>
    </message>
    <message>
        <source>the inbox is not shown</source>
        <translation>la entrada no está a la vista</translation>
    </message>
    <message>
        <source>Previous conversation</source>
        <translation>Conversación anterior</translation>
    </message>
    <message>
        <source>Let rows move</source>
        <translation>Dejar que las filas se muevan</translation>
    </message>
    <message>
        <source>refresh sort</source>
        <translation>actualizar ordenar</translation>
    </message>
    <message>
        <source>no row wants to move</source>
        <translation>ninguna fila quiere moverse</translation>
    </message>
    <message>
        <source>Side panel</source>
        <translation>Panel lateral</translation>
    </message>
    <message>
        <source>lead details</source>
        <translation>prospecto detalles</translation>
    </message>
    <message>
        <source>What the assistant decided</source>
        <translation>Qué decidió el asistente</translation>
    </message>
    <message>
        <source>decisions sources</source>
        <translation>decisiones fuentes</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Volver a la lista</translation>
    </message>
    <message>
        <source>the list is shown already</source>
        <translation>la lista ya está a la vista</translation>
    </message>
    <message>
        <source>The list could not be read</source>
        <translation>No se pudo leer la lista</translation>
    </message>
    <message>
        <source>%1 What is on the server is safe; start the program again.</source>
        <translation>%1 Lo que está en el servidor está a salvo; inicia el programa de nuevo.</translation>
    </message>
    <message>
        <source>Nothing was done: %1</source>
        <translation>No se hizo nada: %1</translation>
    </message>
    <message>
        <source>Nothing was done in the conversation with %1: %2</source>
        <comment>a customer, and why</comment>
        <translation>No se hizo nada en la conversación con %1: %2</translation>
    </message>
    <message>
        <source>Nobody waits for you</source>
        <translation>Nadie te espera</translation>
    </message>
    <message>
        <source>Conversations you take over stand here.</source>
        <translation>Aquí están las conversaciones de las que tomas el control.</translation>
    </message>
    <message>
        <source>Nothing is without an owner</source>
        <translation>Nada está sin responsable</translation>
    </message>
    <message>
        <source>What the assistant hands over and nobody has taken stands here.</source>
        <translation>Aquí está lo que el asistente pasó al equipo y nadie ha tomado.</translation>
    </message>
    <message>
        <source>Nobody is waiting</source>
        <translation>Nadie espera</translation>
    </message>
    <message>
        <source>Customers who wait for a person&apos;s answer stand here.</source>
        <translation>Aquí están los clientes que esperan la respuesta de una persona.</translation>
    </message>
    <message>
        <source>Nothing is escalated</source>
        <translation>Nada está escalado</translation>
    </message>
    <message>
        <source>What the assistant handed to a person stands here until it is resolved.</source>
        <translation>Aquí está lo que el asistente pasó a una persona, hasta que se resuelva.</translation>
    </message>
    <message>
        <source>Nothing has ended yet</source>
        <translation>Aún no terminó nada</translation>
    </message>
    <message>
        <source>Resolved conversations stand here; a new message opens them again.</source>
        <translation>Aquí están las conversaciones resueltas; un mensaje nuevo las vuelve a abrir.</translation>
    </message>
    <message>
        <source>No conversation yet</source>
        <translation>Aún no hay conversaciones</translation>
    </message>
    <message>
        <source>When a customer writes on one of your channels, it appears here within a second.</source>
        <translation>Cuando un cliente escribe por uno de tus canales, aparece aquí en un segundo.</translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation>No hay nada abierto</translation>
    </message>
    <message>
        <source>Choose a conversation in the list; J and K go through it.</source>
        <translation>Elige una conversación de la lista; J y K la recorren.</translation>
    </message>
    <message>
        <source>The conversation that is chosen in the list stands here.</source>
        <translation>Aquí aparece la conversación que se elija en la lista.</translation>
    </message>
    <message>
        <source>Look before sending.</source>
        <translation>Revisar antes de enviar.</translation>
    </message>
    <message>
        <source>Something newer came since you began.</source>
        <translation>Llegó algo más nuevo desde que empezaste.</translation>
    </message>
    <message>
        <source>Too late: the reply has gone out</source>
        <translation>Demasiado tarde: la respuesta ya salió</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Guardando…</translation>
    </message>
    <message>
        <source>Draft saved</source>
        <translation>Borrador guardado</translation>
    </message>
    <message>
        <source>Not saved: the disk refuses</source>
        <translation>No se guardó: el disco no lo permite</translation>
    </message>
    <message>
        <source>Copy selection</source>
        <translation>Copiar la selección</translation>
    </message>
    <message>
        <source>Copy message</source>
        <translation>Copiar el mensaje</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>Abrir %1</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Copiar la dirección</translation>
    </message>
    <message>
        <source>This computer takes a web form&apos;s messages at
%1
for the client “%2”, signed with the key you type in Settings › Channels. The port is another one at each start; the README tells how to keep it.</source>
        <translation>Este equipo recibe los mensajes de un formulario web en
%1
para el cliente «%2», firmados con la clave que escribas en Ajustes › Canales. El puerto es otro en cada inicio; el README explica cómo conservarlo.</translation>
    </message>
    <message>
        <source>Reply is about to go out</source>
        <translation>La respuesta está a punto de salir</translation>
    </message>
    <message>
        <source>Resolved. Your reply was not sent; it is kept as a draft.</source>
        <translation>Resuelta. La respuesta no se envió; queda como borrador.</translation>
    </message>
    <message>
        <source>Not sent, and kept: %1</source>
        <translation>No se envió y se conserva: %1</translation>
    </message>
    <message>
        <source>%1 took over; your words are kept</source>
        <translation>%1 tomó el control; lo escrito se conserva</translation>
    </message>
    <message>
        <source>%1 was answering; your words are kept</source>
        <translation>%1 estaba respondiendo; lo escrito se conserva</translation>
    </message>
    <message>
        <source>%1 is answering; your words are kept</source>
        <translation>%1 está respondiendo; lo escrito se conserva</translation>
    </message>
    <message>
        <source>there is nothing to undo</source>
        <translation>no hay nada que deshacer</translation>
    </message>
    <message>
        <source>Nothing is snoozed</source>
        <translation>Nada está pospuesto</translation>
    </message>
    <message>
        <source>What you put away with S stands here until its time comes or the customer writes.</source>
        <translation>Lo que se aparta con S queda aquí hasta que llega su hora o el cliente escribe.</translation>
    </message>
    <message>
        <source>Snooze…</source>
        <translation>Posponer…</translation>
    </message>
    <message>
        <source>later remind put away pause</source>
        <translation>más tarde recordar apartar pausa</translation>
    </message>
    <message>
        <source>the assistant is answering; take over first</source>
        <translation>responde el asistente; primero hay que tomar el control</translation>
    </message>
    <message>
        <source>Wake</source>
        <translation>Retomar</translation>
    </message>
    <message>
        <source>snooze back now</source>
        <translation>posponer volver ahora</translation>
    </message>
    <message>
        <source>it is not snoozed</source>
        <translation>no está pospuesta</translation>
    </message>
    <message>
        <source>Snoozed until %1</source>
        <translation>Pospuesta hasta %1</translation>
    </message>
    <message>
        <source>nothing can be sent back on this channel</source>
        <translation>por este canal no se puede responder</translation>
    </message>
    <message>
        <source>take back</source>
        <translation>recuperar deshacer</translation>
    </message>
    <message>
        <source>No program on this computer opens %1</source>
        <translation>Ningún programa de este equipo abre %1</translation>
    </message>
    <message>
        <source>Not sent: nothing can be sent back on this channel</source>
        <translation>No enviado: por este canal no se puede responder</translation>
    </message>
    <message>
        <source>Resolved.</source>
        <translation>Resuelta.</translation>
    </message>
    <message>
        <source>it is being done already</source>
        <translation>ya se está haciendo</translation>
    </message>
    <message>
        <source>what was written here before is still being read</source>
        <translation>aún se está leyendo lo que se escribió aquí antes</translation>
    </message>
    <message>
        <source>Dropped.</source>
        <translation>Descartado.</translation>
    </message>
    <message>
        <source>fill in or remove %1</source>
        <translation>hay que completar o quitar %1</translation>
    </message>
    <message>
        <source>Insert a macro</source>
        <translation>Insertar una macro</translation>
    </message>
    <message>
        <source>canned reply template slash /</source>
        <translation>respuesta guardada plantilla barra /</translation>
    </message>
    <message>
        <source>this business has no macros yet</source>
        <translation>este negocio aún no tiene macros</translation>
    </message>
    <message>
        <source>Labels…</source>
        <translation>Etiquetas…</translation>
    </message>
    <message>
        <source>tag mark category</source>
        <translation>etiquetar marcar categoría</translation>
    </message>
    <message>
        <source>Nothing is due</source>
        <translation>No vence nada</translation>
    </message>
    <message>
        <source>Conversations stand here from the moment when a task of theirs is due until it is done.</source>
        <translation>Aquí están las conversaciones desde que vence una de sus tareas hasta que se hace.</translation>
    </message>
    <message>
        <source>no task is open here</source>
        <translation>aquí no hay ninguna tarea abierta</translation>
    </message>
    <message>
        <source>New task…</source>
        <translation>Tarea nueva…</translation>
    </message>
    <message>
        <source>call back promise check remind follow up to do</source>
        <translation>devolver llamada promesa comprobar recordar seguimiento pendiente</translation>
    </message>
    <message>
        <source>Task done…</source>
        <translation>Tarea hecha…</translation>
    </message>
    <message>
        <source>call back promise check finish</source>
        <translation>devolver llamada promesa comprobar terminar</translation>
    </message>
    <message>
        <source>Change the task…</source>
        <translation>Cambiar la tarea…</translation>
    </message>
    <message>
        <source>due owner give later</source>
        <translation>plazo responsable asignar más tarde</translation>
    </message>
    <message>
        <source>Drop the task…</source>
        <translation>Descartar la tarea…</translation>
    </message>
    <message>
        <source>cancel remove delete</source>
        <translation>cancelar quitar borrar</translation>
    </message>
    <message>
        <source>Tasks of this conversation</source>
        <translation>Tareas de esta conversación</translation>
    </message>
    <message>
        <source>to do list promises</source>
        <translation>lista pendientes promesas</translation>
    </message>
    <message>
        <source>Write to yourself: the live chat&apos;s page opens in the browser.
%1</source>
        <translation>Para probarlo: la página del chat en vivo se abre en el navegador.
%1</translation>
    </message>
    <message>
        <source>Assign…</source>
        <translation>Asignar…</translation>
    </message>
    <message>
        <source>give reassign colleague owner</source>
        <translation>dar reasignar colega responsable</translation>
    </message>
    <message>
        <source>somebody else is answering; take over first</source>
        <translation>responde otra persona; primero, tomar el control</translation>
    </message>
    <message>
        <source>It belongs to nobody now</source>
        <translation>Ahora no es de nadie</translation>
    </message>
    <message>
        <source>Given to %1, who is told of it</source>
        <translation>Dada a %1, que recibe el aviso</translation>
    </message>
    <message>
        <source>Given to %1</source>
        <translation>Dada a %1</translation>
    </message>
    <message>
        <source>the assistant cannot answer who came in or called</source>
        <translation>el asistente no puede responder a quien vino o llamó</translation>
    </message>
    <message>
        <source>Undo the last reply, snooze, assignment or resolve</source>
        <translation>Deshacer lo último: respuesta, aplazamiento, asignación o resolución</translation>
    </message>
    <message>
        <source>choose a macro or leave the list</source>
        <translation>elige una macro o sal de la lista</translation>
    </message>
    <message>
        <source>it is more than the 64 KB of one message</source>
        <translation>pasa de los 64 KB de un mensaje</translation>
    </message>
    <message>
        <source>Filter the list…</source>
        <translation>Filtrar la lista…</translation>
    </message>
    <message>
        <source>narrow channel label unread hot</source>
        <translation>limitar canal etiqueta sin leer caliente</translation>
    </message>
    <message>
        <source>the list is not shown</source>
        <translation>la lista no está a la vista</translation>
    </message>
    <message>
        <source>Show all again</source>
        <translation>Mostrar todo otra vez</translation>
    </message>
    <message>
        <source>no filter clear</source>
        <translation>sin filtro quitar</translation>
    </message>
    <message>
        <source>nothing narrows the list</source>
        <translation>nada limita la lista</translation>
    </message>
    <message>
        <source>%1+</source>
        <comment>that many conversations, and more</comment>
        <translation>%1+</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>conversations that a filter shows</comment>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>Nothing here fits the filter</source>
        <translation>Nada de aquí cumple el filtro</translation>
    </message>
    <message>
        <source>What it leaves out is still there: %1 in this view.</source>
        <translation>Lo que deja fuera sigue ahí: %1 en esta vista.</translation>
    </message>
    <message>
        <source>a reply of yours has to be looked at first</source>
        <translation>primero hay que mirar una respuesta tuya</translation>
    </message>
    <message>
        <source>Unsent again in the conversation with %1</source>
        <comment>what had been dropped</comment>
        <translation>Vuelve a estar sin enviar en la conversación con %1</translation>
    </message>
    <message>
        <source>Your reply is a draft again in the conversation with %1</source>
        <translation>Tu respuesta vuelve a ser un borrador en la conversación con %1</translation>
    </message>
    <message>
        <source>Cannot be snoozed: %1</source>
        <comment>and why</comment>
        <translation>No se puede posponer: %1</translation>
    </message>
    <message>
        <source>Merge with another lead…</source>
        <translation>Unir con otro prospecto…</translation>
    </message>
    <message>
        <source>duplicate same person twice join</source>
        <translation>duplicado misma persona dos veces juntar</translation>
    </message>
    <message>
        <source>the lead is still being read</source>
        <translation>el prospecto aún se está leyendo</translation>
    </message>
    <message>
        <source>Take the merge back</source>
        <translation>Deshacer la unión</translation>
    </message>
    <message>
        <source>undo unmerge separate split</source>
        <translation>deshacer separar dividir</translation>
    </message>
    <message>
        <source>Open in its own window</source>
        <translation>Abierta en su propia ventana</translation>
    </message>
    <message>
        <source>What is written to this customer is written there.</source>
        <translation>Lo que se escribe a este cliente se escribe allí.</translation>
    </message>
    <message>
        <source>Nobody has mentioned you</source>
        <translation>Nadie te ha mencionado</translation>
    </message>
    <message>
        <source>Conversations stand here in which a note names you, until you have read it.</source>
        <translation>Aquí están las conversaciones en las que una nota te nombra, hasta que la leas.</translation>
    </message>
    <message>
        <source>choose somebody or leave the list</source>
        <translation>elegir a alguien o salir de la lista</translation>
    </message>
    <message>
        <source>Mention a colleague in a note</source>
        <translation>Mencionar a un colega en una nota</translation>
    </message>
    <message>
        <source>at @ tell team</source>
        <translation>arroba @ avisar equipo</translation>
    </message>
    <message>
        <source>nobody else sees this business</source>
        <translation>nadie más ve este negocio</translation>
    </message>
    <message>
        <source>Follow or unfollow</source>
        <translation>Seguir o dejar de seguir</translation>
    </message>
    <message>
        <source>take part participate leave join subscribe notify</source>
        <translation>participar seguir salir unirse avisar</translation>
    </message>
    <message>
        <source>You take part in this conversation</source>
        <translation>Participas en esta conversación</translation>
    </message>
    <message>
        <source>You take no part in this conversation any more</source>
        <translation>Ya no participas en esta conversación</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::InboxUnread</name>
    <message>
        <source>Go to the first unread message</source>
        <translation>Ir al primer mensaje sin leer</translation>
    </message>
    <message>
        <source>jump new line missed</source>
        <translation>saltar nuevo línea perdido</translation>
    </message>
    <message>
        <source>nothing in it is new</source>
        <translation>no hay nada nuevo en ella</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <comment>messages of the customer, in a button that leads to them</comment>
        <translation>
            <numerusform>%n nuevo</numerusform>
            <numerusform>%n nuevos</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: go to the first unread message</source>
        <comment>%1 is how many are new</comment>
        <translation>%1: ir al primer mensaje sin leer</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::InboxViews</name>
    <message>
        <source>Give it a name.</source>
        <translation>Ponle un nombre.</translation>
    </message>
    <message>
        <source>Another view has this name.</source>
        <translation>Otra vista ya tiene este nombre.</translation>
    </message>
    <message>
        <source>Save this view</source>
        <translation>Guardar esta vista</translation>
    </message>
    <message>
        <source>It keeps the view “%1” and what narrows it, on this computer, for you.</source>
        <translation>Guarda la vista «%1» y lo que la limita, en este ordenador, para ti.</translation>
    </message>
    <message>
        <source>Rename the view</source>
        <translation>Cambiar el nombre de la vista</translation>
    </message>
    <message>
        <source>The view “%1” was removed.</source>
        <translation>Se ha quitado la vista «%1».</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Cambiar el nombre…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>Vistas guardadas</translation>
    </message>
    <message>
        <source>Save this view…</source>
        <translation>Guardar esta vista…</translation>
    </message>
    <message>
        <source>filter keep name</source>
        <translation>filtro guardar nombre</translation>
    </message>
    <message>
        <source>nobody is signed in</source>
        <translation>nadie ha iniciado sesión</translation>
    </message>
    <message>
        <source>nothing narrows the list</source>
        <translation>nada limita la lista</translation>
    </message>
    <message>
        <source>it is saved as “%1”</source>
        <translation>está guardada como «%1»</translation>
    </message>
    <message numerus="yes">
        <source>there are %n saved views; remove one first</source>
        <translation>
            <numerusform>hay %n vista guardada; quítala antes</numerusform>
            <numerusform>hay %n vistas guardadas; quita una antes</numerusform>
        </translation>
    </message>
    <message>
        <source>no saved view is shown</source>
        <translation>no se muestra ninguna vista guardada</translation>
    </message>
    <message>
        <source>Rename the saved view…</source>
        <translation>Cambiar el nombre de la vista guardada…</translation>
    </message>
    <message>
        <source>Remove the saved view</source>
        <translation>Quitar la vista guardada</translation>
    </message>
    <message>
        <source>delete</source>
        <translation>eliminar borrar</translation>
    </message>
    <message>
        <source>Inbox: saved views…</source>
        <translation>Entrada: vistas guardadas…</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>filtro</translation>
    </message>
    <message>
        <source>none has been saved</source>
        <translation>no se ha guardado ninguna</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::LabelPicker</name>
    <message>
        <source>New label “%1”</source>
        <translation>Nueva etiqueta «%1»</translation>
    </message>
    <message>
        <source>%1, on</source>
        <translation>%1, puesta</translation>
    </message>
    <message>
        <source>%1, off</source>
        <translation>%1, sin poner</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>Find or write a label</source>
        <translation>Buscar o escribir una etiqueta</translation>
    </message>
    <message numerus="yes">
        <source>A conversation has at most %n label(s)</source>
        <translation>
            <numerusform>Una conversación tiene como máximo %n etiqueta</numerusform>
            <numerusform>Una conversación tiene como máximo %n etiquetas</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter puts it on or takes it off, Esc closes</source>
        <translation>Enter la pone o la quita, Esc cierra</translation>
    </message>
    <message>
        <source>Labels that fit</source>
        <translation>Etiquetas que encajan</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::LeadDelegate</name>
    <message>
        <source>Lead</source>
        <translation>Prospecto</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Puntuación</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Wants</source>
        <translation>Quiere</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Responsable</translation>
    </message>
    <message>
        <source>Last word</source>
        <translation>Último mensaje</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::LeadFacts</name>
    <message>
        <source>What is known</source>
        <translation>Lo que se sabe</translation>
    </message>
    <message>
        <source>Appointment</source>
        <translation>Cita</translation>
    </message>
    <message>
        <source>Qualification</source>
        <translation>Cualificación</translation>
    </message>
    <message>
        <source>%1 of %2 known</source>
        <translation>%1 de %2 conocidos</translation>
    </message>
    <message>
        <source>Why this score</source>
        <translation>Por qué esta puntuación</translation>
    </message>
    <message>
        <source>Why %1</source>
        <translation>Por qué %1</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>%1, since %2</source>
        <translation>%1, desde %2</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>a conversation</comment>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Open the conversation: %1</source>
        <translation>Abrir la conversación: %1</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Conversaciones</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::LeadFilters</name>
    <message>
        <source>Find a lead</source>
        <translation>Buscar un prospecto</translation>
    </message>
    <message>
        <source>Name, phone or e-mail</source>
        <translation>Nombre, teléfono o correo</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Puntuación</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>what it does and its key</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Any status</source>
        <translation>Cualquier estado</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>Llegada</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>Whenever</source>
        <translation>Cuando sea</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message numerus="yes">
        <source>In the last %n day(s)</source>
        <translation>
            <numerusform>En el último %n día</numerusform>
            <numerusform>En los últimos %n días</numerusform>
        </translation>
    </message>
    <message>
        <source>Any channel</source>
        <translation>Cualquier canal</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::LeadPane</name>
    <message>
        <source>Lead</source>
        <translation>Prospecto</translation>
    </message>
    <message>
        <source>What is known</source>
        <translation>Lo que se sabe</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Volver a la lista</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Hand to the team</source>
        <translation>Pasar al equipo</translation>
    </message>
    <message>
        <source>Change status</source>
        <translation>Cambiar el estado</translation>
    </message>
    <message>
        <source>Write first</source>
        <translation>Escribir primero</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>Unir…</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::LeadTablePane</name>
    <message>
        <source>Leads</source>
        <translation>Prospectos</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Anterior</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>found, all</comment>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>0 of %1</source>
        <translation>0 de %1</translation>
    </message>
    <message>
        <source>%1 – %2 of %3</source>
        <translation>%1 – %2 de %3</translation>
    </message>
    <message numerus="yes">
        <source>%1 others hidden by %n filter(s)</source>
        <translation>
            <numerusform>%1 más ocultos por %n filtro</numerusform>
            <numerusform>%1 más ocultos por %n filtros</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) want(s) to move</source>
        <translation>
            <numerusform>%n fila quiere moverse</numerusform>
            <numerusform>%n filas quieren moverse</numerusform>
        </translation>
    </message>
    <message>
        <source>New lead</source>
        <translation>Prospecto nuevo</translation>
    </message>
    <message>
        <source>Leads that fit</source>
        <translation>Prospectos que coinciden</translation>
    </message>
    <message>
        <source>Today&apos;s list</source>
        <translation>Lista de hoy</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::LeadWay</name>
    <message>
        <source>now %1</source>
        <comment>the status that a lead has</comment>
        <translation>ahora %1</translation>
    </message>
    <message>
        <source>not %1</source>
        <comment>a status that a lead has not reached</comment>
        <translation>no %1</translation>
    </message>
    <message>
        <source>Status: %1</source>
        <translation>Estado: %1</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::LeadsPage</name>
    <message>
        <source>no lead is open</source>
        <translation>no hay ningún prospecto abierto</translation>
    </message>
    <message>
        <source>your role may only read</source>
        <translation>este rol solo puede leer</translation>
    </message>
    <message>
        <source>the leads are not shown</source>
        <translation>los prospectos no están a la vista</translation>
    </message>
    <message>
        <source>Find a lead in the table</source>
        <translation>Buscar un prospecto en la tabla</translation>
    </message>
    <message>
        <source>name phone e-mail filter</source>
        <translation>nombre teléfono correo filtro</translation>
    </message>
    <message>
        <source>Clear the filters</source>
        <translation>Quitar los filtros</translation>
    </message>
    <message>
        <source>all leads</source>
        <translation>todos los prospectos</translation>
    </message>
    <message>
        <source>nothing is hidden</source>
        <translation>no hay nada oculto</translation>
    </message>
    <message>
        <source>Next page of leads</source>
        <translation>Página siguiente de prospectos</translation>
    </message>
    <message>
        <source>this is the last page</source>
        <translation>es la última página</translation>
    </message>
    <message>
        <source>Page of leads before</source>
        <translation>Página anterior de prospectos</translation>
    </message>
    <message>
        <source>this is the first page</source>
        <translation>es la primera página</translation>
    </message>
    <message>
        <source>Change the status of the lead</source>
        <translation>Cambiar el estado del prospecto</translation>
    </message>
    <message>
        <source>qualified booked won lost closed</source>
        <translation>cualificado reservado ganado perdido cerrado</translation>
    </message>
    <message>
        <source>Open the thread of the lead</source>
        <translation>Abrir la conversación del prospecto</translation>
    </message>
    <message>
        <source>conversation inbox</source>
        <translation>conversación bandeja de entrada</translation>
    </message>
    <message>
        <source>there is no conversation with them</source>
        <translation>no hay ninguna conversación con esta persona</translation>
    </message>
    <message>
        <source>no row wants to move</source>
        <translation>ninguna fila quiere moverse</translation>
    </message>
    <message>
        <source>the table is shown already</source>
        <translation>la tabla ya está a la vista</translation>
    </message>
    <message>
        <source>their conversation is resolved</source>
        <translation>su conversación está resuelta</translation>
    </message>
    <message>
        <source>it is with the team already</source>
        <translation>ya está con el equipo</translation>
    </message>
    <message>
        <source>The table could not be read</source>
        <translation>No se pudo leer la tabla</translation>
    </message>
    <message>
        <source>%1 What is on the server is safe; start the program again.</source>
        <translation>%1 Lo que está en el servidor está a salvo; reiniciar el programa.</translation>
    </message>
    <message>
        <source>all %1</source>
        <comment>clients</comment>
        <translation>los %1</translation>
    </message>
    <message>
        <source>all</source>
        <comment>clients</comment>
        <translation>todos</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>Nada coincide</translation>
    </message>
    <message>
        <source>Nobody has asked yet</source>
        <translation>Aún no ha preguntado nadie</translation>
    </message>
    <message>
        <source>Whoever writes or calls over a channel stands here, with what they want and how far it has come.</source>
        <translation>Quien escribe o llama por un canal aparece aquí, con lo que quiere y hasta dónde ha llegado.</translation>
    </message>
    <message>
        <source>No lead is open</source>
        <translation>No hay ningún prospecto abierto</translation>
    </message>
    <message>
        <source>Choose one in the table; J and K go through it.</source>
        <translation>Elegir uno en la tabla; J y K la recorren.</translation>
    </message>
    <message>
        <source>The lead that is chosen in the table stands here.</source>
        <translation>Aquí aparece el prospecto que se elija en la tabla.</translation>
    </message>
    <message>
        <source>This lead is not here</source>
        <translation>Este prospecto no está aquí</translation>
    </message>
    <message>
        <source>It was removed or merged into another, or it belongs to a client you do not work for.</source>
        <translation>Se quitó o se unió a otro, o es de un cliente ajeno.</translation>
    </message>
    <message>
        <source>No lead has all of this together: the words, the score, the status, the days and the channel.</source>
        <translation>Ningún prospecto reúne todo: las palabras, la puntuación, el estado, los días y el canal.</translation>
    </message>
    <message>
        <source>New lead…</source>
        <translation>Prospecto nuevo…</translation>
    </message>
    <message>
        <source>walk-in came in called call telephone enter person customer</source>
        <translation>vino llamó llamada teléfono apuntar persona cliente</translation>
    </message>
    <message>
        <source>Write to the lead…</source>
        <translation>Escribir al prospecto…</translation>
    </message>
    <message>
        <source>first message sms text whatsapp template</source>
        <translation>primer mensaje sms texto whatsapp plantilla</translation>
    </message>
    <message>
        <source>no number of theirs is known</source>
        <translation>no se conoce ningún número suyo</translation>
    </message>
    <message>
        <source>nobody is signed in</source>
        <translation>nadie ha iniciado sesión</translation>
    </message>
    <message>
        <source>no client is here yet</source>
        <translation>aún no hay ningún cliente aquí</translation>
    </message>
    <message>
        <source>they are not at the server yet</source>
        <translation>aún no están en el servidor</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::LineEdit</name>
    <message>
        <source>Show the password</source>
        <translation>Mostrar la contraseña</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::ListPane</name>
    <message>
        <source>Conversations</source>
        <translation>Conversaciones</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) want(s) to move</source>
        <translation>
            <numerusform>%n fila quiere moverse</numerusform>
            <numerusform>%n filas quieren moverse</numerusform>
        </translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtro</translation>
    </message>
    <message>
        <source>What narrows the list</source>
        <translation>Lo que limita la lista</translation>
    </message>
    <message>
        <source>Do not narrow to “%1” any more</source>
        <translation>Dejar de limitar a «%1»</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Mostrar todo</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::LockPage</name>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Desbloquear</translation>
    </message>
    <message>
        <source>Sign in as somebody else</source>
        <translation>Iniciar sesión con otra persona</translation>
    </message>
    <message>
        <source>Locked. What was typed here is kept, and goes out as it would have.</source>
        <translation>Bloqueado. Lo escrito aquí se conserva y sale como lo habría hecho.</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Bloqueado</translation>
    </message>
    <message>
        <source>Only the server can tell, and it does not answer now. Everything that was typed is kept.</source>
        <translation>Solo el servidor puede decirlo, y ahora no responde. Todo lo escrito se conserva.</translation>
    </message>
    <message>
        <source>%1 Next try in %2.</source>
        <translation>%1 Próximo intento en %2.</translation>
    </message>
    <message numerus="yes">
        <source>After %n more wrong try/tries the account rests.</source>
        <translation>
            <numerusform>Tras %n intento fallido más, la cuenta descansa.</numerusform>
            <numerusform>Tras %n intentos fallidos más, la cuenta descansa.</numerusform>
        </translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Preguntando al servidor…</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::LookSection</name>
    <message>
        <source>Appearance and language</source>
        <translation>Apariencia e idioma</translation>
    </message>
    <message>
        <source>Of this window on this computer; applied at once.</source>
        <translation>De esta ventana en este equipo; se aplica enseguida.</translation>
    </message>
    <message>
        <source>dark light contrast theme density text size zoom language spanish english lock away</source>
        <translation>oscuro claro contraste tema densidad texto tamaño zoom idioma español inglés bloquear ausente</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apariencia</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clara</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscura</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Alto contraste</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Filas</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Compactas</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normales</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>Amplias</translation>
    </message>
    <message>
        <source>Lock when nobody was at it for</source>
        <translation>Bloquear si no hay nadie durante</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nunca</translation>
    </message>
    <message>
        <source>The password is looked at by the server, which has to answer.</source>
        <translation>La contraseña la comprueba el servidor, que debe responder.</translation>
    </message>
    <message>
        <source>This computer&apos;s own backend has no password to unlock with.</source>
        <translation>El servidor de este equipo no tiene contraseña con la que desbloquear.</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Tamaño del texto</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Más pequeño</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Más grande</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::MacroPopup</name>
    <message>
        <source>Macros</source>
        <translation>Macros</translation>
    </message>
    <message>
        <source>Enter puts it in, Esc keeps what is typed</source>
        <translation>Enter la inserta, Esc deja lo escrito</translation>
    </message>
    <message>
        <source>%1, %2 of %3. %4</source>
        <translation>%1, %2 de %3. %4</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::MacrosSection</name>
    <message>
        <source>Macros</source>
        <translation>Macros</translation>
    </message>
    <message>
        <source>Texts that your team sends again and again. Whoever writes types / at the beginning of a line and a few letters of the name.</source>
        <translation>Textos que el equipo envía una y otra vez. Al escribir basta / al comienzo de una línea y unas letras del nombre.</translation>
    </message>
    <message>
        <source>canned replies templates snippets texts slash variables</source>
        <translation>respuestas guardadas plantillas textos barra variables</translation>
    </message>
    <message>
        <source>Not deleted: %1</source>
        <translation>No se eliminó: %1</translation>
    </message>
    <message>
        <source>No macro yet: a greeting, the way to you, what to bring.</source>
        <translation>Aún no hay macros: un saludo, cómo llegar, qué traer.</translation>
    </message>
    <message>
        <source>New macro</source>
        <translation>Nueva macro</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>Nombre corto</translation>
    </message>
    <message>
        <source>directions</source>
        <translation>cómo llegar</translation>
    </message>
    <message>
        <source>What is typed after the slash to find it.</source>
        <translation>Lo que se escribe tras la barra para encontrarla.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Hello {{lead.first_name}}, you find us at {{business.address}}.</source>
        <translation>Hola, {{lead.first_name}}: estamos en {{business.address}}.</translation>
    </message>
    <message>
        <source>A variable is filled in when the macro is used. What has no value then is marked, and nothing is sent before it is filled in or removed.</source>
        <translation>Las variables se completan al usar la macro. Lo que entonces no tiene valor queda marcado, y nada se envía hasta completarlo o quitarlo.</translation>
    </message>
    <message>
        <source>Insert a variable</source>
        <translation>Insertar una variable</translation>
    </message>
    <message>
        <source>Preview, with invented values</source>
        <translation>Vista previa, con valores inventados</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Undo changes</source>
        <translation>Deshacer cambios</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>The macro has been deleted. Saving makes it anew.</source>
        <translation>La macro se eliminó. Al guardar se crea de nuevo.</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>Hace falta un nombre.</translation>
    </message>
    <message>
        <source>A shorter name is typed faster.</source>
        <translation>Un nombre más corto se escribe antes.</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Guardada</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>No se guardó: %1</translation>
    </message>
    <message>
        <source>Delete “%1”?</source>
        <translation>¿Eliminar «%1»?</translation>
    </message>
    <message>
        <source>Nobody can insert it any more. What was written with it stays.</source>
        <translation>Ya nadie podrá insertarla. Lo escrito con ella se conserva.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Conservar</translation>
    </message>
    <message>
        <source>Your role may not change macros.</source>
        <translation>Este rol no puede cambiar macros.</translation>
    </message>
    <message>
        <source>Hello {{lead.first_name}}, this is {{business.name}}.</source>
        <translation>Hola, {{lead.first_name}}: te escribe {{business.name}}.</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::MainWindow</name>
    <message>
        <source>Foredeck</source>
        <translation>Foredeck</translation>
    </message>
    <message>
        <source>Something could not be saved.</source>
        <translation>Algo no se pudo guardar.</translation>
    </message>
    <message>
        <source>All clients</source>
        <translation>Todos los clientes</translation>
    </message>
    <message>
        <source>Inbox: %1</source>
        <translation>Entrada: %1</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Entrada</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Salida</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Choose the clients in view</source>
        <translation>Elegir los clientes a la vista</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Texto más grande</translation>
    </message>
    <message>
        <source>zoom in</source>
        <translation>acercar ampliar</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Texto más pequeño</translation>
    </message>
    <message>
        <source>zoom out</source>
        <translation>alejar reducir</translation>
    </message>
    <message>
        <source>Text at 100 %</source>
        <translation>Texto al 100 %</translation>
    </message>
    <message>
        <source>Appearance: as the desktop</source>
        <translation>Apariencia: como el escritorio</translation>
    </message>
    <message>
        <source>theme</source>
        <translation>tema</translation>
    </message>
    <message>
        <source>Appearance: light</source>
        <translation>Apariencia: clara</translation>
    </message>
    <message>
        <source>theme bright</source>
        <translation>tema claro</translation>
    </message>
    <message>
        <source>Appearance: dark</source>
        <translation>Apariencia: oscura</translation>
    </message>
    <message>
        <source>theme night</source>
        <translation>tema noche</translation>
    </message>
    <message>
        <source>Appearance: high contrast</source>
        <translation>Apariencia: alto contraste</translation>
    </message>
    <message>
        <source>theme accessibility</source>
        <translation>tema accesibilidad</translation>
    </message>
    <message>
        <source>Rows: compact</source>
        <translation>Filas: compactas</translation>
    </message>
    <message>
        <source>density</source>
        <translation>densidad</translation>
    </message>
    <message>
        <source>Rows: normal</source>
        <translation>Filas: normales</translation>
    </message>
    <message>
        <source>Rows: comfortable</source>
        <translation>Filas: amplias</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Panel siguiente</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>Panel anterior</translation>
    </message>
    <message>
        <source>Search or run a command</source>
        <translation>Buscar o ejecutar un comando</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Atajos</translation>
    </message>
    <message>
        <source>help keys cheat sheet</source>
        <translation>ayuda teclas chuleta</translation>
    </message>
    <message>
        <source>Pause them</source>
        <translation>Pausarlos</translation>
    </message>
    <message>
        <source>sample customers traffic</source>
        <translation>clientes de muestra tráfico</translation>
    </message>
    <message>
        <source>no sample is running</source>
        <translation>no hay ninguna muestra en marcha</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Cerrar sesión</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Bloquear</translation>
    </message>
    <message>
        <source>away shared computer password hide</source>
        <translation>ausente equipo compartido contraseña ocultar</translation>
    </message>
    <message>
        <source>the window is locked</source>
        <translation>la ventana está bloqueada</translation>
    </message>
    <message>
        <source>Something that was typed here is not saved yet: only whoever locked the window can let it go.</source>
        <translation>Algo escrito aquí aún no está guardado: solo quien bloqueó la ventana puede descartarlo.</translation>
    </message>
    <message>
        <source>this computer&apos;s own backend has no password to unlock with</source>
        <translation>el servidor de este equipo no tiene contraseña con la que desbloquear</translation>
    </message>
    <message>
        <source>this computer&apos;s own backend needs no sign-in</source>
        <translation>el servidor de este equipo no pide iniciar sesión</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>exit close</source>
        <translation>terminar cerrar</translation>
    </message>
    <message>
        <source>This computer cannot save.</source>
        <translation>Este equipo no puede guardar.</translation>
    </message>
    <message>
        <source>%1 What you type is kept while the window is open.</source>
        <translation>%1 Lo que escribes se conserva mientras la ventana esté abierta.</translation>
    </message>
    <message>
        <source>The local copy was damaged and is being filled again.</source>
        <translation>La copia local estaba dañada y se está llenando de nuevo.</translation>
    </message>
    <message>
        <source>The old one stands in %1; nothing you did is lost.</source>
        <translation>La anterior está en %1; no se perdió nada de lo que hiciste.</translation>
    </message>
    <message numerus="yes">
        <source>You can go on working; %n act(s) wait(s) in the outbox.</source>
        <translation>
            <numerusform>Puedes seguir trabajando; %n acción espera en la bandeja de salida.</numerusform>
            <numerusform>Puedes seguir trabajando; %n acciones esperan en la bandeja de salida.</numerusform>
        </translation>
    </message>
    <message>
        <source>You can read, search, write and decide as usual.</source>
        <translation>Puedes leer, buscar, escribir y decidir como siempre.</translation>
    </message>
    <message>
        <source>Newest are shown first.</source>
        <translation>Primero se muestra lo más nuevo.</translation>
    </message>
    <message>
        <source>You can read what is here; update to go on.</source>
        <translation>Puedes leer lo que hay aquí; actualiza para seguir.</translation>
    </message>
    <message numerus="yes">
        <source>Sample · %n client(s)</source>
        <translation>
            <numerusform>Muestra · %n cliente</numerusform>
            <numerusform>Muestra · %n clientes</numerusform>
        </translation>
    </message>
    <message>
        <source>All clients · %1</source>
        <translation>Todos los clientes · %1</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Muestra</translation>
    </message>
    <message>
        <source>Your business</source>
        <translation>Tu negocio</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Tú</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>Disponible</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>Iniciando sesión</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Sesión cerrada</translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation>No molestar</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>Ausente</translation>
    </message>
    <message>
        <source>Let them write</source>
        <translation>Dejar que escriban</translation>
    </message>
    <message>
        <source>Sample business.</source>
        <translation>Negocio de muestra.</translation>
    </message>
    <message>
        <source>Nothing leaves this computer.</source>
        <translation>Nada sale de este equipo.</translation>
    </message>
    <message>
        <source>sample customers are paused</source>
        <translation>los clientes de muestra están en pausa</translation>
    </message>
    <message>
        <source>sample customers write until you clear them</source>
        <translation>los clientes de muestra escriben hasta que los borres</translation>
    </message>
    <message>
        <source>Sign in without the keyring</source>
        <translation>Entrar sin el llavero</translation>
    </message>
    <message>
        <source>session password</source>
        <translation>sesión contraseña</translation>
    </message>
    <message>
        <source>the keyring is not being waited for</source>
        <translation>no se está esperando al llavero</translation>
    </message>
    <message>
        <source>Your keyring has not answered.</source>
        <translation>El llavero no ha respondido.</translation>
    </message>
    <message>
        <source>You can sign in without it, for this session only.</source>
        <translation>Puedes entrar sin él, solo en esta sesión.</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ocultar</translation>
    </message>
    <message>
        <source>Clear the sample</source>
        <translation>Borrar la muestra</translation>
    </message>
    <message>
        <source>sample remove delete</source>
        <translation>muestra quitar eliminar</translation>
    </message>
    <message>
        <source>no sample is on this computer</source>
        <translation>no hay ninguna muestra en este equipo</translation>
    </message>
    <message>
        <source>webhook port</source>
        <translation>webhook puerto</translation>
    </message>
    <message>
        <source>this computer takes none</source>
        <translation>este equipo no los recibe</translation>
    </message>
    <message>
        <source>Clear the sample?</source>
        <translation>¿Borrar la muestra?</translation>
    </message>
    <message>
        <source>Removes the sample&apos;s conversations from this computer and nothing of yours. Its customers stop writing.</source>
        <translation>Quita de este equipo las conversaciones de la muestra y nada tuyo. Sus clientes dejan de escribir.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Conservar</translation>
    </message>
    <message>
        <source>Nothing was done: %1</source>
        <translation>No se hizo nada: %1</translation>
    </message>
    <message>
        <source>nobody is signed in</source>
        <translation>nadie ha iniciado sesión</translation>
    </message>
    <message>
        <source>Escalations</source>
        <translation>Escalados</translation>
    </message>
    <message>
        <source>(%1) Foredeck</source>
        <comment>how many customers wait for a person</comment>
        <translation>(%1) Foredeck</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>Prospectos</translation>
    </message>
    <message>
        <source>Escalation rules</source>
        <translation>Reglas de traspaso</translation>
    </message>
    <message>
        <source>hand over when fires</source>
        <translation>traspasar cuando salta</translation>
    </message>
    <message>
        <source>only managers see rules</source>
        <translation>solo los responsables ven las reglas</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>Panel</translation>
    </message>
    <message>
        <source>Copy the web form&apos;s address</source>
        <translation>Copiar la dirección del formulario web</translation>
    </message>
    <message>
        <source>Write to yourself in the browser</source>
        <translation>Escribirse en el navegador</translation>
    </message>
    <message>
        <source>live chat page test try customer</source>
        <translation>chat en vivo página probar prueba cliente</translation>
    </message>
    <message>
        <source>no backend runs</source>
        <translation>no hay servidor en marcha</translation>
    </message>
    <message>
        <source>Copy the address of the live chat&apos;s page</source>
        <translation>Copiar la dirección de la página del chat en vivo</translation>
    </message>
    <message>
        <source>link url customers</source>
        <translation>enlace url clientes</translation>
    </message>
    <message>
        <source>No program on this computer opens web pages.</source>
        <translation>Ningún programa de este ordenador abre páginas web.</translation>
    </message>
    <message>
        <source>The address was copied: %1</source>
        <translation>La dirección se copió: %1</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>They were known already.</source>
        <translation>Ya se conocía a esta persona.</translation>
    </message>
    <message>
        <source>Nobody was entered twice; what was new of them was added, and the note stands in their conversation.</source>
        <translation>No se apuntó a nadie dos veces; se añadió lo nuevo, y la nota está en su conversación.</translation>
    </message>
    <message>
        <source>The disk of this computer is full.</source>
        <translation>El disco de este equipo está lleno.</translation>
    </message>
    <message>
        <source>The server&apos;s disk is full.</source>
        <translation>El disco del servidor está lleno.</translation>
    </message>
    <message>
        <source>What you write and do is kept in the outbox and goes out by itself when there is room.</source>
        <translation>Lo que escribes y haces se guarda en la bandeja de salida y sale solo cuando haya espacio.</translation>
    </message>
    <message>
        <source>language english</source>
        <translation>idioma inglés</translation>
    </message>
    <message>
        <source>language spanish</source>
        <translation>idioma español castellano</translation>
    </message>
    <message>
        <source>The server was set back to an earlier copy.</source>
        <translation>El servidor volvió a una copia anterior.</translation>
    </message>
    <message>
        <source>What came after that copy is not shown any more. Notes and tasks of yours that it lacks go out again by themselves; replies that may not have arrived wait in the outbox for a look.</source>
        <translation>Lo posterior a esa copia ya no se muestra. Las notas y tareas tuyas que le faltan vuelven a salir solas; las respuestas que quizá no hayan llegado esperan en la bandeja de salida a que las revises.</translation>
    </message>
    <message>
        <source>Drop what is not saved?</source>
        <translation>¿Descartar lo que no está guardado?</translation>
    </message>
    <message>
        <source>In a box stands something that is not saved yet.</source>
        <translation>En un cuadro hay algo que todavía no está guardado.</translation>
    </message>
    <message>
        <source>In the box “%1” stands something that is not saved yet.</source>
        <translation>En el cuadro «%1» hay algo que todavía no está guardado.</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>Seguir editando</translation>
    </message>
    <message>
        <source>Drop them</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Quit without saving?</source>
        <translation>¿Salir sin guardar?</translation>
    </message>
    <message>
        <source>The disk refuses what you typed: it stands in this window and nowhere else. With room on the disk it is saved by itself.</source>
        <translation>El disco rechaza lo que escribiste: está en esta ventana y en ningún otro sitio. Cuando haya espacio en el disco, se guarda solo.</translation>
    </message>
    <message>
        <source>Keep it open</source>
        <translation>Dejar abierto</translation>
    </message>
    <message>
        <source>Quit and lose it</source>
        <translation>Salir y perderlo</translation>
    </message>
    <message>
        <source>Sign out without saving?</source>
        <translation>¿Cerrar sesión sin guardar?</translation>
    </message>
    <message>
        <source>Stay signed in</source>
        <translation>Seguir con la sesión</translation>
    </message>
    <message>
        <source>Sign out and lose it</source>
        <translation>Cerrar sesión y perderlo</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::MentionPopup</name>
    <message>
        <source>People to mention</source>
        <translation>Personas que mencionar</translation>
    </message>
    <message>
        <source>Enter mentions them, Esc keeps what is typed</source>
        <translation>Enter menciona, Esc deja lo escrito</translation>
    </message>
    <message>
        <source>away</source>
        <translation>ausente</translation>
    </message>
    <message>
        <source>%1, %2 of %3. %4</source>
        <translation>%1, %2 de %3. %4</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::NavEntry</name>
    <message>
        <source>%1, %2</source>
        <comment>a place and how many are in it</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1+</source>
        <comment>so many, and perhaps more</comment>
        <translation>%1+</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::NavHead</name>
    <message>
        <source>Clients in view</source>
        <translation>Clientes a la vista</translation>
    </message>
    <message>
        <source>%1, %2, choose the clients in view</source>
        <translation>%1, %2, elegir los clientes a la vista</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::Navigation</name>
    <message>
        <source>Navigation</source>
        <translation>Navegación</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Entrada</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Salida</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Escalations</source>
        <translation>Escalados</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>Prospectos</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>Panel</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::NewLeadDialog</name>
    <message>
        <source>How they came</source>
        <translation>Cómo vino</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Nora Vidal</source>
        <translation>Nora Vidal</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo</translation>
    </message>
    <message>
        <source>What they want</source>
        <translation>Lo que quiere</translation>
    </message>
    <message>
        <source>A room for two, Friday to Sunday</source>
        <translation>Una habitación para dos, de viernes a domingo</translation>
    </message>
    <message>
        <source>Open a conversation, for tasks, notes and whoever takes it up</source>
        <translation>Abrir una conversación, para tareas, notas y quien la tome</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>New lead</source>
        <translation>Prospecto nuevo</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>First note</source>
        <translation>Primera nota</translation>
    </message>
    <message>
        <source>For your team only. It stands in the conversation.</source>
        <translation>Solo para el equipo. Queda en la conversación.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Say whom they came to.</source>
        <translation>Decir a qué cliente vino.</translation>
    </message>
    <message>
        <source>Say who it is: a name, a number or an e-mail.</source>
        <translation>Decir quién es: un nombre, un número o un correo.</translation>
    </message>
    <message>
        <source>This is too long.</source>
        <translation>Es demasiado largo.</translation>
    </message>
    <message>
        <source>This is no telephone number.</source>
        <translation>No es un número de teléfono.</translation>
    </message>
    <message>
        <source>This is no e-mail address.</source>
        <translation>No es una dirección de correo.</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::NewestPane</name>
    <message>
        <source>Newest leads</source>
        <translation>Prospectos más recientes</translation>
    </message>
    <message>
        <source>Nobody has asked yet.</source>
        <translation>Aún no ha preguntado nadie.</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::NewestRow</name>
    <message>
        <source>%1, came %2</source>
        <comment>a lead and when they first asked</comment>
        <translation>%1, llegó %2</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::NoticeDialog</name>
    <message>
        <source>For the assistant and everybody here</source>
        <translation>Para el asistente y todo el equipo</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Pause for an hour</source>
        <translation>Pausar una hora</translation>
    </message>
    <message>
        <source>Pause until tomorrow morning</source>
        <translation>Pausar hasta mañana por la mañana</translation>
    </message>
    <message>
        <source>Pause until further notice</source>
        <translation>Pausar hasta nuevo aviso</translation>
    </message>
    <message>
        <source>Let the assistant answer</source>
        <translation>Dejar que responda el asistente</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Aviso</translation>
    </message>
    <message>
        <source>No rooms until Sunday</source>
        <translation>Sin habitaciones hasta el domingo</translation>
    </message>
    <message>
        <source>The assistant tells it to whom it concerns, and everybody here sees it.</source>
        <translation>El asistente lo dice a quien le afecta, y todo el equipo lo ve.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Add the notice</source>
        <translation>Añadir el aviso</translation>
    </message>
    <message>
        <source>It holds until</source>
        <translation>Vale hasta</translation>
    </message>
    <message>
        <source>The assistant answers.</source>
        <translation>El asistente responde.</translation>
    </message>
    <message>
        <source>The assistant is paused until %1.</source>
        <translation>El asistente está en pausa hasta %1.</translation>
    </message>
    <message>
        <source>The assistant is paused until further notice.</source>
        <translation>El asistente está en pausa hasta nuevo aviso.</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>hasta %1</translation>
    </message>
    <message>
        <source>until it is ended</source>
        <translation>hasta que se termine</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Terminar</translation>
    </message>
    <message>
        <source>Say what holds.</source>
        <translation>Decir qué vale.</translation>
    </message>
    <message>
        <source>This is too long.</source>
        <translation>Es demasiado largo.</translation>
    </message>
    <message>
        <source>This is no time.</source>
        <translation>No es una hora.</translation>
    </message>
    <message>
        <source>This is past already.</source>
        <translation>Ya ha pasado.</translation>
    </message>
    <message>
        <source>End the notice of %1: %2 (%3)</source>
        <translation>Terminar el aviso de %1: %2 (%3)</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::NotificationsSection</name>
    <message>
        <source>Notifications</source>
        <translation>Notificaciones</translation>
    </message>
    <message>
        <source>How you hear on this computer that a customer waits for a person; applied at once.</source>
        <translation>Cómo avisa este equipo de que un cliente espera a una persona; se aplica al instante.</translation>
    </message>
    <message>
        <source>notification sound bell alert do not disturb quiet hours desktop reply</source>
        <translation>notificación sonido campana aviso no molestar horas de silencio escritorio respuesta</translation>
    </message>
    <message>
        <source>Notifications on the desktop</source>
        <translation>Notificaciones en el escritorio</translation>
    </message>
    <message>
        <source>Hand-overs are shown on the desktop</source>
        <translation>Los traspasos se muestran en el escritorio</translation>
    </message>
    <message>
        <source>Nothing is shown on the desktop</source>
        <translation>En el escritorio no se muestra nada</translation>
    </message>
    <message>
        <source>Show one now</source>
        <translation>Mostrar una ahora</translation>
    </message>
    <message>
        <source>Whatever is set here, the count at Escalations stays, and nothing is lost.</source>
        <translation>Con cualquier ajuste, el número junto a Escalaciones se mantiene y no se pierde nada.</translation>
    </message>
    <message>
        <source>No notification service</source>
        <translation>Sin servicio de notificaciones</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>Mostrada</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Cómo</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Sonido</translation>
    </message>
    <message>
        <source>With a sound</source>
        <translation>Con sonido</translation>
    </message>
    <message>
        <source>Without a sound</source>
        <translation>Sin sonido</translation>
    </message>
    <message>
        <source>Reply in the notification</source>
        <translation>Responder en la notificación</translation>
    </message>
    <message>
        <source>A reply can be typed into the notification, where the desktop offers it</source>
        <translation>La respuesta se puede escribir en la notificación, donde el escritorio lo ofrece</translation>
    </message>
    <message>
        <source>No reply is offered in the notification</source>
        <translation>En la notificación no se ofrece responder</translation>
    </message>
    <message>
        <source>Customers&apos; words</source>
        <translation>Palabras de los clientes</translation>
    </message>
    <message>
        <source>What customers want is shown</source>
        <translation>Se muestra lo que quieren los clientes</translation>
    </message>
    <message>
        <source>What customers want is hidden from others at this screen</source>
        <translation>Lo que quieren los clientes se oculta a otros ante esta pantalla</translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation>No molestar</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>No</translation>
    </message>
    <message>
        <source>For an hour</source>
        <translation>Una hora</translation>
    </message>
    <message>
        <source>Until tomorrow</source>
        <translation>Hasta mañana</translation>
    </message>
    <message>
        <source>Until turned off</source>
        <translation>Hasta quitarlo</translation>
    </message>
    <message>
        <source>The team calls others</source>
        <translation>El equipo llama a otros</translation>
    </message>
    <message>
        <source>Others are called instead of you, on every computer</source>
        <translation>Se llama a otras personas en su lugar, en todos los equipos</translation>
    </message>
    <message>
        <source>You are called when it is your turn</source>
        <translation>Se avisa a esta persona cuando le toca</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Guardado</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>No guardado: %1</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>Horas de silencio</translation>
    </message>
    <message>
        <source>Every day without notifications and sounds</source>
        <translation>Cada día sin notificaciones ni sonidos</translation>
    </message>
    <message>
        <source>No quiet hours</source>
        <translation>Sin horas de silencio</translation>
    </message>
    <message>
        <source>Emergencies</source>
        <translation>Emergencias</translation>
    </message>
    <message>
        <source>Emergencies come through all the same</source>
        <translation>Las emergencias llegan de todos modos</translation>
    </message>
    <message>
        <source>Emergencies wait, too</source>
        <translation>Las emergencias también esperan</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>Silencio desde</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>Silencio hasta</translation>
    </message>
    <message>
        <source>From</source>
        <comment>a time of the day</comment>
        <translation>De</translation>
    </message>
    <message>
        <source>until</source>
        <comment>a time of the day</comment>
        <translation>a</translation>
    </message>
    <message>
        <source>Until %1. What waits then is told in one.</source>
        <translation>Hasta %1. Lo que espere entonces se avisa en un solo mensaje.</translation>
    </message>
    <message>
        <source>While it is on there is no notification and no sound; what waits afterwards is told in one.</source>
        <translation>Mientras dura no hay notificaciones ni sonidos; lo que espere después se avisa en un solo mensaje.</translation>
    </message>
    <message>
        <source>From and until are the same time: it would be quiet day and night.</source>
        <translation>«Desde» y «hasta» son la misma hora: habría silencio día y noche.</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::OnCallList</name>
    <message>
        <source>You</source>
        <translation>Tú</translation>
    </message>
    <message>
        <source>%1 (you)</source>
        <translation>%1 (tú)</translation>
    </message>
    <message>
        <source>may not answer any more</source>
        <translation>ya no puede responder</translation>
    </message>
    <message>
        <source>on call for every client</source>
        <translation>de guardia para todos los clientes</translation>
    </message>
    <message>
        <source>at certain times</source>
        <translation>a ciertas horas</translation>
    </message>
    <message>
        <source>Somebody who is not here any more</source>
        <translation>Alguien que ya no está</translation>
    </message>
    <message>
        <source>Nobody may answer yet</source>
        <translation>Todavía nadie puede responder</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::OutboxPage</name>
    <message>
        <source>Outbox</source>
        <translation>Bandeja de salida</translation>
    </message>
    <message>
        <source>Everything here is safe on this computer and leaves in this order when the connection is there.</source>
        <translation>Todo lo de aquí está a salvo en este equipo y sale en este orden cuando haya conexión.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Intentar ahora</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
    <message>
        <source>Send anyway</source>
        <translation>Enviar igual</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Meanwhile in the thread</source>
        <translation>Entretanto en la conversación</translation>
    </message>
    <message>
        <source>reconnect send outbox</source>
        <translation>reconectar enviar bandeja salida</translation>
    </message>
    <message>
        <source>nothing waits</source>
        <translation>nada espera</translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>Nada espera</translation>
    </message>
    <message>
        <source>Every act has reached the server. What you do without a connection waits here, in order.</source>
        <translation>Todo llegó al servidor. Lo que hagas sin conexión espera aquí, en orden.</translation>
    </message>
    <message>
        <source>%1: %2 to %3</source>
        <comment>state, what, whom</comment>
        <translation>%1: %2 para %3</translation>
    </message>
    <message>
        <source>Your text, not sent</source>
        <translation>Tu texto, no enviado</translation>
    </message>
    <message>
        <source>This act has no text.</source>
        <translation>Esta acción no lleva texto.</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Keys and passwords are not kept here. To do it again, enter them anew in the settings.</source>
        <translation>Las claves y contraseñas no se guardan aquí. Para repetirlo, introdúcelas de nuevo en los ajustes.</translation>
    </message>
    <message>
        <source>Undo the drop</source>
        <translation>Deshacer el descarte</translation>
    </message>
    <message>
        <source>Your changes, not saved</source>
        <translation>Tus cambios, sin guardar</translation>
    </message>
    <message>
        <source>Your text, which may have arrived</source>
        <translation>Tu texto, que puede haber llegado</translation>
    </message>
    <message>
        <source>Your changes, which may have arrived</source>
        <translation>Tus cambios, que pueden haber llegado</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::OutboxRows</name>
    <message>
        <source>“%1”</source>
        <translation>«%1»</translation>
    </message>
    <message>
        <source>next try in %1</source>
        <translation>próximo intento en %1</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>N.º</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Para</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Contenido</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>Espera</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Condición</translation>
    </message>
    <message>
        <source>waits %1</source>
        <translation>espera %1</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::OutcomeDialog</name>
    <message>
        <source>What came of it</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Reached her, arrives at nine</source>
        <translation>Localizada, llega a las nueve</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecha</translation>
    </message>
    <message>
        <source>Is it done?</source>
        <translation>¿Está hecha?</translation>
    </message>
    <message>
        <source>Drop the task?</source>
        <translation>¿Descartar la tarea?</translation>
    </message>
    <message>
        <source>Drop it</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>May stay empty.</source>
        <translation>Puede quedar vacío.</translation>
    </message>
    <message>
        <source>This is too long.</source>
        <translation>Es demasiado largo.</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::PaletteModel</name>
    <message>
        <source>People and conversations</source>
        <translation>Personas y conversaciones</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::PeopleSection</name>
    <message>
        <source>People</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>Who may sign in and what they may do.</source>
        <translation>Quién puede iniciar sesión y qué puede hacer.</translation>
    </message>
    <message>
        <source>users roles invite password team</source>
        <translation>usuarios roles invitar contraseña equipo</translation>
    </message>
    <message>
        <source>Invite somebody</source>
        <translation>Invitar a alguien</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rol</translation>
    </message>
    <message>
        <source>First password</source>
        <translation>Primera contraseña</translation>
    </message>
    <message>
        <source>At least %1 characters. Tell it them in person; it is stored hashed on the server.</source>
        <translation>Al menos %1 caracteres. Dísela en persona; en el servidor solo se guarda su huella.</translation>
    </message>
    <message>
        <source>Invite</source>
        <translation>Invitar</translation>
    </message>
    <message>
        <source>On its way to the server</source>
        <translation>En camino al servidor</translation>
    </message>
    <message>
        <source>Nothing was done: %1</source>
        <translation>No se hizo nada: %1</translation>
    </message>
    <message>
        <source>Only administrators may invite.</source>
        <translation>Solo los administradores pueden invitar.</translation>
    </message>
    <message>
        <source>%1 (you)</source>
        <translation>%1 (tú)</translation>
    </message>
    <message>
        <source>Shut off</source>
        <translation>Quitar acceso</translation>
    </message>
    <message>
        <source>Shut off %1</source>
        <translation>Quitar el acceso a %1</translation>
    </message>
    <message>
        <source>Shut off %1?</source>
        <translation>¿Quitar el acceso a %1?</translation>
    </message>
    <message>
        <source>They are signed out everywhere and cannot sign in. What they wrote stays.</source>
        <translation>Se cierra su sesión en todas partes y no podrá iniciar otra. Lo que escribió se conserva.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Mantener</translation>
    </message>
    <message>
        <source>Nobody but you</source>
        <translation>Nadie más que tú</translation>
    </message>
    <message>
        <source>This is no e-mail address.</source>
        <translation>Esto no es una dirección de correo.</translation>
    </message>
    <message>
        <source>At least %1 characters.</source>
        <translation>Al menos %1 caracteres.</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Tú</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Guardado</translation>
    </message>
    <message>
        <source>Invited</source>
        <translation>Invitación creada</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::PersonMenu</name>
    <message>
        <source>Type a name</source>
        <translation>Escribe un nombre</translation>
    </message>
    <message>
        <source>“%1”</source>
        <comment>what is typed</comment>
        <translation>«%1»</translation>
    </message>
    <message>
        <source>Nobody is called “%1”</source>
        <translation>Nadie se llama «%1»</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::RuleDelegate</name>
    <message>
        <source>On</source>
        <comment>a rule that is in force</comment>
        <translation>Activa</translation>
    </message>
    <message>
        <source>Off</source>
        <comment>a rule that is not in force</comment>
        <translation>Inactiva</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::RuleForm</name>
    <message>
        <source>Name of the rule</source>
        <translation>Nombre de la regla</translation>
    </message>
    <message>
        <source>Refunds</source>
        <translation>Reembolsos</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>The rule is in force</source>
        <translation>La regla está en vigor</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>En vigor</translation>
    </message>
    <message>
        <source>Not in force</source>
        <translation>Sin vigor</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>When all of this holds</source>
        <translation>Cuando se cumple todo esto</translation>
    </message>
    <message>
        <source>Words in a message</source>
        <translation>Palabras de un mensaje</translation>
    </message>
    <message>
        <source>money back, refund</source>
        <translation>devolver el dinero, reembolso</translation>
    </message>
    <message>
        <source>Separated by commas. One of them, just so, is enough.</source>
        <translation>Separadas por comas. Basta con una, tal cual.</translation>
    </message>
    <message>
        <source>Meaning of a message</source>
        <translation>Significado de un mensaje</translation>
    </message>
    <message>
        <source>a refund</source>
        <translation>un reembolso</translation>
    </message>
    <message>
        <source>Separated by commas. In whatever words and language it is said.</source>
        <translation>Separados por comas. Con cualquier palabra y en cualquier idioma.</translation>
    </message>
    <message>
        <source>The same is asked again</source>
        <translation>Se pregunta lo mismo otra vez</translation>
    </message>
    <message>
        <source>The mood falls</source>
        <translation>El ánimo empeora</translation>
    </message>
    <message>
        <source>How it goes</source>
        <translation>Cómo va</translation>
    </message>
    <message>
        <source>Score above</source>
        <translation>Puntuación por encima de</translation>
    </message>
    <message>
        <source>0 to 99</source>
        <translation>De 0 a 99</translation>
    </message>
    <message>
        <source>Minutes without a person&apos;s reply</source>
        <translation>Minutos sin respuesta de una persona</translation>
    </message>
    <message>
        <source>1 to %1; by the clock</source>
        <translation>De 1 a %1; según el reloj</translation>
    </message>
    <message>
        <source>Times, any of them</source>
        <translation>Momentos, cualquiera de ellos</translation>
    </message>
    <message>
        <source>Channels, any of them</source>
        <translation>Canales, cualquiera de ellos</translation>
    </message>
    <message>
        <source>Languages, any of them</source>
        <translation>Idiomas, cualquiera de ellos</translation>
    </message>
    <message>
        <source>Spanish, German</source>
        <translation>español, alemán</translation>
    </message>
    <message>
        <source>Then a person gets the conversation</source>
        <translation>Entonces una persona recibe la conversación</translation>
    </message>
    <message>
        <source>Reason it is given</source>
        <translation>Motivo que se le da</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Prioridad</translation>
    </message>
    <message>
        <source>1, first</source>
        <translation>1, primero</translation>
    </message>
    <message>
        <source>3, last</source>
        <translation>3, último</translation>
    </message>
    <message>
        <source>Say at least one thing that must hold.</source>
        <translation>Di al menos una cosa que deba cumplirse.</translation>
    </message>
    <message>
        <source>Give it a name, so that people know it again.</source>
        <translation>Ponle un nombre para que se la reconozca.</translation>
    </message>
    <message>
        <source>A whole number from 0 to 99, or nothing.</source>
        <translation>Un número entero de 0 a 99, o nada.</translation>
    </message>
    <message>
        <source>A whole number from 1 to %1, or nothing.</source>
        <translation>Un número entero de 1 a %1, o nada.</translation>
    </message>
    <message>
        <source>No language is called so: %1</source>
        <translation>Ningún idioma se llama así: %1</translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <comment>a phrase, what is wrong with it</comment>
        <translation>«%1»: %2</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::RuleHitDelegate</name>
    <message>
        <source>%1 · %2</source>
        <comment>how often, when last</comment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::RuleTrial</name>
    <message>
        <source>Dry run</source>
        <translation>Ensayo</translation>
    </message>
    <message>
        <source>Dry run of what stands here</source>
        <translation>Ensayo de lo que está escrito</translation>
    </message>
    <message>
        <source>nothing is sent</source>
        <translation>no se envía nada</translation>
    </message>
    <message>
        <source>Try it on the last 30 days</source>
        <translation>Ensayar con los últimos 30 días</translation>
    </message>
    <message>
        <source>Conversations, the newest first</source>
        <translation>Conversaciones, la más reciente arriba</translation>
    </message>
    <message>
        <source>Conversations in which it would have fired</source>
        <translation>Conversaciones en las que habría saltado</translation>
    </message>
    <message>
        <source>Open in the inbox</source>
        <translation>Abrir en la bandeja</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Sin conexión</translation>
    </message>
    <message>
        <source>What happened in the last 30 days stands on the server. The rule itself can be edited and saved here meanwhile.</source>
        <translation>Lo que pasó en los últimos 30 días está en el servidor. Mientras tanto puedes editar la regla y guardarla aquí.</translation>
    </message>
    <message>
        <source>How often would it have fired?</source>
        <translation>¿Cuántas veces habría saltado?</translation>
    </message>
    <message>
        <source>The rule is held against what customers wrote in the last 30 days. Nobody is called, nothing is changed.</source>
        <translation>La regla se compara con lo que escribieron los clientes en los últimos 30 días. No se avisa a nadie ni se cambia nada.</translation>
    </message>
    <message>
        <source>Looking at the last 30 days…</source>
        <translation>Mirando los últimos 30 días…</translation>
    </message>
    <message>
        <source>It may take a minute. Everything else goes on.</source>
        <translation>Puede tardar un minuto. Todo lo demás sigue.</translation>
    </message>
    <message>
        <source>It could not be tried</source>
        <translation>No se ha podido ensayar</translation>
    </message>
    <message>
        <source>The rule was changed since. Try it again to see what it does now.</source>
        <translation>La regla ha cambiado desde entonces. Ensáyala otra vez para ver qué hace ahora.</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::RulesHeader</name>
    <message>
        <source>Back to the escalations</source>
        <translation>Volver a los traspasos</translation>
    </message>
    <message>
        <source>Escalation rules</source>
        <translation>Reglas de traspaso</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>Regla nueva</translation>
    </message>
    <message>
        <source>New rule for %1</source>
        <comment>a client</comment>
        <translation>Regla nueva para %1</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::RulesPage</name>
    <message>
        <source>only managers may change rules</source>
        <translation>solo los responsables pueden cambiar reglas</translation>
    </message>
    <message>
        <source>no rule is open</source>
        <translation>no hay ninguna regla abierta</translation>
    </message>
    <message>
        <source>the last change is still on its way</source>
        <translation>el último cambio aún está en camino</translation>
    </message>
    <message>
        <source>nothing was changed</source>
        <translation>no se ha cambiado nada</translation>
    </message>
    <message>
        <source>it is being tried</source>
        <translation>se está ensayando</translation>
    </message>
    <message>
        <source>there is no connection</source>
        <translation>no hay conexión</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>Regla nueva</translation>
    </message>
    <message>
        <source>escalation hand over when</source>
        <translation>traspaso traspasar cuando</translation>
    </message>
    <message>
        <source>the rules are not shown</source>
        <translation>las reglas no están a la vista</translation>
    </message>
    <message>
        <source>Save the rule</source>
        <translation>Guardar la regla</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>en vigor</translation>
    </message>
    <message>
        <source>Delete the rule</source>
        <translation>Eliminar la regla</translation>
    </message>
    <message>
        <source>remove</source>
        <translation>quitar</translation>
    </message>
    <message>
        <source>Try the rule on the last 30 days</source>
        <translation>Ensayar la regla con los últimos 30 días</translation>
    </message>
    <message>
        <source>dry run would have fired</source>
        <translation>ensayo habría saltado</translation>
    </message>
    <message>
        <source>Open the conversation of the dry run</source>
        <translation>Abrir la conversación del ensayo</translation>
    </message>
    <message>
        <source>inbox thread</source>
        <translation>bandeja hilo</translation>
    </message>
    <message>
        <source>no conversation is chosen</source>
        <translation>no hay ninguna conversación elegida</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>Sin guardar: %1</translation>
    </message>
    <message>
        <source>Delete “%1”?</source>
        <translation>¿Eliminar «%1»?</translation>
    </message>
    <message>
        <source>It calls nobody any more. What it did stays in the conversations&apos; history.</source>
        <translation>Ya no avisará a nadie. Lo que hizo queda en el historial de las conversaciones.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Conservar</translation>
    </message>
    <message>
        <source>Drop what is not saved?</source>
        <translation>¿Descartar lo que no está guardado?</translation>
    </message>
    <message>
        <source>The rule “%1” holds changes that are not saved yet.</source>
        <translation>La regla «%1» tiene cambios sin guardar.</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>Seguir editando</translation>
    </message>
    <message>
        <source>Drop them</source>
        <translation>Descartarlos</translation>
    </message>
    <message>
        <source>Something in the form cannot be tried; it stands beside the field.</source>
        <translation>Hay algo que no se puede ensayar; está junto al campo.</translation>
    </message>
    <message>
        <source>The rules could not be read</source>
        <translation>No se han podido leer las reglas</translation>
    </message>
    <message>
        <source>%1 What is on the server is safe; start the program again.</source>
        <translation>%1 Lo que está en el servidor está a salvo; vuelve a iniciar el programa.</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>The rule has been deleted. Saving makes it anew.</source>
        <translation>La regla se ha eliminado. Al guardar se crea de nuevo.</translation>
    </message>
    <message>
        <source>%1 of %2 in force</source>
        <translation>%1 de %2 en vigor</translation>
    </message>
    <message>
        <source>No rules yet</source>
        <translation>Aún no hay reglas</translation>
    </message>
    <message>
        <source>The assistant hands over by what it knows. A rule adds what matters to this business alone.</source>
        <translation>El asistente traspasa según lo que sabe. Una regla añade lo que solo importa a este negocio.</translation>
    </message>
    <message>
        <source>No rules are shown</source>
        <translation>No se muestran reglas</translation>
    </message>
    <message>
        <source>They are the managers&apos; business.</source>
        <translation>Son cosa de los responsables.</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Tomar la suya</translation>
    </message>
    <message>
        <source>It was not deleted: somebody has changed it meanwhile.</source>
        <translation>No se ha eliminado: alguien la ha cambiado mientras tanto.</translation>
    </message>
    <message>
        <source>It stands here as it is now. Delete it again, or keep it.</source>
        <translation>Aquí está como es ahora. Elimínala otra vez o consérvala.</translation>
    </message>
    <message>
        <source>Not saved: somebody else has changed it meanwhile. Save again to replace theirs.</source>
        <translation>Sin guardar: otra persona la ha cambiado mientras tanto. Guarda otra vez para reemplazar su cambio.</translation>
    </message>
    <message>
        <source>Somebody else has changed it while you edit. Saving replaces theirs.</source>
        <translation>Otra persona la ha cambiado mientras editas. Al guardar reemplazas su cambio.</translation>
    </message>
    <message>
        <source>Saved here; it goes to the server at once</source>
        <translation>Guardada aquí; sale enseguida hacia el servidor</translation>
    </message>
    <message>
        <source>Saved here; it goes to the server when it answers again</source>
        <translation>Guardada aquí; saldrá cuando el servidor vuelva a responder</translation>
    </message>
    <message>
        <source>Not deleted: %1</source>
        <translation>Sin eliminar: %1</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Guardada</translation>
    </message>
    <message>
        <source>Drop this rule</source>
        <translation>Descartar esta regla</translation>
    </message>
    <message>
        <source>Drop changes</source>
        <translation>Descartar los cambios</translation>
    </message>
    <message>
        <source>A rule hands a conversation to a person</source>
        <translation>Una regla pasa una conversación a una persona</translation>
    </message>
    <message>
        <source>It says what must hold and why a person is called; it can be tried before it is saved.</source>
        <translation>Dice qué debe cumplirse y por qué se avisa a una persona; puedes ensayarla antes de guardarla.</translation>
    </message>
    <message>
        <source>Only managers see rules</source>
        <translation>Solo los responsables ven las reglas</translation>
    </message>
    <message>
        <source>Ask a manager or an administrator when one should change.</source>
        <translation>Pide a un responsable o administrador que cambie alguna.</translation>
    </message>
    <message>
        <source>In the order they were made</source>
        <translation>En el orden en que se crearon</translation>
    </message>
    <message>
        <source>List of rules</source>
        <translation>Lista de reglas</translation>
    </message>
    <message>
        <source>Emergencies and opting out always come first. Of several rules the most pressing one fires, then the oldest.</source>
        <translation>Las emergencias y las bajas van siempre primero. De varias reglas salta la más urgente y, después, la más antigua.</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regla</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Volver a la lista</translation>
    </message>
    <message>
        <source>Changed, not saved</source>
        <translation>Cambiada, sin guardar</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::SearchButton</name>
    <message>
        <source>Search or run</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Search or run a command</source>
        <translation>Buscar o ejecutar un comando</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::SelectionBar</name>
    <message>
        <source>End the selection</source>
        <translation>Terminar la selección</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Show in the outbox</source>
        <translation>Ver en la bandeja de salida</translation>
    </message>
    <message>
        <source>Undo the rest</source>
        <translation>Deshacer el resto</translation>
    </message>
    <message>
        <source>All right</source>
        <translation>De acuerdo</translation>
    </message>
    <message>
        <source>%1: what is selected</source>
        <comment>an act on the rows of a list</comment>
        <translation>%1: lo seleccionado</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>Buscar ajustes</translation>
    </message>
    <message>
        <source>Settings: %1</source>
        <translation>Ajustes: %1</translation>
    </message>
    <message>
        <source>Settings sections</source>
        <translation>Secciones de ajustes</translation>
    </message>
    <message>
        <source>Drop what is not saved?</source>
        <translation>¿Descartar lo que no está guardado?</translation>
    </message>
    <message>
        <source>In the settings, “%1” holds changes that are not saved yet.</source>
        <translation>En los ajustes, «%1» tiene cambios sin guardar.</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>Seguir editando</translation>
    </message>
    <message>
        <source>Drop them</source>
        <translation>Descartar</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::SettingsSection</name>
    <message>
        <source>Somebody else has changed it meanwhile. Save again to replace theirs.</source>
        <translation>Otra persona lo ha cambiado mientras tanto. Guardar de nuevo para reemplazarlo.</translation>
    </message>
    <message>
        <source>Saved here; it goes to the server at once</source>
        <translation>Guardado aquí; va al servidor enseguida</translation>
    </message>
    <message>
        <source>Saved here; it goes to the server when it answers again</source>
        <translation>Guardado aquí; saldrá cuando el servidor vuelva a responder</translation>
    </message>
    <message>
        <source>Save again to replace these with yours; what else was changed stays:
%1</source>
        <translation>Guardar otra vez pone lo propio en lugar de esto; lo demás que se ha cambiado se queda:
%1</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::ShiftDialog</name>
    <message>
        <source>Hand over</source>
        <translation>Entregar</translation>
    </message>
    <message>
        <source>Hand over the shift</source>
        <translation>Entregar el turno</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>To whoever comes next</source>
        <translation>A quien venga después</translation>
    </message>
    <message>
        <source>For your team only: no customer and no assistant reads it.</source>
        <translation>Solo para el equipo: no la leen ni los clientes ni el asistente.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message numerus="yes">
        <source>Those it was for (%n)</source>
        <comment>clients</comment>
        <translation>
            <numerusform>El que queda por avisar (%n)</numerusform>
            <numerusform>Los que quedan por avisar (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>All clients</source>
        <translation>Todos los clientes</translation>
    </message>
    <message>
        <source>Looking what is open…</source>
        <translation>Buscando lo pendiente…</translation>
    </message>
    <message>
        <source>Nothing is open here.</source>
        <translation>Aquí no hay nada pendiente.</translation>
    </message>
    <message numerus="yes">
        <source>More is open than a note can hold; the first %n stand in it.</source>
        <translation>
            <numerusform>Hay más pendiente de lo que cabe en una nota; contiene solo la primera (%n).</numerusform>
            <numerusform>Hay más pendiente de lo que cabe en una nota; contiene las primeras %n líneas.</numerusform>
        </translation>
    </message>
    <message>
        <source>This is too long.</source>
        <translation>Es demasiado largo.</translation>
    </message>
    <message>
        <source>Nothing is open with any of them: choose the client that this is about.</source>
        <translation>No hay nada pendiente con ninguno: elegir el cliente del que se trata.</translation>
    </message>
    <message>
        <source>Say what whoever comes next should know.</source>
        <translation>Decir lo que debe saber quien venga después.</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::ShiftList</name>
    <message>
        <source>%1, %2</source>
        <comment>what is open, when it is due</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>what was open, what has become of it</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::ShiftNoteDialog</name>
    <message>
        <source>I have read it</source>
        <translation>Leída</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Shift notes</source>
        <translation>Notas de turno</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>who and when, a client</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 · not read</source>
        <comment>a shift note</comment>
        <translation>%1 · sin leer</translation>
    </message>
    <message>
        <source>No shift was handed over yet.</source>
        <translation>Aún no se ha entregado ningún turno.</translation>
    </message>
    <message>
        <source>Not sent yet: nobody else sees it.</source>
        <translation>Aún sin enviar: nadie más la ve.</translation>
    </message>
    <message>
        <source>It was not taken and stands in the outbox: nobody else sees it.</source>
        <translation>No se aceptó y está en la bandeja de salida: nadie más la ve.</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::ShortcutSheet</name>
    <message>
        <source>Shortcuts</source>
        <translation>Atajos</translation>
    </message>
    <message>
        <source>Single letters work outside text fields.</source>
        <translation>Las letras sueltas funcionan fuera de los campos de texto.</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::ShortcutsSection</name>
    <message>
        <source>Shortcuts</source>
        <translation>Atajos</translation>
    </message>
    <message>
        <source>Every command that has a key. Single letters work outside text fields.</source>
        <translation>Todos los comandos que tienen tecla. Las letras sueltas funcionan fuera de los campos de texto.</translation>
    </message>
    <message>
        <source>keys keyboard commands</source>
        <translation>teclas teclado comandos</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::SidePanel</name>
    <message>
        <source>Why it came to you</source>
        <translation>Por qué llegó a ti</translation>
    </message>
    <message>
        <source>due %1</source>
        <translation>vence %1</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>Porque</translation>
    </message>
    <message>
        <source>Wants</source>
        <translation>Quiere</translation>
    </message>
    <message>
        <source>Tried</source>
        <translation>Probado</translation>
    </message>
    <message>
        <source>Mood</source>
        <translation>Ánimo</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>Urgencia</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Presupuesto</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Dónde</translation>
    </message>
    <message>
        <source>Decides</source>
        <translation>Decide</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>Lo que se dijo</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contacto</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>%1, opted out %2</source>
        <translation>%1, baja: %2</translation>
    </message>
    <message>
        <source>%1, given %2</source>
        <translation>%1, dado: %2</translation>
    </message>
    <message>
        <source>%1, wrote first %2</source>
        <translation>%1, escribió primero: %2</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Permiso</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>Why %1</source>
        <translation>Por qué %1</translation>
    </message>
    <message>
        <source>Clocks</source>
        <translation>Plazos</translation>
    </message>
    <message>
        <source>Waits since</source>
        <translation>Espera desde</translation>
    </message>
    <message>
        <source>Next reply</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>was due %1</source>
        <translation>venció %1</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Ventana</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>hasta %1</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Entendido</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fuente</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regla</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Falló</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Motor</translation>
    </message>
    <message>
        <source>No decision yet</source>
        <translation>Aún sin decisiones</translation>
    </message>
    <message>
        <source>What the assistant decides in this conversation stands here, with the answers it used.</source>
        <translation>Aquí está lo que el asistente decide en esta conversación, con las respuestas que usó.</translation>
    </message>
    <message>
        <source>Side panel</source>
        <translation>Panel lateral</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Prospecto</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Decisiones</translation>
    </message>
    <message>
        <source>Close the side panel</source>
        <translation>Cerrar el panel lateral</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>hasta %1</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>Prometido</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Pendiente</translation>
    </message>
    <message>
        <source>Earlier decisions stand with their messages in the conversation.</source>
        <translation>Las decisiones anteriores están junto a sus mensajes en la conversación.</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Tú</translation>
    </message>
    <message>
        <source>Takes part</source>
        <translation>Participa</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Equipo</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::SignInPage</name>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Sign in to a server</source>
        <translation>Iniciar sesión en un servidor</translation>
    </message>
    <message>
        <source>Your team&apos;s conversations, from your own server.</source>
        <translation>Las conversaciones de tu equipo, desde tu propio servidor.</translation>
    </message>
    <message>
        <source>Server address</source>
        <translation>Dirección del servidor</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>Stay signed in</source>
        <translation>Mantener la sesión</translation>
    </message>
    <message>
        <source>in your keyring if there is one, never in a file</source>
        <translation>en tu llavero si lo hay, nunca en un archivo</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Iniciar sesión</translation>
    </message>
    <message>
        <source>For this session only</source>
        <translation>Solo esta sesión</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>En este equipo</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>Abrir %1</translation>
    </message>
    <message>
        <source>Asking who it is…</source>
        <translation>Preguntando quién es…</translation>
    </message>
    <message>
        <source>encrypted</source>
        <translation>cifrado</translation>
    </message>
    <message>
        <source>not encrypted</source>
        <translation>sin cifrar</translation>
    </message>
    <message>
        <source>%1, answers in %2 ms, %3</source>
        <comment>a server, its answer&apos;s time, and whether the way there is encrypted</comment>
        <translation>%1, responde en %2 ms, %3</translation>
    </message>
    <message>
        <source>This is no e-mail address.</source>
        <translation>Esto no es una dirección de correo.</translation>
    </message>
    <message>
        <source>The password is empty.</source>
        <translation>Falta la contraseña.</translation>
    </message>
    <message>
        <source>%1 Next try in %2.</source>
        <translation>%1 Próximo intento en %2.</translation>
    </message>
    <message>
        <source>no keyring here: for this session only</source>
        <translation>aquí no hay llavero: solo esta sesión</translation>
    </message>
    <message>
        <source>The keyring has not answered</source>
        <translation>El llavero no ha respondido</translation>
    </message>
    <message>
        <source>Waiting for your keyring</source>
        <translation>Esperando a tu llavero</translation>
    </message>
    <message>
        <source>Nothing is written to disk without it.</source>
        <translation>Sin él no se escribe nada en el disco.</translation>
    </message>
    <message>
        <source>It may ask for its password in a window of its own. After 10 s you can go on without it.</source>
        <translation>Puede pedir su contraseña en una ventana propia. Después de 10 s puedes seguir sin él.</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Iniciando sesión…</translation>
    </message>
    <message numerus="yes">
        <source>After %n more wrong try/tries the account rests.</source>
        <translation>
            <numerusform>Tras %n intento fallido más, la cuenta descansa.</numerusform>
            <numerusform>Tras %n intentos fallidos más, la cuenta descansa.</numerusform>
        </translation>
    </message>
    <message>
        <source>The account rests now; try again later.</source>
        <translation>La cuenta descansa ahora; inténtalo más tarde.</translation>
    </message>
    <message>
        <source>The way there is not encrypted: whoever is on it can read the password.</source>
        <translation>El camino no está cifrado: quien esté en él puede leer la contraseña.</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::Skeleton</name>
    <message>
        <source>Loading</source>
        <translation>Cargando</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::SnoozeAsker</name>
    <message>
        <source>Later today</source>
        <translation>Más tarde hoy</translation>
    </message>
    <message>
        <source>Tomorrow morning</source>
        <translation>Mañana temprano</translation>
    </message>
    <message>
        <source>When you open next</source>
        <translation>En la próxima apertura</translation>
    </message>
    <message>
        <source>Next week</source>
        <translation>La próxima semana</translation>
    </message>
    <message>
        <source>Snooze until</source>
        <translation>Posponer hasta</translation>
    </message>
    <message>
        <source>Day and time…</source>
        <translation>Día y hora…</translation>
    </message>
    <message>
        <source>Wake now</source>
        <translation>Retomar ahora</translation>
    </message>
    <message>
        <source>Times of %1; opening hours of %2</source>
        <comment>two time zones</comment>
        <translation>Horas de %1; horario de apertura de %2</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::SnoozeUntil</name>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Posponer</translation>
    </message>
    <message>
        <source>Snooze until</source>
        <translation>Posponer hasta</translation>
    </message>
    <message>
        <source>Day and time</source>
        <translation>Día y hora</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>This is no time.</source>
        <translation>Esto no es una hora.</translation>
    </message>
    <message>
        <source>This is past already.</source>
        <translation>Ese momento ya pasó.</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::SortButton</name>
    <message>
        <source>Sort by %1</source>
        <translation>Ordenar por %1</translation>
    </message>
    <message>
        <source>%1, sorted falling</source>
        <translation>%1, de mayor a menor</translation>
    </message>
    <message>
        <source>%1, sorted rising</source>
        <translation>%1, de menor a mayor</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::StartCard</name>
    <message>
        <source>closed</source>
        <translation>cerrado</translation>
    </message>
    <message>
        <source>Use it for my business</source>
        <translation>Usarlo para mi negocio</translation>
    </message>
    <message>
        <source>About five minutes. Your data stays apart from the sample and outlives it.</source>
        <translation>Unos cinco minutos. Tus datos quedan aparte de la muestra y la sobreviven.</translation>
    </message>
    <message>
        <source>Start my business</source>
        <translation>Crear mi negocio</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Name of your business</source>
        <translation>Nombre de tu negocio</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Horario</translation>
    </message>
    <message>
        <source>Edit hours and zone</source>
        <translation>Editar horario y zona</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>%1 time</source>
        <comment>of a city&apos;s time zone</comment>
        <translation>hora de %1</translation>
    </message>
    <message>
        <source>%1, as this computer</source>
        <translation>%1, como este equipo</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>Todos los días</translation>
    </message>
    <message>
        <source>day and night</source>
        <translation>día y noche</translation>
    </message>
    <message>
        <source>Three questions customers ask</source>
        <translation>Tres preguntas de los clientes</translation>
    </message>
    <message>
        <source>When are you open?</source>
        <translation>¿Cuándo abren?</translation>
    </message>
    <message>
        <source>from your hours</source>
        <translation>según tu horario</translation>
    </message>
    <message>
        <source>Where can I park?</source>
        <translation>¿Dónde puedo estacionar?</translation>
    </message>
    <message>
        <source>What does it cost?</source>
        <translation>¿Cuánto cuesta?</translation>
    </message>
    <message>
        <source>Write answer</source>
        <translation>Responder</translation>
    </message>
    <message>
        <source>Change the answer to “%1”</source>
        <translation>Cambiar la respuesta a «%1»</translation>
    </message>
    <message>
        <source>Write the answer to “%1”</source>
        <translation>Escribir la respuesta a «%1»</translation>
    </message>
    <message>
        <source>The answer, as you would say it</source>
        <translation>La respuesta, con tus palabras</translation>
    </message>
    <message>
        <source>Change answer</source>
        <translation>Cambiar</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>Channel keys</source>
        <translation>Claves de los canales</translation>
    </message>
    <message>
        <source>may be later</source>
        <translation>puede ser después</translation>
    </message>
    <message>
        <source>in Settings › Channels</source>
        <translation>en Ajustes › Canales</translation>
    </message>
    <message>
        <source>Clear the sample</source>
        <translation>Borrar la muestra</translation>
    </message>
    <message>
        <source>Clear the sample?</source>
        <translation>¿Borrar la muestra?</translation>
    </message>
    <message numerus="yes">
        <source>Removes %n sample conversation(s) from this computer and nothing of yours. The sample&apos;s customers stop writing.</source>
        <translation>
            <numerusform>Quita de este equipo %n conversación de muestra y nada tuyo. Los clientes de muestra dejan de escribir.</numerusform>
            <numerusform>Quita de este equipo %n conversaciones de muestra y nada tuyo. Los clientes de muestra dejan de escribir.</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Conservar</translation>
    </message>
    <message numerus="yes">
        <source>Clearing removes %n sample conversation(s) from this computer and nothing of yours.</source>
        <translation>
            <numerusform>Al borrarla se quita de este equipo %n conversación de muestra y nada tuyo.</numerusform>
            <numerusform>Al borrarla se quitan de este equipo %n conversaciones de muestra y nada tuyo.</numerusform>
        </translation>
    </message>
    <message>
        <source>A name is needed: customers read it in the assistant&apos;s first message.</source>
        <translation>Falta un nombre: los clientes lo leen en el primer mensaje del asistente.</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Creando…</translation>
    </message>
    <message>
        <source>Question %1</source>
        <translation>Pregunta %1</translation>
    </message>
    <message>
        <source>Answer to question %1</source>
        <translation>Respuesta a la pregunta %1</translation>
    </message>
    <message>
        <source>This name is too long.</source>
        <translation>Este nombre es demasiado largo.</translation>
    </message>
    <message>
        <source>Your telephone, for when nobody looks: Settings › Who is told, afterwards.</source>
        <translation>Tu teléfono, para cuando nadie mira: después, en Ajustes › A quién se avisa.</translation>
    </message>
    <message>
        <source>Without keys, the live chat works here: once it has begun, “Write to yourself in the browser” in the empty inbox opens its page.</source>
        <translation>Sin claves, el chat en vivo funciona aquí: una vez en marcha, «Escribirse en el navegador», en la bandeja vacía, abre su página.</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::StatStrip</name>
    <message>
        <source>Today&apos;s figures</source>
        <translation>Cifras de hoy</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::StatePane</name>
    <message>
        <source>Copy code %1</source>
        <translation>Copiar el código %1</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::StatusLine</name>
    <message>
        <source>Live</source>
        <translation>En vivo</translation>
    </message>
    <message>
        <source>Catching up, %1 of %2</source>
        <translation>Poniéndose al día, %1 de %2</translation>
    </message>
    <message>
        <source>Catching up</source>
        <translation>Poniéndose al día</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Conectando</translation>
    </message>
    <message>
        <source>Reconnecting in %1</source>
        <translation>Reconecta en %1</translation>
    </message>
    <message>
        <source>Reconnecting</source>
        <translation>Reconectando</translation>
    </message>
    <message>
        <source>Offline since %1</source>
        <translation>Sin conexión desde %1</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Sin conexión</translation>
    </message>
    <message>
        <source>Gap being filled</source>
        <translation>Completando un hueco</translation>
    </message>
    <message>
        <source>Cannot save here</source>
        <translation>Aquí no se puede guardar</translation>
    </message>
    <message>
        <source>This program is too old for the server</source>
        <translation>Este programa es demasiado antiguo para el servidor</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Sesión cerrada</translation>
    </message>
    <message>
        <source>Complete up to %1</source>
        <translation>Completo hasta %1</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message numerus="yes">
        <source>%n unsent</source>
        <translation>
            <numerusform>%n sin enviar</numerusform>
            <numerusform>%n sin enviar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) a look</source>
        <translation>
            <numerusform>%n por revisar</numerusform>
            <numerusform>%n por revisar</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting for your keyring</source>
        <translation>Esperando a tu llavero</translation>
    </message>
    <message>
        <source>Signed in for this session only</source>
        <translation>Sesión solo por esta vez</translation>
    </message>
    <message numerus="yes">
        <source>Assistant answering in %1 of %n client(s)</source>
        <translation>
            <numerusform>El asistente responde en %1 de %n cliente</numerusform>
            <numerusform>El asistente responde en %1 de %n clientes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n client(s)</source>
        <comment>how many clients the assistant answers in</comment>
        <translation>
            <numerusform>%1 de %n cliente</numerusform>
            <numerusform>%1 de %n clientes</numerusform>
        </translation>
    </message>
    <message>
        <source>Assistant answering</source>
        <translation>El asistente responde</translation>
    </message>
    <message>
        <source>Assistant paused</source>
        <translation>Asistente en pausa</translation>
    </message>
    <message>
        <source>Safe mode on</source>
        <translation>Modo seguro activado</translation>
    </message>
    <message>
        <source>Safe mode off</source>
        <translation>Modo seguro desactivado</translation>
    </message>
    <message>
        <source>Safe mode on in %1 of %2</source>
        <translation>Modo seguro en %1 de %2</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Atajos</translation>
    </message>
    <message>
        <source>Behind by %1</source>
        <translation>Atrasado %1</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::Switch</name>
    <message>
        <source>On</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>No</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::TaskAsker</name>
    <message>
        <source>%1: %2</source>
        <comment>the kind of a task, and what it says</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Tarea</translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation>Reabrir</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Cambiar…</translation>
    </message>
    <message>
        <source>Give to…</source>
        <translation>Asignar a…</translation>
    </message>
    <message>
        <source>Drop…</source>
        <translation>Descartar…</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Tú</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::TaskDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>New task</source>
        <translation>Tarea nueva</translation>
    </message>
    <message>
        <source>Kind of task</source>
        <translation>Tipo de tarea</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>Qué hay que hacer</translation>
    </message>
    <message>
        <source>Ask the kitchen about the allergy</source>
        <translation>Preguntar a la cocina por la alergia</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>By when</source>
        <translation>Para cuándo</translation>
    </message>
    <message>
        <source>Who does it</source>
        <translation>Quién la hace</translation>
    </message>
    <message>
        <source>Change the task</source>
        <translation>Cambiar la tarea</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>Nadie todavía</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Tú</translation>
    </message>
    <message>
        <source>Say what is to be done.</source>
        <translation>Falta decir qué hay que hacer.</translation>
    </message>
    <message>
        <source>This is too long.</source>
        <translation>Es demasiado largo.</translation>
    </message>
    <message>
        <source>This is no time.</source>
        <translation>Esto no es una hora.</translation>
    </message>
    <message>
        <source>This is past already.</source>
        <translation>Ese momento ya pasó.</translation>
    </message>
    <message>
        <source>A colleague</source>
        <translation>Otra persona del equipo</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::TaskLine</name>
    <message>
        <source>Done</source>
        <translation>Hecha</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation>Hecha: %1</translation>
    </message>
    <message>
        <source>More: %1</source>
        <translation>Más: %1</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::TaskSection</name>
    <message>
        <source>Nothing is to be done.</source>
        <translation>No hay nada que hacer.</translation>
    </message>
    <message>
        <source>New task</source>
        <translation>Tarea nueva</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Tareas</translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <comment>tasks</comment>
        <translation>
            <numerusform>%n abierta</numerusform>
            <numerusform>%n abiertas</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a task, and which of several that say the same</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::ThreadPane</name>
    <message>
        <source>Thread</source>
        <translation>Conversación</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Volver a la lista</translation>
    </message>
    <message>
        <source>Hand back</source>
        <translation>Devolver</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>Resolver</translation>
    </message>
    <message>
        <source>Side panel</source>
        <translation>Panel lateral</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::Toast</name>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::TranscriptView</name>
    <message>
        <source>Conversation</source>
        <translation>Mensajes</translation>
    </message>
    <message>
        <source>Close the decision</source>
        <translation>Cerrar la decisión</translation>
    </message>
    <message>
        <source>Open the decision</source>
        <translation>Abrir la decisión</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::UnsentReplies</name>
    <message>
        <source>Keep it open</source>
        <translation>Dejar abierto</translation>
    </message>
    <message>
        <source>Keep as a draft</source>
        <translation>Guardar como borrador</translation>
    </message>
    <message>
        <source>Send and quit</source>
        <translation>Enviar y salir</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message numerus="yes">
        <source>%n reply(ies) has/have not gone out yet</source>
        <translation>
            <numerusform>%n respuesta no ha salido todavía</numerusform>
            <numerusform>%n respuestas no han salido todavía</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It can still be taken back, and nobody sends it once Foredeck is closed. As a draft it stands in its conversation again.</source>
        <translation>
            <numerusform>Aún se puede deshacer, y nadie la envía cuando Foredeck se cierra. Como borrador vuelve a su conversación.</numerusform>
            <numerusform>Aún se pueden deshacer, y nadie las envía cuando Foredeck se cierra. Como borradores vuelven a sus conversaciones.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Enviando…</translation>
    </message>
    <message>
        <source>The window closes when the server has it.</source>
        <translation>La ventana se cierra cuando el servidor la tenga.</translation>
    </message>
    <message>
        <source>The server does not answer</source>
        <translation>El servidor no responde</translation>
    </message>
    <message>
        <source>What you wrote is safe in the outbox of this computer and waits there for the next start.</source>
        <translation>Lo que escribiste está a salvo en la bandeja de salida de este equipo y espera allí al próximo inicio.</translation>
    </message>
    <message>
        <source>What needs a look stays in the outbox until you have looked at it.</source>
        <translation>Lo que hay que revisar se queda en la bandeja de salida hasta que lo revises.</translation>
    </message>
    <message>
        <source>Not everything has gone out yet</source>
        <translation>Aún no ha salido todo</translation>
    </message>
    <message>
        <source>It has not gone out yet</source>
        <translation>Aún no ha salido</translation>
    </message>
    <message>
        <source>This computer has not saved it yet.</source>
        <translation>Este equipo aún no lo ha guardado.</translation>
    </message>
    <message>
        <source>Stay signed in</source>
        <translation>Seguir con la sesión</translation>
    </message>
    <message>
        <source>Send and sign out</source>
        <translation>Enviar y cerrar sesión</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Cerrar sesión</translation>
    </message>
    <message numerus="yes">
        <source>It can still be taken back, and nobody sends it before you sign in here again. As a draft it stands in its conversation again.</source>
        <translation>
            <numerusform>Aún se puede deshacer, y nadie la envía antes de que vuelvas a iniciar sesión aquí. Como borrador vuelve a su conversación.</numerusform>
            <numerusform>Aún se pueden deshacer, y nadie las envía antes de que vuelvas a iniciar sesión aquí. Como borradores vuelven a sus conversaciones.</numerusform>
        </translation>
    </message>
    <message>
        <source>You are signed out when the server has it.</source>
        <translation>La sesión se cierra cuando el servidor la tenga.</translation>
    </message>
    <message>
        <source>What you wrote is safe in the outbox of this computer and waits there until you sign in again.</source>
        <translation>Lo que escribiste está a salvo en la bandeja de salida de este equipo y espera allí hasta que vuelvas a iniciar sesión.</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::ViewNameDialog</name>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Hot on WhatsApp</source>
        <translation>Calientes en WhatsApp</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::WeekEditor</name>
    <message>
        <source>Time zone</source>
        <translation>Zona horaria</translation>
    </message>
    <message>
        <source>Open day and night</source>
        <translation>Abierto día y noche</translation>
    </message>
    <message>
        <source>open</source>
        <translation>abierto</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>cerrado</translation>
    </message>
    <message>
        <source>%1, opens</source>
        <translation>%1, abre</translation>
    </message>
    <message>
        <source>%1, closes</source>
        <translation>%1, cierra</translation>
    </message>
    <message>
        <source>%1, opens again</source>
        <translation>%1, vuelve a abrir</translation>
    </message>
    <message>
        <source>%1, closes again</source>
        <translation>%1, vuelve a cerrar</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a day and what is wrong with its hours</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>A second time on %1</source>
        <translation>Un segundo horario el %1</translation>
    </message>
    <message>
        <source>“%1” is no time; write 08:30, for example.</source>
        <translation>«%1» no es una hora; escribir 08:30, por ejemplo.</translation>
    </message>
    <message>
        <source>These times overlap.</source>
        <translation>Estos horarios se solapan.</translation>
    </message>
    <message>
        <source>These times run into those of the next day.</source>
        <translation>Este horario se solapa con el del día siguiente.</translation>
    </message>
    <message>
        <source>Until %1 on the next day.</source>
        <translation>Hasta las %1 del día siguiente.</translation>
    </message>
    <message>
        <source>Remove time %1 of %2</source>
        <translation>Quitar el horario %1 del %2</translation>
    </message>
    <message>
        <source>No time zone of this name: %1</source>
        <translation>No hay zona horaria con este nombre: %1</translation>
    </message>
    <message>
        <source>quiet</source>
        <translation>en silencio</translation>
    </message>
    <message>
        <source>not quiet</source>
        <translation>sin silencio</translation>
    </message>
    <message>
        <source>%1, quiet from</source>
        <translation>%1, en silencio desde</translation>
    </message>
    <message>
        <source>%1, quiet again from</source>
        <translation>%1, otra vez en silencio desde</translation>
    </message>
    <message>
        <source>%1, quiet until</source>
        <translation>%1, en silencio hasta</translation>
    </message>
    <message>
        <source>%1, quiet again until</source>
        <translation>%1, otra vez en silencio hasta</translation>
    </message>
    <message>
        <source>The whole day, 24 hours.</source>
        <translation>El día entero, 24 horas.</translation>
    </message>
    <message>
        <source>Open by the days below</source>
        <translation>Abierto según los días de abajo</translation>
    </message>
    <message>
        <source>all day</source>
        <translation>todo el día</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::WriteFirstAsker</name>
    <message>
        <source>No SMS channel is configured for this client.</source>
        <translation>Este cliente no tiene un canal de SMS configurado.</translation>
    </message>
</context>
<context>
    <name>foredeck::ui::WriteFirstDialog</name>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensaje</translation>
    </message>
    <message>
        <source>A first message also says who writes and how to end messages, where yours does not.</source>
        <translation>Un primer mensaje dice también quién escribe y cómo darse de baja, si el texto no lo dice.</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Plantilla</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Write to %1</source>
        <translation>Escribir a %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a template, its language</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>They have opted out of messages on this channel.</source>
        <translation>Se dio de baja de los mensajes en este canal.</translation>
    </message>
    <message>
        <source>WhatsApp takes a first message only as a template that it has approved, and none is configured. Send an SMS instead.</source>
        <translation>WhatsApp solo acepta un primer mensaje como plantilla aprobada, y no hay ninguna configurada. Enviar un SMS en su lugar.</translation>
    </message>
    <message>
        <source>Gap %1</source>
        <translation>Hueco %1</translation>
    </message>
    <message>
        <source>To %1, or the number they wrote from.</source>
        <translation>A %1, o al número desde el que escribió.</translation>
    </message>
    <message>
        <source>Write something first.</source>
        <translation>Escribir algo primero.</translation>
    </message>
    <message>
        <source>This is too long for an SMS.</source>
        <translation>Es demasiado largo para un SMS.</translation>
    </message>
    <message>
        <source>Fill in every gap.</source>
        <translation>Rellenar todos los huecos.</translation>
    </message>
    <message>
        <source>What stands in a gap is too long.</source>
        <translation>Lo que hay en un hueco es demasiado largo.</translation>
    </message>
</context>
</TS>
