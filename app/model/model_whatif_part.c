/* Where two runs part: the first record or line that is not the same. Ids of objects count by the
   order in which they come up, and lines behind an edit by where they were before it. */
#include "model/model_whatif.h"

#include <string.h>

/* What stands for what: the id of the other run, 0 = not seen yet. */
typedef struct {
    uint32_t *ids;
    uint32_t size;
} Partners;

typedef struct {
    const CsEngine *engines[WHATIF_RUNS];
    Partners partners[WHATIF_RUNS];
    int edit_end; /* last line of the edit, as it was */
    int moved;    /* lines that the edit adds */
} Compare;

static uint32_t largest_id(const CsEvent *events, size_t count) {
    uint32_t most = 0;
    for (size_t i = 0; i < count; i++)
        if (events[i].subject > most) most = events[i].subject;
    return most;
}

static Partners make_partners(const CsEngine *engine, ModelPool *pool) {
    size_t count;
    const CsEvent *events = cs_events(engine, &count);
    uint32_t size = largest_id(events, count) + 1;
    return (Partners){model_array(pool, size, sizeof(uint32_t)), size};
}

static bool same_id(Compare *c, uint32_t a, uint32_t b) {
    Partners *left = &c->partners[0], *right = &c->partners[1];
    if (!a || !b || a >= left->size || b >= right->size) return !a == !b;
    if (!left->ids[a] && !right->ids[b]) {
        left->ids[a] = b;
        right->ids[b] = a;
    }
    return left->ids[a] == b && right->ids[b] == a;
}

static bool is_id(const char *argument) {
    static const char *const words[] = {"task", "future", "handle", "lock", "thread", "exception"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strstr(argument, words[i])) return true;
    return false;
}

static int line_in_variant(const Compare *c, int line) {
    return line > c->edit_end ? line + c->moved : line;
}

static bool same_event(Compare *c, const CsEvent *a, const CsEvent *b) {
    if (a->kind != b->kind || a->time != b->time || !same_id(c, a->subject, b->subject))
        return false;
    if (line_in_variant(c, a->line) != b->line) return false;
    if (a->kind == EVENT_ITERATION_WAITED)
        return true; /* for how long: what comes then will tell */
    if (is_id(event_info[a->kind].argument)) return same_id(c, a->arg, b->arg);
    return a->arg == b->arg;
}

/* Records that both share. */
static size_t same_events(Compare *c, bool *all) {
    size_t counts[2], i = 0;
    const CsEvent *a = cs_events(c->engines[0], &counts[0]);
    const CsEvent *b = cs_events(c->engines[1], &counts[1]);
    size_t least = counts[0] < counts[1] ? counts[0] : counts[1];
    while (i < least && same_event(c, &a[i], &b[i])) i++;
    *all = i == counts[0] && i == counts[1];
    return i;
}

static uint64_t same_steps(const Compare *c, bool *all) {
    uint64_t counts[2] = {cs_step_count(c->engines[0]), cs_step_count(c->engines[1])}, k = 0;
    uint64_t least = counts[0] < counts[1] ? counts[0] : counts[1];
    while (k < least && line_in_variant(c, cs_step_line(c->engines[0], k + 1)) ==
                            cs_step_line(c->engines[1], k + 1))
        k++;
    *all = k == counts[0] && k == counts[1];
    return k;
}

/* Pieces of output; texts may differ where records do not. */
static bool first_other_output(const Compare *c, uint32_t *event) {
    size_t counts[2];
    const CsOutput *a = cs_outputs(c->engines[0], &counts[0]);
    const CsOutput *b = cs_outputs(c->engines[1], &counts[1]);
    for (size_t i = 0; i < counts[0] && i < counts[1]; i++) {
        bool same = a[i].size == b[i].size && memcmp(a[i].text, b[i].text, a[i].size) == 0;
        if (same && a[i].stream == b[i].stream) continue;
        *event = a[i].event < b[i].event ? a[i].event : b[i].event;
        return true;
    }
    return false;
}

static int lines_of(const char *text) {
    int lines = 0;
    for (; *text; text++) lines += *text == '\n';
    return lines;
}

/* When the first of both does what the other does not. */
static int64_t next_time(const Compare *c, size_t events) {
    int64_t first = INT64_MAX;
    for (int run = 0; run < WHATIF_RUNS; run++) {
        size_t count;
        const CsEvent *list = cs_events(c->engines[run], &count);
        if (events < count && list[events].time < first) first = list[events].time;
    }
    return first == INT64_MAX ? 0 : first;
}

bool model_whatif_part(const WhatIfFacts *facts, WhatIfPart *out) {
    Compare c = {.engines = {facts->engines[0], facts->engines[1]}};
    const LessonEdit *edit = &facts->lesson->variants.items[facts->variant].edit;
    if (facts->line) {
        c.edit_end = facts->line + lines_of(edit->find);
        c.moved = lines_of(edit->put) - lines_of(edit->find);
    }
    for (int i = 0; i < WHATIF_RUNS; i++)
        c.partners[i] = make_partners(facts->engines[i], facts->pool);
    bool all_events, all_steps;
    size_t events = same_events(&c, &all_events), count;
    uint64_t steps = same_steps(&c, &all_steps);
    uint32_t other;
    bool printed = first_other_output(&c, &other);
    const CsEvent *list = cs_events(facts->engines[0], &count);
    if (all_events && all_steps && !printed) return false;
    if (printed && other && other - 1 < events) events = other - 1;
    uint64_t step = events < count ? list[events].step : cs_step_count(facts->engines[0]);
    bool by_step = !all_steps && steps < step;
    if (by_step) {
        step = steps;
        events = steps ? cs_step_event(facts->engines[0], steps) : 0;
    }
    int64_t time = events && events <= count ? list[events - 1].time : 0;
    int64_t next = by_step ? time : next_time(&c, events);
    *out = (WhatIfPart){(uint32_t)events, step, next > time ? next : time, next > time};
    return true;
}
