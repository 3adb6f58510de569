#include "vm/interp.h"

#include "object/dict.h"
#include "object/error.h"
#include "object/list.h"
#include "object/range.h"
#include "object/set.h"
#include "object/str.h"
#include "object/tuple.h"
#include "vm/consume.h"

static Res build_tuple(Engine *e, PFrame *f, uint32_t n) {
    Obj *out = OBJ(tuple_of(e, f->stack + f->sp - n, n));
    return interp_result(e, f, n, out ? R_OK : R_ERR, out);
}

static Res build_list(Engine *e, PFrame *f, uint32_t n) {
    Obj *out = OBJ(list_of(e, f->stack + f->sp - n, n));
    return interp_result(e, f, n, out ? R_OK : R_ERR, out);
}

static Res build_set(Engine *e, PFrame *f, uint32_t n) {
    Set *out = set_new(e, false);
    bool ok = out != NULL;
    for (uint32_t i = n; ok && i > 0; i--) ok = set_add(e, out, PEEK(f, i));
    if (!ok) xdecref(e, out);
    return interp_result(e, f, n, ok ? R_OK : R_ERR, OBJ(out));
}

static Res build_map(Engine *e, PFrame *f, uint32_t n) {
    Dict *out = dict_new(e);
    bool ok = out != NULL;
    for (uint32_t i = 2 * n; ok && i > 0; i -= 2) ok = dict_set(e, out, PEEK(f, i), PEEK(f, i - 1));
    if (!ok) xdecref(e, out);
    return interp_result(e, f, 2 * n, ok ? R_OK : R_ERR, OBJ(out));
}

static Res build_string(Engine *e, PFrame *f, uint32_t n) {
    Obj *out = OBJ(str_concat_all(e, f->stack + f->sp - n, n));
    return interp_result(e, f, n, out ? R_OK : R_ERR, out);
}

static Res build_slice(Engine *e, PFrame *f, uint32_t n) {
    Obj *step = n == 3 ? PEEK(f, 1) : NULL;
    Obj *out = slice_new(e, PEEK(f, n), PEEK(f, n - 1), step);
    return interp_result(e, f, n, out ? R_OK : R_ERR, out);
}

static Res list_append_op(Engine *e, PFrame *f, uint32_t n) {
    bool ok = list_append(e, LIST(PEEK(f, n + 1)), PEEK(f, 1));
    interp_drop(e, f, 1);
    return ok ? R_OK : R_ERR;
}

static Res set_add_op(Engine *e, PFrame *f, uint32_t n) {
    bool ok = set_add(e, SET(PEEK(f, n + 1)), PEEK(f, 1));
    interp_drop(e, f, 1);
    return ok ? R_OK : R_ERR;
}

static Res map_add(Engine *e, PFrame *f, uint32_t n) {
    bool ok = dict_set(e, DICT(PEEK(f, n + 2)), PEEK(f, 2), PEEK(f, 1));
    interp_drop(e, f, 2);
    return ok ? R_OK : R_ERR;
}

static Res list_extend(Engine *e, PFrame *f, uint32_t arg) {
    uint32_t n = arg & 0xFF, keywords = arg >> 9; /* callable NULL keywords? list iterable */
    Obj *callable = arg >> 8 ? PEEK(f, n + 3 + keywords) : NULL;
    Res res = consume_star(e, LIST(PEEK(f, n + 1)), PEEK(f, 1), callable);
    interp_drop(e, f, 1);
    return res;
}

static Res set_update(Engine *e, PFrame *f, uint32_t n) {
    Res res = consume_into_set(e, SET(PEEK(f, n + 1)), PEEK(f, 1));
    interp_drop(e, f, 1);
    return res;
}

static Res dict_update_op(Engine *e, PFrame *f, uint32_t n) {
    Res res = consume_mapping(e, DICT(PEEK(f, n + 1)), PEEK(f, 1), NULL);
    interp_drop(e, f, 1);
    return res;
}

static Res dict_merge(Engine *e, PFrame *f, uint32_t n) {
    Obj *callable = PEEK(f, n + 4); /* callable NULL args dict mapping, for n = 1 */
    Res res = consume_mapping(e, DICT(PEEK(f, n + 1)), PEEK(f, 1), callable);
    interp_drop(e, f, 1);
    return res;
}

static Res list_to_tuple(Engine *e, PFrame *f, uint32_t arg) {
    (void)arg;
    List *l = LIST(PEEK(f, 1));
    Obj *out = OBJ(tuple_of(e, l->items, l->size));
    return interp_result(e, f, 1, out ? R_OK : R_ERR, out);
}

/* Both arrive as a tuple whose items interp_arrive() spreads. */
static Res unpack_sequence(Engine *e, PFrame *f, uint32_t n) {
    Obj *out = NULL;
    Res res = consume_unpack(e, PEEK(f, 1), n, -1, &out);
    return interp_result(e, f, 1, res, out);
}

static Res unpack_ex(Engine *e, PFrame *f, uint32_t arg) {
    Obj *out = NULL;
    Res res = consume_unpack(e, PEEK(f, 1), arg & 0xFF, (int)(arg >> 8), &out);
    return interp_result(e, f, 1, res, out);
}

static Res format_value(Engine *e, PFrame *f, uint32_t arg) {
    bool has_spec = (arg & 4) != 0;
    Obj *out = NULL;
    Res res = consume_format(e, PEEK(f, has_spec ? 2 : 1), arg & 3,
                             has_spec ? PEEK(f, 1) : OBJ(e->empty_str), &out);
    return interp_result(e, f, has_spec ? 2 : 1, res, out);
}

const OpEntry interp_build_ops[] = {
    {OPCODE_BUILD_TUPLE, build_tuple},
    {OPCODE_BUILD_LIST, build_list},
    {OPCODE_BUILD_SET, build_set},
    {OPCODE_BUILD_MAP, build_map},
    {OPCODE_BUILD_STRING, build_string},
    {OPCODE_BUILD_SLICE, build_slice},
    {OPCODE_LIST_APPEND, list_append_op},
    {OPCODE_SET_ADD, set_add_op},
    {OPCODE_MAP_ADD, map_add},
    {OPCODE_LIST_EXTEND, list_extend},
    {OPCODE_SET_UPDATE, set_update},
    {OPCODE_DICT_UPDATE, dict_update_op},
    {OPCODE_DICT_MERGE, dict_merge},
    {OPCODE_LIST_TO_TUPLE, list_to_tuple},
    {OPCODE_UNPACK_SEQUENCE, unpack_sequence},
    {OPCODE_UNPACK_EX, unpack_ex},
    {OPCODE_FORMAT_VALUE, format_value},
    {0, NULL},
};
