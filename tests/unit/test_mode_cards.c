/* What why, the inspector and a question look like: goldens of their draw lists lie in
 * tests/app/modes; with COROSCOPE_UPDATE=1 they are written anew. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "support/fake_fonts.h"
#include "support/golden.h"
#include "support/lesson_files.h"
#include "support/text_boxes.h"
#include "window/mode.h"

#define LESSON "scenarios/queues/producer_consumer.json"

typedef struct {
    FakeFonts fonts;
    SessionContext context;
    Player player;
    Mode mode;
    StageView view;
    DrawList list;
    ScreenSpots spots;
} Fixture;

static void set_view(Fixture *f, int width, int height, ThemeId theme) {
    f->view = (StageView){.width = width,
                          .height = height,
                          .zoom = 1,
                          .theme = theme,
                          .reduced_motion = true,
                          .speed = 1};
    stage_set_view(f->player.stage, &f->view);
}

static int set_up_in(void **state, const char *language) {
    Fixture *f = calloc(1, sizeof *f);
    Session session;
    fake_fonts_init(&f->fonts);
    f->context = (SessionContext){.reader = lesson_files_on_disk(), .language = language};
    if (!session_open(&session, &f->context, LESSON)) return -1;
    session_record_all(&session);
    if (!player_init(&f->player, &f->context, &f->fonts.base)) return -1;
    set_view(f, 1920, 1080, THEME_DARK);
    player_take(&f->player, &session);
    draw_list_init(&f->list);
    *state = f;
    return 0;
}

static int set_up(void **state) {
    return set_up_in(state, "en");
}

static int set_up_spanish(void **state) {
    return set_up_in(state, "es");
}

static int tear_down(void **state) {
    Fixture *f = *state;
    draw_list_clear(&f->list);
    mode_clear(&f->mode);
    player_clear(&f->player);
    free(f);
    return 0;
}

static void go(Fixture *f, uint64_t step) {
    assert_true(session_seek_step(&f->player.session, step));
    player_refresh(&f->player, 0);
}

static uint32_t task(const Fixture *f, int number) {
    const CsSnapshot *s = f->player.facts.now;
    assert_true(number <= s->task_count);
    return s->tasks[number - 1].id;
}

/* The cards alone, without the stage behind them. */
static void draw_cards(Fixture *f) {
    const StageLayout *layout = stage_layout(f->player.stage);
    ScreenView view = {theme_get(f->view.theme),
                       theme_type(false),
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
    snprintf(path, sizeof path, "tests/app/modes/%s.txt", name);
    draw_cards(f);
    assert_golden_list(path, &f->list);
}

/* ---- Goldens -------------------------------------------------------------------------------- */

static void causes_stand_below_what_they_are_of(void **state) {
    Fixture *f = *state;
    go(f, 40);
    player_select(&f->player, task(f, 2), 0);
    assert_true(mode_why(&f->mode, &f->player, task(f, 2)));
    assert_picture(f, "why_dark");
    set_view(f, 1280, 720, THEME_LIGHT);
    assert_picture(f, "why_small_light");
}

static void the_inspector_of_a_task_is_as_recorded(void **state) {
    Fixture *f = *state;
    go(f, 62);
    assert_true(mode_inspect(&f->mode, &f->player, task(f, 2), 0));
    assert_picture(f, "inspect_task_dark");
    assert_true(mode_move_row(&f->mode, 1));
    set_view(f, 1280, 720, THEME_LIGHT);
    assert_picture(f, "inspect_task_small_light");
}

static void the_inspector_of_a_queue_is_as_recorded(void **state) {
    Fixture *f = *state;
    go(f, 62);
    assert_true(mode_inspect(&f->mode, &f->player, f->player.facts.now->syncs[0].id, 0));
    assert_picture(f, "inspect_queue_dark");
}

static Playhead checkpoint(const Fixture *f, int number) {
    Playhead at;
    uint32_t order;
    const Lesson *lesson = &f->player.session.lesson;
    assert_true(
        session_find(&f->player.session, &lesson->checkpoints.items[number].at, &at, &order));
    return at;
}

static void a_question_is_as_recorded_before_and_after_its_answer(void **state) {
    Fixture *f = *state;
    int number;
    bool right;
    assert_true(player_seek(&f->player, checkpoint(f, 0), 0));
    assert_true(mode_predict(&f->mode, &f->player, 0));
    assert_picture(f, "predict_handle_dark");
    set_view(f, 1280, 720, THEME_LIGHT);
    assert_true(mode_choose(&f->mode, 0, 0));
    assert_true(mode_check(&f->mode, &number, &right));
    assert_int_equal(number, 0);
    assert_picture(f, "predict_handle_answered_small_light");
}

static void a_question_for_a_value_is_as_recorded(void **state) {
    Fixture *f = *state;
    assert_true(player_seek(&f->player, checkpoint(f, 1), 0));
    assert_true(mode_predict(&f->mode, &f->player, 0));
    assert_true(mode_choose(&f->mode, 0, 1));
    assert_picture(f, "predict_value_spanish");
}

/* ---- What they do --------------------------------------------------------------------------- */

static void a_question_hides_what_comes_next(void **state) {
    Fixture *f = *state;
    assert_true(player_seek(&f->player, checkpoint(f, 0), 0));
    assert_true(mode_predict(&f->mode, &f->player, 0));
    const StageLayout *layout = stage_layout(f->player.stage);
    static const LayoutPart hidden[] = {PART_NEXT_BOX, PART_RUNNING, PART_CARD,
                                        PART_SEAT,     PART_CAPTION, PART_FUTURE};
    for (size_t i = 0; i < sizeof hidden / sizeof *hidden; i++)
        assert_null(layout_part(layout, hidden[i]));
    mode_close(&f->mode, &f->player, 0);
    assert_non_null(layout_part(stage_layout(f->player.stage), PART_SEAT));
}

static void stepping_over_a_checkpoint_goes_back_to_it_once(void **state) {
    Fixture *f = *state;
    PredictPlace start = predict_here(&f->player.session);
    Playhead at = checkpoint(f, 0);
    go(f, at.step + 9);
    assert_true(mode_stop_at_checkpoint(&f->mode, &f->player, start, 0));
    assert_int_equal(f->player.session.playhead.step, at.step);
    assert_int_equal(f->mode.round.questions[0].checkpoint, 0);
    assert_true(mode_skip(&f->mode, &f->player, 0));
    mode_close(&f->mode, &f->player, 0);
    go(f, at.step + 1);
    assert_false(mode_stop_at_checkpoint(&f->mode, &f->player, start, 0));
}

/* From question to question to the end: each has an answer, and the score counts them. */
static void every_round_of_a_run_can_be_answered(void **state) {
    Fixture *f = *state;
    int answered = 0, checkpoints = 0;
    assert_true(mode_predict(&f->mode, &f->player, 0));
    for (int rounds = 0; rounds < 200 && f->mode.round.count; rounds++) {
        const ModeRound *r = &f->mode.round;
        int number = -1;
        bool right;
        for (int q = 0; q < r->count; q++)
            for (int i = 0; i < r->questions[q].count; i++)
                if (r->questions[q].options[i].right) assert_true(mode_choose(&f->mode, q, i));
        answered += r->count;
        assert_true(mode_check(&f->mode, &number, &right));
        checkpoints += number >= 0;
        assert_false(mode_choose(&f->mode, 0, 0));
        draw_cards(f);
        if (!mode_go_on(&f->mode, &f->player, 0)) break;
    }
    assert_true(answered > 20);
    assert_int_equal(checkpoints, 2);
    assert_int_equal(f->mode.answered, answered);
    assert_int_equal(f->mode.right, answered);
}

static void every_card_can_be_clicked(void **state) {
    Fixture *f = *state;
    assert_true(player_seek(&f->player, checkpoint(f, 0), 0));
    assert_true(mode_predict(&f->mode, &f->player, 0));
    draw_cards(f);
    int answers = 0;
    for (int i = 0; i < f->spots.count; i++) answers += f->spots.items[i].action == ACTION_ANSWER;
    assert_int_equal(answers, f->mode.round.questions[0].count);
    assert_true(mode_inspect(&f->mode, &f->player, task(f, 1), 0));
    draw_cards(f);
    int rows = 0;
    for (int i = 0; i < f->spots.count; i++) rows += f->spots.items[i].action == ACTION_ROW;
    assert_true(rows > 5);
}

/* ---- Texts stay apart ----------------------------------------------------------------------- */

static void assert_texts_apart(Fixture *f, const char *what, uint64_t step) {
    TextBoxes found = {0};
    char mistake[512];
    StageLayout empty = {.width = stage_layout(f->player.stage)->width,
                         .height = stage_layout(f->player.stage)->height};
    draw_cards(f);
    text_boxes_find(&found, &f->list, &f->fonts.base, NULL);
    assert_true(found.count > 5);
    if (text_boxes_touch(&found, mistake, sizeof mistake))
        fail_msg("%s, step %d, %dx%d: %s", what, (int)step, f->view.width, f->view.height, mistake);
    if (text_boxes_leave(&found, &empty, mistake, sizeof mistake))
        fail_msg("%s, step %d, %dx%d: %s", what, (int)step, f->view.width, f->view.height, mistake);
    text_boxes_clear(&found);
}

static void texts_of_all_cards_stay_apart(void **state) {
    static const struct {
        int width, height;
    } sizes[] = {{1920, 1080}, {1280, 720}, {2560, 1440}, {1600, 1200}};
    Fixture *f = *state;
    int number;
    bool right;
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        set_view(f, sizes[i].width, sizes[i].height, THEME_DARK);
        for (uint64_t step = 12; step < 90; step += 13) {
            go(f, step);
            if (mode_why(&f->mode, &f->player, 0)) assert_texts_apart(f, "why", step);
            assert_true(mode_inspect(&f->mode, &f->player, task(f, 2), 0));
            assert_texts_apart(f, "inspect", step);
            assert_true(mode_predict(&f->mode, &f->player, 0));
            if (f->mode.round.count) {
                assert_texts_apart(f, "predict", step);
                assert_true(mode_choose(&f->mode, 0, 0));
                assert_true(mode_check(&f->mode, &number, &right));
                assert_texts_apart(f, "answer", step);
            }
            mode_close(&f->mode, &f->player, 0);
        }
    }
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(causes_stand_below_what_they_are_of),
        TEST(the_inspector_of_a_task_is_as_recorded),
        TEST(the_inspector_of_a_queue_is_as_recorded),
        TEST(a_question_is_as_recorded_before_and_after_its_answer),
        cmocka_unit_test_setup_teardown(a_question_for_a_value_is_as_recorded, set_up_spanish,
                                        tear_down),
        TEST(a_question_hides_what_comes_next),
        TEST(stepping_over_a_checkpoint_goes_back_to_it_once),
        TEST(every_round_of_a_run_can_be_answered),
        TEST(every_card_can_be_clicked),
        TEST(texts_of_all_cards_stay_apart),
        cmocka_unit_test_setup_teardown(texts_of_all_cards_stay_apart, set_up_spanish, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
