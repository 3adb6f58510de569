/* What opening a lesson costs: bench_lessons [-n TIMES] LESSON.json... For each lesson the median
 * of TIMES (5 unless told) of loading it (reading, checking, compiling, the library's start) and of
 * recording its whole run, in milliseconds of the process's own time; then the largest sum. The
 * result is 1 where that is above 50 ms. */

#define _POSIX_C_SOURCE 200809L

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "session/session.h"
#include "support/lesson_files.h"

enum { TIMES_MOST = 99 };

/* Milliseconds; a build with sanitizers is so many times slower. */
#if defined(__SANITIZE_ADDRESS__)
static const double limit = 50 * 15;
#else
static const double limit = 50;
#endif

typedef struct {
    double load, record;
} Cost;

static double milliseconds(void) {
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static bool measure(const char *path, Cost *cost) {
    SessionContext context = {.reader = lesson_files_on_disk(), .language = "en"};
    Session s;
    double start = milliseconds();
    bool ok = session_open(&s, &context, path);
    double loaded = milliseconds();
    if (ok) session_record_all(&s);
    *cost = (Cost){loaded - start, milliseconds() - loaded};
    ok = ok && s.problems.count == 0;
    if (!ok) lesson_problems_print(&s.problems, stderr);
    session_close(&s);
    return ok;
}

static int by_sum(const void *a, const void *b) {
    const Cost *x = a, *y = b;
    double p = x->load + x->record, q = y->load + y->record;
    return p < q ? -1 : p > q;
}

static bool bench(const char *path, int times, Cost *median) {
    Cost costs[TIMES_MOST];
    for (int i = 0; i < times; i++) {
        if (!measure(path, &costs[i])) return false;
    }
    qsort(costs, (size_t)times, sizeof *costs, by_sum);
    *median = costs[times / 2];
    printf("%-56s load %6.2f  record %6.2f  sum %6.2f ms\n", path, median->load, median->record,
           median->load + median->record);
    return true;
}

int main(int argc, char **argv) {
    int first = 1, times = 5;
    if (argc > 2 && strcmp(argv[1], "-n") == 0) {
        times = atoi(argv[2]);
        first = 3;
    }
    if (first >= argc || times < 1 || times > TIMES_MOST) return 2;
    const char *slowest = "";
    Cost cost, largest = {0, 0};
    for (int i = first; i < argc; i++) {
        if (!bench(argv[i], times, &cost)) return 1;
        if (by_sum(&cost, &largest) <= 0) continue;
        largest = cost;
        slowest = argv[i];
    }
    printf("%d lessons, the slowest: %s, %.2f ms\n", argc - first, slowest,
           largest.load + largest.record);
    return largest.load + largest.record > limit;
}
