#ifndef VM_GROUP_H
#define VM_GROUP_H
/* except*: splitting an exception group and putting the rest together again. */

#include "object/engine.h"

/* (match, rest) for one except* clause, None where empty; a naked exception is wrapped in a group
 * when it matches. May push (a user's derive()). */
Res group_match(Engine *e, Obj *exception, Obj *classes, Obj **out);
/* What is raised after all clauses; None = nothing. `results` is a List of the exceptions that the
 * clauses raised or left over. May push (a user's derive()). */
Res group_reraise(Engine *e, Obj *original, Obj *results, Obj **out);

#endif
