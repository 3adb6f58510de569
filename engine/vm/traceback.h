#ifndef VM_TRACEBACK_H
#define VM_TRACEBACK_H
/* Traceback objects: one entry for each frame that an exception has left, outermost first. */

#include "vm/frame.h"

typedef struct {
    Obj h;
    Obj *next;     /* the entry further in; NULL = the innermost. Owned */
    PFrame *frame; /* owned */
    uint32_t ip;   /* the instruction that raised or called; UINT32_MAX = before the first */
} Traceback;

#define TRACEBACK(o) ((Traceback *)(o))
/* Prints an exception with its traceback to standard error, exactly as CPython 3.13 does: frames,
 * source lines, carets, chained exceptions, groups, notes, suggestions. False: an exception is set
 * instead, of memory or of the limit of output. */
bool traceback_print(Engine *e, Obj *exception);
/* The same as a text; owned. */
Str *traceback_text(Engine *e, Obj *exception);
/* The position that entry's line and carets are printed from. */
Position traceback_position(const Traceback *tb);

#endif
