/* Why, the inspector and predictions: what their keys and clicks do. */
#include "window/window.h"

enum { ROW_SPOT = 10000 }; /* see inspect_card.c */

static bool jump(Window *w) {
    Playhead at;
    if (!mode_target(&w->mode, &w->player.session, &at)) return false;
    player_play(&w->player, false, w->now_ns);
    return player_seek(&w->player, at, w->now_ns);
}

/* The popover has said what it knows when its cause was gone to. */
static bool jump_from_why(Window *w) {
    Playhead at;
    bool known = mode_target(&w->mode, &w->player.session, &at);
    mode_close(&w->mode, &w->player, w->now_ns);
    player_play(&w->player, false, w->now_ns);
    return known && player_seek(&w->player, at, w->now_ns);
}

static bool close(Window *w) {
    mode_close(&w->mode, &w->player, w->now_ns);
    return true;
}

static bool open_why(Window *w) {
    uint32_t object = w->player.selected;
    if (w->mode.kind == MODE_INSPECT) object = w->mode.object;
    if (w->mode.kind == MODE_INSPECT) mode_close(&w->mode, &w->player, w->now_ns);
    player_play(&w->player, false, w->now_ns);
    return mode_why(&w->mode, &w->player, object);
}

static bool open_inspector(Window *w) {
    player_play(&w->player, false, w->now_ns);
    return mode_inspect(&w->mode, &w->player, w->player.selected, w->now_ns);
}

/* ---- Each of them --------------------------------------------------------------------------- */

static bool act_in_why(Window *w, Action action, int index, bool *known) {
    Mode *m = &w->mode;
    switch (action) {
    case ACTION_WHY: return close(w);
    case ACTION_LEFT: return mode_move_cause(m, -1);
    case ACTION_RIGHT: return mode_move_cause(m, 1);
    case ACTION_FIRST: return mode_move_cause(m, -m->cause);
    case ACTION_LAST: return mode_move_cause(m, m->why.count - 1 - m->cause);
    case ACTION_ENTER: return jump_from_why(w);
    case ACTION_CAUSE: m->cause = index; return jump_from_why(w);
    default: *known = false; return false;
    }
}

static bool choose_row(Window *w, int index) {
    Mode *m = &w->mode;
    m->column = index / ROW_SPOT;
    m->rows[m->column] = index % ROW_SPOT;
    if (mode_open_row(m, &w->player, w->now_ns)) return true;
    return m->inspect.is_value || m->column != COLUMN_HISTORY || jump(w);
}

static bool enter(Window *w) {
    return mode_open_row(&w->mode, &w->player, w->now_ns) || jump(w);
}

void window_mode_wheel(Window *w, float notches) {
    enum { ROWS = 3 };
    const ScreenSpot *spot = screen_hit(&w->spots, w->pointer_x, w->pointer_y);
    if (spot && spot->action == ACTION_ROW) w->mode.column = spot->index / ROW_SPOT;
    int by = notches < 0 ? 1 : -1;
    for (int i = 0; i < ROWS && (notches < 0 || notches > 0); i++) mode_move_row(&w->mode, by);
}

static bool act_in_inspector(Window *w, Action action, int index, bool *known) {
    Mode *m = &w->mode;
    switch (action) {
    case ACTION_WHY: return open_why(w);
    case ACTION_DOWN: return mode_move_row(m, 1);
    case ACTION_UP: return mode_move_row(m, -1);
    case ACTION_GROUP_NEXT: return mode_move_column(m, 1);
    case ACTION_GROUP_PREVIOUS: return mode_move_column(m, -1);
    case ACTION_ENTER: return enter(w);
    case ACTION_ROW: return choose_row(w, index);
    case ACTION_INSPECT: return open_inspector(w);
    default: *known = false; return false;
    }
}

/* The first answer to a checkpoint is kept. */
static bool check(Window *w) {
    int checkpoint;
    bool right;
    if (w->mode.round.shown) return mode_go_on(&w->mode, &w->player, w->now_ns);
    if (!mode_check(&w->mode, &checkpoint, &right)) return false;
    mode_show_view(&w->player, VIEW_PREDICT, 0, w->now_ns);
    if (checkpoint >= 0) window_keep_answer(w, right);
    return true;
}

static bool step_back(Window *w) {
    mode_close(&w->mode, &w->player, w->now_ns);
    return player_go(&w->player, GO_STEP_BACK, w->now_ns);
}

static bool act_in_predict(Window *w, Action action, int index, bool *known) {
    Mode *m = &w->mode;
    switch (action) {
    case ACTION_ANSWER: return mode_choose(m, 0, index);
    case ACTION_ANSWER_SECOND: return mode_choose(m, 1, index);
    case ACTION_DOWN: return mode_choose_next(m, 1);
    case ACTION_UP: return mode_choose_next(m, -1);
    case ACTION_CHECK: return check(w);
    case ACTION_SKIP: return mode_skip(m, &w->player, w->now_ns);
    case ACTION_STEP_BACK: return step_back(w);
    case ACTION_WHY: return mode_toggle_why(m, &w->player);
    case ACTION_CAUSE: m->cause = index; return true;
    case ACTION_PREDICT: return close(w);
    default: *known = false; return false;
    }
}

/* ---- All ------------------------------------------------------------------------------------ */

bool window_mode_act(Window *w, Action action, int index, bool *known) {
    *known = true;
    if (!w->player.open) return *known = false;
    switch (w->mode.kind) {
    case MODE_WHY: return act_in_why(w, action, index, known);
    case MODE_INSPECT: return act_in_inspector(w, action, index, known);
    case MODE_PREDICT: return act_in_predict(w, action, index, known);
    case MODE_WHATIF: return window_whatif_act(w, action, index, known);
    case MODE_NONE: break;
    }
    switch (action) {
    case ACTION_WHY: return open_why(w);
    case ACTION_INSPECT: return open_inspector(w);
    case ACTION_WHATIF: return window_whatif_toggle(w);
    case ACTION_PREDICT: return mode_predict(&w->mode, &w->player, w->now_ns);
    default: *known = false; return false;
    }
}

void window_mode_moved(Window *w, PredictPlace from) {
    if (w->mode.kind == MODE_NONE) mode_stop_at_checkpoint(&w->mode, &w->player, from, w->now_ns);
}

void window_mode_follow(Window *w) {
    if (!w->player.open || session_same_place(w->followed, w->player.session.playhead)) return;
    w->followed = w->player.session.playhead;
    mode_refresh(&w->mode, &w->player, w->now_ns);
}
