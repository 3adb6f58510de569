/* What a run costs: bench_run [-n TIMES] [-r | -b] PROGRAM.py... For each program one line of JSON:
 * seconds to load it (read, compile, start), to run it with recording and without (the best of
 * TIMES, 3 unless told), and the bytes of the record; -r and -b run one of the two only, for a
 * profile. bench_asyncio.py makes a table of them. */

#define _POSIX_C_SOURCE 200809L

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "api/engine_api.h"

enum { PROGRAM_LIMIT = 1 << 20 };

typedef struct {
    double load, run;
    size_t handles, events, record_bytes, keyframe_bytes, keyframes;
    uint64_t steps, instructions;
    char problem[256]; /* "" = none */
} Figures;

static double seconds(void) {
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static CsConfig big_config(void) {
    CsConfig config;
    cs_config_init(&config);
    config.arena_bytes = (size_t)128 << 20;
    config.max_instructions = UINT64_MAX / 2;
    config.max_steps = UINT32_MAX;
    config.max_iterations = UINT32_MAX;
    config.record_bytes = (size_t)1 << 30;
    return config;
}

/* Nobody listens: what the program itself costs. */
static void run_unrecorded(CsEngine *e) {
    e->hooks.step = NULL;
    e->hooks.event = NULL;
    e->hooks.output = NULL;
    e->hooks.talk = NULL;
    while (vm_run(e, UINT32_MAX) != RUN_ENDED) {}
}

static void take_figures(CsEngine *e, Figures *f) {
    const History *h = e->history;
    f->handles = cs_handle_run_count(e);
    cs_events(e, &f->events);
    f->steps = cs_step_count(e);
    f->instructions = cs_frontier(e).instruction;
    f->keyframes = h->keyframes.count;
    f->keyframe_bytes = h->keyframes.bytes;
    f->record_bytes = h->ledger->used;
    CsResult result = cs_result(e);
    if (result.end == CS_END_NORMAL) return;
    const char *text = result.exception ? result.exception : result.message;
    snprintf(f->problem, sizeof f->problem, "%s", text);
}

static void measure(const char *name, const char *text, size_t size, bool record, Figures *f) {
    CsConfig config = big_config();
    CsEngine *e = cs_create(&config);
    Diag diag = {0};
    double start = seconds();
    if (!e || !cs_load(e, name, text, size, &diag)) {
        snprintf(f->problem, sizeof f->problem, "it can't be loaded");
        cs_destroy(e);
        return;
    }
    f->load = seconds() - start;
    start = seconds();
    if (record) {
        cs_record_all(e);
    } else {
        run_unrecorded(e);
    }
    f->run = seconds() - start;
    if (record) take_figures(e, f);
    cs_destroy(e);
}

static bool bench(const char *name, int times, bool with, bool without) {
    static char text[PROGRAM_LIMIT];
    FILE *file = fopen(name, "rb");
    if (!file) return false;
    size_t size = fread(text, 1, sizeof text, file);
    fclose(file);
    Figures best = {0}, now = {0};
    double load = 1e9, recorded = 1e9, bare = 1e9;
    for (int i = 0; i < times && !*best.problem; i++) {
        if (with) measure(name, text, size, true, &best);
        if (best.load < load) load = best.load;
        if (best.run < recorded) recorded = best.run;
        if (without) measure(name, text, size, false, &now);
        if (now.run < bare) bare = now.run;
    }
    if (*best.problem) {
        fprintf(stderr, "%s: %s\n", name, best.problem);
        return false;
    }
    printf("{\"program\": \"%s\", \"load\": %.6f, \"recorded\": %.6f, \"bare\": %.6f, "
           "\"handles\": %zu, \"lines\": %llu, \"events\": %zu, \"instructions\": %llu, "
           "\"record_bytes\": %zu, \"keyframes\": %zu, \"keyframe_bytes\": %zu}\n",
           name, load, recorded, bare, best.handles, (unsigned long long)best.steps, best.events,
           (unsigned long long)best.instructions, best.record_bytes, best.keyframes,
           best.keyframe_bytes);
    fflush(stdout);
    return true;
}

int main(int argc, char **argv) {
    int first = 1, times = 3;
    bool with = true, without = true;
    for (; first < argc && argv[first][0] == '-'; first++) {
        if (strcmp(argv[first], "-r") == 0) without = false;
        if (strcmp(argv[first], "-b") == 0) with = false;
        if (strcmp(argv[first], "-n") == 0 && first + 1 < argc) times = atoi(argv[++first]);
    }
    bool ok = first < argc && times > 0;
    for (int i = first; i < argc; i++) ok = bench(argv[i], times, with, without) && ok;
    return ok ? 0 : 1;
}
