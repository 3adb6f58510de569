/* The window's part of the projector's kit. */
#include "window/window.h"

#include <stdlib.h>

#include "session/transcript.h"

/* With a variant on the stage that comes first, then its original with the other what-ifs. */
static char *whole_transcript(Window *w) {
    const WhatIf *what = &w->mode.whatif;
    Session *s = &w->player.session;
    if (!what->inside) return transcript_all(s, &w->context, w->words);
    int number = what->inside - 1;
    return transcript_staged(&what->variants[number].session, s, number, &w->context, w->words);
}

static bool copy_transcript(Window *w) {
    if (!w->player.open) return false;
    player_record_all(&w->player);
    char *text = whole_transcript(w);
    bool copied = text && platform_set_clipboard(w->platform, text);
    free(text);
    return copied;
}

static bool show_alone(Window *w, KitAlone what) {
    w->kit.alone = w->kit.alone == what ? ALONE_NOTHING : what;
    window_apply_view(w);
    return true;
}

bool window_kit_act(Window *w, Action action, bool *known) {
    *known = true;
    switch (action) {
    case ACTION_BLACK: player_play(&w->player, false, w->now_ns); return w->kit.black = true;
    case ACTION_TRAIL: w->kit.trail = !w->kit.trail; return true;
    case ACTION_ONLY_CAPTION: return show_alone(w, ALONE_CAPTION);
    case ACTION_ONLY_SOURCE: return show_alone(w, ALONE_SOURCE);
    case ACTION_TRANSCRIPT: return copy_transcript(w);
    case ACTION_COPY_MOMENT: return window_copy_moment(w);
    default: *known = false; return false;
    }
}

/* ---- Clickers ------------------------------------------------------------------------------- */

/* A chosen answer is confirmed before it is left. */
static bool confirms(const Window *w) {
    const ModeRound *round = &w->mode.round;
    if (window_place(w) != IN_PREDICT || round->shown) return false;
    for (int i = 0; i < round->count; i++)
        if (round->chosen[i] >= 0) return true;
    return false;
}

/* Closes what lies over the stage. False: no lesson is open. */
static bool come_to_stage(Window *w) {
    enum { LAYERS = 8 };
    if (!w->player.open) return false;
    for (int i = 0; i < LAYERS && !(window_place(w) & (IN_STAGE | IN_INSPECT)); i++) {
        if (window_place(w) == IN_PICKER)
            w->screen = SCREEN_STAGE;
        else
            window_act(w, ACTION_CLOSE, 0);
    }
    return (window_place(w) & (IN_STAGE | IN_INSPECT)) != 0;
}

bool window_clicker(Window *w, bool back) {
    if (window_whatif_go_on(w, back)) return true;
    if (!back && confirms(w) && window_act(w, ACTION_CHECK, 0)) return true;
    if (come_to_stage(w)) {
        window_act(w, back ? ACTION_MOMENT_BACK : ACTION_MOMENT, 0);
        return true; /* also where there is none: something was closed */
    }
    if (window_place(w) != IN_PICKER) return window_act(w, ACTION_CLOSE, 0);
    return window_act(w, back ? ACTION_UP : ACTION_DOWN, 0);
}

static bool is_clicker(const InputEvent *e) {
    return e->kind == INPUT_KEY && (e->key == KEY_PAGE_DOWN || e->key == KEY_PAGE_UP);
}

/* Any key, click and dropped file brings the picture back; only a file is opened and only a
   clicker's key goes on at once. */
bool window_kit_event(Window *w, const InputEvent *e) {
    if (e->kind == INPUT_MOUSE_MOVE) kit_point(&w->kit, e->x, e->y, w->now_ns);
    if (!w->kit.black) return e->kind == INPUT_TEXT && w->kit.lifted_ns == w->now_ns;
    bool dropped = e->kind == INPUT_FILE_DROP;
    if (e->kind == INPUT_KEY || e->kind == INPUT_MOUSE_DOWN || dropped) {
        w->kit.black = false;
        w->kit.lifted_ns = w->now_ns;
        window_log(w, keys_action_name(ACTION_BLACK), true);
        if (is_clicker(e) || dropped) return false;
    }
    return e->kind != INPUT_QUIT && e->kind != INPUT_RESIZE && e->kind != INPUT_FOCUS;
}

bool window_caption_alone(const Window *w) {
    return w->kit.alone == ALONE_CAPTION && window_place_under_help(w) == IN_STAGE &&
           w->player.open;
}

uint64_t window_kit_draw(const Window *w, DrawList *list, const ScreenView *view) {
    if (!w->kit.black) return kit_draw_trail(&w->kit, list, view, w->now_ns);
    draw_fill(list, (DrawRect){0, 0, view->width, view->height}, 0, 0xFF000000U);
    return UINT64_MAX;
}
