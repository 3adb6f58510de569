/* Locks and the like, worker threads and deadlocks on the stage: real runs of small programs. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "command/command.h"
#include "scene/stage.h"
#include "session/session_facts.h"
#include "support/fake_fonts.h"
#include "support/golden.h"

typedef struct {
    FakeFonts fonts;
    Session session;
    SessionFacts facts;
    Stage *stage;
    DrawList list;
} Fixture;

static int set_up(void **state) {
    Fixture *f = calloc(1, sizeof *f);
    fake_fonts_init(&f->fonts);
    f->stage = stage_create(&f->fonts.base);
    draw_list_init(&f->list);
    *state = f;
    return f->stage ? 0 : -1;
}

static int tear_down(void **state) {
    Fixture *f = *state;
    draw_list_clear(&f->list);
    stage_destroy(f->stage);
    session_facts_clear(&f->facts);
    session_close(&f->session);
    free(f);
    return 0;
}

static void open_program(Fixture *f, const char *path) {
    SessionContext context = command_context("en");
    assert_true(session_open(&f->session, &context, path));
    session_record_all(&f->session);
}

static void set_size(Fixture *f, int width, int height) {
    StageView view = {.width = width, .height = height, .zoom = 1, .speed = 1};
    stage_set_view(f->stage, &view);
}

static const Model *show_in(Fixture *f, const char *language) {
    ModelFacts facts = {.words = text_table(language), .speed = 1, .panels = PANEL_ALL};
    assert_true(session_facts_update(&f->facts, &f->session));
    session_facts_give(&f->facts, &f->session, language, &facts);
    assert_true(stage_show(f->stage, &facts, CHANGE_CUT, 0));
    draw_list_reset(&f->list, stage_background(f->stage));
    stage_draw(f->stage, &f->list, 0);
    assert_false(f->list.full);
    assert_int_equal(f->list.clips, 0);
    assert_int_equal(f->list.alphas, 0);
    return stage_model(f->stage);
}

static const Model *at_step(Fixture *f, uint64_t step) {
    assert_true(session_seek_step(&f->session, step));
    return show_in(f, "en");
}

static const Model *at_end(Fixture *f) {
    session_go(&f->session, GO_END);
    return show_in(f, "en");
}

static const ModelSync *sync_named(const Model *m, const char *name) {
    for (int i = 0; i < m->sync_count; i++)
        if (strcmp(m->syncs[i].name, name) == 0) return &m->syncs[i];
    fail_msg("there is no %s", name);
    return NULL;
}

static void assert_says(const ModelText *text, const char *expected) {
    char plain[512];
    model_text_plain(text, plain, sizeof plain);
    assert_string_equal(plain, expected);
}

/* ---- Boxes --------------------------------------------------------------------------------- */

static void holders_say_when_they_let_go_and_who_is_next(void **state) {
    Fixture *f = *state;
    open_program(f, "tests/app/stage/pool.py");
    const Model *m = at_step(f, 42);
    const ModelSync *lanes = sync_named(m, "lanes"), *desk = sync_named(m, "desk");
    assert_int_equal(lanes->slot_count, 2);
    assert_string_equal(lanes->slots[0].text, "Dan");
    assert_string_equal(lanes->slots[0].note, "until 1.3");
    assert_string_equal(lanes->slots[1].note, "now");
    assert_true(lanes->slots[1].changed);
    assert_string_equal(lanes->note, "0 of 2 free");
    assert_string_equal(lanes->right[0].name, "Fay");
    assert_string_equal(desk->slots[0].text, "Ben");
    assert_string_equal(desk->right[0].name, "Cyd");
    assert_false(desk->slots[0].changed);
}

static void a_permit_given_to_a_task_that_has_not_run_is_promised(void **state) {
    Fixture *f = *state;
    open_program(f, "tests/app/stage/pool.py");
    const ModelSync *lanes = sync_named(at_step(f, 41), "lanes");
    assert_int_equal(lanes->slot_count, 2);
    assert_false(lanes->slots[0].promised);
    assert_true(lanes->slots[1].promised);
    assert_true(lanes->slots[1].changed);
    assert_true(lanes->slots[1].badge.hollow);
    assert_string_equal(lanes->slots[1].text, "Eve");
}

static void seats_say_what_their_tasks_hold(void **state) {
    Fixture *f = *state;
    open_program(f, "tests/app/stage/pool.py");
    const Model *m = at_step(f, 42);
    assert_says(&m->seats[2].holds, "holds desk");
    assert_says(&m->seats[5].holds, "holds lanes");
    assert_int_equal(m->seats[0].holds.count, 0);
    assert_string_equal(m->seats[2].short_label, "Ben");
}

static void a_group_keeps_a_seat_for_each_child_that_ended(void **state) {
    Fixture *f = *state;
    open_program(f, "tests/app/stage/crew.py");
    const ModelSync *group = sync_named(at_step(f, 46), "crew");
    assert_int_equal(group->slot_count, 3);
    int over = 0;
    for (int i = 0; i < 3; i++) over += group->slots[i].state == STATE_DONE;
    assert_true(over > 0);
    assert_int_equal(group->slots[0].badge.number, 2);
}

static void an_event_that_is_set_shows_who_may_go_on(void **state) {
    Fixture *f = *state;
    open_program(f, "tests/app/stage/pool.py");
    const Model *m = NULL;
    for (uint64_t step = 60; step <= 71; step++) {
        m = at_step(f, step);
        if (strcmp(sync_named(m, "gong")->note, "set") == 0) break;
    }
    const ModelSync *gong = sync_named(m, "gong");
    assert_true(gong->slots[0].changed);
    assert_true(gong->right_count >= 5);
    assert_true(gong->right[0].woken);
    assert_string_equal(gong->right[0].name, "Ann");
    assert_string_equal(gong->right_name, "may go on");
}

static void a_barrier_has_as_many_slots_as_parties(void **state) {
    Fixture *f = *state;
    open_program(f, "tests/app/stage/crew.py");
    const ModelSync *gate = sync_named(at_step(f, 21), "gate");
    assert_int_equal(gate->slot_count, 3);
    assert_string_equal(gate->note, "2 of 3 there");
    assert_int_equal(gate->slots[2].kind, SLOT_FREE);
}

static void notify_moves_tasks_up_to_the_line_of_the_lock(void **state) {
    Fixture *f = *state;
    open_program(f, "tests/app/stage/crew.py");
    const ModelSync *bell = sync_named(at_step(f, 32), "bell");
    assert_int_equal(bell->right_count, 3);
    assert_int_equal(bell->left_count, 0);
    bell = sync_named(at_step(f, 33), "bell");
    assert_int_equal(bell->right_count, 1);
    assert_int_equal(bell->left_count, 2);
    assert_string_equal(bell->left[0].name, "Ben");
    assert_true(bell->left[0].woken);
    assert_string_equal(bell->slots[0].text, "main");
}

/* ---- Threads ------------------------------------------------------------------------------- */

static void a_blocked_loop_is_stuck_while_threads_go_on(void **state) {
    Fixture *f = *state;
    open_program(f, "tests/app/stage/blocking.py");
    const Model *m = at_step(f, 24);
    assert_true(m->stuck.on);
    assert_true(m->top.stuck);
    assert_string_equal(m->top.hold[1], "the loop is stuck");
    assert_string_equal(m->stuck.call, "time.sleep(0.9)");
    assert_string_equal(m->stuck.over, "0.7 of 0.9 s over");
    assert_string_equal(m->stuck.to_go, "0.2 s to go");
    assert_int_equal(m->stuck.line, 15);
    assert_true(m->running.frames[m->running.frame_count - 1].blocks);
    assert_string_equal(m->ready.stuck, "3 handles, and nobody to run them");
    assert_string_equal(m->ready.cards[0].by, "ready since 0.300");
    assert_string_equal(m->ready.cards[0].place, "next for 0.7 s");
    assert_says(&m->seats[1].why_short, "blocks in time.sleep");
    assert_says(&m->seats[2].why_short, "ready for 0.7 s");
    assert_says(&m->seats[4].why_short, "waits for its thread");
}

static void timers_that_are_due_meanwhile_are_late(void **state) {
    Fixture *f = *state;
    open_program(f, "tests/app/stage/blocking.py");
    const Model *m = at_step(f, 24);
    assert_int_equal(m->timer_count, 1);
    assert_true(m->timers[0].late);
    assert_string_equal(m->timers[0].left, "0.4 s late");
    assert_false(at_step(f, 20)->timers[0].late);
}

static void threads_are_shown_until_their_callback_has_run(void **state) {
    Fixture *f = *state;
    open_program(f, "tests/app/stage/blocking.py");
    const Model *m = at_step(f, 24);
    assert_true(m->has_threads);
    assert_int_equal(m->thread_count, 2);
    assert_int_equal(m->threads[0].state, STATE_DONE);
    assert_string_equal(m->threads[0].call, "returned 'cat is small'");
    assert_says(&m->threads[0].doing, "at 0.700, for cat");
    assert_string_equal(m->threads[0].then, "callback queued, 0.3 s ago");
    assert_int_equal(m->threads[1].state, STATE_RUNNING);
    assert_int_equal(m->timeline->threads, 2); /* not the one that joins them at the end */
    m = at_end(f);
    assert_int_equal(m->thread_count, 0);
    assert_true(m->has_threads);
}

static void threads_have_lanes_under_those_of_tasks(void **state) {
    Fixture *f = *state;
    open_program(f, "tests/app/stage/blocking.py");
    set_size(f, 1920, 1080);
    const Model *m = at_step(f, 24);
    const StageLayout *layout = stage_layout(f->stage);
    const LayoutItem *thread = layout_find(layout, PART_LANE, m->threads[0].id, 1);
    assert_non_null(thread);
    for (size_t i = 0; i < layout->count; i++) {
        const LayoutItem *item = &layout->items[i];
        if (item->part == PART_LANE && item->sub == 0)
            assert_true(item->rect.y + item->rect.h <= thread->rect.y);
    }
}

/* ---- Deadlock ------------------------------------------------------------------------------ */

static void a_deadlock_is_a_graph_with_its_circle_first(void **state) {
    Fixture *f = *state;
    open_program(f, "tests/app/stage/deadlock.py");
    assert_int_equal(at_step(f, 10)->graph.node_count, 0);
    const ModelGraph *g = &at_end(f)->graph;
    static const char *const names[] = {"eat Ann", "knife", "eat Bob", "fork",
                                        "main",    "guest", "served"};
    assert_int_equal(g->node_count, 7);
    for (int i = 0; i < 7; i++) assert_string_equal(g->nodes[i].name, names[i]);
    assert_int_equal(g->circles, 1);
    assert_string_equal(g->words[0], "A cycle of 2:");
    assert_says(&g->nodes[0].says, "waits for knife, has fork");
    int circle = 0;
    for (int i = 0; i < g->edge_count; i++) circle += g->edges[i].circle == 1;
    assert_int_equal(circle, 4);
    assert_int_equal(g->edge_count, 4 + 3 + 1);
}

static void a_circle_of_many_has_all_of_its_tasks_and_things(void **state) {
    Fixture *f = *state;
    open_program(f, "tests/app/stage/five_forks.py");
    const ModelGraph *g = &at_end(f)->graph;
    assert_string_equal(g->words[0], "A cycle of 5:");
    assert_int_equal(g->node_count, 11);
    for (int i = 0; i < 10; i++) assert_int_equal(g->nodes[i].circle, 1);
    assert_string_equal(g->nodes[10].name, "main");
}

static void without_a_circle_each_waits_for_what_nobody_can_do(void **state) {
    Fixture *f = *state;
    open_program(f, "tests/app/stage/nobody_rings.py");
    const ModelGraph *g = &at_end(f)->graph;
    assert_int_equal(g->circles, 0);
    assert_string_equal(g->words[0], "");
    for (int i = 0; i < g->node_count; i++)
        assert_non_null(layout_find(stage_layout(f->stage), PART_NODE, g->nodes[i].id, 0));
}

static void a_task_that_waits_for_itself_is_a_circle_of_one(void **state) {
    Fixture *f = *state;
    open_program(f, "tests/app/stage/locked_twice.py");
    const ModelGraph *g = &at_end(f)->graph;
    assert_int_equal(g->circle_size, 1);
    assert_string_equal(g->words[1], "it waits for itself");
    assert_int_equal(g->edge_count, 2);
    assert_true(g->edges[1].held);
}

static void a_deadlock_takes_the_stage_and_nothing_comes(void **state) {
    Fixture *f = *state;
    open_program(f, "tests/app/stage/deadlock.py");
    set_size(f, 1920, 1080);
    const Model *m = at_end(f);
    const StageLayout *layout = stage_layout(f->stage);
    assert_string_equal(m->top.hold[0], "stopped: nothing");
    assert_null(layout_part(layout, PART_SEAT));
    assert_null(layout_part(layout, PART_RUNNING));
    for (int i = 0; i < m->graph.node_count; i++)
        assert_non_null(layout_find(layout, PART_NODE, m->graph.nodes[i].id, 0));
}

/* ---- Nothing overlaps ---------------------------------------------------------------------- */

/* Boxes that share no point with others of their kind, in the same or another thing. */
static bool stands_alone(const LayoutItem *item) {
    switch ((LayoutPart)item->part) {
    case PART_SLOT:
    case PART_LINER:
    case PART_NODE:
    case PART_THREAD:
    case PART_TIMER:
    case PART_SEAT:
    case PART_CARD: return true;
    default: return false;
    }
}

static bool overlap(DrawRect a, DrawRect b) {
    const float slack = 0.5F;
    return a.x + a.w > b.x + slack && b.x + b.w > a.x + slack && a.y + a.h > b.y + slack &&
           b.y + b.h > a.y + slack;
}

static void assert_inside(const LayoutItem *item, DrawRect box, const char *where) {
    DrawRect r = item->rect;
    bool inside = r.x >= box.x - 1 && r.y >= box.y - 1 && r.x + r.w <= box.x + box.w + 1 &&
                  r.y + r.h <= box.y + box.h + 1;
    if (!inside) fail_msg("part %d leaves its box %s", item->part, where);
}

static void assert_tidy(const StageLayout *layout, const char *where) {
    for (size_t i = 0; i < layout->count; i++) {
        const LayoutItem *a = &layout->items[i];
        if (!stands_alone(a)) continue;
        bool node = a->part == PART_NODE;
        if (node) assert_inside(a, layout->grid.track, where);
        const LayoutItem *box = NULL;
        if (a->part == PART_SLOT) box = layout_find(layout, PART_SYNC, a->id, 0);
        if (a->part == PART_LINER) box = layout_find(layout, PART_SYNC, a->sub, 0);
        if (box) assert_inside(a, box->rect, where);
        for (size_t k = i + 1; k < layout->count; k++) {
            const LayoutItem *b = &layout->items[k];
            if (stands_alone(b) && overlap(a->rect, b->rect))
                fail_msg("parts %d and %d overlap %s", a->part, b->part, where);
        }
    }
}

static void nothing_overlaps_at_any_step_in_any_window(void **state) {
    static const char *const programs[] = {"pool",       "crew",         "blocking",    "deadlock",
                                           "five_forks", "nobody_rings", "locked_twice"};
    static const int sizes[][2] = {{1920, 1080}, {1280, 720}, {1600, 1000}};
    Fixture *f = *state;
    for (size_t p = 0; p < sizeof programs / sizeof *programs; p++) {
        char path[80], where[120];
        snprintf(path, sizeof path, "tests/app/stage/%s.py", programs[p]);
        stage_forget(f->stage);
        session_facts_clear(&f->facts);
        session_close(&f->session);
        open_program(f, path);
        uint64_t steps = cs_step_count(f->session.engine);
        for (uint64_t step = 1; step <= steps + 1; step++) {
            for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
                set_size(f, sizes[i][0], sizes[i][1]);
                if (step <= steps)
                    at_step(f, step);
                else
                    at_end(f);
                snprintf(where, sizeof where, "in %s at step %d in %dx%d", programs[p], (int)step,
                         sizes[i][0], sizes[i][1]);
                assert_tidy(stage_layout(f->stage), where);
            }
        }
    }
}

/* ---- Goldens ------------------------------------------------------------------------------- */

static void pictures_are_as_recorded(void **state) {
    static const struct {
        const char *program;
        uint64_t step; /* 0: the end */
        int width, height;
        const char *name;
    } pictures[] = {
        {"pool", 42, 1920, 1080, "pool"},
        {"pool", 41, 1280, 720, "pool_small"},
        {"crew", 33, 1920, 1080, "crew"},
        {"blocking", 24, 1920, 1080, "blocking"},
        {"blocking", 24, 1280, 720, "blocking_small"},
        {"deadlock", 0, 1920, 1080, "deadlock"},
        {"deadlock", 0, 1280, 720, "deadlock_small"},
    };
    Fixture *f = *state;
    for (size_t i = 0; i < sizeof pictures / sizeof *pictures; i++) {
        char path[80];
        snprintf(path, sizeof path, "tests/app/stage/%s.py", pictures[i].program);
        stage_forget(f->stage);
        session_facts_clear(&f->facts);
        session_close(&f->session);
        open_program(f, path);
        set_size(f, pictures[i].width, pictures[i].height);
        if (pictures[i].step)
            at_step(f, pictures[i].step);
        else
            at_end(f);
        snprintf(path, sizeof path, "tests/app/stage/%s.txt", pictures[i].name);
        assert_golden_list(path, &f->list);
    }
}

static void all_languages_have_words_for_it(void **state) {
    Fixture *f = *state;
    open_program(f, "tests/app/stage/blocking.py");
    assert_true(session_seek_step(&f->session, 24));
    assert_string_equal(show_in(f, "es")->timers[0].left, "0.4 s tarde");
    assert_true(strlen(show_in(f, "zh")->timers[0].left) > 0);
}

int main(void) {
#define T(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        T(holders_say_when_they_let_go_and_who_is_next),
        T(a_permit_given_to_a_task_that_has_not_run_is_promised),
        T(seats_say_what_their_tasks_hold),
        T(a_group_keeps_a_seat_for_each_child_that_ended),
        T(an_event_that_is_set_shows_who_may_go_on),
        T(a_barrier_has_as_many_slots_as_parties),
        T(notify_moves_tasks_up_to_the_line_of_the_lock),
        T(a_blocked_loop_is_stuck_while_threads_go_on),
        T(timers_that_are_due_meanwhile_are_late),
        T(threads_are_shown_until_their_callback_has_run),
        T(threads_have_lanes_under_those_of_tasks),
        T(a_deadlock_is_a_graph_with_its_circle_first),
        T(a_circle_of_many_has_all_of_its_tasks_and_things),
        T(without_a_circle_each_waits_for_what_nobody_can_do),
        T(a_task_that_waits_for_itself_is_a_circle_of_one),
        T(a_deadlock_takes_the_stage_and_nothing_comes),
        T(nothing_overlaps_at_any_step_in_any_window),
        T(pictures_are_as_recorded),
        T(all_languages_have_words_for_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
