#include "session/session.h"

#include <stdlib.h>
#include <string.h>

#include "lesson/lesson_course.h"
#include "model/event_facts.h"
#include "session/session_parts.h"

enum { RECORD_SLICE = 5000000 };

CsConfig session_config(const Lesson *lesson, const SessionContext *context) {
    CsConfig c;
    cs_config_init(&c);
    c.seed = lesson->seed;
    const LessonLimits *l = &lesson->limits;
    if (l->virtual_seconds > 0) c.max_virtual_seconds = l->virtual_seconds;
    if (l->instructions > 0) c.max_instructions = (uint64_t)l->instructions;
    if (l->memory_mib > 0) c.arena_bytes = (size_t)l->memory_mib << 20;
    if (l->output > 0) c.max_output_bytes = (uint64_t)l->output;
    if (context->record_mib) c.record_bytes = context->record_mib << 20;
    return c;
}

bool session_open(Session *s, const SessionContext *context, const char *path) {
    memset(s, 0, sizeof *s);
    const char *names[EVENT_KIND_COUNT];
    for (int i = 1; i < EVENT_KIND_COUNT; i++) names[i - 1] = event_info[i].name;
    LessonContext load = {context->reader, names, EVENT_KIND_COUNT - 1, context->world};
    if (!lesson_load(&load, path, &s->lesson, &s->problems)) return false;
    CsConfig config = session_config(&s->lesson, context);
    s->engine = cs_create(&config);
    if (!s->engine) {
        lesson_problem_add(&s->problems, NULL, "there is not enough memory to run this lesson");
        return false;
    }
    if (s->lesson.given) cs_set_world(s->engine, s->lesson.given);
    const LessonProgram *p = &s->lesson.program;
    if (cs_load(s->engine, p->name, p->text, p->length, &s->diag)) return true;
    cs_destroy(s->engine);
    s->engine = NULL;
    return false;
}

void session_close(Session *s) {
    session_parts_clear(s);
    cs_destroy(s->engine);
    free(s->moments);
    lesson_clear(&s->lesson);
    lesson_problems_clear(&s->problems);
    memset(s, 0, sizeof *s);
}

/* ---- Selectors ------------------------------------------------------------------------------ */

static bool task_is(const Session *s, uint32_t id, const char *name) {
    if (!name) return true;
    char text[256];
    cs_describe(s->engine, id, text, sizeof text);
    return id && strcmp(text, name) == 0;
}

static bool find_line(const Session *s, const LessonSelector *sel, Playhead *at, uint32_t *order) {
    int64_t hits = 0;
    for (uint64_t step = 1; step <= cs_step_count(s->engine); step++) {
        if (cs_step_line(s->engine, step) != sel->line) continue;
        if (!cs_step_is_hit(s->engine, step)) continue;
        if (!task_is(s, cs_step_task(s->engine, step), sel->task) || ++hits < sel->nth) continue;
        *at = (Playhead){.step = step};
        *order = cs_step_event(s->engine, step);
        return true;
    }
    return false;
}

static Playhead at_event(const CsEvent *e) {
    return (Playhead){.step = e->step, .event = e->id};
}

static bool find_event(const Session *s, const LessonSelector *sel, Playhead *at, uint32_t *order) {
    size_t count;
    const CsEvent *events = cs_events(s->engine, &count);
    int64_t hits = 0;
    for (size_t i = 0; i < count; i++) {
        const CsEvent *e = &events[i];
        if (strcmp(event_info[e->kind].name, sel->text) != 0) continue;
        if (sel->task && !task_is(s, event_facts_task(e), sel->task)) continue;
        if (sel->object && !task_is(s, e->subject, sel->object)) continue;
        if (++hits < sel->nth) continue;
        *at = at_event(e);
        *order = e->id;
        return true;
    }
    return false;
}

static bool find_time(const Session *s, double seconds, Playhead *at, uint32_t *order) {
    size_t count;
    const CsEvent *events = cs_events(s->engine, &count);
    double ns = seconds * 1e9;
    for (size_t i = 0; i < count; i++) {
        if ((double)events[i].time < ns - 0.5) continue;
        *at = at_event(&events[i]);
        *order = events[i].id;
        return true;
    }
    return false;
}

/* The write that completes the n-th line with the text. */
static bool find_output(const Session *s, const LessonSelector *sel, Playhead *at,
                        uint32_t *order) {
    size_t count, used = 0;
    const CsOutput *outputs = cs_outputs(s->engine, &count);
    char line[4096];
    int64_t hits = 0;
    for (size_t i = 0; i < count; i++) {
        if (outputs[i].stream != 1) continue;
        for (size_t k = 0; k < outputs[i].size; k++) {
            char c = outputs[i].text[k];
            if (c != '\n') {
                if (used + 1 < sizeof line) line[used++] = c;
                continue;
            }
            line[used] = 0;
            used = 0;
            if (!strstr(line, sel->text) || ++hits < sel->nth) continue;
            *at = (Playhead){.step = outputs[i].step, .event = outputs[i].event};
            *order = outputs[i].event;
            return true;
        }
    }
    return false;
}

static bool find_end(const Session *s, Playhead *at, uint32_t *order) {
    *at = (Playhead){.step = cs_step_count(s->engine), .end = true};
    *order = UINT32_MAX;
    return cs_is_recorded(s->engine);
}

bool session_find(const Session *s, const LessonSelector *sel, Playhead *at, uint32_t *order) {
    switch ((LessonSelectorKind)sel->kind) {
    case LESSON_AT_SOURCE:
    case LESSON_AT_LINE: return find_line(s, sel, at, order);
    case LESSON_AT_EVENT: return find_event(s, sel, at, order);
    case LESSON_AT_TIME: return find_time(s, sel->time, at, order);
    case LESSON_AT_OUTPUT: return find_output(s, sel, at, order);
    case LESSON_AT_END: return find_end(s, at, order);
    case LESSON_AT_NOTHING: break;
    }
    return false;
}

/* How often the selector's thing happens, up to 1000. */
static int count_hits(const Session *s, const LessonSelector *sel, const char *task) {
    LessonSelector any = *sel;
    Playhead at;
    uint32_t order;
    int hits = 0;
    any.task = task;
    for (any.nth = 1; hits < 1000 && session_find(s, &any, &at, &order); any.nth++) hits++;
    return hits;
}

/* " in the task bob; in all tasks 4 times": what a wrong name hides. */
static const char *other_tasks(Session *s, const LessonSelector *sel) {
    int all = sel->task ? count_hits(s, sel, NULL) : 0;
    if (!sel->task) return "";
    return lesson_pool_format(&s->problems.pool, " in the task %s; in all tasks %d time%s",
                              sel->task, all, all == 1 ? "" : "s");
}

/* ---- A selector that never happens ---------------------------------------------------------- */

enum { MOST_NAMES = 16 };

typedef struct {
    const char *items[MOST_NAMES];
    size_t count;
} Names;

static void add_name(Session *s, Names *names, uint32_t id) {
    char text[256];
    if (!id || names->count == MOST_NAMES) return;
    cs_describe(s->engine, id, text, sizeof text);
    for (size_t i = 0; i < names->count; i++)
        if (strcmp(names->items[i], text) == 0) return;
    names->items[names->count++] = lesson_pool_copy(&s->problems.pool, text, strlen(text));
}

/* What the selector's task, or its object, is called wherever the rest of it holds. */
static void collect_names(Session *s, const LessonSelector *sel, bool objects, Names *names) {
    size_t count;
    const CsEvent *events = cs_events(s->engine, &count);
    for (size_t i = 0; sel->kind == LESSON_AT_EVENT && i < count; i++) {
        const CsEvent *e = &events[i];
        if (strcmp(event_info[e->kind].name, sel->text) == 0)
            add_name(s, names, objects ? e->subject : event_facts_task(e));
    }
    for (uint64_t step = 1; sel->kind != LESSON_AT_EVENT && step <= cs_step_count(s->engine);
         step++)
        if (cs_step_line(s->engine, step) == sel->line && cs_step_is_hit(s->engine, step))
            add_name(s, names, cs_step_task(s->engine, step));
}

/* The field with a name that nothing has where all the rest would fit; NULL: it is not a name. */
static const char *wrong_name(Session *s, const LessonSelector *sel, Names *names) {
    bool of_event = sel->kind == LESSON_AT_EVENT, of_line = sel->kind <= LESSON_AT_LINE;
    const char *const given[] = {of_event ? sel->object : NULL,
                                 of_event || of_line ? sel->task : NULL};
    for (size_t i = 0; i < 2; i++) {
        *names = (Names){0};
        if (given[i]) collect_names(s, sel, i == 0, names);
        bool known = !given[i] || names->count == 0;
        for (size_t k = 0; k < names->count; k++) known |= !strcmp(names->items[k], given[i]);
        if (!known) return i == 0 ? "object" : "task";
    }
    return NULL;
}

static void never_happens(Session *s, const LessonSelector *sel, const char *what) {
    Names names;
    const char *wrong = wrong_name(s, sel, &names);
    LessonPlace place =
        wrong ? lesson_course_field_place(&s->problems, &sel->place, wrong) : sel->place;
    LessonProblem *p =
        lesson_problem_add(&s->problems, &place, "this %s never happens in the run", what);
    if (!p) return;
    if (wrong) {
        const char *given = strcmp(wrong, "task") == 0 ? sel->task : sel->object;
        lesson_problem_expect(&s->problems, p, given, names.items, names.count);
    }
    if (sel->kind == LESSON_AT_TIME) {
        lesson_problem_hint(&s->problems, p, "the run ends at %.3f s",
                            (double)cs_result(s->engine).time_ns / 1e9);
        return;
    }
    int hits = count_hits(s, sel, sel->task), wanted = (int)sel->nth;
    const char *plural = hits == 1 ? "" : "s", *others = other_tasks(s, sel);
    if (sel->kind == LESSON_AT_OUTPUT)
        lesson_problem_hint(&s->problems, p,
                            "%d such line%s %s printed, not %d; `coroscope run` on this lesson "
                            "shows the output",
                            hits, plural, hits == 1 ? "is" : "are", wanted);
    else if (sel->kind == LESSON_AT_EVENT)
        lesson_problem_hint(&s->problems, p,
                            "it happens %d time%s, not %d%s; `coroscope trace` on this lesson "
                            "shows every event",
                            hits, plural, wanted, others);
    else
        lesson_problem_hint(&s->problems, p, "line %d is about to run %d time%s, not %d%s",
                            (int)sel->line, hits, plural, wanted, others);
}

static int compare_moments(const void *a, const void *b) {
    const SessionMoment *x = a, *y = b;
    if (x->order != y->order) return x->order < y->order ? -1 : 1;
    if (x->at.step != y->at.step) return x->at.step < y->at.step ? -1 : 1;
    return x->moment < y->moment ? -1 : x->moment > y->moment;
}

static int64_t time_at(const Session *s, const Playhead *at) {
    size_t count;
    const CsEvent *events = cs_events(s->engine, &count);
    if (at->end) return cs_result(s->engine).time_ns;
    if (at->event) return events[at->event - 1].time;
    return cs_step_time(s->engine, at->step);
}

static void find_moments(Session *s) {
    size_t count = s->lesson.moments.count;
    s->moments = calloc(count ? count : 1, sizeof *s->moments);
    for (size_t i = 0; s->moments && i < count; i++) {
        const LessonMoment *m = &s->lesson.moments.items[i];
        SessionMoment found = {.moment = m};
        if (!session_find(s, &m->at, &found.at, &found.order)) {
            never_happens(s, &m->at, "moment");
            continue;
        }
        found.time_ns = time_at(s, &found.at);
        s->moments[s->moment_count++] = found;
    }
    for (size_t i = 0; i < s->lesson.checkpoints.count; i++) {
        const LessonSelector *sel = &s->lesson.checkpoints.items[i].at;
        Playhead at;
        uint32_t order;
        if (!session_find(s, sel, &at, &order)) never_happens(s, sel, "checkpoint");
    }
    if (s->moment_count) qsort(s->moments, s->moment_count, sizeof *s->moments, compare_moments);
    lesson_problems_sort(&s->problems);
}

bool session_record(Session *s, uint64_t instructions) {
    if (s->recorded) return true;
    if (cs_record(s->engine, instructions) == CS_RUNNING) return false;
    s->recorded = true;
    find_moments(s); /* the engine stands at the end: every task can still be named */
    session_seek(s, s->playhead);
    return true;
}

void session_record_all(Session *s) {
    while (!session_record(s, RECORD_SLICE)) {}
}
