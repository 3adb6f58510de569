/* Methods of str and bytes that may have to run Python code. */
#include "vm/container_natives.h"

#include "object/bytearray.h"
#include "object/error.h"
#include "object/format_fields.h"
#include "object/int.h"
#include "object/iter.h"
#include "object/list.h"
#include "object/range.h"
#include "object/tuple.h"
#include "vm/consume.h"
#include "vm/iterate.h"
#include "vm/native.h"
#include "vm/ops.h"
#include "vm/vm.h"

/* ---- join ---------------------------------------------------------------------------------- */

static Obj *join_items(Engine *e, Obj *sep, SeqView items) {
    if (HAS_LAYOUT(sep, BYTEARRAY)) {
        Obj *joined = bytes_join_list(e, BYTES(BYTEARRAY(sep)->held), items.items, items.size);
        Obj *made = joined ? bytearray_new(e, joined) : NULL;
        xdecref(e, joined);
        return made;
    }
    if (HAS_LAYOUT(sep, BYTES)) return bytes_join_list(e, BYTES(sep), items.items, items.size);
    return OBJ(str_join_list(e, STR(sep), items.items, items.size));
}

/* Slots: self, iterable. Everything is collected before anything is joined. */
static Res join_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    if (!f->slot[1]->type->slots.iter && !f->slot[1]->type->slots.getitem) {
        return err_res(e, T_TypeError, "can only join an iterable");
    }
    if (!IS(e, f->slot[1], list) && !IS(e, f->slot[1], tuple)) {
        STEP_TRY(1, op_iter(e, f->slot[1], STEP_OUT));
        if (f->in_res != R_OK && err_matches(e, T_TypeError)) {
            err_clear(e);
            return err_res(e, T_TypeError, "can only join an iterable");
        }
        if (f->in_res != R_OK) return R_ERR;
        slot_take(e, f, 1);
        STEP(2, op_list(e, f->slot[1], STEP_OUT));
        slot_take(e, f, 1);
    }
    *out = join_items(e, f->slot[0], seq_view(f->slot[1]));
    return *out ? R_OK : R_ERR;
    STEPS_END;
}

/* ---- format -------------------------------------------------------------------------------- */

/* One run over a text or, a level deeper, over the specification of a field. number[0] is the rest
 * of the text (start << 32 | end), number[1] where the rest of the field's accessors begins. The
 * result is a pair: the text and what the automatic numbering has become. */
enum {
    FIELDS_TEXT,
    FIELDS_ARGS, /* Tuple; None = there may be none (format_map) */
    FIELDS_MAPPING,
    FIELDS_NUMBERING, /* int */
    FIELDS_DEPTH,     /* int */
    FIELDS_PIECES,    /* List of Str */
    FIELDS_OBJECT,
    FIELDS_SPEC,
    FIELDS_SLOTS
};

static FormatRange fields_rest(const NFrame *f) {
    return (FormatRange){(uint32_t)(f->number[0] >> 32), (uint32_t)f->number[0]};
}

static void set_rest(NFrame *f, FormatRange rest) {
    f->number[0] = (int64_t)((uint64_t)rest.start << 32 | rest.end);
}

/* The field that the frame is at: read anew each time it is needed. */
static bool this_field(Engine *e, const NFrame *f, FormatField *field) {
    return format_fields_next(e, STR(f->slot[FIELDS_TEXT]), fields_rest(f), field);
}

static Str *range_text(Engine *e, const NFrame *f, FormatRange range) {
    return str_new(e, STR(f->slot[FIELDS_TEXT])->text + range.start, range.end - range.start);
}

static bool add_piece(Engine *e, NFrame *f, Str *taken) {
    bool ok = taken && list_append(e, LIST(f->slot[FIELDS_PIECES]), OBJ(taken));
    xdecref(e, taken);
    return ok;
}

static void end_field(NFrame *f, const FormatField *field) {
    set_rest(f, (FormatRange){field->next, fields_rest(f).end});
}

/* Copies the text in front of the next field. */
static bool begin_field(Engine *e, NFrame *f, bool *has_field) {
    FormatField field;
    if (!this_field(e, f, &field)) return false;
    if (!add_piece(e, f, range_text(e, f, field.literal))) return false;
    *has_field = field.has_field;
    f->number[1] = field.accessors.start;
    if (!field.has_field) end_field(f, &field);
    return true;
}

static Res positional(Engine *e, const NFrame *f, int64_t index, Obj **out) {
    if (f->slot[FIELDS_ARGS] == e->none) {
        return err_res(e, T_ValueError, "Format string contains positional fields");
    }
    const Tuple *args = TUPLE(f->slot[FIELDS_ARGS]);
    if (index >= (int64_t)args->size) {
        format_fields_no_argument(e, index);
        return R_ERR;
    }
    *out = incref(args->items[index]);
    return R_OK;
}

static Res field_argument(Engine *e, NFrame *f, Obj **out) {
    FormatField field;
    int64_t numbering = int_value(f->slot[FIELDS_NUMBERING]), index;
    if (!this_field(e, f, &field)) return R_ERR;
    if (!format_fields_argument(e, STR(f->slot[FIELDS_TEXT]), &field, &numbering, &index)) {
        return R_ERR;
    }
    Obj *counted = int_new(e, numbering);
    if (!counted) return R_ERR;
    set_ref(e, f->slot[FIELDS_NUMBERING], counted);
    if (index >= 0) return positional(e, f, index, out);
    Str *name = range_text(e, f, field.name);
    if (!name) return R_ERR;
    Res res = op_getitem(e, f->slot[FIELDS_MAPPING], OBJ(name), out);
    decref(e, name);
    return res;
}

/* R_STOP when there is no further accessor. */
static Res next_access(Engine *e, NFrame *f, Obj **out) {
    FormatField field;
    FormatAccess access;
    if (!this_field(e, f, &field)) return R_ERR;
    FormatRange rest = {(uint32_t)f->number[1], field.accessors.end};
    if (!format_fields_access(e, STR(f->slot[FIELDS_TEXT]), &rest, &access)) return R_ERR;
    f->number[1] = rest.start;
    if (access.kind == FORMAT_ACCESS_END) return R_STOP;
    Res res = access.kind == FORMAT_ACCESS_ATTRIBUTE
                  ? op_getattr(e, f->slot[FIELDS_OBJECT], STR(access.key), out)
                  : op_getitem(e, f->slot[FIELDS_OBJECT], access.key, out);
    decref(e, access.key);
    return res;
}

static Res push_fields(Engine *e, Obj *const slots[FIELDS_PIECES], FormatRange rest, int depth);

/* The specification: a Str at once, or a pair from a frame that fills in its own fields. */
static Res field_spec(Engine *e, NFrame *f, Obj **out) {
    FormatField field;
    if (!this_field(e, f, &field)) return R_ERR;
    if (!field.spec_nested) {
        *out = OBJ(range_text(e, f, field.spec));
        return *out ? R_OK : R_ERR;
    }
    int64_t depth = int_value(f->slot[FIELDS_DEPTH]);
    if (depth > 1) {
        format_fields_too_deep(e);
        return R_ERR;
    }
    return push_fields(e, f->slot, field.spec, (int)depth + 1);
}

static void take_spec(Engine *e, NFrame *f) {
    if (HAS_LAYOUT(f->in, TUPLE)) {
        slot_set(e, f, FIELDS_SPEC, TUPLE(f->in)->items[0]);
        slot_set(e, f, FIELDS_NUMBERING, TUPLE(f->in)->items[1]);
    } else {
        slot_take(e, f, FIELDS_SPEC);
    }
}

static Res format_field(Engine *e, NFrame *f, Obj **out) {
    FormatField field;
    uint32_t conversion;
    if (!this_field(e, f, &field) || !format_fields_conversion(e, &field, &conversion)) {
        return R_ERR;
    }
    end_field(f, &field);
    return consume_format(e, f->slot[FIELDS_OBJECT], conversion, f->slot[FIELDS_SPEC], out);
}

static Res fields_step(Engine *e, NFrame *f, Obj **out) {
    bool has_field = false;
    STEPS(f);
    f->slot[FIELDS_PIECES] = OBJ(list_new(e, 8));
    if (!f->slot[FIELDS_PIECES]) return R_ERR;
    while (fields_rest(f).start < fields_rest(f).end) {
        if (!begin_field(e, f, &has_field)) return R_ERR;
        if (!has_field) continue;
        STEP(1, field_argument(e, f, STEP_OUT));
        slot_take(e, f, FIELDS_OBJECT);
        for (;;) {
            STEP_NEXT(2, next_access(e, f, STEP_OUT));
            if (f->in_res == R_STOP) break;
            slot_take(e, f, FIELDS_OBJECT);
        }
        STEP(3, field_spec(e, f, STEP_OUT));
        take_spec(e, f);
        STEP(4, format_field(e, f, STEP_OUT));
        if (!list_append(e, LIST(f->slot[FIELDS_PIECES]), f->in)) return R_ERR;
    }
    List *pieces = LIST(f->slot[FIELDS_PIECES]);
    Str *text = str_join_list(e, e->empty_str, pieces->items, pieces->size);
    if (!text) return R_ERR;
    *out = OBJ(tuple_pack(e, 2, OBJ(text), f->slot[FIELDS_NUMBERING]));
    decref(e, text);
    return *out ? R_OK : R_ERR;
    STEPS_END;
}

static const NativeDef fields_def = {"format", NULL, NULL, fields_step, FIELDS_SLOTS, 0, NULL};

static Res push_fields(Engine *e, Obj *const slots[FIELDS_PIECES], FormatRange rest, int depth) {
    Obj *level = int_new(e, depth);
    if (!level) return R_ERR;
    Obj *args[] = {slots[FIELDS_TEXT], slots[FIELDS_ARGS], slots[FIELDS_MAPPING],
                   slots[FIELDS_NUMBERING], level};
    Res res = native_push(e, &fields_def, args, COUNT_OF(args));
    decref(e, level);
    if (res == R_PUSH) set_rest(NFRAME(e->vm->top), rest);
    return res;
}

static Res format_text(Engine *e, Obj *text, Obj *args, Obj *mapping) {
    Obj *slots[] = {text, args, mapping, e->small_ints[0 - SMALL_INT_MIN], NULL};
    return push_fields(e, slots, (FormatRange){0, STR(text)->size}, 1);
}

/* Slots: self, args, kwargs. */
static Res format_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    STEP(1, format_text(e, f->slot[0], f->slot[1], f->slot[2]));
    *out = incref(TUPLE(f->in)->items[0]);
    return R_OK;
    STEPS_END;
}

/* Slots: self, mapping. */
static Res format_map_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    STEP(1, format_text(e, f->slot[0], e->none, f->slot[1]));
    *out = incref(TUPLE(f->in)->items[0]);
    return R_OK;
    STEPS_END;
}

const NativeDef str_native_defs[] = {
    {.name = "join", .signature = "self, iterable, /", .step = join_step, .flags = NATIVE_CATCHES},
    {.name = "format", .signature = "self, /, *args, **kwargs", .step = format_step},
    {.name = "format_map", .signature = "self, mapping, /", .step = format_map_step},
    {0},
};

const NativeDef bytes_native_defs[] = {
    {.name = "join",
     .signature = "self, iterable_of_bytes, /",
     .step = join_step,
     .flags = NATIVE_CATCHES},
    {0},
};

/* What has to be walked through by Python code before bytes are made of it. */
static bool is_walked(Engine *e, const Obj *o) {
    const Type *type = o->type;
    bool ready = HAS_LAYOUT(o, BYTES) || HAS_LAYOUT(o, BYTEARRAY) || HAS_LAYOUT(o, STR) ||
                 IS(e, o, memoryview) || type_lookup(e, o->type, N(e, __bytes__));
    return !ready && (type->slots.iter || type->slots.getitem) && !iter_is_native_iterable(e, o);
}

/* int.from_bytes(). Slots: type, bytes, byteorder, signed. */
static Res from_bytes_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    if (is_walked(e, f->slot[1])) {
        STEP(1, op_list(e, f->slot[1], STEP_OUT));
        slot_take(e, f, 1);
    }
    *out = int_from_bytes(e, f->slot);
    return *out ? R_OK : R_ERR;
    STEPS_END;
}

const NativeDef int_native_defs[] = {
    {.name = "from_bytes",
     .signature = "type, /, bytes, byteorder='big', *, signed=False",
     .step = from_bytes_step,
     .flags = NATIVE_CLASS},
    {0},
};

/* bytearray.extend(). Slots: self, iterable. */
static Res extend_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    if (!HAS_LAYOUT(f->slot[1], BYTES) && !HAS_LAYOUT(f->slot[1], BYTEARRAY)) {
        if (!f->slot[1]->type->slots.iter && !f->slot[1]->type->slots.getitem) {
            return err_res(e, T_TypeError, "can't extend bytearray with %s", type_name(f->slot[1]));
        }
        STEP(1, op_list(e, f->slot[1], STEP_OUT));
        slot_take(e, f, 1);
    }
    if (!bytearray_extend(e, f->slot[0], f->slot[1])) return R_ERR;
    *out = e->none;
    return R_OK;
    STEPS_END;
}

/* Slots: bytearray, slice, iterable. Everything is collected first. */
static Res assign_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    STEP(1, op_list(e, f->slot[2], STEP_OUT));
    *out = e->none;
    return bytearray_spec.slots.setitem(e, f->slot[0], f->slot[1], f->in);
    STEPS_END;
}

static const NativeDef assign_def = {"__setitem__", NULL, NULL, assign_step, 3, 0, NULL};

Res bytearray_natives_setitem(Engine *e, Obj *o, Obj *key, Obj *value) {
    bool in_python = value && HAS_LAYOUT(key, SLICE) && value->type->slots.iter &&
                     !iter_is_native_iterable(e, value);
    if (!in_python) return bytearray_spec.slots.setitem(e, o, key, value);
    SliceIndices at;
    if (!slice_unpack(e, SLICE(key), &at)) return R_ERR;
    return native_push(e, &assign_def, (Obj *[]){o, key, value}, 3);
}

const NativeDef bytearray_native_defs[] = {
    {.name = "join",
     .signature = "self, iterable_of_bytes, /",
     .step = join_step,
     .flags = NATIVE_CATCHES},
    {.name = "extend", .signature = "self, iterable_of_ints, /", .step = extend_step},
    {0},
};
