/* Going back is as good as running again: the arena is the same, byte for byte, however a moment
 * was reached. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "api/coroscope.h"
#include "history/history.h"
#include "lesson/lesson.h"
#include "support/lesson_files.h"
#include "support/programs.h"

enum { SHORT_KEYFRAMES = 700, LONG_KEYFRAMES = 50000, SHORT_RUNGS = 500, PATH_SIZE = 1024 };

/* Which of how many parts of the programs this process looks at: by their paths. */
static struct { unsigned part, parts; } share = {0, 1};

static int rungs_laid; /* programs with some; the callback of each_program() has no place for it */

/* A program of the lessons with what its lesson says of the world: the path of that, if it is
 * there. */
static const char *path_of_lesson(const char *path, char *place) {
    size_t stem = strlen(path) - strlen(".py");
    if (strncmp(path, "scenarios/", strlen("scenarios/")) != 0) return path;
    snprintf(place, PATH_SIZE, "%.*s.json", (int)stem, path);
    FILE *found = fopen(place, "rb");
    if (!found) return path;
    fclose(found);
    return place;
}

/* With the world that its lesson or its first line may describe. */
static void read_program(const char *path, Lesson *lesson) {
    char place[PATH_SIZE];
    path = path_of_lesson(path, place);
    LessonContext context = {.reader = lesson_files_on_disk()};
    LessonProblems problems = {0};
    if (!lesson_load(&context, path, lesson, &problems)) lesson_problems_print(&problems, stderr);
    assert_int_equal(problems.count, 0);
    lesson_problems_clear(&problems);
}

static CsEngine *record(const char *path) {
    Lesson lesson;
    read_program(path, &lesson);
    CsEngine *e = load_program(path, lesson.program.text, lesson.program.length, lesson.given);
    lesson_clear(&lesson);
    if (!e) return NULL;
    e->history->keyframe_distance = SHORT_KEYFRAMES;
    cs_record_all(e);
    return e;
}

static bool is_ours(const char *path) {
    unsigned hash = 5381;
    for (; *path; path++) hash = hash * 33 + (unsigned char)*path;
    return (hash ^ hash >> 13) % share.parts == share.part;
}

/* Hashes of all steps, reached by one run from the beginning without any way back. */
static uint64_t *hashes_of_one_run(CsEngine *e, uint64_t steps) {
    uint64_t *hashes = calloc(steps + 1, sizeof *hashes);
    assert_non_null(hashes);
    assert_true(cs_seek_step(e, 0));
    for (uint64_t s = 1; s <= steps; s++) {
        e->stop.steps = s;
        vm_run(e, UINT64_MAX / 2);
        assert_int_equal(e->vm->steps, s);
        hashes[s] = cs_hash(e);
    }
    e->stop.steps = UINT64_MAX;
    return hashes;
}

static void check_program(const char *path) {
    CsEngine *e = is_ours(path) ? record(path) : NULL;
    if (!e) return; /* a program that is refused has no run */
    uint64_t steps = cs_step_count(e), random = 1;
    uint64_t *hashes = hashes_of_one_run(e, steps);
    for (uint64_t s = steps; s > 0; s--) {
        assert_true(cs_seek_step(e, s));
        if (cs_hash(e) != hashes[s]) fail_msg("%s: step %d going back", path, (int)s);
    }
    for (uint64_t i = 0; i < steps; i++) {
        random = random * 6364136223846793005u + 1442695040888963407u;
        uint64_t s = 1 + (random >> 33) % steps;
        assert_true(cs_seek_step(e, s));
        if (cs_hash(e) != hashes[s]) fail_msg("%s: step %d at random", path, (int)s);
    }
    free(hashes);
    cs_destroy(e);
}

static void seek_equals_run_at_every_step_of_every_lesson(void **state) {
    (void)state;
    assert_true(each_program("scenarios", check_program) >= 3);
}

static void seek_equals_run_at_every_step_of_every_asyncio_program(void **state) {
    (void)state;
    assert_true(each_program("tests/aio", check_program) >= 100);
}

/* Compiled patterns, limbs and digests lie in the arena too. */
static void seek_equals_run_where_other_libraries_compute(void **state) {
    (void)state;
    assert_true(each_program("tests/lang/re", check_program) >= 30);
    assert_true(each_program("tests/lang/bigint", check_program) >= 30);
    assert_true(each_program("tests/lang/hashing", check_program) >= 5);
}

static void seek_equals_run_at_every_step_of_the_seed_programs_where_they_are(void **state) {
    (void)state;
    each_program("../shared/programs/seeds", check_program);
}

/* The same moment from before and from behind, also where the record was made inside a native. */
static void check_events(const char *path) {
    CsEngine *e = is_ours(path) ? record(path) : NULL;
    if (!e) return;
    size_t count;
    cs_events(e, &count);
    for (uint32_t id = 1; id <= count; id++) {
        assert_true(cs_seek_step(e, 0) && cs_seek_event(e, id));
        uint64_t forward = cs_hash(e);
        assert_true(cs_now(e).event >= id); /* one native step may make several records */
        assert_true(cs_seek_end(e) && cs_seek_event(e, id));
        if (forward != cs_hash(e)) fail_msg("%s: event %d", path, (int)id);
    }
    cs_destroy(e);
}

static void seek_to_an_event_is_the_same_from_both_sides(void **state) {
    (void)state;
    assert_true(each_program("scenarios", check_events) >= 50);
    assert_true(each_program("tests/aio/deaths", check_events) >= 5);
}

/* Moments between two keyframes that were passed on the way to another: in any order, forwards from
 * where the engine stands, and one step back from each. */
static void check_rungs(const char *path) {
    Lesson lesson;
    read_program(path, &lesson);
    CsEngine *e = load_program(path, lesson.program.text, lesson.program.length, lesson.given);
    lesson_clear(&lesson);
    if (!e) return;
    e->history->keyframe_distance = LONG_KEYFRAMES;
    e->history->rung_distance = SHORT_RUNGS;
    cs_record_all(e);
    uint64_t steps = cs_step_count(e), random = 1;
    uint64_t *hashes = hashes_of_one_run(e, steps);
    for (uint64_t i = 0; i < steps; i++) {
        random = random * 6364136223846793005u + 1442695040888963407u;
        uint64_t s = 1 + (random >> 33) % steps, back = s > 1 ? s - 1 : s;
        assert_true(cs_seek_step(e, s));
        if (cs_hash(e) != hashes[s]) fail_msg("%s: step %d by rungs", path, (int)s);
        assert_true(cs_seek_step(e, back));
        if (cs_hash(e) != hashes[back]) fail_msg("%s: step %d, one back", path, (int)back);
    }
    if (e->history->ladder.count) rungs_laid++;
    free(hashes);
    cs_destroy(e);
}

static void rungs_on_the_way_give_the_same_moments(void **state) {
    (void)state;
    assert_true(each_program("scenarios/queues", check_rungs) >= 3);
    assert_true(each_program("tests/aio/deaths", check_rungs) >= 5);
    assert_true(rungs_laid >= 5);
}

/* An evaluation leaves nothing behind, also where the moment is asked for again. */
static void an_evaluation_is_forgotten_at_the_same_moment(void **state) {
    (void)state;
    CsEngine *e = record("scenarios/queues/producer_consumer.py");
    assert_non_null(e);
    uint64_t middle = cs_step_count(e) / 2;
    assert_true(cs_seek_step(e, middle));
    uint64_t before = cs_hash(e);
    char text[256];
    cs_evaluate(e, "", "[number for number in range(100)]", text, sizeof text);
    assert_true(cs_hash(e) == before);
    assert_true(cs_seek_step(e, middle));
    assert_true(cs_hash(e) == before);
    cs_destroy(e);
}

/* A snapshot looks at a moment and leaves it as it was. */
static void a_snapshot_changes_nothing(void **state) {
    (void)state;
    CsEngine *e = record("scenarios/queues/producer_consumer.py");
    assert_non_null(e);
    for (uint64_t s = 0; s <= cs_step_count(e); s++) {
        assert_true(cs_seek_step(e, s));
        uint64_t before = cs_hash(e);
        CsSnapshot *shot = cs_snapshot(e);
        assert_non_null(shot);
        assert_int_equal(shot->step, s);
        cs_snapshot_free(shot);
        assert_true(before == cs_hash(e));
    }
    cs_destroy(e);
}

static void seek_equals_run_at_every_step_of_the_given_programs(void **state) {
    assert_true(each_program(*state, check_program) >= 1);
}

static int check_given(char *folder) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_prestate(seek_equals_run_at_every_step_of_the_given_programs, folder)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* test_replay FOLDER: only the programs there. test_replay --part K N: the K-th of N parts of the
 * programs, so that parts can run at the same time. */
int main(int argc, char **argv) {
    if (argc == 4 && strcmp(argv[1], "--part") == 0) {
        share.part = (unsigned)strtoul(argv[2], NULL, 10) - 1;
        share.parts = (unsigned)strtoul(argv[3], NULL, 10);
        if (!share.parts || share.part >= share.parts) return 2;
    } else if (argc > 1) {
        return check_given(argv[1]);
    }
    const struct CMUnitTest shared[] = {
        cmocka_unit_test(seek_equals_run_at_every_step_of_every_lesson),
        cmocka_unit_test(seek_equals_run_at_every_step_of_every_asyncio_program),
        cmocka_unit_test(seek_equals_run_where_other_libraries_compute),
        cmocka_unit_test(seek_equals_run_at_every_step_of_the_seed_programs_where_they_are),
        cmocka_unit_test(seek_to_an_event_is_the_same_from_both_sides),
    };
    const struct CMUnitTest once[] = {
        cmocka_unit_test(rungs_on_the_way_give_the_same_moments),
        cmocka_unit_test(an_evaluation_is_forgotten_at_the_same_moment),
        cmocka_unit_test(a_snapshot_changes_nothing),
    };
    int failed = cmocka_run_group_tests(shared, NULL, NULL);
    return share.part == 0 ? failed + cmocka_run_group_tests(once, NULL, NULL) : failed;
}
