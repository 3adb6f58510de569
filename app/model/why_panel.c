#include "model/why_panel.h"

#include "model/model_find.h"

uint32_t why_panel_default(const CsSnapshot *now) {
    const CsHandle *h = now->running.id ? &now->running : now->ready_count ? now->ready : NULL;
    if (!h) return 0;
    return h->task ? h->task : h->id;
}

static ModelMark mark_of_timer(const CsTimer *t, const CsSnapshot *now) {
    int64_t whole = t->when_ns - t->set_ns;
    double share = whole > 0 ? (double)(now->time_ns - t->set_ns) / (double)whole : 1;
    return (ModelMark){.kind = MARK_TIMER, .share = (float)share};
}

static ModelMark mark_of_thing(const WhyMoment *m, uint32_t id) {
    const CsTask *task = model_find_task(m->now, id);
    const CsFuture *future = model_find_future(m->now, id);
    const CsTimer *timer = model_find_timer(m->now, id);
    const CsHandle *ready = model_find_ready(m->now, id);
    if (task) return mark_of_badge(model_find_badge(m->now, id));
    if (future) return (ModelMark){.kind = MARK_RESULT, .result = (uint8_t)future->state};
    if (timer) return mark_of_timer(timer, m->now);
    if (ready) return mark_of_badge(model_find_badge(m->now, ready->task));
    if (m->now->running.id == id) return mark_of_badge(model_find_badge(m->now, 0));
    return (ModelMark){0};
}

static const char *name_of_thing(const WhyMoment *m, const WhyThing *thing) {
    const CsTask *task = model_find_task(m->now, thing->id);
    return model_copy_z(m->words->pool, task ? task->label : thing->name);
}

/* What a cause is called in short; those that are not listed have their record's own name. */
static const struct {
    uint16_t kind;
    TextKey key;
} short_names[] = {
    {EVENT_TASK_CREATED, TEXT_WHY_TASK_CREATED},  {EVENT_TASK_STEP, TEXT_WHY_TASK_STEP},
    {EVENT_TASK_DONE, TEXT_WHY_TASK_DONE},        {EVENT_TIMER_SET, TEXT_WHY_TIMER_SET},
    {EVENT_TIMER_FIRED, TEXT_WHY_TIMER_FIRED},    {EVENT_FUTURE_RESOLVED, TEXT_WHY_FUTURE_DONE},
    {EVENT_HANDLE_SCHEDULED, TEXT_WHY_SCHEDULED}, {EVENT_HANDLE_RUN, TEXT_WHY_RUNS},
    {EVENT_QUEUE_PUT, TEXT_WHY_QUEUE_PUT},        {EVENT_QUEUE_GOT, TEXT_WHY_QUEUE_GOT},
};

static const char *short_name(const WhyMoment *m, const CsEvent *e, const char *otherwise) {
    for (size_t i = 0; e && i < sizeof short_names / sizeof *short_names; i++)
        if (short_names[i].kind == e->kind) return text_get(m->words->words, short_names[i].key);
    return otherwise;
}

static WhyCause cause_of(const WhyMoment *m, const WhyLink *link) {
    const CsEvent *e = event_facts_get(m->words->facts, link->event);
    return (WhyCause){
        .event = link->event,
        .mark = mark_of_event(e),
        .time = model_clock(m->words->pool, link->time_ns),
        .name = short_name(m, e, link->kind),
        .line = link->text,
    };
}

bool why_panel_build(const WhyMoment *m, uint32_t object, WhyPanel *out) {
    WhyThing thing;
    Why why;
    *out = (WhyPanel){.id = object};
    if (!why_find_id(m, object, &thing)) return false;
    why_build(m, &thing, &why);
    out->mark = mark_of_thing(m, object);
    out->is = why.is;
    out->causes = model_array(m->words->pool, why.chain_count + 1, sizeof *out->causes);
    for (size_t i = 0; i < why.chain_count; i++)
        out->causes[out->count++] = cause_of(m, &why.chain[i]);
    out->causes[out->count++] = (WhyCause){
        .mark = out->mark,
        .time = text_get(m->words->words, TEXT_INSPECT_NOW),
        .name = name_of_thing(m, &thing),
        .line = why.is,
    };
    return true;
}
