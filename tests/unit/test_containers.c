/* Lists, tuples, ranges, slices, cells, proxies, and what is nested in them. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "object/cell.h"
#include "object/dict.h"
#include "object/error.h"
#include "object/int.h"
#include "object/iter.h"
#include "object/list.h"
#include "object/mappingproxy.h"
#include "object/nest.h"
#include "object/range.h"
#include "object/str.h"
#include "object/tuple.h"
#include "support/values.h"
#include "vm/ops.h"

/* ---- Indices and slices ---------------------------------------------------------------------- */

static void negative_indices_count_from_the_end(void **state) {
    Values *v = *state;
    expect_item(v, "[1, 2, 3]", "-1", "3");
    expect_item(v, "(1, 2, 3)", "-3", "1");
    expect_item(v, "[1, 2]", "True", "2");
}

static void expect_item_error(Values *v, const char *container, const char *key, int type_id,
                              const char *message) {
    Obj *out;
    Res res = op_getitem(&v->engine, read_value(v, container), read_value(v, key), &out);
    assert_int_equal(res, R_ERR);
    expect_error(v, type_id, message);
}

static void subscript_errors_read_as_in_cpython(void **state) {
    Values *v = *state;
    expect_item_error(v, "[]", "0", T_IndexError, "list index out of range");
    expect_item_error(v, "[1]", "-2", T_IndexError, "list index out of range");
    expect_item_error(v, "()", "0", T_IndexError, "tuple index out of range");
    expect_item_error(v, "[1]", "'a'", T_TypeError,
                      "list indices must be integers or slices, not str");
    expect_item_error(v, "(1, 2)", "1.5", T_TypeError,
                      "tuple indices must be integers or slices, not float");
}

static void slices_clamp_and_step_both_ways(void **state) {
    Values *v = *state;
    expect_slice(v, "[0, 1, 2, 3, 4]", "1:3", "[1, 2]");
    expect_slice(v, "[0, 1, 2, 3, 4]", "::-1", "[4, 3, 2, 1, 0]");
    expect_slice(v, "[0, 1, 2, 3, 4]", "-2:100", "[3, 4]");
    expect_slice(v, "[0, 1, 2, 3, 4]", "4:0:-2", "[4, 2]");
    expect_slice(v, "(0, 1, 2, 3, 4)", "-100:2", "(0, 1)");
    expect_slice(v, "(0, 1, 2, 3, 4)", "3:1", "()");
    expect_slice(v, "(0, 1, 2)", "::9223372036854775807", "(0,)");
    expect_slice(v, "(0, 1, 2)", "::-9223372036854775808", "(2,)");
}

static void slice_errors_read_as_in_cpython(void **state) {
    Values *v = *state;
    Engine *e = &v->engine;
    Obj *out, *l = read_value(v, "[1]");
    assert_int_equal(op_getitem(e, l, read_slice(v, "::0"), &out), R_ERR);
    expect_error(v, T_ValueError, "slice step cannot be zero");
    Obj *bad = keep(v, slice_new(e, read_value(v, "'a'"), NULL, NULL));
    expect_repr(v, bad, "slice('a', None, None)");
    assert_int_equal(op_getitem(e, l, bad, &out), R_ERR);
    expect_error(v, T_TypeError,
                 "slice indices must be integers or None or have an __index__ method");
    expect_call(v, read_slice(v, "1:9:2"), "indices", "(5,)", "(1, 5, 2)");
    expect_call_error(v, bad, "indices", "(-1,)", T_ValueError, "length should not be negative");
}

static void assign_slice(Values *v, const char *list, const char *slice, const char *values,
                         const char *wanted) {
    Obj *l = read_value(v, list);
    Obj *value = values ? read_value(v, values) : NULL;
    Res res = op_setitem(&v->engine, l, read_slice(v, slice), value);
    if (res != R_OK) expect_error(v, -1, NULL);
    expect_repr(v, l, wanted);
}

static void slice_assignment_replaces_inserts_and_deletes(void **state) {
    Values *v = *state;
    assign_slice(v, "[0, 1, 2, 3]", "1:3", "('a', 'b', 'c')", "[0, 'a', 'b', 'c', 3]");
    assign_slice(v, "[0, 1, 2, 3]", "2:2", "[9]", "[0, 1, 9, 2, 3]");
    assign_slice(v, "[0, 1, 2, 3]", "3:1", "[9]", "[0, 1, 2, 9, 3]");
    assign_slice(v, "[0, 1, 2, 3]", "::2", "'xy'", "['x', 1, 'y', 3]");
    assign_slice(v, "[0, 1, 2, 3]", "::-1", "{5: 0, 6: 0, 7: 0, 8: 0}", "[8, 7, 6, 5]");
    assign_slice(v, "[0, 1, 2, 3]", "1:", NULL, "[0]");
    assign_slice(v, "[0, 1, 2, 3, 4]", "::2", NULL, "[1, 3]");
    assign_slice(v, "[0, 1, 2, 3, 4]", "::-3", NULL, "[0, 2, 3]");
}

static void a_list_can_be_assigned_to_its_own_slice(void **state) {
    Values *v = *state;
    List *l = LIST(read_value(v, "[1, 2, 3]"));
    assert_int_equal(op_setitem(&v->engine, OBJ(l), read_slice(v, "1:2"), OBJ(l)), R_OK);
    expect_repr(v, OBJ(l), "[1, 1, 2, 3, 3]");
}

static void extended_slices_take_exactly_as_many_items(void **state) {
    Values *v = *state;
    Obj *l = read_value(v, "[1, 2, 3]");
    assert_int_equal(op_setitem(&v->engine, l, read_slice(v, "::2"), read_value(v, "[1]")), R_ERR);
    expect_error(v, T_ValueError,
                 "attempt to assign sequence of size 1 to extended slice of size 2");
    expect_repr(v, l, "[1, 2, 3]");
}

/* ---- Operators ------------------------------------------------------------------------------- */

static void sequences_add_and_repeat(void **state) {
    Values *v = *state;
    expect_binary(v, "[1]", OP_ADD, "[2, 3]", "[1, 2, 3]");
    expect_binary(v, "(1,)", OP_ADD, "()", "(1,)");
    expect_binary(v, "[1, 2]", OP_MUL, "2", "[1, 2, 1, 2]");
    expect_binary(v, "3", OP_MUL, "(0,)", "(0, 0, 0)");
    expect_binary(v, "[1]", OP_MUL, "-1", "[]");
}

static void expect_binary_error(Values *v, const char *a, BinaryOp op, const char *b,
                                const char *message) {
    Obj *out;
    assert_int_equal(op_binary(&v->engine, op, read_value(v, a), read_value(v, b), &out), R_ERR);
    expect_error(v, T_TypeError, message);
}

static void operator_errors_read_as_in_cpython(void **state) {
    Values *v = *state;
    expect_binary_error(v, "[1]", OP_ADD, "(1,)",
                        "can only concatenate list (not \"tuple\") to list");
    expect_binary_error(v, "()", OP_ADD, "5", "can only concatenate tuple (not \"int\") to tuple");
    expect_binary_error(v, "[1]", OP_MUL, "'a'",
                        "can't multiply sequence by non-int of type 'str'");
    expect_binary_error(v, "[1]", OP_MUL, "[1]",
                        "can't multiply sequence by non-int of type 'list'");
    expect_binary_error(v, "{1: 2}", OP_OR, "[]",
                        "unsupported operand type(s) for |: 'dict' and 'list'");
}

static void augmented_operators_change_the_list_itself(void **state) {
    Values *v = *state;
    Obj *out, *l = read_value(v, "[1]");
    assert_int_equal(op_inplace(&v->engine, OP_ADD, l, read_value(v, "'ab'"), &out), R_OK);
    assert_ptr_equal(keep(v, out), l);
    assert_int_equal(op_inplace(&v->engine, OP_MUL, l, read_value(v, "2"), &out), R_OK);
    assert_ptr_equal(keep(v, out), l);
    expect_repr(v, l, "[1, 'a', 'b', 1, 'a', 'b']");
    assert_int_equal(op_inplace(&v->engine, OP_ADD, l, l, &out), R_OK);
    assert_int_equal(LIST(keep(v, out))->size, 12);
}

static void too_long_a_list_is_a_memory_error(void **state) {
    Values *v = *state;
    Obj *out;
    Res res =
        op_binary(&v->engine, OP_MUL, read_value(v, "[1]"), read_value(v, "1000000000000"), &out);
    assert_int_equal(res, R_ERR);
    assert_true(err_matches(&v->engine, T_MemoryError));
    err_clear(&v->engine);
}

static void sequences_are_ordered_by_their_first_difference(void **state) {
    Values *v = *state;
    expect_compare(v, "[1, 2]", CMP_LT, "[1, 3]", true);
    expect_compare(v, "[1, 2]", CMP_LT, "[1]", false);
    expect_compare(v, "(1,)", CMP_LE, "(1, 0)", true);
    expect_compare(v, "(2,)", CMP_GT, "(1, 9)", true);
    expect_compare(v, "[1.0, [True]]", CMP_EQ, "[1, [1]]", true);
    expect_compare(v, "[1]", CMP_EQ, "(1,)", false);
    expect_compare(v, "[1]", CMP_NE, "(1,)", true);
    Obj *out;
    Res res = op_compare(&v->engine, CMP_LT, read_value(v, "[1]"), read_value(v, "(2,)"), &out);
    assert_int_equal(res, R_ERR);
    expect_error(v, T_TypeError, "'<' not supported between instances of 'list' and 'tuple'");
}

/* ---- Methods --------------------------------------------------------------------------------- */

static void list_methods_change_and_find(void **state) {
    Values *v = *state;
    Obj *l = read_value(v, "[3, 1]");
    expect_call(v, l, "append", "(4,)", "None");
    expect_call(v, l, "insert", "(-1, 'x')", "None");
    expect_call(v, l, "insert", "(-100, 'first')", "None");
    expect_repr(v, l, "['first', 3, 1, 'x', 4]");
    expect_call(v, l, "index", "('x',)", "3");
    expect_call(v, l, "index", "(4, -2)", "4");
    expect_call(v, l, "count", "(1.0,)", "1");
    expect_call(v, l, "pop", "()", "4");
    expect_call(v, l, "pop", "(0,)", "'first'");
    expect_call(v, l, "remove", "(1,)", "None");
    expect_call(v, l, "reverse", "()", "None");
    expect_call(v, l, "copy", "()", "['x', 3]");
    expect_call(v, l, "clear", "()", "None");
    expect_repr(v, l, "[]");
}

static void method_errors_read_as_in_cpython(void **state) {
    Values *v = *state;
    Obj *empty = read_value(v, "[]"), *l = read_value(v, "[1]"), *t = read_value(v, "(1,)");
    expect_call_error(v, empty, "pop", "()", T_IndexError, "pop from empty list");
    expect_call_error(v, l, "pop", "(3,)", T_IndexError, "pop index out of range");
    expect_call_error(v, l, "pop", "('a',)", T_TypeError,
                      "'str' object cannot be interpreted as an integer");
    expect_call_error(v, l, "remove", "(2,)", T_ValueError, "list.remove(x): x not in list");
    expect_call_error(v, l, "index", "(2,)", T_ValueError, "2 is not in list");
    expect_call_error(v, l, "index", "(1, 1)", T_ValueError, "1 is not in list");
    expect_call_error(v, l, "index", "(1, 'a')", T_TypeError,
                      "slice indices must be integers or have an __index__ method");
    expect_call_error(v, t, "index", "(2,)", T_ValueError, "tuple.index(x): x not in tuple");
    expect_call_error(v, l, "append", "()", T_TypeError,
                      "list.append() takes exactly one argument (0 given)");
    expect_call_error(v, t, "count", "(1, 2)", T_TypeError,
                      "tuple.count() takes exactly one argument (2 given)");
    expect_call_error(v, l, "insert", "(1,)", T_TypeError, "insert expected 2 arguments, got 1");
    expect_call_error(v, l, "index", "()", T_TypeError,
                      "index expected at least 1 argument, got 0");
    expect_call_error(v, l, "copy", "(2,)", T_TypeError,
                      "list.copy() takes no arguments (1 given)");
}

static void a_list_used_as_a_queue_gives_its_memory_back(void **state) {
    Values *v = *state;
    Engine *e = &v->engine;
    List *l = LIST(read_value(v, "[]"));
    for (int i = 0; i < 5000; i++) assert_true(list_append(e, l, e->none));
    for (int i = 0; i < 4990; i++) decref(e, list_pop(e, l, 0));
    assert_int_equal(l->size, 10);
    assert_true(l->capacity <= 128);
}

/* ---- Ranges ---------------------------------------------------------------------------------- */

static Obj *range_of(Values *v, int64_t start, int64_t stop, int64_t step) {
    return keep(v, range_new(&v->engine, start, stop, step));
}

static void ranges_compute_what_lists_would_hold(void **state) {
    Values *v = *state;
    Engine *e = &v->engine;
    Obj *r = range_of(v, 10, 0, -3), *out;
    bool needs_call;
    expect_repr(v, r, "range(10, 0, -3)");
    expect_repr(v, keep(v, OBJ(list_from_native(e, r, &needs_call))), "[10, 7, 4, 1]");
    expect_call(v, r, "index", "(4,)", "2");
    expect_call(v, r, "index", "(7.0,)", "1");
    expect_call(v, r, "count", "(5,)", "0");
    expect_call_error(v, r, "index", "(5,)", T_ValueError, "5 is not in range");
    expect_call_error(v, r, "index", "('a',)", T_ValueError,
                      "sequence.index(x): x not in sequence");
    assert_int_equal(op_getitem(e, r, read_slice(v, "1:3"), &out), R_OK);
    expect_repr(v, keep(v, out), "range(7, 1, -3)");
    assert_int_equal(op_getitem(e, r, read_value(v, "4"), &out), R_ERR);
    expect_error(v, T_IndexError, "range object index out of range");
}

static void ranges_with_the_same_items_are_equal(void **state) {
    Values *v = *state;
    bool equal;
    uint32_t one, two;
    Obj *a = range_of(v, 0, 3, 2), *b = range_of(v, 0, 4, 2);
    assert_true(obj_equal(&v->engine, a, b, &equal) && equal);
    assert_true(obj_hash(&v->engine, a, &one) && obj_hash(&v->engine, b, &two));
    assert_int_equal(one, two);
    assert_true(obj_equal(&v->engine, range_of(v, 5, 1, 1), range_of(v, 0, 0, 7), &equal) && equal);
    assert_true(obj_equal(&v->engine, a, range_of(v, 0, 3, 1), &equal) && !equal);
}

static void ranges_at_the_ends_of_64_bits_do_not_overflow(void **state) {
    Values *v = *state;
    Engine *e = &v->engine;
    bool needs_call;
    Obj *r = range_of(v, INT64_MAX - 1, INT64_MAX, 5);
    expect_repr(v, keep(v, OBJ(list_from_native(e, r, &needs_call))), "[9223372036854775806]");
    r = range_of(v, (int64_t)1 << 62, INT64_MIN, INT64_MIN);
    Obj *wide = keep(v, OBJ(list_from_native(e, r, &needs_call)));
    expect_repr(v, wide, "[4611686018427387904, -4611686018427387904]");
    Obj *reversed = call_text(v, r, "__reversed__", "()");
    expect_repr(v, keep(v, OBJ(list_from_native(e, reversed, &needs_call))),
                "[-4611686018427387904, 4611686018427387904]");
    expect_repr(v, range_of(v, INT64_MIN, INT64_MAX, 1),
                "range(-9223372036854775808, 9223372036854775807)");
    assert_null(range_new(e, 0, 1, 0));
    expect_error(v, T_ValueError, "range() arg 3 must not be zero");
}

/* ---- Iterators ------------------------------------------------------------------------------- */

static void text_is_iterated_by_code_points(void **state) {
    Values *v = *state;
    Obj *iterator, *item;
    assert_int_equal(op_iter(&v->engine, keep_text(v, "h\xC3\xA9\xF0\x9F\x8D\x8E"), &iterator),
                     R_OK);
    keep(v, iterator);
    expect_call(v, iterator, "__length_hint__", "()", "3");
    for (int i = 0; i < 3; i++) {
        assert_int_equal(iter_next_native(&v->engine, iterator, &item), R_OK);
        expect_repr(v, keep(v, item),
                    i == 0   ? "'h'"
                    : i == 1 ? "'\xC3\xA9'"
                             : "'\xF0\x9F\x8D\x8E'");
    }
    assert_int_equal(iter_next_native(&v->engine, iterator, &item), R_STOP);
    expect_call(v, iterator, "__length_hint__", "()", "0");
}

static void an_exhausted_list_iterator_stays_exhausted(void **state) {
    Values *v = *state;
    List *l = LIST(read_value(v, "[1]"));
    Obj *it = keep(v, iter_new(&v->engine, T_list_iterator, OBJ(l))), *item;
    assert_int_equal(iter_next_native(&v->engine, it, &item), R_OK);
    keep(v, item);
    assert_true(list_append(&v->engine, l, item));
    assert_int_equal(iter_next_native(&v->engine, it, &item), R_OK); /* sees what was appended */
    keep(v, item);
    assert_int_equal(iter_next_native(&v->engine, it, &item), R_STOP);
    assert_true(list_append(&v->engine, l, l->items[0]));
    assert_int_equal(iter_next_native(&v->engine, it, &item), R_STOP);
}

static void reversed_lists_survive_a_shorter_list(void **state) {
    Values *v = *state;
    List *l = LIST(read_value(v, "[1, 2, 3]"));
    Obj *it = call_text(v, OBJ(l), "__reversed__", "()"), *item;
    list_clear(&v->engine, l);
    assert_int_equal(iter_next_native(&v->engine, it, &item), R_STOP);
}

static void what_is_not_a_container_needs_a_call(void **state) {
    Values *v = *state;
    bool needs_call;
    assert_null(list_from_native(&v->engine, keep_int(v, 5), &needs_call));
    assert_true(needs_call);
    assert_false(err_occurred(&v->engine));
}

/* ---- Nesting --------------------------------------------------------------------------------- */

static void containers_that_contain_themselves_show_dots(void **state) {
    Values *v = *state;
    Engine *e = &v->engine;
    List *l = LIST(read_value(v, "[1]"));
    assert_true(list_append(e, l, OBJ(l)));
    expect_repr(v, OBJ(l), "[1, [...]]");
    Dict *d = DICT(read_value(v, "{1: 2}"));
    assert_true(dict_set(e, d, e->none, OBJ(d)));
    expect_repr(v, OBJ(d), "{1: 2, None: {...}}");
    Tuple *t = tuple_pack(e, 1, OBJ(l));
    assert_true(list_append(e, l, keep(v, OBJ(t))));
    expect_repr(v, OBJ(t), "([1, [...], (...)],)");
    list_clear(e, l);
    dict_clear(e, d);
}

static Obj *nested(Values *v, int depth) {
    Obj *o = read_value(v, "()");
    for (int i = 0; i < depth; i++) o = keep(v, OBJ(tuple_pack(&v->engine, 1, o)));
    return o;
}

static void too_deep_nesting_is_a_recursion_error(void **state) {
    Values *v = *state;
    Engine *e = &v->engine;
    Obj *deep = nested(v, NEST_LIMIT + 5), *same = nested(v, NEST_LIMIT + 5);
    uint32_t hash;
    bool result;
    assert_null(obj_repr(e, deep));
    expect_error(v, T_RecursionError,
                 "maximum recursion depth exceeded while getting the repr of an object");
    assert_false(obj_equal(e, deep, same, &result));
    expect_error(v, T_RecursionError, "maximum recursion depth exceeded in comparison");
    assert_false(obj_hash(e, deep, &hash));
    expect_error(v, T_RecursionError, "maximum recursion depth exceeded");
    Str *text = obj_repr(e, nested(v, NEST_LIMIT - 1));
    assert_int_equal(STR(keep(v, OBJ(text)))->size, 3 * NEST_LIMIT - 1);
}

static void deep_chains_are_freed_without_deep_recursion(void **state) {
    Values *v = *state;
    Obj *o = read_value(v, "()");
    incref(o);
    for (int i = 0; i < 100000; i++) {
        Tuple *outer = tuple_new(&v->engine, 1);
        assert_non_null(outer);
        outer->items[0] = o;
        o = OBJ(outer);
    }
    decref(&v->engine, o);
}

static void tuples_hash_by_content_and_refuse_lists(void **state) {
    Values *v = *state;
    uint32_t a, b, c;
    assert_true(obj_hash(&v->engine, read_value(v, "(1, ('x', 2.0))"), &a));
    assert_true(obj_hash(&v->engine, read_value(v, "(True, ('x', 2))"), &b));
    assert_true(obj_hash(&v->engine, read_value(v, "(('x', 2), 1)"), &c));
    assert_int_equal(a, b);
    assert_int_not_equal(a, c);
    assert_false(obj_hash(&v->engine, read_value(v, "(1, [])"), &a));
    expect_error(v, T_TypeError, "unhashable type: 'list'");
}

/* ---- Proxies and cells ----------------------------------------------------------------------- */

static void a_mappingproxy_shows_its_dict(void **state) {
    Values *v = *state;
    Engine *e = &v->engine;
    Obj *d = read_value(v, "{'a': 1}"), *p = keep(v, mappingproxy_new(e, d)), *out;
    expect_repr(v, p, "mappingproxy({'a': 1})");
    expect_call(v, p, "get", "('b', 7)", "7");
    expect_call(v, p, "items", "()", "dict_items([('a', 1)])");
    bool equal;
    assert_true(obj_equal(e, p, d, &equal) && equal);
    assert_int_equal(op_binary(e, OP_OR, p, read_value(v, "{2: 3}"), &out), R_OK);
    expect_repr(v, keep(v, out), "{'a': 1, 2: 3}");
    assert_int_equal(op_setitem(e, p, keep_text(v, "a"), keep_int(v, 1)), R_ERR);
    expect_error(v, T_TypeError, "'mappingproxy' object does not support item assignment");
    assert_null(mappingproxy_new(e, read_value(v, "[1]")));
    expect_error(v, T_TypeError, "mappingproxy() argument must be a mapping, not list");
}

static void empty_cells_come_first(void **state) {
    Values *v = *state;
    Engine *e = &v->engine;
    Obj *empty = keep(v, cell_new(e, NULL)), *five = keep(v, cell_new(e, keep_int(v, 5)));
    bool result;
    assert_true(obj_compare(e, CMP_LT, empty, five, &result) && result);
    assert_true(obj_compare(e, CMP_GE, empty, five, &result) && !result);
    assert_true(obj_compare(e, CMP_EQ, five, keep(v, cell_new(e, keep_int(v, 5))), &result));
    assert_true(result);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, values_setup, values_teardown)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(negative_indices_count_from_the_end),
        TEST(subscript_errors_read_as_in_cpython),
        TEST(slices_clamp_and_step_both_ways),
        TEST(slice_errors_read_as_in_cpython),
        TEST(slice_assignment_replaces_inserts_and_deletes),
        TEST(a_list_can_be_assigned_to_its_own_slice),
        TEST(extended_slices_take_exactly_as_many_items),
        TEST(sequences_add_and_repeat),
        TEST(operator_errors_read_as_in_cpython),
        TEST(augmented_operators_change_the_list_itself),
        TEST(too_long_a_list_is_a_memory_error),
        TEST(sequences_are_ordered_by_their_first_difference),
        TEST(list_methods_change_and_find),
        TEST(method_errors_read_as_in_cpython),
        TEST(a_list_used_as_a_queue_gives_its_memory_back),
        TEST(ranges_compute_what_lists_would_hold),
        TEST(ranges_with_the_same_items_are_equal),
        TEST(ranges_at_the_ends_of_64_bits_do_not_overflow),
        TEST(text_is_iterated_by_code_points),
        TEST(an_exhausted_list_iterator_stays_exhausted),
        TEST(reversed_lists_survive_a_shorter_list),
        TEST(what_is_not_a_container_needs_a_call),
        TEST(containers_that_contain_themselves_show_dots),
        TEST(too_deep_nesting_is_a_recursion_error),
        TEST(deep_chains_are_freed_without_deep_recursion),
        TEST(tuples_hash_by_content_and_refuse_lists),
        TEST(a_mappingproxy_shows_its_dict),
        TEST(empty_cells_come_first),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
