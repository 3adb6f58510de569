/* Lessons are loaded from real files: good ones into plain data, bad ones into exact messages.
   `test_lesson --record` writes the messages of tests/lessons/bad anew, for a person to review. */

#define _POSIX_C_SOURCE 200809L
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "lesson/lesson.h"
#include "lesson/lesson_index.h"
#include "support/lesson_files.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BAD_FOLDER "tests/lessons/bad"

enum { LEAST_BAD_LESSONS = 40 };

static const char *const EVENTS[] = {"iteration.begun", "task.created", "task.suspended",
                                     "task.woken"};

/* A small program in memory, and a lesson beside it that a test writes. */
#define PROGRAM                                                                                    \
    "import asyncio\n\nasync def main():\n    await asyncio.sleep(1)\n    print('up')\n\n"         \
    "asyncio.run(main())\n"
#define HEAD "{\"format\": 1, \"id\": \"a/b\", \"title\": \"T\", "

static LessonContext disk_context(void) {
    return (LessonContext){.reader = lesson_files_on_disk(),
                           .events = EVENTS,
                           .event_count = sizeof EVENTS / sizeof *EVENTS};
}

/* Loads a lesson text that stands in memory as course/lesson.json, beside nap.py. */
static bool load_text(const char *text, size_t length, Lesson *lesson, LessonProblems *problems) {
    const LessonMemoryFile files[] = {{"course/lesson.json", text, length},
                                      {"course/nap.py", PROGRAM, 0},
                                      {"course/sub/deep.py", "print('deep')\n", 0},
                                      {"course/nul.py", "a\0b", 3},
                                      {NULL, NULL, 0}};
    LessonContext context = {.reader = lesson_files_in_memory(files)};
    return lesson_load(&context, "course/lesson.json", lesson, problems);
}

/* Loads a text with one problem; the result stands in `problems`. */
static const LessonProblem *only_problem(const char *text, size_t length,
                                         LessonProblems *problems) {
    Lesson lesson;
    assert_false(load_text(text, length, &lesson, problems));
    assert_int_equal(problems->count, 1);
    return &problems->items[0];
}

static void expect_problem(const char *text, size_t length, const char *message) {
    LessonProblems problems = {0};
    const LessonProblem *problem = only_problem(text, length, &problems);
    assert_string_equal(problem->text, message);
    assert_int_equal(problem->line, 0);
    lesson_problems_clear(&problems);
}

/* ---- Good lessons ------------------------------------------------------------------------ */

static void every_lesson_of_the_index_loads(void **state) {
    (void)state;
    LessonContext context = {.reader = lesson_files_on_disk()}; /* any event will do */
    LessonIndex index;
    LessonProblems problems = {0};
    assert_true(lesson_index_load(&context, "scenarios/index.json", &index, &problems));
    size_t lessons = 0;
    for (size_t i = 0; i < index.chapters.count; i++) {
        const LessonChapter *chapter = &index.chapters.items[i];
        assert_true(lesson_text(&chapter->title, "en")[0]);
        for (size_t j = 0; j < chapter->lessons.count; j++, lessons++) {
            Lesson lesson;
            bool good = lesson_load(&context, chapter->lessons.items[j], &lesson, &problems);
            if (!good) lesson_problems_print(&problems, stderr);
            assert_true(good);
            assert_in_range(lesson.moments.count, 5, 15);
            assert_true(lesson.checkpoints.count >= 1 && lesson.variants.count >= 1);
            assert_true(lesson.objectives.count >= 1 && lesson.minutes > 0);
            assert_non_null(lesson.expect.stdout_text);
            lesson_clear(&lesson);
        }
    }
    assert_true(lessons >= 3);
    lesson_index_clear(&index);
    lesson_problems_clear(&problems);
}

static void the_queue_lesson_is_plain_data(void **state) {
    (void)state;
    LessonContext context = disk_context();
    Lesson lesson;
    LessonProblems problems = {0};
    assert_true(
        lesson_load(&context, "scenarios/queues/producer_consumer.json", &lesson, &problems));
    assert_string_equal(lesson.id, "queues/producer-consumer");
    assert_int_equal(lesson.level, LESSON_INTERMEDIATE);
    assert_string_equal(lesson.requires.items[0], "tasks/three-sleepers");
    assert_string_equal(lesson.program.name, "producer_consumer.py");
    assert_string_equal(lesson.program.path, "scenarios/queues/producer_consumer.py");
    assert_true(lesson.program.length == strlen(lesson.program.text));
    const LessonMoment *full = &lesson.moments.items[2];
    assert_int_equal(full->at.kind, LESSON_AT_SOURCE);
    assert_string_equal(full->at.text, "await shelf.put(loaf)");
    assert_int_equal(full->at.line, 7);
    assert_int_equal(full->at.nth, 3);
    assert_true(full->pause);
    assert_string_equal(full->spotlight.kind, "queue");
    assert_string_equal(full->spotlight.name, "shelf");
    assert_string_equal(full->at.place.path, "moments[2].at.source");
    assert_int_equal(lesson.checkpoints.items[1].ask, LESSON_ASK_VALUE);
    assert_string_equal(lesson.checkpoints.items[1].expression, "shelf.qsize()");
    assert_string_equal(lesson.checkpoints.items[1].in.name, "Tom");
    assert_int_equal(lesson.variants.items[0].kind, LESSON_VARIANT_EDIT);
    assert_string_equal(lesson.variants.items[0].edit.find, "maxsize=2");
    assert_true(lesson.expect.elapsed == 10);
    assert_string_equal(lesson.expect.exception, ""); /* none may happen */
    lesson_clear(&lesson);
    lesson_problems_clear(&problems);
}

static void every_field_is_kept(void **state) {
    (void)state;
    Lesson lesson;
    LessonProblems problems = {0};
    static const char TEXT[] = HEAD
        "\"program\": {\"file\": \"nap.py\"}, \"seed\": -7, \"level\": \"advanced\","
        "\"stdin\": [{\"at\": 0.5, \"text\": \"hi\\n\"}],"
        "\"world\": {\"http\": {\"https://a.b/c\": {\"after\": 0.25, \"json\": [1, {}]}}},"
        "\"limits\": {\"virtual_seconds\": 60, \"instructions\": 1000, \"memory_mib\": 8,"
        "\"output\": 99}, \"view\": {\"panels\": [\"stage\", \"output\"], \"follow\": \"main\"},"
        "\"moments\": [{\"at\": {\"line\": 4, \"hit\": 2, \"task\": \"t\"}, \"say\": \"a\","
        "\"note\": \"n\", \"spotlight\": \"queue#2\"}, {\"at\": {\"event\": \"e\","
        "\"object\": \"o\", \"nth\": 3}, \"say\": \"b\", \"spotlight\": \"panel:ready\"},"
        "{\"at\": {\"output\": \"up\", \"nth\": 2}, \"say\": \"c\"}],"
        "\"variants\": [{\"title\": \"v\", \"inject\": {\"at\": {\"time\": 0.5},"
        "\"raise\": \"ValueError('x')\", \"in\": \"task:main\"}}],"
        "\"expect\": {\"exception\": \"ValueError: x\"}}";
    if (!load_text(TEXT, 0, &lesson, &problems)) lesson_problems_print(&problems, stderr);
    assert_int_equal(problems.count, 0);
    assert_int_equal(lesson.seed, -7);
    assert_int_equal(lesson.level, LESSON_ADVANCED);
    assert_true(lesson.input.items[0].at == 0.5);
    assert_string_equal(lesson.input.items[0].text, "hi\n");
    assert_string_equal(lesson.world.http.items[0].url, "https://a.b/c");
    assert_string_equal(lesson.world.http.items[0].json, "[1, {}]");
    assert_int_equal(lesson.world.http.items[0].status, 200);
    assert_int_equal(lesson.limits.memory_mib, 8);
    assert_int_equal(lesson.limits.output, 99);
    assert_string_equal(lesson.view.panels.items[1], "output");
    assert_true(lesson.view.zoom == 1);
    assert_int_equal(lesson.moments.items[0].at.line, 4);
    assert_int_equal(lesson.moments.items[0].at.nth, 2);
    assert_string_equal(lesson.moments.items[0].at.task, "t");
    assert_int_equal(lesson.moments.items[0].spotlight.number, 2);
    assert_null(lesson.moments.items[0].spotlight.name);
    assert_string_equal(lesson.moments.items[1].at.object, "o");
    assert_string_equal(lesson.moments.items[1].spotlight.name, "ready");
    assert_string_equal(lesson.moments.items[2].at.text, "up");
    assert_int_equal(lesson.variants.items[0].inject.kind, LESSON_INJECT_RAISE);
    assert_string_equal(lesson.variants.items[0].inject.target.name, "main");
    assert_null(lesson.expect.stdout_text);
    assert_true(lesson.expect.elapsed < 0);
    lesson_clear(&lesson);
    lesson_problems_clear(&problems);
}

static void a_program_can_stand_in_the_lesson_or_in_a_folder_below(void **state) {
    (void)state;
    Lesson lesson;
    LessonProblems problems = {0};
    assert_true(load_text(HEAD "\"program\": {\"text\": \"print(1)\\n\"}}", 0, &lesson, &problems));
    assert_string_equal(lesson.program.name, "lesson.py");
    assert_string_equal(lesson.program.text, "print(1)\n");
    assert_int_equal(lesson.program.length, 9);
    assert_null(lesson.program.path);
    lesson_clear(&lesson);
    assert_true(
        load_text(HEAD "\"program\": {\"file\": \"./sub/deep.py\"}}", 0, &lesson, &problems));
    assert_string_equal(lesson.program.name, "deep.py");
    lesson_clear(&lesson);
    lesson_problems_clear(&problems);
}

static void a_bare_program_is_a_lesson_without_moments(void **state) {
    (void)state;
    const LessonMemoryFile files[] = {{"my/kitchen_rush-hour.py", "\xEF\xBB\xBFprint(1)\n", 0},
                                      {NULL, NULL, 0}};
    LessonContext context = {.reader = lesson_files_in_memory(files)};
    Lesson lesson;
    LessonProblems problems = {0};
    assert_true(lesson_load(&context, "my/kitchen_rush-hour.py", &lesson, &problems));
    assert_true(lesson.is_bare);
    assert_string_equal(lesson_text(&lesson.title, "en"), "Kitchen rush hour");
    assert_string_equal(lesson.program.name, "kitchen_rush-hour.py");
    assert_string_equal(lesson.program.text, "print(1)\n"); /* without the byte order mark */
    assert_int_equal(lesson.moments.count, 0);
    lesson_clear(&lesson);
    lesson_problems_clear(&problems);
}

static void a_text_falls_back_to_base_language_then_english_then_the_first(void **state) {
    (void)state;
    LessonTranslation words[] = {{"de", "Guten Tag"}, {"en", "Hello"}, {"pt", "Bom dia"}};
    LessonText text = {words, 3}, none = {0};
    assert_string_equal(lesson_text(&text, "de"), "Guten Tag");
    assert_string_equal(lesson_text(&text, "pt-BR"), "Bom dia");
    assert_string_equal(lesson_text(&text, "fr"), "Hello");
    assert_string_equal(lesson_text(&(LessonText){words, 1}, "fr"), "Guten Tag");
    assert_string_equal(lesson_text(&none, "en"), "");
}

static void escaped_names_and_texts_are_read_as_json_means_them(void **state) {
    (void)state;
    Lesson lesson;
    LessonProblems problems = {0};
    assert_true(load_text("\xEF\xBB\xBF{\"f\\u006frmat\": 1, \"id\": \"a\", \"title\": "
                          "\"\\ud83d\\ude00 \\\"\\u00e9\\\"\", \"program\": {\"text\": \"x\"}}\r\n",
                          0, &lesson, &problems));
    assert_string_equal(lesson_text(&lesson.title, "en"), "\xF0\x9F\x98\x80 \"\xC3\xA9\"");
    lesson_clear(&lesson);
    lesson_problems_clear(&problems);
}

/* ---- Bad files --------------------------------------------------------------------------- */

static void a_file_over_1_mib_is_refused(void **state) {
    (void)state;
    size_t length = (1 << 20) + 1;
    char *text = malloc(length);
    assert_non_null(text);
    memset(text, ' ', length);
    expect_problem(text, length, "the file has 1048577 bytes: more than 1 MiB is refused");
    free(text);
}

static void utf_16_is_refused_by_its_name(void **state) {
    (void)state;
    expect_problem("\xFF\xFE{\0}\0", 6, "the file is UTF-16");
    expect_problem("\0{\0}", 4, "the file is UTF-16");
}

static void a_program_that_is_no_text_is_refused(void **state) {
    (void)state;
    LessonProblems problems = {0};
    const LessonProblem *problem =
        only_problem(HEAD "\"program\": {\"file\": \"nul.py\"}}", 0, &problems);
    assert_string_equal(problem->text, "nul.py: the byte 0x00 in line 1, column 2 is not text");
    assert_string_equal(problem->path, "program.file");
    lesson_problems_clear(&problems);
}

static void a_missing_file_and_an_unknown_ending_are_refused(void **state) {
    (void)state;
    LessonContext context = disk_context();
    static const char *const CASES[][2] = {
        {"tests/lessons/nothing.json", "the file cannot be read"},
        {"tests/lessons/nothing.py", "the file cannot be read"},
        {"tests/CMakeLists.txt", "a lesson's file ends in .json, a program's in .py"}};
    for (size_t i = 0; i < 3; i++) {
        Lesson lesson;
        LessonProblems problems = {0};
        assert_false(lesson_load(&context, CASES[i][0], &lesson, &problems));
        assert_int_equal(problems.count, 1);
        assert_string_equal(problems.items[0].text, CASES[i][1]);
        lesson_problems_clear(&problems);
    }
}

static void a_bare_program_in_another_encoding_is_shown_where(void **state) {
    (void)state;
    LessonContext context = disk_context();
    Lesson lesson;
    LessonProblems problems = {0};
    assert_false(lesson_load(&context, BAD_FOLDER "/latin.py", &lesson, &problems));
    assert_string_equal(problems.items[0].text, "the byte 0xE9 is not UTF-8");
    assert_int_equal(problems.items[0].line, 1);
    assert_int_equal(problems.items[0].column, 6);
    lesson_problems_clear(&problems);
}

static void at_most_a_hundred_problems_are_listed(void **state) {
    (void)state;
    char text[4000] = HEAD "\"program\": {\"text\": \"x\"}, \"objectives\": [0";
    for (int i = 0; i < 400; i++) strcat(text, ", 0");
    strcat(text, "]}");
    Lesson lesson;
    LessonProblems problems = {0};
    assert_false(load_text(text, 0, &lesson, &problems));
    assert_int_equal(problems.count, LESSON_PROBLEMS_SHOWN);
    assert_true(problems.more);
    char *printed = lesson_files_print(&problems);
    assert_non_null(strstr(printed, "There are more problems; the first 100 are shown."));
    free(printed);
    lesson_problems_clear(&problems);
}

static void an_index_names_readable_lessons_in_order(void **state) {
    (void)state;
    const LessonMemoryFile files[] = {
        {"i/index.json",
         "{\"format\": 1, \"chapters\": [{\"number\": 2, \"title\": \"A\", \"lessons\": "
         "[\"x.json\", \"y.json\"]}, {\"number\": 2, \"title\": \"B\", \"lessons\": []}]}",
         0},
        {"i/x.json", "{}", 0},
        {NULL, NULL, 0}};
    LessonContext context = {.reader = lesson_files_in_memory(files)};
    LessonIndex index;
    LessonProblems problems = {0};
    assert_false(lesson_index_load(&context, "i/index.json", &index, &problems));
    assert_int_equal(problems.count, 2);
    assert_string_equal(problems.items[0].path, "chapters[0].lessons[1]");
    assert_string_equal(problems.items[0].text, "\"y.json\" cannot be read");
    assert_string_equal(problems.items[1].path, "chapters[1].number");
    assert_string_equal(problems.items[1].text,
                        "must be above 2, the number of the chapter before");
    lesson_problems_clear(&problems);
}

static void an_index_leads_to_no_lesson_outside_its_folder(void **state) {
    (void)state;
    const LessonMemoryFile files[] = {
        {"i/index.json",
         "{\"format\": 1, \"chapters\": [{\"number\": 1, \"title\": \"A\", \"lessons\": "
         "[\"x.json\", \"../y.json\", \"/y.json\", \"a/../../y.json\"]}]}",
         0},
        {"i/x.json", "{}", 0},
        {"i/../y.json", "{}", 0},
        {"i//y.json", "{}", 0},
        {"i/a/../../y.json", "{}", 0},
        {NULL, NULL, 0}};
    LessonContext context = {.reader = lesson_files_in_memory(files)};
    LessonIndex index;
    LessonProblems problems = {0};
    assert_false(lesson_index_load(&context, "i/index.json", &index, &problems));
    assert_int_equal(problems.count, 3);
    assert_string_equal(problems.items[0].path, "chapters[0].lessons[1]");
    assert_string_equal(problems.items[0].text, "\"../y.json\" does not lie below the index");
    assert_string_equal(problems.items[1].text, "\"/y.json\" does not lie below the index");
    assert_string_equal(problems.items[2].text, "\"a/../../y.json\" does not lie below the index");
    lesson_problems_clear(&problems);
}

/* ---- Bad lessons with the messages that stand beside them -------------------------------- */

static char *messages_of(const char *path) {
    LessonContext context = disk_context();
    Lesson lesson;
    LessonProblems problems = {0};
    bool good = lesson_load(&context, path, &lesson, &problems);
    char *printed = lesson_files_print(&problems);
    if (good) {
        free(printed);
        printed = NULL;
    }
    lesson_clear(&lesson);
    lesson_problems_clear(&problems);
    return printed;
}

/* Calls `each` with the paths of every bad lesson and of its messages; returns how many. */
static int for_bad_lessons(void (*each)(const char *lesson, const char *messages)) {
    DIR *folder = opendir(BAD_FOLDER);
    assert_non_null(folder);
    int count = 0;
    for (struct dirent *entry; (entry = readdir(folder));) {
        char lesson[512], messages[512];
        size_t length = strlen(entry->d_name);
        if (length < 6 || length > 200 || strcmp(entry->d_name + length - 5, ".json") != 0)
            continue;
        int stem = (int)length - 5;
        snprintf(lesson, sizeof lesson, BAD_FOLDER "/%s", entry->d_name);
        snprintf(messages, sizeof messages, BAD_FOLDER "/%.*s.txt", stem, entry->d_name);
        each(lesson, messages);
        count++;
    }
    closedir(folder);
    return count;
}

static void compare_messages(const char *lesson, const char *messages) {
    char *found = messages_of(lesson);
    size_t length = 0;
    char *expected = lesson_files_read(messages, &length);
    if (!found) fail_msg("%s is accepted", lesson);
    if (!expected) fail_msg("%s is missing: run test_lesson --record", messages);
    if (strcmp(found, expected) != 0) print_error("%s differs\n", messages);
    assert_string_equal(found, expected);
    free(found);
    free(expected);
}

static void record_messages(const char *lesson, const char *messages) {
    char *found = messages_of(lesson);
    FILE *file = fopen(messages, "wb");
    if (file && found) fputs(found, file);
    if (file) fclose(file);
    if (!found) fprintf(stderr, "%s is accepted\n", lesson);
    free(found);
}

static void bad_lessons_give_exactly_these_messages(void **state) {
    (void)state;
    assert_true(for_bad_lessons(compare_messages) >= LEAST_BAD_LESSONS);
}

/* Every cut of a good lesson is refused, at a place that is inside the file. */
static void a_lesson_cut_anywhere_is_refused_without_harm(void **state) {
    (void)state;
    size_t length = 0;
    char *text = lesson_files_read("scenarios/basics/first_coroutine.json", &length);
    assert_non_null(text);
    size_t end = length;
    while (end && text[end - 1] != '}') end--;
    for (size_t cut = 1; cut < end; cut += 13) {
        Lesson lesson;
        LessonProblems problems = {0};
        char *copy = malloc(cut); /* of its exact size, so that a read beyond it is noticed */
        assert_non_null(copy);
        memcpy(copy, text, cut);
        assert_false(load_text(copy, cut, &lesson, &problems));
        assert_true(problems.count >= 1);
        free(lesson_files_print(&problems));
        lesson_problems_clear(&problems);
        free(copy);
    }
    free(text);
}

static const CsValue *item(const CsValue *map, const char *name) {
    for (size_t i = 0; i < map->count; i++) {
        if (strcmp(map->items[i].key, name) == 0) return &map->items[i];
    }
    fail_msg("there is no %s", name);
    return NULL;
}

/* Input and world become one map; whole numbers and others are told apart. */
static void a_world_is_given_as_plain_values(void **state) {
    (void)state;
    const char *text = HEAD "\"program\": {\"file\": \"nap.py\"}, "
                            "\"stdin\": [{\"at\": 1, \"text\": \"a\\n\"}], "
                            "\"world\": {\"http\": {\"http://a.b/\": {\"after\": 0.5, "
                            "\"json\": [2, 2.0, null, true]}}}}";
    Lesson lesson;
    LessonProblems problems = {0};
    assert_true(load_text(text, strlen(text), &lesson, &problems));
    assert_non_null(lesson.given);
    const CsValue *piece = &item(lesson.given, "stdin")->items[0];
    assert_int_equal(item(piece, "at")->kind, CS_VALUE_INTEGER);
    assert_string_equal(item(piece, "text")->text, "a\n");
    const CsValue *answer = item(item(lesson.given, "http"), "http://a.b/");
    assert_true(item(answer, "after")->number == 0.5);
    const CsValue *json = item(answer, "json");
    static const CsValueKind kinds[] = {CS_VALUE_INTEGER, CS_VALUE_NUMBER, CS_VALUE_NULL,
                                        CS_VALUE_TRUE};
    assert_int_equal(json->count, 4);
    for (size_t i = 0; i < 4; i++) assert_int_equal(json->items[i].kind, kinds[i]);
    lesson_clear(&lesson);
    lesson_problems_clear(&problems);
}

static void a_program_may_bring_its_world_in_its_first_line(void **state) {
    (void)state;
    const LessonMemoryFile files[] = {
        {"good.py", "# world: {\"hosts\": {\"a.b:1\": {\"echo\": true}}}\nprint(1)\n", 0},
        {"bad.py", "# world: {\"hots\": {}}\nprint(1)\n", 0},
        {"words.py", "# world: peace\nprint(1)\n", 0},
        {"own.json", "{\"stdin\": []}", 0},
        {NULL, NULL, 0}};
    LessonContext context = {.reader = lesson_files_in_memory(files)};
    Lesson lesson;
    LessonProblems problems = {0};
    assert_true(lesson_load(&context, "good.py", &lesson, &problems));
    assert_int_equal(item(item(item(lesson.given, "hosts"), "a.b:1"), "echo")->kind, CS_VALUE_TRUE);
    lesson_clear(&lesson);
    assert_true(lesson_load(&context, "words.py", &lesson, &problems));
    assert_null(lesson.given);
    lesson_clear(&lesson);
    assert_false(lesson_load(&context, "bad.py", &lesson, &problems));
    assert_int_equal(problems.items[0].column, 11);
    assert_string_equal(problems.items[0].nearest, "hosts");
    context.world = "own.json";
    assert_true(lesson_load(&context, "good.py", &lesson, &problems));
    assert_int_equal(item(lesson.given, "stdin")->kind, CS_VALUE_LIST);
    assert_int_equal(lesson.given->count, 1);
    lesson_clear(&lesson);
    lesson_problems_clear(&problems);
}

int main(int argc, char **argv) {
    if (argc == 2 && !strcmp(argv[1], "--record"))
        return for_bad_lessons(record_messages) < LEAST_BAD_LESSONS;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_lesson_of_the_index_loads),
        cmocka_unit_test(the_queue_lesson_is_plain_data),
        cmocka_unit_test(every_field_is_kept),
        cmocka_unit_test(a_program_can_stand_in_the_lesson_or_in_a_folder_below),
        cmocka_unit_test(a_bare_program_is_a_lesson_without_moments),
        cmocka_unit_test(a_text_falls_back_to_base_language_then_english_then_the_first),
        cmocka_unit_test(escaped_names_and_texts_are_read_as_json_means_them),
        cmocka_unit_test(a_file_over_1_mib_is_refused),
        cmocka_unit_test(utf_16_is_refused_by_its_name),
        cmocka_unit_test(a_program_that_is_no_text_is_refused),
        cmocka_unit_test(a_missing_file_and_an_unknown_ending_are_refused),
        cmocka_unit_test(a_bare_program_in_another_encoding_is_shown_where),
        cmocka_unit_test(at_most_a_hundred_problems_are_listed),
        cmocka_unit_test(an_index_names_readable_lessons_in_order),
        cmocka_unit_test(an_index_leads_to_no_lesson_outside_its_folder),
        cmocka_unit_test(bad_lessons_give_exactly_these_messages),
        cmocka_unit_test(a_lesson_cut_anywhere_is_refused_without_harm),
        cmocka_unit_test(a_world_is_given_as_plain_values),
        cmocka_unit_test(a_program_may_bring_its_world_in_its_first_line)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
