#include "window/window.h"

#include <inttypes.h>
#include <stdio.h>

static const float WHEEL_PIXELS = 90;

/* ---- The log -------------------------------------------------------------------------------- */

static const char *yes(bool is) {
    return is ? "yes" : "no";
}

static const char *place_name(const Window *w) {
    switch (window_place(w)) {
    case IN_HELP: return "help";
    case IN_ERROR: return "error";
    case IN_STAGE: return "stage";
    case IN_WHY: return "why";
    case IN_INSPECT: return "inspect";
    case IN_PREDICT: return "predict";
    case IN_WHATIF: return "what-if";
    case IN_SEARCH: return "search";
    case IN_FIND: return "find";
    case IN_FILES: return "files";
    default: return "picker";
    }
}

/* The number of the moment that the playhead stands on, from 1; 0: none. */
static int moment_number(const Player *p) {
    const SessionMoment *here = p->open ? session_moment_here(&p->session) : NULL;
    return here ? (int)(here - p->session.moments) + 1 : 0;
}

static const char *const view_names[] = {
    [VIEW_STAGE] = "stage",   [VIEW_INSPECT] = "inspect",       [VIEW_PREDICT] = "predict",
    [VIEW_CANCEL] = "cancel", [VIEW_GENERATORS] = "generators", [VIEW_WHATIF] = "what-if",
};

void window_log(const Window *w, const char *action, bool done) {
    if (!w->log) return;
    const Player *p = &w->player;
    int64_t ms = (player_time_ns(p) + 500000) / 1000000;
    printf("action=%s done=%s screen=%s step=%" PRIu64 " steps=%" PRIu64 " record=%" PRIu32
           " time=%" PRId64 ".%03" PRId64 " end=%s moment=%d playing=%s speed=%g selected=%" PRIu32
           " theme=%s zoom=%g motion=%s score=%d/%d",
           action, yes(done), place_name(w), player_step(p), player_step_count(p),
           p->session.playhead.event, ms / 1000, ms % 1000, yes(p->session.playhead.end),
           moment_number(p), yes(p->playing), player_speed(p), p->selected,
           theme_get(w->theme)->name, (double)window_zoom(w), w->still ? "reduced" : "full",
           w->mode.right, w->mode.answered);
    printf(" view=%s black=%s asks=%s variant=%d recorded=%s notice=%s", view_names[p->view],
           yes(w->kit.black), yes(w->entry.line != 0), w->mode.whatif.inside,
           yes(!p->open || w->recorded), yes(w->now_ns < w->notice_until_ns));
    printf(" spot=%d", p->open ? (int)stage_model(p->stage)->spotlight : 0);
    printf(" panels=%u projector=%s spotlight=%s side=%s alone=%d trail=%s parts=%s full=%s "
           "part=%s chosen=%d breaks=%d lesson=%s\n",
           p->panels, yes(w->viewing.projector), yes(w->spotlight),
           w->source_side ? "source" : "stage", (int)w->kit.alone, yes(w->kit.trail),
           yes(p->source.by_part), yes(w->fullscreen), yes(p->session.playhead.instruction != 0),
           p->source.chosen, p->source.breaks.count, p->open ? w->path : "-");
    fflush(stdout);
}

static void act(Window *w, Action action, int index) {
    bool done = window_act(w, action, index);
    window_log(w, keys_action_name(action), done);
}

/* ---- The pointer on the stage --------------------------------------------------------------- */

static const Action button_actions[BUTTON_COUNT] = {
    [BUTTON_BACK] = ACTION_STEP_BACK,      [BUTTON_PLAY] = ACTION_PLAY,
    [BUTTON_STEP] = ACTION_STEP,           [BUTTON_CALLBACK] = ACTION_HANDLE,
    [BUTTON_ITERATION] = ACTION_ITERATION, [BUTTON_LINE] = ACTION_LINE,
    [BUTTON_FIRST] = ACTION_START,
};

static void scrub(Window *w, float x) {
    uint64_t step = stage_scrub(w->player.stage, x);
    if (step == player_step(&w->player) && !w->player.session.playhead.end) return;
    window_log(w, keys_action_name(ACTION_SEEK), player_scrub(&w->player, step, w->now_ns));
}

static void begin_scrub(Window *w, float x) {
    player_finish(&w->player);
    player_play(&w->player, false, w->now_ns);
    w->scrubbing = true;
    stage_timeline_hold(w->player.stage, true);
    scrub(w, x);
}

static void end_scrub(Window *w) {
    if (!w->scrubbing) return;
    w->scrubbing = false;
    stage_timeline_hold(w->player.stage, false);
}

/* At the edges of a run that is wider than the window it moves along. */
static void drag(Window *w, float x) {
    enum { EDGE = 24, STEP = 40 };
    const StageLayout *layout = stage_layout(w->player.stage);
    float left = layout->lanes_x, right = left + layout->lanes_width;
    bool lanes = layout->grid.timeline.w > 0;
    if (lanes && x < left + EDGE) stage_timeline_pan(w->player.stage, -STEP);
    if (lanes && x > right - EDGE) stage_timeline_pan(w->player.stage, STEP);
    scrub(w, x);
}

static const Action hint_actions[HINT_COUNT] = {
    [HINT_MOMENT_BACK] = ACTION_MOMENT_BACK,
    [HINT_MOMENT] = ACTION_MOMENT,
    [HINT_SPOTLIGHT] = ACTION_SPOTLIGHT,
    [HINT_WHY] = ACTION_WHY,
    [HINT_HELP] = ACTION_HELP,
};

static Action panel_action(uint32_t panel) {
    switch (panel) {
    case PANEL_SOURCE: return ACTION_PANEL_1;
    case PANEL_STAGE: return ACTION_PANEL_2;
    case PANEL_OUTPUT: return ACTION_PANEL_3;
    case PANEL_BOXES: return ACTION_PANEL_5;
    case PANEL_CAPTION: return ACTION_PANEL_6;
    case PANEL_CONTROLS: return ACTION_PANEL_7;
    default: return ACTION_PANEL_4;
    }
}

static void click_thing(Window *w, const LayoutHit *hit, int clicks) {
    uint32_t object = window_object(hit);
    window_value_leave(w);
    bool again = object && object == w->player.selected;
    if (again && clicks == 1) {
        act(w, ACTION_INSPECT, 0);
        return;
    }
    act(w, ACTION_SELECT, (int)object);
    if (object && clicks == 2) act(w, ACTION_CHANGED, 0);
}

static void click_stage(Window *w, const InputEvent *e) {
    LayoutHit hit = stage_hit(w->player.stage, e->x, e->y);
    bool lanes = hit.part == PART_TIMELINE || hit.part == PART_LANE;
    if (lanes && e->x >= stage_layout(w->player.stage)->lanes_x) {
        begin_scrub(w, e->x);
        return;
    }
    int value = window_value_at(w, e->x, e->y);
    if (value >= 0) {
        act(w, ACTION_OPEN_VALUE, value);
        return;
    }
    switch (hit.part) {
    case PART_BUTTON: act(w, button_actions[hit.id % BUTTON_COUNT], 0); break;
    case PART_SPEED: act(w, ACTION_SPEED, (int)hit.id - 1); break;
    case PART_SHELF:
    case PART_TOGGLE: act(w, panel_action(hit.id), 0); break;
    case PART_HELP: act(w, ACTION_HELP, 0); break;
    case PART_SCRUB: begin_scrub(w, e->x); break;
    case PART_HINT: act(w, hint_actions[hit.id % HINT_COUNT], 0); break;
    case PART_WHY: act(w, ACTION_WHY, 0); break;
    case PART_OUTPUT_ROW: act(w, ACTION_SEEK, (int)hit.id); break;
    default: click_thing(w, &hit, e->clicks); break;
    }
}

/* ---- The pointer everywhere ----------------------------------------------------------------- */

static bool stage_is_open(const Window *w) {
    return window_place(w) == IN_STAGE && w->player.open;
}

/* Along the lanes of two runs, on the height at which it began. */
static void drag_whatif(Window *w, float x) {
    const ScreenSpot *spot = screen_hit(&w->spots, x, w->scrub_y);
    bool moves = spot && spot->action == ACTION_SEEK && spot->index != w->mode.whatif.place;
    if (moves) act(w, ACTION_SEEK, spot->index);
}

static void pointer_moved(Window *w, const InputEvent *e) {
    w->pointer_x = e->x;
    w->pointer_y = e->y;
    if (w->scrubbing && e->button == MOUSE_LEFT && window_place(w) == IN_WHATIF)
        drag_whatif(w, e->x);
    if (!stage_is_open(w)) return;
    if (w->scrubbing && e->button == MOUSE_LEFT) {
        drag(w, e->x);
        return;
    }
    LayoutHit hit = stage_hit(w->player.stage, e->x, e->y);
    player_hover(&w->player, window_object(&hit), w->now_ns);
    window_source_hover(w, e);
}

static void pointer_left(Window *w) {
    w->pointer_x = w->pointer_y = -1;
    player_hover(&w->player, 0, w->now_ns);
    w->look.line = 0;
}

/* Beside a popover: another thing is opened in its place, anything else closes it. */
static void click_beside(Window *w, const InputEvent *e) {
    LayoutHit hit = stage_hit(w->player.stage, e->x, e->y);
    uint32_t object = window_object(&hit);
    bool inspects = w->mode.kind == MODE_INSPECT && object;
    bool plays = w->mode.kind == MODE_INSPECT && hit.part == PART_BUTTON;
    if (plays) {
        click_stage(w, e);
        return;
    }
    w->mode.under_count = 0; /* all its cards are closed */
    bool twice = inspects && e->clicks == 2 && object == w->mode.object;
    if (!inspects || twice) act(w, ACTION_CLOSE, 0);
    if (twice) {
        act(w, ACTION_SELECT, (int)object);
        act(w, ACTION_CHANGED, 0);
    }
    if (!inspects || twice) return;
    act(w, ACTION_SELECT, (int)object);
    act(w, ACTION_INSPECT, 0);
}

static void clicked(Window *w, const InputEvent *e) {
    if (window_caption_alone(w)) return; /* nothing is there to be clicked */
    if (stage_is_open(w) && window_source_click(w, e)) return;
    if (e->button != MOUSE_LEFT) return;
    if (stage_is_open(w)) {
        click_stage(w, e);
        return;
    }
    const ScreenSpot *spot = screen_hit(&w->spots, e->x, e->y);
    if (spot && spot->action == ACTION_NONE) return; /* the card itself */
    if (spot && spot->action == ACTION_SEEK && window_place(w) == IN_WHATIF) {
        w->scrubbing = true;
        w->scrub_y = e->y;
    }
    unsigned before = window_place(w);
    if (spot)
        act(w, spot->action, spot->index);
    else if (before & (IN_WHY | IN_INSPECT))
        click_beside(w, e);
    /* A second click may come before the next picture: these spots are of the last one. */
    if (window_place(w) != before) w->spots.count = 0;
}

static void wheel(Window *w, const InputEvent *e) {
    unsigned place = window_place(w);
    if (window_find_wheel(w, e)) return;
    if (place == IN_STAGE && !window_timeline_wheel(w, e)) {
        if (e->wheel_y < 0) act(w, ACTION_STEP, 0);
        if (e->wheel_y > 0) act(w, ACTION_STEP_BACK, 0);
    }
    if (place == IN_INSPECT) window_mode_wheel(w, e->wheel_y);
    if (place & (IN_PICKER | IN_SEARCH)) w->picker.scroll -= e->wheel_y * WHEEL_PIXELS;
    if (place == IN_HELP) w->help_scroll -= e->wheel_y * WHEEL_PIXELS;
}

static void key(Window *w, const InputEvent *e) {
    const KeyBinding *binding = keys_find(e, window_place(w));
    if (binding) act(w, binding->action, keys_index(binding, e));
}

/* A key without a meaning: pressed anywhere, it is answered once all that came before is done. */
static bool is_script(Window *w, const InputEvent *e) {
    bool asks = w->log && e->kind == INPUT_KEY && e->key == KEY_F12 && !e->repeat;
    if (asks) w->script = 1 + (int)(e->mods & (MOD_SHIFT | MOD_CTRL));
    return asks;
}

void window_answer(Window *w) {
    static const char *const names[] = {"script-0", "script-1", "script-2", "script-3"};
    if (!w->script) return;
    window_log(w, names[w->script - 1], true);
    w->script = 0;
}

void window_event(Window *w, const InputEvent *e) {
    if (is_script(w, e)) return;
    if (window_kit_event(w, e)) return;
    if (window_picker_typed(w, e)) return;
    if (window_find_typed(w, e)) return;
    if (window_source_typed(w, e)) return;
    switch (e->kind) {
    case INPUT_KEY:
    case INPUT_TEXT: key(w, e); break;
    case INPUT_MOUSE_MOVE: pointer_moved(w, e); break;
    case INPUT_MOUSE_DOWN: clicked(w, e); break;
    case INPUT_MOUSE_UP: end_scrub(w); break;
    case INPUT_MOUSE_LEAVE: pointer_left(w); break;
    case INPUT_WHEEL: wheel(w, e); break;
    case INPUT_FILE_DROP:
        window_log(w, keys_action_name(ACTION_OPEN), window_open(w, e->path));
        break;
    case INPUT_QUIT: w->quit = true; break;
    case INPUT_RESIZE:
    case INPUT_FOCUS: break;
    }
}
