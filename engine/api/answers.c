#include "api/answers.h"

#include <stdlib.h>

#include "api/snap.h"

enum { MOST_ANSWERS = 5000 };

static CsAnswer *new_answer(ApiState *api) {
    Answers *a = &api->answers;
    void *items = a->items;
    bool ok = ledger_grow(&api->ledger, &items, &a->capacity, a->count + 1, sizeof *a->items);
    a->items = items;
    return ok ? &a->items[a->count++] : NULL;
}

/* Only where there are threads: nobody asks for others. */
void answers_log(CsEngine *e, const CsEvent *event) {
    ApiState *api = API(e);
    if (e->vm->task_id || !e->vm->threads.made || api->answers.count == MOST_ANSWERS) return;
    Snap b = {.e = e, .memory = api->texts};
    Obj *found = snap_find(&b, event->subject);
    const AioFuture *f = found && HAS_LAYOUT(found, FUTURE) ? FUTURE(found) : NULL;
    CsAnswer *answer = f && (f->result || f->exception) ? new_answer(api) : NULL;
    if (answer)
        *answer = (CsAnswer){event->id, snap_value(&b, f->exception ? f->exception : f->result)};
    api->texts = b.memory;
    if (api->texts.starved) api->ledger.refused = true;
    if (b.failed) api->ledger.refused = true;
}

void answers_clear(Answers *a) {
    free(a->items);
    *a = (Answers){0};
}

const CsAnswer *cs_answers(const CsEngine *e, size_t *count) {
    *count = API(e)->answers.count;
    return API(e)->answers.items;
}
