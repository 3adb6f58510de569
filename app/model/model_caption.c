/* The caption: what the lesson says at this moment, or what happened in this step and what follows
   from it, made from the engine's events. */
#include "model/caption.h"

/* The thing on the other side of a task's edge: what holds it, or what it waits for. -1: none. */
static int thing_beside(const ModelGraph *g, int task, bool held) {
    for (int i = 0; i < g->edge_count; i++) {
        const ModelEdge *edge = &g->edges[i];
        int own = held ? edge->to : edge->from, other = held ? edge->from : edge->to;
        if (edge->circle == 1 && edge->held == held && own == task &&
            g->nodes[other].badge.who == WHO_NOBODY)
            return other;
    }
    return -1;
}

/* A small circle of tasks and what they hold is told by name. False: there is none. */
static bool say_circle(Caption *c) {
    enum { MOST_TOLD = 3 };
    const ModelGraph *g = &c->model->graph;
    if (g->circle_size < 2 || g->circle_size > MOST_TOLD) return false;
    for (int pass = 0; pass < 2; pass++) { /* all are known before the first is told */
        for (int i = 0; i < g->node_count; i++) {
            if (g->nodes[i].circle != 1 || g->nodes[i].badge.who != WHO_TASK) continue;
            int has = thing_beside(g, i, true), wants = thing_beside(g, i, false);
            if (has < 0 || wants < 0) return false;
            if (pass)
                caption_say(c, TEXT_DEADLOCK_HAS, caption_task(c, g->nodes[i].id, TEXT_A_TASK),
                            caption_plain(c, g->nodes[has].name),
                            caption_plain(c, g->nodes[wants].name));
        }
    }
    caption_say1(c, TEXT_DEADLOCK_FOR_EVER, (ModelText){0});
    return true;
}

static bool say_end(Caption *c) {
    const CsSnapshot *s = c->facts->now;
    ModelText text = caption_plain(c, model_copy_z(c->pool, s->end_text));
    switch (s->end) {
    case CS_END_NONE: return false;
    case CS_END_NORMAL:
        caption_say1(c, TEXT_END_NORMAL, caption_plain(c, model_clock(c->pool, s->time_ns)));
        return true;
    case CS_END_EXCEPTION: caption_say1(c, TEXT_END_EXCEPTION, text); return true;
    case CS_END_DEADLOCK:
        if (!say_circle(c)) caption_say1(c, TEXT_END_DEADLOCK, text);
        return true;
    case CS_END_INSTRUCTIONS:
    case CS_END_MEMORY:
    case CS_END_OUTPUT:
    case CS_END_RECORD:
    case CS_END_SIGNAL:
    case CS_END_TIME: caption_say1(c, TEXT_END_LIMIT, text); return true;
    }
    return false;
}

/* An exception has come up right here. */
static bool say_raise(Caption *c) {
    const CsRaise *r = c->facts->raised;
    if (!r) return false;
    bool caught = *r->caught_by && !r->escaped;
    TextKey key = caught       ? TEXT_SAY_RAISED_CAUGHT
                  : r->escaped ? TEXT_SAY_RAISED_OUT
                               : TEXT_SAY_RAISED;
    const char *names[] = {r->type, r->function, model_print(c->pool, "%d", r->line), r->caught_by};
    ModelText args[4];
    for (int i = 0; i < 4; i++)
        args[i] = i == 2 ? caption_plain(c, names[i])
                         : sentence_piece(c->pool, SPAN_CODE, model_copy_z(c->pool, names[i]));
    caption_say_all(c, key, args, 4);
    return true;
}

/* No line of the program lies between the moment and the one before. */
static bool is_within_step(const ModelFacts *facts) {
    return facts->before && facts->before->step == facts->now->step;
}

void model_caption(Model *model, const ModelFacts *facts) {
    Caption c = {.model = model, .facts = facts, .pool = &model->pool, .out.pool = &model->pool};
    const CsSnapshot *s = facts->now;
    model->can_ask_why = s->running.id != 0 || s->ready_count > 0;
    if (facts->say) {
        caption_lesson(&c, facts->say);
    } else if (say_end(&c)) {
        model->can_ask_why = false;
    } else if (s->step == 0) {
        caption_say1(&c, TEXT_SAY_START, (ModelText){0});
    } else if (!caption_journey(&c) && !say_raise(&c) && !caption_part(&c)) {
        bool told = caption_injection(&c) || caption_events(&c);
        if (told || is_within_step(facts)) caption_follows(&c);
        if (c.out.text.count == 0) caption_line(&c);
        /* Behind the last line, before the loop has ended. */
        if (c.out.text.count == 0 && model->running.id == 0)
            caption_say1(&c, TEXT_RUNNING_NOTHING, (ModelText){0});
    }
    model->caption = c.out.text;
}
