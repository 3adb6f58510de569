/* The search among a lesson's names, and choosing a file to open. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "command/command.h"
#include "support/fake_fonts.h"
#include "window/chooser.h"
#include "window/finder.h"

typedef struct {
    FakeFonts fonts;
    Session session;
    SourceText *source;
    Finder finder;
} Search;

static int open_search(void **state) {
    Search *f = calloc(1, sizeof *f);
    SessionContext context = command_context("en");
    fake_fonts_init(&f->fonts);
    *state = f;
    if (!session_open(&f->session, &context, "tests/app/source/bakery.py")) return -1;
    session_record_all(&f->session);
    const Lesson *lesson = &f->session.lesson;
    f->source = source_text_create(lesson->program.text, lesson->program.length);
    return f->source ? 0 : -1;
}

static int close_search(void **state) {
    Search *f = *state;
    source_text_destroy(f->source);
    session_close(&f->session);
    free(f);
    return 0;
}

static Finder *look_for(void **state, const char *text) {
    Search *f = *state;
    snprintf(f->finder.field.text, sizeof f->finder.field.text, "%s", text);
    finder_search(&f->finder, &f->session, f->source, &text_english);
    return &f->finder;
}

static int count_of(const Finder *f, FoundKind kind) {
    int count = 0;
    for (int i = 0; i < f->count; i++) count += f->items[i].kind == kind;
    return count;
}

/* ---- Names ---------------------------------------------------------------------------------- */

static void without_a_word_all_names_are_listed_and_no_lines(void **state) {
    const Finder *f = look_for(state, "");
    assert_int_equal(count_of(f, FOUND_TASK), 4);
    assert_int_equal(count_of(f, FOUND_THING), 1);
    assert_int_equal(count_of(f, FOUND_FUNCTION), 5);
    assert_int_equal(count_of(f, FOUND_LINE), 0);
    assert_false(f->no_hits);
}

static void tasks_things_functions_and_lines_are_found_in_any_case(void **state) {
    const Finder *f = look_for(state, "BAKE");
    assert_int_equal(count_of(f, FOUND_TASK), 2);
    assert_string_equal(f->items[0].note, "task Task-2");
    assert_int_equal(count_of(f, FOUND_FUNCTION), 1);
    assert_int_equal(f->items[2].line, 17);
    assert_int_equal(count_of(f, FOUND_LINE), 3); /* the line of its own "def" is there once */
    f = look_for(state, "queue");
    assert_int_equal(f->items[0].kind, FOUND_THING);
    assert_string_equal(f->items[0].name, "q");
    assert_true(f->items[0].event > 0);
}

static void without_hits_the_nearest_names_are_offered(void **state) {
    const Finder *f = look_for(state, "burm");
    assert_true(f->no_hits);
    assert_int_equal(f->count, FINDER_NEAREST);
    assert_string_equal(f->items[0].name, "burn");
}

static bool says(const DrawList *list, const char *words) {
    size_t length = strlen(words);
    for (size_t i = 0; i < list->count; i++) {
        const DrawCommand *c = &list->commands[i];
        for (size_t at = 0; c->kind == DRAW_TEXT && at + length <= c->count; at++)
            if (memcmp(list->text + c->first + at, words, length) == 0) return true;
    }
    return false;
}

static void card_names_its_hits_and_each_is_a_button(void **state) {
    Search *s = *state;
    static ScreenSpots spots;
    DrawList list;
    ScreenView view = {.theme = theme_get(THEME_LIGHT),
                       .type = theme_type(false),
                       .fonts = &s->fonts.base,
                       .words = &text_english,
                       .width = 1280,
                       .height = 720,
                       .pointer_x = -1,
                       .pointer_y = -1};
    Finder *f = look_for(state, "burm");
    draw_list_init(&list);
    draw_list_reset(&list, 0);
    spots.count = 0;
    finder_draw(&list, &view, &spots, f);
    assert_true(says(&list, "Nothing here is called 'burm'"));
    assert_true(says(&list, "burn"));
    int rows = 0;
    for (int i = 0; i < spots.count; i++) rows += spots.items[i].action == ACTION_SELECT;
    assert_int_equal(rows, 3);
    assert_int_equal(screen_hit(&spots, 2, 2)->action, ACTION_CLOSE);
    draw_list_clear(&list);
}

/* ---- Files ---------------------------------------------------------------------------------- */

static int row_named(const Chooser *c, const char *name) {
    for (int i = 0; i < c->count; i++)
        if (strcmp(c->items[i].name, name) == 0) return i;
    return -1;
}

static void folders_come_first_and_only_lessons_and_programs_are_shown(void **state) {
    (void)state;
    Chooser c = {0};
    chooser_open(&c, "tests/app", &text_english);
    assert_string_equal(c.error, "");
    assert_string_equal(c.items[0].name, "..");
    assert_true(row_named(&c, "source") > 0);
    assert_true(c.items[row_named(&c, "source")].folder);
    assert_true(row_named(&c, "check_why.py") > row_named(&c, "why"));
    assert_int_equal(row_named(&c, "kitchen_texts.txt"), -1);
    chooser_close(&c);
}

static void entering_a_folder_and_coming_back_chooses_it(void **state) {
    (void)state;
    Chooser c = {0};
    char path[PLATFORM_PATH_SIZE];
    chooser_open(&c, "tests/app", &text_english);
    assert_false(chooser_take(&c, row_named(&c, "source"), &text_english, path, sizeof path));
    assert_true(row_named(&c, "bakery.py") > 0);
    assert_true(chooser_back(&c, &text_english)); /* nothing is typed */
    assert_string_equal(c.items[c.selected].name, "source");
    chooser_close(&c);
}

static void a_path_can_be_typed_and_the_beginning_of_a_name_is_enough(void **state) {
    (void)state;
    Chooser c = {0};
    char path[PLATFORM_PATH_SIZE];
    chooser_open(&c, "tests/app", &text_english);
    assert_true(chooser_type(&c, "source/bakery.py"));
    assert_true(chooser_take(&c, c.selected, &text_english, path, sizeof path));
    assert_non_null(strstr(path, "tests/app/source/bakery.py"));
    chooser_close(&c);
    chooser_open(&c, "tests/app/source", &text_english);
    assert_true(chooser_type(&c, "bak"));
    assert_true(chooser_take(&c, c.selected, &text_english, path, sizeof path));
    assert_non_null(strstr(path, "source/bakery.py"));
    assert_true(chooser_type(&c, "x"));
    assert_false(chooser_take(&c, c.selected, &text_english, path, sizeof path));
    assert_non_null(strstr(c.error, "bakx"));
    assert_true(chooser_back(&c, &text_english)); /* takes a letter back */
    assert_string_equal(c.field.text, "bak");
    assert_string_equal(c.error, "");
    chooser_close(&c);
}

static void a_folder_that_cannot_be_read_is_told_and_another_one_is_shown(void **state) {
    (void)state;
    Chooser c = {0};
    chooser_open(&c, "tests/no such folder", &text_english);
    assert_true(c.open);
    assert_non_null(strstr(c.error, "no such folder"));
    assert_true(row_named(&c, "tests") > 0);
    chooser_close(&c);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(without_a_word_all_names_are_listed_and_no_lines,
                                        open_search, close_search),
        cmocka_unit_test_setup_teardown(tasks_things_functions_and_lines_are_found_in_any_case,
                                        open_search, close_search),
        cmocka_unit_test_setup_teardown(without_hits_the_nearest_names_are_offered, open_search,
                                        close_search),
        cmocka_unit_test_setup_teardown(card_names_its_hits_and_each_is_a_button, open_search,
                                        close_search),
        cmocka_unit_test(folders_come_first_and_only_lessons_and_programs_are_shown),
        cmocka_unit_test(entering_a_folder_and_coming_back_chooses_it),
        cmocka_unit_test(a_path_can_be_typed_and_the_beginning_of_a_name_is_enough),
        cmocka_unit_test(a_folder_that_cannot_be_read_is_told_and_another_one_is_shown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
