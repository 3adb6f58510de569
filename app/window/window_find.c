/* The search among a lesson's names, and choosing a file: what their keys and clicks do. */
#include "window/window.h"

#include <stdio.h>
#include <string.h>

/* ---- Names ---------------------------------------------------------------------------------- */

static void search(Window *w) {
    Player *p = &w->player;
    finder_search(&w->finder, &p->session, stage_model(p->stage)->source.text, w->words);
}

static bool open_finder(Window *w) {
    if (!w->player.open) return false;
    if (w->mode.kind != MODE_NONE) mode_close(&w->mode, &w->player, w->now_ns);
    player_play(&w->player, false, w->now_ns);
    w->finder = (Finder){.open = true, .opened_ns = w->now_ns};
    search(w);
    return true;
}

/* What is not there yet, or no more, is gone to where it was made. */
static bool go_to_object(Window *w, const Found *found) {
    Playhead at;
    Player *p = &w->player;
    bool is_there = found->event <= session_order(&p->session);
    if (!is_there && session_place_of(&p->session, found->event, &at))
        player_seek(p, at, w->now_ns);
    player_select(p, found->object, w->now_ns);
    return true;
}

/* To the next time that the line is about to run, else to the last one before; else it is only
   marked. */
static bool go_to_line(Window *w, int line, bool body) {
    Player *p = &w->player;
    int runs = body ? breaks_line(&p->session, line + 1) : line;
    p->source.chosen = line;
    if (!runs) runs = line;
    bool went = player_go_line(p, runs, 1, w->now_ns) || player_go_line(p, runs, -1, w->now_ns);
    if (!went) player_refresh(p, w->now_ns);
    return true;
}

static bool go_to_found(Window *w, int index) {
    Finder *f = &w->finder;
    if (index < 0 || index >= f->count) return false;
    const Found found = f->items[index];
    f->open = false;
    if (found.kind == FOUND_TASK || found.kind == FOUND_THING) return go_to_object(w, &found);
    return go_to_line(w, found.line, found.kind == FOUND_FUNCTION);
}

static bool move_found(Finder *f, int by) {
    int to = f->selected + by;
    if (to >= f->count) to = f->count - 1;
    if (to < 0) to = 0;
    if (to == f->selected) return false;
    f->selected = to;
    return true;
}

static bool erase_letter(Window *w) {
    if (!list_erase(&w->finder.field)) return false;
    search(w);
    return true;
}

static bool act_in_finder(Window *w, Action action, int index) {
    Finder *f = &w->finder;
    switch (action) {
    case ACTION_ENTER: return go_to_found(w, f->selected);
    case ACTION_SELECT: return go_to_found(w, index);
    case ACTION_ERASE: return erase_letter(w);
    case ACTION_DOWN: return move_found(f, 1);
    case ACTION_UP: return move_found(f, -1);
    case ACTION_MOMENT: return move_found(f, f->rows);
    case ACTION_MOMENT_BACK: return move_found(f, -f->rows);
    default: return false;
    }
}

/* ---- Files ---------------------------------------------------------------------------------- */

static bool open_chooser(Window *w) {
    char folder[PLATFORM_PATH_SIZE] = ".";
    if (w->chooser.open) return false;
    player_play(&w->player, false, w->now_ns);
    if (*w->wanted) platform_folder_of(folder, sizeof folder, w->wanted);
    w->help = false;
    chooser_open(&w->chooser, folder, w->words);
    return true;
}

static bool take_file(Window *w, int index) {
    char path[PLATFORM_PATH_SIZE];
    if (!chooser_take(&w->chooser, index, w->words, path, sizeof path)) return !*w->chooser.error;
    chooser_close(&w->chooser);
    return window_open(w, path);
}

static bool act_in_chooser(Window *w, Action action, int index) {
    Chooser *c = &w->chooser;
    switch (action) {
    case ACTION_ENTER: return take_file(w, c->selected);
    case ACTION_SELECT: return take_file(w, index);
    case ACTION_ERASE: return chooser_back(c, w->words);
    case ACTION_FOLDER_UP: return chooser_up(c, w->words);
    case ACTION_DOWN: return chooser_move(c, 1);
    case ACTION_UP: return chooser_move(c, -1);
    case ACTION_MOMENT: return chooser_move(c, c->rows);
    case ACTION_MOMENT_BACK: return chooser_move(c, -c->rows);
    case ACTION_FIRST: return chooser_move(c, -c->count);
    case ACTION_LAST: return chooser_move(c, c->count);
    default: return false;
    }
}

/* ---- Both ----------------------------------------------------------------------------------- */

bool window_find_act(Window *w, Action action, int index, bool *known) {
    *known = true;
    if (action == ACTION_OPEN_FILE) return open_chooser(w);
    if (action == ACTION_FIND) return open_finder(w);
    unsigned place = window_place(w);
    if (place == IN_FILES) return act_in_chooser(w, action, index);
    if (place == IN_FIND) return act_in_finder(w, action, index);
    return *known = false;
}

bool window_find_close(Window *w) {
    bool files = w->chooser.open, names = w->finder.open;
    if (files)
        chooser_close(&w->chooser);
    else
        w->finder.open = false;
    return files || names;
}

bool window_find_typed(Window *w, const InputEvent *e) {
    unsigned place = window_place(w);
    if (e->kind != INPUT_TEXT || !(place & (IN_FILES | IN_FIND))) return false;
    if (place == IN_FIND && w->now_ns == w->finder.opened_ns) return true;
    bool typed = place == IN_FILES ? chooser_type(&w->chooser, e->text)
                                   : list_type(&w->finder.field, e->text);
    if (typed && place == IN_FIND) search(w);
    window_log(w, keys_action_name(ACTION_TYPE), typed);
    return true;
}

bool window_find_wheel(Window *w, const InputEvent *e) {
    unsigned place = window_place(w);
    if (!(place & (IN_FILES | IN_FIND))) return false;
    int by = e->wheel_y < 0 ? 3 : e->wheel_y > 0 ? -3 : 0;
    if (place == IN_FILES) chooser_move(&w->chooser, by);
    if (place == IN_FIND) move_found(&w->finder, by);
    return true;
}

void window_find_draw(Window *w, DrawList *list, const ScreenView *view) {
    unsigned under = window_place_under_help(w);
    if (!(under & (IN_FILES | IN_FIND))) return;
    w->spots.count = 0;
    if (under == IN_FILES) chooser_draw(list, view, &w->spots, &w->chooser);
    if (under == IN_FIND) finder_draw(list, view, &w->spots, &w->finder);
}
