/* What is done on the list of lessons: opening, going on, searching, own files. */
#include "window/window.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/* ---- Going on ------------------------------------------------------------------------------- */

/* The lesson that was open last, before the program was started; -1: none that is there. */
static int left_lesson(const Window *w) {
    return w->progress.count ? shelf_find(&w->shelf, w->progress.lessons[0].id) : -1;
}

static PickerContinue from_before(const Window *w, char *clock, size_t size) {
    int index = left_lesson(w);
    if (index < 0) return (PickerContinue){0};
    const ShelfLesson *lesson = &w->shelf.lessons[index];
    const ProgressLesson *known = &w->progress.lessons[0];
    bool placed = lesson->recorded && lesson->stop_step == known->here && known->here;
    int64_t ms = (lesson->stop_ns + 500000) / 1000000;
    snprintf(clock, size, "%" PRId64 ".%03" PRId64, ms / 1000, ms % 1000);
    return (PickerContinue){
        .title = lesson_text(&lesson->lesson.title, w->context.language),
        .clock = placed ? clock : NULL,
        .step = known->here,
        .steps = known->steps,
        .timeline = placed ? &lesson->timeline : NULL,
        .playhead = lesson->stop,
    };
}

PickerContinue window_continue(const Window *w, char *clock, size_t size) {
    if (!w->player.open) return from_before(w, clock, size);
    const Model *model = stage_model(w->player.stage);
    return (PickerContinue){
        .title = model->top.title,
        .clock = model->top.clock,
        .step = player_step(&w->player),
        .steps = player_step_count(&w->player),
        .timeline = model->timeline,
        .playhead = model->playhead,
    };
}

bool window_can_continue(const Window *w) {
    return w->player.open || left_lesson(w) >= 0;
}

static bool go_on(Window *w) {
    if (w->player.open) {
        w->screen = SCREEN_STAGE;
        return true;
    }
    int index = left_lesson(w);
    if (index < 0) return false;
    uint64_t here = w->progress.lessons[0].here;
    if (!window_open(w, w->shelf.lessons[index].path)) return false;
    w->resume = (WindowResume){.step = here};
    return true;
}

/* ---- Own files ------------------------------------------------------------------------------ */

void window_own_file(Window *w) {
    char path[PLATFORM_PATH_SIZE];
    if (*w->player.chapter || !platform_absolute(path, sizeof path, w->path)) return;
    if (w->shelf_read && shelf_add(&w->shelf, path)) w->shelf_recorded = false;
    if (!keep_files_note(&w->files, path)) return;
    w->files_stale = true;
    if (!w->keep_ns) w->keep_ns = w->now_ns + 500000000;
}

void window_shelf_filled(Window *w) {
    for (int i = 0; i < w->files.count; i++) {
        if (platform_is_file(w->files.paths[i])) shelf_add(&w->shelf, w->files.paths[i]);
    }
    int index = left_lesson(w);
    if (index >= 0) shelf_stop_at(&w->shelf, index, w->progress.lessons[0].here);
}

/* ---- Acting --------------------------------------------------------------------------------- */

static bool open_lesson(Window *w, int index) {
    if (index >= w->shelf.count) return false;
    if (index < 0) return go_on(w);
    char path[PLATFORM_PATH_SIZE];
    snprintf(path, sizeof path, "%s", w->shelf.lessons[index].path);
    picker_search(&w->picker, &w->shelf, false);
    return window_open(w, path);
}

static bool choose_chapter(Window *w, int chapter) {
    for (int i = 0; i < w->shelf.count; i++) {
        if (w->shelf.lessons[i].chapter != chapter) continue;
        picker_search(&w->picker, &w->shelf, false);
        w->picker.selected = i;
        w->picker.follow = true;
        return true;
    }
    return false;
}

bool window_picker_act(Window *w, Action action, int index) {
    Picker *picker = &w->picker;
    switch (action) {
    case ACTION_ENTER: return open_lesson(w, picker->selected);
    case ACTION_OPEN: return open_lesson(w, index);
    case ACTION_SELECT: return choose_chapter(w, index);
    case ACTION_ERASE: return picker_erase(picker, &w->shelf);
    case ACTION_SEARCH:
        if (!picker->searching) picker_search(picker, &w->shelf, true);
        return true;
    case ACTION_RELOAD:
        w->shelf_read = false;
        window_show_picker(w);
        return true;
    default: return picker_move(picker, &w->shelf, action, window_can_continue(w));
    }
}

bool window_picker_typed(Window *w, const InputEvent *e) {
    if (e->kind != INPUT_TEXT || window_place(w) != IN_SEARCH) return false;
    window_log(w, keys_action_name(ACTION_TYPE), picker_type(&w->picker, &w->shelf, e->text));
    return true;
}
