/* The tests of match statements. */
#include "vm/interp.h"

#include "object/dict.h"
#include "object/error.h"
#include "object/list.h"
#include "object/str.h"
#include "object/tuple.h"
#include "object/type.h"
#include "vm/native.h"

static Res match_flag(Engine *e, PFrame *f, uint32_t flag) {
    const Type *type = PEEK(f, 1)->type;
    PUSH(f, obj_bool(e, (type->flags & flag) != 0));
    return R_OK;
}

static Res match_mapping(Engine *e, PFrame *f, uint32_t arg) {
    (void)arg;
    return match_flag(e, f, TYPE_MAPPING);
}

static Res match_sequence(Engine *e, PFrame *f, uint32_t arg) {
    (void)arg;
    return match_flag(e, f, TYPE_SEQUENCE);
}

static Res give_tuple(Engine *e, const List *items, Obj **out) {
    *out = OBJ(tuple_of(e, items->items, items->size));
    return *out ? R_OK : R_ERR;
}

/* ---- keys of a mapping ---- */

enum { K_SUBJECT, K_KEYS, K_GET, K_ABSENT, K_SEEN, K_VALUES, K_SLOTS };

static bool note_key(Engine *e, Dict *seen, Obj *key) {
    Obj *before;
    if (!dict_get(e, seen, key, &before)) return false;
    if (!before) return dict_set(e, seen, key, e->true_);
    Str *text = obj_repr(e, key);
    if (!text) return false;
    err_null(e, T_ValueError, "mapping pattern checks duplicate key (%s)", text->text);
    decref(e, text);
    return false;
}

/* An exact dict is asked directly, anything else by its get(). */
static Res get_value(Engine *e, NFrame *f, Obj **out) {
    Obj *key = TUPLE(f->slot[K_KEYS])->items[f->number[0]], *value;
    if (!note_key(e, DICT(f->slot[K_SEEN]), key)) return R_ERR;
    if (!IS(e, f->slot[K_SUBJECT], dict)) {
        return op_call2(e, f->slot[K_GET], key, f->slot[K_ABSENT], out);
    }
    if (!dict_get(e, DICT(f->slot[K_SUBJECT]), key, &value)) return R_ERR;
    *out = incref(value ? value : f->slot[K_ABSENT]);
    return R_OK;
}

static Res keys_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    if (!IS(e, f->slot[K_SUBJECT], dict)) {
        STEP(1, op_getattr(e, f->slot[K_SUBJECT], N(e, get), STEP_OUT));
        slot_take(e, f, K_GET);
    }
    f->slot[K_ABSENT] = obj_new(e, TYPE(e, object), sizeof(Obj));
    f->slot[K_SEEN] = OBJ(dict_new(e));
    f->slot[K_VALUES] = OBJ(list_new(e, TUPLE(f->slot[K_KEYS])->size));
    if (!f->slot[K_ABSENT] || !f->slot[K_SEEN] || !f->slot[K_VALUES]) return R_ERR;
    for (; f->number[0] < (int64_t)TUPLE(f->slot[K_KEYS])->size; f->number[0]++) {
        STEP(2, get_value(e, f, STEP_OUT));
        if (f->in == f->slot[K_ABSENT]) {
            *out = e->none;
            return R_OK;
        }
        if (!list_append(e, LIST(f->slot[K_VALUES]), f->in)) return R_ERR;
    }
    return give_tuple(e, LIST(f->slot[K_VALUES]), out);
    STEPS_END;
}

static const NativeDef keys_def = {"match keys", NULL, NULL, keys_step, K_SLOTS, 0, NULL};

static Res match_keys(Engine *e, PFrame *f, uint32_t arg) {
    (void)arg;
    return native_push(e, &keys_def, (Obj *[]){PEEK(f, 2), PEEK(f, 1)}, 2);
}

/* ---- classes ---- */

enum { C_SUBJECT, C_CLASS, C_KEYWORDS, C_NAMES, C_VALUES, C_SLOTS };

/* These take one positional pattern, for the object itself. */
static bool matches_itself(const Type *type) {
    static const Layout layouts[] = {LAYOUT_BOOL,  LAYOUT_BYTEARRAY, LAYOUT_BYTES, LAYOUT_DICT,
                                     LAYOUT_FLOAT, LAYOUT_FROZENSET, LAYOUT_INT,   LAYOUT_LIST,
                                     LAYOUT_SET,   LAYOUT_STR,       LAYOUT_TUPLE};
    for (size_t i = 0; i < COUNT_OF(layouts); i++) {
        if (type->layout == layouts[i]) return true;
    }
    return false;
}

static bool add_name(Engine *e, const Type *type, List *names, Obj *name) {
    if (!HAS_LAYOUT(name, STR)) {
        return err_false(e, T_TypeError, "__match_args__ elements must be strings (got %s)",
                         type_name(name));
    }
    for (uint32_t i = 0; i < names->size; i++) {
        if (!HAS_LAYOUT(names->items[i], STR) || !str_equal(STR(names->items[i]), STR(name))) {
            continue;
        }
        Str *text = obj_repr(e, name);
        if (!text) return false;
        err_null(e, T_TypeError, "%s() got multiple sub-patterns for attribute %s",
                 type->name->text, text->text);
        decref(e, text);
        return false;
    }
    return list_append(e, names, name);
}

/* The attributes of positional patterns; None stands for the object itself. `given` is
 * __match_args__ or NULL. */
static bool add_positional(Engine *e, const Type *type, List *names, const Obj *given,
                           int64_t count) {
    if (given && !IS(e, given, tuple)) {
        return err_false(e, T_TypeError, "%s.__match_args__ must be a tuple (got %s)",
                         type->name->text, type_name(given));
    }
    bool itself = !given && matches_itself(type);
    int64_t allowed = given ? (int64_t)TUPLE(given)->size : itself;
    if (count > allowed) {
        return err_false(e, T_TypeError, "%s() accepts %d positional sub-pattern%s (%d given)",
                         type->name->text, (int)allowed, allowed == 1 ? "" : "s", (int)count);
    }
    if (itself) return list_append(e, names, e->none);
    for (int64_t i = 0; i < count; i++) {
        if (!add_name(e, type, names, TUPLE(given)->items[i])) return false;
    }
    return true;
}

static bool add_keywords(Engine *e, const Type *type, List *names, const Tuple *keywords) {
    for (uint32_t i = 0; i < keywords->size; i++) {
        if (!add_name(e, type, names, keywords->items[i])) return false;
    }
    return true;
}

static Res get_attribute(Engine *e, NFrame *f, Obj **out) {
    Obj *name = LIST(f->slot[C_NAMES])->items[f->number[1]];
    if (name != e->none) return op_getattr(e, f->slot[C_SUBJECT], STR(name), out);
    *out = incref(f->slot[C_SUBJECT]);
    return R_OK;
}

/* An attribute that is not there means no match. */
static bool was_missing(Engine *e, const NFrame *f) {
    if (f->in_res == R_OK || !err_matches(e, T_AttributeError)) return false;
    err_clear(e);
    return true;
}

/* number[0]: positional patterns; number[1]: attributes read so far. */
static Res class_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    if (!HAS_LAYOUT(f->slot[C_CLASS], TYPE)) {
        return err_res(e, T_TypeError, "called match pattern must be a class");
    }
    *out = e->none;
    STEP(1, op_isinstance(e, f->slot[C_SUBJECT], f->slot[C_CLASS], STEP_OUT));
    *out = e->none;
    if (f->in == e->false_) return R_OK;
    f->slot[C_NAMES] = OBJ(list_new(e, 4));
    f->slot[C_VALUES] = OBJ(list_new(e, 4));
    if (!f->slot[C_NAMES] || !f->slot[C_VALUES]) return R_ERR;
    if (f->number[0] > 0) {
        STEP_TRY(2, op_getattr(e, f->slot[C_CLASS], N(e, __match_args__), STEP_OUT));
        const Obj *given = was_missing(e, f) ? NULL : f->in;
        if (err_occurred(e) || !add_positional(e, TYPE_OF(f->slot[C_CLASS]), LIST(f->slot[C_NAMES]),
                                               given, f->number[0])) {
            return R_ERR;
        }
    }
    if (!add_keywords(e, TYPE_OF(f->slot[C_CLASS]), LIST(f->slot[C_NAMES]),
                      TUPLE(f->slot[C_KEYWORDS]))) {
        return R_ERR;
    }
    for (; f->number[1] < (int64_t)LIST(f->slot[C_NAMES])->size; f->number[1]++) {
        STEP_TRY(3, get_attribute(e, f, STEP_OUT));
        *out = e->none;
        if (was_missing(e, f)) return R_OK;
        if (f->in_res != R_OK || !list_append(e, LIST(f->slot[C_VALUES]), f->in)) return R_ERR;
    }
    return give_tuple(e, LIST(f->slot[C_VALUES]), out);
    STEPS_END;
}

static const NativeDef class_def = {"match class", NULL,           NULL, class_step,
                                    C_SLOTS,       NATIVE_CATCHES, NULL};

static Res match_class(Engine *e, PFrame *f, uint32_t positional) {
    Obj *const args[3] = {PEEK(f, 3), PEEK(f, 2), PEEK(f, 1)};
    Res res = native_push(e, &class_def, args, 3);
    if (res == R_PUSH) NFRAME(e->vm->top)->number[0] = positional;
    return interp_result(e, f, 3, res, NULL);
}

const OpEntry interp_match_ops[] = {
    {OPCODE_MATCH_MAPPING, match_mapping},
    {OPCODE_MATCH_SEQUENCE, match_sequence},
    {OPCODE_MATCH_KEYS, match_keys},
    {OPCODE_MATCH_CLASS, match_class},
    {0, NULL},
};
