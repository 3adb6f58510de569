#include "window/player.h"

#include <stdio.h>
#include <string.h>

#include "platform/platform.h"
#include "session/session_walk.h"
#include "window/shelf.h"

#define MS UINT64_C(1000000)

static const double speeds[PLAYER_SPEEDS] = {0.25, 0.5, 1, 2, 4};

/* At normal speed: from a line to the next one; for a moment's words: at least, and a character. */
static const double STEP_MS = 700, WORDS_MS = 1500, CHARACTER_MS = 45;

bool player_init(Player *p, const SessionContext *context, Fonts *fonts) {
    memset(p, 0, sizeof *p);
    p->context = context;
    p->words = text_table(context->language);
    p->stage = stage_create(fonts);
    p->speed = PLAYER_SPEED_NORMAL;
    p->panels = PANEL_ALL;
    return p->stage != NULL;
}

static void close_session(Player *p) {
    session_facts_clear(&p->facts);
    session_close(&p->session);
    p->open = p->playing = p->moving = false;
    p->selected = p->hovered = p->hidden_task = 0;
    p->view = VIEW_STAGE;
    p->spot = SPOT_NONE;
    p->bookmarks.count = p->other_bookmarks.count = 0;
    *p->what_if = 0;
    source_panel_forget(&p->source);
}

void player_clear(Player *p) {
    close_session(p);
    source_panel_clear(&p->source);
    stage_destroy(p->stage);
    memset(p, 0, sizeof *p);
}

/* ---- Showing -------------------------------------------------------------------------------- */

/* The stage itself asks for little of a crowd; its other views, and what is chosen there that is no
 * task, may ask for any of it. */
static bool update_facts(Player *p) {
    uint32_t chosen = p->selected ? p->selected : p->hovered;
    CsTaskInfo task;
    bool glance =
        p->view == VIEW_STAGE && (!chosen || cs_task_info(p->session.engine, chosen, &task));
    return glance ? session_facts_glance(&p->facts, &p->session, chosen)
                  : session_facts_update(&p->facts, &p->session);
}

bool player_know_all(Player *p) {
    return p->open && session_facts_update(&p->facts, &p->session);
}

static void show(Player *p, AnimChange change, uint64_t now_ns) {
    if (!p->open || !update_facts(p)) return;
    ModelFacts facts = {
        .chapter = *p->what_if ? p->what_if : p->chapter,
        .what_if = *p->what_if != 0,
        .words = p->words,
        .playing = p->playing,
        .speed = player_speed(p),
        .panels = p->panels,
        .selected = p->selected ? p->selected : p->hovered,
        .spot = p->spot,
        .view = p->view,
        .hidden_task = p->hidden_task,
        .bookmarks = p->bookmarks.places,
        .bookmark_count = (size_t)p->bookmarks.count,
    };
    session_facts_give(&p->facts, &p->session, p->context->language, &facts);
    source_panel_facts(&p->source, &p->session, &facts);
    if (facts.no_loop && p->view == VIEW_STAGE) facts.view = VIEW_GENERATORS;
    if (p->view == VIEW_CANCEL && !session_facts_thrown(&p->facts, &p->session, &facts)) return;
    if (!stage_show(p->stage, &facts, change, now_ns)) return;
    p->moving = change != CHANGE_CUT;
    p->stale = false;
    p->refreshed_ns = now_ns;
}

/* What the eye should see between two places: neighbours move, all others fade. */
static AnimChange change_between(Playhead from, Playhead to) {
    uint64_t a = from.step + (from.event || from.end), b = to.step + (to.event || to.end);
    if (a <= b && b - a <= 1) return CHANGE_STEP;
    if (a > b && a - b <= 1) return CHANGE_BACK;
    return CHANGE_SEEK;
}

void player_refresh(Player *p, uint64_t now_ns) {
    show(p, CHANGE_CUT, now_ns);
}

void player_arrange(Player *p, bool moves, uint64_t now_ns) {
    show(p, moves ? CHANGE_VIEW : CHANGE_CUT, now_ns);
}

/* Without ending the motion: the picture is made anew when it is over. */
static void refresh_later(Player *p, uint64_t now_ns) {
    if (p->moving) {
        p->stale = true;
    } else {
        player_refresh(p, now_ns);
    }
}

void player_finish(Player *p) {
    stage_finish(p->stage);
    p->moving = false;
}

void player_take(Player *p, Session *session) {
    close_session(p);
    stage_forget(p->stage);
    p->session = *session;
    memset(session, 0, sizeof *session);
    p->open = p->session.moves_alone = true;
    shelf_chapter(p->context, &p->session.lesson, p->chapter, sizeof p->chapter);
    show(p, CHANGE_CUT, 0);
}

void player_swap(Player *p, Session *other, const char *what_if, uint64_t now_ns) {
    Session session = p->session;
    Bookmarks bookmarks = p->bookmarks;
    p->session = *other;
    *other = session;
    p->session.moves_alone = true;
    other->moves_alone = false;
    p->bookmarks = p->other_bookmarks;
    p->other_bookmarks = bookmarks;
    session_facts_clear(&p->facts);
    stage_forget(p->stage);
    p->playing = p->moving = false;
    p->selected = p->hovered = p->hidden_task = 0;
    p->view = VIEW_STAGE;
    snprintf(p->what_if, sizeof p->what_if, "%s", what_if);
    show(p, CHANGE_CUT, now_ns);
}

/* ---- Recording ------------------------------------------------------------------------------ */

bool player_record(Player *p, uint64_t until_ns) {
    const uint64_t refresh = 200 * MS;
    if (!p->open || p->session.recorded) return true;
    bool done = false;
    while (!done && platform_now_ns() < until_ns) done = session_record(&p->session, PLAYER_SLICE);
    uint64_t now_ns = platform_now_ns();
    if (done || now_ns - p->refreshed_ns > refresh) refresh_later(p, now_ns);
    return done;
}

void player_record_all(Player *p) {
    session_record_all(&p->session);
    player_refresh(p, 0);
}

/* ---- Going ---------------------------------------------------------------------------------- */

static uint64_t reading_ms(const Player *p) {
    const SessionMoment *here = session_moment_here(&p->session);
    double ms = STEP_MS;
    if (here) {
        const char *say = lesson_text(&here->moment->say, p->context->language);
        ms = WORDS_MS + CHARACTER_MS * (double)strlen(say);
    }
    return (uint64_t)(ms / player_speed(p));
}

static void arrived(Player *p, Playhead from, uint64_t now_ns) {
    p->next_ns = now_ns + reading_ms(p) * MS;
    show(p, change_between(from, p->session.playhead), now_ns);
}

bool player_go(Player *p, SessionGo where, uint64_t now_ns) {
    Playhead from = p->session.playhead;
    if (!p->open || !session_go(&p->session, where)) return false;
    arrived(p, from, now_ns);
    return true;
}

bool player_seek(Player *p, Playhead at, uint64_t now_ns) {
    Playhead from = p->session.playhead;
    if (!p->open || !session_move(&p->session, at)) return false;
    arrived(p, from, now_ns);
    return true;
}

/* Shows where one of the ways of going that need to know more has come to. */
static bool came(Player *p, bool went, Playhead from, uint64_t now_ns) {
    if (went) arrived(p, from, now_ns);
    return went;
}

bool player_go_task(Player *p, uint32_t task, int direction, uint64_t now_ns) {
    Playhead from = p->session.playhead;
    return p->open && came(p, session_walk_task(&p->session, task, direction), from, now_ns);
}

bool player_go_line(Player *p, int line, int direction, uint64_t now_ns) {
    Playhead from = p->session.playhead;
    return p->open && came(p, session_walk_line(&p->session, line, direction), from, now_ns);
}

bool player_go_break(Player *p, int direction, uint64_t now_ns) {
    Playhead from = p->session.playhead;
    SourcePanel *source = &p->source;
    if (!p->open || source->breaks.count == 0) return false;
    bool went =
        breaks_go(&p->session, &source->breaks, direction, source->problem, sizeof source->problem);
    return came(p, went, from, now_ns);
}

void player_part(Player *p, int parts) {
    p->source.by_part = true;
    while (parts-- > 0) session_go(&p->session, GO_PART);
}

bool player_scrub(Player *p, uint64_t step, uint64_t now_ns) {
    uint64_t count = player_step_count(p);
    Playhead at = {.step = step < count ? step : count};
    if (!p->open || !session_move(&p->session, at)) return false;
    p->next_ns = now_ns + reading_ms(p) * MS;
    show(p, CHANGE_CUT, now_ns);
    return true;
}

/* ---- Playing -------------------------------------------------------------------------------- */

/* The first moment that lies behind the playhead and before the next line, or NULL: one at a record
   between two lines, which steps alone would pass over. */
static const SessionMoment *moment_on_the_way(const Session *s) {
    for (size_t i = 0; i < s->moment_count; i++) {
        const SessionMoment *m = &s->moments[i];
        bool between = m->at.event && m->at.step == s->playhead.step;
        if (between && m->order > session_order(s)) return m;
    }
    return NULL;
}

static bool play_on(Player *p, uint64_t now_ns) {
    const SessionMoment *moment = moment_on_the_way(&p->session);
    return moment ? player_seek(p, moment->at, now_ns) : player_go(p, GO_STEP, now_ns);
}

/* A breakpoint stops where its line is about to run. */
static bool stops_here(Player *p) {
    const Playhead *at = &p->session.playhead;
    SourcePanel *source = &p->source;
    if (at->event || at->end || source->breaks.count == 0) return false;
    return breaks_stop_at(&p->session, &source->breaks, at->step, source->problem,
                          sizeof source->problem);
}

void player_play(Player *p, bool play, uint64_t now_ns) {
    if (!p->open) return;
    p->playing = play;
    if (play && p->session.playhead.end) player_go(p, GO_START, now_ns);
    p->next_ns = now_ns;
    player_refresh(p, now_ns);
}

void player_tick(Player *p, uint64_t now_ns) {
    if (p->stale && !p->moving) player_refresh(p, now_ns);
    if (!p->playing || p->moving || now_ns < p->next_ns) return;
    bool went = play_on(p, now_ns);
    const SessionMoment *here = session_moment_here(&p->session);
    bool waits_for_record = !went && !p->session.recorded;
    bool stop = (!went && !waits_for_record) || p->session.playhead.end;
    stop = stop || (went && stops_here(p));
    if (!stop && !(went && here && here->moment->pause)) return;
    p->playing = false;
    refresh_later(p, now_ns);
}

void player_set_speed(Player *p, int speed, uint64_t now_ns) {
    if (speed < 0 || speed >= PLAYER_SPEEDS) return;
    p->speed = speed;
    player_refresh(p, now_ns);
}

void player_select(Player *p, uint32_t object, uint64_t now_ns) {
    p->selected = object;
    player_refresh(p, now_ns);
}

void player_hover(Player *p, uint32_t object, uint64_t now_ns) {
    if (p->hovered == object) return;
    p->hovered = object;
    if (!p->selected) refresh_later(p, now_ns);
}

uint64_t player_draw(Player *p, DrawList *list, uint64_t now_ns) {
    if (!p->open) return UINT64_MAX;
    p->moving = stage_draw(p->stage, list, now_ns);
    if (p->moving || p->stale) return 0;
    return p->playing ? p->next_ns : UINT64_MAX;
}

/* ---- Where it is ---------------------------------------------------------------------------- */

double player_speed(const Player *p) {
    return speeds[p->speed];
}

uint64_t player_step(const Player *p) {
    return p->session.playhead.step;
}

uint64_t player_step_count(const Player *p) {
    return p->open ? cs_step_count(p->session.engine) : 0;
}

int64_t player_time_ns(const Player *p) {
    return p->facts.now ? p->facts.now->time_ns : 0;
}
