<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>BandWords</name>
    <message>
        <source>The assistant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: “%2”</source>
        <comment>why it was handed over, and the words that fired it</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You handed back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 handed back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the assistant answers again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You let go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 let go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody is answering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handed to a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You took over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 took over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the assistant stays silent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You resolved this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 resolved this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You reopened this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 reopened this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>said “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer opted out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing more is sent here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, nothing more is sent here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer agreed again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The assistant is on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The assistant is paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer wrote again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missed call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer&apos;s number changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer called again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who answered here is away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have seen the escalation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has seen the escalation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You gave the escalation to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 gave the escalation to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The escalation ran out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody took it up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You resolved the escalation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 resolved the escalation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You snoozed this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 snoozed this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer wrote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the snooze is over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The snooze is over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits for a person again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You woke this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 woke this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You set the status: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 set the status: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This has become an emergency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You marked a task as done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 marked a task as done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You dropped a task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 dropped a task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You made a task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 made a task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You changed a task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 changed a task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You opened a task again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 opened a task again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>the kind of a task, and what it says or came to</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A task is due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody was at it for a while</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>anybody may take over without asking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You gave this to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 gave this to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They called</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They came in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you wrote it down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 wrote it down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a lead without a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two leads are one person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you merged %1 into this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 merged %2 into this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A merge was taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you took it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 took it back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BellWords</name>
    <message>
        <source>given to you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you are on call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody took it, managers are told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody took it, everyone is told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a customer&apos;s name: why they were handed over</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take over and reply to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) wait(s) for a person</source>
        <translation>
            <numerusform>%n customer waits for a person</numerusform>
            <numerusform>%n customers wait for a person</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 and others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is how a hand-over comes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Foredeck shows one of these when a customer waits for a person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notifications are off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not disturb until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quiet until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No notification service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the desktop what its notifications can do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No notification service answers on this desktop. A hand-over is shown in a strip of this window, its icon asks to be looked at, and it beeps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desktop shows them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 shows them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no buttons.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no field to reply in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It plays no sound: Foredeck beeps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are mentioned in a note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 mentions you in a note</source>
        <comment>a colleague&apos;s name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Private note by %1</source>
        <comment>a colleague&apos;s name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New message from %1</source>
        <comment>a customer&apos;s name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something new about %1</source>
        <comment>a customer&apos;s name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Something new for you in %n conversation(s)</source>
        <translation>
            <numerusform>Something new for you in %n conversation</numerusform>
            <numerusform>Something new for you in %n conversations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BulkWords</name>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <comment>names</comment>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Give %n conversation(s) to nobody?</source>
        <comment>for whoever comes</comment>
        <translation>
            <numerusform>Give %n conversation to nobody?</numerusform>
            <numerusform>Give %n conversations to nobody?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Give %n conversation(s) to yourself?</source>
        <translation>
            <numerusform>Give %n conversation to yourself?</numerusform>
            <numerusform>Give %n conversations to yourself?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Give %n conversation(s) to %1?</source>
        <translation>
            <numerusform>Give %n conversation to %1?</numerusform>
            <numerusform>Give %n conversations to %1?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) cannot be seen here any more</source>
        <translation>
            <numerusform>%n conversation cannot be seen here any more</numerusform>
            <numerusform>%n conversations cannot be seen here any more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n is (are) resolved: %1</source>
        <comment>conversations</comment>
        <translation>
            <numerusform>%n is resolved: %1</numerusform>
            <numerusform>%n are resolved: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n somebody else is answering: %1</source>
        <comment>conversations</comment>
        <translation>
            <numerusform>in %n somebody else is answering: %1</numerusform>
            <numerusform>in %n somebody else is answering: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n the assistant is answering; take over first: %1</source>
        <comment>conversations</comment>
        <translation>
            <numerusform>in %n the assistant is answering; take over first: %1</numerusform>
            <numerusform>in %n the assistant is answering; take over first: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n the assistant cannot answer who came in or called: %1</source>
        <comment>conversations</comment>
        <translation>
            <numerusform>in %n the assistant cannot answer who came in or called: %1</numerusform>
            <numerusform>in %n the assistant cannot answer who came in or called: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n is (are) so already: %1</source>
        <comment>conversations</comment>
        <translation>
            <numerusform>%n is so already: %1</numerusform>
            <numerusform>%n are so already: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n something of yours was refused and has to be looked at first: %1</source>
        <comment>conversations</comment>
        <translation>
            <numerusform>in %n something of yours was refused and has to be looked at first: %1</numerusform>
            <numerusform>in %n something of yours was refused and has to be looked at first: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n belong(s) to a business that they do not answer for: %1</source>
        <comment>conversations</comment>
        <translation>
            <numerusform>%n belongs to a business that they do not answer for: %1</numerusform>
            <numerusform>%n belong to a business that they do not answer for: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n has (have) as many labels as there may be: %1</source>
        <comment>conversations</comment>
        <translation>
            <numerusform>%n has as many labels as there may be: %1</numerusform>
            <numerusform>%n have as many labels as there may be: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open escalation(s) is (are) settled with it and stay(s) so when it is undone.</source>
        <translation>
            <numerusform>%n open escalation is settled with it and stays so when it is undone.</numerusform>
            <numerusform>%n open escalations are settled with it and stay so when it is undone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open escalation(s) go(es) with it: whom it is given to is told first.</source>
        <translation>
            <numerusform>%n open escalation goes with it: whom it is given to is told first.</numerusform>
            <numerusform>%n open escalations go with it: whom they are given to is told first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open escalation(s) go(es) with it and wait(s) for whoever comes.</source>
        <translation>
            <numerusform>%n open escalation goes with it and waits for whoever comes.</numerusform>
            <numerusform>%n open escalations go with it and wait for whoever comes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is undone in %n conversation(s).</source>
        <translation>
            <numerusform>It is undone in %n conversation.</numerusform>
            <numerusform>It is undone in %n conversations.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) belong(s) to nobody now.</source>
        <translation>
            <numerusform>%n conversation belongs to nobody now.</numerusform>
            <numerusform>%n conversations belong to nobody now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) given to %1.</source>
        <translation>
            <numerusform>%n conversation given to %1.</numerusform>
            <numerusform>%n conversations given to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” taken off %n conversation(s).</source>
        <translation>
            <numerusform>“%1” taken off %n conversation.</numerusform>
            <numerusform>“%1” taken off %n conversations.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” put on %n conversation(s).</source>
        <translation>
            <numerusform>“%1” put on %n conversation.</numerusform>
            <numerusform>“%1” put on %n conversations.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing to do in what is selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Resolve %n conversation(s)?</source>
        <translation>
            <numerusform>Resolve %n conversation?</numerusform>
            <numerusform>Resolve %n conversations?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Snooze %n conversation(s) until %1?</source>
        <translation>
            <numerusform>Snooze %n conversation until %1?</numerusform>
            <numerusform>Snooze %n conversations until %1?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take “%1” off %n conversation(s)?</source>
        <translation>
            <numerusform>Take “%1” off %n conversation?</numerusform>
            <numerusform>Take “%1” off %n conversations?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Put “%1” on %n conversation(s)?</source>
        <translation>
            <numerusform>Put “%1” on %n conversation?</numerusform>
            <numerusform>Put “%1” on %n conversations?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hand %n conversation(s) back to the assistant?</source>
        <translation>
            <numerusform>Hand %n conversation back to the assistant?</numerusform>
            <numerusform>Hand %n conversations back to the assistant?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mark %n conversation(s) as read?</source>
        <translation>
            <numerusform>Mark %n conversation as read?</numerusform>
            <numerusform>Mark %n conversations as read?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Something newer has come in %n of them since you selected it (them): %1.</source>
        <translation>
            <numerusform>Something newer has come in %n of them since you selected it: %1.</numerusform>
            <numerusform>Something newer has come in %n of them since you selected them: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of the selected stay(s) as it is (they are):</source>
        <translation>
            <numerusform>%n of the selected stays as it is:</numerusform>
            <numerusform>%n of the selected stay as they are:</numerusform>
        </translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It can be undone afterwards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo: %1 of %2</source>
        <comment>conversations</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was not sent is called off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <comment>an act, and conversations</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) resolved.</source>
        <translation>
            <numerusform>%n conversation resolved.</numerusform>
            <numerusform>%n conversations resolved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) snoozed until %1.</source>
        <translation>
            <numerusform>%n conversation snoozed until %1.</numerusform>
            <numerusform>%n conversations snoozed until %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) handed back to the assistant.</source>
        <translation>
            <numerusform>%n conversation handed back to the assistant.</numerusform>
            <numerusform>%n conversations handed back to the assistant.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) marked as read.</source>
        <translation>
            <numerusform>%n conversation marked as read.</numerusform>
            <numerusform>%n conversations marked as read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of %1 could not be done: %2.</source>
        <comment>conversations</comment>
        <translation>
            <numerusform>%n of %1 could not be done: %2.</numerusform>
            <numerusform>%n of %1 could not be done: %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of %1 could not be undone: %2.</source>
        <comment>conversations</comment>
        <translation>
            <numerusform>%n of %1 could not be undone: %2.</numerusform>
            <numerusform>%n of %1 could not be undone: %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open escalation(s) is (are) settled with it.</source>
        <translation>
            <numerusform>%n open escalation is settled with it.</numerusform>
            <numerusform>%n open escalations are settled with it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DashboardWords</name>
    <message>
        <source>%1 of leads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: not known</source>
        <comment>a figure</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n lead(s)</source>
        <translation>
            <numerusform>%n lead</numerusform>
            <numerusform>%n leads</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a day or a channel and how many leads</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <comment>a day or a channel, how many leads, of which kinds</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody came in these days</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n lead(s) today</source>
        <translation>
            <numerusform>%n lead today</numerusform>
            <numerusform>%n leads today</numerusform>
        </translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <comment>a day in short, as QLocale::toString() reads it</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 brought most leads: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no first answer in 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>median %1, 95 % within %2, %n time(s)</source>
        <translation>
            <numerusform>median %1, 95 % within %2, %n time</numerusform>
            <numerusform>median %1, 95 % within %2, %n times</numerusform>
        </translation>
    </message>
    <message>
        <source>a conversation that is not kept here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slowest first answers: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>a date in short, as QLocale::toString() reads it</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>a range of days</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>qualified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>marked as booked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By the status of the lead: appointments themselves are not recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>active chats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens all conversations; what has ended stands among them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of these yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with no owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting for a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>escalations pending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New leads by day, by temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ddd d</source>
        <comment>a weekday and the day of the month, as QLocale::toString() reads it</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a temperature and how many leads have it</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 brings %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New leads by channel, and how many are hot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The built-in engine thought %n time(s) in 30 days. It works by rules and uses no tokens.</source>
        <translation>
            <numerusform>The built-in engine thought %n time in 30 days. It works by rules and uses no tokens.</numerusform>
            <numerusform>The built-in engine thought %n times in 30 days. It works by rules and uses no tokens.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 thought %n time(s) in 30 days and used %2 tokens.</source>
        <translation>
            <numerusform>%1 thought %n time in 30 days and used %2 tokens.</numerusform>
            <numerusform>%1 thought %n times in 30 days and used %2 tokens.</numerusform>
        </translation>
    </message>
    <message>
        <source>The assistant had nothing to think about in 30 days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the last 30 days, as of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not all figures have come from the server yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is missing stands on the server, which does not answer now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is more than is counted: the oldest is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest leads</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 hot</source>
        <comment>leads</comment>
        <translation>
            <numerusform>%1 hot</numerusform>
            <numerusform>%1 hot</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 warm</source>
        <comment>leads</comment>
        <translation>
            <numerusform>%1 warm</numerusform>
            <numerusform>%1 warm</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 cold</source>
        <comment>leads</comment>
        <translation>
            <numerusform>%1 cold</numerusform>
            <numerusform>%1 cold</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 without score</source>
        <comment>leads</comment>
        <translation>
            <numerusform>%1 without score</numerusform>
            <numerusform>%1 without score</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 qualified</source>
        <comment>a share of the leads</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n lead(s)</source>
        <translation>
            <numerusform>%1 of %n lead</numerusform>
            <numerusform>%1 of %n leads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 marked as booked</source>
        <comment>leads</comment>
        <translation>
            <numerusform>%1 marked as booked</numerusform>
            <numerusform>%1 marked as booked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 active chat(s)</source>
        <translation>
            <numerusform>%1 active chat</numerusform>
            <numerusform>%1 active chats</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of these yours</source>
        <comment>chats</comment>
        <translation>
            <numerusform>%1 of these yours</numerusform>
            <numerusform>%1 of these yours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 with no owner</source>
        <comment>chats</comment>
        <translation>
            <numerusform>%1 with no owner</numerusform>
            <numerusform>%1 with no owner</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 waiting for a person</source>
        <comment>chats</comment>
        <translation>
            <numerusform>%1 waiting for a person</numerusform>
            <numerusform>%1 waiting for a person</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 escalation(s) pending</source>
        <translation>
            <numerusform>%1 escalation pending</numerusform>
            <numerusform>%1 escalations pending</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of the %1 newest have no owner</source>
        <comment>the verb goes with %n</comment>
        <translation>
            <numerusform>%n of the %1 newest has no owner</numerusform>
            <numerusform>%n of the %1 newest have no owner</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) brought most leads: %1 each</source>
        <translation>
            <numerusform>%n day brought most leads: %1 each</numerusform>
            <numerusform>%n days brought most leads: %1 each</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 and %2 brought most leads: %3 each</source>
        <comment>two days</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DayWords</name>
    <message>
        <source>nobody yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wants: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When, in the customer&apos;s words: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing more is known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the assistant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An appointment is booked; no time of it is recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appointments and call-backs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline: as of %1. What came later is not on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · times in %2</source>
        <comment>a day, and a time zone</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <comment>leads with an appointment</comment>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DecisionWords</name>
    <message>
        <source>A known question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to reach us</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is answering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand-over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Greeting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thanks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goodbye</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worried</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pleased</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emergency: a boat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emergency: danger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emergency: fire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emergency: gas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emergency: medical</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emergency: self-harm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emergency: water</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Complains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asks for a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speaks of lawyers or courts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disputes a payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something sensitive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something essential does not work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is in pain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs it today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Says that it is urgent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asks whether this is a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own words for an emergency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own words that ask for a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked the same again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes in another language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asks for another trade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wants to change a booking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A notice applies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered a question of ours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next question of the intake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wants what needs an intake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The intake is complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not tested since the last change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys are missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account or the key is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The phone number id or the key is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Safe mode: the vendor was not asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Safe mode: the keys are there, the vendor was not asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Twilio accepts the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WhatsApp accepts the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visitors of the website can write and read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key that verifies what comes in is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What comes in is verified with the channel&apos;s key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is too long for this channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asks for a call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emergency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asks who is writing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can wait: the words of haste are not meant so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perhaps wants no more messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A rule of your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emergency: fuel or oil in the water</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emergency: a doctor is wanted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emergency: somebody is dying</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No telephone number of the owner is set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SMS is not configured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The owner&apos;s telephone is the number that texts are sent from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This telephone wants no texts (STOP)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be sent to who came in or called; another channel may reach them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no telephone number to answer to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The channel is not there any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The channel has no key to send with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This channel has no templates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be sent back through a web form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no way to answer on this channel yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is longer than the 1,600 characters that an SMS may have</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is longer than the 4,096 characters that WhatsApp takes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sending was interrupted once: the vendor may have had it before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vendor could not deliver the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the channels could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the address of the vendor&apos;s API is not valid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the address is not on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the vendor&apos;s address is in a network that this server may not reach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the address of the vendor&apos;s API must begin with https</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the vendor&apos;s name cannot be found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the vendor&apos;s certificate is not valid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the vendor cannot be reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the vendor did not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>out of memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Twilio answered %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WhatsApp answered %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More texts went to this number than the vendor lists in one answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Twilio answered without a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Twilio answered without a message id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WhatsApp answered without a message id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The channel&apos;s key is not accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account is not known to Twilio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number is not valid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending to this country is not allowed for this account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The channel&apos;s number cannot send text messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A trial account may write to verified numbers only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This person has opted out of messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number cannot be reached from this channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number is not a mobile number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number unreachable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message blocked by the recipient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number is not in service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Landline or unreachable carrier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The carrier filtered the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The carrier did not deliver it and gave no reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The channel&apos;s number is not registered with the carriers (A2P 10DLC)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The 24-hour window for free text is over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WhatsApp asks to send more slowly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WhatsApp does not accept this message&apos;s form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The channel&apos;s key has expired or is not accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WhatsApp has restricted this business for breaking its rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WhatsApp withheld the message (experiment)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number unreachable on WhatsApp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WhatsApp has locked this business account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WhatsApp limits this number because of spam reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WhatsApp withheld the message to protect its users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WhatsApp does not know this kind of message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many messages to this person in a short time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WhatsApp knows the template with other gaps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WhatsApp does not know this template in this language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WhatsApp has withdrawn the template for breaking its rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WhatsApp has paused the template because of complaints</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EntryWords</name>
    <message numerus="yes">
        <source>%n source(s)</source>
        <translation>
            <numerusform>%n source</numerusform>
            <numerusform>%n sources</numerusform>
        </translation>
    </message>
    <message>
        <source>Understood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none was needed or found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules fired</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>none of %n</source>
        <translation>
            <numerusform>none of %n</numerusform>
            <numerusform>none of %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes out in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look before sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look before sending: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider did not answer: it may have arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for %1 · %2</source>
        <comment>the assistant of a business, and the time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>staff · %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>customer · %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Private note by %1, %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n attachment(s)</source>
        <translation>
            <numerusform>%n attachment</numerusform>
            <numerusform>%n attachments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message>
        <source>you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Private note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2 · the customer cannot see this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first 64 KB are shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes out once the server can be reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server has not taken it yet; it is kept and goes by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was sent again, as nobody knew whether it had arrived: it may have arrived twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes out once you have decided about the reply before it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are mentioned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Private note for you</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EscalationWords</name>
    <message>
        <source>late by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>due in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was answering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody now</source>
        <comment>a claim that ran out, where there is little room</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · since %2</source>
        <comment>who has it, since when</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolved, %1 had it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody took it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Given to you, not taken yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Given to %1, not taken yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not sent yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>look in the outbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by the assistant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in Foredeck</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by SMS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer&apos;s phone number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Claimed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <comment>hand-overs that are not settled</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was due %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>due %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Priority %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>handed over %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>handed over %1 %2</source>
        <comment>when, by whom</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the assistant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has seen it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Falling</source>
        <comment>a mood</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rising</source>
        <comment>a mood</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steady</source>
        <comment>a mood</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This may be the answer: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>median time to claim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>median time to resolve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>commonest reason, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>commonest reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>claimed late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no Foredeck open and finds it there later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not to be disturbed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is there to be told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text message waits until the quiet hours are over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be told %2</source>
        <comment>who, by what</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be told %2: %3</source>
        <comment>who, by what, why</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>urgency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Told: %1, %2</source>
        <comment>who was told of it, when</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Told %2: %1</source>
        <comment>who was told of it, by what</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer&apos;s last message</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>as common as %n other reason(s), %1 each</source>
        <translation>
            <numerusform>as common as %n other reason, %1 each</numerusform>
            <numerusform>as common as %n other reasons, %1 each</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foredeck::ui::KinSection</name>
    <message>
        <source>The same person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 may be the same person: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with %1 and merge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also this person: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Separate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Separate %1 again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::MergeAsker</name>
    <message>
        <source>Nothing was done with %1: %2</source>
        <comment>a lead, and why</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and %2 are one lead now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a lead of its own again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing was merged here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::MergeDialog</name>
    <message>
        <source>Find the other lead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, telephone or e-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the other one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge two leads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leads that may be merged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which lead is the same person as %1? Nothing is lost, and it can be taken back at any time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>a lead and why it may be the same person</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is like them at first sight; find the other lead by name, telephone or e-mail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody else of this business is found by that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the other lead first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is left, and has from then on:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep %1 instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (instead of %2)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LeadWords</name>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not sent yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>look in the outbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wants %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last word %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <comment>by when something is wanted</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked by %1</source>
        <comment>over which channel</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not scored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any</source>
        <comment>a filter</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hot and warm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MacroWords</name>
    <message>
        <source>First name of the customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Telephone of the customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail of the customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the business</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address, where there is one place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact of the business</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First name of whoever writes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of whoever writes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elena Vásquez</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Casa Marisol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1214 Coral Row, Miami Beach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tomás Ibarra</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write what is to be sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>It is longer than a macro may be (%n byte(s)).</source>
        <translation>
            <numerusform>It is longer than a macro may be (%n byte).</numerusform>
            <numerusform>It is longer than a macro may be (%n bytes).</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is no variable; choose one from the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The braces here hold no variable: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Macro without a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not sent yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs a look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not taken</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MergeWords</name>
    <message numerus="yes">
        <source>%n conversation(s): %1</source>
        <translation>
            <numerusform>%n conversation: %1</numerusform>
            <numerusform>%n conversations: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: opted out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: wrote first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same number, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same e-mail, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same name, and both want “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same name and place, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stay with their conversation, and so do escalations and drafts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wants</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consent</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PatchWords</name>
    <message>
        <source>“%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a field, and the day that is meant</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a field, and the template that is meant</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1–%2</source>
        <comment>from a time to a time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>something else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: without %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: with %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: one person less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: one person more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: other times for one person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a field, and what it is to be</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2; somebody else has changed it meanwhile: %3</source>
        <comment>a field, and what it is to be</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProblemWords</name>
    <message>
        <source>e-mail or password is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too many wrong tries; try again later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this account cannot sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too many people sign in right now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this session has ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this session has ended; sign in again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sign in first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your role does not allow this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this e-mail is taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>something newer has come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This reply waited too long to be sent without a look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else had it when it was to go out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is held by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the conversation has changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the conversation has ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the conversation has ended already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the conversation has not ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the conversation is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the lead has changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the lease was lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another lead has this phone or e-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no channel with this id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the client has no such channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the client has no knowledge base</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server is busy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too many writes are waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request could not be handled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server did not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server answered %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the network changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing was heard for %1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is out of bounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no e-mail address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no IANA time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be in E.164 form, such as +13055550142</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be an http or https address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be dates such as 2026-12-25</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have at least 10 characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has more than 20 entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has more than 200 entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has moved on since it was read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to reach the desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text after a missed call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own words that ask for a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own words for an emergency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has more than 1200 characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must follow one another without overlap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the profile&apos;s folder cannot be made: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the profile&apos;s lock cannot be written: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>somebody else has edited it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the act is on its way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the act is on its way or done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the act is not in the outbox any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the key or password of the act is not kept; it must be entered anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are %1 rules already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a telephone number with its country code, such as +13055550101</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no active person who may answer for this client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asks for nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has no word that can be looked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be 0 to 99</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be 1 to 10080</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be 1 to 3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be two lower-case letters (ISO 639-1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no reason that a rule may hand over for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner&apos;s telephone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are %1 macros already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a conversation has at most %1 labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text: %1 is no variable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are %1 open tasks already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the task has changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the task is over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is the name of another macro</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be one line of plain words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has more than 500 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must lie ahead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must lie within a year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who does it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the disk is full; free some space on it and start Foredeck again: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk could not be read or written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder of Foredeck&apos;s data may not be written to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has more than 500 entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it cannot be taken back any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>somebody else is being entered; save that first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the assistant cannot answer who came in or called</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>they have opted out of messages on this channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>they have written meanwhile; answer in their conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are %1 notices already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only managers pause the assistant without an end, or end that</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not configured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has no telephone number that can be written to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is needed: the 24-hour window for free text is over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must fill every gap of the template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must each be one line of up to 500 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no channel that messages come through</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds what is no e-mail address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must lie within a week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What they want</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>somebody else has written to them; answer in their conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is taken already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full; free some space on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server was set back to a copy without this message; it may have arrived all the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server was set back to a copy that may be without this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Said again every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next ones are told after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A request that was left unfinished goes to a person after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A hand-over is due after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand over after so many answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WhatsApp templates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open day and night</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it may have arrived; that is known once the server can be reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may have arrived.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent again, it may arrive twice: the server was set back to an earlier copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent again, it arrives only once: the server did not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server did not answer. It is asked again once it can be reached, and it arrives only once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the lead was merged into another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a lead with more than %1 conversations is not merged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no active person who sees this client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not stand in the text behind an @</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mention of %1: %2</source>
        <comment>a colleague, and what is wrong with it</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RowWords</name>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>late by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reply in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is typing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assistant typing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Booked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting for customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>assistant paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assistant:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you are answering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was answering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is answering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the assistant is answering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody is answering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visitor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unread %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opted out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assistant silent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opted out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the assistant is silent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting for a reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snoozed until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visitor %1</source>
        <comment>who has told no name, with a number of their own</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>call back, late by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>call back in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>promise, late by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>promised in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>task, late by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>task in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No way back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May have arrived:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RuleWords</name>
    <message>
        <source>“%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <comment>the last of several; before it a list</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <comment>the last of several; before it a list</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>we are open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>we are closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is the weekend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a message has the words %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a message means %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same is asked again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the mood falls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the score is above %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody has replied for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it comes by %1</source>
        <comment>a channel, or several</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is written in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In force</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mood falls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minutes without a reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Languages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Priority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While we are open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While we are closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the weekend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule without a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It asks for nothing yet. Then hand over: %1, priority %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When %1, hand over: %2, priority %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May fire with each message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fires once in each wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fires once in a conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <comment>a field, what it was, what it is</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not sent yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not deleted: look at it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not saved: look at it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s)</source>
        <comment>after: in</comment>
        <translation>
            <numerusform>%n conversation</numerusform>
            <numerusform>%n conversations</numerusform>
        </translation>
    </message>
    <message>
        <source>Would not have fired in the last 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Would have fired %n time(s) in %1 in the last 30 days</source>
        <translation>
            <numerusform>Would have fired %n time in %1 in the last 30 days</numerusform>
            <numerusform>Would have fired %n times in %1 in the last 30 days</numerusform>
        </translation>
    </message>
    <message>
        <source>Looked at %1 with %2.</source>
        <comment>conversations, messages</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s)</source>
        <comment>after: looked at</comment>
        <translation>
            <numerusform>%n conversation</numerusform>
            <numerusform>%n conversations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <comment>after: with</comment>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
    <message>
        <source>There was too much to look at all of it: older than %1 some is left out, so it may be more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
    <message>
        <source>An older conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The newest %n stand(s) below.</source>
        <comment>conversations</comment>
        <translation>
            <numerusform>The newest %n stands below.</numerusform>
            <numerusform>The newest %n stand below.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScoreWords</name>
    <message>
        <source>Asks to book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names a date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is in a hurry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gives a phone number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names a budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asks for the price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is ready now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gives a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gives an e-mail address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Says for how many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decides alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps writing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is only looking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opted out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is no customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An emergency</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShiftWords</name>
    <message>
        <source>due %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was due %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>written %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>when, who has it</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>back in the inbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>let go of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now %1</source>
        <comment>what has changed: due 16:00, Ana</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>resolved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>resolved %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open hand-overs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In my hands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promises and tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notices in force</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent from this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a customer, what is open with them</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>still open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dropped %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n hand-over(s)</source>
        <translation>
            <numerusform>%n hand-over</numerusform>
            <numerusform>%n hand-overs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in hand</source>
        <comment>conversations</comment>
        <translation>
            <numerusform>%n in hand</numerusform>
            <numerusform>%n in hand</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promise(s)</source>
        <translation>
            <numerusform>%n promise</numerusform>
            <numerusform>%n promises</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call-back(s)</source>
        <translation>
            <numerusform>%n call-back</numerusform>
            <numerusform>%n call-backs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n check(s)</source>
        <translation>
            <numerusform>%n check</numerusform>
            <numerusform>%n checks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n snoozed</source>
        <comment>conversations</comment>
        <translation>
            <numerusform>%n snoozed</numerusform>
            <numerusform>%n snoozed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notice(s)</source>
        <translation>
            <numerusform>%n notice</numerusform>
            <numerusform>%n notices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not sent</source>
        <comment>acts</comment>
        <translation>
            <numerusform>%n not sent</numerusform>
            <numerusform>%n not sent</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>who, when</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A colleague</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read by %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TaskWords</name>
    <message>
        <source>done %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dropped %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>late by %1, was due %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>due %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a colleague</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not sent yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs a look in the outbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was refused; it stands in the outbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, done</source>
        <comment>something that was promised</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, dropped</source>
        <comment>something that was promised</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, was due %2</source>
        <comment>something that was promised</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, due %2</source>
        <comment>something that was promised</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ThreadWords</name>
    <message>
        <source>Resolved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new message opens it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assistant is answering.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The assistant is paused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody answers until you take over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anybody may take over without asking.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else answers now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are answering.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your text is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The assistant stays silent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was answering.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is answering.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is answering.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The assistant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is typing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is viewing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WhatsApp · window closed %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WhatsApp · window open %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer has opted out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is sent here any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer has opted out; replies are not delivered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · opted out</source>
        <comment>a channel</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is typing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take over anyway? T again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 took over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your words are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free at %1 if they stop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · no way back</source>
        <comment>a channel</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be sent back through a web form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be sent back on this channel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neither a phone number nor an e-mail address is known; a note for your team can be left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reach %1 another way, or leave a note for your team.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take over anyway?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody answers until somebody takes over.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimeWords</name>
    <message>
        <source>Today, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yesterday, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>s</source>
        <comment>unit: seconds</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>min</source>
        <comment>unit: minutes</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>h</source>
        <comment>unit: hours</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message>
        <source>dddd d MMMM</source>
        <comment>a day in full, as QLocale::toString() reads it</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dddd d MMMM yyyy</source>
        <comment>a day in full, as QLocale::toString() reads it</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the time zone %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Web form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missed call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked for a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emergency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Legal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment dispute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in the knowledge base</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sensitive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The assistant failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Long conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not scored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept here: safe mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent: the customer has opted out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can be undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look before sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused, text kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Private note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assistant on or off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Safe mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No keys yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qualifying</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qualified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handed off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept warm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Won</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Super administrator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Viewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handed to a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stayed silent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opted out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opted in again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Told who we are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overtaken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>normal urgency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>urgent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>emergency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>German</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>French</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Italian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Polish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unassigned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escalated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escalation seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reassign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the assistant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolve the escalation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status of the lead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Booked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete a rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New macro</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Macro</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete a macro</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change of a task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reopen a task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Came in</source>
        <comment>a channel</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Called</source>
        <comment>a channel</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New lead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End a notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift note read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete an answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the business</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May have arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge two leads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a merge back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow or unfollow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New for you</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ApiClient</name>
    <message>
        <source>The server did not answer in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What answers at this address is no Foredeck backend.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::BusinessMaker</name>
    <message>
        <source>foredeckd was not found beside this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>foredeckd could not be started: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>foredeckd ended with %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::Console</name>
    <message>
        <source>The sample business was not found; give its folder with --sample.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>foredeckd was not found beside this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backend on this computer does not run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No server, no password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sample could not be cleared.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::EmbeddedBackend</name>
    <message>
        <source>The backend could not be started: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backend ended by itself (%1). See %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backend ended by itself: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::LiveConnection</name>
    <message>
        <source>The server did not answer the handshake.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::LocalStore</name>
    <message numerus="yes">
        <source>The file with unsent work was damaged. %n entries were carried over; the damaged file is kept as %1.</source>
        <translation>
            <numerusform>The file with unsent work was damaged. %n entry was carried over; the damaged file is kept as %1.</numerusform>
            <numerusform>The file with unsent work was damaged. %n entries were carried over; the damaged file is kept as %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>The file with unsent work is damaged. It is repaired when Foredeck is started again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::LockWatch</name>
    <message>
        <source>Its window is locked first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::OutboxActs</name>
    <message>
        <source>Nobody is signed in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not answer now, and keys and passwords do not wait on this computer. Try again when it does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to do.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::Refusal</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Foredeck could not be opened</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::RequestsRelay</name>
    <message>
        <source>There is no connection yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This server has not answered yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::SnapshotLoader</name>
    <message>
        <source>There is no snapshot of this stream.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s log was replaced meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::TimelineLoader</name>
    <message>
        <source>There is no such conversation.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::Tour</name>
    <message>
        <source>The dock crew is on its way with the pump cart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please switch the shore power off until they are there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Boats and berths</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>boat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>berth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fuel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask whether the pump has stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The dock crew has the pump cart; the key to the fuel dock is in the drawer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pump cart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A room for two, Friday to Sunday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rings back at six; her husband uses a wheelchair.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No rooms until Sunday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ines Ruiz</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::Tray</name>
    <message>
        <source>Open Foredeck</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop answering and quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Foredeck answers your customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Foredeck: %n customer(s) wait(s) for a person</source>
        <translation>
            <numerusform>Foredeck: %n customer waits for a person</numerusform>
            <numerusform>Foredeck: %n customers wait for a person</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foredeck::Workspace</name>
    <message>
        <source>The outbox was damaged.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::AlertsSection</name>
    <message>
        <source>Who is told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When a customer waits for a person: who is called, how soon, and the telephone that gets a text when nobody looks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>owner telephone phone text on call quiet hours repeat climb alert emergency escalation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever is on call is told first; then agents, managers and everybody else who may answer; the owner&apos;s telephone last.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner&apos;s telephone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gets a text message when no console answers, by the client&apos;s own SMS channel; none leaves in safe mode. Empty: nobody gets one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How soon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Said again every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the consoles, until somebody has seen it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next ones are told after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A request that was left unfinished goes to a person after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the customer does not answer the assistant&apos;s questions any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0: when a hand-over is due (%1 min). Emergencies in a third of the time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the number with its country code, such as +13055550101.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The owner&apos;s text waits for their end, except in an emergency; consoles are told all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the time zone %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your role may not change who is told.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::AnswersPane</name>
    <message>
        <source>First answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long customers waited by the clock, nights and weekends too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the assistant used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slowest</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::AssignAsker</name>
    <message>
        <source>Give to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody, for whoever comes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::AssistantSection</name>
    <message>
        <source>Assistant and safe mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who answers first, what may leave this computer, and when a person is asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pause answer safe mode send hand over emergency words contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The assistant answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The assistant is paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Safe mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Safe mode is on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Safe mode is off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When a person is asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A hand-over is due after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emergencies after a third of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand over after so many answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0: never because of length.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own words that ask for a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>supervisor, complaint desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Separated by commas; beside the words the assistant knows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own words for an emergency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taking on water, no heating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What customers are told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to reach the desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text after a missed call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sorry we missed your call. What can we do for you?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let messages of %1 leave this computer?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replies of your team and answers of the assistant will reach customers on the channels that have keys. What was kept here so far stays here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep safe mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn safe mode off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It answers while this program or its service runs, and hands over what it does not know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customers wait for a person; nothing is answered by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing leaves this computer. What would have been sent is kept and marked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replies and answers reach customers on the channels that have keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked for. Until the server has it, replies and answers go out as before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WhatsApp templates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As Meta approved them, one a line: name | language | text. With them your team may write first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line %1 is no template: a name in small letters, a language, a text with gaps {{1}}, {{2}} and so on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hello_again | en_US | Hello {{1}}, …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Said when somebody asks for it, and in the answer to HELP.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::Banner</name>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · +%2</source>
        <comment>a banner&apos;s age and how many other banners wait</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::Bell</name>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your reply was not sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not wait any more; your words are kept as a draft.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something could not be saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Your reply is kept as a draft.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is typing; your words are kept as a draft.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A reply was not sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window is locked; the words are kept as a draft.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something new for you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A customer waits for a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was written on a notification for somebody who is not signed in here any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are not signed in; your words are kept as a draft.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, and %n more</source>
        <comment>a customer&apos;s name and why they wait; how many others wait</comment>
        <translation>
            <numerusform>%1, and %n more</numerusform>
            <numerusform>%1, and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foredeck::ui::BriefColumn</name>
    <message>
        <source>%1 sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it came to you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What %1 wants</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was tried</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next best actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it was resolved</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::BulkPreview</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at what is selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::BusinessName</name>
    <message>
        <source>Name of the business</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The assistant says it to customers, and your team chooses by it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A shorter name can be said.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only administrators change it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::ChannelCard</name>
    <message>
        <source>Nothing was done: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The business&apos;s own number, with its country code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone number id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From Meta&apos;s WhatsApp Manager; how a message finds this business.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Business account id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account SID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Webhook address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As Twilio calls it: its signature is made over this address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>App secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auth token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signing key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verifies what comes in. Kept sealed on the server; never shown again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lets replies go out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What Meta asks for when the webhook is set up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the provider…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stored; type to replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys are on their way to the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only administrators may change channels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asks the provider whether the keys are right; sends nothing to anybody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It only brings messages: nothing can be sent back through it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever called gets one text back; nothing else can be sent through it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::ChannelsSection</name>
    <message>
        <source>Channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whatsapp sms twilio keys token secret webhook test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The doors customers come in by. Without keys, the live chat works on this computer; a web form needs a signing key that you set.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::ChartPane</name>
    <message>
        <source>%1: show as a table</source>
        <comment>a chart</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 as a table</source>
        <comment>a chart</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. Enter opens them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point at a bar, or go through them with the arrows.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::ChatPageRow</name>
    <message>
        <source>Its page, for customers and for trying it yourself:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No program on this computer opens web pages; the address was copied.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::ClaimStrip</name>
    <message>
        <source>Who is answering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to take over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::ClosedDates</name>
    <message>
        <source>A day to add to the closed days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holidays and the like, such as %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no day; write %2, for example.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is past.</source>
        <comment>a day</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is in the list already.</source>
        <comment>a day</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (past)</source>
        <comment>a day</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1</source>
        <comment>a day from the closed days</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::CommandPalette</name>
    <message>
        <source>commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search or run a command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search or run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing found for “%1”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::CommandRegistry</name>
    <message>
        <source>This conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Program</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::Composer</name>
    <message>
        <source>Composer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Private note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add private note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A note for your team.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To write to %1, take over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only your team sees this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your private note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>64 KB is the most a message holds; the rest was not pasted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To write to %1, reopen it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use these words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On another device you wrote: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No more messages reach %1: the customer has opted out. A reply is not delivered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A reply would not reach %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert a macro</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill in or remove %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>64 KB is the most a message holds: shorten it or send it in parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your role may only read.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::ConversationWindow</name>
    <message>
        <source>Bring it back into the main window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attach dock inbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run a command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>help keys cheat sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exit close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something could not be saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>a customer and the business, as the title of a window</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>away shared computer password hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this computer&apos;s own backend has no password to unlock with</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::ConversationWindows</name>
    <message>
        <source>Open in its own window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>detach pop out separate second monitor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has no window of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show its window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>raise detached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring it back here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attach dock detached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no conversation is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n window(s) is/are open; close one first</source>
        <translation>
            <numerusform>%n window is open; close it first</numerusform>
            <numerusform>%n windows are open; close one first</numerusform>
        </translation>
    </message>
    <message>
        <source>what is typed here could not be saved yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window stays open: what is typed in it stands nowhere else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The conversation stays here: what is typed in it could not be saved.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::DashboardPage</name>
    <message>
        <source>the dashboard is not shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dashboard: leads of today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>figures day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dashboard: leads of 7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>figures week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dashboard: leads of 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>figures month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dashboard: charts as tables, and back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>numbers accessible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All clients</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>All %n lead(s) of these days</source>
        <translation>
            <numerusform>All %n lead of these days</numerusform>
            <numerusform>All %n leads of these days</numerusform>
        </translation>
    </message>
    <message>
        <source>The figures could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 What is on the server is safe; start the program again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to count yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As soon as somebody writes or calls over a channel, the figures stand here, and each opens the rows behind it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days whose leads are counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leads by day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leads by channel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::DayBox</name>
    <message>
        <source>Paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today&apos;s list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Business</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list could not be read: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print today&apos;s list…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>appointments call backs paper pdf day sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody is signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no client is here yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All businesses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is to be done today, and no appointment is booked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is with the printer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The printer took nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It could not be saved: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the pages could not be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::DayField</name>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::DeskNotices</name>
    <message>
        <source>nobody is signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your role may only read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no client is here yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause the assistant…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stop quiet off silence resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notice for everybody…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>full closed no rooms until today tell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a client, what holds there</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until %1, from %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <comment>notices</comment>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message>
        <source>The assistant is paused until %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customers wait for a person.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::DeskShift</name>
    <message>
        <source>nobody is signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your role may only read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no client is here yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand over the shift…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>end leave next promises snoozed note colleague</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift notes…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>handed over read before colleague</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift note, %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift note of %1, %2.</source>
        <comment>who, when</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a client, what was handed over there</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <comment>shift notes</comment>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foredeck::ui::EscalationForm</name>
    <message>
        <source>End the conversation too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <comment>the key</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was done?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What should the assistant do?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It goes on with this instruction; the customer does not see it. It may stay empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pump runs again, the crew has looked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offer the berth from Friday, do not promise a discount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand back</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) too many</source>
        <translation>
            <numerusform>%n character too many</numerusform>
            <numerusform>%n characters too many</numerusform>
        </translation>
    </message>
    <message>
        <source>Only your team reads this. It may stay empty. Resolving cannot be undone here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::EscalationListPane</name>
    <message>
        <source>Sorted by due time. The order holds while you point at the list or it has the focus.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest first. The order holds while you point at the list or it has the focus.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) want(s) to move</source>
        <translation>
            <numerusform>%n row wants to move</numerusform>
            <numerusform>%n rows want to move</numerusform>
        </translation>
    </message>
    <message>
        <source>List of escalations</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::EscalationPane</name>
    <message>
        <source>Escalation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brief</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reassign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to assistant…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolve…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open thread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last messages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::EscalationsHeader</name>
    <message>
        <source>Escalations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists of escalations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All clients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::EscalationsPage</name>
    <message>
        <source>no escalation is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your role may only read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is settled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>somebody else has it; take it over first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have seen the escalation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>acknowledge quiet stop reminding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>somebody has seen it already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next best action %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing supports one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the thread of the escalation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>conversation inbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you have it already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you do not have it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no row wants to move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the list is shown already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 What you typed is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 What is on the server is safe; start the program again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody waits for a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the assistant, a rule or one of you hands over stands here, the first that is due on top.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has taken anything up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What somebody has taken over stands here until it is resolved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been resolved yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolved escalations stand here, the newest on top.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What nobody took up stands here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All clients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an escalation in the list; J and K go through it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The escalation that is chosen in the list stands here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This escalation is not here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was removed, or it belongs to a client you do not work for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not snoozed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved: the disk refuses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent, and kept: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it names no number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is done outside of Foredeck</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No program on this computer makes calls. The number is %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent: what was typed here before is still being read. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the assistant cannot answer who came in or called</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a reply of yours has to be looked at first</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::FaqsSection</name>
    <message>
        <source>Questions and answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer yet: what do customers ask first?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The assistant will not know it any more, and asks a person. What was answered with it stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not deleted: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer has been deleted. Saving makes it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your role may not change answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the assistant knows of the business, beside its hours. It answers from here word for word, and asks a person for the rest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>question faq answer knowledge business name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is there parking?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As a customer asks it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customers read it as it stands here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write what is answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is longer than an answer may be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write what is asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is longer than a question may be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete “%1”?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::Farewell</name>
    <message>
        <source>Stop answering customers?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the tray it goes on answering, and the window is one press away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To have it answer all the time, let foredeckd run as a service: man foredeckd, section SERVICE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay in the tray</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop and quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The assistant answers only while Foredeck runs on this computer. Meanwhile WhatsApp messages wait with their provider; text messages, the web form and the chat do not arrive.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::FigureStrip</name>
    <message>
        <source>Figures</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::FilterButton</name>
    <message>
        <source>%1: %2</source>
        <comment>a filter and what it is set to</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::FindBar</name>
    <message>
        <source>Find in this conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words of a message or a note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next match, further up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous match, further down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::HoursSection</name>
    <message>
        <source>Opening hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The assistant tells customers these hours, and clocks pause by them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your role may not change hours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open closed zone time week day holiday</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::InboxBulk</name>
    <message>
        <source>selected, %1</source>
        <comment>a row of the list</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 selected</source>
        <comment>conversations</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n of them is (are) not in this list any more, and still selected.</source>
        <translation>
            <numerusform>%n of them is not in this list any more, and still selected.</numerusform>
            <numerusform>%n of them are not in this list any more, and still selected.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was done: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the inbox is not shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the list is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing is selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your role may only read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select the row, or not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mark choose bulk many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select down to the next row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>extend range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select up to the row before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select the whole list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>everything bulk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deselect none escape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark what is selected as read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seen unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call off what is under way with many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancel stop bulk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing is under way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo what was done with many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take back bulk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is nothing to undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::InboxFilter</name>
    <message>
        <source>What the list shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only unread</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::InboxFind</name>
    <message>
        <source>Find in this conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>search text words message note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing was found to go through</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next match, further up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>find again older</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous match, further down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>find again newer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not be searched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>which match, of how many</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>which match, and the message</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Older messages are on the server only and were not searched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search them, too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Older messages are being fetched…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Older messages could not be fetched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Older messages could not be fetched: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::InboxPage</name>
    <message>
        <source>no conversation is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your role may only read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>claim answer myself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is resolved; reopen it first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand back to the assistant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>release return</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you are not answering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>end close done archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is resolved already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undo resolve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let go, for somebody else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>release unassign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand to the team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>escalate person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is resolved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is with the team already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take over first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a private note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>team internal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send what is written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing is written yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the channel&apos;s window is closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the inbox is not shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let rows move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refresh sort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no row wants to move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lead details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the assistant decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decisions sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the list is shown already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 What is on the server is safe; start the program again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was done: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was done in the conversation with %1: %2</source>
        <comment>a customer, and why</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody waits for you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversations you take over stand here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is without an owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the assistant hands over and nobody has taken stands here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customers who wait for a person&apos;s answer stand here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is escalated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the assistant handed to a person stands here until it is resolved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has ended yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolved conversations stand here; a new message opens them again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No conversation yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When a customer writes on one of your channels, it appears here within a second.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a conversation in the list; J and K go through it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The conversation that is chosen in the list stands here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look before sending.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something newer came since you began.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too late: the reply has gone out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved: the disk refuses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer takes a web form&apos;s messages at
%1
for the client “%2”, signed with the key you type in Settings › Channels. The port is another one at each start; the README tells how to keep it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply is about to go out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolved. Your reply was not sent; it is kept as a draft.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent, and kept: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 took over; your words are kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was answering; your words are kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is answering; your words are kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is nothing to undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is snoozed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you put away with S stands here until its time comes or the customer writes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snooze…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>later remind put away pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the assistant is answering; take over first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>snooze back now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not snoozed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snoozed until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing can be sent back on this channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No program on this computer opens %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent: nothing can be sent back on this channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is being done already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what was written here before is still being read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fill in or remove %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert a macro</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>canned reply template slash /</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this business has no macros yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tag mark category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversations stand here from the moment when a task of theirs is due until it is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no task is open here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New task…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>call back promise check remind follow up to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task done…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>call back promise check finish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the task…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>due owner give later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop the task…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancel remove delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks of this conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to do list promises</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write to yourself: the live chat&apos;s page opens in the browser.
%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assign…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give reassign colleague owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>somebody else is answering; take over first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It belongs to nobody now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Given to %1, who is told of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Given to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the assistant cannot answer who came in or called</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo the last reply, snooze, assignment or resolve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose a macro or leave the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is more than the 64 KB of one message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the list…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>narrow channel label unread hot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the list is not shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no filter clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing narrows the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1+</source>
        <comment>that many conversations, and more</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>conversations that a filter shows</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing here fits the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it leaves out is still there: %1 in this view.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a reply of yours has to be looked at first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsent again in the conversation with %1</source>
        <comment>what had been dropped</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your reply is a draft again in the conversation with %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot be snoozed: %1</source>
        <comment>and why</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge with another lead…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>duplicate same person twice join</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the lead is still being read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the merge back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undo unmerge separate split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in its own window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is written to this customer is written there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has mentioned you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversations stand here in which a note names you, until you have read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose somebody or leave the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mention a colleague in a note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at @ tell team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody else sees this business</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow or unfollow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take part participate leave join subscribe notify</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You take part in this conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You take no part in this conversation any more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::InboxUnread</name>
    <message>
        <source>Go to the first unread message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>jump new line missed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing in it is new</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <comment>messages of the customer, in a button that leads to them</comment>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: go to the first unread message</source>
        <comment>%1 is how many are new</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::InboxViews</name>
    <message>
        <source>Give it a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another view has this name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save this view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It keeps the view “%1” and what narrows it, on this computer, for you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename the view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The view “%1” was removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save this view…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>filter keep name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody is signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing narrows the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is saved as “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>there are %n saved views; remove one first</source>
        <translation>
            <numerusform>there is %n saved view; remove it first</numerusform>
            <numerusform>there are %n saved views; remove one first</numerusform>
        </translation>
    </message>
    <message>
        <source>no saved view is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename the saved view…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the saved view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inbox: saved views…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none has been saved</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::LabelPicker</name>
    <message>
        <source>New label “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find or write a label</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>A conversation has at most %n label(s)</source>
        <translation>
            <numerusform>A conversation has at most %n label</numerusform>
            <numerusform>A conversation has at most %n labels</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter puts it on or takes it off, Esc closes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels that fit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::LeadDelegate</name>
    <message>
        <source>Lead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wants</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last word</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::LeadFacts</name>
    <message>
        <source>What is known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appointment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qualification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why this score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, since %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <comment>a conversation</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the conversation: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::LeadFilters</name>
    <message>
        <source>Find a lead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, phone or e-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>what it does and its key</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whenever</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>In the last %n day(s)</source>
        <translation>
            <numerusform>In the last %n day</numerusform>
            <numerusform>In the last %n days</numerusform>
        </translation>
    </message>
    <message>
        <source>Any channel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::LeadPane</name>
    <message>
        <source>Lead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand to the team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::LeadTablePane</name>
    <message>
        <source>Leads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>found, all</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – %2 of %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 others hidden by %n filter(s)</source>
        <translation>
            <numerusform>%1 others hidden by %n filter</numerusform>
            <numerusform>%1 others hidden by %n filters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) want(s) to move</source>
        <translation>
            <numerusform>%n row wants to move</numerusform>
            <numerusform>%n rows want to move</numerusform>
        </translation>
    </message>
    <message>
        <source>New lead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leads that fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today&apos;s list</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::LeadWay</name>
    <message>
        <source>now %1</source>
        <comment>the status that a lead has</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not %1</source>
        <comment>a status that a lead has not reached</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::LeadsPage</name>
    <message>
        <source>no lead is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your role may only read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the leads are not shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a lead in the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name phone e-mail filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all leads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing is hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next page of leads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is the last page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page of leads before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is the first page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the status of the lead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>qualified booked won lost closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the thread of the lead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>conversation inbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no conversation with them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no row wants to move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the table is shown already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>their conversation is resolved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is with the team already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 What is on the server is safe; start the program again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all %1</source>
        <comment>clients</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all</source>
        <comment>clients</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has asked yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever writes or calls over a channel stands here, with what they want and how far it has come.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No lead is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one in the table; J and K go through it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lead that is chosen in the table stands here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This lead is not here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was removed or merged into another, or it belongs to a client you do not work for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No lead has all of this together: the words, the score, the status, the days and the channel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New lead…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>walk-in came in called call telephone enter person customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write to the lead…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first message sms text whatsapp template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no number of theirs is known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody is signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no client is here yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>they are not at the server yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::LineEdit</name>
    <message>
        <source>Show the password</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::ListPane</name>
    <message>
        <source>Conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) want(s) to move</source>
        <translation>
            <numerusform>%n row wants to move</numerusform>
            <numerusform>%n rows want to move</numerusform>
        </translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What narrows the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not narrow to “%1” any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::LockPage</name>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in as somebody else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locked. What was typed here is kept, and goes out as it would have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the server can tell, and it does not answer now. Everything that was typed is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Next try in %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>After %n more wrong try/tries the account rests.</source>
        <translation>
            <numerusform>After %n more wrong try the account rests.</numerusform>
            <numerusform>After %n more wrong tries the account rests.</numerusform>
        </translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::LookSection</name>
    <message>
        <source>Appearance and language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of this window on this computer; applied at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dark light contrast theme density text size zoom language spanish english lock away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock when nobody was at it for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password is looked at by the server, which has to answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer&apos;s own backend has no password to unlock with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::MacroPopup</name>
    <message>
        <source>Macros</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter puts it in, Esc keeps what is typed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 of %3. %4</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::MacrosSection</name>
    <message>
        <source>Macros</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texts that your team sends again and again. Whoever writes types / at the beginning of a line and a few letters of the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>canned replies templates snippets texts slash variables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not deleted: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No macro yet: a greeting, the way to you, what to bring.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New macro</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>directions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is typed after the slash to find it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hello {{lead.first_name}}, you find us at {{business.address}}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A variable is filled in when the macro is used. What has no value then is marked, and nothing is sent before it is filled in or removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert a variable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview, with invented values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The macro has been deleted. Saving makes it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A shorter name is typed faster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete “%1”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody can insert it any more. What was written with it stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your role may not change macros.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hello {{lead.first_name}}, this is {{business.name}}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::MainWindow</name>
    <message>
        <source>Foredeck</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something could not be saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All clients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inbox: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the clients in view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zoom in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zoom out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text at 100 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance: as the desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance: light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>theme bright</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance: dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>theme night</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance: high contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>theme accessibility</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows: compact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>density</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows: normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows: comfortable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search or run a command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>help keys cheat sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sample customers traffic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no sample is running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>away shared computer password hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the window is locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something that was typed here is not saved yet: only whoever locked the window can let it go.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this computer&apos;s own backend has no password to unlock with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this computer&apos;s own backend needs no sign-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exit close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer cannot save.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 What you type is kept while the window is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The local copy was damaged and is being filled again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The old one stands in %1; nothing you did is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>You can go on working; %n act(s) wait(s) in the outbox.</source>
        <translation>
            <numerusform>You can go on working; %n act waits in the outbox.</numerusform>
            <numerusform>You can go on working; %n acts wait in the outbox.</numerusform>
        </translation>
    </message>
    <message>
        <source>You can read, search, write and decide as usual.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest are shown first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can read what is here; update to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Sample · %n client(s)</source>
        <translation>
            <numerusform>Sample · %n client</numerusform>
            <numerusform>Sample · %n clients</numerusform>
        </translation>
    </message>
    <message>
        <source>All clients · %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your business</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Available</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let them write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample business.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing leaves this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sample customers are paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sample customers write until you clear them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in without the keyring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>session password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the keyring is not being waited for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your keyring has not answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can sign in without it, for this session only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sample remove delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no sample is on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>webhook port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this computer takes none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the sample?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removes the sample&apos;s conversations from this computer and nothing of yours. Its customers stop writing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was done: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody is signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escalations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(%1) Foredeck</source>
        <comment>how many customers wait for a person</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escalation rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hand over when fires</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only managers see rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the web form&apos;s address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write to yourself in the browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>live chat page test try customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no backend runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the address of the live chat&apos;s page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>link url customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No program on this computer opens web pages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address was copied: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They were known already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody was entered twice; what was new of them was added, and the note stands in their conversation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk of this computer is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s disk is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you write and do is kept in the outbox and goes out by itself when there is room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>language english</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>language spanish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server was set back to an earlier copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What came after that copy is not shown any more. Notes and tasks of yours that it lacks go out again by themselves; replies that may not have arrived wait in the outbox for a look.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop what is not saved?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a box stands something that is not saved yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the box “%1” stands something that is not saved yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit without saving?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk refuses what you typed: it stands in this window and nowhere else. With room on the disk it is saved by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit and lose it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign out without saving?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign out and lose it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::MentionPopup</name>
    <message>
        <source>People to mention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter mentions them, Esc keeps what is typed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 of %3. %4</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::NavEntry</name>
    <message>
        <source>%1, %2</source>
        <comment>a place and how many are in it</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1+</source>
        <comment>so many, and perhaps more</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::NavHead</name>
    <message>
        <source>Clients in view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2, choose the clients in view</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::Navigation</name>
    <message>
        <source>Navigation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escalations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::NewLeadDialog</name>
    <message>
        <source>How they came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nora Vidal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What they want</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A room for two, Friday to Sunday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a conversation, for tasks, notes and whoever takes it up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New lead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For your team only. It stands in the conversation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say whom they came to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say who it is: a name, a number or an e-mail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no telephone number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no e-mail address.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::NewestPane</name>
    <message>
        <source>Newest leads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has asked yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::NewestRow</name>
    <message>
        <source>%1, came %2</source>
        <comment>a lead and when they first asked</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::NoticeDialog</name>
    <message>
        <source>For the assistant and everybody here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause for an hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause until tomorrow morning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause until further notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the assistant answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No rooms until Sunday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The assistant tells it to whom it concerns, and everybody here sees it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The assistant answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The assistant is paused until %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The assistant is paused until further notice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until it is ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is past already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the notice of %1: %2 (%3)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::NotificationsSection</name>
    <message>
        <source>Notifications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How you hear on this computer that a customer waits for a person; applied at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>notification sound bell alert do not disturb quiet hours desktop reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notifications on the desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand-overs are shown on the desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is shown on the desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show one now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whatever is set here, the count at Escalations stays, and nothing is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No notification service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply in the notification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A reply can be typed into the notification, where the desktop offers it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No reply is offered in the notification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customers&apos; words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What customers want is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What customers want is hidden from others at this screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For an hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until tomorrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until turned off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The team calls others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Others are called instead of you, on every computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are called when it is your turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every day without notifications and sounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No quiet hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emergencies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emergencies come through all the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emergencies wait, too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <comment>a time of the day</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until</source>
        <comment>a time of the day</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until %1. What waits then is told in one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While it is on there is no notification and no sound; what waits afterwards is told in one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From and until are the same time: it would be quiet day and night.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::OnCallList</name>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (you)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>may not answer any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on call for every client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at certain times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody who is not here any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody may answer yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::OutboxPage</name>
    <message>
        <source>Outbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything here is safe on this computer and leaves in this order when the connection is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meanwhile in the thread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reconnect send outbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every act has reached the server. What you do without a connection waits here, in order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 to %3</source>
        <comment>state, what, whom</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your text, not sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This act has no text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys and passwords are not kept here. To do it again, enter them anew in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo the drop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your changes, not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your text, which may have arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your changes, which may have arrived</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::OutboxRows</name>
    <message>
        <source>“%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next try in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Condition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::OutcomeDialog</name>
    <message>
        <source>What came of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reached her, arrives at nine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is it done?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop the task?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May stay empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is too long.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::PaletteModel</name>
    <message>
        <source>People and conversations</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::PeopleSection</name>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who may sign in and what they may do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>users roles invite password team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invite somebody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least %1 characters. Tell it them in person; it is stored hashed on the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On its way to the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was done: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only administrators may invite.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (you)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shut off %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shut off %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are signed out everywhere and cannot sign in. What they wrote stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody but you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no e-mail address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least %1 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invited</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::PersonMenu</name>
    <message>
        <source>Type a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”</source>
        <comment>what is typed</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is called “%1”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::RuleDelegate</name>
    <message>
        <source>On</source>
        <comment>a rule that is in force</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off</source>
        <comment>a rule that is not in force</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::RuleForm</name>
    <message>
        <source>Name of the rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refunds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule is in force</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In force</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in force</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When all of this holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words in a message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>money back, refund</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Separated by commas. One of them, just so, is enough.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meaning of a message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a refund</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Separated by commas. In whatever words and language it is said.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same is asked again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mood falls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it goes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 to 99</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minutes without a person&apos;s reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 to %1; by the clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times, any of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels, any of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Languages, any of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spanish, German</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then a person gets the conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason it is given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Priority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1, first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3, last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say at least one thing that must hold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it a name, so that people know it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A whole number from 0 to 99, or nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A whole number from 1 to %1, or nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No language is called so: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <comment>a phrase, what is wrong with it</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::RuleHitDelegate</name>
    <message>
        <source>%1 · %2</source>
        <comment>how often, when last</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::RuleTrial</name>
    <message>
        <source>Dry run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dry run of what stands here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing is sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try it on the last 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversations, the newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversations in which it would have fired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in the inbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened in the last 30 days stands on the server. The rule itself can be edited and saved here meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often would it have fired?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule is held against what customers wrote in the last 30 days. Nobody is called, nothing is changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at the last 30 days…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may take a minute. Everything else goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It could not be tried</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule was changed since. Try it again to see what it does now.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::RulesHeader</name>
    <message>
        <source>Back to the escalations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escalation rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New rule for %1</source>
        <comment>a client</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::RulesPage</name>
    <message>
        <source>only managers may change rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no rule is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the last change is still on its way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing was changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is being tried</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>escalation hand over when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the rules are not shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in force</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the rule on the last 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dry run would have fired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the conversation of the dry run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inbox thread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no conversation is chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete “%1”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It calls nobody any more. What it did stays in the conversations&apos; history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop what is not saved?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule “%1” holds changes that are not saved yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something in the form cannot be tried; it stands beside the field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rules could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 What is on the server is safe; start the program again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule has been deleted. Saving makes it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 in force</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No rules yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The assistant hands over by what it knows. A rule adds what matters to this business alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No rules are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are the managers&apos; business.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was not deleted: somebody has changed it meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stands here as it is now. Delete it again, or keep it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved: somebody else has changed it meanwhile. Save again to replace theirs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else has changed it while you edit. Saving replaces theirs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved here; it goes to the server at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved here; it goes to the server when it answers again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not deleted: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop this rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A rule hands a conversation to a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It says what must hold and why a person is called; it can be tried before it is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only managers see rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask a manager or an administrator when one should change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the order they were made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List of rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emergencies and opting out always come first. Of several rules the most pressing one fires, then the oldest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed, not saved</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::SearchButton</name>
    <message>
        <source>Search or run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search or run a command</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::SelectionBar</name>
    <message>
        <source>End the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in the outbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo the rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: what is selected</source>
        <comment>an act on the rows of a list</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings sections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop what is not saved?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the settings, “%1” holds changes that are not saved yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop them</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::SettingsSection</name>
    <message>
        <source>Somebody else has changed it meanwhile. Save again to replace theirs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved here; it goes to the server at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved here; it goes to the server when it answers again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save again to replace these with yours; what else was changed stays:
%1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::ShiftDialog</name>
    <message>
        <source>Hand over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand over the shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To whoever comes next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For your team only: no customer and no assistant reads it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Those it was for (%n)</source>
        <comment>clients</comment>
        <translation>
            <numerusform>Those it was for (%n)</numerusform>
            <numerusform>Those it was for (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>All clients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking what is open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is open here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>More is open than a note can hold; the first %n stand in it.</source>
        <translation>
            <numerusform>More is open than a note can hold; the first (%n) stands in it.</numerusform>
            <numerusform>More is open than a note can hold; the first %n lines stand in it.</numerusform>
        </translation>
    </message>
    <message>
        <source>This is too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is open with any of them: choose the client that this is about.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what whoever comes next should know.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::ShiftList</name>
    <message>
        <source>%1, %2</source>
        <comment>what is open, when it is due</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>what was open, what has become of it</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::ShiftNoteDialog</name>
    <message>
        <source>I have read it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>who and when, a client</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · not read</source>
        <comment>a shift note</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No shift was handed over yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent yet: nobody else sees it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was not taken and stands in the outbox: nobody else sees it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::ShortcutSheet</name>
    <message>
        <source>Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Single letters work outside text fields.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::ShortcutsSection</name>
    <message>
        <source>Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every command that has a key. Single letters work outside text fields.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keys keyboard commands</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::SidePanel</name>
    <message>
        <source>Why it came to you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>due %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Because</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wants</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tried</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, opted out %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, given %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, wrote first %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was due %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Understood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No decision yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the assistant decides in this conversation stands here, with the answers it used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the side panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier decisions stand with their messages in the conversation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Team</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::SignInPage</name>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in to a server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your team&apos;s conversations, from your own server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in your keyring if there is one, never in a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For this session only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking who it is…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>encrypted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not encrypted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, answers in %2 ms, %3</source>
        <comment>a server, its answer&apos;s time, and whether the way there is encrypted</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no e-mail address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Next try in %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no keyring here: for this session only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring has not answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for your keyring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is written to disk without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may ask for its password in a window of its own. After 10 s you can go on without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>After %n more wrong try/tries the account rests.</source>
        <translation>
            <numerusform>After %n more wrong try the account rests.</numerusform>
            <numerusform>After %n more wrong tries the account rests.</numerusform>
        </translation>
    </message>
    <message>
        <source>The account rests now; try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The way there is not encrypted: whoever is on it can read the password.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::Skeleton</name>
    <message>
        <source>Loading</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::SnoozeAsker</name>
    <message>
        <source>Later today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tomorrow morning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When you open next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snooze until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day and time…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wake now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times of %1; opening hours of %2</source>
        <comment>two time zones</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::SnoozeUntil</name>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snooze until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day and time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is past already.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::SortButton</name>
    <message>
        <source>Sort by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, sorted falling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, sorted rising</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::StartCard</name>
    <message>
        <source>closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use it for my business</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About five minutes. Your data stays apart from the sample and outlives it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start my business</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of your business</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit hours and zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 time</source>
        <comment>of a city&apos;s time zone</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, as this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>day and night</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three questions customers ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When are you open?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from your hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where can I park?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What does it cost?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the answer to “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the answer to “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer, as you would say it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>may be later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in Settings › Channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the sample?</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Removes %n sample conversation(s) from this computer and nothing of yours. The sample&apos;s customers stop writing.</source>
        <translation>
            <numerusform>Removes %n sample conversation from this computer and nothing of yours. The sample&apos;s customers stop writing.</numerusform>
            <numerusform>Removes %n sample conversations from this computer and nothing of yours. The sample&apos;s customers stop writing.</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Clearing removes %n sample conversation(s) from this computer and nothing of yours.</source>
        <translation>
            <numerusform>Clearing removes %n sample conversation from this computer and nothing of yours.</numerusform>
            <numerusform>Clearing removes %n sample conversations from this computer and nothing of yours.</numerusform>
        </translation>
    </message>
    <message>
        <source>A name is needed: customers read it in the assistant&apos;s first message.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer to question %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This name is too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your telephone, for when nobody looks: Settings › Who is told, afterwards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without keys, the live chat works here: once it has begun, “Write to yourself in the browser” in the empty inbox opens its page.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::StatStrip</name>
    <message>
        <source>Today&apos;s figures</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::StatePane</name>
    <message>
        <source>Copy code %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::StatusLine</name>
    <message>
        <source>Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Catching up, %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Catching up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reconnecting in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reconnecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gap being filled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot save here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This program is too old for the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Complete up to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n unsent</source>
        <translation>
            <numerusform>%n unsent</numerusform>
            <numerusform>%n unsent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) a look</source>
        <translation>
            <numerusform>%n needs a look</numerusform>
            <numerusform>%n need a look</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting for your keyring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed in for this session only</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Assistant answering in %1 of %n client(s)</source>
        <translation>
            <numerusform>Assistant answering in %1 of %n client</numerusform>
            <numerusform>Assistant answering in %1 of %n clients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n client(s)</source>
        <comment>how many clients the assistant answers in</comment>
        <translation>
            <numerusform>%1 of %n client</numerusform>
            <numerusform>%1 of %n clients</numerusform>
        </translation>
    </message>
    <message>
        <source>Assistant answering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assistant paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Safe mode on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Safe mode off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Safe mode on in %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Behind by %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::Switch</name>
    <message>
        <source>On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::TaskAsker</name>
    <message>
        <source>%1: %2</source>
        <comment>the kind of a task, and what it says</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give to…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::TaskDialog</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the kitchen about the allergy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who does it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what is to be done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is past already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A colleague</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::TaskLine</name>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::TaskSection</name>
    <message>
        <source>Nothing is to be done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <comment>tasks</comment>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a task, and which of several that say the same</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::ThreadPane</name>
    <message>
        <source>Thread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::Toast</name>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::TranscriptView</name>
    <message>
        <source>Conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the decision</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::UnsentReplies</name>
    <message>
        <source>Keep it open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep as a draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send and quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n reply(ies) has/have not gone out yet</source>
        <translation>
            <numerusform>%n reply has not gone out yet</numerusform>
            <numerusform>%n replies have not gone out yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It can still be taken back, and nobody sends it once Foredeck is closed. As a draft it stands in its conversation again.</source>
        <translation>
            <numerusform>It can still be taken back, and nobody sends it once Foredeck is closed. As a draft it stands in its conversation again.</numerusform>
            <numerusform>They can still be taken back, and nobody sends them once Foredeck is closed. As drafts they stand in their conversations again.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window closes when the server has it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you wrote is safe in the outbox of this computer and waits there for the next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What needs a look stays in the outbox until you have looked at it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not everything has gone out yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has not gone out yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer has not saved it yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send and sign out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>It can still be taken back, and nobody sends it before you sign in here again. As a draft it stands in its conversation again.</source>
        <translation>
            <numerusform>It can still be taken back, and nobody sends it before you sign in here again. As a draft it stands in its conversation again.</numerusform>
            <numerusform>They can still be taken back, and nobody sends them before you sign in here again. As drafts they stand in their conversations again.</numerusform>
        </translation>
    </message>
    <message>
        <source>You are signed out when the server has it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you wrote is safe in the outbox of this computer and waits there until you sign in again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::ViewNameDialog</name>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hot on WhatsApp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::WeekEditor</name>
    <message>
        <source>Time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open day and night</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, opens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, closes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, opens again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, closes again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a day and what is wrong with its hours</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A second time on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no time; write 08:30, for example.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These times overlap.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These times run into those of the next day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until %1 on the next day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove time %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No time zone of this name: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quiet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not quiet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, quiet from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, quiet again from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, quiet until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, quiet again until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole day, 24 hours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open by the days below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all day</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::WriteFirstAsker</name>
    <message>
        <source>No SMS channel is configured for this client.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foredeck::ui::WriteFirstDialog</name>
    <message>
        <source>Channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A first message also says who writes and how to end messages, where yours does not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a template, its language</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They have opted out of messages on this channel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WhatsApp takes a first message only as a template that it has approved, and none is configured. Send an SMS instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gap %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To %1, or the number they wrote from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write something first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is too long for an SMS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill in every gap.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What stands in a gap is too long.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
