/* What-ifs: what their keys and clicks do. */
#include "window/window.h"

#include <stdio.h>

static const uint64_t NOTICE_NS = UINT64_C(6000000000);

static void tell_none(Window *w) {
    TextKey key = w->player.session.lesson.is_bare ? TEXT_WHATIF_NONE_PROGRAM : TEXT_WHATIF_NONE;
    snprintf(w->notice, sizeof w->notice, "%s", text_get(w->words, key));
    w->notice_until_ns = w->now_ns + NOTICE_NS;
}

static bool open(Window *w) {
    Mode *m = &w->mode;
    player_play(&w->player, false, w->now_ns);
    if (!whatif_open(&m->whatif, &w->player, m->whatif.chosen)) {
        tell_none(w);
        return false;
    }
    mode_learn_places(m, &w->player);
    m->kind = MODE_WHATIF;
    mode_show_view(&w->player, VIEW_WHATIF, 0, w->now_ns);
    whatif_record(&m->whatif, &w->player, 0);
    return true;
}

static bool close(Window *w) {
    mode_close(&w->mode, &w->player, w->now_ns);
    return true;
}

/* The stage behind goes with the playhead of both runs: so do the clock and the step above. */
static void follow(Window *w) {
    session_seek(&w->player.session, whatif_at(&w->mode.whatif, WHATIF_ORIGINAL_RUN));
    player_refresh(&w->player, w->now_ns);
}

static bool move(Window *w, int by) {
    WhatIf *what = &w->mode.whatif;
    if (!whatif_move(what, by)) return false;
    follow(w);
    return true;
}

static void put_seconds(char *text, size_t size, int64_t ns) {
    snprintf(text, size, "%.3f", (double)ns / 1e9);
}

/* The stage has no picture of a time at which its run does nothing: words tell of it. */
static void tell_pause(Window *w) {
    char now[40], next[40];
    const char *const args[] = {now, next};
    WhatIfPause pause = whatif_pause(&w->mode.whatif);
    w->notice_until_ns = 0;
    if (!pause.rests) return;
    put_seconds(now, sizeof now, pause.time_ns);
    put_seconds(next, sizeof next, pause.goes_on_ns);
    TextKey key = pause.goes_on_ns < 0 ? TEXT_WHATIF_OVER : TEXT_WHATIF_WAITS;
    text_format(w->notice, sizeof w->notice, text_get(w->words, key), args, 2);
    w->notice_until_ns = w->now_ns + NOTICE_NS;
}

/* Both runs side by side, or the variant on the stage. */
bool window_whatif_go_on(Window *w, bool back) {
    WhatIf *what = &w->mode.whatif;
    unsigned place = window_place(w);
    bool beside = place == IN_WHATIF, inside = what->inside && (place & (IN_STAGE | IN_INSPECT));
    if (!beside && !inside) return false;
    bool moved = whatif_go_on(what, &w->player, back, w->now_ns);
    if (moved && beside) follow(w);
    if (moved && inside) tell_pause(w);
    return true; /* also where there is none: a clicker does not lead out of it */
}

static bool enter(Window *w) {
    Mode *m = &w->mode;
    if (!whatif_enter(&m->whatif, &w->player, w->now_ns)) return false;
    m->kept_places = m->place_count; /* of the original's checkpoints */
    m->place_count = 0;
    mode_close(m, &w->player, w->now_ns);
    window_apply_view(w);
    return true;
}

bool window_whatif_leave(Window *w) {
    Mode *m = &w->mode;
    if (!whatif_leave(&m->whatif, &w->player, w->now_ns)) return false;
    m->place_count = m->kept_places;
    mode_close(m, &w->player, w->now_ns);
    window_apply_view(w);
    return true;
}

static bool choose(Window *w, int by) {
    WhatIf *what = &w->mode.whatif;
    if (!whatif_choose(what, by)) return false;
    whatif_record(what, &w->player, 0);
    return true;
}

bool window_whatif_toggle(Window *w) {
    return w->mode.whatif.inside ? window_whatif_leave(w) : open(w);
}

bool window_whatif_act(Window *w, Action action, int index, bool *known) {
    WhatIf *what = &w->mode.whatif;
    switch (action) {
    case ACTION_WHATIF:
    case ACTION_CLOSE: return close(w);
    case ACTION_DOWN: return choose(w, what->chosen + 1 < what->count ? 1 : -what->chosen);
    case ACTION_UP: return choose(w, what->chosen > 0 ? -1 : what->count - 1);
    case ACTION_SEEK: return move(w, index - what->place);
    case ACTION_STEP: return move(w, 1);
    case ACTION_STEP_BACK: return move(w, -1);
    case ACTION_FIRST: return move(w, -what->place);
    case ACTION_LAST: return move(w, what->model.places);
    case ACTION_ENTER: return enter(w);
    default: *known = false; return false;
    }
}

bool window_whatif_record(Window *w, uint64_t until_ns) {
    if (w->mode.kind != MODE_WHATIF || w->screen != SCREEN_STAGE) return true;
    return whatif_record(&w->mode.whatif, &w->player, until_ns);
}
