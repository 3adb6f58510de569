#ifndef VM_CALL_H
#define VM_CALL_H
/* The `call` slots of functions, bound methods and natives. */

#include "object/engine.h"
#include "vm/frame.h"

Res function_call(Engine *e, Obj *callable, Obj *const *args, int nargs, Tuple *kwnames, Obj **out);
Res method_call(Engine *e, Obj *callable, Obj *const *args, int nargs, Tuple *kwnames, Obj **out);
/* vm/native.c: binds by signature, then runs `fn` at once or pushes a frame for `step`. */
Res native_call(Engine *e, Obj *callable, Obj *const *args, int nargs, Tuple *kwnames, Obj **out);
/* The same for a definition with a known receiver or class in front (NULL = none). */
Res native_invoke(Engine *e, Obj *native, Obj *first, Obj *const *args, int nargs, Tuple *kwnames,
                  Obj **out);
/* Calls with one more argument in front. */
Res call_with_first(Engine *e, Obj *callable, Obj *first, Obj *const *args, int nargs,
                    Tuple *kwnames, Obj **out);
/* Binds arguments of a Python function to a new frame's slots as CPython 3.13 does, with its
 * messages. False: TypeError is set. */
bool call_bind(Engine *e, Obj *function, PFrame *frame, Obj *const *args, int nargs,
               Tuple *kwnames);

#endif
