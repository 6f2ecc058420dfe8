-- Whether someone answered, in whichever round; and what somebody answered in an open Olympiade.
create index participation_panellist on olympiad.participation (panellist);
create index ballot_panellist on olympiad.ballot (panellist) where panellist is not null;
