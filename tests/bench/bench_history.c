/* What going to another moment costs: bench_history [PROGRAM.py [MIB]]. Records the program (a
 * built-in one of 100 tasks without) in so many megabytes (1,024), then prints the time of
 * recording, the memory of the record, and minimum, median, 99th percentile and maximum of 1,000
 * seeks to random lines, 1,000 to random handles, 1,000 steps back one after the other, and 1,000
 * steps back each right after a seek to a random line. All by processor time. */

#define _POSIX_C_SOURCE 200809L

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "api/coroscope.h"
#include "history/history.h"

enum { SEEKS = 1000, PROGRAM_LIMIT = 1 << 20 };

static const char builtin[] = "import asyncio\n"
                              "async def worker(i):\n"
                              "    for k in range(200):\n"
                              "        await asyncio.sleep(0.001 * (i % 7 + 1))\n"
                              "async def main():\n"
                              "    await asyncio.gather(*[worker(i) for i in range(100)])\n"
                              "asyncio.run(main())\n";

static double milliseconds(void) {
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static int compare(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return x < y ? -1 : x > y;
}

static void print_times(const char *what, double *times) {
    qsort(times, SEEKS, sizeof *times, compare);
    printf("%-20s min %.3f  median %.3f  p99 %.3f  max %.3f ms\n", what, times[0], times[SEEKS / 2],
           times[SEEKS * 99 / 100], times[SEEKS - 1]);
}

static uint64_t chance(uint64_t below) {
    static uint64_t random = 1;
    random = random * 6364136223846793005u + 1442695040888963407u;
    return (random >> 33) % below;
}

static double go_to_step(CsEngine *e, uint64_t step) {
    double start = milliseconds();
    cs_seek_step(e, step);
    return milliseconds() - start;
}

static double go_to_run(CsEngine *e, size_t run) {
    double start = milliseconds();
    cs_seek_event(e, cs_handle_run(e, run).event);
    return milliseconds() - start;
}

static double step_back(CsEngine *e) {
    uint64_t now = cs_now(e).step;
    return go_to_step(e, now > 1 ? now - 1 : cs_step_count(e));
}

static void measure(CsEngine *e) {
    static double times[SEEKS];
    uint64_t steps = cs_step_count(e);
    size_t runs = cs_handle_run_count(e);
    for (int i = 0; i < SEEKS; i++) times[i] = go_to_step(e, 1 + chance(steps));
    print_times("any line", times);
    for (int i = 0; i < SEEKS && runs; i++) times[i] = go_to_run(e, (size_t)chance(runs));
    if (runs) print_times("any handle", times);
    cs_seek_step(e, steps > SEEKS ? steps / 2 + SEEKS / 2 : steps);
    for (int i = 0; i < SEEKS; i++) times[i] = step_back(e);
    print_times("line after line back", times);
    for (int i = 0; i < SEEKS; i++) {
        cs_seek_step(e, 1 + chance(steps));
        times[i] = step_back(e);
    }
    print_times("a line back from any", times);
}

int main(int argc, char **argv) {
    static char text[PROGRAM_LIMIT];
    size_t size = sizeof builtin - 1;
    memcpy(text, builtin, size);
    if (argc > 1) {
        FILE *f = fopen(argv[1], "rb");
        if (!f) return 1;
        size = fread(text, 1, sizeof text, f);
        fclose(f);
    }
    size_t mib = argc > 2 ? strtoul(argv[2], NULL, 10) : 1024;
    CsConfig config;
    cs_config_init(&config);
    config.arena_bytes = (size_t)128 << 20;
    config.max_instructions = UINT64_MAX / 2;
    config.max_steps = config.max_iterations = UINT32_MAX;
    config.record_bytes = mib << 20;
    CsEngine *e = cs_create(&config);
    Diag diag = {0};
    if (!e || !cs_load(e, argc > 1 ? argv[1] : "builtin.py", text, size, &diag)) {
        fprintf(stderr, "line %d: %s\n", diag.line, diag.text);
        return 1;
    }
    double start = milliseconds();
    cs_record_all(e);
    double recorded = milliseconds() - start;
    size_t runs = cs_handle_run_count(e), events;
    cs_events(e, &events);
    printf("%llu steps, %zu handles, %zu events, %zu keyframes of %.1f MiB, recorded in %.1f ms\n",
           (unsigned long long)cs_step_count(e), runs, events, e->history->keyframes.count,
           (double)e->history->keyframes.bytes / (1 << 20), recorded);
    printf("%.1f MiB for the record\n", (double)e->history->ledger->used / (1 << 20));
    if (cs_result(e).end != CS_END_NORMAL) printf("%s\n", cs_result(e).message);
    measure(e);
    cs_destroy(e);
    return 0;
}
