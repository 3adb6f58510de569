#include "session/breaks.h"

#include <stdio.h>
#include <string.h>

/* A condition takes about a millisecond; a line in a loop may be reached very often. */
enum { MOST_CONDITIONS = 3000 };

const Break *breaks_find(const Breaks *breaks, int line) {
    for (int i = 0; i < breaks->count; i++)
        if (breaks->items[i].line == line) return &breaks->items[i];
    return NULL;
}

static int place_of(const Breaks *breaks, int line) {
    int at = 0;
    while (at < breaks->count && breaks->items[at].line < line) at++;
    return at;
}

bool breaks_set(Breaks *breaks, int line, const char *condition) {
    if (line < 1 || strlen(condition) >= BREAK_CONDITION) return false;
    int at = place_of(breaks, line);
    Break *item = &breaks->items[at];
    if (!breaks_find(breaks, line)) {
        if (breaks->count == BREAKS_MOST) return false;
        memmove(item + 1, item, (size_t)(breaks->count - at) * sizeof *item);
        breaks->count++;
    }
    item->line = line;
    snprintf(item->condition, sizeof item->condition, "%s", condition);
    return true;
}

bool breaks_remove(Breaks *breaks, int line) {
    if (!breaks_find(breaks, line)) return false;
    int at = place_of(breaks, line);
    Break *item = &breaks->items[at];
    breaks->count--;
    memmove(item, item + 1, (size_t)(breaks->count - at) * sizeof *item);
    return true;
}

/* ---- The program's lines -------------------------------------------------------------------- */

static const char *next_line(const char *text, const char *end) {
    const char *stop = memchr(text, '\n', (size_t)(end - text));
    return stop ? stop + 1 : end;
}

static bool is_empty(const char *text, const char *end) {
    while (text < end && (*text == ' ' || *text == '\t' || *text == '\r')) text++;
    return text == end || *text == '\n' || *text == '#';
}

int breaks_line(const Session *s, int line) {
    const LessonProgram *p = &s->lesson.program;
    const char *at = p->text, *end = p->text ? p->text + p->length : NULL;
    for (int number = 1; at && at < end; number++) {
        if (number >= line && !is_empty(at, end)) return number;
        at = next_line(at, end);
    }
    return 0;
}

bool breaks_check(const char *condition, char *text, size_t size) {
    return cs_check_expression(condition, text, size);
}

/* ---- Stopping ------------------------------------------------------------------------------- */

/* Stands at the step afterwards. */
static bool holds(Session *s, const Break *b, uint64_t step, char *text, size_t size) {
    char expression[BREAK_CONDITION + 16];
    if (!*b->condition) return true;
    if (!session_seek_step(s, step)) return false;
    snprintf(expression, sizeof expression, "not not (%s)", b->condition);
    bool known = cs_evaluate(s->engine, NULL, expression, text, size);
    bool yes = known && strcmp(text, "True") == 0;
    if (known) *text = 0;
    return yes || !known;
}

static const Break *break_at(const Session *s, const Breaks *breaks, uint64_t step) {
    const CsEngine *e = s->engine;
    return cs_step_is_hit(e, step) ? breaks_find(breaks, cs_step_line(e, step)) : NULL;
}

bool breaks_stop_at(Session *s, const Breaks *breaks, uint64_t step, char *text, size_t size) {
    Playhead here = s->playhead;
    const Break *b = break_at(s, breaks, step);
    *text = 0;
    if (!b) return false;
    bool stop = holds(s, b, step, text, size);
    session_seek(s, here);
    return stop;
}

bool breaks_go(Session *s, const Breaks *breaks, int direction, char *text, size_t size) {
    Playhead here = s->playhead;
    uint64_t count = cs_step_count(s->engine), step = here.step;
    bool inside = here.event || here.instruction || here.end;
    int looked = 0;
    *text = 0;
    if (direction < 0 && inside) step++;
    while (direction > 0 ? step < count : step > 1) {
        step = direction > 0 ? step + 1 : step - 1;
        const Break *b = break_at(s, breaks, step);
        looked += b && *b->condition;
        if (b && (looked > MOST_CONDITIONS || holds(s, b, step, text, size)))
            return session_seek_step(s, step);
    }
    session_seek(s, here);
    return false;
}
