/* list.sort() one comparison at a time: CPython's order of them, stability, interruptions. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "object/error.h"
#include "object/int.h"
#include "object/list_sort.h"
#include "object/str.h"
#include "object/tuple.h"
#include "support/run_python.h"
#include "support/values.h"

#include <stdio.h>
#include <string.h>

enum { MAX_ITEMS = 4096, MAX_TEXT = 512 };

/* A list whose item i is the tuple (values[i], i): only the first part is compared. */
static List *make_items(Values *v, const int64_t *values, uint32_t count) {
    Engine *e = &v->engine;
    List *l = LIST(keep(v, OBJ(list_new(e, count))));
    for (uint32_t i = 0; i < count; i++) {
        Tuple *t = tuple_new(e, 2);
        assert_non_null(t);
        t->items[0] = int_new(e, values[i]);
        t->items[1] = int_new(e, i);
        assert_true(list_append(e, l, OBJ(t)));
        decref(e, t);
    }
    return l;
}

static int64_t value_of(const Obj *item) {
    return int_value(((const Tuple *)item)->items[0]);
}
static int64_t place_of(const Obj *item) {
    return int_value(((const Tuple *)item)->items[1]);
}

/* What the comparisons were, in words and as a hash that the order of the result is part of. */
typedef struct {
    uint32_t comparisons, hash;
    char text[MAX_TEXT];
} Record;

static void note(Record *r, int64_t number) {
    r->hash = (r->hash ^ (uint32_t)number) * 16777619u;
}

static void note_comparison(Record *r, const Obj *a, const Obj *b) {
    size_t length = strlen(r->text);
    snprintf(r->text + length, MAX_TEXT - length, "%s%d<%d", r->comparisons ? " " : "",
             (int)place_of(a), (int)place_of(b));
    note(r, place_of(a));
    note(r, place_of(b));
    r->comparisons++;
}

/* Sorts until `limit` comparisons were asked for, then breaks off as after an exception. */
static Record sort_items(Values *v, List *l, bool reverse, uint32_t limit) {
    Record r = {.hash = 2166136261u};
    SortState *s = sort_begin(&v->engine, l, reverse);
    assert_non_null(s);
    assert_true(sort_start(&v->engine, s));
    assert_int_equal(l->size, 0);
    Obj *a, *b;
    bool failed = false;
    while (!failed && sort_next(s, &a, &b)) {
        note_comparison(&r, a, b);
        failed = r.comparisons == limit;
        if (!failed) sort_answer(s, value_of(a) < value_of(b));
    }
    assert_int_equal(sort_end(&v->engine, s, failed), !failed);
    for (uint32_t i = 0; i < l->size; i++) note(&r, place_of(l->items[i]));
    return r;
}

/* What CPython 3.13 compares was recorded with a class whose __lt__ notes its operands. */
static void short_lists_compare_the_pairs_that_cpython_compares(void **state) {
    static const struct {
        const char *values, *comparisons;
        bool reverse;
    } CASES[] = {
        {"[3, 1, 2]", "1<0 2<1 1<2 2<0 2<0 2<1", false},
        {"[5, 4, 4, 3, 9]", "1<0 2<1 1<2 3<2 4<3 3<4 4<0", false},
        {"[1, 1, 0, 2]", "2<3 1<2 2<1 1<3 1<3 1<2 0<1 0<3", true},
        {"[2, 7, 1, 8, 2, 8, 1, 8]",
         "1<0 2<1 0<1 2<1 2<0 3<0 3<1 4<1 4<0 5<4 5<3 6<1 6<0 6<2 7<4 7<3 7<5", false},
    };
    Values *v = *state;
    for (size_t i = 0; i < COUNT_OF(CASES); i++) {
        List *values = LIST(read_value(v, CASES[i].values));
        int64_t numbers[16];
        for (uint32_t k = 0; k < values->size; k++) numbers[k] = int_value(values->items[k]);
        Record r = sort_items(v, make_items(v, numbers, values->size), CASES[i].reverse, 0);
        assert_string_equal(r.text, CASES[i].comparisons);
    }
}

static void fill(int64_t *values, uint32_t count, uint32_t modulus, uint32_t seed) {
    for (uint32_t i = 0; i < count; i++) {
        seed = seed * 1664525u + 1013904223u;
        values[i] = (seed >> 8) % modulus;
    }
}

static void long_lists_compare_the_pairs_that_cpython_compares(void **state) {
    static const struct {
        uint32_t count, modulus, seed;
        bool reverse;
        uint32_t comparisons, hash;
    } CASES[] = {
        {63, 1000, 1, false, 297, 2407917124u},   {64, 1000, 2, false, 303, 762191594u},
        {65, 7, 3, true, 303, 2194804587u},       {300, 100000, 4, false, 2080, 1911400390u},
        {1000, 3, 5, true, 5343, 918429399u},     {1000, 1000000, 6, false, 8671, 3233332164u},
        {2500, 40, 7, false, 21941, 3253948671u},
    };
    static int64_t values[MAX_ITEMS];
    Values *v = *state;
    for (size_t i = 0; i < COUNT_OF(CASES); i++) {
        fill(values, CASES[i].count, CASES[i].modulus, CASES[i].seed);
        Record r = sort_items(v, make_items(v, values, CASES[i].count), CASES[i].reverse, 0);
        assert_int_equal(r.comparisons, CASES[i].comparisons);
        assert_int_equal(r.hash, CASES[i].hash);
    }
}

/* Long runs up and down make it gallop. */
static void ordered_stretches_are_galloped_through_as_in_cpython(void **state) {
    static int64_t values[MAX_ITEMS];
    for (int i = 0; i < 2000; i++) {
        values[i] = ((i / 37) % 2 ? i % 37 : 37 - i % 37) * (i / 300 + 1);
    }
    Values *v = *state;
    Record r = sort_items(v, make_items(v, values, 2000), false, 0);
    assert_int_equal(r.comparisons, 15815);
    assert_int_equal(r.hash, 3389677936u);
}

static void sorting_is_stable_both_ways(void **state) {
    static int64_t values[MAX_ITEMS];
    Values *v = *state;
    fill(values, 1500, 5, 11);
    for (int reverse = 0; reverse < 2; reverse++) {
        List *l = make_items(v, values, 1500);
        sort_items(v, l, reverse, 0);
        for (uint32_t i = 1; i < l->size; i++) {
            const Obj *a = l->items[i - 1], *b = l->items[i];
            assert_true(reverse ? value_of(a) >= value_of(b) : value_of(a) <= value_of(b));
            if (value_of(a) == value_of(b)) assert_true(place_of(a) < place_of(b));
        }
    }
}

static void breaking_off_leaves_every_item_in_the_list_once(void **state) {
    static int64_t values[MAX_ITEMS];
    Values *v = *state;
    fill(values, 200, 50, 3);
    for (uint32_t limit = 1; limit < 1300; limit += 7) {
        bool seen[200] = {false};
        List *l = make_items(v, values, 200);
        sort_items(v, l, limit % 2 == 0, limit);
        assert_int_equal(l->size, 200);
        for (uint32_t i = 0; i < 200; i++) {
            assert_false(seen[place_of(l->items[i])]);
            seen[place_of(l->items[i])] = true;
        }
        list_clear(&v->engine, l);
    }
}

static void changing_the_list_meanwhile_is_an_error(void **state) {
    Values *v = *state;
    Engine *e = &v->engine;
    List *l = LIST(read_value(v, "[3, 1, 2]"));
    SortState *s = sort_begin(e, l, false);
    assert_true(sort_start(e, s));
    assert_true(list_append(e, l, keep_text(v, "intruder")));
    bool needs_call;
    assert_true(sort_run_native(e, s, &needs_call));
    assert_false(sort_end(e, s, false));
    expect_error(v, T_ValueError, "list modified during sort");
    expect_repr(v, OBJ(l), "[1, 2, 3]");
}

static void sort_natively(Values *v, const char *values, const char *wanted) {
    List *l = LIST(read_value(v, values));
    SortState *s = sort_begin(&v->engine, l, false);
    bool needs_call;
    assert_true(sort_start(&v->engine, s));
    assert_true(sort_run_native(&v->engine, s, &needs_call));
    assert_true(sort_end(&v->engine, s, false));
    expect_repr(v, OBJ(l), wanted);
}

static void lists_of_data_are_sorted_without_the_vm(void **state) {
    Values *v = *state;
    sort_natively(v, "[3, -1, 2, 9223372036854775807]", "[-1, 2, 3, 9223372036854775807]");
    sort_natively(v, "['b', 'a', 'B', '']", "['', 'B', 'a', 'b']");
    sort_natively(v, "[2.5, -1.0, 2.25]", "[-1.0, 2.25, 2.5]");
    sort_natively(v, "[(1, 'b'), (1, 'a'), (0, 'z')]", "[(0, 'z'), (1, 'a'), (1, 'b')]");
    sort_natively(v, "[2, 1.5, True]", "[True, 1.5, 2]");
    sort_natively(v, "[]", "[]");
}

static void items_without_an_order_are_an_error_and_stay(void **state) {
    Values *v = *state;
    Engine *e = &v->engine;
    List *l = LIST(read_value(v, "[1, 'a']"));
    SortState *s = sort_begin(e, l, true);
    bool needs_call = true;
    assert_true(sort_start(e, s));
    assert_false(sort_run_native(e, s, &needs_call));
    assert_false(needs_call);
    assert_false(sort_end(e, s, true));
    expect_error(v, T_TypeError, "'<' not supported between instances of 'int' and 'str'");
    expect_repr(v, OBJ(l), "[1, 'a']");
}

static void keys_decide_and_equal_ones_keep_their_order(void **state) {
    Values *v = *state;
    Engine *e = &v->engine;
    List *l = LIST(read_value(v, "['pear', 'fig', 'apple', 'kiwi', 'nut']"));
    SortState *s = sort_begin(e, l, true);
    for (uint32_t i = 0; i < sort_count(s); i++) {
        assert_true(sort_add_key(e, s, keep_int(v, STR(sort_item(s, i))->length)));
    }
    bool needs_call;
    assert_true(sort_start(e, s));
    assert_true(sort_run_native(e, s, &needs_call));
    assert_true(sort_end(e, s, false));
    expect_repr(v, OBJ(l), "['apple', 'pear', 'kiwi', 'fig', 'nut']");
}

static void a_failing_key_function_leaves_the_list_alone(void **state) {
    Values *v = *state;
    Engine *e = &v->engine;
    List *l = LIST(read_value(v, "[3, 1, 2]"));
    SortState *s = sort_begin(e, l, true);
    assert_true(sort_add_key(e, s, keep_int(v, 7)));
    assert_false(sort_end(e, s, true));
    expect_repr(v, OBJ(l), "[3, 1, 2]");
}

static const char KEYED[] = "class K:\n"
                            "    def __init__(self, n): self.n = n\n"
                            "    def __repr__(self): return str(self.n)\n"
                            "    def __lt__(self, other):\n"
                            "        print(self.n, '<', other.n, items)\n"
                            "        return self.n < other.n\n"
                            "items = [K(2), K(3), K(1)]\n"
                            "items.sort()\n"
                            "print(items)\n";

static void a_class_that_compares_in_python_sees_an_empty_list(void **state) {
    (void)state;
    assert_prints(KEYED, "3 < 2 []\n1 < 3 []\n2 < 3 []\n1 < 3 []\n1 < 2 []\n[1, 2, 3]\n");
}

static void an_exception_in_a_comparison_ends_the_sort(void **state) {
    (void)state;
    assert_prints("class K:\n"
                  "    def __lt__(self, other): items.append(1); raise ValueError('no order')\n"
                  "items = [K(), K()]\n"
                  "try: items.sort()\n"
                  "except ValueError as error: print(error, len(items))\n"
                  "items = [2, 1]\n"
                  "def key(n): items.append(n); return n\n"
                  "try: items.sort(key=key)\n"
                  "except ValueError as error: print(error, items)\n",
                  "no order 2\nlist modified during sort [1, 2]\n");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, values_setup, values_teardown)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(short_lists_compare_the_pairs_that_cpython_compares),
        TEST(long_lists_compare_the_pairs_that_cpython_compares),
        TEST(ordered_stretches_are_galloped_through_as_in_cpython),
        TEST(sorting_is_stable_both_ways),
        TEST(breaking_off_leaves_every_item_in_the_list_once),
        TEST(changing_the_list_meanwhile_is_an_error),
        TEST(lists_of_data_are_sorted_without_the_vm),
        TEST(items_without_an_order_are_an_error_and_stay),
        TEST(keys_decide_and_equal_ones_keep_their_order),
        TEST(a_failing_key_function_leaves_the_list_alone),
        cmocka_unit_test(a_class_that_compares_in_python_sees_an_empty_list),
        cmocka_unit_test(an_exception_in_a_comparison_ends_the_sort),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
