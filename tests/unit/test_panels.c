/* Things of the stage in real runs, and what is done with them in a window without a display:
   gather's results, names by attributes, copying, the inspector's line so far and its clicks. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "support/fake_fonts.h"
#include "support/lesson_files.h"
#include "window/window.h"

typedef struct {
    FakeFonts fonts;
    Window window;
} Fixture;

static int set_up(void **state) {
    Fixture *f = calloc(1, sizeof *f);
    Window *w = &f->window;
    fake_fonts_init(&f->fonts);
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
    mode_clear(&f->window.mode);
    player_clear(&f->window.player);
    free(f);
    return 0;
}

static Player *open_run(Fixture *f, const char *path) {
    Session session;
    Player *p = &f->window.player;
    assert_true(session_open(&session, &f->window.context, path));
    session_record_all(&session);
    player_take(p, &session);
    return p;
}

static const Model *go_time(Player *p, double seconds) {
    assert_true(session_seek_time(&p->session, (int64_t)(seconds * 1e9)));
    player_refresh(p, 0);
    return stage_model(p->stage);
}

static const Model *go_step(Player *p, uint64_t step) {
    assert_true(session_seek_step(&p->session, step));
    player_refresh(p, 0);
    return stage_model(p->stage);
}

/* ---- gather ---------------------------------------------------------------------------------- */

static const ModelFuture *gather_of(const Model *m) {
    for (int i = 0; i < m->future_count; i++)
        if (m->futures[i].part_count) return &m->futures[i];
    fail_msg("nobody waits for a gather");
    return NULL;
}

static void results_of_a_gather_stand_in_the_order_of_its_arguments(void **state) {
    Player *p = open_run(*state, "scenarios/locks/boat_pool.py");
    const ModelFuture *future = gather_of(go_time(p, 2));
    assert_int_equal(future->part_count, 3);
    assert_int_equal(future->parts[0], RESULT_PENDING);
    assert_int_equal(future->parts[1], RESULT_EXCEPTION); /* Ben's trip ended before Ana's */
    assert_int_equal(future->parts[2], RESULT_PENDING);
    assert_string_equal(future->parts_note, "1 of 3 done, 1 failed");
}

static void of_many_tasks_a_gather_has_the_box_of_the_futures(void **state) {
    Player *p = open_run(*state, "tests/app/programs/crowd_20.py");
    const Model *m = go_time(p, 18);
    const StageLayout *layout = stage_layout(p->stage);
    const LayoutItem *box = layout_part(layout, PART_FUTURES);
    assert_non_null(box);
    assert_int_equal(box->style, STYLE_CHIP);
    assert_ptr_equal(&m->futures[box->index], gather_of(m));
    int rows = 0;
    for (size_t i = 0; i < layout->count; i++) rows += layout->items[i].part == PART_FUTURE;
    assert_int_equal(rows, 1);
    assert_string_equal(gather_of(m)->parts_note, "16 of 20 done");
}

/* ---- Many lanes ------------------------------------------------------------------------------ */

static void numbers_in_low_lanes_are_as_large_as_their_lane_lets_them(void **state) {
    static const int sizes[][2] = {{1920, 1080}, {1280, 720}};
    Player *p = open_run(*state, "tests/app/programs/crowd_20.py");
    go_time(p, 18);
    for (int i = 0; i < 2; i++) {
        StageView view = {.width = sizes[i][0], .height = sizes[i][1], .zoom = 1, .speed = 1};
        view.first_lane = 13; /* numbers of two digits, of the second round */
        stage_set_view(p->stage, &view);
        player_refresh(p, 0);
        DrawList list;
        draw_list_init(&list);
        draw_list_reset(&list, 0);
        player_draw(p, &list, 0);
        const StageLayout *layout = stage_layout(p->stage);
        int found = 0;
        for (size_t k = 0; k < list.count; k++) {
            const DrawCommand *c = &list.commands[k];
            const LayoutItem *lane = layout_part(layout, PART_LANE);
            if (c->kind != DRAW_TEXT || c->what != FONT_MONO_BOLD || !lane) continue;
            if (c->x > lane->rect.x + 36 || c->x < lane->rect.x || c->y < lane->rect.y) continue;
            assert_true(lane->rect.h < 25);
            assert_true(c->h >= 14);
            found++;
        }
        assert_true(found >= 5);
        draw_list_clear(&list);
    }
}

/* ---- Names ----------------------------------------------------------------------------------- */

static void what_only_an_attribute_holds_is_named_by_its_path(void **state) {
    Player *p = open_run(*state, "scenarios/locks/boat_pool.py");
    const Model *m = go_time(p, 2);
    assert_int_equal(m->sync_count, 1);
    assert_string_equal(m->syncs[0].name, "pool.free");
}

static void a_future_that_an_object_keeps_is_named_by_its_path(void **state) {
    Player *p = open_run(*state, "tests/app/programs/kept_in_objects.py");
    const Model *m = go_time(p, 1);
    int found = 0;
    for (int i = 0; i < m->future_count; i++)
        found += strcmp(m->futures[i].label, "order.done") == 0;
    assert_int_equal(found, 1);
    assert_int_equal(m->sync_count, 2);
    assert_string_equal(m->syncs[0].name, "shop.till.lock");
    assert_string_equal(m->syncs[1].name, "self.bell"); /* no other name leads to it */
}

static void what_a_list_or_a_dictionary_holds_is_named_by_its_place(void **state) {
    static const char *const names[] = {"forks[0]", "forks[1]", "doors['front']", "shelf.bells[1]"};
    Player *p = open_run(*state, "tests/app/programs/kept_in_lists.py");
    const Model *m = go_time(p, 1);
    for (size_t k = 0; k < sizeof names / sizeof *names; k++) {
        int found = 0;
        for (int i = 0; i < m->sync_count; i++) found += strcmp(m->syncs[i].name, names[k]) == 0;
        if (found != 1) fail_msg("%s is not named", names[k]);
    }
    int found = 0;
    for (int i = 0; i < m->future_count; i++)
        found += strcmp(m->futures[i].label, "answers[1]") == 0;
    assert_int_equal(found, 1);
}

/* ---- Captions of lines that make a name ------------------------------------------------------ */

static void a_line_that_makes_a_name_says_what_it_is_for(void **state) {
    static const struct {
        uint64_t step;
        const char *caption;
    } said[] = {
        {2, "asyncio is imported. Line 3 runs next."},
        {4, "The function dish exists now; it runs when it is called. Line 9 runs next."},
        {5, "main exists now; a call of it makes a coroutine. Line 13 runs next."},
    };
    Player *p = open_run(*state, "tests/app/programs/names_only.py");
    for (size_t i = 0; i < sizeof said / sizeof *said; i++) {
        char text[256];
        model_text_plain(&go_step(p, said[i].step)->caption, text, sizeof text);
        assert_string_equal(text, said[i].caption);
    }
}

/* ---- Lanes out of sight ---------------------------------------------------------------------- */

static bool draws_text(Player *p, const char *wanted) {
    DrawList list;
    bool found = false;
    draw_list_init(&list);
    draw_list_reset(&list, 0);
    player_draw(p, &list, 0);
    FILE *out = tmpfile();
    draw_list_print_texts(&list, out);
    rewind(out);
    char line[512];
    while (fgets(line, sizeof line, out)) found |= strstr(line, wanted) != NULL;
    fclose(out);
    draw_list_clear(&list);
    return found;
}

static void lanes_out_of_sight_are_counted_above_and_below(void **state) {
    Player *p = open_run(*state, "tests/app/programs/crowd_20.py");
    StageView view = {.width = 1920, .height = 1080, .zoom = 1, .speed = 1};
    stage_set_view(p->stage, &view);
    go_time(p, 18);
    assert_true(draws_text(p, "13 below"));
    assert_false(draws_text(p, "above"));
    assert_true(stage_timeline_lanes(p->stage, 100));
    assert_true(draws_text(p, "13 above"));
    assert_false(draws_text(p, "below"));
}

/* ---- Copying --------------------------------------------------------------------------------- */

static void assert_copies(Window *w, const char *wanted) {
    char *text = window_copy_text(w);
    assert_non_null(text);
    if (!strstr(text, wanted)) fail_msg("copied is:\n%s", text);
    free(text);
}

static void copying_takes_the_output_the_selected_thing_or_the_chosen_row(void **state) {
    Fixture *f = *state;
    Window *w = &f->window;
    Player *p = open_run(f, "scenarios/locks/boat_pool.py");
    const Model *m = go_time(p, 2);
    assert_copies(w, "Ana rows the red boat\nBen rows the blue boat\n");
    player_select(p, m->seats[2].id, 0);
    assert_copies(w, "failed");
    assert_copies(w, "RuntimeError('a leak')");
    assert_true(mode_inspect(&w->mode, p, stage_model(p->stage)->seats[1].id, 0));
    w->mode.column = COLUMN_FIELDS;
    w->mode.rows[COLUMN_FIELDS] = 0;
    char name[256];
    model_text_plain(&w->mode.inspect.fields[0].value, name, sizeof name);
    char *text = window_copy_text(w);
    assert_string_equal(text, name); /* the value alone */
    free(text);
    w->look.line = 3; /* what the pointer lies on in the source; a popover is over it */
    w->mode.column = COLUMN_HISTORY;
    assert_copies(w, w->mode.inspect.rows[w->mode.rows[COLUMN_HISTORY]].word);
}

/* ---- The inspector --------------------------------------------------------------------------- */

static const char *line_so_far(const Inspect *in) {
    for (int i = 0; i < in->frame_count; i++)
        for (int k = 0; k < in->frames[i].local_count; k++)
            if (strcmp(in->frames[i].locals[k].name, "line so far") == 0)
                return in->frames[i].locals[k].value;
    return NULL;
}

static void the_inspector_tells_what_the_line_has_come_to(void **state) {
    Fixture *f = *state;
    Window *w = &f->window;
    Player *p = open_run(f, "scenarios/locks/boat_pool.py");
    const Model *m = NULL;
    uint64_t step = 0;
    do m = go_step(p, ++step);
    while (m->source.line_next != 22); /* print(f"{name} rows the {boat} boat") */
    uint32_t task = m->running.badge.id;
    assert_true(mode_inspect(&w->mode, p, task, 0));
    assert_null(line_so_far(&w->mode.inspect));
    mode_close(&w->mode, p, 0);
    player_part(p, 3);
    player_refresh(p, 0);
    assert_true(mode_inspect(&w->mode, p, task, 0));
    const char *so_far = line_so_far(&w->mode.inspect);
    assert_non_null(so_far);
    assert_string_equal(so_far, "{name} = 'Ana', {boat} = 'red'");
}

static void click(Window *w, const LayoutItem *item, int clicks) {
    DrawRect r = item->rect;
    InputEvent down = {.kind = INPUT_MOUSE_DOWN,
                       .x = r.x + r.w / 2,
                       .y = r.y + r.h / 2,
                       .button = MOUSE_LEFT,
                       .clicks = clicks};
    window_event(w, &down);
}

static void over_the_inspector_a_double_click_leads_to_the_last_change(void **state) {
    Fixture *f = *state;
    Window *w = &f->window;
    Player *p = open_run(f, "scenarios/locks/boat_pool.py");
    const Model *m = go_time(p, 2);
    uint32_t ben = m->seats[2].id, ana = m->seats[1].id;
    Playhead before = p->session.playhead;
    assert_true(mode_inspect(&w->mode, p, ana, 0));
    click(w, layout_find(stage_layout(p->stage), PART_SEAT, ben, 0), 1);
    assert_int_equal(w->mode.kind, MODE_INSPECT); /* another thing in its place */
    assert_int_equal(w->mode.object, ben);
    assert_true(session_same_place(before, p->session.playhead));
    click(w, layout_find(stage_layout(p->stage), PART_SEAT, ben, 0), 2);
    assert_int_equal(w->mode.kind, MODE_NONE);
    assert_int_equal(p->selected, ben);
    assert_false(session_same_place(before, p->session.playhead));
    assert_int_equal(player_time_ns(p), 1000000000); /* when Ben's trip failed */
}

static void the_inspector_of_a_generator_tells_in_full_what_was_said(void **state) {
    Fixture *f = *state;
    Window *w = &f->window;
    Player *p = open_run(f, "tests/app/programs/long_answers.py");
    const Model *m = go_step(p, 12);
    assert_int_equal(m->view, VIEW_GENERATORS);
    const LayoutItem *gen = layout_part(stage_layout(p->stage), PART_GEN);
    uint32_t id = gen->id;
    click(w, gen, 1);
    assert_int_equal(p->selected, id);
    click(w, layout_part(stage_layout(p->stage), PART_GEN), 1);
    assert_int_equal(w->mode.kind, MODE_INSPECT);
    char text[256];
    const Inspect *in = &w->mode.inspect;
    assert_true(in->row_count >= 2);
    model_text_plain(&in->rows[in->row_count - 1].cause, text, sizeof text);
    assert_string_equal(text, "next");
    model_text_plain(&in->rows[in->row_count - 2].cause, text, sizeof text);
    assert_string_equal(text, "yield 'the first of many answers that are too long for a cell'");
}

/* ---- Captions ---------------------------------------------------------------------------------
 */

static void a_wait_that_is_over_at_once_is_called_by_its_name(void **state) {
    Player *p = open_run(*state, "tests/app/programs/waits_that_end_at_once.py");
    char text[512], all[8192] = "";
    for (uint64_t i = 1; i <= player_step_count(p); i++) {
        model_text_plain(&go_step(p, i)->caption, text, sizeof text);
        if (strlen(all) + strlen(text) < sizeof all) strcat(all, text);
    }
    assert_null(strstr(all, "a future"));
    assert_non_null(strstr(all, "for wait()"));
    assert_non_null(strstr(all, "for shield()"));
    assert_non_null(strstr(all, "for gather()"));
}

/* ---- The conversation ------------------------------------------------------------------------ */

static void a_value_too_long_for_its_cell_shows_how_it_begins_and_ends(void **state) {
    Fixture *f = *state;
    Player *p = open_run(f, "tests/app/programs/long_answers.py");
    go_step(p, 12);
    DrawList list;
    draw_list_init(&list);
    draw_list_reset(&list, 0);
    player_draw(p, &list, 0);
    FILE *out = tmpfile();
    draw_list_print_texts(&list, out);
    rewind(out);
    char line[512];
    int found = 0;
    while (fgets(line, sizeof line, out)) {
        const char *gap = strstr(line, "\u2026");
        found += strstr(line, "'the") && gap && strstr(gap, "l'");
    }
    fclose(out);
    draw_list_clear(&list);
    assert_true(found > 0);
}

static bool says(const DrawList *list, const DrawCommand *c, const char *wanted) {
    size_t length = strlen(wanted);
    if (c->kind != DRAW_TEXT || c->count < length) return false;
    return memcmp(list->text + c->first + c->count - length, wanted, length) == 0;
}

/* The pointer on the words of a narrow cell, wherever they stand. */
static void under_the_pointer_what_was_said_stands_in_full(void **state) {
    static const char WHOLE[] = "'the first of many answers that are too long for a cell'";
    Fixture *f = *state;
    Window *w = &f->window;
    Player *p = open_run(f, "tests/app/programs/long_answers.py");
    p->view = VIEW_GENERATORS;
    go_step(p, 12);
    const LayoutItem *panel = layout_part(stage_layout(p->stage), PART_TALK);
    assert_non_null(panel);
    int found = 0;
    DrawList list;
    draw_list_init(&list);
    enum { COLUMNS = 80, ROWS = 12 };
    for (int i = 0; i < COLUMNS * ROWS; i++) {
        float x = panel->rect.x + panel->rect.w * (float)(i % COLUMNS) / COLUMNS;
        float y = panel->rect.y + panel->rect.h * (float)(i / COLUMNS) / ROWS;
        ScreenView view = {
            theme_get(THEME_DARK), theme_type(false), w->fonts, w->words, 1920, 1080, x, y};
        draw_list_reset(&list, 0);
        window_talk_draw(w, &list, &view);
        for (size_t k = 0; k < list.count; k++) found += says(&list, &list.commands[k], WHOLE);
    }
    draw_list_clear(&list);
    assert_true(found > 0);
}

int main(void) {
#define T(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        T(a_wait_that_is_over_at_once_is_called_by_its_name),
        T(results_of_a_gather_stand_in_the_order_of_its_arguments),
        T(of_many_tasks_a_gather_has_the_box_of_the_futures),
        T(numbers_in_low_lanes_are_as_large_as_their_lane_lets_them),
        T(what_only_an_attribute_holds_is_named_by_its_path),
        T(a_future_that_an_object_keeps_is_named_by_its_path),
        T(what_a_list_or_a_dictionary_holds_is_named_by_its_place),
        T(a_line_that_makes_a_name_says_what_it_is_for),
        T(lanes_out_of_sight_are_counted_above_and_below),
        T(copying_takes_the_output_the_selected_thing_or_the_chosen_row),
        T(the_inspector_tells_what_the_line_has_come_to),
        T(over_the_inspector_a_double_click_leads_to_the_last_change),
        T(the_inspector_of_a_generator_tells_in_full_what_was_said),
        T(a_value_too_long_for_its_cell_shows_how_it_begins_and_ends),
        T(under_the_pointer_what_was_said_stands_in_full),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
