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
#include "support/fake_fonts.h"
#include "support/golden.h"
#include "support/lesson_files.h"
#include "support/text_boxes.h"
#include "window/mode.h"

#define LESSON "tests/app/whatif/two_cups.json"
#define BROKEN "tests/app/whatif/broken.json"

enum { LATE_TEA, CANCELLED, NO_MILK, SLOW_COFFEE, MORE_LINES, VARIANTS };

typedef struct {
    FakeFonts fonts;
    SessionContext context;
    Player player;
    Mode mode;
    StageView view;
    DrawList list;
    ScreenSpots spots;
} Fixture;

static void set_view(Fixture *f, int width, int height, ThemeId theme, bool projector) {
    f->view = (StageView){.width = width,
                          .height = height,
                          .zoom = 1,
                          .theme = theme,
                          .reduced_motion = true,
                          .projector = projector,
                          .speed = 1};
    stage_set_view(f->player.stage, &f->view);
    player_refresh(&f->player, 0);
}

static int open_lesson(void **state, const char *path) {
    Fixture *f = calloc(1, sizeof *f);
    Session session;
    fake_fonts_init(&f->fonts);
    f->context = (SessionContext){.reader = lesson_files_on_disk(), .language = "en"};
    if (!session_open(&session, &f->context, path)) return -1;
    session_record_all(&session);
    if (!player_init(&f->player, &f->context, &f->fonts.base)) return -1;
    player_take(&f->player, &session);
    set_view(f, 1920, 1080, THEME_DARK, false);
    draw_list_init(&f->list);
    *state = f;
    return 0;
}

static int set_up(void **state) {
    return open_lesson(state, LESSON);
}

static int set_up_broken(void **state) {
    return open_lesson(state, BROKEN);
}

static int tear_down(void **state) {
    Fixture *f = *state;
    draw_list_clear(&f->list);
    mode_clear(&f->mode);
    player_clear(&f->player);
    free(f);
    return 0;
}

static const ModelWhatIf *show(Fixture *f, int number) {
    assert_true(whatif_open(&f->mode.whatif, &f->player, number));
    whatif_record_all(&f->mode.whatif, &f->player);
    f->mode.kind = MODE_WHATIF;
    return &f->mode.whatif.model;
}

static const Session *variant(const Fixture *f, int number) {
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
    Fixture *f = *state;
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
    Fixture *f = *state;
    const ModelWhatIf *w = show(f, CANCELLED);
    assert_int_equal(end_of(variant(f, CANCELLED)), 1000);
    assert_says(&w->change, "at 1.000 s Coffee");
    assert_says(&w->runs[1].result, "The program ends with asyncio.exceptions.CancelledError");
    assert_string_equal(w->runs[1].lines[1].text, "coffee is poured away");
    assert_true(w->runs[1].lines[1].differs);
    assert_false(w->runs[1].lines[0].differs);
}

static void what_is_raised_comes_up_where_the_task_waits(void **state) {
    Fixture *f = *state;
    const ModelWhatIf *w = show(f, NO_MILK);
    assert_int_equal(end_of(variant(f, NO_MILK)), 1500);
    assert_string_equal(cs_result(variant(f, NO_MILK)->engine).exception, "ValueError: no milk");
    assert_says(&w->runs[1].result, "fails with ValueError('no milk')");
}

static void a_delayed_sleep_is_longer_and_prints_the_same(void **state) {
    Fixture *f = *state;
    const ModelWhatIf *w = show(f, SLOW_COFFEE);
    assert_int_equal(end_of(variant(f, SLOW_COFFEE)), 5000);
    assert_says(&w->runs[1].result, "It ends at 5.000 s, 2 s later. It prints the same.");
    for (int i = 0; i < w->runs[1].line_count; i++) assert_false(w->runs[1].lines[i].differs);
}

static void an_injection_is_a_handle_called_lesson_between_two_others(void **state) {
    Fixture *f = *state;
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
    Fixture *f = *state;
    show(f, CANCELLED);
    size_t count, same = 0;
    const CsEvent *a = cs_events(f->player.session.engine, &count);
    const CsEvent *b = cs_events(variant(f, CANCELLED)->engine, &count);
    while (a[same].kind == b[same].kind && a[same].subject == b[same].subject) same++;
    assert_string_equal(event_info[b[same].kind].name, "handle.scheduled");
    assert_int_equal(b[same].time, 1000000000);
}

static void going_back_in_a_variant_comes_to_the_same_state(void **state) {
    Fixture *f = *state;
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

/* ---- Where they part ------------------------------------------------------------------------ */

static void assert_parts_at(const ModelWhatIf *w, int64_t ms) {
    assert_true(w->parts);
    assert_int_equal(w->instants[w->part_instant].time_ns / 1000000, ms);
}

static void runs_part_where_the_first_of_them_does_something_else(void **state) {
    Fixture *f = *state;
    assert_parts_at(show(f, LATE_TEA), 2000);
    assert_parts_at(show(f, CANCELLED), 1000);
    assert_parts_at(show(f, NO_MILK), 1500);
    assert_parts_at(show(f, SLOW_COFFEE), 2000);
}

static void lines_behind_an_edit_are_told_apart_from_it(void **state) {
    Fixture *f = *state;
    const ModelWhatIf *w = show(f, MORE_LINES);
    assert_parts_at(w, 0);
    assert_true(w->runs[0].lines[0].differs);
    assert_true(w->runs[1].lines[0].differs && w->runs[1].lines[1].differs);
    assert_false(w->runs[1].lines[2].differs);
}

static void the_same_time_lies_at_the_same_x_in_both(void **state) {
    Fixture *f = *state;
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

/* ---- On the stage --------------------------------------------------------------------------- */

static void a_variant_takes_the_stage_and_gives_it_back_at_the_same_time(void **state) {
    Fixture *f = *state;
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
    Fixture *f = *state;
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
    Fixture *f = *state;
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
    Fixture *f = *state;
    const ModelWhatIf *w = show(f, 0);
    assert_non_null(strstr(w->problem, "does not compile"));
    assert_non_null(w->runs[0].timeline);
    assert_null(w->runs[1].timeline);
    assert_false(whatif_enter(&f->mode.whatif, &f->player, 0));
}

/* ---- Words ---------------------------------------------------------------------------------- */

static void a_transcript_tells_of_all_what_ifs(void **state) {
    Fixture *f = *state;
    char text[8192];
    FILE *paper = tmpfile();
    transcript_whatifs(&f->player.session, &f->context, text_table("en"), paper);
    rewind(paper);
    text[fread(text, 1, sizeof text - 1, paper)] = 0;
    fclose(paper);
    assert_non_null(strstr(text, "What if: There is no milk\n"));
    assert_non_null(strstr(text, "at 1.000 s Coffee is cancelled\n"));
    assert_non_null(strstr(text, "It prints `coffee is ready` instead, at 3.000 s.\n"));
}

/* ---- Pictures ------------------------------------------------------------------------------- */

static void draw(Fixture *f) {
    const StageLayout *layout = stage_layout(f->player.stage);
    ScreenView view = {theme_get(f->view.theme),
                       theme_type(layout->projector),
                       &f->fonts.base,
                       f->player.words,
                       layout->width,
                       layout->height,
                       -1,
                       -1};
    f->spots.count = 0;
    draw_list_reset(&f->list, 0);
    mode_draw(&f->list, &view, &f->spots, &f->mode, &f->player);
    assert_false(f->list.full);
    assert_int_equal(f->list.clips, 0);
    assert_int_equal(f->list.alphas, 0);
}

static void assert_picture(Fixture *f, const char *name) {
    char path[128];
    snprintf(path, sizeof path, "tests/app/whatif/%s.txt", name);
    draw(f);
    assert_golden_list(path, &f->list);
}

static void both_runs_are_as_recorded(void **state) {
    Fixture *f = *state;
    show(f, LATE_TEA);
    assert_true(whatif_move(&f->mode.whatif, 6));
    assert_picture(f, "edit_dark");
    set_view(f, 1280, 720, THEME_LIGHT, false);
    assert_picture(f, "edit_small_light");
    set_view(f, 1920, 1080, THEME_DARK, true);
    show(f, CANCELLED);
    assert_picture(f, "cancel_projector");
    set_view(f, 1600, 900, THEME_CONTRAST, false);
    show(f, NO_MILK);
    assert_picture(f, "raise_contrast");
}

static void a_variant_on_the_stage_has_a_dashed_frame(void **state) {
    Fixture *f = *state;
    show(f, CANCELLED);
    assert_true(whatif_enter(&f->mode.whatif, &f->player, 0));
    f->mode.kind = MODE_NONE;
    assert_picture(f, "frame_dark");
}

static void texts_stay_apart(void **state) {
    static const int sizes[][2] = {{1920, 1080}, {1280, 720}, {2560, 1440}, {1600, 1200}};
    Fixture *f = *state;
    char mistake[512];
    for (int i = 0; i < VARIANTS * 8; i++) {
        TextBoxes found = {0};
        show(f, i / 8);
        whatif_move(&f->mode.whatif, i);
        set_view(f, sizes[i / 2 % 4][0], sizes[i / 2 % 4][1], (ThemeId)(i % THEME_COUNT), i % 2);
        StageLayout empty = {.width = stage_layout(f->player.stage)->width,
                             .height = stage_layout(f->player.stage)->height};
        draw(f);
        text_boxes_find(&found, &f->list, &f->fonts.base, NULL);
        assert_true(found.count > 10);
        if (text_boxes_touch(&found, mistake, sizeof mistake) ||
            text_boxes_leave(&found, &empty, mistake, sizeof mistake))
            fail_msg("what-if %d, %dx%d: %s", i / 8 + 1, f->view.width, f->view.height, mistake);
        text_boxes_clear(&found);
    }
}

static void its_buttons_and_handles_can_be_clicked(void **state) {
    Fixture *f = *state;
    bool run = false, leave = false;
    int places = 0;
    show(f, LATE_TEA);
    draw(f);
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
        TEST(runs_part_where_the_first_of_them_does_something_else),
        TEST(lines_behind_an_edit_are_told_apart_from_it),
        TEST(the_same_time_lies_at_the_same_x_in_both),
        TEST(a_variant_takes_the_stage_and_gives_it_back_at_the_same_time),
        TEST(the_playhead_stays_in_both_runs),
        cmocka_unit_test_setup_teardown(variants_that_cannot_run_are_problems_with_their_places,
                                        set_up_broken, tear_down),
        cmocka_unit_test_setup_teardown(a_variant_that_cannot_run_says_so_in_its_place,
                                        set_up_broken, tear_down),
        TEST(a_transcript_tells_of_all_what_ifs),
        TEST(both_runs_are_as_recorded),
        TEST(a_variant_on_the_stage_has_a_dashed_frame),
        TEST(texts_stay_apart),
        TEST(its_buttons_and_handles_can_be_clicked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
