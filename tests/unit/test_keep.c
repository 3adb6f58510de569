/* Settings and progress: what is kept, and what happens to a file that makes no sense. */
#define _POSIX_C_SOURCE 200809L
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "keep/keep_breaks.h"
#include "keep/keep_marks.h"
#include "keep/progress.h"
#include "keep/settings.h"
#include "model/model.h"
#include "platform/platform_files.h"

static char folder[] = "keepXXXXXX", home[PLATFORM_PATH_SIZE];
static char notice[KEEP_NOTICE_SIZE];

static int make_home(void **state) {
    (void)state;
    char here[PLATFORM_PATH_SIZE];
    const char *build = getenv("COROSCOPE_BUILD");
    snprintf(here, sizeof here, "%s/%s", build ? build : "/tmp", folder);
    if (!mkdtemp(here) || snprintf(home, sizeof home, "%s", here) < 0) return -1;
    return setenv("XDG_CONFIG_HOME", home, 1);
}

static void path_of(char *path, const char *name) {
    assert_true(snprintf(path, PLATFORM_PATH_SIZE, "%s/coroscope/%s", home, name) > 0);
}

static void put(const char *name, const char *text, size_t length) {
    char path[PLATFORM_PATH_SIZE], error[256];
    path_of(path, name);
    assert_true(platform_write_file(path, text, length, error, sizeof error));
}

static int forget(void **state) {
    (void)state;
    static const char *const names[] = {"settings",           "progress",        "breakpoints",
                                        "bookmarks",          "settings.broken", "progress.broken",
                                        "breakpoints.broken", "bookmarks.broken"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        char path[PLATFORM_PATH_SIZE];
        path_of(path, names[i]);
        remove(path);
    }
    return 0;
}

static int leave_home(void **state) {
    char path[PLATFORM_PATH_SIZE];
    forget(state);
    path_of(path, "");
    remove(path);
    return remove(home);
}

static void without_a_file_the_defaults_hold(void **state) {
    (void)state;
    Settings s, expected = settings_default();
    assert_true(settings_load(&s, &text_english, notice, sizeof notice));
    assert_true(settings_same(&s, &expected));
    assert_string_equal(notice, "");
}

static void settings_come_back_as_they_were_saved(void **state) {
    (void)state;
    Settings s = {THEME_LIGHT, 1.25F, true, false, true, 4, 5, 256, "es"}, back;
    assert_true(settings_save(&s, &text_english, notice, sizeof notice));
    assert_true(settings_load(&back, &text_english, notice, sizeof notice));
    assert_true(settings_same(&s, &back));
    s.zoom = 1;
    assert_false(settings_same(&s, &back));
}

static void settings_from_before_the_caption_could_be_hidden_show_it(void **state) {
    (void)state;
    Settings s;
    put("settings", "panels 31\n", 10);
    assert_true(settings_load(&s, &text_english, notice, sizeof notice));
    assert_int_equal(s.panels, PANEL_ALL);
    s.panels = PANEL_ALL & ~(unsigned)PANEL_CAPTION;
    assert_true(settings_save(&s, &text_english, notice, sizeof notice));
    assert_true(settings_load(&s, &text_english, notice, sizeof notice));
    assert_int_equal(s.panels, PANEL_ALL & ~PANEL_CAPTION);
}

static void a_broken_settings_file_is_set_aside_and_told(void **state) {
    (void)state;
    static const char *const bad[] = {
        "theme dark\nzoom nine\n", "theme\n",     "zoom 3\n",      "what 1\n",
        "spotlight perhaps\n",     "speed 1 2\n", "record_mib 3\n"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        Settings s, expected = settings_default();
        char path[PLATFORM_PATH_SIZE], error[256], *text;
        forget(state);
        put("settings", bad[i], strlen(bad[i]));
        assert_false(settings_load(&s, &text_english, notice, sizeof notice));
        assert_true(settings_same(&s, &expected));
        assert_non_null(strstr(notice, i == 0 ? "line 2" : "line 1"));
        path_of(path, "settings.broken");
        assert_non_null(strstr(notice, path));
        assert_true(platform_read_file(path, 1000, &text, NULL, error, sizeof error));
        assert_string_equal(text, bad[i]);
        free(text);
    }
}

static void a_file_with_a_zero_byte_is_broken(void **state) {
    (void)state;
    Settings s;
    put("settings", "theme dark\n\0zoom 1\n", 20);
    assert_false(settings_load(&s, &text_english, notice, sizeof notice));
    assert_non_null(strstr(notice, "settings.broken"));
}

static void progress_remembers_the_furthest_step_and_the_last_lesson(void **state) {
    (void)state;
    static Progress p, back;
    p.count = 0;
    progress_note(&p, "queues/one", 30, 60);
    progress_note(&p, "tasks/two", 5, 10);
    progress_note(&p, "queues/one", 12, 60);
    progress_answer(&p, "queues/one", true);
    progress_answer(&p, "queues/one", false);
    assert_true(progress_save(&p, &text_english, notice, sizeof notice));
    assert_true(progress_load(&back, &text_english, notice, sizeof notice));
    assert_int_equal(back.count, 2);
    assert_string_equal(back.lessons[0].id, "queues/one");
    const ProgressLesson *one = progress_find(&back, "queues/one");
    assert_int_equal(one->here, 12);
    assert_int_equal(one->furthest, 30);
    assert_int_equal(one->answered, 2);
    assert_int_equal(one->right, 1);
    assert_true(progress_share(one) == 0.5F);
    assert_null(progress_find(&back, "queues/none"));
    assert_true(progress_share(NULL) == 0);
}

static void the_oldest_lesson_gives_way_when_progress_is_full(void **state) {
    (void)state;
    static Progress p;
    char id[32];
    p.count = 0;
    for (int i = 0; i <= PROGRESS_LESSONS; i++) {
        snprintf(id, sizeof id, "lesson/%d", i);
        progress_note(&p, id, 1, 2);
    }
    assert_int_equal(p.count, PROGRESS_LESSONS);
    assert_null(progress_find(&p, "lesson/0"));
    assert_non_null(progress_find(&p, "lesson/1"));
    assert_string_equal(p.lessons[0].id, id);
}

static void ids_that_cannot_be_kept_are_left_out(void **state) {
    (void)state;
    static Progress p;
    p.count = 0;
    progress_note(&p, "", 1, 2);
    progress_note(&p, "two words", 1, 2);
    progress_note(&p, "#hash", 1, 2);
    assert_int_equal(p.count, 0);
}

static void a_broken_progress_file_is_set_aside(void **state) {
    (void)state;
    static Progress p;
    static const char text[] = "queues/one 1 2 3 5 4\nqueues/two 1 2\n";
    put("progress", text, sizeof text - 1);
    assert_false(progress_load(&p, &text_english, notice, sizeof notice));
    assert_int_equal(p.count, 0);
    assert_non_null(strstr(notice, "line 2"));
}

static void breakpoints_come_back_with_their_conditions(void **state) {
    (void)state;
    KeepBreaks kept = {0}, back = {0};
    Breaks some = {0}, none = {0};
    breaks_set(&some, 12, "");
    breaks_set(&some, 3, "name == 'Ann #1' and 100 % n > \"\u00FC\"");
    keep_breaks_note(&kept, "queues/one", &some);
    keep_breaks_note(&kept, "/a folder/two.py", &some);
    keep_breaks_note(&kept, "queues/three", &some);
    keep_breaks_note(&kept, "queues/three", &none); /* the last one was taken away */
    assert_int_equal(kept.count, 2);
    assert_true(keep_breaks_save(&kept, &text_english, notice, sizeof notice));
    assert_true(keep_breaks_load(&back, &text_english, notice, sizeof notice));
    assert_int_equal(back.count, 2);
    assert_string_equal(back.lessons[0].id, "/a folder/two.py");
    const Breaks *one = keep_breaks_find(&back, "queues/one");
    assert_non_null(one);
    assert_memory_equal(one, &some, sizeof some);
    assert_null(keep_breaks_find(&back, "queues/three"));
    keep_breaks_clear(&kept);
    keep_breaks_clear(&back);
}

static void a_broken_breakpoints_file_is_set_aside(void **state) {
    (void)state;
    static const char *const bad[] = {"one\n", "one 0\n", "one 3 a b\n", "one 3 %4\n", "o%00 3\n"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        KeepBreaks kept = {0};
        put("breakpoints", bad[i], strlen(bad[i]));
        assert_false(keep_breaks_load(&kept, &text_english, notice, sizeof notice));
        assert_true(*notice);
        assert_int_equal(kept.count, 0);
    }
}

static void bookmarks_come_back_with_their_lesson(void **state) {
    (void)state;
    KeepMarks kept = {0}, back = {0};
    const Playhead some[] = {{.step = 4},
                             {.step = 4, .event = 17},
                             {.step = 9, .made = 20, .instruction = 5000000000},
                             {.step = 12, .end = true}};
    keep_marks_note(&kept, "queues/one", some, 4);
    keep_marks_note(&kept, "/a folder/two.py", some, 1);
    keep_marks_note(&kept, "queues/three", some, 2);
    keep_marks_note(&kept, "queues/three", some, 0); /* the last one was taken away */
    assert_int_equal(kept.count, 2);
    assert_true(keep_marks_save(&kept, &text_english, notice, sizeof notice));
    assert_true(keep_marks_load(&back, &text_english, notice, sizeof notice));
    assert_int_equal(back.count, 2);
    assert_string_equal(back.lessons[0].id, "/a folder/two.py");
    const KeptMarks *one = keep_marks_find(&back, "queues/one");
    assert_non_null(one);
    assert_int_equal(one->count, 4);
    for (int i = 0; i < 4; i++) {
        assert_true(one->at[i].step == some[i].step && one->at[i].event == some[i].event);
        assert_true(one->at[i].instruction == some[i].instruction);
        assert_true(one->at[i].made == some[i].made && one->at[i].end == some[i].end);
    }
    assert_null(keep_marks_find(&back, "queues/three"));
    keep_marks_clear(&kept);
    keep_marks_clear(&back);
}

static void a_broken_bookmarks_file_is_set_aside_and_told(void **state) {
    (void)state;
    static const char *const bad[] = {"one 1 2 3 4\n", "one 1 2 3 4 2\n", "one -1 0 0 0 0\n",
                                      "one 1 5000000000 0 0 0\n", "one 1 0 0 0 0 0\n"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        KeepMarks kept = {0};
        put("bookmarks", bad[i], strlen(bad[i]));
        assert_false(keep_marks_load(&kept, &text_english, notice, sizeof notice));
        assert_non_null(strstr(notice, "bookmarks.broken"));
        assert_int_equal(kept.count, 0);
    }
}

static void what_cannot_be_written_is_told(void **state) {
    (void)state;
    Settings s = settings_default();
    char path[PLATFORM_PATH_SIZE];
    assert_true(platform_join(path, sizeof path, home, "file"));
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fclose(file);
    setenv("XDG_CONFIG_HOME", path, 1);
    assert_false(settings_save(&s, &text_english, notice, sizeof notice));
    assert_true(*notice != 0);
    setenv("XDG_CONFIG_HOME", home, 1);
    remove(path);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(without_a_file_the_defaults_hold, forget),
        cmocka_unit_test_teardown(settings_come_back_as_they_were_saved, forget),
        cmocka_unit_test_teardown(settings_from_before_the_caption_could_be_hidden_show_it, forget),
        cmocka_unit_test_teardown(a_broken_settings_file_is_set_aside_and_told, forget),
        cmocka_unit_test_teardown(a_file_with_a_zero_byte_is_broken, forget),
        cmocka_unit_test_teardown(progress_remembers_the_furthest_step_and_the_last_lesson, forget),
        cmocka_unit_test(the_oldest_lesson_gives_way_when_progress_is_full),
        cmocka_unit_test(ids_that_cannot_be_kept_are_left_out),
        cmocka_unit_test_teardown(a_broken_progress_file_is_set_aside, forget),
        cmocka_unit_test_teardown(breakpoints_come_back_with_their_conditions, forget),
        cmocka_unit_test_teardown(a_broken_breakpoints_file_is_set_aside, forget),
        cmocka_unit_test_teardown(bookmarks_come_back_with_their_lesson, forget),
        cmocka_unit_test_teardown(a_broken_bookmarks_file_is_set_aside_and_told, forget),
        cmocka_unit_test_teardown(what_cannot_be_written_is_told, forget),
    };
    return cmocka_run_group_tests(tests, make_home, leave_home);
}
