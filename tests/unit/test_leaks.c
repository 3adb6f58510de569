/* No leak: when a program has ended, every object that still lives is referred to as often as it is
 * counted. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "api/leaks.h"
#include "lesson/lesson.h"
#include "object/list.h"
#include "support/lesson_files.h"
#include "support/programs.h"

enum { SHOWN = 8 };

static int programs_that_leak;

static CsEngine *run_to_the_end(const char *path) {
    LessonContext context = {.reader = lesson_files_on_disk()};
    LessonProblems problems = {0};
    Lesson lesson;
    bool loaded = lesson_load(&context, path, &lesson, &problems);
    lesson_problems_clear(&problems);
    if (!loaded) return NULL;
    CsEngine *e = load_program(path, lesson.program.text, lesson.program.length, lesson.given);
    lesson_clear(&lesson);
    if (e) cs_record_all(e);
    return e;
}

static void check_leaks(const char *path) {
    CsEngine *e = run_to_the_end(path);
    if (!e) return; /* a program that is refused has no run */
    CsLeak leaks[SHOWN];
    size_t count = cs_leaks(e, leaks, SHOWN);
    assert_true(count != SIZE_MAX);
    programs_that_leak += count > 0;
    if (count > 0) print_error("%s: %d objects have leaked\n", path, (int)count);
    for (size_t i = 0; i < count && i < SHOWN; i++) {
        print_error("  %s, id %u: %u references, %u found\n", leaks[i].type, (unsigned)leaks[i].id,
                    (unsigned)leaks[i].refs, (unsigned)leaks[i].found);
    }
    cs_destroy(e);
}

static void check_folder(const char *folder, int least) {
    programs_that_leak = 0;
    assert_true(each_program(folder, check_leaks) >= least);
    assert_int_equal(programs_that_leak, 0);
}

static void no_program_of_the_language_leaves_an_object_behind(void **state) {
    (void)state;
    check_folder("tests/lang", 600);
}

static void no_asyncio_program_leaves_an_object_behind(void **state) {
    (void)state;
    check_folder("tests/aio", 700);
}

static void a_reference_that_is_not_given_back_is_found(void **state) {
    (void)state;
    CsEngine *e = record_program("given.py", "x = [1, 2]\n", NULL);
    CsLeak leaks[SHOWN];
    assert_int_equal(cs_leaks(e, leaks, SHOWN), 0);
    size_t before = cs_living(e);
    List *lost = list_new(e, 0);
    assert_non_null(lost);
    assert_int_equal(cs_living(e), before + 1);
    assert_int_equal(cs_leaks(e, leaks, SHOWN), 1);
    assert_string_equal(leaks[0].type, "list");
    assert_int_equal(leaks[0].refs, 1);
    assert_int_equal(leaks[0].found, 0);
    cs_destroy(e);
}

static void a_circle_of_objects_is_no_leak(void **state) {
    (void)state;
    CsEngine *e = record_program("circle.py", "x = []\nx.append(x)\ndel x\n", NULL);
    CsLeak leaks[SHOWN];
    assert_int_equal(cs_leaks(e, leaks, SHOWN), 0);
    cs_destroy(e);
}

static int check_given(const char *folder) {
    each_program(folder, check_leaks);
    return programs_that_leak > 0;
}

/* With a folder as argument: only the programs there. */
int main(int argc, char **argv) {
    if (argc > 1) return check_given(argv[1]);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_reference_that_is_not_given_back_is_found),
        cmocka_unit_test(a_circle_of_objects_is_no_leak),
        cmocka_unit_test(no_program_of_the_language_leaves_an_object_behind),
        cmocka_unit_test(no_asyncio_program_leaves_an_object_behind),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
