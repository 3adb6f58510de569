#ifndef VM_OPS_H
#define VM_OPS_H
/* Operations as Python defines them, for opcodes and resumable natives: each may push a frame
 * (R_PUSH) when Python code has to run. Results in *out are owned. Arguments are borrowed. */

#include "object/engine.h"

/* Calls. `args` holds nargs values: positional ones, then one for each name in kwnames. */
Res op_call(Engine *e, Obj *callable, Obj *const *args, int nargs, Tuple *kwnames, Obj **out);
Res op_call0(Engine *e, Obj *callable, Obj **out);
Res op_call1(Engine *e, Obj *callable, Obj *a, Obj **out);
Res op_call2(Engine *e, Obj *callable, Obj *a, Obj *b, Obj **out);
/* fn(*args, **kwargs): a Tuple and a Dict or NULL. */
Res op_call_tuple(Engine *e, Obj *callable, Obj *args, Obj *kwargs, Obj **out);
/* Calls a special method looked up on the type (not the instance). R_NOTIMPL: there is none and
 * nothing was done. */
Res op_call_special(Engine *e, Obj *o, Str *name, Obj *const *args, int nargs, Obj **out);
/* Calls an ordinary method by name (attribute lookup on the instance first). */
Res op_call_method(Engine *e, Obj *o, Str *name, Obj *const *args, int nargs, Obj **out);

Res op_getattr(Engine *e, Obj *o, Str *name, Obj **out);
Res op_setattr(Engine *e, Obj *o, Str *name, Obj *value); /* value NULL: delete */
/* object.__getattribute__ and object.__setattr__: data descriptors, instance dict, the rest. */
Res op_generic_getattr(Engine *e, Obj *o, Str *name, Obj **out);
Res op_generic_setattr(Engine *e, Obj *o, Str *name, Obj *value);

Res op_binary(Engine *e, BinaryOp op, Obj *a, Obj *b, Obj **out);
Res op_inplace(Engine *e, BinaryOp op, Obj *a, Obj *b, Obj **out);
Res op_unary(Engine *e, UnaryOp op, Obj *a, Obj **out);
Res op_compare(Engine *e, CompareOp op, Obj *a, Obj *b, Obj **out);
Res op_contains(Engine *e, Obj *container, Obj *item, Obj **out); /* True or False */
Res op_truth(Engine *e, Obj *o, Obj **out);                       /* True or False */
Res op_length(Engine *e, Obj *o, Obj **out);                      /* int */
Res op_getitem(Engine *e, Obj *o, Obj *key, Obj **out);
Res op_setitem(Engine *e, Obj *o, Obj *key, Obj *value); /* value NULL: delete */
Res op_iter(Engine *e, Obj *o, Obj **out);
Res op_next(Engine *e, Obj *iterator, Obj **out);             /* R_STOP at the end */
Res op_send(Engine *e, Obj *iterator, Obj *value, Obj **out); /* R_OK yielded, R_STOP returned */
Res op_await_iter(Engine *e, Obj *awaitable, int where, Obj **out); /* GET_AWAITABLE */
/* The iterator that `await aiter.__anext__()` drives. */
Res op_anext_iter(Engine *e, Obj *async_iterator, Obj **out);
Res op_str(Engine *e, Obj *o, Obj **out);
Res op_repr(Engine *e, Obj *o, Obj **out);
Res op_format(Engine *e, Obj *o, Obj *spec, Obj **out); /* spec a Str */
Res op_isinstance(Engine *e, Obj *o, Obj *class_or_tuple, Obj **out);
Res op_issubclass(Engine *e, Obj *type, Obj *class_or_tuple, Obj **out);
/* list(iterable): a fresh List; consumes any iterable. */
Res op_list(Engine *e, Obj *iterable, Obj **out);

extern const char *const binary_op_symbols[BINARY_OP_COUNT]; /* "+" */

#endif
