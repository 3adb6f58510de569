/* Badges beside the source's lines, and the rows of the output. */
#include "model/model_find.h"

#include <stdlib.h>
#include <string.h>

static ModelLineMark *mark_of(Model *model, int line, int room) {
    ModelSource *source = &model->source;
    for (int i = 0; i < source->mark_count; i++)
        if (source->marks[i].line == line) return &source->marks[i];
    if (source->mark_count == room) return NULL;
    ModelLineMark *mark = &source->marks[source->mark_count++];
    mark->line = line;
    return mark;
}

static void add_badge(Model *model, const CsSnapshot *s, int line, int room, uint32_t task,
                      bool hollow) {
    ModelLineMark *mark = line > 0 ? mark_of(model, line, room) : NULL;
    if (!mark) return;
    if (mark->count < MODEL_LINE_BADGES) {
        mark->badges[mark->count] = model_find_badge(s, task);
        mark->badges[mark->count].hollow = hollow;
    }
    mark->count++;
}

/* The task's innermost line of the program is filled, its outer ones are hollow. A line that
   several frames of a task stand on is marked once. */
static void mark_frames(Model *model, const CsSnapshot *s, uint32_t task, const CsFrame *frames,
                        int count, int room) {
    bool hollow = false;
    int last = 0;
    for (int i = count; i-- > 0;) {
        if (frames[i].library || frames[i].line == last) continue;
        last = frames[i].line;
        add_badge(model, s, last, room, task, hollow);
        hollow = true;
    }
}

static int by_line(const void *a, const void *b) {
    int x = ((const ModelLineMark *)a)->line, y = ((const ModelLineMark *)b)->line;
    return (x > y) - (x < y);
}

void model_source(Model *model, const ModelFacts *facts) {
    const CsSnapshot *s = facts->now;
    ModelSource *source = &model->source;
    const Lesson *lesson = facts->lesson;
    source->file = lesson && lesson->program.name ? lesson->program.name : "";
    source->file = model_copy_z(&model->pool, source->file);
    source->text = facts->source;
    source->line_next = s->line_next;
    source->line_before = model->stuck.on ? model->stuck.line : s->line_before;
    int room = s->frame_count;
    for (int i = 0; i < s->task_count; i++) room += s->tasks[i].frame_count;
    source->marks = model_array(&model->pool, (size_t)room, sizeof *source->marks);
    for (int i = 0; i < s->task_count; i++) {
        const CsTask *task = &s->tasks[i];
        if (task->state == CS_TASK_CREATED) continue;
        bool runs = task->id == s->running.task;
        mark_frames(model, s, task->id, runs ? s->frames : task->frames,
                    runs ? s->frame_count : task->frame_count, room);
    }
    if (s->running.id && !s->running.task)
        mark_frames(model, s, 0, s->frames, s->frame_count, room);
    qsort(source->marks, (size_t)source->mark_count, sizeof *source->marks, by_line);
}

/* ---- Output -------------------------------------------------------------------------------- */

static ModelOutput *new_row(Model *model, const ModelFacts *facts, const CsOutput *output) {
    ModelOutput *row = &model->outputs[model->output_count++ % MODEL_OUTPUT_ROWS];
    *row = (ModelOutput){
        .event = output->event,
        .time = model_clock(&model->pool, output->time_ns),
        .text = "",
        .badge = model_find_writer(facts, output),
        .is_error = output->stream == 2,
        .open = true,
    };
    return row;
}

/* The stream's last row while its line has not ended: print() writes a line in pieces. */
static ModelOutput *open_row(Model *model, const CsOutput *output) {
    int kept = model->output_count < MODEL_OUTPUT_ROWS ? model->output_count : MODEL_OUTPUT_ROWS;
    for (int i = 1; i <= kept; i++) {
        ModelOutput *row = &model->outputs[(model->output_count - i) % MODEL_OUTPUT_ROWS];
        if (row->is_error == (output->stream == 2)) return row->open ? row : NULL;
    }
    return NULL;
}

static void add_rows(Model *model, const ModelFacts *facts, const CsOutput *output) {
    const char *text = output->text, *end = text + output->size;
    while (text < end) {
        const char *stop = memchr(text, '\n', (size_t)(end - text));
        size_t length = (size_t)((stop ? stop : end) - text);
        ModelOutput *row = open_row(model, output);
        if (!row) row = new_row(model, facts, output);
        const char *more = model_copy(&model->pool, text, length);
        row->text = *row->text ? model_print(&model->pool, "%s%s", row->text, more) : more;
        row->fresh |= model_find_fresh(facts, output->event);
        row->open = !stop;
        text += length + 1;
    }
}

/* The ring of the last rows becomes a list, oldest first. */
static void straighten(Model *model) {
    if (model->output_count <= MODEL_OUTPUT_ROWS) return;
    ModelOutput *rows = model_array(&model->pool, MODEL_OUTPUT_ROWS, sizeof *rows);
    for (int i = 0; i < MODEL_OUTPUT_ROWS; i++)
        rows[i] = model->outputs[(model->output_count + i) % MODEL_OUTPUT_ROWS];
    model->outputs = rows;
    model->output_count = MODEL_OUTPUT_ROWS;
}

static size_t newlines(const CsOutput *output) {
    size_t count = 0;
    for (size_t i = 0; i < output->size; i++) count += output->text[i] == '\n';
    return count;
}

/* In place of what the program would go on to print: that it never will. */
static void add_verdict(Model *model, const ModelFacts *facts) {
    const CsSnapshot *s = facts->now;
    int waiting = 0;
    if (s->end != CS_END_DEADLOCK) return;
    for (int i = 0; i < s->task_count; i++) waiting += s->tasks[i].state < CS_TASK_DONE;
    if (waiting == 0) return;
    CsOutput output = {.event = s->event, .time_ns = s->time_ns};
    ModelOutput *row = new_row(model, facts, &output);
    const char *number = model_print(&model->pool, "%d", waiting);
    TextKey key = waiting == 1 ? TEXT_OUTPUT_DEADLOCK_1 : TEXT_OUTPUT_DEADLOCK;
    row->text = model_fill(&model->pool, text_get(model->words, key), number, NULL);
    row->badge = (ModelBadge){.who = WHO_NOBODY};
    row->verdict = row->fresh = true;
}

void model_outputs(Model *model, const ModelFacts *facts) {
    size_t last = 0, lines = 0;
    while (last < facts->output_count && facts->outputs[last].event <= facts->now->event) last++;
    size_t first = last;
    /* As many writes as can fill the panel, and what began the first line. */
    while (first > 0 && lines <= MODEL_OUTPUT_ROWS) lines += newlines(&facts->outputs[--first]);
    model->outputs = model_array(&model->pool, MODEL_OUTPUT_ROWS, sizeof *model->outputs);
    for (size_t i = first; i < last; i++) add_rows(model, facts, &facts->outputs[i]);
    add_verdict(model, facts);
    straighten(model);
}
