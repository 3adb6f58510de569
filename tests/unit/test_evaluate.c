/* Values of expressions at a moment: in whose frame, and that nothing remains of the asking. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "api/coroscope.h"
#include "api/look.h"
#include "support/programs.h"

static const char shop[] = "import asyncio\n"
                           "limit = 2\n"
                           "async def sell(name, q):\n"
                           "    loaf = await q.get()\n"
                           "    print(name, loaf)\n"
                           "async def main():\n"
                           "    q = asyncio.Queue(limit)\n"
                           "    t = asyncio.create_task(sell('Tom', q), name='Tom')\n"
                           "    await asyncio.sleep(1)\n"
                           "    await q.put('rye')\n"
                           "    await t\n"
                           "asyncio.run(main())\n";

static CsEngine *record(const char *text) {
    return record_program("shop.py", text, NULL);
}

static void go_to_line(CsEngine *e, int line) {
    uint64_t step = 1;
    while (step <= cs_step_count(e) && cs_step_line(e, step) != line) step++;
    assert_true(cs_seek_step(e, step));
}

static void assert_gives(CsEngine *e, const char *in, const char *expression, bool good,
                         const char *expected) {
    char text[128];
    uint64_t hash = cs_hash(e);
    bool given = cs_evaluate(e, in, expression, text, sizeof text);
    assert_string_equal(text, expected);
    assert_int_equal(given, good);
    assert_true(cs_hash(e) == hash);
}

static void names_are_those_of_the_running_frame(void **state) {
    (void)state;
    CsEngine *e = record(shop);
    go_to_line(e, 10);
    assert_gives(e, NULL, "q.qsize()", true, "0");
    assert_gives(e, NULL, "[limit + n for n in range(3)]", true, "[2, 3, 4]");
    assert_gives(e, NULL, "name", false, "NameError: name 'name' is not defined");
    cs_destroy(e);
}

static void names_are_those_of_the_named_task_or_function(void **state) {
    (void)state;
    CsEngine *e = record(shop);
    go_to_line(e, 10);
    assert_gives(e, "Tom", "name * limit", true, "'TomTom'");
    assert_gives(e, "sell", "name", true, "'Tom'");
    assert_gives(e, "Ann", "name", false, "no task and no running function is called \"Ann\" now");
    cs_destroy(e);
}

static void what_an_expression_does_is_undone(void **state) {
    (void)state;
    CsEngine *e = record(shop);
    size_t events, outputs, count;
    cs_events(e, &events);
    cs_outputs(e, &outputs);
    go_to_line(e, 10);
    assert_gives(e, NULL, "q.put_nowait('bun')", true, "None");
    assert_gives(e, NULL, "print('heard by nobody')", true, "None");
    assert_gives(e, NULL, "t.cancel()", true, "True");
    assert_gives(e, NULL, "q.qsize()", true, "0");
    cs_events(e, &count);
    assert_int_equal(count, events);
    cs_outputs(e, &count);
    assert_int_equal(count, outputs);
    assert_true(cs_seek_end(e));
    assert_gives(e, NULL, "limit", true, "None"); /* the module's names are cleared at the end */
    cs_destroy(e);
}

static void what_has_no_value_says_why(void **state) {
    (void)state;
    CsEngine *e = record(shop);
    go_to_line(e, 10);
    assert_gives(e, NULL, "1 / 0", false, "ZeroDivisionError: division by zero");
    assert_gives(e, NULL, "all(iter(int, 1)) or [0 for _ in iter(int, 1)]", false,
                 "it takes too long");
    char text[128];
    assert_false(cs_evaluate(e, NULL, "limit = 3", text, sizeof text));
    assert_false(cs_evaluate(e, NULL, "(", text, sizeof text));
    assert_true(*text);
    cs_destroy(e);
}

static void asking_before_all_is_recorded_keeps_the_run(void **state) {
    (void)state;
    CsEngine *whole = record(shop);
    CsEngine *e = load_program("shop.py", shop, strlen(shop), NULL);
    assert_non_null(e);
    while (cs_record(e, 2000) == CS_RUNNING) {
        char text[64];
        cs_evaluate(e, NULL, "limit + 1", text, sizeof text);
    }
    size_t a, b;
    cs_events(e, &a);
    cs_events(whole, &b);
    assert_int_equal(a, b);
    assert_true(cs_seek_end(e) && cs_seek_end(whole));
    cs_destroy(e);
    cs_destroy(whole);
}

/* ---- Values --------------------------------------------------------------------------------- */

static const char pantry[] = "import asyncio\n"
                             "class Jar:\n"
                             "    def __init__(self, what):\n"
                             "        self.what = what\n"
                             "    def __repr__(self):\n"
                             "        print('looked at')\n"
                             "        return f'<jar of {self.what}>'\n"
                             "shelf = {'left': [Jar('jam'), 7], 'right': {3}}\n"
                             "async def count(jars, q):\n"
                             "    many = list(range(300))\n"
                             "    mine = jars\n"
                             "    await asyncio.sleep(1)\n"
                             "async def main():\n"
                             "    q = asyncio.Queue()\n"
                             "    q.put_nowait(('a', 'b'))\n"
                             "    t = asyncio.create_task(count(shelf['left'], q))\n"
                             "    await asyncio.sleep(0)\n"
                             "    await t\n"
                             "asyncio.run(main())\n";

static CsLookPath way(CsEngine *e, const char *name, int depth, uint32_t first, uint32_t second) {
    CsSnapshot *s = cs_snapshot(e);
    CsLookPath path = {.depth = depth, .items = {first, second}};
    for (int i = 0; i < s->task_count && s->tasks[i].frame_count; i++)
        path.holder = s->tasks[i].frames[0].id; /* the last one's outermost */
    snprintf(path.name, sizeof path.name, "%s", name);
    cs_snapshot_free(s);
    return path;
}

static CsLook *look(CsEngine *e, CsLookPath path) {
    uint64_t hash = cs_hash(e);
    size_t before, after;
    cs_outputs(e, &before);
    CsLook *v = cs_look(e, &path);
    assert_true(cs_hash(e) == hash);
    cs_outputs(e, &after);
    assert_int_equal(before, after);
    return v;
}

static void a_value_tells_its_type_length_items_and_who_holds_it(void **state) {
    (void)state;
    CsEngine *e = record(pantry);
    go_to_line(e, 18);
    CsLook *v = look(e, way(e, "mine", 0, 0, 0));
    assert_string_equal(v->type, "list");
    assert_string_equal(v->repr, "[<jar of jam>, 7]"); /* by the program's own code, undone */
    assert_int_equal(v->length, 2);
    assert_int_equal(v->item_count, 2);
    assert_string_equal(v->items[0].name, "[0]");
    assert_string_equal(v->items[0].value, "Jar(what='jam')");
    assert_int_equal(v->holder_count, 2); /* the dict holds it too, but is no variable */
    assert_string_equal(v->holders[0].name, "jars");
    assert_string_equal(v->holders[1].name, "mine");
    assert_string_equal(v->holders[1].function, "count");
    cs_look_free(v);
    v = look(e, way(e, "many", 0, 0, 0));
    assert_int_equal(v->length, 300);
    assert_int_equal(v->item_count, CS_LOOK_ITEMS);
    assert_int_equal(v->item_total, 300);
    cs_look_free(v);
    cs_destroy(e);
}

static void what_is_in_a_value_is_looked_at_the_same_way(void **state) {
    (void)state;
    CsEngine *e = record(pantry);
    go_to_line(e, 18);
    CsLook *v = look(e, way(e, "mine", 1, 0, 0));
    assert_string_equal(v->name, "mine[0]");
    assert_string_equal(v->type, "Jar");
    assert_string_equal(v->repr, "<jar of jam>");
    assert_int_equal(v->length, -1);
    assert_string_equal(v->items[0].name, ".what");
    cs_look_free(v);
    v = look(e, way(e, "mine", 2, 0, 0));
    assert_string_equal(v->name, "mine[0].what");
    assert_string_equal(v->repr, "'jam'");
    assert_int_equal(v->item_count, 0);
    cs_look_free(v);
    v = look(e, way(e, "q", 0, 0, 0)); /* its maker's attributes, of which one is the deque */
    assert_string_equal(v->type, "Queue");
    cs_look_free(v);
    assert_null(look(e, way(e, "mine", 1, 2, 0)));
    assert_null(look(e, way(e, "nobody", 0, 0, 0)));
    assert_true(cs_seek_step(e, 1));
    assert_null(look(e, way(e, "mine", 0, 0, 0)));
    cs_destroy(e);
}

static void items_of_a_queue_have_no_variable(void **state) {
    (void)state;
    CsEngine *e = record(pantry);
    go_to_line(e, 18);
    CsSnapshot *s = cs_snapshot(e);
    CsLook *v = look(e, (CsLookPath){.holder = s->syncs[0].id, .depth = 1});
    assert_string_equal(v->type, "tuple");
    assert_string_equal(v->repr, "('a', 'b')");
    cs_look_free(v);
    cs_snapshot_free(s);
    cs_destroy(e);
}

static const char slotted[] = "import asyncio\n"
                              "class Place:\n"
                              "    __slots__ = ('x', 'y', 'unset')\n"
                              "class Named(Place):\n"
                              "    __slots__ = ('label', '__dict__')\n"
                              "async def main():\n"
                              "    home = Named()\n"
                              "    home.label, home.x, home.y, home.more = 'home', 3, [4], True\n"
                              "    far = {n: n * n for n in range(450)}\n"
                              "    keys = far.keys()\n"
                              "    await asyncio.sleep(1)\n"
                              "asyncio.run(main())\n";

static void attributes_in_slots_are_told_those_of_the_oldest_class_first(void **state) {
    static const char *const names[] = {".x", ".y", ".label", ".more"};
    (void)state;
    CsEngine *e = record(slotted);
    go_to_line(e, 11);
    CsLook *v = look(e, way(e, "home", 0, 0, 0));
    assert_int_equal(v->item_count, 4);
    for (int i = 0; i < 4; i++) assert_string_equal(v->items[i].name, names[i]);
    assert_string_equal(v->items[2].value, "'home'");
    cs_look_free(v);
    CsSnapshot *s = cs_snapshot(e);
    const CsFrame *main = &s->tasks[0].frames[0];
    assert_string_equal(main->locals[0].value, "Named(x=3, y=[4], label='home', more=True)");
    cs_snapshot_free(s);
    v = look(e, way(e, "home", 2, 1, 0));
    assert_string_equal(v->name, "home.y[0]");
    assert_string_equal(v->repr, "4");
    cs_look_free(v);
    cs_destroy(e);
}

static void items_beyond_the_first_are_told_of_from_any_place_on(void **state) {
    static const char *const names[] = {"far", "keys"};
    (void)state;
    CsEngine *e = record(slotted);
    go_to_line(e, 11);
    for (int i = 0; i < 2; i++) {
        CsLookPath path = way(e, names[i], 0, 0, 0);
        path.first = 400;
        CsLook *v = look(e, path);
        assert_int_equal(v->item_first, 400);
        assert_int_equal(v->item_count, 50);
        assert_int_equal(v->item_total, 450);
        assert_string_equal(v->items[0].name, "[400]");
        assert_string_equal(v->items[0].value, i ? "400" : "160000");
        cs_look_free(v);
    }
    CsLook *v = look(e, way(e, "far", 1, 449, 0));
    assert_string_equal(v->name, "far[449]");
    assert_string_equal(v->repr, "201601");
    cs_look_free(v);
    assert_null(look(e, way(e, "far", 1, 450, 0)));
    v = look(e, way(e, "keys", 0, 0, 0));
    assert_int_equal(v->item_count, CS_LOOK_ITEMS);
    assert_int_equal(v->item_total, 450);
    cs_look_free(v);
    cs_destroy(e);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_those_of_the_running_frame),
        cmocka_unit_test(names_are_those_of_the_named_task_or_function),
        cmocka_unit_test(what_an_expression_does_is_undone),
        cmocka_unit_test(what_has_no_value_says_why),
        cmocka_unit_test(a_value_tells_its_type_length_items_and_who_holds_it),
        cmocka_unit_test(what_is_in_a_value_is_looked_at_the_same_way),
        cmocka_unit_test(items_of_a_queue_have_no_variable),
        cmocka_unit_test(attributes_in_slots_are_told_those_of_the_oldest_class_first),
        cmocka_unit_test(items_beyond_the_first_are_told_of_from_any_place_on),
        cmocka_unit_test(asking_before_all_is_recorded_keeps_the_run),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
