#ifndef VM_WARN_H
#define VM_WARN_H
/* Warnings as CPython prints them: "file:line: Category: text" and the source line, on standard
 * error, once for each place and text. */

#include "vm/frame.h"

/* Issues a warning of a built-in category at the innermost frame of the user's program, `level`
 * Python frames up from there (0 = that frame). DeprecationWarning shows only in the program. */
bool warn(Engine *e, int category, int level, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
/* The same for any category at a given frame (NULL = none, beyond the bottom of the stack), about
 * an object (or NULL): a line on how to find where it came from follows. False: an exception is
 * set. */
bool warn_at(Engine *e, const Type *category, const Str *text, const PFrame *frame, Obj *source);
/* SyntaxWarning: what there is to say about the program's text before it runs; `code` is the
 * program's. False: an exception is set. */
bool warn_syntax(Engine *e, const Code *code);
/* For throw(type, value, traceback) where `value` is given (not NULL). False: an exception is set.
 */
bool warn_old_throw(Engine *e, const char *method, const Obj *value);
/* RuntimeWarning: coroutine '...' was never awaited. An exception in flight stays as it is. */
void warn_never_awaited(Engine *e, Gen *g, bool with_source);

#endif
