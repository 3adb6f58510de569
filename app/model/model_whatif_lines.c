/* What a run prints, line by line; of a traceback what helps a learner. */
#include "model/model_whatif.h"

#include <string.h>

#include "model/model_find.h"

enum { LINES_MOST = 2000 };

/* ---- Tracebacks ------------------------------------------------------------------------------ */

bool model_whatif_is_traceback(const WhatIfLine *line) {
    return line->is_error && (strncmp(line->text, "Traceback (", 11) == 0 ||
                              strncmp(line->text, "  + Exception Group Traceback (", 31) == 0);
}

/* Behind the bars that stand before a group's lines. */
static const char *content(const char *text) {
    const char *p = text + strspn(text, " ");
    if (*p != '|') return text;
    return p[1] == ' ' ? p + 2 : p + 1;
}

static bool is_rule(const char *text) {
    return text[strspn(text, " ")] == '+';
}

static bool is_frame(const char *text, const char *file) {
    static const char FILE_IS[] = "  File \"";
    size_t before = sizeof FILE_IS - 1, length = strlen(file);
    return strncmp(text, FILE_IS, before) == 0 && strncmp(text + before, file, length) == 0 &&
           text[before + length] == '"';
}

/* Without the file, which is the program's: "  line 6, in brew". */
static const char *short_frame(ModelPool *pool, const char *text) {
    const char *inner = content(text) + 2, *line = strstr(inner, "\", ");
    return line ? model_print(pool, "%.*s%s", (int)(inner - text), text, line + 3) : text;
}

/* Puts the frame with its line of code behind those that are kept; it lies there or further on. */
static void keep_frame(ModelPool *pool, WhatIfRun *run, int *kept, int frame, int end) {
    if (frame < 0) return;
    run->lines[*kept] = run->lines[frame];
    run->lines[*kept].text = short_frame(pool, run->lines[frame].text);
    (*kept)++;
    bool code = frame + 1 < end && strncmp(content(run->lines[frame + 1].text), "    ", 4) == 0;
    if (code) run->lines[(*kept)++] = run->lines[frame + 1];
}

/* Of a traceback stay its head, the program's innermost frame, and the exception. */
static void thin(ModelPool *pool, WhatIfRun *run, const char *file) {
    int kept = 0, frame = -1;
    bool inside = false;
    for (int i = 0; i < run->line_count; i++) {
        const char *text = content(run->lines[i].text);
        bool head = model_whatif_is_traceback(&run->lines[i]);
        if (head || !run->lines[i].is_error) inside = head;
        bool part = inside && !head;
        bool nested = part && (is_rule(text) || strncmp(text, "Traceback (", 11) == 0);
        if (!part || nested) frame = -1;
        if (nested) continue;
        if (part && is_frame(text, file)) frame = i;
        if (part && *text == ' ') continue;
        if (part) keep_frame(pool, run, &kept, frame, i);
        if (part && text == run->lines[i].text) inside = false;
        run->lines[kept++] = run->lines[i];
        frame = -1;
    }
    run->line_count = kept;
}

/* ---- Lines ----------------------------------------------------------------------------------- */

static size_t count_lines(const CsOutput *outputs, size_t count) {
    size_t lines = 1;
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < outputs[i].size; k++) lines += outputs[i].text[k] == '\n';
    return lines < LINES_MOST ? lines : LINES_MOST;
}

/* Who else than a task: a worker thread, a callback. */
static ModelBadge writer_of(const CsEngine *engine, const Timeline *timeline, const CsOutput *o) {
    ModelFacts facts = {.timeline = timeline};
    facts.events = cs_events(engine, &facts.event_count);
    return model_find_writer(&facts, o);
}

static void end_line(const WhatIfFacts *f, WhatIfRun *run, const CsOutput *o, char *text,
                     size_t length) {
    CsTaskInfo info;
    const CsEngine *engine = f->engines[run->timeline == f->timelines[1]];
    text[length] = 0;
    WhatIfLine *line = &run->lines[run->line_count++];
    line->text = model_copy(f->pool, text, length);
    line->time = model_clock(f->pool, o->time_ns);
    line->time_ns = o->time_ns;
    line->event = o->event;
    line->is_error = o->stream == 2;
    if (o->task && cs_task_info(engine, o->task, &info))
        line->badge = (ModelBadge){.who = WHO_TASK, .number = info.number, .id = o->task};
    if (!o->task) line->badge = writer_of(engine, run->timeline, o);
}

void model_whatif_lines(const WhatIfFacts *f, int which, WhatIfRun *run) {
    char text[512];
    size_t count, used = 0;
    const CsOutput *outputs = cs_outputs(f->engines[which], &count);
    size_t most = count_lines(outputs, count);
    run->lines = model_array(f->pool, most + 1, sizeof *run->lines);
    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; k < outputs[i].size && (size_t)run->line_count < most; k++) {
            char c = outputs[i].text[k];
            if (c == '\n') {
                end_line(f, run, &outputs[i], text, used);
                used = 0;
            } else if (used + 1 < sizeof text) {
                text[used++] = c;
            }
        }
    }
    if (used && (size_t)run->line_count < most) end_line(f, run, &outputs[count - 1], text, used);
    thin(f->pool, run, f->lesson->program.name);
}
