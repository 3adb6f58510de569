#ifndef VM_CONSUME_H
#define VM_CONSUME_H
/* Consumers of arbitrary iterables for opcodes and methods: builtin containers at once, everything
 * else in a native frame that asks for one item after the other. */

#include "object/dict.h"
#include "object/engine.h"
#include "object/list.h"
#include "object/set.h"

/* [*iterable]: R_OK at once, or R_PUSH (the outcome, None, is dropped by the caller's opcode).
 * `callable` is named in the message for f(*iterable); else NULL. */
Res consume_star(Engine *e, List *into, Obj *iterable, Obj *callable);
/* A program's subclass of a container tells by its own __len__ how many items to expect. */
bool consume_asks_program(const Type *type);
/* list.extend: the same with the message of iter(). */
Res consume_into_list(Engine *e, List *into, Obj *iterable);
Res consume_into_set(Engine *e, Set *into, Obj *iterable);
/* {**mapping}; with `callable`, call keywords: keys must be strings and new. */
Res consume_mapping(Engine *e, Dict *into, Obj *mapping, Obj *callable);
/* dict.update(mapping) with something that has keys(): its errors stay what they are. */
Res consume_keyed(Engine *e, Dict *into, Obj *mapping);
/* A tuple of exactly `before` items; or with after >= 0, before items, a list, after items. */
Res consume_unpack(Engine *e, Obj *iterable, uint32_t before, int after, Obj **out);
/* f"{value!conversion:spec}"; conversion 0 none, 1 str, 2 repr, 3 ascii. */
Res consume_format(Engine *e, Obj *value, uint32_t conversion, Obj *spec, Obj **out);

#endif
