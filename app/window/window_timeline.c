/* What is done to the timeline itself: zoom, pan, other lanes, bookmarks. */
#include "window/window.h"

static const float ZOOM_STEP = 1.5F, PAN_SHARE = 0.2F, WHEEL_PAN = 60;

static float lanes_width(const Window *w) {
    return stage_layout(w->player.stage)->lanes_width;
}

static bool zoom(Window *w, float factor) {
    return stage_timeline_zoom(w->player.stage, factor, -1);
}

static bool pan(Window *w, float share) {
    return stage_timeline_pan(w->player.stage, share * lanes_width(w));
}

/* Before all is recorded those that are kept have not come back: then they would be lost. */
static void note_bookmarks(Window *w) {
    enum { SOON_NS = 500000000 };
    const Bookmarks *marks = &w->player.bookmarks;
    if (!w->recorded || w->mode.whatif.inside) return;
    keep_marks_note(&w->marks, window_lesson_id(w), marks->at, marks->count);
    w->marks_stale = true;
    if (!w->keep_ns || w->keep_ns > w->now_ns + SOON_NS) w->keep_ns = w->now_ns + SOON_NS;
}

void window_marks_come_back(Window *w) {
    Player *p = &w->player;
    const KeptMarks *kept = keep_marks_find(&w->marks, window_lesson_id(w));
    bool marked = p->bookmarks.count > 0;
    if (!p->open) return;
    if (kept) bookmarks_take(&p->bookmarks, &p->session, kept->at, kept->count);
    if (marked) note_bookmarks(w);
    if (kept) player_refresh(p, w->now_ns);
}

static bool toggle_bookmark(Window *w) {
    Player *p = &w->player;
    if (!p->open || !bookmarks_toggle(&p->bookmarks, &p->session, player_time_ns(p))) return false;
    note_bookmarks(w);
    player_refresh(p, w->now_ns);
    return true;
}

static bool go_to_bookmark(Window *w, int by) {
    Player *p = &w->player;
    const Playhead *at = p->open ? bookmarks_beside(&p->bookmarks, &p->session, by) : NULL;
    if (!at) return false;
    player_play(p, false, w->now_ns);
    return player_seek(p, *at, w->now_ns);
}

bool window_timeline_act(Window *w, Action action, bool *known) {
    *known = true;
    switch (action) {
    case ACTION_TIMELINE_IN: return zoom(w, ZOOM_STEP);
    case ACTION_TIMELINE_OUT: return zoom(w, 1 / ZOOM_STEP);
    case ACTION_TIMELINE_EARLIER: return pan(w, -PAN_SHARE);
    case ACTION_TIMELINE_LATER: return pan(w, PAN_SHARE);
    case ACTION_LANES_UP: return stage_timeline_lanes(w->player.stage, -1);
    case ACTION_LANES_DOWN: return stage_timeline_lanes(w->player.stage, 1);
    case ACTION_BOOKMARK: return toggle_bookmark(w);
    case ACTION_BOOKMARK_BACK: return go_to_bookmark(w, -1);
    case ACTION_BOOKMARK_NEXT: return go_to_bookmark(w, 1);
    default: *known = false; return false;
    }
}

/* Over the names the wheel shows other lanes; over the lanes it zooms where the pointer is, and
   sideways it pans. */
bool window_timeline_wheel(Window *w, const InputEvent *e) {
    Stage *stage = w->player.stage;
    const LayoutItem *panel = layout_part(stage_layout(stage), PART_TIMELINE);
    if (!w->player.open || !panel || !draw_rect_has(panel->rect, e->x, e->y)) return false;
    if (e->wheel_x > 0 || e->wheel_x < 0) stage_timeline_pan(stage, e->wheel_x * WHEEL_PAN);
    if (e->wheel_y > 0 || e->wheel_y < 0) {
        bool up = e->wheel_y > 0;
        if (e->x < stage_layout(stage)->lanes_x)
            stage_timeline_lanes(stage, up ? -1 : 1);
        else
            stage_timeline_zoom(stage, up ? ZOOM_STEP : 1 / ZOOM_STEP, e->x);
    }
    return true;
}
