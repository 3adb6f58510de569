/* Seek equals re-run at every event: replay_events FOLDER. Each program there is recorded, and run
 * again from its beginning, which gives the hash of the whole arena at every event. Then all events
 * are gone to in an order of chance, and what-if runs of the same program are made and looked at in
 * the same way among these seeks. 1 where a hash differs. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "api/coroscope.h"
#include "api/engine_api.h"
#include "history/history.h"
#include "support/lesson_files.h"
#include "support/programs.h"

enum { SHORT_KEYFRAMES = 700, TRIES = 64 };

typedef struct {
    CsEngine *e;
    uint64_t *hashes; /* by event */
    size_t count;
} Run;

typedef struct {
    const char *path, *text;
    size_t length;
    uint64_t random;
} Program;

/* What all programs came to; the callback of each_program() has no place for it. */
static struct { size_t programs, events, what_ifs, done; } total;

static uint64_t chance(Program *p, uint64_t below) {
    p->random = p->random * 6364136223846793005u + 1442695040888963407u;
    return (p->random >> 33) % below;
}

/* By one run from the beginning, without any way back. One native step may make several records. */
static void take_hashes(Run *r) {
    CsEngine *e = r->e;
    assert_true(cs_seek_step(e, 0));
    for (uint32_t id = 1; id <= r->count; id++) {
        e->stop.events = id;
        if (e->vm->events < id) vm_run(e, UINT64_MAX / 2);
        assert_true(e->vm->events >= id);
        r->hashes[id] = cs_hash(e);
    }
    e->stop.events = UINT32_MAX;
}

static bool run_begin(Run *r, const Program *p, const CsInjection *injection) {
    *r = (Run){.e = load_program(p->path, p->text, p->length, NULL)};
    if (!r->e) return false; /* a program that is refused has no run */
    if (injection) assert_true(cs_inject(r->e, injection));
    r->e->history->keyframe_distance = SHORT_KEYFRAMES;
    cs_record_all(r->e);
    cs_events(r->e, &r->count);
    r->hashes = calloc(r->count + 1, sizeof *r->hashes);
    assert_non_null(r->hashes);
    take_hashes(r);
    return true;
}

static void run_end(Run *r) {
    free(r->hashes);
    cs_destroy(r->e);
}

static void look(const Run *r, const Program *p, uint32_t id, const char *what) {
    assert_true(cs_seek_event(r->e, id));
    if (cs_hash(r->e) != r->hashes[id]) fail_msg("%s: event %u %s", p->path, id, what);
    total.events++;
}

static bool is_done(const CsEvent *events, uint32_t id, uint32_t task) {
    for (uint32_t i = 0; i < id; i++) {
        if (events[i].kind == EVENT_TASK_DONE && events[i].subject == task) return true;
    }
    return false;
}

/* A task that lives then, mostly. */
static uint32_t task_at(Program *p, const CsEvent *events, uint32_t id) {
    for (int i = 0; i < TRIES; i++) {
        const CsEvent *made = &events[chance(p, id)];
        bool task = made->kind == EVENT_TASK_CREATED;
        if (task && !is_done(events, id, made->subject)) return made->subject;
    }
    return events[id - 1].subject;
}

/* Something that happens to a task at a moment of the original run. */
static CsInjection injection_of(Program *p, const Run *original) {
    static const CsInjectKind kinds[] = {CS_INJECT_CANCEL, CS_INJECT_RAISE, CS_INJECT_DELAY};
    size_t count;
    const CsEvent *events = cs_events(original->e, &count);
    const CsEvent *at = &events[chance(p, count)];
    return (CsInjection){.kind = kinds[chance(p, 3)],
                         .at_ns = -1,
                         .event = at->id,
                         .step = at->step,
                         .target = task_at(p, events, at->id),
                         .exception = "ValueError('what if')",
                         .seconds = 0.25};
}

/* All its events, each followed by one of the original run. */
static void look_at_what_if(Program *p, const Run *original) {
    CsInjection injection = injection_of(p, original);
    Run r;
    uint32_t run;
    assert_true(run_begin(&r, p, &injection));
    total.what_ifs++;
    if (cs_injected(r.e, &run) == CS_INJECTED_DONE) total.done++;
    for (size_t i = 0; i < r.count; i++) {
        look(&r, p, 1 + (uint32_t)chance(p, r.count), "of a what-if");
        look(original, p, 1 + (uint32_t)chance(p, original->count), "beside a what-if");
    }
    run_end(&r);
}

/* Numbers 1 to count in an order of chance; the caller frees it. */
static uint32_t *order_of_chance(Program *p, size_t count) {
    uint32_t *order = calloc(count + 1, sizeof *order);
    assert_non_null(order);
    for (size_t i = 0; i < count; i++) {
        size_t j = chance(p, i + 1);
        order[i] = order[j];
        order[j] = (uint32_t)i + 1;
    }
    return order;
}

static void check_program(const char *path) {
    Program p = {.path = path, .random = total.programs + 1};
    char *text = lesson_files_read(path, &p.length);
    assert_non_null(text);
    p.text = text;
    Run r;
    if (run_begin(&r, &p, NULL)) {
        total.programs++;
        uint32_t *order = order_of_chance(&p, r.count);
        for (size_t i = 0; i < r.count; i++) {
            look(&r, &p, order[i], "at random");
            if (i == r.count / 2) look_at_what_if(&p, &r);
        }
        free(order);
        run_end(&r);
    }
    free(text);
}

static void seek_equals_run_at_every_event_of_the_given_programs(void **state) {
    assert_true(each_program(*state, check_program) >= 1);
    printf("%zu programs, %zu what-if runs (%zu of them came to pass), %zu seeks\n", total.programs,
           total.what_ifs, total.done, total.events);
}

int main(int argc, char **argv) {
    if (argc != 2) return 2;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_prestate(seek_equals_run_at_every_event_of_the_given_programs, argv[1])};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
