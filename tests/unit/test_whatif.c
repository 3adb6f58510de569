/* What-ifs: a variant as a run of its own, what comes of it beside the original, and how both are
 * shown. Goldens of the draw lists lie in tests/app/whatif; COROSCOPE_UPDATE=1 writes them anew. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "session/transcript.h"
#include "support/card_fixture.h"

#define LESSON "tests/app/whatif/two_cups.json"
#define THREAD "scenarios/tasks/a_thread_for_slow_work.json"
#define BROKEN "tests/app/whatif/broken.json"

enum { LATE_TEA, CANCELLED, NO_MILK, SLOW_COFFEE, MORE_LINES, NO_MILK_AT_ONCE, VARIANTS };

static int open_lesson(void **state, const char *path) {
    *state = card_fixture_create(path, "en");
    return *state ? 0 : -1;
}

static int set_up(void **state) {
    return open_lesson(state, LESSON);
}

static int set_up_spanish(void **state) {
    *state = card_fixture_create(LESSON, "es");
    return *state ? 0 : -1;
}

static int set_up_chinese(void **state) {
    *state = card_fixture_create(LESSON, "zh");
    return *state ? 0 : -1;
}

static int set_up_thread(void **state) {
    return open_lesson(state, THREAD);
}

static int set_up_broken(void **state) {
    return open_lesson(state, BROKEN);
}

static int tear_down(void **state) {
    card_fixture_destroy(*state);
    return 0;
}

static const ModelWhatIf *show(CardFixture *f, int number) {
    assert_true(whatif_open(&f->mode.whatif, &f->player, number));
    whatif_record_all(&f->mode.whatif, &f->player);
    f->mode.kind = MODE_WHATIF;
    return &f->mode.whatif.model;
}

static const Session *variant(const CardFixture *f, int number) {
    return &f->mode.whatif.variants[number].session;
}

static void text_of(const ModelText *text, char *out, size_t size) {
    size_t used = 0;
    out[0] = 0;
    for (int i = 0; i < text->count && used < size; i++)
        if (text->spans[i].text)
            used += (size_t)snprintf(out + used, size - used, "%s", text->spans[i].text);
}

static void assert_says(const ModelText *text, const char *wanted) {
    char said[1024];
    text_of(text, said, sizeof said);
    if (!strstr(said, wanted)) fail_msg("\"%s\" is not in \"%s\"", wanted, said);
}

static int64_t end_of(const Session *s) {
    return cs_result(s->engine).time_ns / 1000000;
}

/* ---- Runs ----------------------------------------------------------------------------------- */

static void an_edit_runs_the_changed_program(void **state) {
    CardFixture *f = *state;
    const ModelWhatIf *w = show(f, LATE_TEA);
    assert_int_equal(end_of(variant(f, LATE_TEA)), 5000);
    assert_int_equal(end_of(&f->player.session), 3000);
    assert_says(&w->change, "line 15: \"tea\", 2 becomes \"tea\", 5");
    assert_says(&w->runs[0].result, "It ends at 3.000 s. Where the outputs part it prints tea is "
                                    "ready, at 2.000 s.");
    assert_says(&w->runs[1].result, "It ends at 5.000 s, 2 s later. It prints coffee is ready "
                                    "instead, at 3.000 s.");
    assert_says(&w->say, "Now the coffee is ready first");
}

static void a_cancelled_task_ends_cancelled(void **state) {
    CardFixture *f = *state;
    const ModelWhatIf *w = show(f, CANCELLED);
    assert_int_equal(end_of(variant(f, CANCELLED)), 1000);
    assert_says(&w->change, "at 1.000 s Coffee");
    assert_says(&w->runs[1].result, "An exception ends it: asyncio.exceptions.CancelledError");
    assert_string_equal(w->runs[1].lines[1].text, "coffee is poured away");
    assert_true(w->runs[1].lines[1].differs);
    assert_false(w->runs[1].lines[0].differs);
}

static void what_is_raised_comes_up_where_the_task_waits(void **state) {
    CardFixture *f = *state;
    const ModelWhatIf *w = show(f, NO_MILK);
    assert_int_equal(end_of(variant(f, NO_MILK)), 1500);
    assert_string_equal(cs_result(variant(f, NO_MILK)->engine).exception, "ValueError: no milk");
    assert_says(&w->runs[1].result, "fails with ValueError('no milk')");
}

static void a_delayed_sleep_is_longer_and_prints_the_same(void **state) {
    CardFixture *f = *state;
    const ModelWhatIf *w = show(f, SLOW_COFFEE);
    assert_int_equal(end_of(variant(f, SLOW_COFFEE)), 5000);
    assert_says(&w->runs[1].result, "It ends at 5.000 s, 2 s later. It prints the same.");
    for (int i = 0; i < w->runs[1].line_count; i++) assert_false(w->runs[1].lines[i].differs);
}

static void an_injection_is_a_handle_called_lesson_between_two_others(void **state) {
    CardFixture *f = *state;
    show(f, CANCELLED);
    const CsEngine *e = variant(f, CANCELLED)->engine;
    uint32_t run, found = 0;
    assert_int_equal(cs_injected(e, &run), CS_INJECTED_DONE);
    for (size_t i = 0; i < cs_handle_run_count(e); i++) {
        CsHandleRun h = cs_handle_run(e, i);
        if (strcmp(h.label, "lesson") != 0) continue;
        assert_int_equal(h.event, run);
        assert_int_equal(h.time_ns, 1000000000);
        found++;
    }
    assert_int_equal(found, 1);
}

static void a_run_is_the_originals_up_to_its_injection(void **state) {
    CardFixture *f = *state;
    show(f, CANCELLED);
    size_t count, same = 0;
    const CsEvent *a = cs_events(f->player.session.engine, &count);
    const CsEvent *b = cs_events(variant(f, CANCELLED)->engine, &count);
    while (a[same].kind == b[same].kind && a[same].subject == b[same].subject) same++;
    assert_string_equal(event_info[b[same].kind].name, "handle.scheduled");
    assert_int_equal(b[same].time, 1000000000);
}

static void going_back_in_a_variant_comes_to_the_same_state(void **state) {
    CardFixture *f = *state;
    for (int i = 0; i < VARIANTS; i++) {
        show(f, i);
        Session *s = &f->mode.whatif.variants[i].session;
        uint64_t last = cs_step_count(s->engine), hashes[64];
        assert_true(last < 64);
        for (uint64_t k = 0; k <= last; k++) {
            assert_true(session_seek_step(s, k));
            hashes[k] = cs_hash(s->engine);
        }
        for (uint64_t k = last + 1; k-- > 0;) {
            assert_true(session_seek_step(s, k));
            assert_true(cs_hash(s->engine) == hashes[k]);
        }
    }
}

/* The variant on the stage at the lesson's own handle, or where that is over. */
static const ModelText *caption_of(CardFixture *f, int number, bool over) {
    Playhead at;
    uint32_t run;
    show(f, number);
    assert_true(whatif_enter(&f->mode.whatif, &f->player, 0));
    const Session *s = &f->player.session;
    cs_injected(s->engine, &run);
    size_t count;
    const CsEvent *events = cs_events(s->engine, &count);
    uint32_t to = run;
    while (over && !(events[to - 1].kind == EVENT_HANDLE_DONE && events[to - 1].cause == run)) to++;
    assert_true(session_place_of(s, to, &at));
    assert_true(player_seek(&f->player, at, 0));
    return &stage_model(f->player.stage)->caption;
}

static void assert_caption(CardFixture *f, int number, const char *wanted) {
    for (int over = 0; over < 2; over++) {
        assert_says(caption_of(f, number, over), wanted);
        assert_true(whatif_leave(&f->mode.whatif, &f->player, 0));
    }
}

static void a_caption_says_what_the_lesson_does_to_the_run(void **state) {
    CardFixture *f = *state;
    assert_caption(f, CANCELLED, "The lesson cancels Coffee ");
    assert_caption(f, NO_MILK, "The lesson raises ValueError('no milk') in Tea ");
    assert_caption(f, SLOW_COFFEE, "The lesson delays Coffee ");
}

static void a_card_says_that_the_lesson_woke_its_task(void **state) {
    CardFixture *f = *state;
    caption_of(f, CANCELLED, true);
    const Model *model = stage_model(f->player.stage);
    assert_int_equal(model->ready.count, 1);
    assert_string_equal(model->ready.cards[0].by, "by the lesson");
}

static void a_caption_says_in_spanish_what_the_lesson_does(void **state) {
    CardFixture *f = *state;
    assert_caption(f, CANCELLED, "La lecci\u00F3n cancela Coffee ");
    assert_caption(f, NO_MILK, "La lecci\u00F3n lanza ValueError('no milk') en Tea ");
    assert_caption(f, SLOW_COFFEE, "La lecci\u00F3n retrasa Coffee ");
}

static void a_caption_says_in_chinese_what_the_lesson_does(void **state) {
    CardFixture *f = *state;
    assert_caption(f, CANCELLED, "\u8BFE\u7A0B\u53D6\u6D88 Coffee ");
    assert_caption(f, NO_MILK, "\u5F15\u53D1 ValueError('no milk')");
    assert_caption(f, SLOW_COFFEE, "\u8BFE\u7A0B\u8BA9 Coffee ");
}

static void every_record_of_an_injection_is_the_lessons_doing(void **state) {
    static const struct {
        int number;
        const char *does, *then;
    } wanted[] = {
        {CANCELLED, "The lesson cancels Coffee.", "The lesson asks Coffee to cancel."},
        {NO_MILK, "The lesson raises ValueError('no milk') in Tea.",
         "The wait for sleep(2) ends with an exception."},
        {SLOW_COFFEE, "The lesson delays Coffee by 2 s.", "The lesson sets a timer for "}};
    CardFixture *f = *state;
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
        ModelPool pool = {0};
        EventFacts facts;
        uint32_t run;
        show(f, wanted[i].number);
        CsEngine *e = variant(f, wanted[i].number)->engine;
        cs_injected(e, &run);
        event_facts_build(&facts, e, &pool);
        EventWords words = {&facts, text_table("en"), &pool, false};
        const CsEvent *does = event_facts_get(&facts, run);
        ModelText said[] = {event_words_say(&words, event_facts_get(&facts, does->cause)),
                            event_words_say(&words, does),
                            event_words_say(&words, event_facts_get(&facts, run + 1))};
        assert_says(&said[0], "The lesson steps in");
        assert_says(&said[1], wanted[i].does);
        assert_says(&said[2], wanted[i].then);
        model_pool_clear(&pool);
    }
}

/* ---- Where they part ------------------------------------------------------------------------ */

static void assert_parts_at(const ModelWhatIf *w, int64_t ms) {
    assert_true(w->parts);
    assert_int_equal(w->instants[w->part_instant].time_ns / 1000000, ms);
}

static void runs_part_where_the_first_of_them_does_something_else(void **state) {
    CardFixture *f = *state;
    assert_parts_at(show(f, LATE_TEA), 2000);
    assert_parts_at(show(f, CANCELLED), 1000);
    assert_parts_at(show(f, NO_MILK), 1500);
    assert_parts_at(show(f, SLOW_COFFEE), 2000);
}

static void lines_behind_an_edit_are_told_apart_from_it(void **state) {
    CardFixture *f = *state;
    const ModelWhatIf *w = show(f, MORE_LINES);
    assert_parts_at(w, 0);
    assert_true(w->runs[0].lines[0].differs);
    assert_true(w->runs[1].lines[0].differs && w->runs[1].lines[1].differs);
    assert_false(w->runs[1].lines[2].differs);
}

static void the_same_time_lies_at_the_same_x_in_both(void **state) {
    CardFixture *f = *state;
    const ModelWhatIf *w = show(f, LATE_TEA);
    LayoutWhatIf layout = {.lane = 0};
    ModelPool pool = {0};
    LayoutWhatIfView view = {1920, 1080, 64, false, 0};
    assert_true(layout_whatif_make(&layout, w, &pool, &view));
    int both = 0;
    for (int i = 0; i < w->instant_count; i++) {
        const int *at = w->instants[i].at;
        if (at[0] < 0 || at[1] < 0) continue;
        float a = layout.runs[0].fit.x[at[0]], b = layout.runs[1].fit.x[at[1]];
        assert_true(a >= b && a <= b);
        both++;
    }
    assert_true(both >= 2);
    layout_whatif_clear(&layout);
    model_pool_clear(&pool);
}

/* ---- Worker threads ------------------------------------------------------------------------- */

static bool is_written(const DrawList *list, const char *text) {
    size_t length = strlen(text);
    for (size_t i = 0; i < list->count; i++) {
        const DrawCommand *c = &list->commands[i];
        if (c->kind == DRAW_TEXT && c->count == length &&
            memcmp(list->text + c->first, text, length) == 0)
            return true;
    }
    return false;
}

static void worker_threads_have_a_lane_in_both_runs(void **state) {
    CardFixture *f = *state;
    const ModelWhatIf *w = show(f, 0);
    card_fixture_assert_picture(f, "whatif/thread_dark");
    assert_int_equal(w->runs[0].timeline->threads, 1);
    assert_int_equal(w->runs[1].timeline->threads, 0);
    for (int run = 0; run < WHATIF_RUNS; run++) {
        const LayoutWhatIfRun *r = &f->mode.whatif.layout.runs[run];
        assert_int_equal(r->threads, 1);
        assert_true(r->shown >= w->runs[run].timeline->rows);
    }
    assert_true(is_written(&f->list, "thread 1"));
    assert_true(is_written(&f->list, "not started in this run"));
    assert_int_equal(w->runs[0].lines[0].badge.who, WHO_THREAD);
    card_fixture_view(f, 1280, 720, THEME_LIGHT, false);
    card_fixture_assert_picture(f, "whatif/thread_small_light");
}

static void texts_of_thread_lanes_stay_apart_from_the_playhead_on(void **state) {
    static const int sizes[][2] = {{1920, 1080}, {1280, 720}, {960, 540}, {640, 360}};
    CardFixture *f = *state;
    show(f, 0);
    for (int i = 0; i < f->mode.whatif.model.places; i++) {
        card_fixture_view(f, sizes[i % 4][0], sizes[i % 4][1], (ThemeId)(i % THEME_COUNT), false);
        card_fixture_assert_texts_apart(f, "threads", 6);
        whatif_move(&f->mode.whatif, 1);
    }
}

/* ---- On the stage --------------------------------------------------------------------------- */

static void a_variant_takes_the_stage_and_gives_it_back_at_the_same_time(void **state) {
    CardFixture *f = *state;
    WhatIf *w = &f->mode.whatif;
    show(f, LATE_TEA);
    assert_true(whatif_move(w, model_whatif_place(&w->model, 3000000000)));
    assert_true(whatif_enter(w, &f->player, 0));
    assert_int_equal(player_time_ns(&f->player) / 1000000, 3000);
    assert_string_equal(stage_model(f->player.stage)->top.chapter,
                        "what if: The tea draws for five seconds");
    assert_int_equal(end_of(&f->player.session), 5000);
    assert_false(whatif_enter(w, &f->player, 0));
    assert_true(player_go(&f->player, GO_HANDLE, 0));
    int64_t at = player_time_ns(&f->player);
    assert_true(whatif_leave(w, &f->player, 0));
    assert_int_equal(end_of(&f->player.session), 3000);
    assert_int_equal(player_time_ns(&f->player) / 1000000, at / 1000000);
    assert_false(whatif_leave(w, &f->player, 0));
    assert_false(stage_model(f->player.stage)->top.what_if);
}

static void the_playhead_stays_in_both_runs(void **state) {
    CardFixture *f = *state;
    WhatIf *w = &f->mode.whatif;
    show(f, CANCELLED);
    assert_false(whatif_move(w, -1));
    int moves = 0;
    for (uint64_t before = 0; whatif_move(w, 1); moves++) {
        uint64_t step = whatif_at(w, WHATIF_ORIGINAL_RUN).step;
        assert_true(step >= before && step <= cs_step_count(f->player.session.engine));
        assert_true(whatif_at(w, WHATIF_VARIANT_RUN).step <=
                    cs_step_count(variant(f, CANCELLED)->engine));
        before = step;
    }
    assert_int_equal(moves, w->model.places - 1);
    assert_true(whatif_choose(w, 1));
    assert_false(whatif_choose(w, VARIANTS));
}

/* Times in ms at which a clicker's key stops, from the beginning on or back from the end. */
static int clicks(CardFixture *f, bool back, int64_t ms[8]) {
    WhatIf *w = &f->mode.whatif;
    int count = 0, run = w->inside ? WHATIF_VARIANT_RUN : WHATIF_ORIGINAL_RUN;
    while (count < 8 && whatif_go_on(w, &f->player, back, 0)) {
        int cell;
        assert_true(run == WHATIF_ORIGINAL_RUN ||
                    session_same_place(f->player.session.playhead, whatif_at(w, run)));
        ms[count++] = model_whatif_instant(&w->model, w->place, &cell)->time_ns / 1000000;
    }
    return count;
}

static void a_clicker_goes_through_moments_and_to_where_the_runs_part(void **state) {
    CardFixture *f = *state;
    int64_t ms[8];
    show(f, CANCELLED); /* parts at 1 s; the lesson's moment is at 2 s; ends at 3 s */
    assert_int_equal(clicks(f, false, ms), 3);
    assert_true(ms[0] == 1000 && ms[1] == 2000 && ms[2] == 3000);
    assert_int_equal(clicks(f, true, ms), 3);
    assert_true(ms[0] == 2000 && ms[1] == 1000 && ms[2] == 0);
    assert_false(whatif_go_on(&f->mode.whatif, &f->player, true, 0));
}

static void a_clicker_goes_on_in_a_variant_on_the_stage(void **state) {
    CardFixture *f = *state;
    WhatIf *w = &f->mode.whatif;
    int64_t ms[8];
    show(f, LATE_TEA); /* parts at 2 s, where it only waits until 3 s; ends at 5 s */
    assert_true(whatif_enter(w, &f->player, 0));
    assert_int_equal(clicks(f, false, ms), 2);
    assert_true(ms[0] == 2000 && ms[1] == 5000);
    assert_int_equal(clicks(f, true, ms), 2);
    assert_true(ms[0] == 2000 && ms[1] == 0);
    assert_int_equal(w->inside, LATE_TEA + 1);
    assert_true(player_go(&f->player, GO_END, 0)); /* from where it was stepped to */
    assert_true(whatif_go_on(w, &f->player, true, 0));
    assert_int_equal(player_time_ns(&f->player) / 1000000, 0);
}

static void a_stop_at_which_a_variant_only_waits_is_told(void **state) {
    CardFixture *f = *state;
    WhatIf *w = &f->mode.whatif;
    show(f, LATE_TEA);
    assert_true(whatif_enter(w, &f->player, 0));
    assert_false(whatif_pause(w).rests);
    assert_true(whatif_go_on(w, &f->player, false, 0));
    WhatIfPause pause = whatif_pause(w);
    assert_true(pause.rests && pause.time_ns == 2000000000 && pause.goes_on_ns == 3000000000);
    assert_true(whatif_leave(w, &f->player, 0));
    show(f, CANCELLED); /* over at 1 s; the lesson's moment is at 2 s */
    assert_true(whatif_enter(w, &f->player, 0));
    assert_true(whatif_go_on(w, &f->player, false, 0));
    assert_false(whatif_pause(w).rests);
    assert_true(whatif_go_on(w, &f->player, false, 0));
    pause = whatif_pause(w);
    assert_true(pause.rests && pause.time_ns == 2000000000 && pause.goes_on_ns == -1);
    assert_true(player_step(&f->player) == player_step_count(&f->player));
}

/* ---- What cannot be ---------------------------------------------------------------------------
 */

static void variants_that_cannot_run_are_problems_with_their_places(void **state) {
    static const struct {
        int line;
        const char *text;
    } wanted[] = {
        {9, "with this edit the program does not compile"},
        {10, "this moment never happens in the run"},
        {11, "there is no task:B at this moment"},
        {12, "no handle of the loop runs after this moment"},
        {13, "\"raise\" is no expression"},
        {14, "\"raise\" gives no exception"},
        {15, "it does not sleep at this moment"},
        {16, "it waits for nothing at this moment"},
    };
    CardFixture *f = *state;
    Session *s = &f->player.session;
    assert_false(session_variants_check(s, &f->context));
    assert_int_equal(s->problems.count, sizeof wanted / sizeof *wanted);
    for (size_t i = 0; i < s->problems.count; i++) {
        assert_int_equal(s->problems.items[i].line, wanted[i].line);
        assert_true(s->problems.items[i].column > 0);
        if (!strstr(s->problems.items[i].text, wanted[i].text))
            fail_msg("%s", s->problems.items[i].text);
    }
}

static void a_variant_that_cannot_run_says_so_in_its_place(void **state) {
    CardFixture *f = *state;
    const ModelWhatIf *w = show(f, 0);
    assert_non_null(strstr(w->problem, "does not compile"));
    assert_non_null(w->runs[0].timeline);
    assert_null(w->runs[1].timeline);
    assert_false(whatif_enter(&f->mode.whatif, &f->player, 0));
}

/* ---- Words ---------------------------------------------------------------------------------- */

static void a_transcript_tells_of_all_what_ifs(void **state) {
    static const char *const told[] = {
        "The program ends.\n\nWhat if: The tea draws for five seconds\n",
        "What if: There is no milk\n",
        "at 1.000 s Coffee is cancelled\n  They part at 1.000 s.\n  As it is: It ends at 3.000 s.",
        "    3.000     | coffee is ready\n    3.000     | served: tea and coffee\n  What if: ",
        "    5.000     | tea is ready\n    5.000     | served: tea and coffee\n  Now the coffee",
        "It prints `coffee is ready` instead, at 3.000 s.\n",
        "    1.000     | coffee is poured away\n",
    };
    CardFixture *f = *state;
    char *text = transcript_all(&f->player.session, &f->context, text_table("en"));
    assert_non_null(text);
    for (size_t i = 0; i < sizeof told / sizeof *told; i++)
        if (!strstr(text, told[i])) fail_msg("\"%s\" is not in:\n%s", told[i], text);
    free(text);
}

static void a_transcript_with_a_variant_on_the_stage_begins_with_it_and_has_all(void **state) {
    static const char *const order[] = {
        "What if, on the stage: The tea draws for five seconds\nTwo cups\n",
        "    5.000     | served: tea and coffee\n    5.000  The program ends.\n",
        "\nAs it is: the lesson itself\nTwo cups\n",
        "    2.000  The tea has drawn for two seconds.\n",
        "    3.000  The program ends.\n",
        "\nWhat if, on the stage: The tea draws for five seconds\n  line 15: ",
        "\nWhat if: Nobody wants coffee any more\n",
        "\nWhat if: There is no milk\n",
    };
    CardFixture *f = *state;
    WhatIf *w = &f->mode.whatif;
    show(f, LATE_TEA);
    assert_true(whatif_enter(w, &f->player, 0));
    char *text = transcript_staged(&w->variants[LATE_TEA].session, &f->player.session, LATE_TEA,
                                   &f->context, text_table("en"));
    assert_non_null(text);
    const char *at = text;
    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        at = strstr(at, order[i]);
        if (!at) fail_msg("\"%s\" does not come in its turn in:\n%s", order[i], text);
    }
    free(text);
}

static void a_traceback_keeps_the_programs_own_line_and_is_told_as_an_exception(void **state) {
    static const char *const kept[] = {"Traceback (most recent call last):", "  line 6, in brew",
                                       "    await asyncio.sleep(seconds)", "ValueError: no milk"};
    enum { KEPT = sizeof kept / sizeof *kept };
    CardFixture *f = *state;
    const ModelWhatIf *w = show(f, NO_MILK);
    const WhatIfRun *run = &w->runs[WHATIF_VARIANT_RUN];
    assert_true(run->line_count > KEPT);
    for (int i = 0; i < KEPT; i++)
        assert_string_equal(run->lines[run->line_count - KEPT + i].text, kept[i]);
    assert_says(&run->result,
                "1.5 s earlier. An exception ends it: ValueError: no milk. It prints");
}

static void a_run_whose_output_only_breaks_off_in_a_traceback_is_not_called_silent(void **state) {
    CardFixture *f = *state;
    const ModelWhatIf *w = show(f, NO_MILK_AT_ONCE);
    char said[1024];
    text_of(&w->runs[WHATIF_VARIANT_RUN].result, said, sizeof said);
    assert_non_null(strstr(said, "An exception ends it: ValueError: no milk."));
    assert_null(strstr(said, "nothing more"));
}

static void a_transcript_says_which_what_ifs_do_not_run(void **state) {
    CardFixture *f = *state;
    char *text = transcript_whatifs(&f->player.session, &f->context, text_table("en"));
    assert_non_null(text);
    assert_non_null(strstr(text, "there is no task:B at this moment"));
    int broken = 0;
    for (const char *p = text; (p = strstr(p, "does not run")); p++) broken++;
    assert_int_equal(broken, 8);
    free(text);
}

/* ---- Pictures ------------------------------------------------------------------------------- */

static void both_runs_are_as_recorded(void **state) {
    CardFixture *f = *state;
    show(f, LATE_TEA);
    assert_true(whatif_move(&f->mode.whatif, 6));
    card_fixture_assert_picture(f, "whatif/edit_dark");
    card_fixture_view(f, 1280, 720, THEME_LIGHT, false);
    card_fixture_assert_picture(f, "whatif/edit_small_light");
    card_fixture_view(f, 1920, 1080, THEME_DARK, true);
    show(f, CANCELLED);
    card_fixture_assert_picture(f, "whatif/cancel_projector");
    card_fixture_view(f, 1600, 900, THEME_CONTRAST, false);
    show(f, NO_MILK);
    card_fixture_assert_picture(f, "whatif/raise_contrast");
}

static void a_variant_on_the_stage_has_a_dashed_frame(void **state) {
    CardFixture *f = *state;
    show(f, CANCELLED);
    assert_true(whatif_enter(&f->mode.whatif, &f->player, 0));
    f->mode.kind = MODE_NONE;
    card_fixture_assert_picture(f, "whatif/frame_dark");
}

static void texts_stay_apart(void **state) {
    static const int sizes[][2] = {{1920, 1080}, {1280, 720}, {2560, 1440}, {1600, 1200}};
    CardFixture *f = *state;
    char what[32];
    for (int i = 0; i < VARIANTS * 8; i++) {
        show(f, i / 8);
        whatif_move(&f->mode.whatif, i);
        card_fixture_view(f, sizes[i / 2 % 4][0], sizes[i / 2 % 4][1], (ThemeId)(i % THEME_COUNT),
                          i % 2);
        snprintf(what, sizeof what, "what-if %d", i / 8 + 1);
        card_fixture_assert_texts_apart(f, what, 11);
    }
}

static void its_buttons_and_handles_can_be_clicked(void **state) {
    CardFixture *f = *state;
    bool run = false, leave = false;
    int places = 0;
    show(f, LATE_TEA);
    card_fixture_draw(f);
    for (int i = 0; i < f->spots.count; i++) {
        run = run || f->spots.items[i].action == ACTION_ENTER;
        leave = leave || f->spots.items[i].action == ACTION_WHATIF;
        places += f->spots.items[i].action == ACTION_SEEK;
    }
    assert_true(run && leave);
    assert_int_equal(places, 2 * f->mode.whatif.model.places);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(an_edit_runs_the_changed_program),
        TEST(a_cancelled_task_ends_cancelled),
        TEST(what_is_raised_comes_up_where_the_task_waits),
        TEST(a_delayed_sleep_is_longer_and_prints_the_same),
        TEST(an_injection_is_a_handle_called_lesson_between_two_others),
        TEST(a_run_is_the_originals_up_to_its_injection),
        TEST(going_back_in_a_variant_comes_to_the_same_state),
        TEST(a_caption_says_what_the_lesson_does_to_the_run),
        TEST(a_card_says_that_the_lesson_woke_its_task),
        cmocka_unit_test_setup_teardown(a_caption_says_in_spanish_what_the_lesson_does,
                                        set_up_spanish, tear_down),
        cmocka_unit_test_setup_teardown(a_caption_says_in_chinese_what_the_lesson_does,
                                        set_up_chinese, tear_down),
        TEST(every_record_of_an_injection_is_the_lessons_doing),
        TEST(runs_part_where_the_first_of_them_does_something_else),
        TEST(lines_behind_an_edit_are_told_apart_from_it),
        TEST(the_same_time_lies_at_the_same_x_in_both),
        TEST(a_variant_takes_the_stage_and_gives_it_back_at_the_same_time),
        TEST(the_playhead_stays_in_both_runs),
        TEST(a_clicker_goes_through_moments_and_to_where_the_runs_part),
        TEST(a_clicker_goes_on_in_a_variant_on_the_stage),
        TEST(a_stop_at_which_a_variant_only_waits_is_told),
        cmocka_unit_test_setup_teardown(worker_threads_have_a_lane_in_both_runs, set_up_thread,
                                        tear_down),
        cmocka_unit_test_setup_teardown(texts_of_thread_lanes_stay_apart_from_the_playhead_on,
                                        set_up_thread, tear_down),
        cmocka_unit_test_setup_teardown(variants_that_cannot_run_are_problems_with_their_places,
                                        set_up_broken, tear_down),
        cmocka_unit_test_setup_teardown(a_variant_that_cannot_run_says_so_in_its_place,
                                        set_up_broken, tear_down),
        TEST(a_transcript_tells_of_all_what_ifs),
        TEST(a_transcript_with_a_variant_on_the_stage_begins_with_it_and_has_all),
        TEST(a_traceback_keeps_the_programs_own_line_and_is_told_as_an_exception),
        TEST(a_run_whose_output_only_breaks_off_in_a_traceback_is_not_called_silent),
        cmocka_unit_test_setup_teardown(a_transcript_says_which_what_ifs_do_not_run, set_up_broken,
                                        tear_down),
        TEST(both_runs_are_as_recorded),
        TEST(a_variant_on_the_stage_has_a_dashed_frame),
        TEST(texts_stay_apart),
        TEST(its_buttons_and_handles_can_be_clicked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
