#include "api/end_message.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "api/snap.h"

enum { MESSAGE_SIZE = 2048, BUSY_LINES = 3, LINE_LIMIT = 65536 };

typedef struct {
    char text[MESSAGE_SIZE];
    size_t size;
} Message;

static void say(Message *m, const char *format, ...) __attribute__((format(printf, 2, 3)));
static void say(Message *m, const char *format, ...) {
    va_list args;
    va_start(args, format);
    int size = vsnprintf(m->text + m->size, sizeof m->text - m->size, format, args);
    va_end(args);
    if (size > 0) m->size += (size_t)size;
    if (m->size >= sizeof m->text) m->size = sizeof m->text - 1;
}

/* "Task-2 (cook Ann) waits for q.get() at line 8" for each task that is not done. */
static void say_who_waits(Message *m, Engine *e) {
    CsSnapshot *s = cs_snapshot(e);
    say(m, "Nothing can wake this program: no callback is ready and no timer is set.");
    for (int i = 0; s && i < s->task_count; i++) {
        const CsTask *t = &s->tasks[i];
        if (t->state != CS_TASK_WAITING && t->state != CS_TASK_CANCELLING) continue;
        const char *label = "something";
        for (int k = 0; k < s->future_count; k++) {
            if (s->futures[k].id == t->waits_future) label = s->futures[k].label;
        }
        for (int k = 0; k < s->task_count; k++) {
            if (s->tasks[k].id == t->waits_future) label = s->tasks[k].name;
        }
        say(m, "\n  %s (%s) waits for %s", t->name, t->label, label);
        for (int k = t->frame_count; k-- > 0;) {
            if (t->frames[k].library) continue;
            say(m, " at line %d", t->frames[k].line);
            break;
        }
    }
    cs_snapshot_free(s);
}

/* The lines that took most steps: where an endless loop is. */
static void say_busy_lines(Message *m, const Engine *e) {
    const History *h = e->history;
    uint32_t *hits = calloc(LINE_LIMIT, sizeof *hits);
    for (size_t i = 0; hits && i < h->step_count; i++) hits[h->steps[i].line % LINE_LIMIT]++;
    for (int n = 0; hits && n < BUSY_LINES; n++) {
        uint32_t best = 0;
        for (uint32_t line = 1; line < LINE_LIMIT; line++) {
            if (hits[line] > hits[best]) best = line;
        }
        if (!hits[best]) break;
        say(m, "\n  line %u was about to run %u time%s", best, hits[best],
            hits[best] == 1 ? "" : "s");
        hits[best] = 0;
    }
    free(hits);
}

char *end_message(Engine *e, CsEnd end) {
    Message m = {.size = 0, .text = ""};
    switch (end) {
    case CS_END_DEADLOCK: say_who_waits(&m, e); break;
    case CS_END_INSTRUCTIONS:
        say(&m,
            "The program was stopped after %llu lines and %u iterations of its loop: it may loop "
            "for ever, or wait by polling. The lines that ran most:",
            (unsigned long long)e->vm->steps, e->aio->iterations);
        say_busy_lines(&m, e);
        break;
    case CS_END_MEMORY: say(&m, "The program needs more memory than a lesson may use."); break;
    case CS_END_OUTPUT:
        say(&m,
            "The program was stopped: it printed more than %llu bytes. The lines that ran most:",
            (unsigned long long)e->max_output);
        say_busy_lines(&m, e);
        break;
    case CS_END_TIME:
        say(&m, "The program was stopped: its clock would go beyond %.6g s, the lesson's limit.",
            (double)e->max_virtual_ns / 1e9);
        break;
    case CS_END_NONE:
    case CS_END_NORMAL:
    case CS_END_EXCEPTION: break;
    }
    char *copy = malloc(m.size + 1);
    if (copy) memcpy(copy, m.text, m.size + 1);
    return copy;
}
