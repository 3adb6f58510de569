#include "api/end_message.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "api/name_hints.h"
#include "api/snap.h"
#include "vm/signals.h"

enum {
    MESSAGE_SIZE = 2048,
    BUSY_LINES = 3,
    LINE_LIMIT = 65536,
    LINE_SHOWN = 100,
    BUSY_SHARE = 20,
    HINT_SIZE = 1024
};

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

static const char *name_of(const CsSnapshot *s, uint32_t id) {
    for (int i = 0; i < s->task_count; i++) {
        if (s->tasks[i].id == id) return s->tasks[i].name;
    }
    for (int i = 0; i < s->wait_count; i++) {
        if (s->waits[i].waiter == id) return s->waits[i].name;
    }
    return "a thread";
}

static bool is_done(const CsSnapshot *s, uint32_t id) {
    for (int i = 0; i < s->task_count; i++) {
        if (s->tasks[i].id == id) return s->tasks[i].state >= CS_TASK_DONE;
    }
    return false;
}

/* "Task-2 (cook Ann) waits for pan at line 8, which Task-3 holds" */
static void say_edge(Message *m, const CsSnapshot *s, const CsWaitEdge *edge) {
    say(m, "\n  %s%s waits for %s", edge->circle ? "  " : "", edge->name, edge->label);
    if (edge->line) say(m, " at line %d", edge->line);
    if (edge->holder_count == 1 && edge->holders[0] == edge->thing) return;
    for (int i = 0; i < edge->holder_count; i++) {
        const char *before = i            ? i + 1 == edge->holder_count ? " and " : ", "
                             : edge->held ? ", which "
                                          : ": ";
        bool itself = edge->held && edge->holders[i] == edge->waiter;
        say(m, "%s%s%s", before, itself ? "it itself" : name_of(s, edge->holders[i]),
            is_done(s, edge->holders[i]) ? " (done)" : "");
    }
    if (edge->held && edge->holder_count) say(m, edge->holder_count > 1 ? " hold" : " holds");
}

/* Those who wait for each other in a circle first. */
static void say_who_waits(Message *m, Engine *e) {
    CsSnapshot *s = cs_snapshot(e);
    say(m, "Nothing can wake this program: no callback is ready and no timer is set.");
    if (!s) say(m, "\n  (There is not enough memory to say who waits for what.)");
    int circle = 0;
    for (int i = 0; s && i < s->wait_count; i++) {
        const CsWaitEdge *edge = &s->waits[i];
        if (edge->circle && edge->circle != circle) say(m, "\n  In a circle:");
        circle = edge->circle;
        say_edge(m, s, edge);
    }
    cs_snapshot_free(s);
}

/* The lines that took most steps: where an endless loop is. */
static void say_busy_lines(Message *m, const Engine *e) {
    StepLog *steps = &e->history->steps;
    uint32_t *hits = calloc(LINE_LIMIT, sizeof *hits);
    if (!hits) say(m, "\n  (There is not enough memory to count them.)");
    for (size_t i = 0; hits && i < steps->count; i++) {
        hits[step_log_get(steps, i)->line % LINE_LIMIT]++;
    }
    uint32_t most = 0;
    for (int n = 0; hits && n < BUSY_LINES; n++) {
        uint32_t best = 0;
        for (uint32_t line = 1; line < LINE_LIMIT; line++) {
            if (hits[line] > hits[best]) best = line;
        }
        if (n == 0) most = hits[best];
        if (!hits[best] || hits[best] < most / BUSY_SHARE) break;
        say(m, "\n  line %u was about to run %u time%s", best, hits[best],
            hits[best] == 1 ? "" : "s");
        hits[best] = 0;
    }
    free(hits);
}

/* The line that ran last, marked: where the run was stopped. */
static void say_where(Message *m, const Engine *e) {
    StepLog *steps = &e->history->steps;
    if (!steps->count) return;
    uint32_t number = step_log_get(steps, steps->count - 1)->line;
    const char *line = e->program_text;
    for (uint32_t n = 1; line && n < number; n++) {
        line = strchr(line, '\n');
        if (line) line++;
    }
    if (!line) return;
    int indent = (int)strspn(line, " \t"), size = (int)strcspn(line + indent, "#\r\n");
    while (size > 0 && line[indent + size - 1] == ' ') size--;
    if (size > LINE_SHOWN) size = LINE_SHOWN;
    say(m, "\n  File \"%s\", line %u, column %d\n    %.*s\n    ", e->program_name, number,
        indent + 1, size, line + indent);
    for (int i = 0; i < size; i++) say(m, "^");
}

static void say_memory(Message *m, const Engine *e) {
    say(m,
        "The program needs more than its %zu MiB. Keep less at a time, or give the lesson "
        "more: "
        "\"limits\": {\"memory_mib\": N}.",
        e->arena.size >> 20);
}

/* What to do about an exception that says that a limit was reached. */
static void say_exception_hint(Message *m, Engine *e) {
    const char *text = e->vm->exception_text ? e->vm->exception_text->text : "";
    if (strncmp(text, "MemoryError", 11) == 0) {
        say_memory(m, e);
    } else if (strncmp(text, "RecursionError", 14) == 0) {
        say(m,
            "A function calls itself without an end: give it a case in which it does not, or use a "
            "loop.");
    } else {
        char hint[HINT_SIZE];
        name_hint(e, text, hint, sizeof hint);
        say(m, "%s", hint);
    }
}

static void say_signal(Message *m, const Engine *e) {
    uint32_t number = (uint32_t)e->vm->exit_status - 128;
    const SignalInfo *s = signal_table;
    while (s->name && s->number != number) s++;
    say(m, "The program was ended by signal %u (%s: %s), which nobody in it handles.", number,
        s->name ? s->name : "unnamed", s->text ? s->text : "no text");
}

static void say_record(Message *m, const Engine *e) {
    say(m,
        "The recording ends here, after %llu lines and %zu records: it may take no more than %zu "
        "MiB of memory. Everything up to here can be seen. Make the program shorter, or give it "
        "more: --record-mib N, or \"record_mib N\" in the settings.",
        (unsigned long long)e->vm->steps, e->history->event_count, e->history->ledger->limit >> 20);
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
        say_where(&m, e);
        say(&m,
            "\nLet the loop end, or wait for something that takes time, as asyncio.sleep(1) does.");
        break;
    case CS_END_MEMORY: say_memory(&m, e); break;
    case CS_END_OUTPUT:
        say(&m,
            "The program was stopped: it printed more than %llu bytes. The lines that ran most:",
            (unsigned long long)e->max_output);
        say_busy_lines(&m, e);
        say_where(&m, e);
        say(&m, "\nPrint less, or give the lesson more: \"limits\": {\"output\": N}.");
        break;
    case CS_END_TIME:
        say(&m, "The program was stopped: its clock would go beyond %.6g s, the lesson's limit.",
            (double)e->max_virtual_ns / 1e9);
        say_where(&m, e);
        say(&m, "\nWait less, or give the lesson more: \"limits\": {\"virtual_seconds\": N}.");
        break;
    case CS_END_SIGNAL: say_signal(&m, e); break;
    case CS_END_RECORD: say_record(&m, e); break;
    case CS_END_EXCEPTION: say_exception_hint(&m, e); break;
    case CS_END_NONE:
    case CS_END_NORMAL: break;
    }
    char *copy = malloc(m.size + 1);
    if (copy) memcpy(copy, m.text, m.size + 1);
    return copy;
}
