#ifndef VM_CONTAINER_NATIVES_H
#define VM_CONTAINER_NATIVES_H
/* Constructors, methods and slots of built-in containers and texts that may have to run Python
 * code: they replace or extend what the object layer's type descriptions say. */

#include "object/engine.h"

typedef Res Construct(Engine *e, Type *type, Obj *const *args, int nargs, Tuple *kwnames,
                      Obj **out);

Construct construct_list, construct_tuple, construct_set, construct_frozenset, construct_dict,
    construct_str, construct_bool, construct_bytes, construct_bytearray;

Res list_natives_setitem(Engine *e, Obj *o, Obj *key, Obj *value);
Res bytearray_natives_setitem(Engine *e, Obj *o, Obj *key, Obj *value);
Res list_natives_inplace(Engine *e, BinaryOp op, Obj *a, Obj *b, Obj **out);
Res dict_natives_getitem(Engine *e, Obj *o, Obj *key, Obj **out);
Res dict_natives_inplace(Engine *e, BinaryOp op, Obj *a, Obj *b, Obj **out);
Res view_natives_binary(Engine *e, BinaryOp op, Obj *a, Obj *b, Obj **out);
/* d.update(source) for any source. R_OK or R_PUSH, whose outcome is dropped. */
Res dict_natives_update(Engine *e, Obj *d, Obj *source, Obj **out);

extern const NativeDef list_native_defs[], dict_native_defs[], set_native_defs[],
    frozenset_native_defs[], str_native_defs[], bytes_native_defs[], bytearray_native_defs[],
    view_native_defs[], int_native_defs[];

#endif
