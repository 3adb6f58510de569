/* The moment picker's selectors, put into a lesson, lead back to where they were picked. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "session/session_selector.h"
#include "support/lesson_files.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST = 480 };

#define PROGRAM                                                                                    \
    "import asyncio\n"                                                                             \
    "async def nap(name, seconds):\n"                                                              \
    "    for part in range(2):\n"                                                                  \
    "        await asyncio.sleep(seconds)\n"                                                       \
    "    print(f\"{name} \\\"woke\\\"\")\n"                                                        \
    "async def main():\n"                                                                          \
    "    await asyncio.gather(nap('a', 1), nap('b', 2))\n"                                         \
    "    print('twice')\n"                                                                         \
    "    print('twice')\n"                                                                         \
    "asyncio.run(main())\n"
#define HEAD                                                                                       \
    "{\"format\": 1, \"id\": \"a/b\", \"title\": \"T\", \"program\": {\"file\": \"nap.py\"}"

static Session open_lesson(const char *text) {
    const LessonMemoryFile files[] = {
        {"lesson.json", text, 0}, {"nap.py", PROGRAM, 0}, {NULL, NULL, 0}};
    SessionContext context = {.reader = lesson_files_in_memory(files), .language = "en"};
    Session s;
    if (!session_open(&s, &context, "lesson.json")) lesson_problems_print(&s.problems, stderr);
    assert_non_null(s.engine);
    session_record_all(&s);
    if (s.problems.count) lesson_problems_print(&s.problems, stderr);
    assert_int_equal(s.problems.count, 0);
    return s;
}

static void expect_selector(Session *s, Playhead at, const char *wanted) {
    char text[SESSION_SELECTOR_SIZE];
    assert_true(session_seek(s, at));
    assert_true(session_selector(s, text, sizeof text));
    assert_string_equal(text, wanted);
    assert_true(s->playhead.step == at.step && s->playhead.event == at.event);
}

static Playhead nth_time(const Session *s, int line, int nth) {
    LessonSelector sel = {.kind = LESSON_AT_LINE, .line = line, .nth = nth};
    Playhead at = {0};
    uint32_t order;
    assert_true(session_find(s, &sel, &at, &order));
    return at;
}

static void a_line_is_picked_by_its_text_or_by_its_number_where_that_is_not_unique(void **state) {
    (void)state;
    Session s = open_lesson(HEAD "}");
    expect_selector(&s, nth_time(&s, 4, 3),
                    "{\"source\": \"await asyncio.sleep(seconds)\", \"hit\": 3}");
    expect_selector(&s, nth_time(&s, 5, 1),
                    "{\"source\": \"print(f\\\"{name} \\\\\\\"woke\\\\\\\"\\\")\", \"hit\": 1}");
    expect_selector(&s, nth_time(&s, 9, 1), "{\"line\": 9}");
    expect_selector(&s, (Playhead){.step = cs_step_count(s.engine), .end = true},
                    "{\"end\": true}");
    session_close(&s);
}

static void a_record_is_picked_by_its_event_and_task(void **state) {
    (void)state;
    Session s = open_lesson(HEAD "}");
    LessonSelector sel = {
        .kind = LESSON_AT_EVENT, .text = "task.suspended", .task = "Task-3", .nth = 2};
    Playhead at = {0};
    uint32_t order;
    assert_true(session_find(&s, &sel, &at, &order));
    expect_selector(&s, at, "{\"event\": \"task.suspended\", \"task\": \"Task-3\", \"nth\": 2}");
    session_close(&s);
}

static int count_found(const Session *s, const char *event, const char *task) {
    LessonSelector sel = {.kind = LESSON_AT_EVENT, .text = event, .task = task, .nth = 1};
    Playhead at;
    uint32_t order;
    while (session_find(s, &sel, &at, &order)) sel.nth++;
    return (int)sel.nth - 1;
}

/* While main awaits "inner" main is suspended, for what inner does; but the record is main's. */
static void an_events_task_is_the_one_that_the_event_is_about(void **state) {
    (void)state;
    const LessonMemoryFile files[] = {{"lesson.json", HEAD "}", 0},
                                      {"nap.py",
                                       "import asyncio\n"
                                       "async def nap():\n"
                                       "    await asyncio.sleep(1)\n"
                                       "async def main():\n"
                                       "    await asyncio.create_task(nap(), name='inner')\n"
                                       "asyncio.run(main())\n",
                                       0},
                                      {NULL, NULL, 0}};
    SessionContext context = {.reader = lesson_files_in_memory(files), .language = "en"};
    Session s;
    assert_true(session_open(&s, &context, "lesson.json"));
    session_record_all(&s);
    cs_seek_end(s.engine);
    assert_int_equal(count_found(&s, "task.suspended", "inner"), 1);
    assert_int_equal(count_found(&s, "task.suspended", "Task-1"), 1);
    assert_int_equal(count_found(&s, "task.suspended", NULL), 2);
    LessonSelector sel = {
        .kind = LESSON_AT_EVENT, .text = "task.suspended", .task = "inner", .nth = 1};
    Playhead at;
    uint32_t order;
    assert_true(session_find(&s, &sel, &at, &order));
    assert_int_equal(cs_step_line(s.engine, at.step), 3);
    session_close(&s);
}

/* Places of all lines, then of all records, as many as a lesson may have. */
static size_t pick_all(Session *s, Playhead *places, char **lesson) {
    size_t count = 0, events, used = strlen(HEAD ", \"moments\": [");
    cs_events(s->engine, &events);
    uint64_t steps = cs_step_count(s->engine);
    *lesson = calloc(MOST + 1, SESSION_SELECTOR_SIZE + 64);
    assert_non_null(*lesson);
    memcpy(*lesson, HEAD ", \"moments\": [", used);
    for (uint64_t i = 1; i <= steps + events && count < MOST; i++) {
        char text[SESSION_SELECTOR_SIZE];
        Playhead at = {.step = i};
        if (i > steps) {
            size_t all;
            const CsEvent *e = &cs_events(s->engine, &all)[i - steps - 1];
            at = (Playhead){.step = e->step, .event = e->id};
        }
        if (!session_seek(s, at)) continue;
        assert_true(session_selector(s, text, sizeof text));
        if (strstr(text, "{\"time\"") == text) continue; /* near, not there */
        used += (size_t)snprintf(*lesson + used, SESSION_SELECTOR_SIZE + 64,
                                 "%s{\"at\": %s, \"say\": \"m\"}", count ? ", " : "", text);
        places[count++] = at;
    }
    memcpy(*lesson + used, "]}", 3);
    return count;
}

static void every_selector_that_is_picked_leads_back(void **state) {
    (void)state;
    Playhead places[MOST];
    char *lesson;
    Session s = open_lesson(HEAD "}");
    size_t count = pick_all(&s, places, &lesson);
    session_close(&s);
    assert_true(count > 100);
    s = open_lesson(lesson);
    assert_int_equal(s.moment_count, count);
    for (size_t i = 0; i < count; i++) {
        const SessionMoment *m = &s.moments[i];
        const Playhead *there = &places[m->moment - s.lesson.moments.items];
        assert_true(m->at.step == there->step && m->at.event == there->event);
    }
    session_close(&s);
    free(lesson);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_line_is_picked_by_its_text_or_by_its_number_where_that_is_not_unique),
        cmocka_unit_test(a_record_is_picked_by_its_event_and_task),
        cmocka_unit_test(an_events_task_is_the_one_that_the_event_is_about),
        cmocka_unit_test(every_selector_that_is_picked_leads_back)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
