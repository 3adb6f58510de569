#include "scene/scene.h"

typedef void (*Painter)(Scene *s, const LayoutItem *item);

static const Painter painters[PART_COUNT] = {
    [PART_SOURCE_PANEL] = scene_source_panel,
    [PART_JUST_RAN] = scene_just_ran,
    [PART_NEXT_BOX] = scene_next_box,
    [PART_CODE] = scene_code,
    [PART_GUTTER] = scene_gutter,
    [PART_SOURCE_FOOT] = scene_source_foot,
    [PART_OUTPUT_PANEL] = scene_output_panel,
    [PART_OUTPUT_ROW] = scene_output_row,
    [PART_TRACK] = scene_track,
    [PART_PILL] = scene_pill,
    [PART_TOKEN] = scene_token,
    [PART_RUNNING] = scene_running,
    [PART_FRAME] = scene_frame,
    [PART_FRAMES_MORE] = scene_frames_more,
    [PART_READY] = scene_ready,
    [PART_DIVIDER] = scene_divider,
    [PART_CARD] = scene_card,
    [PART_STACK] = scene_stack,
    [PART_SEATS] = scene_seats,
    [PART_SEAT] = scene_seat,
    [PART_TABS] = scene_tabs,
    [PART_TAB] = scene_tab,
    [PART_FUTURES] = scene_futures,
    [PART_FUTURE] = scene_future,
    [PART_SYNC] = scene_sync,
    [PART_SLOT] = scene_slot,
    [PART_LINER] = scene_liner,
    [PART_THREADS] = scene_threads,
    [PART_THREAD] = scene_thread,
    [PART_GRAPH] = scene_graph,
    [PART_NODE] = scene_node,
    [PART_EDGE] = scene_edge,
    [PART_TIMERS] = scene_timers,
    [PART_TIMER] = scene_timer,
    [PART_CAPTION] = scene_caption,
    [PART_WHY] = scene_why,
    [PART_TIMELINE] = scene_timeline,
    [PART_LANE] = scene_lane,
    [PART_PLAYHEAD] = scene_playhead,
    [PART_SHELF] = scene_shelf,
    [PART_TRANSPORT] = scene_transport,
    [PART_BUTTON] = scene_button,
    [PART_SPEED] = scene_speed,
    [PART_TOPBAR] = scene_topbar,
    [PART_TOGGLE] = scene_toggle,
    [PART_HELP] = scene_help,
    [PART_SCRUB] = scene_scrub,
    [PART_HINT] = scene_hint,
    [PART_POPOVER] = scene_popover,
    [PART_PATH] = scene_path,
    [PART_GEN] = scene_gen,
    [PART_DRIVER] = scene_driver,
    [PART_TALK] = scene_talk,
    [PART_JOURNEY] = scene_journey,
    [PART_JOURNEY_ROW] = scene_journey_row,
    [PART_SLASH] = scene_slash,
    [PART_CAPSULE] = scene_capsule,
};

static void paint(Scene *s, const LayoutItem *item) {
    Painter painter = painters[item->part];
    if (!painter || item->alpha <= 0) return;
    s->model = item->ghost ? s->view->before : s->view->model;
    if (!s->model) return;
    bool faint = item->alpha < 1;
    if (faint) draw_alpha_push(s->list, item->alpha);
    painter(s, item);
    if (faint) draw_alpha_pop(s->list);
}

void scene_draw(DrawList *list, const SceneView *view) {
    Scene s = {
        .list = list,
        .view = view,
        .model = view->model,
        .theme = view->theme,
        .type = view->type,
        .fonts = view->fonts,
        .compact = view->layout->compact,
    };
    for (size_t i = 0; i < view->layout->count; i++) paint(&s, &view->layout->items[i]);
    s.model = view->model;
    scene_selection(&s);
    scene_links(&s);
    scene_motion(&s);
    scene_spotlight(&s);
}
