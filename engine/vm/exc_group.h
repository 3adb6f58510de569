#ifndef VM_EXC_GROUP_H
#define VM_EXC_GROUP_H
/* Exception groups taken apart. */

#include "object/exceptions.h"
#include "object/list.h"

bool exc_group_is_group(const Obj *o);
/* Splits an exception by a class, a tuple of classes, a callable, or a Dict whose keys are the ids
 * of leaves. The outcome is a tuple (match, rest), None where empty. Always R_PUSH or R_ERR. */
Res exc_group_split(Engine *e, Obj *exception, Obj *condition);
/* group.derive(exceptions) with traceback, cause, context and notes copied; None for an empty list.
 * Always R_PUSH or R_ERR. */
Res exc_group_derive(Engine *e, Obj *group, List *exceptions);

#endif
