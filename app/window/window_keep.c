#include "window/window.h"

#include <stdio.h>
#include <string.h>

/* Settings are written soon after the last change, so that a key held down writes once; progress
   less often: it changes with every step. */
static const uint64_t SETTINGS_NS = 500000000, PROGRESS_NS = 3000000000, NOTICE_NS = 12000000000;

/* What is told already and not over yet stays. */
static void tell(Window *w, const char *notice) {
    bool more = w->notice_until_ns > platform_now_ns();
    size_t used = more ? strlen(w->notice) : 0;
    if (!*notice || (used && used + strlen(notice) + 2 > sizeof w->notice)) return;
    snprintf(w->notice + used, sizeof w->notice - used, "%s%s", used ? "\n" : "", notice);
    w->notice_until_ns = platform_now_ns() + NOTICE_NS;
}

/* A disk that is full or may not be written is told once, not at every step. */
static void tell_written(Window *w, bool written, const char *notice) {
    if (!written && !w->unwritten) tell(w, notice);
    w->unwritten = !written;
}

static Settings current(const Window *w) {
    Settings s = w->settings; /* the language stays */
    s.theme = w->theme;
    s.zoom = w->viewing.own.zoom;
    s.reduced_motion = w->still;
    s.spotlight = w->spotlight;
    s.speed = w->player.speed;
    s.projector = w->viewing.projector;
    s.panels = w->viewing.own.panels;
    return s;
}

void window_keep_load(Window *w, const WindowOptions *options) {
    char notice[KEEP_NOTICE_SIZE];
    settings_load(&w->settings, w->words, notice, sizeof notice);
    tell(w, notice);
    progress_load(&w->progress, w->words, notice, sizeof notice);
    tell(w, notice);
    keep_breaks_load(&w->breaks, w->words, notice, sizeof notice);
    tell(w, notice);
    keep_marks_load(&w->marks, w->words, notice, sizeof notice);
    tell(w, notice);
    keep_files_load(&w->files, w->words, notice, sizeof notice);
    tell(w, notice);
    w->theme = options->theme_given ? options->theme : w->settings.theme;
    w->still = w->settings.reduced_motion;
    w->spotlight = w->settings.spotlight;
    w->viewing = viewing_default();
    w->viewing.own = (ViewingChoice){w->settings.zoom, w->settings.panels};
    w->viewing.projector = w->settings.projector;
    w->player.panels = viewing_panels(&w->viewing);
    w->player.speed = w->settings.speed;
    if (!w->context.record_mib) w->context.record_mib = (size_t)w->settings.record_mib;
}

static void note_progress(Window *w) {
    const char *id = w->player.session.lesson.id;
    if (!w->player.open || !id || !*id || w->mode.whatif.inside) return;
    const ProgressLesson *last = w->progress.count ? &w->progress.lessons[0] : NULL;
    uint64_t here = player_step(&w->player), steps = player_step_count(&w->player);
    bool same = last && strcmp(last->id, id) == 0 && last->here == here && last->steps == steps;
    /* The start is nowhere yet: opening a lesson does not forget where one was. */
    if (same || (here == 0 && progress_find(&w->progress, id))) return;
    progress_note(&w->progress, id, here, steps);
    w->progress_stale = true;
    if (!w->keep_ns) w->keep_ns = w->now_ns + PROGRESS_NS;
}

void window_keep_answer(Window *w, bool right) {
    const char *id = w->player.session.lesson.id;
    if (!w->player.open || !id || !*id) return;
    progress_answer(&w->progress, id, right);
    w->progress_stale = true;
    if (!w->keep_ns) w->keep_ns = w->now_ns + PROGRESS_NS;
}

static void write_settings(Window *w, const Settings *now) {
    char notice[KEEP_NOTICE_SIZE];
    w->settings = *now; /* even where it fails: it is not tried again and again */
    tell_written(w, settings_save(now, w->words, notice, sizeof notice), notice);
}

static void write_breaks(Window *w) {
    char notice[KEEP_NOTICE_SIZE];
    w->breaks_stale = false;
    tell_written(w, keep_breaks_save(&w->breaks, w->words, notice, sizeof notice), notice);
}

static void write_marks(Window *w) {
    char notice[KEEP_NOTICE_SIZE];
    w->marks_stale = false;
    tell_written(w, keep_marks_save(&w->marks, w->words, notice, sizeof notice), notice);
}

static void write_files(Window *w) {
    char notice[KEEP_NOTICE_SIZE];
    w->files_stale = false;
    tell_written(w, keep_files_save(&w->files, w->words, notice, sizeof notice), notice);
}

static void write_progress(Window *w) {
    char notice[KEEP_NOTICE_SIZE];
    w->progress_stale = false;
    tell_written(w, progress_save(&w->progress, w->words, notice, sizeof notice), notice);
}

void window_keep(Window *w, bool now) {
    Settings settings = current(w);
    bool changed = !settings_same(&settings, &w->settings);
    note_progress(w);
    if (changed && (!w->keep_ns || w->keep_ns > w->now_ns + SETTINGS_NS))
        w->keep_ns = w->now_ns + SETTINGS_NS;
    if (!now && (!w->keep_ns || w->now_ns < w->keep_ns)) return;
    w->keep_ns = 0;
    if (changed) write_settings(w, &settings);
    if (w->progress_stale) write_progress(w);
    if (w->files_stale) write_files(w);
    if (w->breaks_stale) write_breaks(w);
    if (w->marks_stale) write_marks(w);
}

void window_notice_draw(const Window *w, DrawList *list, const ScreenView *view) {
    enum { MARGIN = 16, PAD = 16, HEIGHT = 64, LINE = 46 };
    Scene s = screen_scene(view, list);
    char notice[KEEP_NOTICE_SIZE];
    float height = HEIGHT;
    for (const char *at = w->notice; *at; at++) height += *at == '\n' ? LINE : 0;
    DrawRect r = {MARGIN, view->height - MARGIN - height, view->width - 2 * MARGIN, height};
    screen_card(&s, r, view->theme->failed, 2);
    float baseline = r.y + 26;
    for (const char *at = w->notice; *at; baseline += LINE) {
        size_t length = strcspn(at, "\n");
        snprintf(notice, sizeof notice, "%.*s", (int)length, at);
        screen_paragraph(&s, FONT_UI_REGULAR, view->type->text, r.x + PAD, baseline, r.w - 2 * PAD,
                         view->theme->text, notice, 2);
        at += length + (at[length] != 0);
    }
}
