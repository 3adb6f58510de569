#ifndef VM_SLOT_CALLS_H
#define VM_SLOT_CALLS_H
/* The slots that call a dunder method written in Python. */

#include "object/engine.h"

/* One for each slot that has a dunder name. */
extern const TypeSlots slot_calls;

/* Those that are recognised by their address. */
Obj *slot_repr(Engine *e, Obj *o);
Obj *slot_str(Engine *e, Obj *o);
/* str() of a class that has only a __repr__. */
Obj *slot_str_by_repr(Engine *e, Obj *o);
Res slot_truth(Engine *e, Obj *o, Obj **out);
Res slot_length(Engine *e, Obj *o, Obj **out);
Res slot_binary(Engine *e, BinaryOp op, Obj *a, Obj *b, Obj **out);
Res slot_inplace(Engine *e, BinaryOp op, Obj *a, Obj *b, Obj **out);
Res slot_compare(Engine *e, CompareOp op, Obj *a, Obj *b, Obj **out);
Res slot_getattr(Engine *e, Obj *o, Str *name, Obj **out);
bool slot_finalize(Engine *e, Obj *o);

/* Steps that op_str, op_repr and op_format push for such classes: the outcome is checked to be a
 * str. */
Res slot_push_repr(Engine *e, Obj *o);
Res slot_push_str(Engine *e, Obj *o);
Res slot_push_str_by_repr(Engine *e, Obj *o); /* __repr__, for a class without __str__ */
Res slot_push_format(Engine *e, Obj *o, Obj *spec);

#endif
