#include "support/values.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "object/dict.h"
#include "object/error.h"
#include "object/float.h"
#include "object/int.h"
#include "object/list.h"
#include "object/range.h"
#include "object/set.h"
#include "object/str.h"
#include "object/tuple.h"
#include "vm/boot.h"
#include "vm/ops.h"

enum { ARENA_BYTES = 16 << 20, MAX_ARGUMENTS = 8 };

/* ---- The engine ------------------------------------------------------------------------------ */

int values_setup(void **state) {
    Values *v = calloc(1, sizeof *v);
    if (!v || !engine_boot(&v->engine, ARENA_BYTES, 16, 16)) return -1;
    if (!engine_seal(&v->engine)) return -1;
    v->used = arena_used(&v->engine.arena);
    *state = v;
    return 0;
}

int values_teardown(void **state) {
    Values *v = *state;
    Engine *e = &v->engine;
    bool raised = err_occurred(e);
    err_clear(e);
    while (v->kept_count > 0) decref(e, v->kept[--v->kept_count]);
    size_t left = arena_used(&e->arena);
    /* The engine gives its reserve up when memory runs out: less is no leak. */
    bool whole = left <= v->used && e->nesting == 0 && !e->repr_marks;
    if (!whole) print_error("%zu bytes instead of %zu are in use\n", left, v->used);
    engine_shutdown(e);
    free(v);
    return raised || !whole ? -1 : 0;
}

Obj *keep(Values *v, Obj *owned) {
    if (!owned) expect_error(v, -1, NULL);
    assert_non_null(owned);
    assert_true(v->kept_count < VALUES_KEPT);
    v->kept[v->kept_count++] = owned;
    return owned;
}

Obj *keep_text(Values *v, const char *text) {
    return keep(v, OBJ(str_from(&v->engine, text)));
}
Obj *keep_int(Values *v, int64_t number) {
    return keep(v, int_new(&v->engine, number));
}

/* ---- Reading values -------------------------------------------------------------------------- */

static Obj *read(Values *v, const char **at);

static void skip_spaces(const char **at) {
    while (**at == ' ') ++*at;
}

static bool accept(const char **at, const char *text) {
    skip_spaces(at);
    if (strncmp(*at, text, strlen(text)) != 0) return false;
    *at += strlen(text);
    return true;
}

/* Items until `close`; the list is owned. */
static List *read_items(Values *v, const char **at, const char *close) {
    List *items = list_new(&v->engine, 0);
    assert_non_null(items);
    while (!accept(at, close)) {
        Obj *item = read(v, at);
        assert_true(list_append(&v->engine, items, item));
        decref(&v->engine, item);
        accept(at, ",");
    }
    return items;
}

static Obj *read_tuple(Values *v, const char **at) {
    List *items = read_items(v, at, ")");
    Obj *t = OBJ(tuple_of(&v->engine, items->items, items->size));
    decref(&v->engine, items);
    return t;
}

static Obj *read_dict(Values *v, const char **at, Obj *key) {
    Engine *e = &v->engine;
    Dict *d = dict_new(e);
    while (d) {
        Obj *value = read(v, at);
        assert_true(dict_set(e, d, key, value));
        decref(e, key);
        decref(e, value);
        accept(at, ",");
        if (accept(at, "}")) break;
        key = read(v, at);
        assert_true(accept(at, ":"));
    }
    return OBJ(d);
}

static Obj *read_braces(Values *v, const char **at, bool frozen) {
    Engine *e = &v->engine;
    if (accept(at, "}")) return frozen ? OBJ(set_new(e, true)) : OBJ(dict_new(e));
    Obj *item = read(v, at);
    if (accept(at, ":")) return read_dict(v, at, item);
    Set *s = set_new(e, frozen);
    accept(at, ",");
    List *rest = read_items(v, at, "}");
    assert_true(set_add(e, s, item));
    for (uint32_t i = 0; i < rest->size; i++) assert_true(set_add(e, s, rest->items[i]));
    decref(e, item);
    decref(e, rest);
    return OBJ(s);
}

static Obj *read_text(Values *v, const char **at) {
    const char *end = strchr(*at, '\'');
    assert_non_null(end);
    Obj *s = OBJ(str_new(&v->engine, *at, (size_t)(end - *at)));
    *at = end + 1;
    return s;
}

static Obj *read_number(Values *v, const char **at) {
    char *end, *float_end;
    long long number = strtoll(*at, &end, 10);
    double real = strtod(*at, &float_end);
    assert_ptr_not_equal(float_end, *at);
    bool is_float = float_end != end;
    *at = float_end;
    return is_float ? float_new(&v->engine, real) : int_new(&v->engine, number);
}

static Obj *read(Values *v, const char **at) {
    Engine *e = &v->engine;
    if (accept(at, "[")) return OBJ(read_items(v, at, "]"));
    if (accept(at, "(")) return read_tuple(v, at);
    if (accept(at, "frozenset({")) {
        Obj *s = read_braces(v, at, true);
        assert_true(accept(at, ")"));
        return s;
    }
    if (accept(at, "set()")) return OBJ(set_new(e, false));
    if (accept(at, "{")) return read_braces(v, at, false);
    if (accept(at, "'")) return read_text(v, at);
    if (accept(at, "None")) return e->none;
    if (accept(at, "True")) return e->true_;
    if (accept(at, "False")) return e->false_;
    return read_number(v, at);
}

Obj *read_value(Values *v, const char *text) {
    return keep(v, read(v, &text));
}

static Obj *slice_part(Values *v, const char **at) {
    if (**at == ':' || **at == '\0') return v->engine.none;
    return keep(v, read_number(v, at));
}

Obj *read_slice(Values *v, const char *slice) {
    Obj *parts[3] = {v->engine.none, v->engine.none, v->engine.none};
    for (int i = 0; i < 3; i++) {
        parts[i] = slice_part(v, &slice);
        if (*slice == ':') slice++;
    }
    return keep(v, slice_new(&v->engine, parts[0], parts[1], parts[2]));
}

/* ---- Expectations ---------------------------------------------------------------------------- */

void expect_repr(Values *v, Obj *kept, const char *wanted) {
    Str *text = obj_repr(&v->engine, kept);
    assert_non_null(text);
    assert_string_equal(text->text, wanted);
    decref(&v->engine, text);
}

void expect_error(Values *v, int type_id, const char *message) {
    Engine *e = &v->engine;
    Obj *exception = err_take(e);
    assert_non_null(exception);
    Str *text = obj_str(e, exception);
    assert_non_null(text);
    if (message) assert_string_equal(text->text, message);
    if (type_id < 0) fail_msg("%s: %s", exception->type->name->text, text->text);
    assert_string_equal(exception->type->name->text, e->types[type_id]->name->text);
    decref(e, text);
    decref(e, exception);
}

void expect_binary(Values *v, const char *a, BinaryOp op, const char *b, const char *wanted) {
    Obj *out = NULL;
    Res res = op_binary(&v->engine, op, read_value(v, a), read_value(v, b), &out);
    if (res != R_OK) expect_error(v, -1, NULL);
    expect_repr(v, keep(v, out), wanted);
}

void expect_compare(Values *v, const char *a, CompareOp op, const char *b, bool wanted) {
    Obj *out = NULL;
    Res res = op_compare(&v->engine, op, read_value(v, a), read_value(v, b), &out);
    if (res != R_OK) expect_error(v, -1, NULL);
    if (out != obj_bool(&v->engine, wanted)) fail_msg("%s %d %s is not %d", a, op, b, wanted);
}

void expect_item(Values *v, const char *container, const char *key, const char *wanted) {
    Obj *out = NULL;
    Res res = op_getitem(&v->engine, read_value(v, container), read_value(v, key), &out);
    if (res != R_OK) expect_error(v, -1, NULL);
    expect_repr(v, keep(v, out), wanted);
}

void expect_slice(Values *v, const char *container, const char *slice, const char *wanted) {
    Obj *out = NULL;
    Res res = op_getitem(&v->engine, read_value(v, container), read_slice(v, slice), &out);
    if (res != R_OK) expect_error(v, -1, NULL);
    expect_repr(v, keep(v, out), wanted);
}

Obj *call_method(Values *v, Obj *o, const char *name, Obj *const *arguments, int count) {
    Obj *out = NULL;
    Res res = op_call_method(&v->engine, o, STR(keep_text(v, name)), arguments, count, &out);
    assert_true(res == R_OK || res == R_ERR);
    return res == R_OK ? keep(v, out) : NULL;
}

Obj *call_text(Values *v, Obj *o, const char *name, const char *arguments) {
    Tuple *args = TUPLE(read_value(v, arguments));
    assert_true(args->size <= MAX_ARGUMENTS);
    return call_method(v, o, name, args->items, (int)args->size);
}

void expect_call(Values *v, Obj *o, const char *name, const char *arguments, const char *wanted) {
    Obj *result = call_text(v, o, name, arguments);
    if (!result) expect_error(v, -1, NULL);
    expect_repr(v, result, wanted);
}

void expect_call_error(Values *v, Obj *o, const char *name, const char *arguments, int type_id,
                       const char *message) {
    assert_null(call_text(v, o, name, arguments));
    expect_error(v, type_id, message);
}
