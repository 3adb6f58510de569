#include "session/session_selector.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "lesson/lesson_program.h"
#include "model/event_facts.h"

enum { LONGEST_PIECE = 120, NAME_SIZE = 128 };

/* ---- Writing ----------------------------------------------------------------------------- */

/* A text that no longer fits is known by `failed`. */
typedef struct {
    char *text;
    size_t used, size;
    bool failed;
} Paper;

__attribute__((format(printf, 2, 3))) static void put(Paper *p, const char *format, ...) {
    va_list args;
    va_start(args, format);
    int length = vsnprintf(p->text + p->used, p->size - p->used, format, args);
    va_end(args);
    p->failed = p->failed || length < 0 || (size_t)length >= p->size - p->used;
    p->used += p->failed ? 0 : (size_t)length;
}

static void put_string(Paper *p, const char *text) {
    put(p, "\"");
    for (; *text; text++) {
        unsigned char c = (unsigned char)*text;
        if (c == '"' || c == '\\')
            put(p, "\\%c", c);
        else if (c < 0x20)
            put(p, "\\u%04x", c);
        else
            put(p, "%c", c);
    }
    put(p, "\"");
}

/* ---- The source -------------------------------------------------------------------------- */

static bool contains(const LessonLine *line, const char *piece) {
    size_t length = strlen(piece);
    for (size_t i = 0; i + length <= line->length; i++) {
        if (memcmp(line->text + i, piece, length) == 0) return true;
    }
    return false;
}

static bool is_only_one(const LessonProgram *program, const char *piece) {
    LessonLine line = {0};
    int count = 0;
    while (lesson_program_next_line(program, &line))
        count += line.is_code && contains(&line, piece);
    return count == 1;
}

/* The whole line; of a long one as much as is shorter and still the only one. */
static bool take_piece(const LessonProgram *program, int number, char *piece, size_t size) {
    LessonLine line = {0};
    do {
        if (!lesson_program_next_line(program, &line)) return false;
    } while (line.number < number);
    size_t length = line.length < size - 1 ? line.length : size - 1;
    while (length && length < line.length && ((unsigned char)line.text[length] & 0xC0) == 0x80)
        length--; /* never half a character */
    memcpy(piece, line.text, length);
    piece[length] = '\0';
    return line.is_code && length && is_only_one(program, piece);
}

/* ---- Kinds of selectors ------------------------------------------------------------------ */

static bool finds(const Session *s, const LessonSelector *selector, Playhead here) {
    Playhead at;
    uint32_t order;
    if (!session_find(s, selector, &at, &order)) return false;
    return at.step == here.step && at.event == here.event && at.end == here.end;
}

static int64_t hits_up_to(const Session *s, uint64_t last) {
    int64_t hits = 0;
    int line = cs_step_line(s->engine, last);
    for (uint64_t step = 1; step <= last; step++)
        hits += cs_step_line(s->engine, step) == line && cs_step_is_hit(s->engine, step);
    return hits;
}

static bool by_line(const Session *s, Playhead here, Paper *p) {
    char piece[LONGEST_PIECE + 1];
    if (here.event || here.end || !here.step) return false;
    LessonSelector sel = {.kind = LESSON_AT_LINE,
                          .line = cs_step_line(s->engine, here.step),
                          .nth = hits_up_to(s, here.step)};
    if (!finds(s, &sel, here)) return false;
    if (take_piece(&s->lesson.program, (int)sel.line, piece, sizeof piece)) {
        put(p, "{\"source\": ");
        put_string(p, piece);
    } else {
        put(p, "{\"line\": %d", (int)sel.line);
    }
    LessonSelector next = sel;
    next.nth = 2;
    Playhead at;
    uint32_t order;
    bool again = sel.nth > 1 || session_find(s, &next, &at, &order);
    if (again) put(p, ", \"hit\": %d", (int)sel.nth);
    put(p, "}");
    return true;
}

static bool is_of_task(const Session *s, const CsEvent *e, const char *task) {
    char name[NAME_SIZE] = "";
    if (event_facts_task(e)) cs_describe(s->engine, event_facts_task(e), name, sizeof name);
    return !*task || strcmp(name, task) == 0;
}

/* By its number among those of its kind, of the task where it has one. */
static bool by_event(const Session *s, Playhead here, Paper *p) {
    size_t count;
    const CsEvent *events = cs_events(s->engine, &count);
    if (!here.event || here.event > count) return false;
    const CsEvent *e = &events[here.event - 1];
    char task[NAME_SIZE] = "";
    if (event_facts_task(e)) cs_describe(s->engine, event_facts_task(e), task, sizeof task);
    LessonSelector sel = {
        .kind = LESSON_AT_EVENT, .text = event_info[e->kind].name, .task = *task ? task : NULL};
    for (size_t i = 0; i < here.event; i++)
        sel.nth += events[i].kind == e->kind && is_of_task(s, &events[i], task);
    if (!finds(s, &sel, here)) return false;
    put(p, "{\"event\": \"%s\"", sel.text);
    if (*task) put(p, ", \"task\": ");
    if (*task) put_string(p, task);
    if (sel.nth > 1) put(p, ", \"nth\": %d", (int)sel.nth);
    put(p, "}");
    return true;
}

static bool by_time(const Session *s, Playhead here, Paper *p) {
    size_t count;
    const CsEvent *events = cs_events(s->engine, &count);
    int64_t ns = here.event && here.event <= count ? events[here.event - 1].time
                                                   : cs_step_time(s->engine, here.step);
    put(p, "{\"time\": %.9g}", (double)ns / 1e9);
    return true;
}

bool session_selector(Session *s, char *text, size_t size) {
    Playhead here = s->playhead;
    Paper p = {.text = text, .size = size};
    if (!cs_is_recorded(s->engine)) return false;
    if (here.instruction) here = (Playhead){.step = here.step}; /* the line that a part is of */
    if (here.end) {
        put(&p, "{\"end\": true}");
        return !p.failed;
    }
    cs_seek_end(s->engine); /* every task can be named there */
    bool good = by_line(s, here, &p) || by_event(s, here, &p) || by_time(s, here, &p);
    session_seek(s, s->playhead);
    return good && !p.failed;
}
