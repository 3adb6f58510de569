#ifndef VM_OPS_SEQUENCE_H
#define VM_OPS_SEQUENCE_H
/* + and * of the built-in sequences: CPython asks the operands as numbers first, and a sequence
 * joins and repeats only when none of them answers. */

#include "object/engine.h"

/* The type is a built-in sequence or a subclass of one, and `op` is + or *. */
bool sequence_op(Engine *e, BinaryOp op, const Type *type);
/* A class of the program defines the operator or its reflection itself, so that it is asked as a
 * number is. */
bool sequence_asked_as_number(Engine *e, BinaryOp op, const Type *type);
/* b repeats nothing in `a *= b`: its repeating is asked for only where `a` is nothing like a
 * container. */
bool sequence_keeps_out(Engine *e, BinaryOp op, const Obj *a, const Obj *b);
/* The last word on `a op b`: R_NOTIMPL where neither is a sequence that kept its own methods. */
Res sequence_binary(Engine *e, BinaryOp op, Obj *a, Obj *b, bool inplace, Obj **out);

#endif
