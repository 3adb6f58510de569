/* Words beside lines of the source: where each waits in a deadlock, and where an exception came up
   whose journey is shown. */
#include "model/model_find.h"

#define PICK(model, key) text_get((model)->words, key)

static void add_note(Model *model, int line, TextKey text, bool failed) {
    ModelSource *source = &model->source;
    const char *brief = PICK(model, text == TEXT_EACH_WAITS_HERE ? TEXT_WAITS_HERE : text);
    source->notes[source->note_count++] =
        (ModelLineNote){line, PICK(model, text), brief, failed, text == TEXT_RAISED_HERE};
}

/* ---- A deadlock ------------------------------------------------------------------------------ */

static bool in_circle(const Model *model, uint32_t task) {
    for (int i = 0; i < model->graph.node_count; i++)
        if (model->graph.nodes[i].id == task) return model->graph.nodes[i].circle > 0;
    return false;
}

/* Tasks whose innermost line it is, and whether one of them is in a circle. */
static void note_waiters(Model *model, const ModelLineMark *mark) {
    int shown = mark->count < MODEL_LINE_BADGES ? mark->count : MODEL_LINE_BADGES, waiters = 0;
    bool circle = false;
    for (int i = 0; i < shown; i++) {
        if (mark->badges[i].hollow || mark->badges[i].who != WHO_TASK) continue;
        waiters++;
        circle = circle || in_circle(model, mark->badges[i].id);
    }
    if (waiters == 0) return;
    bool several = waiters > 1 || mark->count > MODEL_LINE_BADGES;
    add_note(model, mark->line, several ? TEXT_EACH_WAITS_HERE : TEXT_WAITS_HERE, circle);
}

/* ---- A failure ------------------------------------------------------------------------------- */

/* The line where the task's exception first came up that left it; 0: it is not known. */
static int line_of_failure(const ModelFacts *facts, uint32_t task) {
    uint32_t exception = 0;
    for (size_t i = 0; i < facts->raise_count; i++) {
        const CsRaise *r = &facts->raises[i];
        if (r->task == task && r->escaped && r->event <= facts->now->event)
            exception = r->exception;
    }
    for (size_t i = 0; i < facts->raise_count && exception; i++)
        if (facts->raises[i].exception == exception) return facts->raises[i].line;
    return 0;
}

void model_notes(Model *model, const ModelFacts *facts) {
    ModelSource *source = &model->source;
    size_t room = (size_t)source->mark_count + 1;
    source->notes = model_array(&model->pool, room, sizeof *source->notes);
    for (int i = 0; i < source->mark_count && model->graph.node_count; i++)
        note_waiters(model, &source->marks[i]);
    if (!model->cancel.on || model->cancel.by_state != STATE_FAILED) return;
    int line = line_of_failure(facts, model->cancel.by.id);
    if (line > 0) add_note(model, line, TEXT_RAISED_HERE, true);
}
