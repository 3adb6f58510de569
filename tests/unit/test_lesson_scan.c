/* Positions in JSON texts, UTF-8, nearest names, and how a problem is printed. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "lesson/json_scan.h"
#include "lesson/lesson_nearest.h"
#include "lesson/lesson_utf8.h"
#include "support/lesson_files.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void start(LessonProblems *problems, const char *text) {
    lesson_problems_start(problems, "x.json", text, strlen(text));
}

/* ---- The scanner ------------------------------------------------------------------------- */

static const char TREE[] = "{\n"
                           "  \"a\": [1, {\"b c\": \"h\xC3\xA9\"}],\n"
                           "\t\"\xE6\xBC\xA2\": null, \"d\": {}\n"
                           "}\n";

static void every_value_knows_its_line_columns_and_path(void **state) {
    (void)state;
    static const struct {
        const char *path;
        JsonKind kind;
        int line, column, end;
    } WANTED[] = {{"", JSON_OBJECT, 1, 1, 2},
                  {"a", JSON_LIST, 2, 8, 9},
                  {"a[0]", JSON_NUMBER, 2, 9, 10},
                  {"a[1]", JSON_OBJECT, 2, 12, 13},
                  {"a[1][\"b c\"]", JSON_STRING, 2, 20, 24},
                  {"[\"\xE6\xBC\xA2\"]", JSON_NULL, 3, 7, 11},
                  {"d", JSON_OBJECT, 3, 18, 19}};
    LessonProblems problems = {0};
    JsonScan scan;
    start(&problems, TREE);
    assert_true(json_scan(&scan, TREE, strlen(TREE), &problems));
    assert_int_equal(scan.count, sizeof WANTED / sizeof *WANTED);
    for (size_t i = 0; i < scan.count; i++) {
        LessonPlace place = json_scan_place(&scan, i, &problems.pool);
        assert_string_equal(place.path, WANTED[i].path);
        assert_int_equal(scan.nodes[i].kind, WANTED[i].kind);
        assert_int_equal(place.line, WANTED[i].line);
        assert_int_equal(place.column, WANTED[i].column);
        assert_int_equal(place.end_column, WANTED[i].end);
    }
    json_scan_clear(&scan);
    lesson_problems_clear(&problems);
}

static void a_name_has_a_place_of_its_own(void **state) {
    (void)state;
    LessonProblems problems = {0};
    JsonScan scan;
    start(&problems, TREE);
    assert_true(json_scan(&scan, TREE, strlen(TREE), &problems));
    LessonPlace place = json_scan_key_place(&scan, 4, &problems.pool);
    assert_int_equal(place.column, 13);
    assert_int_equal(place.end_column, 18);
    assert_int_equal(json_scan_field(&scan, 0, "d"), 6);
    assert_int_equal(json_scan_field(&scan, 0, "nothing"), 0);
    assert_int_equal(json_scan_item(&scan, 0, "a", 1), 3);
    assert_int_equal(json_scan_item(&scan, 0, "a", 9), 1);
    json_scan_clear(&scan);
    lesson_problems_clear(&problems);
}

static void lines_may_end_with_carriage_returns(void **state) {
    (void)state;
    static const char TEXT[] = "{\r\n\"a\": 1,\r\n\"b\": \"x\r\n}\r\n";
    LessonProblems problems = {0};
    JsonScan scan;
    start(&problems, TEXT);
    assert_false(json_scan(&scan, TEXT, strlen(TEXT), &problems));
    assert_int_equal(problems.count, 1);
    assert_int_equal(problems.items[0].line, 3);
    assert_int_equal(problems.items[0].end_column, 8);
    json_scan_clear(&scan);
    lesson_problems_clear(&problems);
}

/* All of JSON's own grammar that lessons seldom use. */
static void what_json_allows_is_accepted(void **state) {
    (void)state;
    static const char *const TEXTS[] = {"0",
                                        "-0.5e+10",
                                        "1E-2",
                                        "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\ude00\"",
                                        "[]",
                                        "[[], {}, [[]]]",
                                        "\t{\r\n}\n",
                                        "{\"\": {\"\": true}}",
                                        "\"\x7F\"",
                                        "\xEF\xBB\xBFnull",
                                        "123456789012345678901234567890"};
    for (size_t i = 0; i < sizeof TEXTS / sizeof *TEXTS; i++) {
        LessonProblems problems = {0};
        JsonScan scan;
        start(&problems, TEXTS[i]);
        assert_true(json_scan(&scan, TEXTS[i], strlen(TEXTS[i]), &problems));
        assert_int_equal(problems.count, 0);
        json_scan_clear(&scan);
        lesson_problems_clear(&problems);
    }
}

static void what_json_forbids_is_refused(void **state) {
    (void)state;
    static const char *const TEXTS[] = {"",
                                        "   ",
                                        "-",
                                        "--1",
                                        "1.e3",
                                        "01",
                                        "1e",
                                        "\"",
                                        "\"\\",
                                        "\"\\u",
                                        "\"\\ud800\\u0041\"",
                                        "[",
                                        "{",
                                        "}",
                                        "]",
                                        ",",
                                        ":",
                                        "[1",
                                        "{\"a\"",
                                        "{\"a\":",
                                        "{\"a\":1",
                                        "nul",
                                        "truee",
                                        "[1,]",
                                        "{,}",
                                        "[,]",
                                        "{\"a\" 1}",
                                        "{1: 2}",
                                        "1 2",
                                        "[1}",
                                        "'a",
                                        "\xE2\x80\x9C"
                                        "a",
                                        "\"\n\"",
                                        "/",
                                        "/*",
                                        "[/*",
                                        "\\"};
    for (size_t i = 0; i < sizeof TEXTS / sizeof *TEXTS; i++) {
        LessonProblems problems = {0};
        JsonScan scan;
        start(&problems, TEXTS[i]);
        if (json_scan(&scan, TEXTS[i], strlen(TEXTS[i]), &problems)) fail_msg("%s", TEXTS[i]);
        assert_true(problems.count >= 1);
        free(lesson_files_print(&problems));
        json_scan_clear(&scan);
        lesson_problems_clear(&problems);
    }
}

static void depth_64_is_accepted_and_65_refused(void **state) {
    (void)state;
    for (int depth = 64; depth <= 65; depth++) {
        char text[200] = "";
        for (int i = 0; i < depth; i++) strcat(text, "[");
        for (int i = 0; i < depth; i++) strcat(text, "]");
        LessonProblems problems = {0};
        JsonScan scan;
        start(&problems, text);
        assert_int_equal(json_scan(&scan, text, strlen(text), &problems), depth == 64);
        json_scan_clear(&scan);
        lesson_problems_clear(&problems);
    }
}

static void a_name_is_a_double_however_it_is_written(void **state) {
    (void)state;
    static const char TEXT[] = "{\"ab\": 1, \"c\": {\"ab\": 2}, \"\\u0061b\": 3, \"ab\": 4}";
    LessonProblems problems = {0};
    JsonScan scan;
    start(&problems, TEXT);
    assert_true(json_scan(&scan, TEXT, strlen(TEXT), &problems));
    assert_int_equal(problems.count, 2);
    assert_int_equal(problems.items[0].column, 27);
    assert_int_equal(problems.items[1].column, 41);
    json_scan_clear(&scan);
    lesson_problems_clear(&problems);
}

/* ---- UTF-8 ------------------------------------------------------------------------------- */

static void only_shortest_forms_of_real_characters_are_utf_8(void **state) {
    (void)state;
    static const struct {
        const char *bytes;
        size_t good;
    } CASES[] = {{"a\x7F", 2},
                 {"\xC2\x80", 2},
                 {"\xDF\xBF", 2},
                 {"\xE0\xA0\x80", 3},
                 {"\xEF\xBF\xBF", 3},
                 {"\xF0\x90\x80\x80", 4},
                 {"\xF4\x8F\xBF\xBF", 4},
                 {"a\xC0\x80", 1},
                 {"a\xC1\xBF", 1},
                 {"a\xE0\x9F\xBF", 1},
                 {"a\xED\xA0\x80", 1},
                 {"a\xF0\x8F\xBF\xBF", 1},
                 {"a\xF4\x90\x80\x80", 1},
                 {"a\xF5\x80\x80\x80", 1},
                 {"a\x80", 1},
                 {"a\xE2\x82", 1},
                 {"a\xE2", 1},
                 {"a\xFF", 1}};
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++)
        assert_int_equal(lesson_utf8_check(CASES[i].bytes, strlen(CASES[i].bytes)), CASES[i].good);
}

static void encoding_and_decoding_agree(void **state) {
    (void)state;
    static const uint32_t CODES[] = {0,      0x7F,   0x80,    0x7FF,   0x800,
                                     0xFFFD, 0xFFFF, 0x10000, 0x10FFFF};
    for (size_t i = 0; i < sizeof CODES / sizeof *CODES; i++) {
        char bytes[4];
        uint32_t code = 1;
        size_t length = lesson_utf8_encode(CODES[i], bytes);
        assert_int_equal(lesson_utf8_decode(bytes, length, &code), length);
        assert_int_equal(code, CODES[i]);
    }
}

/* ---- Nearest names ----------------------------------------------------------------------- */

static void nearest_names_count_changed_letters(void **state) {
    (void)state;
    assert_int_equal(lesson_nearest_distance("spotligth", "spotlight"), 2); /* one swap */
    assert_int_equal(lesson_nearest_distance("Format", "format"), 1);
    assert_int_equal(lesson_nearest_distance("sorce", "source"), 2);
    assert_int_equal(lesson_nearest_distance("", "abc"), 6);
    assert_int_equal(lesson_nearest_distance("same", "same"), 0);
    char longest[100];
    memset(longest, 'a', sizeof longest);
    longest[99] = '\0';
    assert_int_equal(lesson_nearest_distance(longest, "a"), INT_MAX);
}

static void names_that_are_far_are_not_offered(void **state) {
    (void)state;
    static const char *const NAMES[] = {"at", "say", "spotlight", "pause", "note"};
    assert_string_equal(lesson_nearest("spot_light", NAMES, 5), "spotlight");
    assert_string_equal(lesson_nearest("notes", NAMES, 5), "note");
    assert_string_equal(lesson_nearest("SAY", NAMES, 5), "say");
    assert_null(lesson_nearest("zzzzzz", NAMES, 5));
    static const char *const options[] = {"step", "size", "out", "theme", "out-dir"};
    assert_null(lesson_nearest("nope", options, 5));
    assert_null(lesson_nearest("stage", options, 5));
    assert_null(lesson_nearest("output", options, 5));
    assert_string_equal(lesson_nearest("steps", options, 5), "step");
    assert_string_equal(lesson_nearest("stpe", options, 5), "step");
    assert_string_equal(lesson_nearest("thene", options, 5), "theme");
    assert_string_equal(lesson_nearest("outdir", options, 5), "out-dir");
    assert_string_equal(lesson_nearest("OUT", options, 5), "out");
    assert_null(lesson_nearest("x", NAMES, 0));
}

/* ---- Printing ---------------------------------------------------------------------------- */

static void expect_print(const char *text, LessonPlace place, const char *expected) {
    LessonProblems problems = {0};
    start(&problems, text);
    lesson_problem_add(&problems, &place, "why");
    char *printed = lesson_files_print(&problems);
    assert_string_equal(printed, expected);
    free(printed);
    lesson_problems_clear(&problems);
}

static void marks_stand_under_what_they_mark(void **state) {
    (void)state;
    expect_print("a\n\tbad\n", (LessonPlace){2, 2, 5, 0, "p"},
                 "x.json:2:2: p: why\n     2 |  bad\n       |  ^~~\n");
    /* wide characters take two columns */
    expect_print("\xE6\xBC\xA2\xE6\xBC\xA2x", (LessonPlace){1, 2, 4, 0, ""},
                 "x.json:1:2: why\n     1 | \xE6\xBC\xA2\xE6\xBC\xA2x\n       |   ^^~\n");
    /* just after the end of a line */
    expect_print("ab\n", (LessonPlace){1, 3, 4, 0, ""},
                 "x.json:1:3: why\n     1 | ab\n       |   ^\n");
    /* control characters and broken bytes do no harm to a terminal */
    expect_print("a\x1B[31m\xFF", (LessonPlace){1, 1, 2, 0, ""},
                 "x.json:1:1: why\n     1 | a\xEF\xBF\xBD[31m\xEF\xBF\xBD\n       | ^\n");
    expect_print("a", (LessonPlace){0, 0, 0, 0, ""}, "x.json: why\n");
}

static void long_lines_are_cut_around_the_place(void **state) {
    (void)state;
    char text[401];
    memset(text, '.', 400);
    text[400] = '\0';
    text[299] = '!';
    LessonProblems problems = {0};
    LessonPlace place = {1, 300, 301, 0, ""};
    start(&problems, text);
    lesson_problem_add(&problems, &place, "why");
    char *printed = lesson_files_print(&problems);
    const char *line = strstr(printed, " | "), *marks = strstr(line, "\n");
    /* 6 bytes stand before the dots, and 10 before their marks */
    assert_int_equal(strcspn(line, "!") - 6, strcspn(marks + 1, "^") - 10);
    assert_true(strlen(printed) < 300);
    free(printed);
    lesson_problems_clear(&problems);
}

static void quoted_texts_are_cut_and_escaped(void **state) {
    (void)state;
    LessonProblems problems = {0};
    start(&problems, "");
    assert_string_equal(lesson_problem_quote(&problems, "a\n\x01", 3), "\"a\\n\\u0001\"");
    char longest[200];
    memset(longest, 'a', sizeof longest);
    const char *quoted = lesson_problem_quote(&problems, longest, sizeof longest);
    assert_int_equal(strlen(quoted), 60 + 3 + 2);
    lesson_problems_clear(&problems);
}

static void problems_are_put_in_the_order_of_the_file(void **state) {
    (void)state;
    LessonProblems problems = {0};
    start(&problems, "");
    static const int PLACES[][2] = {{5, 1}, {2, 9}, {2, 3}, {5, 1}, {1, 7}};
    for (int i = 0; i < 5; i++) {
        LessonPlace place = {PLACES[i][0], PLACES[i][1], PLACES[i][1] + 1, 0, ""};
        lesson_problem_add(&problems, &place, "%d", i);
    }
    lesson_problems_sort(&problems);
    static const char *const ORDER[] = {"4", "2", "1", "0", "3"};
    for (size_t i = 0; i < 5; i++) assert_string_equal(problems.items[i].text, ORDER[i]);
    lesson_problems_clear(&problems);
}

static void a_nearest_name_is_known_by_its_one_slip(void **state) {
    (void)state;
    assert_int_equal(lesson_nearest_slip("spotligth", "spotlight"), SLIP_SWAPPED);
    assert_int_equal(lesson_nearest_slip("slepe", "sleep"), SLIP_SWAPPED);
    assert_int_equal(lesson_nearest_slip("sorce", "source"), SLIP_MISSING);
    assert_int_equal(lesson_nearest_slip("notes", "note"), SLIP_ADDED);
    assert_int_equal(lesson_nearest_slip("nate", "note"), SLIP_CHANGED);
    assert_int_equal(lesson_nearest_slip("SAY", "say"), SLIP_CAPITALS);
    assert_int_equal(lesson_nearest_slip("pasue", "phase"), SLIP_NONE);
    assert_int_equal(lesson_nearest_slip("say", "say"), SLIP_NONE);
    assert_int_equal(lesson_nearest_slip("", "ab"), SLIP_NONE);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_value_knows_its_line_columns_and_path),
        cmocka_unit_test(a_name_has_a_place_of_its_own),
        cmocka_unit_test(lines_may_end_with_carriage_returns),
        cmocka_unit_test(what_json_allows_is_accepted),
        cmocka_unit_test(what_json_forbids_is_refused),
        cmocka_unit_test(depth_64_is_accepted_and_65_refused),
        cmocka_unit_test(a_name_is_a_double_however_it_is_written),
        cmocka_unit_test(only_shortest_forms_of_real_characters_are_utf_8),
        cmocka_unit_test(encoding_and_decoding_agree),
        cmocka_unit_test(nearest_names_count_changed_letters),
        cmocka_unit_test(a_nearest_name_is_known_by_its_one_slip),
        cmocka_unit_test(names_that_are_far_are_not_offered),
        cmocka_unit_test(marks_stand_under_what_they_mark),
        cmocka_unit_test(long_lines_are_cut_around_the_place),
        cmocka_unit_test(quoted_texts_are_cut_and_escaped),
        cmocka_unit_test(problems_are_put_in_the_order_of_the_file)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
