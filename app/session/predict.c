#include "session/predict.h"

#include <stdlib.h>
#include <string.h>

#include "model/model_find.h"
#include "model/why.h"

static const CsEvent *events_of(const PredictMoment *m, size_t *count) {
    return cs_events(m->session->engine, count);
}

static size_t first_event_after(const PredictMoment *m, size_t count) {
    uint32_t order = session_order(m->session);
    return order < count ? order : count;
}

ModelText predict_plain(const PredictMoment *m, const char *text) {
    return sentence_piece(m->words->pool, SPAN_PLAIN, model_copy_z(m->words->pool, text));
}

static ModelText word(const PredictMoment *m, TextKey key) {
    return sentence_piece(m->words->pool, SPAN_PLAIN, text_get(m->words->words, key));
}

static ModelText fill(const PredictMoment *m, TextKey key, const ModelText *args, int count) {
    Sentence s = {.pool = m->words->pool};
    sentence_fill(&s, text_get(m->words->words, key), args, count);
    return s.text;
}

/* ---- Options ------------------------------------------------------------------------------- */

/* Options that read alike are one; past the most there may be only the right one finds room. */
PredictOption *predict_add(PredictQuestion *q, ModelMark mark, const char *name, bool right) {
    for (int i = 0; i < q->count; i++) {
        if (strcmp(q->options[i].name, name) != 0) continue;
        q->options[i].right = q->options[i].right || right;
        return &q->options[i];
    }
    if (q->count == PREDICT_OPTIONS && !right) return NULL;
    if (q->count < PREDICT_OPTIONS) q->count++;
    PredictOption *o = &q->options[q->count - 1];
    *o = (PredictOption){.mark = mark, .name = name, .right = right};
    return o;
}

/* Puts the options in an order that is the same each time and tells nothing. */
static void shuffle(PredictQuestion *q, uint64_t seed) {
    for (int i = q->count; i > 1; i--) {
        seed = seed * 6364136223846793005u + 1442695040888963407u;
        int k = (int)((seed >> 33) % (uint64_t)i);
        PredictOption kept = q->options[i - 1];
        q->options[i - 1] = q->options[k];
        q->options[k] = kept;
    }
}

/* The same for a moment of a program, whatever the engine counts inside. */
static uint64_t seed_of(const PredictMoment *m) {
    return (uint64_t)m->facts->now->step * 31 + (uint64_t)m->facts->now->time_ns;
}

/* ---- Which handle runs next ---------------------------------------------------------------- */

static const CsEvent *next_run(const PredictMoment *m) {
    size_t count;
    const CsEvent *events = events_of(m, &count);
    for (size_t i = first_event_after(m, count); i < count; i++)
        if (events[i].kind == EVENT_HANDLE_RUN) return &events[i];
    return NULL;
}

/* What put it in line: the cause of its record, else the record itself. */
static ModelText what_scheduled(const PredictMoment *m, uint32_t scheduled) {
    const EventFacts *f = m->words->facts;
    const CsEvent *e = event_facts_get(f, scheduled);
    const CsEvent *cause = e ? event_facts_get(f, e->cause) : NULL;
    bool tells = cause && cause->kind != EVENT_TASK_STEP && cause->kind != EVENT_HANDLE_RUN;
    if (tells) return event_words_say(m->words, cause);
    return e ? event_words_say(m->words, e) : (ModelText){0};
}

static void add_ready(const PredictMoment *m, PredictQuestion *q, uint32_t right) {
    const CsSnapshot *s = m->facts->now;
    for (int i = 0; i < s->ready_count; i++) {
        const CsHandle *h = &s->ready[i];
        ModelMark mark = mark_of_badge(model_find_badge(s, h->task));
        const char *name = model_copy_z(m->words->pool, h->name);
        PredictOption *o = predict_add(q, mark, name, h->id == right);
        if (!o || o->place) continue;
        o->place = i + 1;
        o->object = h->id;
        o->why = h->task ? h->task : h->id;
        o->about = what_scheduled(m, h->event);
    }
}

/* What the loop does where nothing is in line. */
static ModelText about_none(const PredictMoment *m) {
    const CsSnapshot *s = m->facts->now;
    if (!s->ready_count && s->timer_count) {
        ModelText time = predict_plain(m, model_clock(m->words->pool, s->timers[0].when_ns));
        return fill(m, TEXT_PREDICT_NONE_UNTIL, &time, 1);
    }
    return word(m, TEXT_PREDICT_NONE_ABOUT);
}

static ModelText why_handle(const PredictMoment *m, const PredictQuestion *q, const CsEvent *run) {
    for (int i = 0; i < q->count; i++)
        if (q->options[i].right && q->options[i].place) return q->options[i].about;
    return word(m, run ? TEXT_PREDICT_NOBODY_IS : TEXT_PREDICT_ENDED_IS);
}

bool predict_handle(const PredictMoment *m, PredictQuestion *out) {
    const CsEvent *run = next_run(m);
    const CsSnapshot *s = m->facts->now;
    *out = (PredictQuestion){.ask = LESSON_ASK_NEXT_HANDLE, .checkpoint = -1};
    add_ready(m, out, run ? run->subject : 0);
    bool in_line = false;
    for (int i = 0; i < out->count; i++) in_line = in_line || out->options[i].right;
    PredictOption *none = predict_add(out, mark_of_state(STATE_WAITING),
                                      text_get(m->words->words, TEXT_PREDICT_NONE_YET), !in_line);
    if (none) none->about = about_none(m);
    out->heading = word(m, TEXT_PREDICT_ASK_HANDLE);
    out->because = why_handle(m, out, run);
    if (out->count > 2) shuffle(out, seed_of(m));
    return s->end == CS_END_NONE && out->count > 1;
}

/* ---- What is printed next ------------------------------------------------------------------ */

enum { LINES = 4, LINE_SHOWN = 80 };

/* The first whole line of a piece of output, cut where it is long. */
static const char *line_of(const PredictMoment *m, const CsOutput *o) {
    size_t length = 0;
    while (length < o->size && o->text[length] != '\n') length++;
    if (length > LINE_SHOWN) {
        length = LINE_SHOWN;
        while (length && ((unsigned char)o->text[length] & 0xC0) == 0x80) length--;
    }
    return model_copy(m->words->pool, o->text, length);
}

static ModelText who_prints(const PredictMoment *m, const CsOutput *o) {
    ModelText args[] = {
        o->task ? event_words_task(m->words, o->task) : word(m, TEXT_FIELD_PROGRAM),
        predict_plain(m, model_clock(m->words->pool, o->time_ns)),
    };
    return fill(m, TEXT_PREDICT_OUTPUT_IS, args, 2);
}

bool predict_output(const PredictMoment *m, PredictQuestion *out) {
    size_t count, next = 0;
    const CsOutput *all = cs_outputs(m->session->engine, &count);
    uint32_t order = session_order(m->session);
    *out = (PredictQuestion){.ask = LESSON_ASK_NEXT_OUTPUT, .checkpoint = -1};
    while (next < count && (all[next].event <= order || all[next].stream != 1)) next++;
    const char *nothing = text_get(m->words->words, TEXT_PREDICT_NOTHING);
    if (next < count) {
        predict_add(out, (ModelMark){0}, line_of(m, &all[next]), true)->code = true;
        out->because = who_prints(m, &all[next]);
    } else {
        out->because = word(m, TEXT_PREDICT_NOTHING_IS);
    }
    /* Those that follow are nearest to the right one, then those that were before. */
    for (size_t i = next + 1; i < count && out->count < LINES; i++) {
        PredictOption *o = all[i].stream == 1
                               ? predict_add(out, (ModelMark){0}, line_of(m, &all[i]), false)
                               : NULL;
        if (o) o->code = true;
    }
    for (size_t i = next; i-- > 0 && out->count < LINES;) {
        PredictOption *o = all[i].stream == 1
                               ? predict_add(out, (ModelMark){0}, line_of(m, &all[i]), false)
                               : NULL;
        if (o) o->code = true;
    }
    predict_add(out, (ModelMark){0}, nothing, next == count);
    out->heading = word(m, TEXT_PREDICT_ASK_OUTPUT);
    shuffle(out, seed_of(m));
    return out->count > 1;
}

/* ---- Checkpoints --------------------------------------------------------------------------- */

static bool ask(const PredictMoment *m, const LessonCheckpoint *c, PredictQuestion *out) {
    switch ((LessonAsk)c->ask) {
    case LESSON_ASK_NEXT_HANDLE: return predict_handle(m, out);
    case LESSON_ASK_NEXT_OUTPUT: return predict_output(m, out);
    case LESSON_ASK_STATE: return predict_state(m, c, out);
    case LESSON_ASK_VALUE: predict_value(m, c, out); break;
    case LESSON_ASK_CHOICE: predict_choice(m, c, out); break;
    case LESSON_ASK_NOTHING: return false;
    }
    return out->count > 1;
}

bool predict_checkpoint(const PredictMoment *m, int number, PredictQuestion *out) {
    const LessonCheckpoint *c = &m->session->lesson.checkpoints.items[number];
    *out = (PredictQuestion){.ask = (LessonAsk)c->ask, .checkpoint = number};
    bool good = ask(m, c, out);
    out->checkpoint = number;
    const char *prompt = lesson_text(&c->prompt, m->language);
    const char *explain = lesson_text(&c->explain, m->language);
    if (*prompt) out->heading = predict_plain(m, prompt);
    if (*explain) {
        Sentence s = {.pool = m->words->pool};
        sentence_fill(&s, model_copy_z(m->words->pool, explain), NULL, 0);
        out->because = s.text;
    }
    if (c->ask != LESSON_ASK_NEXT_HANDLE && c->ask != LESSON_ASK_NEXT_OUTPUT)
        shuffle(out, seed_of(m) + (uint64_t)number);
    return good;
}

/* ---- Places -------------------------------------------------------------------------------- */

int predict_compare(const PredictPlace *a, const PredictPlace *b) {
    if (a->order != b->order) return a->order < b->order ? -1 : 1;
    if (a->at.end || b->at.end || a->at.step == b->at.step) return 0;
    return a->at.step < b->at.step ? -1 : 1;
}

static int compare(const void *a, const void *b) {
    const PredictPlace *x = a, *y = b;
    int by_place = predict_compare(x, y);
    return by_place ? by_place : x->checkpoint - y->checkpoint;
}

PredictPlace predict_here(const Session *s) {
    return (PredictPlace){s->playhead, session_order(s), -1};
}

PredictPlace *predict_places(const Session *s, size_t *count) {
    size_t all = s->lesson.checkpoints.count;
    *count = 0;
    PredictPlace *places = s->recorded && all ? calloc(all, sizeof *places) : NULL;
    for (size_t i = 0; places && i < all; i++) {
        PredictPlace place = {.checkpoint = (int)i};
        const LessonSelector *at = &s->lesson.checkpoints.items[i].at;
        if (session_find(s, at, &place.at, &place.order)) places[(*count)++] = place;
    }
    if (places) qsort(places, *count, sizeof *places, compare);
    return places;
}
