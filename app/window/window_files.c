#include "window/window.h"

#include <stdio.h>
#include <string.h>

static const uint64_t WATCH_NS = 60000000, SPARE_NS = 7000000;

enum { THUMBNAIL_SLICE = 20000 };

/* ---- Watching ------------------------------------------------------------------------------- */

static uint64_t stamp_of(const char *path) {
    return *path ? platform_file_stamp(path) : 0;
}

/* Of what is about to be read: what is saved meanwhile is a change. */
static void watch_before(Window *w) {
    WindowWatch *lesson = &w->watched[0], *program = &w->watched[1];
    if (strcmp(lesson->path, w->wanted) != 0) *program->path = 0;
    snprintf(lesson->path, sizeof lesson->path, "%s", w->wanted);
    lesson->stamp = stamp_of(lesson->path);
    program->stamp = stamp_of(program->path);
}

/* A lesson that cannot be read does not name its program: the one that it had is watched on. */
static void watch_session(Window *w, const Session *s) {
    WindowWatch *program = &w->watched[1];
    const char *path = s->lesson.program.path;
    if (!path || strcmp(program->path, path) == 0) return;
    bool same_file = strcmp(path, w->wanted) == 0;
    snprintf(program->path, sizeof program->path, "%s", same_file ? "" : path);
    program->stamp = stamp_of(program->path);
}

/* Some editors empty a file before they write it: once, that is waited for. */
static bool is_being_written(WindowWatch *watched) {
    bool waits = !watched->emptied && platform_is_empty_file(watched->path);
    watched->emptied = waits;
    return waits;
}

bool window_watch(Window *w) {
    if (w->now_ns < w->watch_ns) return false;
    w->watch_ns = w->now_ns + WATCH_NS;
    bool changed = false;
    for (int i = 0; i < WINDOW_WATCHED; i++) {
        WindowWatch *watched = &w->watched[i];
        uint64_t stamp = stamp_of(watched->path);
        /* An editor may take the file away for an instant: then wait for the new one. */
        if (stamp == 0 || stamp == watched->stamp || is_being_written(watched)) continue;
        watched->stamp = stamp;
        changed = true;
    }
    if (changed) window_log(w, "file-changed", window_reload(w));
    return changed;
}

/* ---- Opening -------------------------------------------------------------------------------- */

static void set_title(Window *w) {
    char title[256];
    const char *name = lesson_text(&w->player.session.lesson.title, w->context.language);
    snprintf(title, sizeof title, "%s \u2013 Coroscope", name);
    platform_set_title(w->platform, title);
}

/* What is shown and how large, as the lesson asks for it. */
static void take_view(Window *w, const LessonView *asked, bool same_file) {
    if (same_file)
        viewing_reload(&w->viewing, asked);
    else
        viewing_open(&w->viewing, asked);
    w->player.panels = viewing_panels(&w->viewing);
}

static void take_session(Window *w, Session *session, bool same_file) {
    w->resume = (WindowResume){.step = 0};
    if (same_file) window_resume_note(w);
    take_view(w, &session->lesson.view, same_file);
    snprintf(w->path, sizeof w->path, "%s", w->wanted);
    error_card_clear(&w->error);
    mode_forget(&w->mode);
    window_value_leave(w);
    w->finder.open = false;
    player_take(&w->player, session);
    window_source_opened(w);
    w->recorded = false;
    w->screen = SCREEN_STAGE;
    w->scrubbing = false;
    set_title(w);
    window_own_file(w);
}

static bool open_wanted(Window *w, bool same_file) {
    Session session;
    watch_before(w);
    bool open = session_open(&session, &w->context, w->wanted);
    watch_session(w, &session);
    w->help = false;
    if (open) {
        take_session(w, &session, same_file);
    } else {
        player_play(&w->player, false, w->now_ns);
        if (!w->player.open && !w->shelf_read) window_show_picker(w);
        error_card_take_session(&w->error, &session, w->words);
        w->behind = w->player.open ? BEHIND_LAST_GOOD : BEHIND_LESSONS;
        session_close(&session);
    }
    return open;
}

bool window_open(Window *w, const char *path) {
    if (strlen(path) >= sizeof w->wanted) return false;
    memmove(w->wanted, path, strlen(path) + 1); /* the path may be our own */
    chooser_close(&w->chooser);
    return open_wanted(w, false);
}

bool window_reload(Window *w) {
    if (!*w->wanted) return false;
    return open_wanted(w, w->player.open && strcmp(w->path, w->wanted) == 0);
}

/* ---- The list of lessons -------------------------------------------------------------------- */

static void read_shelf(Window *w) {
    char path[PLATFORM_PATH_SIZE];
    w->shelf_read = true;
    shelf_clear(&w->shelf);
    w->shelf_recorded = false;
    w->shelf.context = w->context;
    bool found = shelf_find_index(path, sizeof path);
    bool sound = !found || shelf_load(&w->shelf, &w->context, path);
    window_shelf_filled(w);
    if (sound) return;
    error_card_take(&w->error, &w->shelf.problems, TEXT_WRONG_INDEX);
    w->behind = w->player.open ? BEHIND_LAST_GOOD : BEHIND_LESSONS;
}

void window_show_picker(Window *w) {
    if (!w->shelf_read) read_shelf(w);
    player_play(&w->player, false, w->now_ns);
    w->screen = SCREEN_PICKER;
    w->picker.selected = window_can_continue(w) ? -1 : 0;
    w->picker.follow = true;
    w->scrubbing = false;
    platform_set_title(w->platform, "Coroscope");
}

/* ---- Recording ------------------------------------------------------------------------------ */

/* A selector that never happens shows only when all is recorded. */
static void finish_record(Window *w) {
    w->recorded = true;
    window_marks_come_back(w);
    if (w->player.session.problems.count) {
        player_play(&w->player, false, w->now_ns);
        error_card_take_session(&w->error, &w->player.session, w->words);
        w->behind = BEHIND_ITSELF;
    }
    window_log(w, "recorded", !error_card_is_open(&w->error));
}

static bool record_shelf(Window *w, uint64_t until_ns) {
    if (w->screen != SCREEN_PICKER) return false;
    while (!w->shelf_recorded && platform_now_ns() < until_ns)
        w->shelf_recorded = shelf_record(&w->shelf, THUMBNAIL_SLICE);
    return !w->shelf_recorded;
}

bool window_record(Window *w) {
    uint64_t until = platform_now_ns() + SPARE_NS;
    if (!w->player.open) return record_shelf(w, until);
    bool done = player_record(&w->player, until);
    window_resume(w, done);
    if (done && !w->recorded) finish_record(w);
    bool what_if = !done || window_whatif_record(w, until);
    return !done || !what_if || record_shelf(w, until);
}
