/* Questions about a state, about a value, and those that the lesson's author wrote. */
#include "session/predict.h"

#include <stdlib.h>
#include <string.h>

#include "model/model_find.h"
#include "model/why.h"

/* ---- States -------------------------------------------------------------------------------- */

static const TextKey abouts[STATE_COUNT] = {
    [STATE_CREATED] = TEXT_STATE_IS_CREATED,       [STATE_READY] = TEXT_STATE_IS_READY,
    [STATE_RUNNING] = TEXT_STATE_IS_RUNNING,       [STATE_WAITING] = TEXT_STATE_IS_WAITING,
    [STATE_CANCELLING] = TEXT_STATE_IS_CANCELLING, [STATE_DONE] = TEXT_STATE_IS_DONE,
    [STATE_FAILED] = TEXT_STATE_IS_FAILED,         [STATE_CANCELLED] = TEXT_STATE_IS_CANCELLED,
};

static void add_state(const PredictMoment *m, PredictQuestion *q, ModelState state, bool right) {
    const TextTable *words = m->words->words;
    const char *name = text_get(words, mark_state_name(state));
    PredictOption *o = predict_add(q, mark_of_state(state), name, right);
    if (o) o->about = sentence_piece(m->words->pool, SPAN_PLAIN, text_get(words, abouts[state]));
}

static const CsTask *find_task(const PredictMoment *m, const LessonThing *of) {
    const CsSnapshot *s = m->facts->now;
    if (!of->name) return model_find_task_numbered(s, of->number);
    return model_find_task_named(s, of->name, strlen(of->name));
}

/* States that the task is in at other moments of the run, as its records tell. */
static void add_other_moments(const PredictMoment *m, PredictQuestion *q, uint32_t task) {
    enum { ENOUGH = 4 };
    const EventFacts *f = m->words->facts;
    for (size_t i = 0; i < f->event_count && q->count < ENOUGH; i++) {
        const CsEvent *e = &f->events[i];
        bool its = e->subject == task || (e->kind == EVENT_HANDLE_SCHEDULED && e->arg == task);
        ModelMark mark = its ? mark_of_event(e) : (ModelMark){0};
        if (mark.kind == MARK_STATE) add_state(m, q, (ModelState)mark.state, false);
    }
}

bool predict_state(const PredictMoment *m, const LessonCheckpoint *c, PredictQuestion *out) {
    const EventWords *w = m->words;
    const CsSnapshot *s = m->facts->now;
    const CsTask *task = find_task(m, &c->of);
    if (!task) return false;
    out->task = task->id;
    add_state(m, out, mark_task_state(task->state), true);
    for (int i = 0; i < s->task_count; i++)
        add_state(m, out, mark_task_state(s->tasks[i].state), false);
    add_other_moments(m, out, task->id);
    ModelText who = event_words_task(w, task->id);
    Sentence heading = {.pool = w->pool};
    sentence_fill(&heading, text_get(w->words, TEXT_PREDICT_ASK_STATE), &who, 1);
    out->heading = heading.text;
    WhyMoment moment = {w, s, s->event, cs_result(m->session->engine).end};
    WhyThing thing;
    Why why = {0};
    if (why_find_id(&moment, task->id, &thing)) why_build(&moment, &thing, &why);
    out->because = why.is;
    return out->count > 1;
}

/* ---- Values -------------------------------------------------------------------------------- */

enum { VALUE_SIZE = 96, VALUES = 4, SAMPLES = 24 };

static const char *in_whose(const LessonThing *in) {
    return in->name && *in->name ? in->name : NULL;
}

/* The expression's value at the session's place, or NULL where it has none there. */
static const char *value_here(const PredictMoment *m, const LessonCheckpoint *c) {
    char text[VALUE_SIZE];
    bool good = cs_evaluate(m->session->engine, in_whose(&c->in), c->expression, text, sizeof text);
    return good ? model_copy_z(m->words->pool, text) : NULL;
}

static void add_value(PredictQuestion *q, const char *value, bool right) {
    PredictOption *o = value ? predict_add(q, (ModelMark){0}, value, right) : NULL;
    if (o) o->code = true;
}

/* Its values elsewhere in the run, from the moment outwards, so that near ones come first. */
static void add_other_values(const PredictMoment *m, const LessonCheckpoint *c,
                             PredictQuestion *q) {
    CsEngine *e = m->session->engine;
    uint64_t steps = cs_step_count(e), here = m->session->playhead.step;
    uint64_t stride = steps / SAMPLES + 1;
    for (uint64_t far = stride; far < steps && q->count < VALUES; far += stride) {
        if (here + far <= steps && cs_seek_step(e, here + far))
            add_value(q, value_here(m, c), false);
        if (q->count < VALUES && here > far && cs_seek_step(e, here - far))
            add_value(q, value_here(m, c), false);
    }
}

typedef enum { VALUE_TRUTH, VALUE_NUMBER, VALUE_TEXT, VALUE_OTHER } ValueKind;

/* By its repr. */
static ValueKind kind_of(const char *value) {
    if (strcmp(value, "True") == 0 || strcmp(value, "False") == 0) return VALUE_TRUTH;
    if (value[0] == '\'' || value[0] == '"') return VALUE_TEXT;
    return value[strspn(value, "-0123456789.e")] ? VALUE_OTHER : VALUE_NUMBER;
}

/* Where it never has another value: those of variables that the frames hold now, of its kind. */
static void add_variables(const PredictMoment *m, ValueKind kind, PredictQuestion *q) {
    const CsSnapshot *s = m->facts->now;
    for (int i = 0; i < s->task_count && q->count < VALUES; i++) {
        const CsTask *t = &s->tasks[i];
        for (int k = 0; k < t->frame_count; k++)
            for (int n = 0; n < t->frames[k].local_count && q->count < VALUES; n++) {
                const char *value = t->frames[k].locals[n].value;
                if (kind_of(value) == kind)
                    add_value(q, model_copy_z(m->words->pool, value), false);
            }
    }
}

/* A wrong option must be one that could be right: the other truth, a number beside it, None. */
static void add_near_values(const PredictMoment *m, const char *value, PredictQuestion *q) {
    char *end;
    long number = strtol(value, &end, 10);
    switch (kind_of(value)) {
    case VALUE_TRUTH: add_value(q, *value == 'T' ? "False" : "True", false); return;
    case VALUE_NUMBER:
        if (*end || number < -1000000 || number > 1000000) break;
        for (long far = 1; q->count < VALUES - 1; far++)
            add_value(q, model_print(m->words->pool, "%ld", number + far), false);
        return;
    default: break;
    }
    add_value(q, "None", false);
}

void predict_value(const PredictMoment *m, const LessonCheckpoint *c, PredictQuestion *out) {
    const EventWords *w = m->words;
    const char *value = value_here(m, c);
    if (!value) return;
    add_value(out, value, true);
    add_other_values(m, c, out);
    session_seek(m->session, m->session->playhead);
    if (out->count < 3) add_variables(m, kind_of(value), out);
    if (out->count < 3) add_near_values(m, value, out);
    ModelText args[] = {
        sentence_piece(w->pool, SPAN_CODE, model_copy_z(w->pool, c->expression)),
        sentence_piece(w->pool, SPAN_CODE, value),
        predict_plain(m, model_clock(w->pool, m->facts->now->time_ns)),
    };
    Sentence heading = {.pool = w->pool}, because = {.pool = w->pool};
    sentence_fill(&heading, text_get(w->words, TEXT_PREDICT_ASK_VALUE), args, 1);
    sentence_fill(&because, text_get(w->words, TEXT_PREDICT_VALUE_IS), args, 3);
    out->heading = heading.text;
    out->because = because.text;
}

/* ---- The author's own ---------------------------------------------------------------------- */

void predict_choice(const PredictMoment *m, const LessonCheckpoint *c, PredictQuestion *out) {
    for (size_t i = 0; i < c->choices.count; i++) {
        const LessonChoice *choice = &c->choices.items[i];
        const char *name = model_copy_z(m->words->pool, lesson_text(&choice->text, m->language));
        PredictOption *o = predict_add(out, (ModelMark){0}, name, choice->correct);
        const char *because = lesson_text(&choice->because, m->language);
        if (!o || !*because) continue;
        o->because = predict_plain(m, because);
        if (choice->correct) out->because = o->because;
    }
}
