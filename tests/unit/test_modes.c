/* What the popovers and the questions say: the inspector, the chain of causes, predictions. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "model/inspect.h"
#include "model/model_find.h"
#include "model/why_panel.h"
#include "session/predict.h"
#include "support/lesson_files.h"

#define LESSON "scenarios/queues/producer_consumer.json"

/* A lesson, recorded, and what is asked of a moment of it. */
typedef struct {
    SessionContext context;
    Session session;
    SessionFacts facts;
    ModelPool pool;
    EventFacts events;
    EventWords words;
} Fixture;

static void open_lesson(Fixture *f, const char *path, const char *language) {
    memset(f, 0, sizeof *f);
    f->context = (SessionContext){.reader = lesson_files_on_disk(), .language = language};
    assert_true(session_open(&f->session, &f->context, path));
    session_record_all(&f->session);
    assert_int_equal(f->session.problems.count, 0);
}

static void close_lesson(Fixture *f) {
    session_facts_clear(&f->facts);
    model_pool_clear(&f->pool);
    session_close(&f->session);
}

static void stand(Fixture *f) {
    assert_true(session_facts_update(&f->facts, &f->session));
    model_pool_reset(&f->pool);
    event_facts_build(&f->events, f->session.engine, &f->pool);
    f->words = (EventWords){&f->events, text_table(f->context.language), &f->pool, true};
}

static void go_to_checkpoint(Fixture *f, int number) {
    Playhead at;
    uint32_t order;
    const LessonSelector *where = &f->session.lesson.checkpoints.items[number].at;
    assert_true(session_find(&f->session, where, &at, &order));
    assert_true(session_seek(&f->session, at));
    stand(f);
}

static PredictMoment moment(Fixture *f) {
    return (PredictMoment){&f->session, &f->facts, &f->words, f->context.language};
}

static uint32_t task_named(const Fixture *f, const char *name) {
    const CsTask *task = model_find_task_named(f->facts.now, name, strlen(name));
    assert_non_null(task);
    return task->id;
}

static const char *plain(const ModelText *text) {
    static char out[512];
    model_text_plain(text, out, sizeof out);
    return out;
}

/* ---- The inspector -------------------------------------------------------------------------- */

static bool inspect(Fixture *f, uint32_t id, Inspect *out) {
    InspectMoment m = {&f->words, f->facts.now, f->facts.before, f->facts.now->event};
    return inspect_build(&m, id, out);
}

static const char *field(const Inspect *i, const char *name) {
    for (int k = 0; k < i->field_count; k++)
        if (strcmp(i->fields[k].name, name) == 0) return plain(&i->fields[k].value);
    return NULL;
}

static void a_task_shows_its_fields_frames_and_history(void **state) {
    (void)state;
    Fixture f;
    Inspect i;
    open_lesson(&f, LESSON, "en");
    go_to_checkpoint(&f, 1); /* Tom is about to print that it sells loaf 6 */
    assert_true(inspect(&f, task_named(&f, "Tom"), &i));
    assert_int_equal(i.kind, TEXT_INSPECT_TASK);
    assert_string_equal(field(&i, "name"), "Tom");
    assert_string_equal(field(&i, "cancelling()"), "0");
    assert_string_equal(i.status_word, "running");
    assert_int_equal(i.frame_count, 1);
    assert_true(i.frames[0].current);
    bool loaf = false;
    for (int k = 0; k < i.frames[0].local_count; k++)
        loaf = loaf || strcmp(i.frames[0].locals[k].value, "'loaf 6'") == 0;
    assert_true(loaf);
    assert_true(i.row_count > 4);
    assert_true(i.rows[0].now && !i.rows[1].now);
    assert_string_equal(i.rows[i.row_count - 1].word, "created");
    for (int k = 1; k < i.row_count; k++) assert_true(i.rows[k].event < i.rows[k - 1].event);
    close_lesson(&f);
}

static void a_frame_lists_its_parameters_before_its_other_values(void **state) {
    static const char *const names[] = {"name", "seconds", "shelf", "loaf"};
    (void)state;
    Fixture f;
    Inspect i;
    open_lesson(&f, LESSON, "en");
    go_to_checkpoint(&f, 1);
    assert_true(inspect(&f, task_named(&f, "Tom"), &i));
    const InspectFrame *sell = &i.frames[0];
    assert_string_equal(sell->name, "sell");
    assert_int_equal(sell->local_count, 4);
    for (int k = 0; k < 4; k++) assert_string_equal(sell->locals[k].name, names[k]);
    assert_string_equal(sell->locals[0].value, "'Tom'");
    assert_string_equal(sell->locals[1].value, "3");
    assert_string_equal(sell->locals[2].value, "Queue, 1 of 2");
    assert_int_equal(sell->locals[2].thing, f.facts.now->syncs[0].id);
    assert_int_equal(sell->locals[3].thing, 0);
    close_lesson(&f);
}

static void a_worker_thread_shows_its_function_and_frames(void **state) {
    (void)state;
    Fixture f;
    Inspect i;
    open_lesson(&f, "tests/app/stage/blocking.py", "en");
    assert_true(session_seek_time(&f.session, 500000000));
    stand(&f);
    const CsSnapshot *s = f.facts.now;
    int workers = 0;
    for (int k = 0; k < s->thread_count; k++) {
        if (s->threads[k].main) continue;
        assert_true(inspect(&f, s->threads[k].id, &i));
        assert_int_equal(i.kind, TEXT_INSPECT_THREAD);
        assert_string_equal(field(&i, "function"), "shrink");
        assert_int_equal(i.mark.badge.number, ++workers);
        assert_int_equal(i.frame_count, 1);
        assert_true(i.row_count >= 2);
        assert_true(inspect(&f, s->threads[k].frames[0].id, &i));
    }
    assert_int_equal(workers, 2);
    close_lesson(&f);
}

static void every_thing_on_the_stage_can_be_inspected(void **state) {
    (void)state;
    Fixture f;
    Inspect i;
    open_lesson(&f, LESSON, "en");
    go_to_checkpoint(&f, 1);
    const CsSnapshot *s = f.facts.now;
    for (int k = 0; k < s->task_count; k++) assert_true(inspect(&f, s->tasks[k].id, &i));
    for (int k = 0; k < s->future_count; k++) assert_true(inspect(&f, s->futures[k].id, &i));
    for (int k = 0; k < s->timer_count; k++) assert_true(inspect(&f, s->timers[k].id, &i));
    for (int k = 0; k < s->ready_count; k++) assert_true(inspect(&f, s->ready[k].id, &i));
    for (int k = 0; k < s->frame_count; k++) assert_true(inspect(&f, s->frames[k].id, &i));
    assert_true(s->sync_count == 1 && inspect(&f, s->syncs[0].id, &i));
    assert_string_equal(i.type, "Queue");
    assert_string_equal(field(&i, "maxsize"), "2");
    assert_string_equal(field(&i, "qsize()"), "1");
    assert_true(s->running.id && inspect(&f, s->running.id, &i));
    assert_false(inspect(&f, 0, &i));
    assert_false(inspect(&f, 0x7FFFFFFF, &i));
    close_lesson(&f);
}

/* ---- Why ------------------------------------------------------------------------------------ */

static void the_chain_ends_with_the_thing_itself(void **state) {
    (void)state;
    Fixture f;
    WhyPanel why;
    open_lesson(&f, LESSON, "en");
    go_to_checkpoint(&f, 1);
    const CsSnapshot *s = f.facts.now;
    WhyMoment m = {&f.words, s, s->event, CS_END_NORMAL};
    assert_true(s->ready_count > 0);
    assert_true(why_panel_build(&m, s->ready[0].id, &why));
    assert_true(why.count > 3);
    assert_int_equal(why.causes[why.count - 1].event, 0);
    assert_string_equal(why.causes[why.count - 1].time, "now");
    assert_string_equal(why.causes[why.count - 2].name, "joins the queue");
    for (int i = 1; i + 1 < why.count; i++)
        assert_true(why.causes[i].event > why.causes[i - 1].event);
    for (int i = 0; i < s->timer_count; i++)
        assert_true(why_panel_build(&m, s->timers[i].id, &why));
    assert_false(why_panel_build(&m, 0, &why));
    close_lesson(&f);
}

/* ---- Predictions ---------------------------------------------------------------------------- */

static int right_ones(const PredictQuestion *q) {
    int right = 0;
    for (int i = 0; i < q->count; i++) right += q->options[i].right;
    return right;
}

static const PredictOption *right_one(const PredictQuestion *q) {
    assert_int_equal(right_ones(q), 1);
    for (int i = 0; i < q->count; i++)
        if (q->options[i].right) return &q->options[i];
    return NULL;
}

static void assert_options_differ(const PredictQuestion *q) {
    for (int i = 0; i < q->count; i++)
        for (int k = 0; k < i; k++) assert_string_not_equal(q->options[i].name, q->options[k].name);
}

static void the_next_handle_is_the_one_that_runs(void **state) {
    (void)state;
    Fixture f;
    PredictQuestion q;
    open_lesson(&f, LESSON, "en");
    go_to_checkpoint(&f, 0);
    PredictMoment m = moment(&f);
    assert_true(predict_checkpoint(&m, 0, &q));
    assert_int_equal(q.ask, LESSON_ASK_NEXT_HANDLE);
    assert_int_equal(right_one(&q)->place, 1);
    assert_int_equal(right_one(&q)->object, f.facts.now->ready[0].id);
    assert_int_equal(q.count, f.facts.now->ready_count + 1);
    assert_options_differ(&q);
    assert_string_equal(plain(&q.because),
                        lesson_text(&f.session.lesson.checkpoints.items[0].explain, "en"));
    close_lesson(&f);
}

static void a_value_is_asked_with_its_values_at_other_moments(void **state) {
    (void)state;
    Fixture f;
    PredictQuestion q;
    open_lesson(&f, LESSON, "en");
    go_to_checkpoint(&f, 1);
    uint64_t hash = cs_hash(f.session.engine);
    PredictMoment m = moment(&f);
    assert_true(predict_checkpoint(&m, 1, &q));
    assert_string_equal(right_one(&q)->name, "1");
    assert_int_equal(q.count, 3); /* the queue holds none, one or two */
    assert_options_differ(&q);
    assert_true(cs_hash(f.session.engine) == hash);
    close_lesson(&f);
}

static void what_is_printed_next_and_a_state_come_from_the_run(void **state) {
    (void)state;
    Fixture f;
    PredictQuestion q;
    open_lesson(&f, "scenarios/tasks/three_sleepers.json", "en");
    go_to_checkpoint(&f, 0);
    PredictMoment m = moment(&f);
    assert_true(predict_checkpoint(&m, 0, &q));
    assert_string_equal(right_one(&q)->name, "Lion lies down");
    go_to_checkpoint(&f, 1);
    m = moment(&f);
    assert_true(predict_checkpoint(&m, 1, &q));
    assert_string_equal(right_one(&q)->name, "waiting");
    assert_true(q.count > 2);
    assert_int_equal(q.task, task_named(&f, "Mouse"));
    close_lesson(&f);
}

static void at_the_end_nothing_more_is_printed_and_no_handle_runs(void **state) {
    (void)state;
    Fixture f;
    PredictQuestion q;
    open_lesson(&f, LESSON, "en");
    assert_true(session_go(&f.session, GO_END));
    stand(&f);
    PredictMoment m = moment(&f);
    assert_false(predict_handle(&m, &q));
    assert_true(predict_output(&m, &q));
    assert_string_equal(right_one(&q)->name, "nothing more");
    close_lesson(&f);
}

/* At each step of each language: one right answer, which is what the run does next. */
static void at_any_moment_one_answer_is_right(void **state) {
    (void)state;
    static const char *const languages[] = {"en", "es", "zh"};
    Fixture f;
    for (size_t i = 0; i < 3; i++) {
        open_lesson(&f, LESSON, languages[i]);
        uint64_t steps = cs_step_count(f.session.engine);
        for (uint64_t step = i; step <= steps; step += 7) {
            PredictQuestion q;
            assert_true(session_seek_step(&f.session, step));
            stand(&f);
            PredictMoment m = moment(&f);
            if (predict_handle(&m, &q)) assert_int_equal(right_ones(&q), 1);
            assert_options_differ(&q);
            if (predict_output(&m, &q)) assert_int_equal(right_ones(&q), 1);
            assert_options_differ(&q);
        }
        close_lesson(&f);
    }
}

static void checkpoints_are_found_in_the_order_of_the_run(void **state) {
    (void)state;
    Fixture f;
    size_t count;
    open_lesson(&f, LESSON, "en");
    PredictPlace *places = predict_places(&f.session, &count);
    assert_int_equal(count, 2);
    assert_int_equal(predict_compare(&places[0], &places[1]), -1);
    assert_int_equal(places[0].checkpoint, 0);
    free(places);
    close_lesson(&f);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_task_shows_its_fields_frames_and_history),
        cmocka_unit_test(a_frame_lists_its_parameters_before_its_other_values),
        cmocka_unit_test(a_worker_thread_shows_its_function_and_frames),
        cmocka_unit_test(every_thing_on_the_stage_can_be_inspected),
        cmocka_unit_test(the_chain_ends_with_the_thing_itself),
        cmocka_unit_test(the_next_handle_is_the_one_that_runs),
        cmocka_unit_test(a_value_is_asked_with_its_values_at_other_moments),
        cmocka_unit_test(what_is_printed_next_and_a_state_come_from_the_run),
        cmocka_unit_test(at_the_end_nothing_more_is_printed_and_no_handle_runs),
        cmocka_unit_test(at_any_moment_one_answer_is_right),
        cmocka_unit_test(checkpoints_are_found_in_the_order_of_the_run),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
