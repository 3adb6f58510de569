/* The graph of a deadlock: who waits for what, and who holds it. */
#include "model/model_find.h"

#include <string.h>

#define PICK(model, key) text_get((model)->words, key)

typedef struct {
    Model *model;
    const ModelFacts *facts;
    ModelGraph *graph;
} Builder;

static int node_of(const ModelGraph *g, uint32_t id) {
    for (int i = 0; i < g->node_count; i++)
        if (g->nodes[i].id == id) return i;
    return -1;
}

/* The lock, event ... that the task waits for; 0 where it waits for another task or a future. */
static uint32_t thing_of(const Builder *b, const CsWaitEdge *wait) {
    const CsSnapshot *s = b->facts->now;
    const CsTask *task = model_find_task(s, wait->waiter);
    bool group = task && task->waits.what == CS_WHAT_GROUP; /* its tasks are what is waited for */
    if (group && wait->holder_count) return 0;
    if (task && model_find_sync(s, task->waits.about)) return task->waits.about;
    if (model_find_sync(s, wait->thing)) return wait->thing;
    return wait->holder_count == 0 || wait->held ? wait->thing : 0;
}

/* ---- What nodes say ------------------------------------------------------------------------ */

/* "waits for knife, has fork"; what it has is told by an edge as well. */
static ModelText task_says(const Builder *b, const CsTask *task, int *least) {
    Model *m = b->model;
    Sentence s = {.pool = &m->pool};
    sentence_state(&s, STATE_WAITING, PICK(m, TEXT_STATE_WAITING));
    sentence_add(&s, SPAN_PLAIN, " ");
    model_words_waits(&s, m, b->facts, task, true);
    ModelText holds = model_holds(m, b->facts, task->id);
    if (holds.count < 2) return s.text;
    /* Its first piece is the word "holds", which has another form here. */
    ModelText names = {holds.spans + 1, holds.count - 1};
    *least = s.text.count;
    sentence_fill(&s, PICK(m, TEXT_NODE_HAS), &names, 1);
    return s.text;
}

static const char *chain_of(const Builder *b, const CsTask *task) {
    const ModelSeat *seat = model_seat(b->model, task->id);
    return seat ? seat->chain : "";
}

static void add_badges(Sentence *s, const Builder *b, TextKey word, const uint32_t *tasks,
                       int count) {
    if (count == 0) return;
    if (s->text.count) sentence_add(s, SPAN_PLAIN, "  ");
    sentence_add(s, SPAN_QUIET, PICK(b->model, word));
    sentence_add(s, SPAN_PLAIN, " ");
    ModelText badges =
        sentence_badges(&b->model->pool, b->facts->now, tasks, count < 4 ? count : 4);
    sentence_text(s, &badges);
}

/* "holder 3 next 2"; of what nobody holds, that nobody is left who could act. */
static ModelText thing_says(const Builder *b, const CsSync *sync) {
    Sentence s = {.pool = &b->model->pool};
    bool event = sync->kind == CS_SYNC_EVENT;
    if (sync->owner) add_badges(&s, b, TEXT_HOLDER, &sync->owner, 1);
    if (sync->kind == CS_SYNC_SEMAPHORE)
        add_badges(&s, b, TEXT_HOLDERS, sync->holders, sync->holder_count);
    if (s.text.count)
        add_badges(&s, b, TEXT_NODE_NEXT, sync->getters, sync->getter_count);
    else
        sentence_add(&s, SPAN_PLAIN,
                     PICK(b->model, event ? TEXT_NODE_NOBODY_SETS : TEXT_NODE_NOBODY_ACTS));
    return s.text;
}

/* ---- Nodes and edges ----------------------------------------------------------------------- */

static const CsThread *find_thread(const CsSnapshot *s, uint32_t id) {
    for (int i = 0; i < s->thread_count; i++)
        if (s->threads[i].id == id) return &s->threads[i];
    return NULL;
}

static void add_waiter(const Builder *b, const CsWaitEdge *wait) {
    const CsSnapshot *s = b->facts->now;
    ModelNode *node = &b->graph->nodes[b->graph->node_count++];
    const CsTask *task = model_find_task(s, wait->waiter);
    *node = (ModelNode){.id = wait->waiter, .circle = wait->circle, .type = "", .chain = ""};
    node->name = model_copy_z(&b->model->pool, task ? task->label : wait->name);
    node->short_name =
        task ? model_copy_z(&b->model->pool, model_find_short_name(task)) : node->name;
    if (task) {
        node->badge = model_find_badge(s, task->id);
        node->says = task_says(b, task, &node->says_least);
        node->chain = chain_of(b, task);
        return;
    }
    int number = model_thread_number(b->facts, wait->waiter);
    if (number || find_thread(s, wait->waiter))
        node->badge = (ModelBadge){.who = WHO_THREAD, .number = number, .id = wait->waiter};
    Sentence says = {.pool = &b->model->pool};
    ModelText label =
        sentence_piece(&b->model->pool, SPAN_CODE, model_copy_z(&b->model->pool, wait->label));
    sentence_state(&says, STATE_WAITING, PICK(b->model, TEXT_STATE_WAITING));
    sentence_add(&says, SPAN_PLAIN, " ");
    sentence_fill(&says, PICK(b->model, TEXT_NODE_WAITS), &label, 1);
    node->says = says.text;
}

static void add_thing(const Builder *b, const CsWaitEdge *wait, uint32_t id) {
    static const TextKey types[] = {TEXT_QUEUE,     TEXT_LOCK,    TEXT_EVENT, TEXT_SEMAPHORE,
                                    TEXT_CONDITION, TEXT_BARRIER, TEXT_GROUP};
    ModelNode *node = &b->graph->nodes[b->graph->node_count++];
    const CsSync *sync = model_find_sync(b->facts->now, id);
    *node = (ModelNode){.id = id, .circle = wait->circle, .type = "", .chain = ""};
    node->name = node->short_name = model_copy_z(&b->model->pool, sync ? sync->name : wait->label);
    if (sync) node->type = PICK(b->model, types[sync->kind]);
    if (sync) node->says = thing_says(b, sync);
    if (sync || wait->holder_count) return;
    node->says = sentence_piece(&b->model->pool, SPAN_PLAIN, PICK(b->model, TEXT_NODE_NOBODY_ACTS));
}

static void add_edge(const Builder *b, int from, int to, bool held) {
    ModelGraph *g = b->graph;
    if (from < 0 || to < 0) return;
    for (int i = 0; i < g->edge_count; i++)
        if (g->edges[i].from == from && g->edges[i].to == to) return;
    int circle = g->nodes[from].circle == g->nodes[to].circle ? g->nodes[from].circle : 0;
    g->edges[g->edge_count++] = (ModelEdge){from, to, held, circle};
}

static void add_nodes(const Builder *b) {
    const CsSnapshot *s = b->facts->now;
    for (int i = 0; i < s->wait_count; i++) {
        const CsWaitEdge *wait = &s->waits[i];
        uint32_t thing = thing_of(b, wait);
        if (node_of(b->graph, wait->waiter) < 0) add_waiter(b, wait);
        if (thing && node_of(b->graph, thing) < 0) add_thing(b, wait, thing);
    }
}

static void add_edges(const Builder *b) {
    const CsSnapshot *s = b->facts->now;
    for (int i = 0; i < s->wait_count; i++) {
        const CsWaitEdge *wait = &s->waits[i];
        int from = node_of(b->graph, wait->waiter), thing = node_of(b->graph, thing_of(b, wait));
        if (thing_of(b, wait) && thing >= 0) add_edge(b, from, thing, false);
        for (int k = 0; k < wait->holder_count; k++) {
            int to = node_of(b->graph, wait->holders[k]);
            bool through = thing_of(b, wait) && thing >= 0;
            add_edge(b, through ? thing : from, to, through);
        }
    }
}

static int count_edges(const CsSnapshot *s) {
    int count = 0;
    for (int i = 0; i < s->wait_count; i++) count += 1 + s->waits[i].holder_count;
    return count;
}

/* ---- Words --------------------------------------------------------------------------------- */

static void add_words(const Builder *b) {
    const CsSnapshot *s = b->facts->now;
    ModelGraph *g = b->graph;
    Model *m = b->model;
    for (int i = 0; i < s->wait_count; i++) {
        if (s->waits[i].circle > g->circles) g->circles = s->waits[i].circle;
        g->circle_size += s->waits[i].circle == 1;
    }
    g->title = PICK(m, TEXT_DEADLOCK_TITLE);
    g->facts[0] = PICK(m, TEXT_DEADLOCK_READY);
    g->facts[1] = PICK(m, TEXT_DEADLOCK_TIMERS);
    g->facts[2] = s->thread_count ? "" : PICK(m, TEXT_DEADLOCK_THREADS);
    g->lanes = PICK(m, TEXT_DEADLOCK_LANES);
    g->words[0] = g->words[1] = "";
    if (g->circles == 0) return;
    const char *size = model_print(&m->pool, "%d", g->circle_size);
    g->words[0] = model_fill(&m->pool, PICK(m, TEXT_CYCLE_OF_N), size, NULL);
    g->words[1] = PICK(m, g->circle_size == 1   ? TEXT_CYCLE_SELF
                          : g->circle_size == 2 ? TEXT_CYCLE_TWO
                                                : TEXT_CYCLE_MANY);
}

/* The last of those in a circle (of all, where there is none) that began to wait: from then on
   nobody could help. */
static const CsEvent *last_wait(const Builder *b) {
    const ModelGraph *g = b->graph;
    for (size_t i = b->facts->now->event; i-- > 0;) {
        const CsEvent *e = &b->facts->events[i];
        int node = e->kind == EVENT_TASK_SUSPENDED ? node_of(g, e->subject) : -1;
        if (node >= 0 && (g->circles == 0 || g->nodes[node].circle)) return e;
    }
    return NULL;
}

static void date(const Builder *b) {
    ModelGraph *g = b->graph;
    Model *m = b->model;
    const CsEvent *e = last_wait(b);
    g->certain_text = "";
    if (!e || !b->facts->timeline) return;
    const CsTask *task = model_find_task(b->facts->now, e->subject);
    const char *name = task ? model_find_short_name(task) : "";
    g->dated = true;
    g->certain = timeline_at(b->facts->timeline, e->id, e->step, e->time);
    g->certain_text = model_fill(&m->pool, PICK(m, TEXT_DEADLOCK_CERTAIN), name,
                                 model_print(&m->pool, "%u", (unsigned)e->step));
}

void model_graph(Model *model, const ModelFacts *facts) {
    const CsSnapshot *s = facts->now;
    ModelGraph *g = &model->graph;
    if (s->end != CS_END_DEADLOCK || s->wait_count == 0) return;
    Builder b = {model, facts, g};
    g->nodes = model_array(&model->pool, (size_t)s->wait_count * 2, sizeof *g->nodes);
    g->edges = model_array(&model->pool, (size_t)count_edges(s), sizeof *g->edges);
    add_nodes(&b);
    add_edges(&b);
    add_words(&b);
    date(&b);
}
