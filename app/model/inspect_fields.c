/* The fields of each kind of thing. */
#include "model/inspect.h"
#include "model/model_find.h"

static ModelText number(const InspectMoment *m, long long value) {
    return inspect_code(m, model_print(m->words->pool, "%lld", value));
}

static ModelText clock_text(const InspectMoment *m, int64_t ns) {
    return inspect_code(m, model_clock(m->words->pool, ns));
}

static ModelText seconds(const InspectMoment *m, int64_t ns) {
    return inspect_code(m, model_print(m->words->pool, "%s s", model_seconds(m->words->pool, ns)));
}

static ModelText badges(const InspectMoment *m, const uint32_t *tasks, int count) {
    return sentence_badges(m->words->pool, m->now, tasks, count);
}

static ModelText nobody(const InspectMoment *m) {
    return inspect_word(m, TEXT_FIELD_NOBODY);
}

/* A badge, then "at line 28". */
static ModelText maker(const InspectMoment *m, uint32_t task, int line) {
    const EventWords *w = m->words;
    Sentence s = {.pool = w->pool};
    ModelText who = task ? badges(m, &task, 1) : inspect_word(m, TEXT_FIELD_PROGRAM);
    sentence_text(&s, &who);
    if (!line) return s.text;
    const char *digits = model_print(w->pool, "%d", line);
    sentence_add(&s, SPAN_PLAIN, " ");
    sentence_add(&s, SPAN_PLAIN,
                 model_fill(w->pool, text_get(w->words, TEXT_AT_LINE), digits, NULL));
    return s.text;
}

/* ---- Tasks --------------------------------------------------------------------------------- */

/* How often it has run, and how long it stood still: from its records. */
typedef struct {
    int runs;
    int64_t waited_ns;
} Life;

static Life life_of(const InspectMoment *m, uint32_t task) {
    const EventFacts *f = m->words->facts;
    Life life = {0};
    int64_t since = -1;
    for (size_t i = 0; i < f->event_count && i < m->event; i++) {
        const CsEvent *e = &f->events[i];
        if (e->subject != task) continue;
        if (e->kind == EVENT_TASK_CREATED || e->kind == EVENT_TASK_SUSPENDED) since = e->time;
        if (e->kind != EVENT_TASK_STEP) continue;
        life.runs++;
        if (since >= 0) life.waited_ns += e->time - since;
        since = -1;
    }
    if (since >= 0) life.waited_ns += m->now->time_ns - since;
    return life;
}

static ModelText awaited_by(const InspectMoment *m, uint32_t task) {
    Sentence s = {.pool = m->words->pool};
    for (int i = 0; i < m->now->task_count; i++) {
        const CsTask *t = &m->now->tasks[i];
        bool awaits = t->waits_future == task;
        for (int k = 0; k < t->waits_task_count; k++) awaits = awaits || t->waits_tasks[k] == task;
        if (!awaits) continue;
        ModelText badge = badges(m, &t->id, 1);
        sentence_text(&s, &badge);
    }
    return s.text.count ? s.text : nobody(m);
}

static bool is_over(CsTaskState state) {
    return state == CS_TASK_DONE || state == CS_TASK_FAILED;
}

static bool is_set(CsFutureState state) {
    return state == CS_FUTURE_RESULT || state == CS_FUTURE_EXCEPTION;
}

/* What a finished one gave has its own card. */
static void add_result(Inspect *out, const InspectMoment *m, const char *value, bool opens) {
    inspect_add(out, m, TEXT_FIELD_VALUE, inspect_code(m, value));
    if (opens && out->field_count) out->fields[out->field_count - 1].opens = INSPECT_WHOLE;
}

void inspect_task(const InspectMoment *m, const CsTask *t, Inspect *out) {
    const EventWords *w = m->words;
    ModelState state = mark_task_state(t->state);
    Life life = life_of(m, t->id);
    bool waits = t->state == CS_TASK_WAITING || t->state == CS_TASK_CANCELLING;
    out->kind = TEXT_INSPECT_TASK;
    out->name = model_copy_z(w->pool, t->label);
    out->mark = mark_of_badge(model_find_badge(m->now, t->id));
    out->status = mark_of_state(state);
    out->status_word = text_get(w->words, mark_state_name(state));
    out->task = t->id;
    inspect_add(out, m, TEXT_FIELD_NAME, inspect_code(m, t->name));
    inspect_add(out, m, TEXT_FIELD_MADE_BY, maker(m, t->created_by, t->created_line));
    if (waits && t->waits_future)
        inspect_add(out, m, TEXT_FIELD_WAITS_FOR,
                    event_words_reason(w, &t->waits, t->waits_future));
    if (*t->value) add_result(out, m, t->value, is_over(t->state));
    inspect_add(out, m, TEXT_FIELD_RUNS, number(m, life.runs));
    inspect_add(out, m, TEXT_FIELD_WAITED, seconds(m, life.waited_ns));
    inspect_add(out, m, TEXT_FIELD_AWAITED_BY, awaited_by(m, t->id));
    inspect_add_code(out, "cancelling()", number(m, t->cancel_requests));
    if (m->now->running.task == t->id && t->state == CS_TASK_RUNNING)
        inspect_frames(m, out, m->now->frames, m->now->frame_count);
    else
        inspect_frames(m, out, t->frames, t->frame_count);
}

/* ---- Futures, handles, timers -------------------------------------------------------------- */

void inspect_future(const InspectMoment *m, const CsFuture *f, Inspect *out) {
    static const TextKey states[] = {TEXT_PENDING, TEXT_LEGEND_DONE, TEXT_LEGEND_FAILED,
                                     TEXT_LEGEND_CANCELLED};
    const EventWords *w = m->words;
    const EventThing *t = event_facts_handle(w->facts, f->id);
    const CsEvent *made = t ? event_facts_get(w->facts, t->made) : NULL;
    out->kind = TEXT_INSPECT_FUTURE;
    out->name = model_copy_z(w->pool, f->label);
    out->mark = out->status = (ModelMark){.kind = MARK_RESULT, .result = (uint8_t)f->state};
    out->status_word = text_get(w->words, states[f->state]);
    if (made)
        inspect_add(out, m, TEXT_FIELD_MADE_BY,
                    maker(m, made->kind == EVENT_FUTURE_CREATED ? made->arg : 0, made->line));
    if (*f->value) add_result(out, m, f->value, is_set(f->state));
    ModelText who = badges(m, f->waiters, f->waiter_count);
    TextKey verb = f->state == CS_FUTURE_PENDING ? TEXT_FIELD_AWAITED_BY : TEXT_FIELD_WAKES;
    inspect_add(out, m, verb, who.count ? who : nobody(m));
    ModelText children = badges(m, f->children, f->child_count);
    inspect_add(out, m, TEXT_FIELD_WAITS_FOR, children);
}

void inspect_handle(const InspectMoment *m, const CsHandle *h, int place, Inspect *out) {
    const EventWords *w = m->words;
    ModelState state = place ? STATE_READY : STATE_RUNNING;
    const CsEvent *scheduled = event_facts_get(w->facts, h->event);
    out->kind = TEXT_INSPECT_HANDLE;
    out->name = model_copy_z(w->pool, h->name);
    out->mark = mark_of_badge(model_find_badge(m->now, h->task));
    out->status = mark_of_state(state);
    out->status_word = text_get(w->words, mark_state_name(state));
    out->task = h->task;
    inspect_add(out, m, TEXT_FIELD_CALLS, inspect_code(m, h->label));
    if (h->task) inspect_add(out, m, TEXT_FIELD_TASK, badges(m, &h->task, 1));
    if (place) inspect_add(out, m, TEXT_FIELD_PLACE, number(m, place));
    inspect_add(out, m, TEXT_FIELD_SINCE, clock_text(m, h->since_ns));
    if (scheduled) inspect_add(out, m, TEXT_FIELD_MADE_BY, maker(m, h->by_task, scheduled->line));
    const CsEvent *cause = scheduled ? event_facts_get(w->facts, scheduled->cause) : NULL;
    if (cause) inspect_add(out, m, TEXT_FIELD_BECAUSE, event_words_say(w, cause));
}

void inspect_timer(const InspectMoment *m, const CsTimer *t, Inspect *out) {
    const EventWords *w = m->words;
    int64_t whole = t->when_ns - t->set_ns, over = m->now->time_ns - t->set_ns;
    out->kind = TEXT_INSPECT_TIMER;
    out->name = model_copy_z(w->pool, t->label);
    out->mark = (ModelMark){.kind = MARK_TIMER,
                            .share = whole > 0 ? (float)((double)over / (double)whole) : 1};
    out->task = t->task;
    inspect_add(out, m, TEXT_FIELD_DUE, clock_text(m, t->when_ns));
    inspect_add(out, m, TEXT_FIELD_SET_AT, clock_text(m, t->set_ns));
    inspect_add(out, m, TEXT_FIELD_LEFT, seconds(m, t->when_ns - m->now->time_ns));
    inspect_add(out, m, TEXT_FIELD_CALLS, inspect_code(m, t->label));
    if (t->task) inspect_add(out, m, TEXT_FIELD_WAKES, badges(m, &t->task, 1));
}

/* ---- Threads ------------------------------------------------------------------------------- */

void inspect_thread(const InspectMoment *m, const CsThread *t, int number_of, Inspect *out) {
    static const TextKey states[] = {TEXT_STATE_READY, TEXT_STATE_RUNNING, TEXT_STATE_WAITING,
                                     TEXT_STATE_WAITING, TEXT_STATE_WAITING};
    static const ModelState marks[] = {STATE_READY, STATE_RUNNING, STATE_WAITING, STATE_WAITING,
                                       STATE_WAITING};
    const EventWords *w = m->words;
    out->kind = TEXT_INSPECT_THREAD;
    out->name = model_copy_z(w->pool, t->name);
    if (!t->main)
        out->mark =
            mark_of_badge((ModelBadge){.who = WHO_THREAD, .number = number_of, .id = t->id});
    out->status = mark_of_state(marks[t->state]);
    out->status_word = text_get(w->words, states[t->state]);
    inspect_add(out, m, TEXT_FIELD_NAME, inspect_code(m, t->name));
    inspect_add(out, m, TEXT_FIELD_MADE_BY, maker(m, t->by_task, 0));
    if (*t->function) inspect_add(out, m, TEXT_FIELD_FUNCTION, inspect_code(m, t->function));
    if (t->wake_ns >= 0) inspect_add(out, m, TEXT_FIELD_DUE, clock_text(m, t->wake_ns));
    inspect_add_code(out, "daemon", inspect_code(m, t->daemon ? "True" : "False"));
    inspect_frames(m, out, t->frames, t->frame_count);
}

/* ---- Queues, locks ... --------------------------------------------------------------------- */

static void add_queue(const InspectMoment *m, const CsSync *s, Inspect *out) {
    enum { MOST_ITEMS = 6 };
    ModelPool *pool = m->words->pool;
    inspect_add_code(out, "maxsize", number(m, s->maxsize));
    inspect_add_code(out, "qsize()", number(m, s->item_count));
    for (int i = 0; i < s->item_count && i < MOST_ITEMS; i++) {
        const char *digits = model_print(pool, "%d", i + 1);
        const char *name =
            model_fill(pool, text_get(m->words->words, TEXT_FIELD_ITEM), digits, NULL);
        if (out->field_count < INSPECT_FIELDS)
            out->fields[out->field_count++] =
                (InspectField){name, false, inspect_code(m, s->items[i]), i + 1};
    }
    inspect_add(out, m, TEXT_FIELD_UNFINISHED, number(m, s->unfinished));
}

static ModelText truth(const InspectMoment *m, bool is) {
    return inspect_code(m, is ? "True" : "False");
}

static void add_state(const InspectMoment *m, const CsSync *s, Inspect *out) {
    switch (s->kind) {
    case CS_SYNC_QUEUE: add_queue(m, s, out); break;
    case CS_SYNC_LOCK:
    case CS_SYNC_CONDITION:
        inspect_add_code(out, "locked()", truth(m, s->set));
        inspect_add(out, m, TEXT_FIELD_HOLDER, badges(m, &s->owner, s->owner != 0));
        break;
    case CS_SYNC_EVENT: inspect_add_code(out, "is_set()", truth(m, s->set)); break;
    case CS_SYNC_SEMAPHORE:
        inspect_add_code(out, "locked()", truth(m, s->set));
        inspect_add_code(out, "_value", number(m, s->value));
        break;
    case CS_SYNC_BARRIER:
        inspect_add_code(out, "parties", number(m, s->value));
        inspect_add_code(out, "n_waiting", number(m, s->holder_count));
        inspect_add_code(out, "broken", truth(m, s->stage == CS_STAGE_BROKEN));
        break;
    case CS_SYNC_GROUP: break;
    }
    if (s->kind == CS_SYNC_SEMAPHORE)
        inspect_add(out, m, TEXT_FIELD_HOLDER, badges(m, s->holders, s->holder_count));
    if (s->kind == CS_SYNC_GROUP)
        inspect_add(out, m, TEXT_FIELD_WAITS_FOR, badges(m, s->holders, s->holder_count));
}

void inspect_sync(const InspectMoment *m, const CsSync *s, Inspect *out) {
    const EventWords *w = m->words;
    const CsThing *thing = event_facts_thing(w->facts, s->id);
    out->kind = TEXT_COUNT;
    out->type = model_copy_z(w->pool, s->type);
    out->name = model_copy_z(w->pool, s->name);
    const CsEvent *made = thing ? event_facts_get(w->facts, thing->event) : NULL;
    add_state(m, s, out);
    if (made) inspect_add(out, m, TEXT_FIELD_MADE_BY, maker(m, thing->maker, made->line));
    bool queue = s->kind == CS_SYNC_QUEUE;
    ModelText first = badges(m, s->getters, s->getter_count);
    ModelText second = badges(m, s->putters, s->putter_count);
    if (queue) {
        inspect_add_code(out, "get()", first.count ? first : nobody(m));
        inspect_add_code(out, "put()", second.count ? second : nobody(m));
        return;
    }
    inspect_add(out, m, TEXT_FIELD_IN_LINE, first.count ? first : nobody(m));
    if (second.count) inspect_add_code(out, "notify()", second);
}
