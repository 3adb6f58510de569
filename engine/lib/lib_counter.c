/* Counter's counting. */
#include "lib/lib_parts.h"

#include "object/int.h"
#include "vm/native.h"
#include "vm/ops.h"

enum { COUNTS, ITEMS, ITEM, ONE, SLOTS };

/* Slots: a dict, an iterable; locals: an item, 1. number[0] = the item's hash. A key's __hash__ and
 * __eq__ are called as the dict's own methods call them. */
static bool find_count(Engine *e, NFrame *f, Obj **count) {
    uint32_t hash;
    slot_take(e, f, ITEM);
    if (!obj_hash(e, f->slot[ITEM], &hash)) return false;
    f->number[0] = hash;
    return dict_get_hashed(e, DICT(f->slot[COUNTS]), f->slot[ITEM], hash, count);
}

static Res add_one(Engine *e, NFrame *f, Obj **out) {
    Obj *count = NULL;
    if (!find_count(e, f, &count)) return R_ERR;
    if (count) return op_binary(e, OP_ADD, count, f->slot[ONE], out);
    *out = incref(f->slot[ONE]);
    return R_OK;
}

static Res count_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    if (!(f->slot[ONE] = int_new(e, 1))) return R_ERR;
    STEP(1, op_iter(e, f->slot[ITEMS], STEP_OUT));
    slot_take(e, f, ITEMS);
    for (;;) {
        STEP_NEXT(2, op_next(e, f->slot[ITEMS], STEP_OUT));
        if (f->in_res == R_STOP) break;
        STEP(3, add_one(e, f, STEP_OUT));
        if (!dict_set_hashed(e, DICT(f->slot[COUNTS]), f->slot[ITEM], (uint32_t)f->number[0],
                             f->in)) {
            return R_ERR;
        }
    }
    *out = e->none;
    return R_OK;
    STEPS_END;
}

static const NativeDef defs[] = {
    {"_count_elements", "mapping, iterable, /", NULL, count_step, SLOTS - 2, 0, NULL}, {0}};

bool lib_counter_add(Engine *e, Obj *module) {
    return lib_add_natives(e, module, defs);
}
