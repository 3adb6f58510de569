/* Values that stand on the stage: each opens with a click and by keys. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "support/fake_fonts.h"
#include "support/lesson_files.h"
#include "window/window.h"

typedef struct {
    FakeFonts fonts;
    Window window;
    DrawList list;
} Fixture;

static int set_up(void **state) {
    Fixture *f = calloc(1, sizeof *f);
    Window *w = &f->window;
    fake_fonts_init(&f->fonts);
    draw_list_init(&f->list);
    w->context = (SessionContext){.reader = lesson_files_on_disk(), .language = "en"};
    w->words = text_table("en");
    w->fonts = &f->fonts.base;
    w->viewing = viewing_default();
    w->screen = SCREEN_STAGE;
    *state = f;
    return player_init(&w->player, &w->context, w->fonts) ? 0 : -1;
}

static int tear_down(void **state) {
    Fixture *f = *state;
    draw_list_clear(&f->list);
    mode_clear(&f->window.mode);
    player_clear(&f->window.player);
    free(f);
    return 0;
}

static void draw(Fixture *f) {
    draw_list_reset(&f->list, 0);
    stage_draw(f->window.player.stage, &f->list, 0);
}

/* Where the line runs next for the first time. */
static void open_at_line(Fixture *f, const char *path, int line) {
    Session session;
    Player *p = &f->window.player;
    assert_true(session_open(&session, &f->window.context, path));
    session_record_all(&session);
    player_take(p, &session);
    uint64_t step = 1;
    while (cs_step_line(p->session.engine, step) != line) step++;
    assert_true(session_seek_step(&p->session, step));
    player_refresh(p, 0);
    draw(f);
}

static const SceneValue *value_of(Fixture *f, const char *name, int item, uint32_t holder) {
    const SceneValues *v = stage_values(f->window.player.stage);
    for (int i = 0; i < v->count; i++) {
        bool same = strcmp(v->items[i].name, name) == 0 && v->items[i].item == item;
        if (same && (!holder || v->items[i].holder == holder)) return &v->items[i];
    }
    fail_msg("no value %s %d stands on the stage", name, item);
    return NULL;
}

static void click(Fixture *f, const SceneValue *value) {
    DrawRect r = value->rect;
    InputEvent down = {.kind = INPUT_MOUSE_DOWN,
                       .x = r.x + r.w / 2,
                       .y = r.y + r.h / 2,
                       .button = MOUSE_LEFT,
                       .clicks = 1};
    window_event(&f->window, &down);
}

static void assert_opened(Fixture *f, const char *repr) {
    const Mode *m = &f->window.mode;
    assert_int_equal(m->kind, MODE_INSPECT);
    assert_true(m->inspect.is_value);
    assert_string_equal(m->inspect.repr, repr);
    assert_true(window_act(&f->window, ACTION_CLOSE, 0));
    assert_int_equal(m->kind, MODE_NONE);
    draw(f);
}

static void a_click_opens_a_variable_of_the_running_frame(void **state) {
    Fixture *f = *state;
    open_at_line(f, "tests/app/values/pantry.py", 25); /* weights, first, numbers */
    click(f, value_of(f, "first", VALUE_WHOLE, 0));
    assert_opened(f, "Jar(what='plum', grams=450)");
}

static void a_click_opens_an_item_of_a_queue(void **state) {
    Fixture *f = *state;
    open_at_line(f, "tests/app/values/larder.py", 25);
    const CsSnapshot *s = f->window.player.facts.now;
    click(f, value_of(f, "", 0, s->syncs[0].id));
    assert_opened(f, "('table 4', ['soup', 'cake'])");
}

static void a_click_opens_what_a_future_gave(void **state) {
    Fixture *f = *state;
    open_at_line(f, "tests/app/values/larder.py", 25);
    const CsSnapshot *s = f->window.player.facts.now;
    click(f, value_of(f, "", VALUE_WHOLE, s->futures[0].id));
    assert_opened(f, "{'rings': 2}");
}

static void a_click_opens_what_a_finished_task_gave(void **state) {
    Fixture *f = *state;
    open_at_line(f, "tests/app/values/larder.py", 26);
    const CsSnapshot *s = f->window.player.facts.now;
    click(f, value_of(f, "", VALUE_WHOLE, s->tasks[1].id));
    assert_string_equal(f->window.mode.inspect.type, "Dish");
    assert_true(window_act(&f->window, ACTION_CLOSE, 0));
    draw(f);
    click(f, value_of(f, "", VALUE_WHOLE, s->tasks[2].id)); /* of which nobody has kept the task */
    assert_opened(f, "Dish(name='cake', price=3)");
}

static void a_variable_of_a_queue_opens_the_queue(void **state) {
    Fixture *f = *state;
    open_at_line(f, "scenarios/queues/producer_consumer.json", 27);
    const CsSnapshot *s = f->window.player.facts.now;
    click(f, value_of(f, "shelf", VALUE_WHOLE, 0));
    assert_false(f->window.mode.inspect.is_value);
    assert_int_equal(f->window.mode.inspect.id, s->syncs[0].id);
}

static void keys_choose_each_value_in_turn_and_enter_opens_it(void **state) {
    Fixture *f = *state;
    Window *w = &f->window;
    open_at_line(f, "tests/app/values/pantry.py", 25);
    int count = stage_values(w->player.stage)->count;
    assert_true(count >= 2);
    for (int i = 0; i < count; i++) assert_true(window_act(w, ACTION_VALUE_NEXT, 0));
    assert_true(window_act(w, ACTION_VALUE_NEXT, 0)); /* from the last one to the first */
    assert_true(window_act(w, ACTION_VALUE_PREVIOUS, 0));
    assert_true(window_act(w, ACTION_VALUE_NEXT, 0));
    assert_string_equal(w->value.name, "weights"); /* in the upper of two lines */
    assert_true(window_act(w, ACTION_VALUE_NEXT, 0));
    assert_string_equal(w->value.name, "first");
    assert_true(window_act(w, ACTION_INSPECT, 0));
    assert_opened(f, "Jar(what='plum', grams=450)");
    assert_string_equal(w->value.name, "first"); /* it stays chosen */
    assert_true(window_act(w, ACTION_CLOSE, 0));
    assert_int_equal(w->value.holder, 0);
    assert_int_equal(w->screen, SCREEN_STAGE);
}

static void a_value_that_has_just_changed_has_a_place_in_its_frame(void **state) {
    Fixture *f = *state;
    open_at_line(f, "tests/app/values/pantry.py", 24);
    value_of(f, "numbers", VALUE_WHOLE, 0);
    value_of(f, "first", VALUE_WHOLE, 0);
    value_of(f, "weights", VALUE_WHOLE, 0); /* in a line of their own */
}

static void choosing_a_thing_leaves_the_value(void **state) {
    Fixture *f = *state;
    Window *w = &f->window;
    open_at_line(f, "tests/app/values/pantry.py", 25);
    assert_true(window_act(w, ACTION_VALUE_NEXT, 0));
    assert_true(window_act(w, ACTION_DOWN, 0));
    assert_int_equal(w->value.holder, 0);
    assert_true(window_act(w, ACTION_INSPECT, 0));
    assert_false(w->mode.inspect.is_value);
}

static void a_chosen_value_that_is_over_opens_nothing(void **state) {
    Fixture *f = *state;
    Window *w = &f->window;
    open_at_line(f, "tests/app/values/pantry.py", 25);
    assert_true(window_act(w, ACTION_VALUE_NEXT, 0));
    assert_true(window_act(w, ACTION_START, 0));
    draw(f);
    window_act(w, ACTION_INSPECT, 0);
    assert_int_equal(w->mode.kind, MODE_NONE);
}

#define T(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void) {
    const struct CMUnitTest tests[] = {
        T(a_click_opens_a_variable_of_the_running_frame),
        T(a_click_opens_an_item_of_a_queue),
        T(a_click_opens_what_a_future_gave),
        T(a_click_opens_what_a_finished_task_gave),
        T(a_variable_of_a_queue_opens_the_queue),
        T(keys_choose_each_value_in_turn_and_enter_opens_it),
        T(a_value_that_has_just_changed_has_a_place_in_its_frame),
        T(choosing_a_thing_leaves_the_value),
        T(a_chosen_value_that_is_over_opens_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
