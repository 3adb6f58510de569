#include "api/engine_api.h"

#include <stdlib.h>

/* What lies beside the history follows it when it is cut back to its newest keyframe. */

static void cut_tasks(ApiState *api, uint32_t events) {
    while (api->task_count && api->tasks[api->task_count - 1].event > events) api->task_count--;
    for (size_t i = 0; i < api->task_count; i++) {
        TaskRecord *t = &api->tasks[i];
        if (t->done_event <= events) continue;
        t->done_event = 0;
        t->how = 0;
        t->value = NULL;
    }
}

/* The exception on its way, if there was one, is not known any more. */
static void cut_raises(Raises *r, uint64_t instructions) {
    while (r->count && r->raises[r->count - 1].instruction > instructions) r->count--;
    r->flying = r->record = 0;
}

static void cut_talks(Talks *t, uint64_t instructions) {
    while (t->count && t->talks[t->count - 1].instruction > instructions) t->count--;
    t->same = t->count;
    t->instruction = instructions;
}

void api_cut(Engine *e) {
    ApiState *api = API(e);
    const History *h = e->history;
    uint32_t events = (uint32_t)h->event_count;
    while (api->run_count && api->runs[api->run_count - 1].event > events) api->run_count--;
    while (api->note_count && api->notes[api->note_count - 1].event > events) api->note_count--;
    Answers *a = &api->answers;
    while (a->count && a->items[a->count - 1].event > events) a->count--;
    things_cut(&api->things, events);
    takings_cut(&api->takings, events);
    cut_tasks(api, events);
    cut_raises(&api->raises, h->frontier);
    cut_talks(&api->talks, h->frontier);
    if (api->writes_seen > h->output_count) api->writes_seen = h->output_count;
    api->texts.starved = false;
    free(api->message); /* of a deadlock that is not reached any more */
    api->message = NULL;
}
