/* The window stays responsive whatever a program does: it records in slices between its frames, and
 * none of them takes long, whichever limit the program runs into, its message and the moments found
 * at the end of it included.
 *
 *   test_slices [FILE...]   the longest slice of each program, of safety/budgets without any */
#define _XOPEN_SOURCE 700
#include <glob.h>
#include <stdio.h>
#include <time.h>

#include "command/command.h"
#include "window/player.h"

/* The processor's time, not the clock's, so that a busy machine changes nothing. Sanitizers may
 * take SLOWER times as long. */
#if defined(__SANITIZE_ADDRESS__)
enum { SLOWER = 15 };
#else
enum { SLOWER = 1 };
#endif
enum { MOST_MS = 200 * SLOWER };

static double now_ms(void) {
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

/* False: it does not load, or a slice takes too long. */
static bool try_program(const char *path) {
    Session s;
    SessionContext context = command_context("en");
    double longest = 0, all = 0;
    int slices = 0;
    bool done = !session_open(&s, &context, path), loaded = !done;
    while (!done) {
        double start = now_ms();
        done = session_record(&s, PLAYER_SLICE);
        double taken = now_ms() - start;
        if (taken > longest) longest = taken;
        all += taken;
        slices++;
    }
    session_close(&s);
    bool good = loaded && longest <= MOST_MS;
    printf("%s %s: %d slices, %.0f ms, the longest %.1f ms\n", good ? "ok  " : "FAIL", path, slices,
           all, longest);
    return good;
}

int main(int argc, char **argv) {
    glob_t found = {0};
    if (argc == 1 && glob("tests/safety/budgets/*.py", 0, NULL, &found) != 0) return 1;
    char **files = argc > 1 ? argv + 1 : found.gl_pathv;
    size_t count = argc > 1 ? (size_t)argc - 1 : found.gl_pathc, bad = 0;
    command_guard_memory();
    for (size_t i = 0; i < count; i++) bad += !try_program(files[i]);
    printf("%zu of %zu programs leave the window its frames\n", count - bad, count);
    globfree(&found);
    return bad > 0;
}
