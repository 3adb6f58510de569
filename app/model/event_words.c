#include "model/event_words.h"

#include <ctype.h>
#include <string.h>

#include "model/model_find.h"

/* ---- Names --------------------------------------------------------------------------------- */

ModelText event_words_plain(const EventWords *w, const char *text) {
    return sentence_piece(w->pool, SPAN_PLAIN, model_copy_z(w->pool, text));
}

const char *event_words_string(const EventWords *w, const ModelText *text) {
    char buffer[1024];
    model_text_plain(text, buffer, sizeof buffer);
    return model_copy_z(w->pool, buffer);
}

/* "Task-3": a name that the library gave. */
static bool is_default_name(const char *name) {
    if (strncmp(name, "Task-", 5) != 0) return false;
    return name[5] && name[5 + strspn(name + 5, "0123456789")] == 0;
}

ModelText event_words_task(const EventWords *w, uint32_t id) {
    CsTaskInfo info;
    if (!cs_task_info(w->facts->engine, id, &info))
        return event_words_fill(w, "name.task", NULL, NULL, NULL);
    if (w->badges) {
        const CsTask task = {.label = info.label, .coroutine = info.coroutine};
        Sentence s = {.pool = w->pool};
        sentence_add(&s, SPAN_PLAIN, model_print(w->pool, "%s ", model_find_short_name(&task)));
        sentence_badge(&s, (ModelBadge){.who = WHO_TASK, .number = info.number, .id = id});
        return s.text;
    }
    if (!is_default_name(info.name) || !*info.label) return event_words_plain(w, info.name);
    const PhraseArg args[] = {{"task", event_words_plain(w, info.name)},
                              {"value", event_words_plain(w, info.label)},
                              {0}};
    return event_words_fill(w, "name.unnamed_task", NULL, NULL, args);
}

const char *event_words_thing(const EventWords *w, uint32_t id) {
    const CsThing *thing = event_facts_thing(w->facts, id);
    return thing ? thing->name : "";
}

static const char *const reason_keys[] = {
    [CS_WHAT_FUTURE] = "future",
    [CS_WHAT_TASK] = "task",
    [CS_WHAT_SLEEP] = "sleep",
    [CS_WHAT_GATHER] = "gather",
    [CS_WHAT_WAIT] = "wait",
    [CS_WHAT_WAIT_FOR] = "wait_for",
    [CS_WHAT_QUEUE_GET] = "queue_get",
    [CS_WHAT_QUEUE_PUT] = "queue_put",
    [CS_WHAT_QUEUE_JOIN] = "queue_join",
    [CS_WHAT_LOCK] = "lock",
    [CS_WHAT_EVENT] = "event",
    [CS_WHAT_SHIELD] = "shield",
    [CS_WHAT_CALLBACK] = "future",
    [CS_WHAT_FIRST_STEP] = "future",
    [CS_WHAT_NEXT_STEP] = "future",
    [CS_WHAT_SEMAPHORE] = "semaphore",
    [CS_WHAT_CONDITION] = "condition",
    [CS_WHAT_BARRIER] = "barrier",
    [CS_WHAT_GROUP] = "group",
    [CS_WHAT_READ] = "read",
    [CS_WHAT_DRAIN] = "drain",
    [CS_WHAT_CONNECT] = "connect",
    [CS_WHAT_REPLY] = "reply",
    [CS_WHAT_PROCESS] = "process",
    [CS_WHAT_CLOSE] = "close",
    [CS_WHAT_CANCEL] = "future",
};

const char *event_words_reason_key(CsWhat what) {
    size_t at = (size_t)what;
    bool known = at < sizeof reason_keys / sizeof *reason_keys && reason_keys[at];
    return known ? reason_keys[at] : "future";
}

/* "the future `dish`"; nothing where no variable is bound to it. */
static ModelText future_variable(const EventWords *w, uint32_t id) {
    const char *name = cs_future_name(w->facts->engine, id);
    if (!*name) return (ModelText){0};
    const PhraseArg args[] = {{"thing", event_words_plain(w, name)}, {0}};
    return event_words_fill(w, "name.future_named", NULL, NULL, args);
}

ModelText event_words_reason(const EventWords *w, const CsReason *reason, uint32_t future) {
    const char *key = event_words_reason_key(reason->what);
    const char *thing = event_words_thing(w, reason->about);
    ModelText named = {0};
    if (reason->what == CS_WHAT_FUTURE) named = future_variable(w, future);
    if (named.count) return named;
    if (reason->what == CS_WHAT_TASK)
        return event_words_task(w, reason->about ? reason->about : future);
    const PhraseArg args[] = {
        {"thing", event_words_plain(w, *thing ? thing : key)},
        {"seconds", event_words_plain(w, model_seconds_float(w->pool, reason->seconds))},
        {0}};
    return event_words_fill(w, model_print(w->pool, "wait.%s", key), NULL, NULL, args);
}

ModelText event_words_future(const EventWords *w, uint32_t id) {
    const EventThing *t = event_facts_handle(w->facts, id);
    CsTaskInfo info;
    if (cs_task_info(w->facts->engine, id, &info)) return event_words_task(w, id);
    if (t && t->wait) {
        const CsReason *reason = &w->facts->waits[t->wait - 1].reason;
        if (reason->what != CS_WHAT_FUTURE) return event_words_reason(w, reason, id);
    }
    ModelText named = future_variable(w, id);
    if (named.count) return named;
    const CsEvent *made = t ? event_facts_get(w->facts, t->made) : NULL;
    uint32_t task = made && made->kind == EVENT_FUTURE_CREATED ? made->arg : 0;
    if (!task) return event_words_fill(w, "name.future", NULL, NULL, NULL);
    const PhraseArg args[] = {{"task", event_words_task(w, task)}, {0}};
    return event_words_fill(w, "name.future_of", NULL, NULL, args);
}

/* ---- What the places of a record's phrase stand for ----------------------------------------- */

static ModelText handle_name(const EventWords *w, uint32_t id) {
    const EventThing *t = event_facts_handle(w->facts, id);
    const CsEvent *scheduled = t ? event_facts_get(w->facts, t->scheduled) : NULL;
    if (scheduled && scheduled->arg) {
        const PhraseArg args[] = {{"task", event_words_task(w, scheduled->arg)}, {0}};
        return event_words_fill(w, "name.wakeup", NULL, NULL, args);
    }
    if (t && t->run) return event_words_plain(w, cs_handle_run(w->facts->engine, t->run - 1).label);
    if (t && t->note)
        return event_words_plain(w, cs_handle_note(w->facts->engine, t->note - 1).label);
    return event_words_fill(w, "name.callback", NULL, NULL, NULL);
}

/* Whom a what-if means: a task, a future, a timer. */
static ModelText place_target(const EventWords *w) {
    uint32_t id = w->facts->injection.target;
    const EventThing *t = event_facts_handle(w->facts, id);
    CsTaskInfo info;
    if (cs_task_info(w->facts->engine, id, &info)) return event_words_task(w, id);
    return t && (t->set || t->scheduled) ? handle_name(w, id) : event_words_future(w, id);
}

static ModelText place_task(const EventWords *w, const CsEvent *e) {
    uint32_t task = event_facts_task(e);
    if (e->id == w->facts->injected) return place_target(w);
    return event_words_task(w, task ? task : e->subject);
}

static ModelText place_handle(const EventWords *w, const CsEvent *e) {
    return handle_name(w, e->subject);
}

/* Who acts: the task or the callback that runs, or the program outside any loop. */
static ModelText place_by(const EventWords *w, const CsEvent *e) {
    const CsEvent *actor = event_facts_actor(w->facts, e);
    if (actor && actor->kind == EVENT_TASK_STEP) return event_words_task(w, actor->subject);
    if (actor && event_facts_is_thread(actor))
        return event_words_fill(w, "name.thread", NULL, NULL, NULL);
    if (actor && actor->kind == EVENT_LOOP_STARTED)
        return event_words_fill(w, "name.loop", NULL, NULL, NULL);
    if (!actor || actor->kind != EVENT_HANDLE_RUN)
        return event_words_fill(w, "name.program", NULL, NULL, NULL);
    if (actor->arg) return event_words_task(w, actor->arg);
    if (actor->id == w->facts->injected)
        return event_words_fill(w, "name.lesson", NULL, NULL, NULL);
    const PhraseArg args[] = {{"handle", handle_name(w, actor->subject)}, {0}};
    return event_words_fill(w, "name.callback_of", NULL, NULL, args);
}

static ModelText place_thing(const EventWords *w, const CsEvent *e) {
    const char *name = event_words_thing(w, e->subject);
    return event_words_plain(w, *name ? name : event_info[e->kind].subject);
}

static ModelText place_future(const EventWords *w, const CsEvent *e) {
    uint32_t id = event_facts_future(w->facts, e);
    const CsWait *wait = event_facts_wait(w->facts, e->id);
    if (wait && wait->future == id) return event_words_reason(w, &wait->reason, id);
    if (!id) return handle_name(w, e->subject);
    return event_words_future(w, id);
}

static ModelText place_time(const EventWords *w, const CsEvent *e) {
    int64_t ns = e->time;
    if (e->kind == EVENT_TIMER_SET) event_facts_deadline(w->facts, e, &ns);
    const CsEvent *next = event_facts_get(w->facts, e->id + 1);
    if (e->kind == EVENT_ITERATION_WAITED && next) ns = next->time;
    return event_words_plain(w, model_clock(w->pool, ns));
}

/* Of records that count milliseconds. */
static ModelText place_seconds(const EventWords *w, const CsEvent *e) {
    if (e->id == w->facts->injected)
        return event_words_plain(w, model_seconds_float(w->pool, w->facts->injection.seconds));
    return event_words_plain(w, model_seconds(w->pool, (int64_t)e->arg * 1000000));
}

static ModelText place_count(const EventWords *w, const CsEvent *e) {
    return event_words_plain(w, model_print(w->pool, "%u", (unsigned)e->arg));
}

static ModelText place_line(const EventWords *w, const CsEvent *e) {
    return event_words_plain(w, model_print(w->pool, "%d", (int)e->line));
}

static ModelText place_step(const EventWords *w, const CsEvent *e) {
    return event_words_plain(w, model_print(w->pool, "%u", (unsigned)e->step));
}

/* The piece of output that this write belongs to, up to its line's end. */
static const char *output_text(const EventWords *w, const CsEvent *e) {
    size_t low = 0, high = w->facts->output_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (w->facts->outputs[middle].event < e->id) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    if (low == w->facts->output_count) return "";
    const CsOutput *o = &w->facts->outputs[low];
    size_t size = 0;
    while (size < o->size && o->text[size] != '\n' && size < CS_TEXT_MAX) size++;
    while (size < o->size && size > 0 && ((unsigned char)o->text[size] & 0xC0) == 0x80) size--;
    return model_copy(w->pool, o->text, size);
}

static ModelText place_value(const EventWords *w, const CsEvent *e) {
    CsTaskInfo info;
    const char *injected = w->facts->injection.exception;
    if (e->id == w->facts->injected) return event_words_plain(w, injected ? injected : "");
    if (e->kind == EVENT_OUTPUT) return event_words_plain(w, output_text(w, e));
    if (cs_task_info(w->facts->engine, e->subject, &info) && *info.value)
        return sentence_piece(w->pool, SPAN_CODE, info.value);
    return event_words_plain(w, "");
}

static const struct {
    const char *name;
    ModelText (*fill)(const EventWords *w, const CsEvent *e);
} places[] = {
    {"task", place_task},     {"by", place_by},           {"thing", place_thing},
    {"future", place_future}, {"handle", place_handle},   {"time", place_time},
    {"count", place_count},   {"line", place_line},       {"step", place_step},
    {"value", place_value},   {"seconds", place_seconds},
};

/* ---- Filling ------------------------------------------------------------------------------- */

static bool same(const char *name, const char *p, size_t length) {
    return strncmp(name, p, length) == 0 && name[length] == 0;
}

static ModelText look_up(const EventWords *w, const char *name, size_t length, const CsEvent *e,
                         const PhraseArg *given) {
    for (; given && given->name; given++)
        if (same(given->name, name, length)) return given->text;
    for (size_t i = 0; e && i < sizeof places / sizeof *places; i++)
        if (same(places[i].name, name, length)) return places[i].fill(w, e);
    return (ModelText){0};
}

static void add_words(Sentence *s, bool code, const char *from, const char *to) {
    if (from == to) return;
    const char *text = model_copy(s->pool, from, (size_t)(to - from));
    sentence_add(s, code ? SPAN_CODE : SPAN_PLAIN, text);
}

static void add_filling(Sentence *s, bool code, const ModelText *text) {
    if (!code) return sentence_text(s, text);
    for (int i = 0; i < text->count; i++) sentence_add(s, SPAN_CODE, text->spans[i].text);
}

/* Where a sentence would begin with the small letter of a name that was filled in: of a task's it
   says that it is a task, all others begin large. */
static void begin_large(const EventWords *w, Sentence *s, bool is_task) {
    const ModelSpan *first = s->text.count ? &s->text.spans[0] : NULL;
    if (!first || first->kind != SPAN_PLAIN || !islower((unsigned char)*first->text)) return;
    bool named = strcmp(first->text, phrase_find(w->words, "name.task", NULL)) != 0;
    if (is_task && named) {
        Sentence whole = {.pool = s->pool};
        sentence_add(&whole, SPAN_PLAIN, phrase_find(w->words, "name.begin_task", NULL));
        sentence_text(&whole, &s->text);
        *s = whole;
        return;
    }
    char *text = model_copy_z(s->pool, first->text);
    *text = (char)toupper((unsigned char)*text);
    s->text.spans[0].text = text;
}

static bool acts_as_task(const EventWords *w, const char *pattern, const CsEvent *e) {
    if (strncmp(pattern, "{task}", 6) == 0) return true;
    const CsEvent *actor = e ? event_facts_actor(w->facts, e) : NULL;
    return strncmp(pattern, "{by}", 4) == 0 && actor && event_facts_task(actor) != 0;
}

ModelText event_words_fill(const EventWords *w, const char *key, const char *variant,
                           const CsEvent *event, const PhraseArg *given) {
    const char *pattern = phrase_find(w->words, key, variant);
    Sentence s = {.pool = w->pool};
    bool code = false;
    if (!pattern) pattern = key;
    const char *start = pattern, *p = pattern;
    while (*p) {
        const char *name;
        size_t length, size = phrase_place(p, &name, &length);
        if (!size && *p != '`') {
            p++;
            continue;
        }
        add_words(&s, code, start, p);
        ModelText text = size ? look_up(w, name, length, event, given) : (ModelText){0};
        if (size)
            add_filling(&s, code, &text);
        else
            code = !code;
        p += size ? size : 1;
        start = p;
    }
    add_words(&s, code, start, p);
    bool ends = p > pattern && (p[-1] == '.' || strncmp(p - 3, "\u3002", 3) == 0);
    if (*pattern == '{' && ends) begin_large(w, &s, acts_as_task(w, pattern, event));
    return s.text;
}
