#ifndef OBJECT_EXC_EXTRA_H
#define OBJECT_EXC_EXTRA_H
/* What single exception classes have beside args: attributes, constructor rules, str(). */

#include "object/exceptions.h"

/* Sets extra[] from args and keywords (NULL = none) by the rules of the class. */
bool exc_extra_init(Engine *e, Exc *x, Dict *keywords);
Str *exc_extra_str(Engine *e, Exc *x); /* owned */
const GetSetDef *exc_extra_getset(ExcExtra extra);
/* OSError(errno, ...) makes an instance of the subclass for that number. */
Type *exc_os_type(Engine *e, Obj *const *args, int count);
/* BaseExceptionGroup.__new__ with its checks. */
Res exc_group_construct(Engine *e, Type *type, Obj *const *args, int count, Obj **out);

#endif
