# Words that stand for what was spoken of before and never for an article ("das" and "lo" may be one).
[en]
it they them itself
[es]
eso esto ello
[de]
dafür davon damit dabei dazu daran darin dagegen
[fr]
ça cela celui celle
[it]
ciò questo quello ne
[pt]
isso isto disso disto nisso
[nl]
daarvoor daarvan daarmee daarbij erbij ervoor ervan
[ar]
ذلك هذا
