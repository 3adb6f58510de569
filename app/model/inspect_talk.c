/* The inspector of a frame: the lines that it ran; of a generator's, what it was told and what it
 * answered, in full. */
#include "model/inspect.h"

#include <string.h>

#include "model/event_words.h"
#include "model/model_find.h"

static const char *verb_of(const CsTalk *t) {
    bool close = t->kind == CS_TALK_THROW && strncmp(t->value, "GeneratorExit", 13) == 0;
    switch (t->kind) {
    case CS_TALK_NEXT: return t->async ? "anext" : "next";
    case CS_TALK_SEND: return t->async ? "asend" : "send";
    case CS_TALK_THROW:
        return close ? (t->async ? "aclose" : "close") : t->async ? "athrow" : "throw";
    case CS_TALK_YIELD: return "yield";
    case CS_TALK_END: return "return";
    case CS_TALK_WAKE:
    case CS_TALK_AWAIT: break;
    }
    return NULL;
}

static InspectRow row_of(const InspectMoment *m, const CsTalk *t) {
    ModelPool *pool = m->words->pool;
    bool empty = !*t->value || t->kind == CS_TALK_NEXT;
    const char *said = empty ? verb_of(t) : model_print(pool, "%s %s", verb_of(t), t->value);
    return (InspectRow){.event = t->event,
                        .step = (uint32_t)t->step,
                        .time = model_clock(pool, t->time_ns),
                        .word = "",
                        .cause = inspect_code(m, said)};
}

void inspect_talk(const InspectMoment *m, Inspect *out) {
    size_t count;
    const CsTalk *talks = cs_talks(m->words->facts->engine, &count);
    size_t said = 0;
    while (said < count && talks[said].step < m->now->step) said++;
    for (size_t i = said; i-- > 0 && out->row_count < INSPECT_ROWS;) {
        if (talks[i].frame != out->id || !verb_of(&talks[i])) continue;
        out->rows[out->row_count] = row_of(m, &talks[i]);
        out->rows[out->row_count].now = out->row_count == 0;
        out->row_count++;
    }
}

bool inspect_past(const InspectMoment *m, uint32_t frame, Inspect *out) {
    size_t count;
    const CsTalk *talks = cs_talks(m->words->facts->engine, &count), *found = NULL;
    for (size_t i = 0; i < count && talks[i].step < m->now->step; i++)
        if (talks[i].frame == frame) found = &talks[i];
    if (!found) return false;
    out->kind = TEXT_INSPECT_FRAME;
    out->name = model_copy_z(m->words->pool, found->function);
    inspect_add(out, m, TEXT_FIELD_FUNCTION, inspect_code(m, found->function));
    inspect_frames(m, out, NULL, 0);
    return true;
}

void inspect_lines(const InspectMoment *m, Inspect *out) {
    enum { LOOKED_AT = 20000 };
    const CsEngine *engine = m->words->facts->engine;
    ModelPool *pool = m->words->pool;
    uint64_t last = m->now->step, first = last > LOOKED_AT ? last - LOOKED_AT : 1;
    for (uint64_t step = last; step >= first && out->row_count < INSPECT_ROWS; step--) {
        if (cs_step_frame(engine, step) != out->id || !cs_step_is_hit(engine, step)) continue;
        const char *number = model_print(pool, "%d", cs_step_line(engine, step));
        const char *words = text_get(m->words->words, TEXT_LINE_N);
        out->rows[out->row_count] = (InspectRow){
            .event = cs_step_event(engine, step),
            .step = (uint32_t)step,
            .time = model_clock(pool, cs_step_time(engine, step)),
            .word = "",
            .cause = sentence_piece(pool, SPAN_PLAIN, model_fill(pool, words, number, NULL)),
            .now = step == last,
            .line = true};
        out->row_count++;
    }
}
