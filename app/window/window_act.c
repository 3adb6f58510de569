#include "window/window.h"

static const float zooms[] = {0.75F, 0.875F, 1, 1.125F, 1.25F, 1.5F, 1.75F, 2};

enum { ZOOMS = sizeof zooms / sizeof *zooms, HELP_LINE = 35 };

unsigned window_place_under_help(const Window *w) {
    static const unsigned modes[] = {
        [MODE_NONE] = IN_STAGE,      [MODE_WHY] = IN_WHY,       [MODE_INSPECT] = IN_INSPECT,
        [MODE_PREDICT] = IN_PREDICT, [MODE_WHATIF] = IN_WHATIF,
    };
    if (w->chooser.open) return IN_FILES;
    if (error_card_is_open(&w->error)) return IN_ERROR;
    if (w->screen == SCREEN_PICKER) return w->picker.searching ? IN_SEARCH : IN_PICKER;
    if (w->finder.open) return IN_FIND;
    return modes[w->mode.kind];
}

unsigned window_place(const Window *w) {
    return w->help ? IN_HELP : window_place_under_help(w);
}

float window_zoom(const Window *w) {
    return viewing_zoom(&w->viewing, w->screen == SCREEN_STAGE);
}

void window_apply_view(Window *w) {
    w->drawn_zoom = window_zoom(w);
    StageView view = {
        .width = w->width,
        .height = w->height,
        .zoom = w->drawn_zoom,
        .theme = w->theme,
        .reduced_motion = w->still,
        .marks_changes = w->still,
        .spotlight = w->spotlight,
        .speed = player_speed(&w->player),
        .projector = w->viewing.projector,
        .only_source = w->kit.alone == ALONE_SOURCE,
        .source_side = w->source_side,
    };
    stage_set_view(w->player.stage, &view);
    raster_set_scale(w->raster, stage_scale(w->player.stage));
    platform_set_scale(w->platform, stage_scale(w->player.stage));
    w->painted = false;
}

/* ---- How things look ------------------------------------------------------------------------ */

/* The next one in the table, which the zoom in hand need not be of; 0: there is none. */
static float zoom_beside(float zoom, int by) {
    for (int i = 0; i < ZOOMS; i++) {
        float next = zooms[by > 0 ? i : ZOOMS - 1 - i];
        if (by > 0 ? next > zoom + 0.01F : next < zoom - 0.01F) return next;
    }
    return 0;
}

static bool set_zoom(Window *w, int by) {
    float zoom = by ? zoom_beside(window_zoom(w), by) : 1;
    if (zoom <= 0) return false;
    viewing_set_zoom(&w->viewing, w->screen == SCREEN_STAGE, zoom);
    window_apply_view(w);
    return true;
}

static bool toggle_view(Window *w, Action action) {
    if (action == ACTION_THEME) w->theme = (ThemeId)((w->theme + 1) % THEME_COUNT);
    if (action == ACTION_STILL) w->still = !w->still;
    window_apply_view(w);
    return true;
}

/* From panel to panel, and back to what the lesson shows. */
static bool next_spotlight(Window *w) {
    Player *p = &w->player;
    ModelSpot shown = stage_model(p->stage)->spotlight;
    bool first = !w->spotlight && shown != SPOT_NONE;
    if (!first) p->spot = scene_next_spot(stage_layout(p->stage), w->spotlight ? shown : SPOT_NONE);
    w->spotlight = true;
    player_refresh(p, w->now_ns);
    window_apply_view(w);
    return true;
}

static bool end_spotlight(Window *w) {
    bool was = w->spotlight;
    w->spotlight = false;
    w->player.spot = SPOT_NONE;
    player_refresh(&w->player, w->now_ns);
    window_apply_view(w);
    return was;
}

static bool toggle_fullscreen(Window *w) {
    w->fullscreen = !w->fullscreen;
    platform_set_fullscreen(w->platform, w->fullscreen);
    return true;
}

static bool toggle_panel(Window *w, unsigned panel) {
    viewing_toggle_panel(&w->viewing, panel);
    w->player.panels = viewing_panels(&w->viewing);
    player_refresh(&w->player, w->now_ns);
    return true;
}

/* The projector has its own panels: source and stage, until others are called. */
static bool toggle_projector(Window *w) {
    w->viewing.projector = !w->viewing.projector;
    w->player.panels = viewing_panels(&w->viewing);
    player_refresh(&w->player, w->now_ns);
    window_apply_view(w);
    return true;
}

/* What stands in place of all that is inside the loop. */
static bool toggle_stage_view(Window *w, ModelView view) {
    mode_show_view(&w->player, w->player.view == view ? VIEW_STAGE : view, 0, w->now_ns);
    return true;
}

static bool toggle_side(Window *w) {
    w->source_side = !w->source_side;
    window_apply_view(w);
    return true;
}

static bool set_speed(Window *w, int speed) {
    if (speed < 0 || speed >= PLAYER_SPEEDS) return false;
    player_set_speed(&w->player, speed, w->now_ns);
    window_apply_view(w);
    return true;
}

static bool toggle_help(Window *w) {
    w->help = !w->help;
    w->help_scroll = 0;
    if (w->help) player_play(&w->player, false, w->now_ns);
    return true;
}

/* ---- Going ---------------------------------------------------------------------------------- */

static const struct {
    Action action;
    SessionGo go;
} goes[] = {
    {ACTION_STEP, GO_STEP},
    {ACTION_STEP_BACK, GO_STEP_BACK},
    {ACTION_HANDLE, GO_HANDLE},
    {ACTION_HANDLE_BACK, GO_HANDLE_BACK},
    {ACTION_ITERATION, GO_ITERATION},
    {ACTION_ITERATION_BACK, GO_ITERATION_BACK},
    {ACTION_START, GO_START},
    {ACTION_END, GO_END},
    {ACTION_MOMENT, GO_MOMENT},
    {ACTION_MOMENT_BACK, GO_MOMENT_BACK},
    {ACTION_LINE, GO_STEP},
    {ACTION_LINE_BACK, GO_STEP_BACK},
    {ACTION_OVER, GO_OVER},
    {ACTION_OVER_BACK, GO_OVER_BACK},
    {ACTION_INTO, GO_INTO},
    {ACTION_INTO_BACK, GO_INTO_BACK},
    {ACTION_OUT, GO_OUT},
    {ACTION_OUT_BACK, GO_OUT_BACK},
    {ACTION_EXCEPTION, GO_EXCEPTION},
    {ACTION_EXCEPTION_BACK, GO_EXCEPTION_BACK},
    {ACTION_OUTPUT, GO_OUTPUT},
    {ACTION_OUTPUT_BACK, GO_OUTPUT_BACK},
};

/* While stepping by expression a step is one part. */
static SessionGo grain_of(const Window *w, Action action, SessionGo otherwise) {
    if (!w->player.source.by_part) return otherwise;
    if (action == ACTION_STEP) return GO_PART;
    return action == ACTION_STEP_BACK ? GO_PART_BACK : otherwise;
}

/* Steps ask what the lesson asks on their way; jumps to a moment do not. */
static bool asks_on_the_way(SessionGo go) {
    return go == GO_STEP || go == GO_HANDLE || go == GO_ITERATION || go == GO_PART ||
           go == GO_OVER || go == GO_INTO || go == GO_OUT;
}

static bool go_by_hand(Window *w, SessionGo where) {
    PredictPlace from = {0};
    if (w->player.open) from = predict_here(&w->player.session);
    if (w->player.playing) player_play(&w->player, false, w->now_ns);
    bool went = player_go(&w->player, where, w->now_ns);
    if (went && asks_on_the_way(where)) window_mode_moved(w, from);
    return went;
}

/* Going by hand ends playing; `*known` tells whether the action is one of these. */
static bool go(Window *w, Action action, bool *known) {
    for (size_t i = 0; i < sizeof goes / sizeof *goes; i++) {
        if (goes[i].action != action) continue;
        *known = true;
        return go_by_hand(w, grain_of(w, action, goes[i].go));
    }
    *known = false;
    return false;
}

static bool go_to_record(Window *w, uint32_t event) {
    Playhead at;
    if (!w->player.open || !session_place_of(&w->player.session, event, &at)) return false;
    player_play(&w->player, false, w->now_ns);
    return player_seek(&w->player, at, w->now_ns);
}

static bool go_to_change(Window *w, uint32_t object) {
    return object && go_to_record(w, session_last_change(&w->player.session, object));
}

/* ---- Each screen's own ---------------------------------------------------------------------- */

static bool close_top(Window *w) {
    if (w->help) {
        w->help = false;
    } else if (window_place(w) & (IN_FIND | IN_FILES)) {
        window_find_close(w);
    } else if (error_card_is_open(&w->error)) {
        error_card_clear(&w->error);
        if (!w->player.open) window_show_picker(w);
    } else if (w->screen == SCREEN_PICKER) {
        bool searching = w->picker.searching;
        if (searching) picker_search(&w->picker, &w->shelf, false);
        return searching;
    } else if (w->mode.kind == MODE_WHATIF) {
        bool known;
        window_whatif_act(w, ACTION_CLOSE, 0, &known);
    } else if (mode_back(&w->mode, &w->player, w->now_ns)) {
        return true;
    } else if (w->mode.kind != MODE_NONE) {
        mode_close(&w->mode, &w->player, w->now_ns);
    } else if (w->player.source.chosen) {
        w->player.source.chosen = 0;
        player_refresh(&w->player, w->now_ns);
    } else if (w->player.view != VIEW_STAGE) {
        toggle_stage_view(w, w->player.view);
    } else if (w->kit.alone) {
        w->kit.alone = ALONE_NOTHING;
        window_apply_view(w);
    } else if (window_value_leave(w)) {
        return true;
    } else if (w->player.selected) {
        player_select(&w->player, 0, w->now_ns);
    } else if (!window_whatif_leave(w)) {
        window_show_picker(w);
    }
    return true;
}

static bool act_on_card(Window *w, Action action, int index) {
    bool known = action == ACTION_DOWN || action == ACTION_UP || action == ACTION_SELECT;
    if (action == ACTION_RELOAD) {
        if (w->error.title != TEXT_WRONG_INDEX) return window_reload(w);
        error_card_clear(&w->error);
        w->shelf_read = false;
        window_show_picker(w);
        return true;
    }
    if (!known) return false;
    if (action == ACTION_SELECT && (size_t)index >= w->error.problems.count) return false;
    if (action == ACTION_SELECT) w->error.current = (size_t)index;
    if (action != ACTION_SELECT) error_card_move(&w->error, action == ACTION_DOWN ? 1 : -1);
    return true;
}

static bool act_in_help(Window *w, Action action) {
    w->help_scroll += action == ACTION_DOWN ? HELP_LINE : action == ACTION_UP ? -HELP_LINE : 0;
    return true;
}

static bool act_on_stage(Window *w, Action action, int index) {
    bool known;
    bool done = window_value_act(w, action, index, &known);
    if (!known) done = window_mode_act(w, action, index, &known);
    if (!known) done = window_source_act(w, action, index, &known);
    if (!known) done = go(w, action, &known);
    if (known) return done;
    done = window_timeline_act(w, action, &known);
    if (known) return done;
    bool tab = action == ACTION_GROUP_NEXT || action == ACTION_GROUP_PREVIOUS;
    if (tab && stage_layout(w->player.stage)->single) return toggle_side(w);
    switch (action) {
    case ACTION_PLAY: player_play(&w->player, !w->player.playing, w->now_ns); return true;
    case ACTION_SLOWER: return set_speed(w, w->player.speed - 1);
    case ACTION_FASTER: return set_speed(w, w->player.speed + 1);
    case ACTION_SPEED: return set_speed(w, index);
    case ACTION_CHANGED: return go_to_change(w, w->player.selected);
    case ACTION_SEEK: return go_to_record(w, (uint32_t)index);
    case ACTION_PANEL_1: return toggle_panel(w, PANEL_SOURCE);
    case ACTION_PANEL_2: return toggle_panel(w, PANEL_STAGE);
    case ACTION_PANEL_3: return toggle_panel(w, PANEL_OUTPUT);
    case ACTION_PANEL_4: return toggle_panel(w, PANEL_TIMELINE);
    case ACTION_PANEL_5: return toggle_panel(w, PANEL_BOXES);
    case ACTION_PANEL_6: return toggle_panel(w, PANEL_CAPTION);
    case ACTION_PANEL_7: return toggle_panel(w, PANEL_CONTROLS);
    case ACTION_PROJECTOR: return toggle_projector(w);
    case ACTION_CANCEL_VIEW: return toggle_stage_view(w, VIEW_CANCEL);
    case ACTION_GENERATORS: return toggle_stage_view(w, VIEW_GENERATORS);
    case ACTION_SPOTLIGHT: return next_spotlight(w);
    case ACTION_SPOTLIGHT_OFF: return end_spotlight(w);
    case ACTION_RELOAD: return window_reload(w);
    case ACTION_SELECT: player_select(&w->player, (uint32_t)index, w->now_ns); return true;
    default: return window_select(w, action);
    }
}

/* ---- All ------------------------------------------------------------------------------------ */

/* What every screen does alike; `*known` tells whether the action is one of these. */
static bool act_anywhere(Window *w, Action action, bool *known) {
    *known = true;
    switch (action) {
    case ACTION_THEME:
    case ACTION_STILL: return toggle_view(w, action);
    case ACTION_ZOOM_IN: return set_zoom(w, 1);
    case ACTION_ZOOM_OUT: return set_zoom(w, -1);
    case ACTION_ZOOM_RESET: return set_zoom(w, 0);
    case ACTION_FULLSCREEN: return toggle_fullscreen(w);
    case ACTION_HELP: return toggle_help(w);
    case ACTION_COPY: return window_copy(w);
    case ACTION_CLOSE: return close_top(w);
    case ACTION_QUIT: return w->quit = true;
    default: *known = false; return false;
    }
}

bool window_act(Window *w, Action action, int index) {
    bool known;
    player_finish(&w->player);
    if (action == ACTION_MOMENT || action == ACTION_MOMENT_BACK)
        if (!(window_place(w) & (IN_STAGE | IN_INSPECT)) || w->mode.whatif.inside)
            return window_clicker(w, action == ACTION_MOMENT_BACK);
    bool done = act_anywhere(w, action, &known);
    if (!known) done = window_find_act(w, action, index, &known);
    if (!known) done = window_kit_act(w, action, &known);
    if (known) return done;
    switch (window_place(w)) {
    case IN_HELP: return act_in_help(w, action);
    case IN_ERROR: return act_on_card(w, action, index);
    case IN_STAGE:
    case IN_WHY:
    case IN_INSPECT:
    case IN_WHATIF:
    case IN_PREDICT: return act_on_stage(w, action, index);
    default: break;
    }
    return window_picker_act(w, action, index);
}
