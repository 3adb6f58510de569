/* What a what-if does to the run: neither a task nor a callback of the program does it. */
#include "model/caption.h"

/* Its handle begins, or has done what it is for. */
static const CsEvent *injected_here(const ModelFacts *facts) {
    EventRange range = model_find_events(facts);
    for (size_t i = range.from; facts->injected && i < range.to; i++) {
        const CsEvent *e = &facts->events[i];
        if (e->id == facts->injected) return e;
        bool its = e->cause == facts->injected;
        if (its && e->kind != EVENT_HANDLE_SCHEDULED && e->kind != EVENT_HANDLE_DONE) return e;
    }
    return NULL;
}

/* A task, or the future or timer by what it stands for. */
static ModelText target_in(Caption *c, const CsSnapshot *s, uint32_t id) {
    const CsFuture *future = model_find_future(s, id);
    ModelText task = sentence_task(c->pool, s, id);
    if (task.count) return task;
    if (future) return sentence_piece(c->pool, SPAN_CODE, model_copy_z(c->pool, future->label));
    for (int i = 0; i < s->timer_count; i++)
        if (s->timers[i].id == id)
            return sentence_piece(c->pool, SPAN_CODE, model_copy_z(c->pool, s->timers[i].label));
    return (ModelText){0};
}

bool caption_injection(Caption *c) {
    static const TextKey keys[] = {[CS_INJECT_CANCEL] = TEXT_SAY_LESSON_CANCELS,
                                   [CS_INJECT_RAISE] = TEXT_SAY_LESSON_RAISES,
                                   [CS_INJECT_DELAY] = TEXT_SAY_LESSON_DELAYS};
    const ModelFacts *facts = c->facts;
    const CsInjection *in = &facts->injection;
    const CsEvent *done = injected_here(facts);
    if (!done) return false;
    ModelText who = target_in(c, facts->now, in->target);
    if (!who.count && facts->before) who = target_in(c, facts->before, in->target);
    if (!who.count) return false;
    ModelText how = in->kind == CS_INJECT_RAISE
                        ? sentence_piece(c->pool, SPAN_CODE, model_copy_z(c->pool, in->exception))
                        : caption_plain(c, model_seconds_float(c->pool, in->seconds));
    caption_say2(c, keys[in->kind], who, how);
    c->told = done;
    return true;
}
