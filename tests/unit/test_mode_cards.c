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

#include "support/card_fixture.h"

#define LESSON "scenarios/queues/producer_consumer.json"

static int set_up_in(void **state, const char *language) {
    *state = card_fixture_create(LESSON, language);
    return *state ? 0 : -1;
}

static int set_up(void **state) {
    return set_up_in(state, "en");
}

static int set_up_spanish(void **state) {
    return set_up_in(state, "es");
}

static int tear_down(void **state) {
    card_fixture_destroy(*state);
    return 0;
}

static void go(CardFixture *f, uint64_t step) {
    assert_true(session_seek_step(&f->player.session, step));
    player_refresh(&f->player, 0);
}

static uint32_t task(const CardFixture *f, int number) {
    const CsSnapshot *s = f->player.facts.now;
    assert_true(number <= s->task_count);
    return s->tasks[number - 1].id;
}

/* ---- Goldens -------------------------------------------------------------------------------- */

static void causes_stand_below_what_they_are_of(void **state) {
    CardFixture *f = *state;
    go(f, 40);
    player_select(&f->player, task(f, 2), 0);
    assert_true(mode_why(&f->mode, &f->player, task(f, 2)));
    card_fixture_assert_picture(f, "modes/why_dark");
    card_fixture_view(f, 1280, 720, THEME_LIGHT, false);
    card_fixture_assert_picture(f, "modes/why_small_light");
}

static void the_inspector_of_a_task_is_as_recorded(void **state) {
    CardFixture *f = *state;
    go(f, 62);
    assert_true(mode_inspect(&f->mode, &f->player, task(f, 2), 0));
    card_fixture_assert_picture(f, "modes/inspect_task_dark");
    assert_true(mode_move_row(&f->mode, 1));
    card_fixture_view(f, 1280, 720, THEME_LIGHT, false);
    card_fixture_assert_picture(f, "modes/inspect_task_small_light");
}

static void the_inspector_of_a_queue_is_as_recorded(void **state) {
    CardFixture *f = *state;
    go(f, 62);
    assert_true(mode_inspect(&f->mode, &f->player, f->player.facts.now->syncs[0].id, 0));
    card_fixture_assert_picture(f, "modes/inspect_queue_dark");
}

/* ---- Values --------------------------------------------------------------------------------- */

static int set_up_pantry(void **state) {
    *state = card_fixture_create("tests/app/values/pantry.py", "en");
    return *state ? 0 : -1;
}

static int set_up_spanish_pantry(void **state) {
    *state = card_fixture_create("tests/app/values/pantry.py", "es");
    return *state ? 0 : -1;
}

static void go_to_line(CardFixture *f, int line) {
    const CsEngine *e = f->player.session.engine;
    uint64_t step = 1;
    while (step < cs_step_count(e) && cs_step_line(e, step) != line) step++;
    assert_int_equal(cs_step_line(e, step), line);
    go(f, step);
}

/* In count(), once all its names are bound; its frame's rows: itself, weights, first, numbers. */
static void inspect_count(CardFixture *f) {
    go_to_line(f, 25);
    assert_true(mode_inspect(&f->mode, &f->player, task(f, 2), 0));
    f->mode.column = COLUMN_FRAMES;
}

static void choose_local(CardFixture *f, const char *name) {
    const Inspect *in = &f->mode.inspect;
    int frame, local;
    for (int row = 0; inspect_frame_row(in, row, &frame, &local); row++) {
        f->mode.rows[COLUMN_FRAMES] = row;
        if (local >= 0 && strcmp(in->frames[frame].locals[local].name, name) == 0) return;
    }
    fail_msg("%s is no local of a frame", name);
}

static void values_of_frames_have_cards_of_their_own(void **state) {
    CardFixture *f = *state;
    const Inspect *in = &f->mode.inspect;
    inspect_count(f);
    assert_false(mode_open_row(&f->mode, &f->player, 0)); /* a frame is on its card already */
    choose_local(f, "numbers");
    card_fixture_assert_picture(f, "modes/inspect_local_dark");
    assert_true(mode_open_row(&f->mode, &f->player, 0));
    assert_string_equal(in->name, "numbers");
    assert_string_equal(in->type, "list");
    assert_int_equal(in->item_total, 60);
    card_fixture_assert_picture(f, "modes/inspect_list_dark");
    assert_true(mode_move_row(&f->mode, 59));
    assert_false(mode_move_row(&f->mode, 1));
    card_fixture_view(f, 1280, 720, THEME_LIGHT, false);
    card_fixture_assert_picture(f, "modes/inspect_list_small_light");
}

static void what_is_in_a_value_opens_and_back_comes_to_the_card_before(void **state) {
    CardFixture *f = *state;
    const Inspect *in = &f->mode.inspect;
    inspect_count(f);
    choose_local(f, "first");
    int row = f->mode.rows[COLUMN_FRAMES];
    assert_true(mode_open_row(&f->mode, &f->player, 0));
    assert_string_equal(in->type, "Jar");
    assert_string_equal(in->repr, "Jar(what='plum', grams=450)");
    assert_true(mode_open_row(&f->mode, &f->player, 0));
    assert_string_equal(in->name, "first.what");
    assert_string_equal(in->repr, "'plum'");
    assert_int_equal(in->item_count, 0);
    assert_false(mode_open_row(&f->mode, &f->player, 0));
    card_fixture_assert_picture(f, "modes/inspect_text_dark");
    assert_true(mode_back(&f->mode, &f->player, 0));
    assert_string_equal(in->name, "first");
    assert_true(mode_back(&f->mode, &f->player, 0));
    assert_false(in->is_value);
    assert_int_equal(f->mode.column, COLUMN_FRAMES);
    assert_int_equal(f->mode.rows[COLUMN_FRAMES], row);
    assert_false(mode_back(&f->mode, &f->player, 0));
    assert_int_equal(f->mode.kind, MODE_INSPECT);
}

static void a_long_repr_is_wrapped_and_scrolled(void **state) {
    CardFixture *f = *state;
    inspect_count(f);
    assert_true(mode_inspect(&f->mode, &f->player, task(f, 1), 0));
    f->mode.column = COLUMN_FRAMES;
    choose_local(f, "letter");
    assert_true(mode_open_row(&f->mode, &f->player, 0));
    assert_int_equal(f->mode.column, COLUMN_HISTORY);
    assert_int_equal(strlen(f->mode.inspect.repr), 542); /* all of it */
    card_fixture_view(f, 1280, 720, THEME_LIGHT, false);
    card_fixture_draw(f);
    assert_true(f->mode.inspect.lines > 8);
    assert_true(mode_move_row(&f->mode, f->mode.inspect.lines - 1));
    card_fixture_assert_picture(f, "modes/inspect_letter_small_light");
}

static void texts_of_the_cards_of_values_stay_apart(void **state) {
    CardFixture *f = *state;
    static const char *const names[] = {"weights", "first", "numbers"};
    for (int i = 0; i < 6; i++) {
        card_fixture_view(f, i < 3 ? 1920 : 1280, i < 3 ? 1080 : 720, THEME_LIGHT, i % 2);
        inspect_count(f);
        choose_local(f, names[i % 3]);
        card_fixture_assert_texts_apart(f, "the local", 10);
        assert_true(mode_open_row(&f->mode, &f->player, 0));
        card_fixture_assert_texts_apart(f, names[i % 3], 8);
    }
}

static void a_variable_of_a_thing_on_the_stage_opens_the_things_card(void **state) {
    CardFixture *f = *state;
    const Inspect *in = &f->mode.inspect;
    go(f, 62);
    assert_true(mode_inspect(&f->mode, &f->player, task(f, 2), 0));
    f->mode.column = COLUMN_FRAMES;
    choose_local(f, "shelf");
    assert_true(mode_open_row(&f->mode, &f->player, 0));
    assert_false(in->is_value);
    assert_int_equal(in->id, f->player.facts.now->syncs[0].id);
    assert_true(mode_back(&f->mode, &f->player, 0));
    assert_int_equal(in->id, task(f, 2));
}

static void items_of_a_queue_open_too(void **state) {
    CardFixture *f = *state;
    const Inspect *in = &f->mode.inspect;
    go(f, 62);
    assert_true(mode_inspect(&f->mode, &f->player, f->player.facts.now->syncs[0].id, 0));
    f->mode.column = COLUMN_FIELDS;
    for (f->mode.rows[0] = 0; in->fields[f->mode.rows[0]].opens == 0;)
        assert_true(mode_move_row(&f->mode, 1));
    assert_true(mode_open_row(&f->mode, &f->player, 0));
    assert_string_equal(in->type, "str");
    assert_memory_equal(in->repr, "'loaf ", 6);
}

/* ---- The larder: many items, results, slots ---------------------------------------------------
 */

static int set_up_larder(void **state) {
    *state = card_fixture_create("tests/app/values/larder.py", "en");
    return *state ? 0 : -1;
}

static void choose_item_row(CardFixture *f, int row) {
    f->mode.column = COLUMN_FRAMES;
    f->mode.rows[COLUMN_FRAMES] = row;
}

static void items_beyond_the_first_two_hundred_are_a_page_away(void **state) {
    CardFixture *f = *state;
    const Inspect *in = &f->mode.inspect;
    go_to_line(f, 26);
    assert_true(mode_inspect(&f->mode, &f->player, task(f, 1), 0));
    f->mode.column = COLUMN_FRAMES;
    choose_local(f, "stock");
    assert_true(mode_open_row(&f->mode, &f->player, 0));
    assert_int_equal(inspect_item_rows(in), 201); /* the last one: 250 more */
    choose_item_row(f, 200);
    card_fixture_assert_picture(f, "modes/inspect_page_dark");
    assert_true(mode_open_row(&f->mode, &f->player, 0));
    assert_int_equal(in->item_first, 200);
    assert_int_equal(inspect_item_rows(in), 202);
    assert_int_equal(f->mode.rows[COLUMN_FRAMES], 1);
    assert_string_equal(in->items[0].name, "[200]");
    choose_item_row(f, 201);
    assert_true(mode_open_row(&f->mode, &f->player, 0));
    assert_int_equal(inspect_item_rows(in), 51);
    choose_item_row(f, 50);
    assert_true(mode_open_row(&f->mode, &f->player, 0));
    assert_string_equal(in->name, "stock[449]");
    assert_true(mode_back(&f->mode, &f->player, 0)); /* to the same page */
    assert_int_equal(in->item_first, 400);
    assert_int_equal(f->mode.rows[COLUMN_FRAMES], 50);
    choose_item_row(f, 0);
    card_fixture_view(f, 1280, 720, THEME_LIGHT, false);
    card_fixture_assert_picture(f, "modes/inspect_last_page_small_light");
    assert_true(mode_open_row(&f->mode, &f->player, 0));
    assert_int_equal(f->mode.rows[COLUMN_FRAMES], 200); /* [399], beside which it stood */
    choose_item_row(f, 0);
    assert_true(mode_open_row(&f->mode, &f->player, 0));
    assert_int_equal(in->item_first, 0);
    assert_int_equal(f->mode.rows[COLUMN_FRAMES], 199);
    assert_true(mode_back(&f->mode, &f->player, 0)); /* pages are no cards of their own */
    assert_false(in->is_value);
}

static void choose_opening_field(CardFixture *f) {
    const Inspect *in = &f->mode.inspect;
    f->mode.column = COLUMN_FIELDS;
    for (f->mode.rows[0] = 0; in->fields[f->mode.rows[0]].opens == 0;)
        assert_true(mode_move_row(&f->mode, 1));
}

static void the_result_of_a_finished_task_opens(void **state) {
    CardFixture *f = *state;
    const Inspect *in = &f->mode.inspect;
    go_to_line(f, 26);
    assert_true(mode_inspect(&f->mode, &f->player, task(f, 2), 0));
    choose_opening_field(f);
    assert_true(mode_open_row(&f->mode, &f->player, 0));
    assert_string_equal(in->type, "Dish");
    assert_int_equal(in->item_count, 2);
    assert_string_equal(in->items[0].name, ".name");
    assert_string_equal(in->items[1].value, "4");
}

static void of_a_task_that_is_gone_the_recorded_result_opens(void **state) {
    CardFixture *f = *state;
    const Inspect *in = &f->mode.inspect;
    go_to_line(f, 26);
    assert_true(mode_inspect(&f->mode, &f->player, task(f, 3), 0));
    choose_opening_field(f);
    assert_true(mode_open_row(&f->mode, &f->player, 0));
    assert_true(in->is_value);
    assert_string_equal(in->name, "cook cake");
    assert_string_equal(in->repr, "Dish(name='cake', price=3)");
    char text[64];
    model_text_plain(&in->fields[0].value, text, sizeof text);
    assert_string_equal(text, "gone with its task");
    card_fixture_assert_picture(f, "modes/inspect_gone_dark");
}

static void the_value_of_a_future_opens(void **state) {
    CardFixture *f = *state;
    const Inspect *in = &f->mode.inspect;
    go_to_line(f, 25);
    const CsSnapshot *s = f->player.facts.now;
    uint32_t bell = 0;
    for (int i = 0; i < s->future_count; i++)
        if (s->futures[i].state == CS_FUTURE_RESULT) bell = s->futures[i].id;
    assert_true(mode_inspect(&f->mode, &f->player, bell, 0));
    choose_opening_field(f);
    assert_true(mode_open_row(&f->mode, &f->player, 0));
    assert_string_equal(in->repr, "{'rings': 2}");
}

/* Gone from where it is not there any more: back to what is. */
static void the_card_of_a_value_follows_the_moment(void **state) {
    CardFixture *f = *state;
    inspect_count(f);
    choose_local(f, "weights");
    assert_true(mode_open_row(&f->mode, &f->player, 0));
    go_to_line(f, 24);
    mode_refresh(&f->mode, &f->player, 0);
    assert_string_equal(f->mode.inspect.name, "weights");
    go_to_line(f, 21);
    mode_refresh(&f->mode, &f->player, 0);
    assert_int_equal(f->mode.kind, MODE_INSPECT);
    assert_false(f->mode.inspect.is_value);
}

static Playhead checkpoint(const CardFixture *f, int number) {
    Playhead at;
    uint32_t order;
    const Lesson *lesson = &f->player.session.lesson;
    assert_true(
        session_find(&f->player.session, &lesson->checkpoints.items[number].at, &at, &order));
    return at;
}

static void a_question_is_as_recorded_before_and_after_its_answer(void **state) {
    CardFixture *f = *state;
    int number;
    bool right;
    assert_true(player_seek(&f->player, checkpoint(f, 0), 0));
    assert_true(mode_predict(&f->mode, &f->player, 0));
    card_fixture_assert_picture(f, "modes/predict_handle_dark");
    card_fixture_view(f, 1280, 720, THEME_LIGHT, false);
    assert_true(mode_choose(&f->mode, 0, 0));
    assert_true(mode_check(&f->mode, &number, &right));
    assert_int_equal(number, 0);
    card_fixture_assert_picture(f, "modes/predict_handle_answered_small_light");
}

static void a_question_for_a_value_is_as_recorded(void **state) {
    CardFixture *f = *state;
    assert_true(player_seek(&f->player, checkpoint(f, 1), 0));
    assert_true(mode_predict(&f->mode, &f->player, 0));
    assert_true(mode_choose(&f->mode, 0, 1));
    card_fixture_assert_picture(f, "modes/predict_value_spanish");
}

/* ---- What they do --------------------------------------------------------------------------- */

static void a_question_hides_what_comes_next(void **state) {
    CardFixture *f = *state;
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
    CardFixture *f = *state;
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
    CardFixture *f = *state;
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
        card_fixture_draw(f);
        if (!mode_go_on(&f->mode, &f->player, 0)) break;
    }
    assert_true(answered > 20);
    assert_int_equal(checkpoints, 2);
    assert_int_equal(f->mode.answered, answered);
    assert_int_equal(f->mode.right, answered);
}

static void every_card_can_be_clicked(void **state) {
    CardFixture *f = *state;
    assert_true(player_seek(&f->player, checkpoint(f, 0), 0));
    assert_true(mode_predict(&f->mode, &f->player, 0));
    card_fixture_draw(f);
    int answers = 0;
    for (int i = 0; i < f->spots.count; i++) answers += f->spots.items[i].action == ACTION_ANSWER;
    assert_int_equal(answers, f->mode.round.questions[0].count);
    assert_true(mode_inspect(&f->mode, &f->player, task(f, 1), 0));
    card_fixture_draw(f);
    int rows = 0;
    for (int i = 0; i < f->spots.count; i++) rows += f->spots.items[i].action == ACTION_ROW;
    assert_true(rows > 5);
}

/* ---- Texts stay apart ----------------------------------------------------------------------- */

static void assert_texts_apart(CardFixture *f, const char *card, uint64_t step) {
    char what[64];
    snprintf(what, sizeof what, "%s, step %d", card, (int)step);
    card_fixture_assert_texts_apart(f, what, 6);
}

static void texts_of_all_cards_stay_apart(void **state) {
    static const struct {
        int width, height;
    } sizes[] = {{1920, 1080}, {1280, 720}, {2560, 1440}, {1600, 1200}};
    CardFixture *f = *state;
    int number;
    bool right;
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        card_fixture_view(f, sizes[i].width, sizes[i].height, THEME_DARK, false);
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
#define LARDER(name) cmocka_unit_test_setup_teardown(name, set_up_larder, tear_down)
#define PANTRY(name) cmocka_unit_test_setup_teardown(name, set_up_pantry, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(causes_stand_below_what_they_are_of),
        TEST(the_inspector_of_a_task_is_as_recorded),
        TEST(the_inspector_of_a_queue_is_as_recorded),
        TEST(items_of_a_queue_open_too),
        TEST(a_variable_of_a_thing_on_the_stage_opens_the_things_card),
        PANTRY(values_of_frames_have_cards_of_their_own),
        PANTRY(what_is_in_a_value_opens_and_back_comes_to_the_card_before),
        PANTRY(a_long_repr_is_wrapped_and_scrolled),
        PANTRY(texts_of_the_cards_of_values_stay_apart),
        cmocka_unit_test_setup_teardown(texts_of_the_cards_of_values_stay_apart,
                                        set_up_spanish_pantry, tear_down),
        PANTRY(the_card_of_a_value_follows_the_moment),
        LARDER(items_beyond_the_first_two_hundred_are_a_page_away),
        LARDER(the_result_of_a_finished_task_opens),
        LARDER(of_a_task_that_is_gone_the_recorded_result_opens),
        LARDER(the_value_of_a_future_opens),
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
