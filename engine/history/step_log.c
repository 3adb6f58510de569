#include "history/step_log.h"

#include <stdlib.h>

/* Numbers have seven bits a byte, the lowest first. */
enum {
    STEP_MOST = 24, /* no step takes more bytes */
    STEPS_PER_MARK = 64
};

/* Small for small ways forth and back. */
static uint32_t folded(uint32_t from, uint32_t to) {
    uint32_t way = to - from;
    return way << 1 ^ (0u - (way >> 31));
}

static uint32_t unfolded(uint32_t from, uint32_t number) {
    return from + (number >> 1 ^ (0u - (number & 1)));
}

static unsigned char *put(unsigned char *to, uint32_t number) {
    for (; number >= 128; number >>= 7) *to++ = (unsigned char)(number | 128);
    *to++ = (unsigned char)number;
    return to;
}

static uint32_t take(const unsigned char **from) {
    uint32_t number = 0;
    for (unsigned shift = 0;; shift += 7) {
        uint32_t byte = *(*from)++;
        number |= (byte & 127) << shift;
        if (byte < 128) return number;
    }
}

void step_log_init(StepLog *l, Ledger *ledger) {
    *l = (StepLog){.ledger = ledger};
}

/* Room for all steps up to the next mark. */
static bool room(StepLog *l) {
    size_t marks_needed = l->count / STEPS_PER_MARK + 1;
    void *marks = l->marks;
    bool ok = block_grow(&l->block, l->ledger, l->size + STEP_MOST * STEPS_PER_MARK) &&
              ledger_grow(l->ledger, &marks, &l->mark_capacity, marks_needed, sizeof *l->marks);
    l->bytes = l->block.bytes;
    l->marks = marks;
    return ok;
}

/* A log that was fitted needs room before its next mark is due. */
static bool go_on(StepLog *l) {
    size_t since = l->count % STEPS_PER_MARK;
    if (!room(l)) return false;
    l->newest.at = l->size;
    if (since == 0) l->marks[l->count / STEPS_PER_MARK] = l->newest;
    l->before_mark = STEPS_PER_MARK - since;
    return true;
}

static void change_frame(StepPlace *p, uint32_t frame) {
    p->other_frame = p->step.frame;
    p->step.frame = frame;
}

/* 0: back to the frame before the last one. */
static unsigned char *put_frame(unsigned char *to, StepPlace *p, uint32_t frame) {
    to = put(to, frame == p->other_frame ? 0 : folded(p->step.frame, frame));
    change_frame(p, frame);
    return to;
}

bool step_log_add_any(StepLog *l, const StepRecord *step) {
    if (!l->before_mark && !go_on(l)) return false;
    StepPlace *p = &l->newest;
    unsigned char *flags = l->bytes + l->size, *to = flags + 1;
    uint32_t lines = step->line - p->step.line + STEP_LINES_BACK, set = step->inside;
    if (lines >= STEP_LINES_FAR) {
        to = put(to, folded(p->step.line, step->line));
        lines = STEP_LINES_FAR;
    }
    if (step->frame != p->step.frame) {
        to = put_frame(to, p, step->frame);
        set |= STEP_FRAME;
    }
    if (step->event != p->step.event) {
        to = put(to, step->event - p->step.event);
        set |= STEP_EVENT;
    }
    if (step->task != p->step.task) {
        to = put(to, folded(p->step.task, step->task));
        set |= STEP_TASK;
    }
    *flags = (unsigned char)(lines << STEP_LINES_SHIFT | set);
    l->size = (size_t)(to - l->bytes);
    p->step = *step;
    l->count++;
    l->before_mark--;
    return true;
}

static void read_step(const StepLog *l, StepPlace *p) {
    const unsigned char *from = l->bytes + p->at;
    uint32_t flags = *from++, lines = flags >> STEP_LINES_SHIFT;
    StepRecord *s = &p->step;
    s->inside = flags & STEP_INSIDE;
    s->line = lines == STEP_LINES_FAR ? unfolded(s->line, take(&from))
                                      : s->line + lines - STEP_LINES_BACK;
    if (flags & STEP_FRAME) {
        uint32_t way = take(&from);
        change_frame(p, way ? unfolded(s->frame, way) : p->other_frame);
    }
    if (flags & STEP_EVENT) s->event += take(&from);
    if (flags & STEP_TASK) s->task = unfolded(s->task, take(&from));
    p->at = (size_t)(from - l->bytes);
}

const StepRecord *step_log_get(StepLog *l, size_t index) {
    ASSERT(index < l->count, "only steps that were taken are asked for");
    if (l->asked_count > index + 1 || index - l->asked_count + 1 > STEPS_PER_MARK) {
        l->asked = l->marks[index / STEPS_PER_MARK];
        l->asked_count = index / STEPS_PER_MARK * STEPS_PER_MARK;
    }
    for (; l->asked_count <= index; l->asked_count++) read_step(l, &l->asked);
    return &l->asked.step;
}

void step_log_cut(StepLog *l, size_t count) {
    ASSERT(count <= l->count, "a log is cut where it has been");
    if (count == l->count) return;
    if (count) step_log_get(l, count - 1);
    l->newest = count ? l->asked : (StepPlace){0};
    if (!count) {
        l->asked = l->newest;
        l->asked_count = 0;
    }
    l->size = l->newest.at;
    l->count = count;
    l->before_mark = 0;
}

void step_log_fit(StepLog *l) {
    block_fit(&l->block, l->ledger, l->size);
    l->bytes = l->block.bytes;
    l->before_mark = 0;
}

void step_log_clear(StepLog *l) {
    if (!l->ledger) return;
    block_clear(&l->block, l->ledger);
    ledger_give(l->ledger, l->mark_capacity * sizeof *l->marks);
    free(l->marks);
    *l = (StepLog){0};
}

size_t step_log_memory(const StepLog *l) {
    return l->block.size + l->mark_capacity * sizeof *l->marks;
}
