#ifndef VM_SLOTS_H
#define VM_SLOTS_H
/* The slots of classes that the program makes: C functions that call their dunder methods. */

#include "object/engine.h"
#include "vm/frame.h"

/* Chooses every slot of a class by what its MRO has under the dunder names. */
void slots_fill(Engine *e, Type *type);
/* An attribute of a class was set or deleted: the same for it and its subclasses. */
void slots_refresh(Engine *e, Type *type, const Str *name);

/* True when the operation of this type is written in Python, so that running it pushes a frame. */
bool slots_repr_is_python(const Type *type);
bool slots_str_is_python(const Type *type);
bool slots_binary_is_python(const Type *type);
bool slots_inplace_is_python(const Type *type);

/* object.__ne__: the opposite of ==. May push. */
Res slots_not_equal(Engine *e, Obj *a, Obj *b, Obj **out);

/* The dunder name of an operator: N(e, __add__) ..., reflected N(e, __radd__) ... Borrowed. */
Str *slots_binary_name(Engine *e, BinaryOp op, bool reflected);
Str *slots_inplace_name(Engine *e, BinaryOp op);
Str *slots_unary_name(Engine *e, UnaryOp op);
Str *slots_compare_name(Engine *e, CompareOp op);

/* Resumable bodies of operators with Python operands, vm/operator_steps.c. The operation's number
 * goes in front. Always R_PUSH or R_ERR. */
Res steps_binary(Engine *e, BinaryOp op, Obj *a, Obj *b, bool inplace);
Res steps_compare(Engine *e, CompareOp op, Obj *a, Obj *b);
Res steps_truth_of_length(Engine *e, Obj *o);

#endif
