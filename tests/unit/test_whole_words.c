/* What has room is told whole: long output, items of queues, the line that runs next, holders of
   many permits, an object's repr, answers, rows of the help. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "support/card_fixture.h"
#include "support/text_boxes.h"
#include "window/help.h"

static char joined[1 << 16];

/* All that the list's texts say in one area, in the order of drawing. */
static const char *said_in(const DrawList *list, DrawRect area) {
    size_t used = 0;
    for (size_t i = 0; i < list->count; i++) {
        const DrawCommand *c = &list->commands[i];
        bool there = c->kind == DRAW_TEXT && draw_rect_has(area, c->x, c->y);
        if (!there || used + c->count + 2 >= sizeof joined) continue;
        memcpy(joined + used, list->text + c->first, c->count);
        used += c->count;
        joined[used++] = ' ';
    }
    joined[used] = 0;
    return joined;
}

static const DrawRect EVERYWHERE = {0, 0, 10000, 10000};

static CardFixture *open_at(const char *lesson, uint64_t step, int width, int height) {
    CardFixture *f = card_fixture_create(lesson, "en");
    assert_non_null(f);
    assert_true(session_seek_step(&f->player.session, step));
    card_fixture_view(f, width, height, THEME_DARK, false);
    draw_list_reset(&f->list, 0);
    player_draw(&f->player, &f->list, 0);
    return f;
}

static void look_again(CardFixture *f) {
    draw_list_reset(&f->list, 0);
    player_draw(&f->player, &f->list, 0);
}

static const LayoutItem *last_of(const CardFixture *f, LayoutPart part) {
    const StageLayout *layout = stage_layout(f->player.stage);
    const LayoutItem *last = NULL;
    for (size_t i = 0; i < layout->count; i++)
        if (layout->items[i].part == part && !layout->items[i].ghost) last = &layout->items[i];
    assert_non_null(last);
    return last;
}

/* ---- The stage ------------------------------------------------------------------------------- */

static void the_newest_output_stands_on_two_lines_of_a_small_window(void **state) {
    (void)state;
    CardFixture *f = open_at("scenarios/locks/enough_milk.json", 24, 1280, 720);
    const LayoutItem *row = last_of(f, PART_OUTPUT_ROW);
    const char *said = said_in(&f->list, row->rect);
    assert_non_null(strstr(said, "the milkman brings 2"));
    assert_null(strstr(said, "\u2026"));
    assert_true(row->rect.h >= 2 * OUTPUT_LINE);
    DrawRect panel = last_of(f, PART_OUTPUT_PANEL)->rect;
    assert_true(row->rect.y + row->rect.h <= panel.y + panel.h);
    card_fixture_destroy(f);
}

static void wide_items_of_a_queue_stand_on_several_lines(void **state) {
    (void)state;
    CardFixture *f = open_at("scenarios/queues/urgent_first.json", 8, 1920, 1080);
    const char *said = said_in(&f->list, last_of(f, PART_SYNC)->rect);
    assert_non_null(strstr(said, "Eva"));
    assert_non_null(strstr(said, "sprain')"));
    assert_non_null(strstr(said, "cough')"));
    assert_null(strstr(said, "\u2026"));
    card_fixture_destroy(f);
}

static void short_items_leave_the_words_for_the_lines_where_they_are(void **state) {
    (void)state;
    CardFixture *f = open_at("scenarios/queues/worker_pool.json", 21, 1920, 1080);
    const char *said = said_in(&f->list, last_of(f, PART_SYNC)->rect);
    assert_non_null(strstr(said, "getters"));
    card_fixture_destroy(f);
}

static void the_line_that_runs_next_stands_whole_in_its_frame(void **state) {
    (void)state;
    CardFixture *f = open_at("scenarios/queues/urgent_first.json", 8, 1920, 1080);
    const char *said = said_in(&f->list, last_of(f, PART_FRAME)->rect);
    assert_non_null(strstr(said, "create_task"));
    assert_non_null(strstr(said, "\"Tina\""));
    card_fixture_destroy(f);
}

static void a_semaphore_of_eight_shows_eight_holders(void **state) {
    (void)state;
    CardFixture *f = open_at("tests/app/programs/crowd_60.py", 240, 1920, 1080);
    const StageLayout *layout = stage_layout(f->player.stage);
    int shown = 0;
    for (size_t i = 0; i < layout->count; i++)
        shown += layout->items[i].part == PART_SLOT && layout->items[i].value <= 0;
    assert_int_equal(shown, 8);
    card_fixture_destroy(f);
}

/* On a small projector who is called tells more than where it stands. */
static void a_narrow_frame_tells_its_call_before_its_place(void **state) {
    (void)state;
    CardFixture *f = open_at("scenarios/locks/boat_pool.json", 36, 1280, 720);
    card_fixture_view(f, 1280, 720, THEME_LIGHT, true);
    look_again(f);
    assert_non_null(strstr(said_in(&f->list, last_of(f, PART_FRAME)->rect), "borrow()"));
    card_fixture_destroy(f);
}

/* ---- Cards ----------------------------------------------------------------------------------- */

static int count_of(const char *text, const char *part) {
    int count = 0;
    for (; (text = strstr(text, part)); text += strlen(part)) count++;
    return count;
}

static void the_repr_is_told_once_and_whole(void **state) {
    (void)state;
    CardFixture *f = open_at("scenarios/queues/producer_consumer.json", 40, 1920, 1080);
    uint32_t main_task = f->player.facts.now->tasks[0].id;
    assert_true(mode_inspect(&f->mode, &f->player, main_task, 0));
    card_fixture_draw(f);
    const char *repr = f->mode.inspect.repr, *said = said_in(&f->list, EVERYWHERE);
    assert_true(strlen(repr) > 60);
    assert_int_equal(count_of(said, "<Task pending"), 1);
    assert_non_null(strstr(said, repr + strlen(repr) - 12));
    card_fixture_destroy(f);
}

static void in_a_low_inspector_the_chosen_repr_opens(void **state) {
    (void)state;
    CardFixture *f = open_at("scenarios/queues/producer_consumer.json", 40, 1280, 720);
    uint32_t main_task = f->player.facts.now->tasks[0].id;
    assert_true(mode_inspect(&f->mode, &f->player, main_task, 0));
    f->mode.column = COLUMN_FIELDS;
    f->mode.rows[COLUMN_FIELDS] = f->mode.inspect.field_count - 1;
    card_fixture_draw(f);
    const char *repr = f->mode.inspect.repr;
    const char *said = said_in(&f->list, EVERYWHERE);
    assert_non_null(strstr(said, repr + strlen(repr) - 12));
    assert_int_equal(count_of(said, "<Task pending"), 1);
    card_fixture_destroy(f);
}

static void all_answers_of_the_second_question_are_seen(void **state) {
    (void)state;
    static const int sizes[][2] = {{1920, 1080}, {1280, 720}, {960, 540}};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        CardFixture *f =
            open_at("scenarios/queues/producer_consumer.json", 32, sizes[i][0], sizes[i][1]);
        assert_true(mode_predict(&f->mode, &f->player, 0));
        card_fixture_draw(f);
        int seen = 0;
        for (int k = 0; k < f->spots.count; k++)
            seen += f->spots.items[k].action == ACTION_ANSWER_SECOND;
        assert_int_equal(f->mode.round.count, 2);
        assert_int_equal(seen, f->mode.round.questions[1].count);
        card_fixture_destroy(f);
    }
}

/* ---- Help ------------------------------------------------------------------------------------ */

static void rows_of_the_help_are_whole_or_counted(void **state) {
    CardFixture *f = open_at("scenarios/queues/producer_consumer.json", 1, 960, 540);
    ScreenView view = {theme_get(THEME_DARK),
                       theme_type(false),
                       &f->fonts.base,
                       f->player.words,
                       960,
                       540,
                       -1,
                       -1};
    TextBoxes found = {0};
    (void)state;
    for (float scroll = 0, at = 0; at < 400; at += 37) {
        scroll = at;
        draw_list_reset(&f->list, 0);
        help_draw(&f->list, &view, &f->spots, IN_STAGE, &scroll);
        text_boxes_find(&found, &f->list, &f->fonts.base, NULL);
        for (size_t i = 0; i < found.count; i++) assert_true(found.boxes[i].ink.h > 10);
        assert_non_null(strstr(said_in(&f->list, EVERYWHERE), "below"));
    }
    text_boxes_clear(&found);
    card_fixture_destroy(f);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_newest_output_stands_on_two_lines_of_a_small_window),
        cmocka_unit_test(wide_items_of_a_queue_stand_on_several_lines),
        cmocka_unit_test(short_items_leave_the_words_for_the_lines_where_they_are),
        cmocka_unit_test(the_line_that_runs_next_stands_whole_in_its_frame),
        cmocka_unit_test(a_semaphore_of_eight_shows_eight_holders),
        cmocka_unit_test(a_narrow_frame_tells_its_call_before_its_place),
        cmocka_unit_test(the_repr_is_told_once_and_whole),
        cmocka_unit_test(in_a_low_inspector_the_chosen_repr_opens),
        cmocka_unit_test(all_answers_of_the_second_question_are_seen),
        cmocka_unit_test(rows_of_the_help_are_whole_or_counted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
