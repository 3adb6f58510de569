#include "vm/slots.h"

#include <string.h>

#include "object/error.h"
#include "object/native.h"
#include "object/nest.h"
#include "object/str.h"
#include "object/tuple.h"
#include "object/type.h"
#include "object/wrapper.h"
#include "vm/instance.h"
#include "vm/slot_calls.h"

typedef void (*AnySlot)(void);
enum { SLOT_COUNT = sizeof(TypeSlots) / sizeof(AnySlot) };

/* What the names of one slot were found to be. */
typedef struct {
    bool python;       /* some method is not the wrapper of a C slot */
    const Type *owner; /* whose C slot all of them stand for */
} Choice;

static AnySlot get_slot(const TypeSlots *slots, size_t offset) {
    AnySlot slot;
    memcpy(&slot, (const char *)slots + offset, sizeof slot);
    return slot;
}

static void set_slot(TypeSlots *slots, size_t offset, AnySlot slot) {
    memcpy((char *)slots + offset, &slot, sizeof slot);
}

/* The built-in type whose C slot a class attribute stands for, or NULL. */
static const Type *owner_of(Engine *e, const Obj *found, size_t slot, bool *native) {
    const Type *owner = NULL;
    *native = true;
    if (IS(e, found, wrapper_descriptor) && ((const Wrapper *)found)->def->slot == slot) {
        owner = ((const Wrapper *)found)->owner;
    } else if (IS(e, found, method_descriptor)) {
        owner = ((const Native *)found)->owner;
    } else {
        *native = false;
    }
    return owner && get_slot(&owner->slots, slot) ? owner : NULL;
}

static void choose(Engine *e, const Type *type, const WrapperDef *def, Choice *choice) {
    const Obj *found = type_lookup(e, type, wrapper_name(e, def));
    if (!found) return;
    bool native;
    const Type *owner = owner_of(e, found, def->slot, &native);
    if (!native) choice->python = true;
    if (!owner || choice->python) return;
    AnySlot mine = choice->owner ? get_slot(&choice->owner->slots, def->slot) : NULL;
    if (mine && mine != get_slot(&owner->slots, def->slot)) choice->python = true;
    choice->owner = owner;
}

/* Slots without a dunder name, and those whose name means more than one thing. */
static void fill_special(Engine *e, Type *type) {
    TypeSlots *slots = &type->slots;
    slots->release = instance_release;
    slots->construct = type->base->slots.construct;
    slots->send = type->base->slots.send;
    slots->finalize =
        type_lookup(e, type, N(e, __del__)) ? slot_finalize : type->base->slots.finalize;
    if (type_lookup(e, type, N(e, __getattr__))) slots->getattr = slot_getattr;
    if (type_lookup(e, type, N(e, __hash__)) == e->none) slots->hash = hash_refused;
}

static void set_flags(Type *type) {
    const TypeSlots *slots = &type->slots;
    type->flags &= ~(uint32_t)(TYPE_PY_COMPARE | TYPE_PY_TRUTH);
    if (slots->compare == slot_compare) type->flags |= TYPE_PY_COMPARE;
    if (slots->truth ? slots->truth == slot_truth : slots->length == slot_length) {
        type->flags |= TYPE_PY_TRUTH;
    }
}

void slots_fill(Engine *e, Type *type) {
    Choice choices[SLOT_COUNT] = {0};
    for (const WrapperDef *def = wrapper_defs; def->doc; def++) {
        choose(e, type, def, &choices[def->slot / sizeof(AnySlot)]);
    }
    for (size_t i = 0; i < SLOT_COUNT; i++) {
        size_t offset = i * sizeof(AnySlot);
        AnySlot slot = choices[i].python  ? get_slot(&slot_calls, offset)
                       : choices[i].owner ? get_slot(&choices[i].owner->slots, offset)
                                          : NULL;
        set_slot(&type->slots, offset, slot);
    }
    fill_special(e, type);
    set_flags(type);
}

void slots_refresh(Engine *e, Type *type, const Str *name) {
    if (name->size < 2 || name->text[0] != '_' || name->text[1] != '_') return;
    for (Type *t = *e->newest_class; t; t = t->older) {
        if (type_is_subtype(t, type)) slots_fill(e, t);
    }
}

bool slots_repr_is_python(const Type *type) {
    return type->slots.repr == slot_repr;
}

bool slots_str_is_python(const Type *type) {
    return type->slots.str == slot_str;
}

bool slots_binary_is_python(const Type *type) {
    return type->slots.binary == slot_binary;
}

bool slots_inplace_is_python(const Type *type) {
    return type->slots.inplace == slot_inplace;
}

/* ---- names of operators ---- */

#define NAME_OFFSET(n) offsetof(NameTable, n)
#define ARITHMETIC(n)                                                                              \
    { NAME_OFFSET(__##n##__), NAME_OFFSET(__r##n##__), NAME_OFFSET(__i##n##__) }
static const size_t binary_names[BINARY_OP_COUNT][3] = {
    [OP_ADD] = ARITHMETIC(add),         [OP_SUB] = ARITHMETIC(sub),
    [OP_MUL] = ARITHMETIC(mul),         [OP_MATMUL] = ARITHMETIC(matmul),
    [OP_TRUEDIV] = ARITHMETIC(truediv), [OP_FLOORDIV] = ARITHMETIC(floordiv),
    [OP_MOD] = ARITHMETIC(mod),         [OP_POW] = ARITHMETIC(pow),
    [OP_LSHIFT] = ARITHMETIC(lshift),   [OP_RSHIFT] = ARITHMETIC(rshift),
    [OP_AND] = ARITHMETIC(and),         [OP_OR] = ARITHMETIC(or),
    [OP_XOR] = ARITHMETIC(xor)};
static const size_t unary_names[UNARY_OP_COUNT] = {[OP_NEG] = NAME_OFFSET(__neg__),
                                                   [OP_POS] = NAME_OFFSET(__pos__),
                                                   [OP_INVERT] = NAME_OFFSET(__invert__)};
static const size_t compare_names[COMPARE_OP_COUNT] = {
    [CMP_LT] = NAME_OFFSET(__lt__), [CMP_LE] = NAME_OFFSET(__le__), [CMP_EQ] = NAME_OFFSET(__eq__),
    [CMP_NE] = NAME_OFFSET(__ne__), [CMP_GT] = NAME_OFFSET(__gt__), [CMP_GE] = NAME_OFFSET(__ge__)};

static Str *name_at(Engine *e, size_t offset) {
    Str *name;
    memcpy(&name, (const char *)&e->names + offset, sizeof name);
    return name;
}

Str *slots_binary_name(Engine *e, BinaryOp op, bool reflected) {
    return name_at(e, binary_names[op][reflected ? 1 : 0]);
}

Str *slots_inplace_name(Engine *e, BinaryOp op) {
    return name_at(e, binary_names[op][2]);
}

Str *slots_unary_name(Engine *e, UnaryOp op) {
    return name_at(e, unary_names[op]);
}

Str *slots_compare_name(Engine *e, CompareOp op) {
    return name_at(e, compare_names[op]);
}
