#include "window/whatif.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "model/timeline_build.h"
#include "platform/platform.h"
#include "scene/scene_whatif.h"

/* ---- Sessions ------------------------------------------------------------------------------- */

void whatif_clear(WhatIf *w) {
    for (int i = 0; i < w->count; i++) {
        session_close(&w->variants[i].session);
        timeline_clear(&w->variants[i].timeline);
    }
    free(w->variants);
    timeline_clear(&w->original);
    layout_whatif_clear(&w->layout);
    model_pool_clear(&w->pool);
    *w = (WhatIf){.count = 0};
}

static void keep_problem(WhatIfVariant *v, const LessonProblems *problems) {
    const char *text = problems->count ? problems->items[0].text : "";
    const char *hint = problems->count ? problems->items[0].hint : "";
    snprintf(v->problem, sizeof v->problem, "%s%s%s", text, *hint ? "; " : "", hint);
}

static WhatIfVariant *chosen(const WhatIf *w) {
    return &w->variants[w->chosen];
}

/* The original is recorded. */
static void open_session(WhatIf *w, Player *player) {
    WhatIfVariant *v = chosen(w);
    LessonProblems problems = {0};
    v->tried = true;
    lesson_problems_start(&problems, player->session.lesson.path, NULL, 0);
    v->open = session_variant_open(&v->session, &player->session, player->context,
                                   (size_t)w->chosen, &problems);
    if (!v->open) {
        keep_problem(v, &problems);
        session_close(&v->session);
        v->done = true;
    }
    lesson_problems_clear(&problems);
}

static void end_session(WhatIf *w, const Player *player) {
    WhatIfVariant *v = chosen(w);
    LessonProblems problems = {0};
    v->done = true;
    lesson_problems_start(&problems, player->session.lesson.path, NULL, 0);
    if (!session_variant_verify(&v->session, &player->session, (size_t)w->chosen, &problems)) {
        keep_problem(v, &problems);
        session_close(&v->session);
        v->open = false;
    }
    lesson_problems_clear(&problems);
}

/* ---- Both runs as plain data ---------------------------------------------------------------- */

static bool extend(Timeline *timeline, const Session *s) {
    size_t count;
    const CsEvent *events = cs_events(s->engine, &count);
    return timeline_extend(timeline, events, count);
}

static void build(WhatIf *w, Player *player) {
    WhatIfVariant *v = chosen(w);
    const LessonVariant *variant = &player->session.lesson.variants.items[w->chosen];
    bool two = v->done && v->open;
    model_pool_reset(&w->pool);
    if (!extend(&w->original, &player->session) || (two && !extend(&v->timeline, &v->session)))
        return;
    WhatIfFacts facts = {
        .engines = {player->session.engine, two ? v->session.engine : NULL},
        .timelines = {&w->original, two ? &v->timeline : NULL},
        .lesson = &player->session.lesson,
        .variant = w->chosen,
        .line = session_variant_line(&player->session, variant),
        .problem = v->done ? v->problem : NULL,
        .language = player->context->language,
        .words = player->words,
        .pool = &w->pool,
        .badges = true,
    };
    model_whatif_build(&facts, &w->model);
    w->built = true;
    if (w->place >= w->model.places) w->place = w->model.places - 1;
    if (!w->moved) w->place = model_whatif_place(&w->model, player_time_ns(player));
}

bool whatif_open(WhatIf *w, Player *player, int number) {
    int count = player->open ? (int)player->session.lesson.variants.count : 0;
    if (number >= count) return false;
    if (!w->variants) w->variants = calloc((size_t)count, sizeof *w->variants);
    if (!w->variants) return false;
    w->count = count;
    w->chosen = number;
    w->moved = w->built = false;
    w->place = 0;
    return true;
}

bool whatif_record(WhatIf *w, Player *player, uint64_t until_ns) {
    WhatIfVariant *v = chosen(w);
    if (!player->session.recorded) return false;
    bool shown = v->done && w->built;
    if (!v->tried) open_session(w, player);
    while (!v->done && platform_now_ns() < until_ns)
        if (session_record(&v->session, PLAYER_SLICE)) end_session(w, player);
    if (!w->built || (v->done && !shown)) build(w, player);
    return shown;
}

void whatif_record_all(WhatIf *w, Player *player) {
    WhatIfVariant *v = chosen(w);
    if (!v->tried) open_session(w, player);
    if (!v->done) {
        session_record_all(&v->session);
        end_session(w, player);
    }
    build(w, player);
}

/* ---- Choosing and moving -------------------------------------------------------------------- */

bool whatif_choose(WhatIf *w, int by) {
    int to = w->chosen + by;
    if (to < 0 || to >= w->count) return false;
    if (to == w->chosen) return false;
    w->chosen = to;
    w->built = false;
    return true;
}

bool whatif_move(WhatIf *w, int by) {
    int last = w->model.places - 1;
    int to = by < -w->place ? 0 : by > last - w->place ? last : w->place + by;
    if (!w->built || to == w->place || last < 0) return false;
    w->place = to;
    w->moved = true;
    return true;
}

/* A handle's first line, or its record where it has none. */
static Playhead begin_of(const TimelineRun *r) {
    if (r->step_end > r->step) return (Playhead){.step = r->step + 1};
    return (Playhead){.step = r->step, .event = r->event};
}

static Playhead end_of(const TimelineRun *r) {
    return (Playhead){.step = r->step_end, .event = r->event_end};
}

Playhead whatif_at(const WhatIf *w, int run) {
    int cell;
    const Timeline *t = w->model.runs[run].timeline;
    const WhatIfInstant *now = w->built ? model_whatif_instant(&w->model, w->place, &cell) : NULL;
    Playhead at = {.step = 0};
    for (size_t i = 0; now && t && i < t->run_count; i++) {
        const TimelineRun *r = &t->runs[i];
        int64_t time = t->instants[r->from.instant].time_ns;
        if (time > now->time_ns) break;
        bool here = time == now->time_ns;
        if (here && r->from.cell > (float)cell + 0.5F) break;
        at = here && r->from.cell > (float)cell - 0.5F ? begin_of(r) : end_of(r);
    }
    return at;
}

/* ---- From stop to stop ---------------------------------------------------------------------- */

static void take_stop(int *best, int stop, int here, bool back) {
    bool nearer = back ? stop < here && stop > *best : stop > here && stop < *best;
    if (nearer) *best = stop;
}

/* Moments tell of the original, and what it does is to be compared then. */
static int stop_from(const WhatIf *w, const Session *original, int here, bool back) {
    int best = back ? 0 : w->model.places - 1;
    for (size_t i = 0; i < original->moment_count; i++) {
        const SessionMoment *m = &original->moments[i];
        TimelineAt at = timeline_at(&w->original, m->order, m->at.step, m->time_ns);
        take_stop(&best, model_whatif_place_at(&w->model, WHATIF_ORIGINAL_RUN, at), here, back);
    }
    take_stop(&best, model_whatif_part_place(&w->model), here, back);
    return best;
}

/* The variant on the stage may have been stepped on from where it was sent to. */
static int place_on_stage(const WhatIf *w, const Player *player) {
    const Session *s = &player->session;
    if (session_same_place(s->playhead, whatif_at(w, WHATIF_VARIANT_RUN))) return w->place;
    const Timeline *t = w->model.runs[WHATIF_VARIANT_RUN].timeline;
    TimelineAt at = timeline_at(t, session_order(s), s->playhead.step, player_time_ns(player));
    return model_whatif_place_at(&w->model, WHATIF_VARIANT_RUN, at);
}

bool whatif_go_on(WhatIf *w, Player *player, bool back, uint64_t now_ns) {
    if (!w->built || w->model.places == 0) return false;
    const Session *original = w->inside ? &w->variants[w->inside - 1].session : &player->session;
    int here = w->inside ? place_on_stage(w, player) : w->place;
    int stop = stop_from(w, original, here, back);
    if (!w->inside) return whatif_move(w, stop - w->place);
    w->place = stop;
    if (stop == here) return false;
    player_seek(player, whatif_at(w, WHATIF_VARIANT_RUN), now_ns);
    return true;
}

WhatIfPause whatif_pause(const WhatIf *w) {
    int cell;
    WhatIfPause pause = {.goes_on_ns = -1};
    const WhatIfInstant *end = w->model.instants + w->model.instant_count;
    const WhatIfInstant *i = w->built ? model_whatif_instant(&w->model, w->place, &cell) : NULL;
    if (!i || i->at[WHATIF_VARIANT_RUN] >= 0) return pause;
    pause.rests = true;
    pause.time_ns = i->time_ns;
    while (i < end && i->at[WHATIF_VARIANT_RUN] < 0) i++;
    if (i < end) pause.goes_on_ns = i->time_ns;
    return pause;
}

/* ---- On the stage --------------------------------------------------------------------------- */

bool whatif_enter(WhatIf *w, Player *player, uint64_t now_ns) {
    WhatIfVariant *v = chosen(w);
    if (w->inside || !v->open || !v->done) return false;
    char what_if[PLAYER_CHAPTER];
    const char *const args[] = {w->model.title};
    text_format(what_if, sizeof what_if, text_get(player->words, TEXT_WHATIF_IN), args, 1);
    session_seek(&v->session, whatif_at(w, WHATIF_VARIANT_RUN));
    player_swap(player, &v->session, what_if, now_ns);
    w->inside = w->chosen + 1;
    return true;
}

/* The last line at the time; the last record where no line runs then. */
static void seek_time(Session *s, int64_t time_ns) {
    size_t count, last = 0;
    const CsEvent *events = cs_events(s->engine, &count);
    while (last < count && events[last].time <= time_ns) last++;
    session_seek_time(s, time_ns);
    bool later = last && events[last - 1].time > cs_step_time(s->engine, s->playhead.step);
    if (later) session_seek(s, (Playhead){.step = events[last - 1].step, .event = (uint32_t)last});
}

bool whatif_leave(WhatIf *w, Player *player, uint64_t now_ns) {
    if (!w->inside) return false;
    WhatIfVariant *v = &w->variants[w->inside - 1];
    seek_time(&v->session, player_time_ns(player));
    player_swap(player, &v->session, "", now_ns);
    w->inside = 0;
    return true;
}

/* ---- Drawing -------------------------------------------------------------------------------- */

static void put_foot(Scene *s, const ScreenView *view, ScreenSpots *spots, const WhatIf *w) {
    DrawRect r = w->layout.foot;
    ScreenButton run = {TEXT_WHATIF_RUN, screen_word(view, TEXT_KEY_ENTER_NAME), ACTION_ENTER,
                        true};
    ScreenButton other = {TEXT_WHATIF_OTHER, "\u2191 \u2193", ACTION_DOWN, false};
    ScreenButton step = {TEXT_WHATIF_STEP, "\u2190 \u2192", ACTION_STEP, false};
    ScreenButton leave = {TEXT_WHATIF_LEAVE, "I", ACTION_WHATIF, false};
    float last = r.x + r.w - screen_button_width(s, view, &leave), x = r.x;
    const WhatIfVariant *v = chosen(w);
    if (v->open && v->done) x = screen_button(s, view, spots, &run, x, r.y) + 10;
    if (w->count > 1 && x + screen_button_width(s, view, &other) + 10 < last)
        x = screen_button(s, view, spots, &other, x, r.y) + 10;
    if (x + screen_button_width(s, view, &step) + 10 < last)
        screen_button(s, view, spots, &step, x, r.y);
    screen_button(s, view, spots, &leave, last, r.y);
}

static float x_of(const WhatIf *w, int place) {
    int cell;
    const LayoutWhatIf *l = &w->layout;
    const TimelineFit *fit = &l->runs[WHATIF_ORIGINAL_RUN].fit;
    const WhatIfInstant *instant = model_whatif_instant(&w->model, place, &cell);
    return l->lanes_x + l->x[instant - w->model.instants] + fit->lead + (float)cell * fit->cell;
}

/* A click in the lanes leads the playhead to the nearest handle; in a long run keys do. */
static void add_places(ScreenSpots *spots, const WhatIf *w) {
    enum { MOST = 100 };
    int places = w->model.places;
    for (int run = 0; run < WHATIF_RUNS && places <= MOST; run++) {
        DrawRect lanes = w->layout.runs[run].lanes;
        float left = lanes.x;
        for (int i = 0; i < places && w->layout.runs[run].shown; i++) {
            float x = x_of(w, i), right = i + 1 < places ? (x + x_of(w, i + 1)) / 2 : x + 20;
            screen_spot(spots, (DrawRect){left, lanes.y, right - left, lanes.h}, ACTION_SEEK, i);
            left = right;
        }
    }
}

void whatif_draw(Scene *s, const ScreenView *view, ScreenSpots *spots, WhatIf *w,
                 const Player *player, float grown) {
    float top = stage_layout(player->stage)->grid.top.h;
    DrawRect all = {0, top, view->width, view->height - top};
    draw_fill(s->list, all, 0, s->theme->bg0);
    if (!w->built) return;
    LayoutWhatIfView place = {view->width, view->height, top, s->compact, w->place};
    if (!layout_whatif_make(&w->layout, &w->model, &w->pool, &place)) return;
    scene_whatif(s, &w->layout, &w->model, w->place, grown);
    add_places(spots, w);
    put_foot(s, view, spots, w);
}

void whatif_draw_frame(Scene *s, const ScreenView *view, const Player *player) {
    float top = stage_layout(player->stage)->grid.top.h;
    scene_whatif_frame(s, (DrawRect){3, top + 3, view->width - 6, view->height - top - 6});
}
