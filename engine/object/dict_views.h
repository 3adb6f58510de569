#ifndef OBJECT_DICT_VIEWS_H
#define OBJECT_DICT_VIEWS_H
/* The views that keys(), values() and items() give, and their iterators.
 *
 * Set operations and isdisjoint() with an iterable that is not native (object/iter.h) may have to
 * run Python code: vm/view_natives.c. */

#include "object/dict.h"
#include "object/engine.h"

typedef struct {
    Obj h;
    Dict *dict;
} DictView;

#define DICT_VIEW(o) ((DictView *)(o))
/* Owned; type_id is T_dict_keys, T_dict_values or T_dict_items. */
Obj *dict_view_new(Engine *e, int type_id, Dict *d);
/* Owned iterator; type_id is one of the six of dicts. */
Obj *dict_iter_new(Engine *e, int type_id, Dict *d);
/* The operators & | - ^; both operands are native iterables, at least one a view. */
Res dict_view_binary(Engine *e, BinaryOp op, Obj *a, Obj *b, Obj **out);
/* False with *needs_call set: `other` is not native and nothing was done. */
bool dict_view_is_disjoint(Engine *e, Obj *view, Obj *other, bool *disjoint, bool *needs_call);

extern const NativeDef dict_keys_methods[];
extern const NativeDef dict_values_methods[];
extern const NativeDef dict_items_methods[];

#endif
