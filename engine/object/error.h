#ifndef OBJECT_ERROR_H
#define OBJECT_ERROR_H
/* Raising exceptions from C. One exception can be in flight at a time (vm's `raised`). */

#include "object/engine.h"

/* Each sets an exception of a built-in class (a TypeId) with a message and returns NULL, R_ERR or
 * false, so that a caller can write `return err_null(e, T_ValueError, "...");`. Messages are
 * CPython 3.13's. The format is printf's (no floats); NULL = no argument at all. */
void *err_null(Engine *e, int type_id, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
Res err_res(Engine *e, int type_id, const char *format, ...) __attribute__((format(printf, 3, 4)));
bool err_false(Engine *e, int type_id, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Raises an instance (borrowed); links __context__ to the exception being handled. */
void err_raise(Engine *e, Obj *exception);
/* With one argument object (borrowed), for KeyError(key), StopIteration(value), SystemExit(code).
 */
void err_raise_with(Engine *e, int type_id, Obj *argument);
/* AttributeError "'%s' object has no attribute '%s'" (or "type object '%s' ..."), with name and
 * obj. */
void err_attribute(Engine *e, Obj *o, Str *name);
/* The same with a message of its own. */
void err_attribute_text(Engine *e, Obj *o, Str *name, Str *text);
/* NameError (which keeps the name) or UnboundLocalError; the format has one %s for it. */
void err_name(Engine *e, int type_id, Str *name, const char *format);
bool err_occurred(Engine *e);
Obj *err_get(Engine *e);  /* borrowed, NULL if none */
Obj *err_take(Engine *e); /* owned, clears it */
/* Puts back what err_take() gave (taken): __context__ stays as it is. */
void err_restore(Engine *e, Obj *exception);
void err_clear(Engine *e);
bool err_matches(Engine *e, int type_id); /* the exception in flight is of this class or below */
/* The arena is full: raises the preallocated MemoryError. */
void err_memory(Engine *e);
/* Sets memory aside, unless it is already, that the next err_memory() sets free: for the traceback
 * and what handlers do. */
void err_reserve(Engine *e);

#endif
