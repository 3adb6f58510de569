#include "command/check_run.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "command/check_spots.h"
#include "session/session_variant.h"

enum { OUTPUT_SHOWN = 60 };

static const char WHERE_VALUES_ARE[] =
    "\nIt is evaluated where the program stands then. Say in whose frame: \"in\": \"task:NAME\" or "
    "\"function:NAME\".";

/* ---- What the run must come to ----------------------------------------------------------- */

/* All that went to standard output, NUL-terminated; the caller frees it. NULL: not enough memory.
 */
static char *all_output(const CsEngine *engine) {
    size_t count, used = 0;
    const CsOutput *o = cs_outputs(engine, &count);
    for (size_t i = 0; i < count; i++) used += o[i].stream == 1 ? o[i].size : 0;
    char *text = malloc(used + 1);
    if (!text) return NULL;
    used = 0;
    for (size_t i = 0; i < count; i++) {
        if (o[i].stream != 1) continue;
        memcpy(text + used, o[i].text, o[i].size);
        used += o[i].size;
    }
    text[used] = '\0';
    return text;
}

/* The first line, from 1, in which two texts are not the same; 0: they are. Moves both there. */
static int first_difference(const char **a, const char **b) {
    for (int line = 1;; line++) {
        size_t x = strcspn(*a, "\n"), y = strcspn(*b, "\n");
        bool same = x == y && memcmp(*a, *b, x) == 0 && (*a)[x] == (*b)[y];
        if (!same) return line;
        if (!(*a)[x]) return 0;
        *a += x + 1;
        *b += y + 1;
    }
}

static const char *quote_line(LessonProblems *problems, const char *text) {
    size_t length = strcspn(text, "\n");
    if (!*text) return "nothing";
    return lesson_problem_quote(problems, text, length < OUTPUT_SHOWN ? length : OUTPUT_SHOWN);
}

static void check_stdout(Session *s, const char *wanted) {
    char *output = all_output(s->engine);
    const char *printed = output;
    int line = output ? first_difference(&printed, &wanted) : 0;
    if (line) {
        LessonPlace place = lesson_course_place(&s->problems, "expect", "stdout");
        const char *is = quote_line(&s->problems, printed);
        const char *was = quote_line(&s->problems, wanted);
        LessonProblem *p = lesson_problem_add(&s->problems, &place,
                                              "the program prints something else than this, from "
                                              "line %d on",
                                              line);
        lesson_problem_hint(&s->problems, p,
                            "It prints %s, expected is %s. `coroscope run` shows all of it.", is,
                            was);
    }
    free(output);
}

static void check_expectations(Session *s) {
    const LessonExpect *expect = &s->lesson.expect;
    CsResult r = cs_result(s->engine);
    if (expect->stdout_text) check_stdout(s, expect->stdout_text);
    double elapsed = (double)r.time_ns / 1e9;
    if (expect->elapsed >= 0 && fabs(elapsed - expect->elapsed) > 1e-6) {
        LessonPlace place = lesson_course_place(&s->problems, "expect", "elapsed");
        lesson_problem_add(&s->problems, &place, "the program takes %.6g virtual seconds, not %.6g",
                           elapsed, expect->elapsed);
    }
    const char *exception = r.exception ? r.exception : "";
    if (expect->exception && strcmp(exception, expect->exception) != 0) {
        LessonPlace place = lesson_course_place(&s->problems, "expect", "exception");
        lesson_problem_add(&s->problems, &place, "the program ends with %s, not with %s",
                           *exception ? exception : "no exception",
                           *expect->exception ? expect->exception : "none");
    }
}

/* A bare program expects nothing, so a deadlock or a limit is a problem of its own. */
static void check_end(Session *s) {
    CsResult r = cs_result(s->engine);
    if (s->lesson.is_bare && r.message && *r.message)
        lesson_problem_add(&s->problems, NULL, "%s", r.message);
}

/* ---- Checkpoints ------------------------------------------------------------------------- */

bool check_run_ask(CheckRun *run, const PredictPlace *place, PredictQuestion *question) {
    model_pool_reset(&run->pool);
    if (!session_seek(&run->session, place->at)) return false;
    if (!session_facts_update(&run->facts, &run->session)) return false;
    PredictMoment m = {&run->session, &run->facts, &run->words, run->language};
    return predict_checkpoint(&m, place->checkpoint, question);
}

static bool has_answer(const PredictQuestion *q) {
    for (int i = 0; i < q->count; i++) {
        if (q->options[i].right) return true;
    }
    return false;
}

/* Why a question cannot be asked there, for its author. */
static void hint_no_answer(CheckRun *run, const LessonCheckpoint *c, LessonProblem *p) {
    LessonProblems *problems = &run->session.problems;
    char text[256];
    bool named = c->in.name && *c->in.name;
    if (c->ask == LESSON_ASK_VALUE && !cs_evaluate(run->session.engine, named ? c->in.name : NULL,
                                                   c->expression, text, sizeof text))
        lesson_problem_hint(problems, p, "%s%s", text, named ? "" : WHERE_VALUES_ARE);
    else if (c->ask == LESSON_ASK_VALUE)
        lesson_problem_hint(problems, p, "There is no second value to choose from.");
    else if (c->ask == LESSON_ASK_STATE)
        check_spots_expect(run, p, c->of.kind, c->of.name);
    else
        lesson_problem_hint(problems, p, "The run is over, or there is one answer only.");
}

static void check_checkpoints(CheckRun *run) {
    Session *s = &run->session;
    size_t count;
    PredictPlace *places = predict_places(s, &count);
    for (size_t i = 0; i < count; i++) {
        PredictQuestion question;
        if (check_run_ask(run, &places[i], &question) && has_answer(&question)) continue;
        const LessonCheckpoint *c = &s->lesson.checkpoints.items[places[i].checkpoint];
        LessonPlace place = lesson_course_field_place(&s->problems, &c->place, "of");
        LessonProblem *p =
            lesson_problem_add(&s->problems, &place, "this question has no answer here");
        hint_no_answer(run, c, p);
    }
    free(places);
}

/* ---- Variants ---------------------------------------------------------------------------- */

static void compare_outputs(const CheckRun *run, const CsEngine *other, CheckOutcome *outcome) {
    char *original = all_output(run->session.engine), *now = all_output(other);
    const char *a = original, *b = now;
    outcome->first_other = a && b ? first_difference(&a, &b) : 0;
    outcome->same_output = !outcome->first_other;
    free(original);
    free(now);
}

static void tell_end(const CsEngine *engine, CheckOutcome *outcome) {
    CsResult r = cs_result(engine);
    outcome->ran = true;
    outcome->time_ns = r.time_ns;
    snprintf(outcome->message, sizeof outcome->message, "%s", r.message ? r.message : "");
    snprintf(outcome->exception, sizeof outcome->exception, "%s", r.exception ? r.exception : "");
}

void check_run_variant(CheckRun *run, const LessonVariant *variant, CheckOutcome *outcome) {
    Session *s = &run->session, other;
    size_t number = (size_t)(variant - s->lesson.variants.items);
    SessionContext context = command_context(run->language);
    LessonProblems problems = {0};
    *outcome = (CheckOutcome){0};
    lesson_problems_start(&problems, s->lesson.path, NULL, 0);
    bool good = session_variant_open(&other, s, &context, number, &problems);
    if (good) session_record_all(&other);
    if (good && session_variant_verify(&other, s, number, &problems)) {
        tell_end(other.engine, outcome);
        compare_outputs(run, other.engine, outcome);
    } else {
        const char *why = problems.count ? problems.items[0].text : "";
        snprintf(outcome->message, sizeof outcome->message, "%s", why);
    }
    lesson_problems_clear(&problems);
    session_close(&other);
}

static void check_variants(CheckRun *run) {
    SessionContext context = command_context(run->language);
    session_variants_check(&run->session, &context);
}

/* ---- The whole --------------------------------------------------------------------------- */

static void verify(CheckRun *run) {
    Session *s = &run->session;
    session_record_all(s);
    event_facts_build(&run->events, s->engine, &run->facts_pool);
    run->words =
        (EventWords){.facts = &run->events, .words = text_table(run->language), .pool = &run->pool};
    check_expectations(s);
    check_end(s);
    check_spots(run);
    check_spots_followed(run);
    check_checkpoints(run);
    check_variants(run);
}

bool check_run_open(CheckRun *run, const char *path, const CommandOptions *o,
                    const LessonCourse *course) {
    SessionContext context = command_context(o->language);
    run->path = path;
    run->language = o->language;
    run->open = session_open(&run->session, &context, path);
    if (run->open) verify(run);
    Session *s = &run->session;
    if (course && s->problems.items) lesson_course_check(course, path, &s->problems);
    if (s->problems.count) lesson_problems_sort(&s->problems);
    return run->open && s->problems.count == 0;
}

void check_run_close(CheckRun *run) {
    session_facts_clear(&run->facts);
    model_pool_clear(&run->pool);
    model_pool_clear(&run->facts_pool);
    session_close(&run->session);
    *run = (CheckRun){0};
}
