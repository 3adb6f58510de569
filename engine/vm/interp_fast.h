#ifndef VM_INTERP_FAST_H
#define VM_INTERP_FAST_H
/* The most frequent cases of the most frequent instructions, small enough to stand in the
 * interpreter's loop. Each gives what the instruction's own function would, or false: then that
 * function runs. */

#include "object/cell.h"
#include "object/dict.h"
#include "object/float.h"
#include "object/function.h"
#include "object/int.h"
#include "object/iter.h"
#include "object/list.h"
#include "object/tuple.h"
#include "vm/interp.h"

static inline bool fast_load(PFrame *f, uint32_t slot) {
    Obj *value = f->slots[slot];
    if (!value) return false;
    PUSH(f, incref(value));
    return true;
}

static inline void fast_store(Engine *e, PFrame *f, uint32_t slot) {
    Obj *value = POP(f), *old = f->slots[slot];
    f->stack[f->sp] = NULL;
    f->slots[slot] = value;
    xdecref(e, old);
}

static inline void fast_copy(PFrame *f, uint32_t n) {
    Obj *value = xincref(PEEK(f, n));
    PUSH(f, value);
}

/* The two operands make room for the result. */
static inline bool fast_result(Engine *e, PFrame *f, Obj *out) {
    if (!out) return false;
    Obj *b = POP(f), *a = PEEK(f, 1);
    f->stack[f->sp] = NULL;
    PEEK(f, 1) = out;
    decref(e, a);
    decref(e, b);
    return true;
}

static inline bool fast_are_ints(Engine *e, const Obj *a, const Obj *b) {
    return IS(e, a, int) && IS(e, b, int) && !int_is_big(a) && !int_is_big(b);
}

/* Arithmetic whose result certainly fits. */
static inline bool fast_arithmetic(BinaryOp op, int64_t x, int64_t y, int64_t *out) {
    switch (op) {
    case OP_ADD: return !__builtin_add_overflow(x, y, out);
    case OP_SUB: return !__builtin_sub_overflow(x, y, out);
    case OP_MUL: return !__builtin_mul_overflow(x, y, out);
    case OP_AND: return *out = x & y, true;
    case OP_OR: return *out = x | y, true;
    case OP_XOR: return *out = x ^ y, true;
    case OP_MOD: return x >= 0 && y > 0 && (*out = x % y, true);
    case OP_FLOORDIV: return x >= 0 && y > 0 && (*out = x / y, true);
    default: return false;
    }
}

static inline bool fast_floats(BinaryOp op, double x, double y, double *out) {
    switch (op) {
    case OP_ADD: return *out = x + y, true;
    case OP_SUB: return *out = x - y, true;
    case OP_MUL: return *out = x * y, true;
    default: return false;
    }
}

/* A value that only the stack holds is nobody's any more: the result takes its place. */
static inline bool fast_float_result(Engine *e, PFrame *f, double value) {
    Obj *a = PEEK(f, 2);
    if (a->refs != 1) return fast_result(e, f, float_new(e, value));
    Obj *b = POP(f);
    f->stack[f->sp] = NULL;
    ((Float *)a)->value = value;
    decref(e, b);
    return true;
}

static inline bool fast_binary(Engine *e, PFrame *f, BinaryOp op) {
    const Obj *a = PEEK(f, 2), *b = PEEK(f, 1);
    if (fast_are_ints(e, a, b)) {
        int64_t value;
        return fast_arithmetic(op, int_value(a), int_value(b), &value) &&
               fast_result(e, f, int_new(e, value));
    }
    double value;
    return IS(e, a, float) && IS(e, b, float) &&
           fast_floats(op, float_value(a), float_value(b), &value) &&
           fast_float_result(e, f, value);
}

static inline bool fast_order(CompareOp op, int64_t x, int64_t y) {
    switch (op) {
    case CMP_LT: return x < y;
    case CMP_LE: return x <= y;
    case CMP_EQ: return x == y;
    case CMP_NE: return x != y;
    case CMP_GT: return x > y;
    default: return x >= y;
    }
}

static inline bool fast_order_floats(CompareOp op, double x, double y) {
    switch (op) {
    case CMP_LT: return x < y;
    case CMP_LE: return x <= y;
    case CMP_EQ: return x == y;
    case CMP_NE: return x != y;
    case CMP_GT: return x > y;
    default: return x >= y;
    }
}

static inline bool fast_compare(Engine *e, PFrame *f, CompareOp op) {
    const Obj *a = PEEK(f, 2), *b = PEEK(f, 1);
    bool result;
    if (fast_are_ints(e, a, b)) {
        result = fast_order(op, int_value(a), int_value(b));
    } else if (IS(e, a, float) && IS(e, b, float)) {
        result = fast_order_floats(op, float_value(a), float_value(b));
    } else {
        return false;
    }
    return fast_result(e, f, obj_bool(e, result));
}

static inline void fast_is(Engine *e, PFrame *f, bool inverted) {
    fast_result(e, f, obj_bool(e, (PEEK(f, 2) == PEEK(f, 1)) != inverted));
}

/* The operand of a conditional jump is True or False, which are not counted. */
static inline void fast_jump_if(PFrame *f, const Obj *wanted, uint32_t target) {
    const Obj *value = POP(f);
    f->stack[f->sp] = NULL;
    if (value == wanted) f->ip = target;
}

static inline bool fast_to_bool(Engine *e, PFrame *f) {
    Obj *top = PEEK(f, 1);
    if (top == e->true_ || top == e->false_) return true;
    if (top == e->none) {
        PEEK(f, 1) = e->false_;
        return true;
    }
    if (!IS(e, top, int)) return false;
    PEEK(f, 1) = obj_bool(e, int_value(top) != 0);
    decref(e, top);
    return true;
}

static inline bool fast_for_iter(Engine *e, PFrame *f) {
    Obj *top = PEEK(f, 1), *value = NULL;
    Iter *it = ITER(top);
    if (IS(e, top, range_iterator)) {
        if (it->stop == 0 || !(value = int_new(e, it->position))) return false;
        it->stop--;
        it->position = (int64_t)((uint64_t)it->position + (uint64_t)it->step);
    } else if (IS(e, top, list_iterator) && it->source &&
               it->position < (int64_t)LIST(it->source)->size) {
        value = incref(LIST(it->source)->items[it->position++]);
    }
    if (!value) return false;
    PUSH(f, value);
    return true;
}

/* What is remembered of this name for the object's class, if its attributes are looked up in the
 * usual way; else NULL. */
static inline TypeLookup *fast_lookup(Engine *e, const Obj *o, const Str *name) {
    const Type *type = o->type;
    TypeLookup *l = &e->lookups.types[lookup_slot(type, name)];
    bool hit = l->type == type && l->name == name && l->epoch == e->lookups.epoch;
    return hit && !type->slots.getattr && !type->tail_size ? l : NULL;
}

static inline Dict *fast_own_dict(Obj *o) {
    const Type *type = o->type;
    if (!(type->flags & TYPE_HAS_DICT) || !type->dict_offset) return NULL;
    return *(Dict **)(void *)((unsigned char *)o + type->dict_offset);
}

/* The entry of the instance's own dict, if it lies where it lay last; else NULL. */
static inline DictEntry *fast_own_entry(Obj *o, const Str *name, const TypeLookup *l) {
    Dict *d = fast_own_dict(o);
    bool hit = d && l->place < d->filled && d->entries[l->place].key == (const Obj *)name;
    return hit ? &d->entries[l->place] : NULL;
}

/* A small dict in which nothing has the name's hash. */
static inline bool fast_few_lack(const Dict *d, const Str *name) {
    enum { FEW = 8 };
    if (d->mask || d->filled > FEW || !name->hash) return false;
    for (uint32_t i = d->first; i < d->filled; i++) {
        if (d->entries[i].hash == name->hash) return false;
    }
    return true;
}

/* The instance's own dict certainly has no such name. */
static inline bool fast_lacks(Obj *o, const Str *name, const TypeLookup *l) {
    const Dict *d = fast_own_dict(o);
    return !d || d->used == 0 || (d->h.id == l->absent_id && d->version == l->absent_version) ||
           fast_few_lack(d, name);
}

static inline bool fast_load_attr(Engine *e, PFrame *f, const Str *name) {
    Obj *o = PEEK(f, 1);
    const TypeLookup *l = fast_lookup(e, o, name);
    if (!l || (l->found && l->found->type->slots.descr_set)) return false;
    const DictEntry *entry = fast_own_entry(o, name, l);
    bool of_class =
        !entry && l->found && !l->found->type->slots.descr_get && fast_lacks(o, name, l);
    if (!entry && !of_class) return false;
    PEEK(f, 1) = incref(entry ? entry->value : l->found);
    decref(e, o);
    return true;
}

static inline bool fast_store_attr(Engine *e, PFrame *f, const Str *name) {
    Obj *o = PEEK(f, 1), *value = PEEK(f, 2);
    if (o->type->slots.setattr) return false;
    const TypeLookup *l = fast_lookup(e, o, name);
    if (!l || (l->found && l->found->type->slots.descr_set)) return false;
    DictEntry *entry = fast_own_entry(o, name, l);
    if (!entry) return false;
    set_ref(e, entry->value, incref(value));
    interp_drop(e, f, 2);
    return true;
}

/* A method of the class that the instance certainly does not hide. */
static inline bool fast_load_method(Engine *e, PFrame *f, const Str *name) {
    Obj *o = PEEK(f, 1);
    const TypeLookup *l = fast_lookup(e, o, name);
    if (!l || !l->found || !(IS(e, l->found, function) || IS(e, l->found, method_descriptor))) {
        return false;
    }
    if (!fast_lacks(o, name, l)) return false;
    PEEK(f, 1) = incref(l->found);
    PUSH(f, o);
    return true;
}

/* A global name that is found where it was last, in the module or in the builtins: a dict without
 * the name still lacks it while its version is the same. */
static inline bool fast_load_global(Engine *e, PFrame *f, const Str *name) {
    const Dict *d = f->globals;
    const GlobalLookup *l = &e->lookups.globals[lookup_slot(d, name)];
    if (l->name != name || l->globals != d) return false;
    if (l->id) {
        if (l->id != d->h.id || l->version != d->version || l->timeline != e->lookups.timeline) {
            return false;
        }
        d = f->builtins;
    }
    if (l->place >= d->filled || d->entries[l->place].key != l->key) return false;
    PUSH(f, incref(d->entries[l->place].value));
    return true;
}

static inline bool fast_load_deref(PFrame *f, uint32_t slot) {
    Obj *value = CELL(f->slots[slot])->value;
    if (!value) return false;
    PUSH(f, incref(value));
    return true;
}

static inline void fast_store_deref(Engine *e, PFrame *f, uint32_t slot) {
    Obj *value = POP(f);
    f->stack[f->sp] = NULL;
    set_ref(e, CELL(f->slots[slot])->value, value);
}

static inline bool fast_unpack(Engine *e, PFrame *f, uint32_t n) {
    Obj *o = PEEK(f, 1);
    if (!IS(e, o, tuple) || TUPLE(o)->size != n) return false;
    f->sp--;
    f->stack[f->sp] = NULL;
    for (uint32_t i = n; i-- > 0;) PUSH(f, incref(TUPLE(o)->items[i]));
    decref(e, o);
    return true;
}

enum {
    CODE_NOT_PLAIN =
        CODE_GENERATOR | CODE_COROUTINE | CODE_ASYNC_GENERATOR | CODE_VARARGS | CODE_VARKEYWORDS
};

/* callable self_or_NULL a1 .. an: a function of the program that takes just as many. Its frame
 * takes them over. True as well when the stack of frames is full: then an exception is set. */
static inline bool fast_call(Engine *e, PFrame *f, uint32_t n) {
    Obj **args = f->stack + f->sp - n, *callable = args[-2];
    if (!IS(e, callable, function)) return false;
    const Function *fn = FUNCTION(callable);
    uint32_t given = args[-1] ? n + 1 : n;
    if (given != fn->code->arg_count || fn->code->kwonly_count) return false;
    if (fn->code->flags & CODE_NOT_PLAIN) return false;
    PFrame *frame = pframe_new(e, fn->code, fn->globals, callable);
    if (!frame) return false;
    Obj **first = args[-1] ? args - 1 : args;
    for (uint32_t i = 0; i < given; i++) {
        frame->slots[i] = first[i];
        first[i] = NULL;
    }
    args[-2] = NULL;
    f->sp -= n + 2;
    decref(e, callable);
    vm_push(e, FRAME(frame));
    return true;
}

/* An item of a list or a tuple at a position from the start. */
static inline bool fast_get_item(Engine *e, PFrame *f) {
    Obj *o = PEEK(f, 2), *key = PEEK(f, 1);
    if (!IS(e, key, int) || int_value(key) < 0) return false;
    uint64_t at = (uint64_t)int_value(key);
    if (IS(e, o, list) && at < LIST(o)->size) {
        return fast_result(e, f, incref(LIST(o)->items[at]));
    }
    if (IS(e, o, tuple) && at < TUPLE(o)->size) {
        return fast_result(e, f, incref(TUPLE(o)->items[at]));
    }
    return false;
}

#endif
