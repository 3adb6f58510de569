/* Programs with many tasks: snapshots that do not tell all, and the picture made of them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "command/command.h"
#include "scene/stage.h"
#include "session/session_facts.h"
#include "support/fake_fonts.h"

static const char CROWD[] = "tests/app/stage/crowd.py", STUCK[] = "tests/app/stage/crowd_stuck.py";

static uint32_t random_below(uint32_t *seed, uint64_t limit) {
    *seed = *seed * 1664525U + 1013904223U;
    return (uint32_t)((*seed >> 8) % limit);
}

static void open_program(Session *s, const char *path) {
    SessionContext context = command_context("en");
    memset(s, 0, sizeof *s);
    assert_true(session_open(s, &context, path));
    session_record_all(s);
}

/* A line, a record between lines, or the end. */
static Playhead random_place(const Session *s, uint32_t *seed) {
    size_t count;
    const CsEvent *events = cs_events(s->engine, &count);
    if (random_below(seed, 40) == 0)
        return (Playhead){.step = cs_step_count(s->engine), .end = true};
    if (random_below(seed, 3))
        return (Playhead){.step = random_below(seed, cs_step_count(s->engine) + 1)};
    const CsEvent *e = &events[random_below(seed, count)];
    return (Playhead){.step = e->step, .event = e->id};
}

/* ---- Snapshots ------------------------------------------------------------------------------ */

static void assert_same_reason(CsReason a, CsReason b) {
    assert_int_equal(a.what, b.what);
    assert_int_equal(a.about, b.about);
    assert_memory_equal(&a.seconds, &b.seconds, sizeof a.seconds);
}

static void assert_same_ids(const uint32_t *a, int a_count, const uint32_t *b, int b_count) {
    assert_int_equal(a_count, b_count);
    for (int i = 0; i < a_count; i++) assert_int_equal(a[i], b[i]);
}

static void assert_same_locals(const CsLocal *a, int a_count, const CsLocal *b, int b_count) {
    assert_int_equal(a_count, b_count);
    for (int i = 0; i < a_count; i++) {
        assert_string_equal(a[i].name, b[i].name);
        assert_string_equal(a[i].value, b[i].value);
        assert_int_equal(a[i].object, b[i].object);
    }
}

static void assert_same_frames(const CsFrame *a, int a_count, const CsFrame *b, int b_count,
                               bool told) {
    assert_int_equal(a_count, b_count);
    for (int i = 0; i < a_count; i++) {
        assert_int_equal(a[i].id, b[i].id);
        assert_int_equal(a[i].line, b[i].line);
        assert_int_equal(a[i].library, b[i].library);
        assert_string_equal(a[i].function, b[i].function);
        assert_string_equal(a[i].arguments, told ? b[i].arguments : "");
        if (!told) assert_int_equal(a[i].local_count + a[i].parameter_count, 0);
        if (!told) continue;
        assert_same_locals(a[i].locals, a[i].local_count, b[i].locals, b[i].local_count);
        assert_same_locals(a[i].parameters, a[i].parameter_count, b[i].parameters,
                           b[i].parameter_count);
    }
}

static void assert_same_task(const CsTask *a, const CsTask *b, bool told) {
    assert_int_equal(a->id, b->id);
    assert_int_equal(a->number, b->number);
    assert_string_equal(a->name, b->name);
    assert_string_equal(a->coroutine, b->coroutine);
    assert_string_equal(a->label, b->label);
    assert_int_equal(a->state, b->state);
    assert_same_frames(a->frames, a->frame_count, b->frames, b->frame_count, told);
    assert_same_reason(a->waits, b->waits);
    assert_int_equal(a->waits_future, b->waits_future);
    assert_same_ids(a->waits_tasks, a->waits_task_count, b->waits_tasks, b->waits_task_count);
    assert_int_equal(a->ready_event, b->ready_event);
    assert_string_equal(a->value, b->value);
    assert_int_equal(a->cancel_requests, b->cancel_requests);
    assert_int_equal(a->created_by, b->created_by);
    assert_int_equal(a->created_line, b->created_line);
}

static void assert_same_future(const CsFuture *a, const CsFuture *b) {
    assert_int_equal(a->id, b->id);
    assert_int_equal(a->state, b->state);
    assert_same_reason(a->what, b->what);
    assert_string_equal(a->label, b->label);
    assert_int_equal(a->named, b->named);
    assert_string_equal(a->value, b->value);
    assert_same_ids(a->waiters, a->waiter_count, b->waiters, b->waiter_count);
    assert_same_ids(a->children, a->child_count, b->children, b->child_count);
    assert_int_equal(a->resolved_event, b->resolved_event);
}

static void assert_same_sync(const CsSync *a, const CsSync *b) {
    assert_int_equal(a->id, b->id);
    assert_int_equal(a->kind, b->kind);
    assert_string_equal(a->name, b->name);
    assert_int_equal(a->owner, b->owner);
    assert_int_equal(a->value, b->value);
    assert_same_ids(a->getters, a->getter_count, b->getters, b->getter_count);
    assert_same_ids(a->putters, a->putter_count, b->putters, b->putter_count);
    assert_same_ids(a->holders, a->holder_count, b->holders, b->holder_count);
    assert_same_ids(a->members, a->member_count, b->members, b->member_count);
}

static void assert_same_timers(const CsSnapshot *a, const CsSnapshot *b) {
    assert_int_equal(a->timer_count, b->timer_count);
    for (int i = 0; i < a->timer_count; i++) {
        assert_int_equal(a->timers[i].id, b->timers[i].id);
        assert_int_equal(a->timers[i].when_ns, b->timers[i].when_ns);
        assert_int_equal(a->timers[i].task, b->timers[i].task);
        assert_int_equal(a->timers[i].future, b->timers[i].future);
        assert_string_equal(a->timers[i].label, b->timers[i].label);
        if (i > 0) assert_true(a->timers[i - 1].when_ns <= a->timers[i].when_ns);
    }
}

static void assert_same_ready(const CsSnapshot *a, const CsSnapshot *b) {
    assert_int_equal(a->ready_count, b->ready_count);
    for (int i = 0; i < a->ready_count; i++) {
        assert_int_equal(a->ready[i].id, b->ready[i].id);
        assert_string_equal(a->ready[i].name, b->ready[i].name);
        assert_same_reason(a->ready[i].because, b->ready[i].because);
    }
}

static void assert_brief(const CsSnapshot *brief, const CsSnapshot *whole, uint32_t told) {
    assert_false(whole->brief);
    assert_int_equal(brief->brief, whole->task_count >= CS_CROWD);
    assert_int_equal(brief->event, whole->event);
    assert_int_equal(brief->line_next, whole->line_next);
    assert_int_equal(brief->running.id, whole->running.id);
    assert_same_frames(brief->frames, brief->frame_count, whole->frames, whole->frame_count, true);
    assert_same_frames(brief->program, brief->program_count, whole->program, whole->program_count,
                       true);
    assert_int_equal(brief->task_count, whole->task_count);
    for (int i = 0; i < whole->task_count; i++) {
        const CsTask *t = &whole->tasks[i];
        bool all = !brief->brief || t->id == told || t->state == CS_TASK_RUNNING;
        if (t->id == whole->running.task) continue; /* its frames are those that run */
        assert_same_task(&brief->tasks[i], t, all);
    }
    assert_int_equal(brief->future_count, whole->future_count);
    for (int i = 0; i < whole->future_count; i++)
        assert_same_future(&brief->futures[i], &whole->futures[i]);
    assert_int_equal(brief->sync_count, whole->sync_count);
    for (int i = 0; i < whole->sync_count; i++)
        assert_same_sync(&brief->syncs[i], &whole->syncs[i]);
    assert_same_timers(brief, whole);
    assert_same_ready(brief, whole);
    assert_int_equal(brief->gen_count, whole->gen_count);
    bool waits = !brief->brief || whole->end == CS_END_DEADLOCK;
    assert_int_equal(brief->wait_count, waits ? whole->wait_count : 0);
}

static void check_snapshots(const char *path) {
    Session s;
    uint32_t seed = 5;
    open_program(&s, path);
    for (int i = 0; i < 250; i++) {
        assert_true(session_seek(&s, random_place(&s, &seed)));
        CsSnapshot *whole = cs_snapshot(s.engine);
        assert_non_null(whole);
        uint32_t told[] = {0, 0};
        if (whole->task_count)
            told[1] = whole->tasks[random_below(&seed, 1000) % (uint32_t)whole->task_count].id;
        CsSnapshot *brief = cs_snapshot_of_crowd(s.engine, told, 2);
        assert_non_null(brief);
        assert_brief(brief, whole, told[1]);
        cs_snapshot_free(brief);
        cs_snapshot_free(whole);
    }
    session_close(&s);
}

static void a_brief_snapshot_lacks_only_what_frames_hold(void **state) {
    (void)state;
    check_snapshots(CROWD);
}

static void at_a_deadlock_a_brief_snapshot_says_who_waits_for_whom(void **state) {
    (void)state;
    Session s;
    check_snapshots(STUCK);
    open_program(&s, STUCK);
    assert_true(session_go(&s, GO_END));
    CsSnapshot *brief = cs_snapshot_of_crowd(s.engine, NULL, 0);
    assert_true(brief->brief);
    assert_int_equal(brief->end, CS_END_DEADLOCK);
    assert_int_equal(brief->waits[0].circle, 1);
    assert_true(brief->wait_count > 120);
    cs_snapshot_free(brief);
    session_close(&s);
}

/* ---- By id ---------------------------------------------------------------------------------- */

static void tasks_are_found_by_ids_that_rise_unevenly(void **state) {
    (void)state;
    enum { COUNT = 500 };
    static CsTask tasks[COUNT];
    uint32_t seed = 3;
    for (int round = 0; round < 20; round++) {
        CsSnapshot s = {.tasks = tasks, .tasks_by_id = true};
        uint32_t id = 1 + random_below(&seed, 50);
        s.task_count = 1 + (int)random_below(&seed, COUNT);
        for (int i = 0; i < s.task_count; i++) {
            tasks[i].id = id;
            id += 1 + random_below(&seed, random_below(&seed, 9) ? 3 : 40000);
        }
        for (int i = 0; i < s.task_count; i++)
            assert_ptr_equal(cs_find_task(&s, tasks[i].id), &tasks[i]);
        for (int i = 0; i + 1 < s.task_count; i++)
            if (tasks[i].id + 1 < tasks[i + 1].id) assert_null(cs_find_task(&s, tasks[i].id + 1));
        assert_null(cs_find_task(&s, tasks[0].id - 1));
        assert_null(cs_find_task(&s, id));
    }
}

/* ---- The picture ---------------------------------------------------------------------------- */

typedef struct {
    FakeFonts fonts;
    Stage *stage;
    DrawList list;
} Eye;

static void open_eye(Eye *eye) {
    StageView view = {.width = 1920, .height = 1080, .zoom = 1, .speed = 1};
    fake_fonts_init(&eye->fonts);
    eye->stage = stage_create(&eye->fonts.base);
    assert_non_null(eye->stage);
    draw_list_init(&eye->list);
    stage_set_view(eye->stage, &view);
}

static void close_eye(Eye *eye) {
    draw_list_clear(&eye->list);
    stage_destroy(eye->stage);
}

static void look(Eye *eye, const SessionFacts *facts, const Session *s, uint32_t selected) {
    ModelFacts given = {
        .words = text_table("en"), .speed = 1, .panels = PANEL_ALL, .selected = selected};
    session_facts_give(facts, s, "en", &given);
    assert_true(stage_show(eye->stage, &given, CHANGE_CUT, 0));
    draw_list_reset(&eye->list, stage_background(eye->stage));
    stage_draw(eye->stage, &eye->list, 0);
}

/* On: by going, which leaves the engine where it is; or anywhere. */
static void go_somewhere(Session *s, uint32_t *seed) {
    static const SessionGo goes[] = {GO_STEP,        GO_STEP,           GO_STEP_BACK, GO_HANDLE,
                                     GO_HANDLE_BACK, GO_ITERATION,      GO_STEP,      GO_OVER,
                                     GO_INTO,        GO_ITERATION_BACK, GO_OUTPUT,    GO_STEP_BACK};
    uint32_t which = random_below(seed, 16);
    if (which < sizeof goes / sizeof *goes)
        session_go(s, goes[which]);
    else
        assert_true(session_move(s, random_place(s, seed)));
}

static void check_pictures(const char *path, int places) {
    Session s;
    Eye glancing, knowing;
    SessionFacts kept = {0};
    uint32_t seed = 11;
    open_program(&s, path);
    s.moves_alone = true;
    open_eye(&glancing);
    open_eye(&knowing);
    assert_true(session_move(&s, (Playhead){.step = cs_step_count(s.engine) / 2}));
    for (int i = 0; i < places; i++) {
        SessionFacts fresh = {0};
        go_somewhere(&s, &seed);
        Playhead here = s.playhead;
        assert_true(session_facts_update(&fresh, &s));
        int count = fresh.now->task_count;
        uint32_t chosen = 0;
        if (count && random_below(&seed, 3) == 0)
            chosen = fresh.now->tasks[random_below(&seed, (uint64_t)count)].id;
        assert_true(session_facts_glance(&kept, &s, chosen));
        assert_true(session_same_place(s.playhead, here));
        assert_int_equal(cs_now(s.engine).event, fresh.now->event);
        look(&glancing, &kept, &s, chosen);
        look(&knowing, &fresh, &s, chosen);
        assert_int_equal(glancing.list.count, knowing.list.count);
        for (size_t k = 0; k < knowing.list.count; k++)
            assert_true(draw_command_equal(&glancing.list, k, &knowing.list, k));
        session_facts_clear(&fresh);
    }
    close_eye(&glancing);
    close_eye(&knowing);
    session_facts_clear(&kept);
    session_close(&s);
}

static void the_picture_of_a_glance_is_that_of_all_facts(void **state) {
    (void)state;
    check_pictures(CROWD, 150);
    check_pictures(STUCK, 60);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_brief_snapshot_lacks_only_what_frames_hold),
        cmocka_unit_test(at_a_deadlock_a_brief_snapshot_says_who_waits_for_whom),
        cmocka_unit_test(tasks_are_found_by_ids_that_rise_unevenly),
        cmocka_unit_test(the_picture_of_a_glance_is_that_of_all_facts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
