/* The inspector of a generator's frame: what it was told and what it answered, in full. */
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
