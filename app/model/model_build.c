#include "model/model_build.h"

#include <string.h>

#include "model/model_find.h"

#define PICK(model, key) text_get((model)->words, key)

static void build_hold(Model *model, const CsSnapshot *s) {
    ModelTop *top = &model->top;
    bool waits = s->phase == CS_PHASE_WAIT && s->waits_until_ns >= 0;
    TextKey key = waits ? TEXT_HOLD_WAIT_1 : TEXT_HOLD_RUN_1;
    if (model->stuck.on) key = TEXT_HOLD_STUCK_1;
    if (s->end != CS_END_NONE) key = TEXT_HOLD_END_1;
    if (s->end == CS_END_DEADLOCK) key = TEXT_HOLD_DEAD_1;
    top->stuck = key == TEXT_HOLD_STUCK_1 || key == TEXT_HOLD_DEAD_1;
    top->clock_runs = waits && s->end == CS_END_NONE;
    top->hold[0] = PICK(model, key);
    top->hold[1] = PICK(model, (TextKey)(key + 1));
    if (top->clock_runs)
        top->hold[1] = model_fill(&model->pool, top->hold[1],
                                  model_clock(&model->pool, s->waits_until_ns), NULL);
}

static void build_top(Model *model, const ModelFacts *facts) {
    ModelPool *pool = &model->pool;
    ModelTop *top = &model->top;
    const Lesson *lesson = facts->lesson;
    top->chapter = model_copy_z(pool, facts->chapter);
    top->what_if = facts->what_if;
    top->title = "";
    if (lesson)
        top->title = model_copy_z(pool, lesson_text(&lesson->title, facts->words->language));
    top->clock = model_clock(pool, facts->now->time_ns);
    uint32_t iteration = facts->now->iteration;
    top->iteration = iteration ? model_count(pool, iteration) : "\u2013";
    top->step = model_count(pool, facts->now->step);
    top->steps = model_count(pool, facts->step_count);
    model->step = facts->now->step;
    model->step_count = facts->step_count;
    build_hold(model, facts->now);
}

static TimelineAt *build_places(Model *model, const ModelFacts *facts, const MomentPlace *places,
                                size_t count) {
    TimelineAt *at = model_array(&model->pool, count, sizeof *at);
    for (size_t i = 0; i < count; i++)
        at[i] = timeline_at(facts->timeline, places[i].event, places[i].step, places[i].time_ns);
    return at;
}

static void build_raises(Model *model, const ModelFacts *facts) {
    model->raises = model_array(&model->pool, facts->raise_count, sizeof *model->raises);
    for (size_t i = 0; i < facts->raise_count; i++) {
        const CsRaise *r = &facts->raises[i];
        TimelineAt at = timeline_at(facts->timeline, r->event, r->step, r->time_ns);
        model->raises[model->raise_count++] = (ModelRaise){at, r->escaped, r->cancels};
    }
}

static void build_timeline(Model *model, const ModelFacts *facts) {
    model->timeline = facts->timeline;
    if (!facts->timeline) return;
    const CsSnapshot *s = facts->now;
    model->playhead = timeline_at(facts->timeline, s->event, s->step, s->time_ns);
    model->moments = model_array(&model->pool, facts->moment_count, sizeof *model->moments);
    model->checkpoints = build_places(model, facts, facts->checkpoints, facts->checkpoint_count);
    model->checkpoint_count = (int)facts->checkpoint_count;
    model->bookmarks = build_places(model, facts, facts->bookmarks, facts->bookmark_count);
    model->bookmark_count = (int)facts->bookmark_count;
    model->break_hits = build_places(model, facts, facts->break_hits, facts->break_hit_count);
    model->break_hit_count = (int)facts->break_hit_count;
    build_raises(model, facts);
    model->moment_shares =
        model_array(&model->pool, facts->moment_count, sizeof *model->moment_shares);
    float steps = facts->step_count ? (float)facts->step_count : 1;
    for (size_t i = 0; i < facts->moment_count; i++) {
        model->moment_shares[i] = (float)facts->moments[i].step / steps;
        const MomentPlace *place = &facts->moments[i];
        model->moments[model->moment_count++] =
            timeline_at(facts->timeline, place->event, place->step, place->time_ns);
    }
}

static const struct {
    const char *kind;
    ModelSpot spot;
} spots[] = {
    {"source", SPOT_SOURCE},   {"code", SPOT_SOURCE},    {"output", SPOT_OUTPUT},
    {"running", SPOT_RUNNING}, {"ready", SPOT_READY},    {"tasks", SPOT_SEATS},
    {"seats", SPOT_SEATS},     {"task", SPOT_SEATS},     {"futures", SPOT_FUTURES},
    {"future", SPOT_FUTURES},  {"queue", SPOT_SYNC},     {"lock", SPOT_SYNC},
    {"event", SPOT_SYNC},      {"sync", SPOT_SYNC},      {"timers", SPOT_TIMERS},
    {"semaphore", SPOT_SYNC},  {"condition", SPOT_SYNC}, {"barrier", SPOT_SYNC},
    {"group", SPOT_SYNC},      {"timer", SPOT_TIMERS},   {"timeline", SPOT_TIMELINE},
    {"thread", SPOT_TIMELINE},
};

static void build_spotlight(Model *model, const ModelFacts *facts) {
    const LessonThing *thing = facts->spotlight;
    model->spotlight = facts->spot;
    if (facts->spot) return;
    if (!thing || !thing->kind) return;
    bool panel = strcmp(thing->kind, "panel") == 0 && thing->name;
    const char *kind = panel ? thing->name : thing->kind;
    for (size_t i = 0; i < sizeof spots / sizeof *spots; i++)
        if (strcmp(spots[i].kind, kind) == 0) model->spotlight = spots[i].spot;
    if (!panel) model->spotlight_id = model_find_spot(facts->now, thing);
}

/* The lesson names it; before it is made nothing is followed. */
static uint32_t followed_task(const ModelFacts *facts) {
    const char *name = facts->lesson ? facts->lesson->view.follow : NULL;
    const CsTask *task = name ? model_find_task_named(facts->now, name, strlen(name)) : NULL;
    return task ? task->id : 0;
}

static int speed_index(double speed) {
    static const double limits[] = {0.3, 0.7, 1.5, 3};
    int index = 0;
    while (index < MODEL_SPEEDS - 1 && speed > limits[index]) index++;
    return index;
}

void model_build(Model *model, const ModelFacts *facts) {
    model->words = facts->words;
    model->phase = (ModelPhase)facts->now->phase;
    model->ended = facts->now->end != CS_END_NONE;
    model->no_loop = facts->no_loop;
    model->ran_count = facts->now->ran_count;
    model->time_ns = facts->now->time_ns;
    model->playing = facts->playing;
    model->speed = speed_index(facts->speed);
    model->panels = facts->panels;
    model->selected = facts->selected;
    model->followed = followed_task(facts);
    model->view = facts->view;
    model->hidden_task = facts->hidden_task;
    model_stuck(model, facts);
    build_top(model, facts);
    model_source(model, facts);
    model_parts(model, facts);
    model_outputs(model, facts);
    model_running(model, facts);
    model_ready(model, facts);
    model_seats(model, facts);
    model_futures(model, facts);
    model_syncs(model, facts);
    model_timers(model, facts);
    model_threads(model, facts);
    model_graph(model, facts);
    model_cancel(model, facts);
    model_gens(model, facts);
    model_notes(model, facts);
    build_timeline(model, facts);
    build_spotlight(model, facts);
    model_links(model, facts);
    model_caption(model, facts);
}

void model_reset(Model *model) {
    ModelPool pool = model->pool;
    memset(model, 0, sizeof *model);
    model->pool = pool;
    model_pool_reset(&model->pool);
}
