#include "command/check_explain.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "command/json_out.h"

enum { ANSWERS = PREDICT_OPTIONS };

/* ---- Places ------------------------------------------------------------------------------ */

static int64_t time_of(const Session *s, const Playhead *at) {
    size_t count;
    const CsEvent *events = cs_events(s->engine, &count);
    if (at->end) return cs_result(s->engine).time_ns;
    return at->event ? events[at->event - 1].time : cs_step_time(s->engine, at->step);
}

/* A place that is no line is after one: the line shown is the last that began. */
static int line_of(const Session *s, const Playhead *at) {
    return at->step ? cs_step_line(s->engine, at->step) : 0;
}

static void print_place(const Session *s, const Playhead *at, FILE *to) {
    char line[16] = "-";
    if (line_of(s, at)) snprintf(line, sizeof line, "%d", line_of(s, at));
    fprintf(to, "%7" PRIu64 " %5s %10.3f  ", at->step, line, (double)time_of(s, at) / 1e9);
}

static void put_place(const Session *s, const Playhead *at, FILE *to) {
    fprintf(to, "\"step\": %" PRIu64 ", \"event\": %u, \"line\": %d, \"time\": ", at->step,
            at->event, line_of(s, at));
    json_seconds(to, time_of(s, at));
}

/* ---- Checkpoints ------------------------------------------------------------------------- */

static const char *const ask_names[] = {"",      "next-handle", "next-output",
                                        "state", "value",       "choice"};

static void print_answers(const PredictQuestion *q, bool right, FILE *to) {
    int shown = 0;
    for (int i = 0; i < q->count; i++) {
        if (q->options[i].right != right) continue;
        fprintf(to, "%s%s", shown++ ? " | " : "", q->options[i].name);
    }
}

static void print_checkpoint(CheckRun *run, const PredictPlace *place, FILE *to) {
    PredictQuestion q = {0};
    const LessonCheckpoint *c = &run->session.lesson.checkpoints.items[place->checkpoint];
    print_place(&run->session, &place->at, to);
    fprintf(to, "checkpoint %d (%s)  ", place->checkpoint + 1, ask_names[c->ask]);
    if (!check_run_ask(run, place, &q)) {
        fputs("has no answer\n", to);
        return;
    }
    fprintf(to, "%s\n%27s= ", event_words_string(&run->words, &q.heading), "");
    print_answers(&q, true, to);
    fprintf(to, "\n%27snot ", "");
    print_answers(&q, false, to);
    fputc('\n', to);
}

static void put_options(const PredictQuestion *q, bool right, FILE *to) {
    int shown = 0;
    for (int i = 0; i < q->count; i++) {
        if (q->options[i].right != right) continue;
        if (shown++) fputs(", ", to);
        json_string(to, q->options[i].name);
    }
}

static void put_checkpoint(CheckRun *run, const PredictPlace *place, FILE *to) {
    PredictQuestion q = {0};
    const LessonCheckpoint *c = &run->session.lesson.checkpoints.items[place->checkpoint];
    bool asked = check_run_ask(run, place, &q);
    fprintf(to, "{\"path\": \"checkpoints[%d]\", ", place->checkpoint);
    put_place(&run->session, &place->at, to);
    fprintf(to, ", \"ask\": \"%s\", \"question\": ", ask_names[c->ask]);
    json_string(to, asked ? event_words_string(&run->words, &q.heading) : NULL);
    fputs(", \"answers\": [", to);
    if (asked) put_options(&q, true, to);
    fputs("], \"wrong\": [", to);
    if (asked) put_options(&q, false, to);
    fputs("]}", to);
}

/* ---- Moments ----------------------------------------------------------------------------- */

static int number_of(const Session *s, const SessionMoment *m) {
    return (int)(m->moment - s->lesson.moments.items);
}

static void print_moment(const CheckRun *run, const SessionMoment *m, FILE *to) {
    print_place(&run->session, &m->at, to);
    fprintf(to, "moment %d  %s%s\n", number_of(&run->session, m) + 1,
            lesson_text(&m->moment->say, run->language), m->moment->pause ? "  (pause)" : "");
}

static void put_moment(const CheckRun *run, const SessionMoment *m, FILE *to) {
    fprintf(to, "{\"path\": \"moments[%d]\", ", number_of(&run->session, m));
    put_place(&run->session, &m->at, to);
    fprintf(to, ", \"pause\": %s, \"say\": ", m->moment->pause ? "true" : "false");
    json_string(to, lesson_text(&m->moment->say, run->language));
    fputc('}', to);
}

/* ---- Variants ---------------------------------------------------------------------------- */

static void print_variant(CheckRun *run, const LessonVariant *v, FILE *to) {
    CheckOutcome o;
    check_run_variant(run, v, &o);
    fprintf(to, "  variant  %s: ", lesson_text(&v->title, run->language));
    if (!o.ran) {
        fprintf(to, "%s\n", *o.message ? o.message : "runs beside the lesson in the window");
        return;
    }
    fprintf(to, "%.3f s, ", (double)o.time_ns / 1e9);
    if (o.same_output)
        fputs("the same output", to);
    else
        fprintf(to, "other output from line %d on", o.first_other);
    if (*o.exception) fprintf(to, ", ends with %s", o.exception);
    if (*o.message) fprintf(to, ", %s", o.message);
    fputc('\n', to);
}

static void put_variant(CheckRun *run, const LessonVariant *v, size_t number, FILE *to) {
    CheckOutcome o;
    check_run_variant(run, v, &o);
    fprintf(to, "{\"path\": \"variants[%zu]\", \"title\": ", number);
    json_string(to, lesson_text(&v->title, run->language));
    fprintf(to, ", \"ran\": %s, \"same_output\": %s, \"first_other_line\": %d, \"time\": ",
            o.ran ? "true" : "false", o.same_output ? "true" : "false", o.first_other);
    json_seconds(to, o.time_ns);
    fputs(", \"exception\": ", to);
    json_string(to, *o.exception ? o.exception : NULL);
    fputs(", \"message\": ", to);
    json_string(to, *o.message ? o.message : NULL);
    fputc('}', to);
}

/* ---- All --------------------------------------------------------------------------------- */

static bool checkpoint_first(const PredictPlace *place, const SessionMoment *m) {
    if (place->order != m->order) return place->order < m->order;
    if (place->at.end || m->at.end) return false;
    return place->at.step < m->at.step;
}

void check_explain(CheckRun *run, FILE *to) {
    Session *s = &run->session;
    size_t count, asked = 0;
    PredictPlace *places = predict_places(s, &count);
    fprintf(to, "   step  line       time  %s\n", lesson_text(&s->lesson.title, run->language));
    for (size_t i = 0; i < s->moment_count; i++) {
        while (asked < count && checkpoint_first(&places[asked], &s->moments[i]))
            print_checkpoint(run, &places[asked++], to);
        print_moment(run, &s->moments[i], to);
    }
    while (asked < count) print_checkpoint(run, &places[asked++], to);
    for (size_t i = 0; i < s->lesson.variants.count; i++)
        print_variant(run, &s->lesson.variants.items[i], to);
    free(places);
}

void check_explain_json(CheckRun *run, FILE *to) {
    Session *s = &run->session;
    size_t count;
    PredictPlace *places = predict_places(s, &count);
    fputs(", \"moments\": [", to);
    for (size_t i = 0; i < s->moment_count; i++) {
        if (i) fputs(", ", to);
        put_moment(run, &s->moments[i], to);
    }
    fputs("], \"checkpoints\": [", to);
    for (size_t i = 0; i < count; i++) {
        if (i) fputs(", ", to);
        put_checkpoint(run, &places[i], to);
    }
    fputs("], \"variants\": [", to);
    for (size_t i = 0; i < s->lesson.variants.count; i++) {
        if (i) fputs(", ", to);
        put_variant(run, &s->lesson.variants.items[i], i, to);
    }
    fputs("]", to);
    free(places);
}
