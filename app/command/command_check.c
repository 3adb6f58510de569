#include "command/command.h"

#include <math.h>
#include <string.h>

/* Is the lesson sound: it loads, its selectors happen, the run does what it expects. */

static void check_stdout(Session *s, const LessonExpect *expect) {
    size_t count, at = 0, wanted = strlen(expect->stdout_text);
    const CsOutput *o = cs_outputs(s->engine, &count);
    bool same = true;
    for (size_t i = 0; same && i < count; i++) {
        if (o[i].stream != 1) continue;
        same =
            at + o[i].size <= wanted && memcmp(expect->stdout_text + at, o[i].text, o[i].size) == 0;
        at += o[i].size;
    }
    if (same && at == wanted) return;
    LessonProblem *p = lesson_problem_add(&s->problems, &expect->place,
                                          "the program prints something else than \"stdout\" says");
    if (p) lesson_problem_hint(&s->problems, p, "run `coroscope run` to see what it prints");
}

static void check_expectations(Session *s) {
    const LessonExpect *expect = &s->lesson.expect;
    CsResult r = cs_result(s->engine);
    if (expect->stdout_text) check_stdout(s, expect);
    double elapsed = (double)r.time_ns / 1e9;
    if (expect->elapsed >= 0 && fabs(elapsed - expect->elapsed) > 1e-6) {
        lesson_problem_add(&s->problems, &expect->place,
                           "the program takes %.6g virtual seconds, not %.6g", elapsed,
                           expect->elapsed);
    }
    const char *exception = r.exception ? r.exception : "";
    if (expect->exception && strcmp(exception, expect->exception) != 0) {
        lesson_problem_add(&s->problems, &expect->place, "the program ends with %s, not with %s",
                           *exception ? exception : "no exception",
                           *expect->exception ? expect->exception : "none");
    }
}

static void check_end(Session *s) {
    CsResult r = cs_result(s->engine);
    if (r.message && *r.message && s->lesson.expect.exception == NULL) {
        lesson_problem_add(&s->problems, NULL, "%s", r.message);
    }
}

static bool check_one(const char *path, const CommandOptions *o) {
    Session s;
    SessionContext context = command_context(o->language);
    bool ok = session_open(&s, &context, path);
    if (ok) {
        session_record_all(&s);
        check_expectations(&s);
        if (s.lesson.is_bare) check_end(&s);
        lesson_problems_sort(&s.problems);
        ok = s.problems.count == 0;
    }
    if (s.problems.count) lesson_problems_print(&s.problems, stderr);
    if (s.diag.kind != DIAG_NONE) command_print_diag(&s, stderr);
    if (ok) {
        printf("%s: sound, %zu moments, %llu steps, %.3f s\n", path, s.moment_count,
               (unsigned long long)cs_step_count(s.engine),
               (double)cs_result(s.engine).time_ns / 1e9);
    }
    session_close(&s);
    return ok;
}

int command_check(const CommandOptions *o) {
    bool ok = true;
    for (int i = 0; i < o->file_count; i++) ok = check_one(o->files[i], o) && ok;
    return ok ? 0 : EXIT_FAILED;
}
