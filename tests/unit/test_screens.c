/* The screens beside the stage: what they say and where they can be clicked. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "command/command.h"
#include "platform/platform_files.h"
#include "support/fake_fonts.h"
#include "window/error_card.h"
#include "window/help.h"
#include "window/picker.h"

typedef struct {
    FakeFonts fonts;
    ScreenView view;
    ScreenSpots spots;
    DrawList list;
} Paper;

static int open_paper(void **state) {
    Paper *p = calloc(1, sizeof *p);
    if (!p) return -1;
    fake_fonts_init(&p->fonts);
    draw_list_init(&p->list);
    p->view = (ScreenView){.theme = theme_get(THEME_DARK),
                           .type = theme_type(false),
                           .fonts = &p->fonts.base,
                           .words = &text_english,
                           .width = 1920,
                           .height = 1080,
                           .pointer_x = -1,
                           .pointer_y = -1};
    *state = p;
    return 0;
}

static int close_paper(void **state) {
    Paper *p = *state;
    draw_list_clear(&p->list);
    free(p);
    return 0;
}

static void clean(Paper *p) {
    draw_list_reset(&p->list, p->view.theme->bg0);
    p->spots.count = 0;
}

/* Whether a text that is drawn contains the words. */
static bool says(const Paper *p, const char *words) {
    size_t length = strlen(words);
    for (size_t i = 0; i < p->list.count; i++) {
        const DrawCommand *c = &p->list.commands[i];
        if (c->kind != DRAW_TEXT) continue;
        const char *text = p->list.text + c->first;
        for (size_t at = 0; at + length <= c->count; at++)
            if (memcmp(text + at, words, length) == 0) return true;
    }
    return false;
}

static void assert_says(const Paper *p, const char *words) {
    if (!says(p, words)) fail_msg("\"%s\" is not to be read", words);
}

/* ---- Help ----------------------------------------------------------------------------------- */

static void check_help(Paper *p, unsigned where) {
    size_t count;
    const KeyBinding *table = keys_table(&count);
    float scroll = 0;
    clean(p);
    help_draw(&p->list, &p->view, &p->spots, where, &scroll);
    for (size_t i = 0; i < count; i++) {
        char cap[40];
        if (!(table[i].where & where)) continue;
        assert_says(p, keys_cap(&table[i], &text_english, cap, sizeof cap));
        assert_says(p, text_get(&text_english, table[i].about));
    }
}

static void help_shows_every_key_of_its_place(void **state) {
    check_help(*state, IN_STAGE);
    check_help(*state, IN_PICKER);
    assert_false(says(*state, text_get(&text_english, TEXT_HELP_PLAY)));
}

static void help_shows_the_legend_of_all_states(void **state) {
    Paper *p = *state;
    float scroll = 0;
    clean(p);
    help_draw(&p->list, &p->view, &p->spots, IN_STAGE, &scroll);
    for (int i = TEXT_STATE_IS_CREATED; i <= TEXT_STATE_IS_CANCELLED; i++)
        assert_says(p, text_get(&text_english, (TextKey)i));
}

static void help_in_a_small_window_scrolls_to_its_end_and_no_further(void **state) {
    Paper *p = *state;
    float scroll = 1e6F;
    clean(p);
    p->view.width = 800;
    p->view.height = 420;
    help_draw(&p->list, &p->view, &p->spots, IN_STAGE, &scroll);
    assert_true(scroll > 100 && scroll < 5000);
    float end = scroll;
    help_draw(&p->list, &p->view, &p->spots, IN_STAGE, &scroll);
    assert_true(scroll >= end && scroll <= end);
    p->view.width = 1920;
    p->view.height = 1080;
    help_draw(&p->list, &p->view, &p->spots, IN_STAGE, &scroll);
    assert_true(scroll <= 0);
}

/* ---- Mistakes ------------------------------------------------------------------------------- */

static void open_bad(const char *path, ErrorCard *card) {
    Session session;
    SessionContext context = command_context("en");
    assert_false(session_open(&session, &context, path));
    error_card_take_session(card, &session, &text_english);
    session_close(&session);
    assert_true(error_card_is_open(card));
}

static void draw_card(Paper *p, const ErrorCard *card, ErrorBehind behind) {
    clean(p);
    error_card_draw(&p->list, &p->view, &p->spots, card, behind);
}

static bool has_spot(const Paper *p, Action action) {
    for (int i = 0; i < p->spots.count; i++)
        if (p->spots.items[i].action == action) return true;
    return false;
}

static void card_of_a_lesson_says_where_what_and_what_was_meant(void **state) {
    Paper *p = *state;
    ErrorCard card = {0};
    open_bad("tests/lessons/bad/level_unknown.json", &card);
    draw_card(p, &card, BEHIND_LESSONS);
    const LessonProblem *problem = &card.problems.items[0];
    char place[64];
    snprintf(place, sizeof place, "line %d, column %d", problem->line, problem->column);
    assert_says(p, place);
    assert_says(p, "tests/lessons/bad/level_unknown.json");
    assert_says(p, problem->text);
    for (size_t i = 0; i < problem->expected_count; i++) assert_says(p, problem->expected[i]);
    assert_true(has_spot(p, ACTION_RELOAD));
    assert_true(has_spot(p, ACTION_CLOSE));
    assert_true(has_spot(p, ACTION_COPY));
    error_card_clear(&card);
}

static void card_goes_through_all_mistakes_and_around(void **state) {
    Paper *p = *state;
    ErrorCard card = {0};
    open_bad("tests/lessons/bad/everything_missing.json", &card);
    assert_true(card.problems.count > 2);
    for (size_t i = 0; i < card.problems.count; i++) {
        draw_card(p, &card, BEHIND_LAST_GOOD);
        assert_int_equal(card.current, i);
        assert_says(p, card.problems.items[i].text);
        char *text = error_card_text(&card);
        assert_non_null(strstr(text, card.problems.items[i].text));
        free(text);
        error_card_move(&card, 1);
    }
    assert_int_equal(card.current, 0);
    error_card_move(&card, -1);
    assert_int_equal(card.current, card.problems.count - 1);
    error_card_clear(&card);
    assert_false(error_card_is_open(&card));
}

static void every_bad_lesson_has_a_card_that_fits_into_a_small_window(void **state) {
    Paper *p = *state;
    SessionContext context = command_context("en");
    PlatformNames names = {0};
    char error[256], path[512];
    int cards = 0;
    assert_true(platform_list_folder("tests/lessons/bad", ".json", &names, error, sizeof error));
    p->view.width = 1097;
    p->view.height = 617;
    for (size_t i = 0; i < names.count; i++) {
        Session session;
        ErrorCard card = {0};
        snprintf(path, sizeof path, "tests/lessons/bad/%s", names.names[i]);
        bool open = session_open(&session, &context, path);
        if (open) session_record_all(&session);
        error_card_take_session(&card, &session, &text_english);
        session_close(&session);
        if (error_card_is_open(&card)) {
            cards++;
            draw_card(p, &card, BEHIND_LESSONS);
            const ScreenSpot *last = &p->spots.items[p->spots.count - 1];
            assert_int_equal(last->action, ACTION_CLOSE);
            if (last->rect.y + last->rect.h > p->view.height) fail_msg("%s: too high", path);
        }
        error_card_clear(&card);
    }
    p->view.width = 1920;
    p->view.height = 1080;
    assert_true(cards > 40);
    platform_names_clear(&names);
}

/* ---- Lessons -------------------------------------------------------------------------------- */

static void open_shelf(Shelf *shelf) {
    SessionContext context = command_context("en");
    memset(shelf, 0, sizeof *shelf);
    assert_true(shelf_load(shelf, &context, "scenarios/index.json"));
    assert_true(shelf->count >= 3);
}

static void picker_shows_chapters_and_lessons_and_opens_what_is_clicked(void **state) {
    Paper *p = *state;
    Shelf shelf;
    Picker picker = {0};
    PickerContinue nothing = {0};
    PickerFacts facts = {&shelf, NULL, &nothing};
    open_shelf(&shelf);
    clean(p);
    picker_draw(&p->list, &p->view, &p->spots, &picker, &facts);
    for (size_t i = 0; i < shelf.index.chapters.count; i++)
        assert_says(p, lesson_text(&shelf.index.chapters.items[i].title, "en"));
    bool found = false;
    for (int i = 0; i < p->spots.count && !found; i++) {
        const ScreenSpot *spot = &p->spots.items[i];
        found = spot->action == ACTION_OPEN && spot->index == 1;
        float x = spot->rect.x + spot->rect.w / 2, y = spot->rect.y + spot->rect.h / 2;
        if (found) assert_ptr_equal(screen_hit(&p->spots, x, y), spot);
    }
    assert_true(found);
    shelf_clear(&shelf);
}

static void thumbnails_come_from_the_runs_themselves(void **state) {
    Paper *p = *state;
    Shelf shelf;
    Picker picker = {0};
    PickerContinue nothing = {0};
    PickerFacts facts = {&shelf, NULL, &nothing};
    open_shelf(&shelf);
    clean(p);
    picker_draw(&p->list, &p->view, &p->spots, &picker, &facts);
    size_t before = p->list.count;
    while (!shelf_record(&shelf, 100000)) {}
    for (int i = 0; i < shelf.count; i++) {
        assert_false(shelf.lessons[i].broken);
        assert_true(shelf.lessons[i].timeline.lane_count > 0);
    }
    clean(p);
    picker_draw(&p->list, &p->view, &p->spots, &picker, &facts);
    assert_true(p->list.count > before + 30);
    shelf_clear(&shelf);
}

static void picker_keys_reach_every_lesson_and_come_back(void **state) {
    (void)state;
    Shelf shelf;
    Picker picker = {.columns = 2};
    open_shelf(&shelf);
    for (int i = 1; i < shelf.count; i++) {
        assert_true(picker_move(&picker, &shelf, ACTION_RIGHT, false));
        assert_int_equal(picker.selected, i);
    }
    assert_false(picker_move(&picker, &shelf, ACTION_RIGHT, false));
    while (picker_move(&picker, &shelf, ACTION_UP, false)) {}
    assert_in_range(picker.selected, 0, 1);
    assert_true(picker_move(&picker, &shelf, ACTION_UP, true));
    assert_int_equal(picker.selected, -1);
    assert_true(picker_move(&picker, &shelf, ACTION_DOWN, true));
    assert_int_equal(picker.selected, 0);
    assert_true(picker_move(&picker, &shelf, ACTION_LAST, true));
    assert_int_equal(picker.selected, shelf.count - 1);
    shelf_clear(&shelf);
}

static void search_finds_words_of_titles_and_summaries_without_accents(void **state) {
    (void)state;
    Shelf shelf;
    Picker picker = {0};
    open_shelf(&shelf);
    picker_search(&picker, &shelf, true);
    assert_int_equal(picker.shown_count, shelf.count);
    assert_true(picker_type(&picker, &shelf, "B\u00D3UNded"));
    assert_int_equal(picker.shown_count, 1);
    assert_string_equal(shelf.lessons[picker.selected].lesson.id, "queues/producer-consumer");
    assert_true(picker_type(&picker, &shelf, " zzz"));
    assert_true(picker.no_hits);
    for (int i = 0; i < 4; i++) assert_true(picker_erase(&picker, &shelf));
    assert_false(picker.no_hits);
    picker_search(&picker, &shelf, false);
    assert_int_equal(picker.shown_count, shelf.count);
    assert_false(picker_erase(&picker, &shelf));
    shelf_clear(&shelf);
}

static void search_without_hits_shows_the_three_nearest_titles(void **state) {
    Paper *p = *state;
    Shelf shelf;
    Picker picker = {0};
    PickerContinue nothing = {0};
    PickerFacts facts = {&shelf, NULL, &nothing};
    open_shelf(&shelf);
    picker_search(&picker, &shelf, true);
    picker_type(&picker, &shelf, "bonuded");
    clean(p);
    picker_draw(&p->list, &p->view, &p->spots, &picker, &facts);
    assert_says(p, "No lesson about 'bonuded'");
    assert_int_equal(picker.shown_count, PICKER_NEAREST);
    assert_string_equal(shelf.lessons[picker.selected].lesson.id, "queues/producer-consumer");
    shelf_clear(&shelf);
}

static void picker_shows_progress_answers_and_own_files(void **state) {
    Paper *p = *state;
    static Progress progress;
    Shelf shelf;
    Picker picker = {0};
    PickerContinue nothing = {0};
    PickerFacts facts = {&shelf, &progress, &nothing};
    open_shelf(&shelf);
    progress.count = 0;
    progress_note(&progress, shelf.lessons[0].lesson.id, 10, 10);
    const char *second = shelf.lessons[1].lesson.id;
    progress_note(&progress, second, 66, 100);
    progress_answer(&progress, second, true);
    progress_answer(&progress, second, false);
    assert_true(shelf_add(&shelf, "scenarios/queues/producer_consumer.py"));
    assert_true(shelf_add(&shelf, "scenarios/queues/producer_consumer.py"));
    assert_int_equal(shelf_own_count(&shelf), 1);
    p->view.height = 1800;
    clean(p);
    picker_draw(&p->list, &p->view, &p->spots, &picker, &facts);
    p->view.height = 1080;
    assert_says(p, "66\u00A0%");
    assert_says(p, "1 of 2 answers right");
    assert_says(p, "done");
    char share[24];
    snprintf(share, sizeof share, "1/%zu", shelf.index.chapters.items[0].lessons.count);
    assert_says(p, share);
    assert_says(p, "Your files");
    shelf_clear(&shelf);
}

static void a_lesson_knows_its_chapter_from_the_index_above_it(void **state) {
    (void)state;
    static const struct {
        const char *path, *chapter;
    } cases[] = {{"scenarios/queues/producer_consumer.json", "5 \u00B7 Queues"},
                 {"scenarios/queues/producer_consumer.py", ""}};
    SessionContext context = command_context("en");
    for (int i = 0; i < 2; i++) {
        Session session;
        char chapter[100];
        assert_true(session_open(&session, &context, cases[i].path));
        shelf_chapter(&context, &session.lesson, chapter, sizeof chapter);
        assert_string_equal(chapter, cases[i].chapter);
        session_close(&session);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(help_shows_every_key_of_its_place),
        cmocka_unit_test(help_shows_the_legend_of_all_states),
        cmocka_unit_test(help_in_a_small_window_scrolls_to_its_end_and_no_further),
        cmocka_unit_test(card_of_a_lesson_says_where_what_and_what_was_meant),
        cmocka_unit_test(card_goes_through_all_mistakes_and_around),
        cmocka_unit_test(every_bad_lesson_has_a_card_that_fits_into_a_small_window),
        cmocka_unit_test(picker_shows_chapters_and_lessons_and_opens_what_is_clicked),
        cmocka_unit_test(thumbnails_come_from_the_runs_themselves),
        cmocka_unit_test(picker_keys_reach_every_lesson_and_come_back),
        cmocka_unit_test(search_finds_words_of_titles_and_summaries_without_accents),
        cmocka_unit_test(search_without_hits_shows_the_three_nearest_titles),
        cmocka_unit_test(picker_shows_progress_answers_and_own_files),
        cmocka_unit_test(a_lesson_knows_its_chapter_from_the_index_above_it),
    };
    return cmocka_run_group_tests(tests, open_paper, close_paper);
}
