#include "vm/ops_sequence.h"

#include "object/error.h"
#include "object/seq.h"
#include "object/wrapper.h"
#include "vm/slots.h"

typedef Res (*OperatorSlot)(Engine *e, BinaryOp op, Obj *a, Obj *b, Obj **out);

static bool is_sequence(Engine *e, const Type *type) {
    static const Layout layouts[] = {LAYOUT_STR, LAYOUT_BYTES, LAYOUT_BYTEARRAY, LAYOUT_LIST,
                                     LAYOUT_TUPLE};
    for (size_t i = 0; i < COUNT_OF(layouts); i++) {
        if (type->layout == layouts[i]) return true;
    }
    return type_is_subtype(type, TYPE(e, deque));
}

bool sequence_op(Engine *e, BinaryOp op, const Type *type) {
    return (op == OP_ADD || op == OP_MUL) && is_sequence(e, type);
}

/* The built-in type whose method of that name the class has kept, or NULL. */
static const Type *kept(Engine *e, const Type *type, Str *name) {
    Obj *found = type_lookup(e, type, name);
    return found && IS(e, found, wrapper_descriptor) ? WRAPPER(found)->owner : NULL;
}

bool sequence_asked_as_number(Engine *e, BinaryOp op, const Type *type) {
    for (int reflected = 0; reflected < 2; reflected++) {
        Obj *found = type_lookup(e, type, slots_binary_name(e, op, reflected != 0));
        if (found && !IS(e, found, wrapper_descriptor)) return true;
    }
    return false;
}

/* The sequence's own slot for `op`; one that redefines * from either side has none. */
static const Type *owner_of(Engine *e, BinaryOp op, const Type *type) {
    if (!sequence_op(e, op, type)) return NULL;
    const Type *owner = kept(e, type, slots_binary_name(e, op, false));
    if (op == OP_MUL && !kept(e, type, slots_binary_name(e, op, true))) return NULL;
    return owner;
}

static const Type *inplace_owner_of(Engine *e, BinaryOp op, const Type *type) {
    return sequence_op(e, op, type) ? kept(e, type, slots_inplace_name(e, op)) : NULL;
}

static bool like_container(const Type *type) {
    return type->slots.length || type->slots.contains || (type->flags & TYPE_HEAP);
}

bool sequence_keeps_out(Engine *e, BinaryOp op, const Obj *a, const Obj *b) {
    return op == OP_MUL && like_container(a->type) && is_sequence(e, b->type) &&
           !is_sequence(e, a->type);
}

static Res repeat(Engine *e, const Type *owner, bool inplace, Obj *a, Obj *b, Obj *times,
                  Obj **out) {
    if (!seq_is_index(e, times)) {
        return err_res(e, T_TypeError, "can't multiply sequence by non-int of type '%s'",
                       type_name(times));
    }
    return (inplace ? owner->slots.inplace : owner->slots.binary)(e, OP_MUL, a, b, out);
}

/* A bytearray knows how bytes are joined to it. */
static Res join(Engine *e, OperatorSlot slot, Obj *a, Obj *b, Obj **out) {
    Res res = slot(e, OP_ADD, a, b, out);
    if (res != R_NOTIMPL || b->type->layout != LAYOUT_BYTEARRAY) return res;
    return TYPE(e, bytearray)->slots.binary(e, OP_ADD, a, b, out);
}

Res sequence_binary(Engine *e, BinaryOp op, Obj *a, Obj *b, bool inplace, Obj **out) {
    const Type *left = inplace ? inplace_owner_of(e, op, a->type) : NULL;
    bool in_place = left != NULL;
    if (!left) left = owner_of(e, op, a->type);
    if (left && op == OP_MUL) return repeat(e, left, in_place, a, b, b, out);
    if (left) return join(e, in_place ? left->slots.inplace : left->slots.binary, a, b, out);
    if (op != OP_MUL || (inplace && like_container(a->type))) return R_NOTIMPL;
    const Type *right = owner_of(e, op, b->type);
    return right ? repeat(e, right, false, a, b, a, out) : R_NOTIMPL;
}
