/* Values that stand on the stage: chosen by key, opened by Enter and by click. */
#include "window/window.h"

#include <string.h>

static const SceneValues *values_of(const Window *w) {
    return stage_values(w->player.stage);
}

/* Where the chosen one stands; -1: nowhere. */
static int chosen(const Window *w) {
    const SceneValues *v = values_of(w);
    const WindowValue *is = &w->value;
    for (int i = 0; is->holder && i < v->count; i++)
        if (scene_same_value(&v->items[i], is->holder, is->name, is->item)) return i;
    return -1;
}

int window_value_at(const Window *w, float x, float y) {
    const SceneValues *v = values_of(w);
    for (int i = v->count; i-- > 0;)
        if (draw_rect_has(v->items[i].rect, x, y)) return i;
    return -1;
}

bool window_value_leave(Window *w) {
    bool was = w->value.holder != 0;
    w->value = (WindowValue){0};
    return was;
}

/* Its name is too long for a path to it: false. */
static bool choose(Window *w, const SceneValue *value) {
    size_t size = strlen(value->name) + 1;
    if (size > sizeof w->value.name) return false;
    w->value = (WindowValue){.holder = value->holder, .item = value->item};
    memcpy(w->value.name, value->name, size);
    return true;
}

static bool choose_next(Window *w, int by) {
    const SceneValues *v = values_of(w);
    int at = chosen(w);
    if (!v->count) return false;
    int to = at < 0 ? (by > 0 ? 0 : v->count - 1) : (at + by + v->count) % v->count;
    return to != at && choose(w, &v->items[to]);
}

static bool open_value(Window *w, int index) {
    const SceneValues *v = values_of(w);
    if (index < 0 || index >= v->count || !choose(w, &v->items[index])) return false;
    player_play(&w->player, false, w->now_ns);
    uint32_t thing = v->items[index].thing;
    if (thing) return mode_inspect(&w->mode, &w->player, thing, w->now_ns);
    CsLookPath path = {.holder = w->value.holder, .depth = w->value.item != VALUE_WHOLE};
    memcpy(path.name, w->value.name, sizeof path.name);
    if (path.depth) path.items[0] = (uint32_t)w->value.item;
    return mode_value(&w->mode, &w->player, &path, w->now_ns);
}

bool window_value_act(Window *w, Action action, int index, bool *known) {
    int at = chosen(w);
    bool enter = action == ACTION_INSPECT && at >= 0;
    *known = true;
    if (window_place(w) == IN_STAGE && w->player.open) {
        if (action == ACTION_VALUE_NEXT) return choose_next(w, 1);
        if (action == ACTION_VALUE_PREVIOUS) return choose_next(w, -1);
        if (action == ACTION_OPEN_VALUE || enter) return open_value(w, enter ? at : index);
    }
    *known = false;
    return false;
}

void window_value_draw(const Window *w, DrawList *list, const ScreenView *view) {
    const SceneValues *v = values_of(w);
    if (window_place(w) != IN_STAGE || !w->player.open) return;
    int at = chosen(w), under = window_value_at(w, view->pointer_x, view->pointer_y);
    if (under >= 0 && under != at)
        draw_outline(list, v->items[under].rect, 6, view->theme->text2,
                     (DrawStroke){.width = 1.5F, .on = 4, .off = 3});
    if (at >= 0)
        draw_outline(list, v->items[at].rect, 6, view->theme->text, (DrawStroke){.width = 2.5F});
}
