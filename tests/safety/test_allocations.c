/* Every allocation can fail. Lesson files are loaded and programs run with the n-th allocation
 * refused, each time in a child process: either nothing changes, or a message speaks of memory;
 * never a crash, a block that nobody frees, or another result.
 *
 *   test_allocations                  the first 200 of each, then every tenth part further,
 *                                     in every tenth program
 *   test_allocations --each           so in every program
 *   test_allocations --all [FILE...]  all of them, of the usual programs or of these
 *   test_allocations --arena N FILE   only this one of a run, in this process, for a debugger
 */
#define _GNU_SOURCE
#include "api/coroscope.h"
#include "command/command.h"
#include "lesson/lesson.h"
#include "safety/allocations.h"

/* Behind the engine's headers: <unistd.h> has a macro by the name of one of their constants. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#ifdef COROSCOPE_COVERAGE
#include <gcov.h>
#endif

/* The short form takes every tenth of the programs. */
enum { IN_CI = 10, FIRST = 200, TEXT_SIZE = 8192, ARENA_BYTES = 16 << 20, SECONDS = 60 };

/* What came of one attempt. Shared between the processes. */
typedef struct {
    bool done; /* the child came to its end */
    bool said; /* a message tells of the lack of memory */
    uint64_t made[FAIL_KINDS];
    int64_t live;
    uint64_t hash;        /* of everything that came out */
    char text[TEXT_SIZE]; /* the beginning of it, for people */
} Outcome;

typedef struct Target Target;
struct Target {
    const char *path, *stage;
    void (*work)(const Target *t, FILE *out);
    CsEngine *engine; /* made before the process is split; NULL: the work makes its own */
    const Lesson *lesson;
};

static Outcome *outcome;
static int failures;
static uint64_t only; /* the one that is tried; 0 = many */

/* ---- Work ----------------------------------------------------------------------------------- */

static bool speaks_of_memory(const char *text) {
    return strcasestr(text, "memory") != NULL;
}

static void load_lesson(const Target *t, FILE *out) {
    SessionContext session = command_context("en");
    LessonContext context = {.reader = session.reader};
    LessonProblems problems = {0};
    Lesson lesson;
    bool good = lesson_load(&context, t->path, &lesson, &problems);
    fprintf(out, "%d %zu problems\n", good, problems.count);
    for (size_t i = 0; i < problems.count; i++)
        fprintf(out, "%s: %s\n", problems.items[i].path, problems.items[i].text);
    if (good) {
        fprintf(out, "%s %s %zu %zu %zu %zu %d\n", lesson.id, lesson_text(&lesson.title, "en"),
                lesson.moments.count, lesson.checkpoints.count, lesson.variants.count,
                lesson.program.length, lesson.given != NULL);
        fwrite(lesson.program.text, 1, lesson.program.length, out);
    }
    lesson_clear(&lesson);
    lesson_problems_clear(&problems);
}

static void print_result(CsEngine *e, FILE *out) {
    CsResult r = cs_result(e);
    size_t outputs, events, other;
    const CsOutput *o = cs_outputs(e, &outputs);
    cs_events(e, &events);
    fprintf(out, "end %d status %d exception %s message %s exit %s at %lld\n", (int)r.end,
            r.exit_status, r.exception ? r.exception : "-", r.message ? r.message : "-",
            r.exit_text ? r.exit_text : "-", (long long)r.time_ns);
    for (size_t i = 0; i < outputs; i++)
        fprintf(out, "%d %.*s", o[i].stream, (int)o[i].size, o[i].text);
    fprintf(out, "\n%zu events %zu runs %zu notes", events, cs_handle_run_count(e),
            cs_handle_note_count(e));
    cs_things(e, &other);
    fprintf(out, " %zu things", other);
    cs_waits(e, &other);
    fprintf(out, " %zu waits", other);
    cs_talks(e, &other);
    fprintf(out, " %zu talks", other);
    cs_raises(e, &other);
    fprintf(out, " %zu raises\n", other);
}

/* Going back needs memory too: where there is none it says no, and the place stays. */
static void travel(CsEngine *e, FILE *out) {
    uint64_t steps = cs_step_count(e);
    for (uint64_t i = 0; i <= 2; i++) {
        bool there = cs_seek_step(e, steps * i / 2);
        CsSnapshot *shot = there ? cs_snapshot(e) : NULL;
        fprintf(out, "%s", shot ? "" : "no memory for the way back\n");
        if (shot)
            fprintf(out, "step %llu, %d tasks\n", (unsigned long long)shot->step, shot->task_count);
        cs_snapshot_free(shot);
    }
}

static void finish(const Target *t, CsEngine *e, FILE *out) {
    cs_record_all(e);
    print_result(e, out);
    /* A run in which the arena refused once for the test's sake cannot be repeated. */
    if (!strcmp(t->stage, "history")) travel(e, out);
    cs_destroy(e);
}

static void load_and_run(const Target *t, FILE *out) {
    Diag diag = {0};
    CsEngine *e = t->engine;
    if (t->lesson->given) cs_set_world(e, t->lesson->given);
    if (cs_load(e, t->path, t->lesson->program.text, t->lesson->program.length, &diag)) {
        finish(t, e, out);
        return;
    }
    fprintf(out, "refused: %s\n", diag.text);
    cs_destroy(e);
}

static void run(const Target *t, FILE *out) {
    finish(t, t->engine, out);
}

static CsEngine *create(void) {
    CsConfig config;
    cs_config_init(&config);
    config.arena_bytes = ARENA_BYTES;
    return cs_create(&config);
}

static void create_only(const Target *t, FILE *out) {
    (void)t;
    CsEngine *e = create();
    fputs(e ? "made\n" : "no memory for an engine\n", out);
    cs_destroy(e);
}

/* ---- One attempt ---------------------------------------------------------------------------- */

static uint64_t hash_of(const char *text, size_t size) {
    uint64_t hash = 14695981039346656037u;
    for (size_t i = 0; i < size; i++) hash = (hash ^ (unsigned char)text[i]) * 1099511628211u;
    return hash;
}

static void child(const Target *t, FailKind kind, uint64_t n) {
    static char buffer[1 << 20];
    FILE *out = fmemopen(buffer, sizeof buffer, "w");
    setvbuf(out, NULL, _IONBF, 0);
    alarm(SECONDS);
    allocations_start(kind, n);
    t->work(t, out);
    Allocations now = allocations_now();
    allocations_start(kind, 0);
    outcome->made[FAIL_MALLOC] = now.made[FAIL_MALLOC];
    outcome->made[FAIL_ARENA] = now.made[FAIL_ARENA];
    outcome->live = now.live;
    long size = ftell(out);
    outcome->said = speaks_of_memory(buffer);
    outcome->hash = hash_of(buffer, (size_t)size);
    memcpy(outcome->text, buffer, TEXT_SIZE - 1);
    outcome->done = true;
#ifdef COROSCOPE_COVERAGE
    __gcov_dump(); /* _exit() would leave out what this child has counted */
#endif
    _exit(0);
}

/* The child's exit status as wait() has it, and what it printed to standard error. */
static int attempt(const Target *t, FailKind kind, uint64_t n, char *printed, size_t size) {
    *outcome = (Outcome){0};
    FILE *errors = tmpfile();
    fflush(stdout);
    pid_t pid = fork();
    if (pid == 0) {
        dup2(fileno(errors), STDERR_FILENO);
        child(t, kind, n);
    }
    int status = -1;
    waitpid(pid, &status, 0);
    rewind(errors);
    size_t used = fread(printed, 1, size - 1, errors);
    printed[used] = 0;
    fclose(errors);
    return status;
}

static void complain(const Target *t, FailKind kind, uint64_t n, const char *what,
                     const char *printed) {
    static const char *const kinds[] = {"malloc", "arena"};
    if (++failures > 40) return;
    printf("%s, %s: %s %llu fails: %s\n%.1500s\n%.600s\n", t->path, t->stage, kinds[kind],
           (unsigned long long)n, what, printed, outcome->text);
}

static void judge(const Target *t, FailKind kind, uint64_t n, const Outcome *normal) {
    char printed[4096];
    int status = attempt(t, kind, n, printed, sizeof printed);
    if (WIFSIGNALED(status)) {
        complain(t, kind, n, WTERMSIG(status) == SIGALRM ? "it hangs" : "it crashes", printed);
    } else if (!outcome->done) {
        /* It ended itself, as the lesson's memory does. */
        bool clean = WEXITSTATUS(status) == EXIT_FAILURE && speaks_of_memory(printed) &&
                     strlen(printed) < 200;
        if (!clean) complain(t, kind, n, "it ends without a clean message", printed);
    } else if (outcome->live != normal->live) {
        complain(t, kind, n, "blocks are left", printed);
    } else if (outcome->hash != normal->hash && !outcome->said) {
        complain(t, kind, n, "another result, and no message", printed);
    }
}

/* ---- All of them ---------------------------------------------------------------------------- */

static uint64_t next(uint64_t n, bool all) {
    return all || n < FIRST ? n + 1 : n + n / 10;
}

/* In this process, for a debugger. */
static void try_one(const Target *t, FailKind kind, uint64_t n) {
    child(t, kind, n);
}

static void try_kind(const Target *t, FailKind kind, bool all) {
    char printed[4096];
    int status = attempt(t, kind, 0, printed, sizeof printed);
    Outcome normal = *outcome;
    if (status != 0 || !normal.done) {
        complain(t, kind, 0, "it does not work at all", printed);
        return;
    }
    uint64_t tries = 0;
    for (uint64_t n = 1; n <= normal.made[kind]; n = next(n, all), tries++)
        judge(t, kind, n, &normal);
    if (all)
        printf("%s, %s, %s: %llu of %llu\n", t->path, t->stage, kind ? "arena" : "malloc",
               (unsigned long long)tries, (unsigned long long)normal.made[kind]);
}

static void try_both(const Target *t, bool all) {
    try_kind(t, FAIL_MALLOC, all);
    try_kind(t, FAIL_ARENA, all);
}

/* Loading and the run are tried apart, so that a run's attempts need not load it again. */
static void try_program(const char *path, bool all) {
    SessionContext session = command_context("en");
    LessonContext context = {.reader = session.reader};
    LessonProblems problems = {0};
    Lesson lesson;
    Diag diag = {0};
    if (lesson_load(&context, path, &lesson, &problems)) {
        CsEngine *fresh = create(), *loaded = create();
        Target loading = {path, "load", load_and_run, fresh, &lesson};
        if (all) try_both(&loading, all);
        if (lesson.given) cs_set_world(loaded, lesson.given);
        if (cs_load(loaded, path, lesson.program.text, lesson.program.length, &diag)) {
            Target running = {path, "run", run, loaded, &lesson}, travelling = running;
            travelling.stage = "history";
            if (only) try_one(&running, FAIL_ARENA, only);
            try_kind(&running, FAIL_ARENA, all);
            try_kind(&travelling, FAIL_MALLOC, all);
        }
        cs_destroy(fresh);
        cs_destroy(loaded);
    }
    lesson_clear(&lesson);
    lesson_problems_clear(&problems);
}

static const char *const programs[] = {
#include "safety/programs.inc"
};

static const char *const lessons[] = {"scenarios/queues/producer_consumer.json",
                                      "tests/lessons/bad/program_leaves_folder.json"};

int main(int argc, char **argv) {
    bool all = argc > 1 && !strcmp(argv[1], "--all");
    bool each = all || (argc > 1 && !strcmp(argv[1], "--each"));
    if (argc > 3 && !strcmp(argv[1], "--arena")) only = strtoull(argv[2], NULL, 10);
    outcome =
        mmap(NULL, sizeof *outcome, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (outcome == MAP_FAILED) return 1;
    command_guard_memory();
    size_t count = sizeof programs / sizeof *programs;
    if (argc > 2) {
        for (int i = only ? 3 : 2; i < argc; i++) try_program(argv[i], all);
    } else {
        Target first = {"the engine", "create", create_only, NULL, NULL};
        try_both(&first, all);
        for (size_t i = 0; i < sizeof lessons / sizeof *lessons; i++) {
            Target lesson = {lessons[i], "lesson", load_lesson, NULL, NULL};
            try_kind(&lesson, FAIL_MALLOC, all);
        }
        for (size_t i = 0; i < count; i += each ? 1 : IN_CI) try_program(programs[i], all);
    }
    printf("%d attempts went wrong\n", failures);
    return failures ? 1 : 0;
}
