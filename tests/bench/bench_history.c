/* What going to another moment costs: bench_history [PROGRAM.py]. Records the program (a built-in
 * one of 100 tasks without), then prints the time of recording, the memory of the record, and
 * minimum, median, 99th percentile and maximum of 1,000 random seeks and of 1,000 steps back. */

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
    printf("%-14s min %.3f  median %.3f  p99 %.3f  max %.3f ms\n", what, times[0], times[SEEKS / 2],
           times[SEEKS * 99 / 100], times[SEEKS - 1]);
}

static void measure(CsEngine *e) {
    static double times[SEEKS];
    uint64_t steps = cs_step_count(e), random = 1;
    for (int i = 0; i < SEEKS; i++) {
        random = random * 6364136223846793005u + 1442695040888963407u;
        double start = milliseconds();
        cs_seek_step(e, 1 + (random >> 33) % steps);
        times[i] = milliseconds() - start;
    }
    print_times("random seek", times);
    cs_seek_step(e, steps > SEEKS ? steps / 2 + SEEKS / 2 : steps);
    for (int i = 0; i < SEEKS; i++) {
        uint64_t now = cs_now(e).step;
        double start = milliseconds();
        cs_seek_step(e, now > 1 ? now - 1 : steps);
        times[i] = milliseconds() - start;
    }
    print_times("step back", times);
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
    CsConfig config;
    cs_config_init(&config);
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
    measure(e);
    cs_destroy(e);
    return 0;
}
