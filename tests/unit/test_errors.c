/* Errors that CPython cannot show, because they depend on the engine's own limits. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "api/coroscope.h"

enum { SMALL_ARENA = 8 << 20 };

typedef struct {
    CsEngine *engine;
    char *written; /* everything on both streams */
} Run;

static char *all_output(const CsEngine *e) {
    size_t count, size = 0;
    const CsOutput *outputs = cs_outputs(e, &count);
    for (size_t i = 0; i < count; i++) size += outputs[i].size;
    char *text = calloc(1, size + 1), *to = text;
    assert_non_null(text);
    for (size_t i = 0; i < count; i++) {
        memcpy(to, outputs[i].text, outputs[i].size);
        to += outputs[i].size;
    }
    return text;
}

static Run run_program(const char *source) {
    CsConfig config;
    cs_config_init(&config);
    config.arena_bytes = SMALL_ARENA;
    CsEngine *e = cs_create(&config);
    assert_non_null(e);
    Diag diag = {0};
    assert_true(cs_load(e, "program.py", source, strlen(source), &diag));
    cs_record_all(e);
    return (Run){e, all_output(e)};
}

static void end_run(Run *r) {
    free(r->written);
    cs_destroy(r->engine);
}

static void running_out_of_memory_tells_where(void **state) {
    (void)state;
    Run r = run_program("def eat():\n"
                        "    items = []\n"
                        "    while True:\n"
                        "        items.append('x' * 500 + str(len(items)))\n"
                        "eat()\n");
    assert_non_null(strstr(r.written, "  File \"program.py\", line 5, in <module>\n"
                                      "    eat()\n"
                                      "    ~~~^^\n"
                                      "  File \"program.py\", line 4, in eat\n"));
    assert_string_equal(strrchr(r.written, '\n') - strlen("MemoryError"), "MemoryError\n");
    assert_string_equal(cs_result(r.engine).exception, "MemoryError");
    end_run(&r);
}

static void a_full_arena_can_be_handled_again_and_again(void **state) {
    (void)state;
    Run r = run_program("def eat():\n"
                        "    items = {}\n"
                        "    while True:\n"
                        "        items[len(items)] = 'x' * 2000 + str(len(items))\n"
                        "for i in range(4):\n"
                        "    try:\n"
                        "        eat()\n"
                        "    except MemoryError as error:\n"
                        "        print(i, repr(error), error.__traceback__.tb_next.tb_lineno)\n");
    assert_string_equal(r.written, "0 MemoryError() 4\n1 MemoryError() 4\n"
                                   "2 MemoryError() 4\n3 MemoryError() 4\n");
    end_run(&r);
}

static void frames_of_the_library_are_shown_without_source(void **state) {
    (void)state;
    Run r = run_program("import asyncio\n"
                        "async def main():\n"
                        "    raise ValueError('text')\n"
                        "asyncio.run(main())\n");
    const char *first = strstr(r.written, "  File \"asyncio/runners.py\", line ");
    assert_non_null(first);
    const char *next = strchr(first, '\n') + 1;
    assert_memory_equal(next, "  File \"", strlen("  File \""));
    assert_non_null(strstr(r.written, "  File \"program.py\", line 3, in main\n"
                                      "    raise ValueError('text')\n"
                                      "ValueError: text\n"));
    end_run(&r);
}

static void a_warning_is_an_event(void **state) {
    (void)state;
    Run r = run_program("async def work(): pass\n"
                        "for _ in range(3):\n"
                        "    work()\n");
    size_t count, warnings = 0;
    const CsEvent *events = cs_events(r.engine, &count);
    for (size_t i = 0; i < count; i++) warnings += events[i].kind == EVENT_WARNING;
    assert_int_equal(warnings, 1);
    assert_string_equal(r.written,
                        "program.py:3: RuntimeWarning: coroutine 'work' was never awaited\n"
                        "  work()\n"
                        "RuntimeWarning: Enable tracemalloc to get the object allocation "
                        "traceback\n");
    end_run(&r);
}

static void lines_end_as_the_program_ends_them(void **state) {
    (void)state;
    Run r = run_program("\xEF\xBB\xBFx = 1\r\nif x:\r\n\ty = x / 0  \r\n");
    assert_string_equal(r.written, "Traceback (most recent call last):\n"
                                   "  File \"program.py\", line 3, in <module>\n"
                                   "    y = x / 0\n"
                                   "        ~~^~~\n"
                                   "ZeroDivisionError: division by zero\n");
    end_run(&r);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(running_out_of_memory_tells_where),
        cmocka_unit_test(a_full_arena_can_be_handled_again_and_again),
        cmocka_unit_test(frames_of_the_library_are_shown_without_source),
        cmocka_unit_test(a_warning_is_an_event),
        cmocka_unit_test(lines_end_as_the_program_ends_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
