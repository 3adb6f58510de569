#include "window/window.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "platform/platform_fonts.h"

enum { WIDTH = 1600, HEIGHT = 900 };

/* ---- The picture ---------------------------------------------------------------------------- */

static void fit_to_surface(Window *w, const Surface *surface) {
    if (surface->width == w->width && surface->height == w->height) return;
    w->width = surface->width;
    w->height = surface->height;
    window_apply_view(w);
}

/* A lesson may be drawn in another size than the list of lessons. */
static void fit_to_zoom(Window *w) {
    float zoom = window_zoom(w);
    if (zoom < w->drawn_zoom || zoom > w->drawn_zoom) window_apply_view(w);
}

static void draw_picker(Window *w, DrawList *list, const ScreenView *view) {
    char clock[40];
    PickerContinue open = window_continue(w, clock, sizeof clock);
    PickerFacts facts = {&w->shelf, &w->progress, &open};
    picker_draw(list, view, &w->spots, &w->picker, &facts);
}

static uint64_t earlier(uint64_t a, uint64_t b) {
    return a < b ? a : b;
}

/* Returns when to draw again. */
static uint64_t draw_screens(Window *w, DrawList *list) {
    uint64_t wake = UINT64_MAX;
    const Theme *theme = theme_get(w->theme);
    float scale = stage_scale(w->player.stage);
    ScreenView view = {theme,
                       theme_type(false),
                       w->fonts,
                       w->words,
                       (float)w->width / scale,
                       (float)w->height / scale,
                       w->pointer_x,
                       w->pointer_y};
    ScreenView behind = view; /* what is covered does not feel the pointer */
    if (!(window_place(w) & (IN_PICKER | IN_SEARCH))) behind.pointer_x = behind.pointer_y = -1;
    draw_list_reset(list, theme->bg0);
    w->spots.count = 0;
    if (w->screen == SCREEN_STAGE) {
        wake = player_draw(&w->player, list, w->now_ns);
    } else {
        draw_picker(w, list, &behind);
    }
    unsigned place = window_place(w);
    if (!(place & (IN_PICKER | IN_SEARCH))) w->spots.count = 0;
    if (window_caption_alone(w)) kit_draw_caption(list, &view, stage_model(w->player.stage));
    if (w->screen == SCREEN_STAGE && mode_motion(&w->mode, w->now_ns, w->still)) wake = 0;
    if (w->screen == SCREEN_STAGE) mode_draw(list, &view, &w->spots, &w->mode, &w->player);
    if (w->screen == SCREEN_STAGE) window_source_draw(w, list, &view);
    if (w->screen == SCREEN_STAGE) window_value_draw(w, list, &view);
    if (w->screen == SCREEN_STAGE) window_talk_draw(w, list, &view);
    if (place & (IN_HELP | IN_ERROR)) w->spots.count = 0;
    error_card_draw(list, &view, &w->spots, &w->error, w->behind);
    window_find_draw(w, list, &view);
    if (w->help) {
        w->spots.count = 0;
        help_draw(list, &view, &w->spots, window_place_under_help(w), &w->help_scroll);
    }
    wake = earlier(wake, window_kit_draw(w, list, &view));
    if (w->now_ns >= w->notice_until_ns || w->kit.black) return wake;
    window_notice_draw(w, list, &view);
    return earlier(wake, w->notice_until_ns);
}

static uint64_t paint(Window *w, PlatformFrame *frame) {
    bool first = !w->painted && !w->lists[w->list].count;
    DrawList *before = &w->lists[w->list], *list = &w->lists[1 - w->list];
    uint64_t wake = draw_screens(w, list);
    bool keep = w->painted && !frame->surface_fresh;
    if (raster_update(w->raster, keep ? before : NULL, list, frame->surface, frame->dirty,
                      &frame->dirty_count)) {
        w->list = 1 - w->list;
        w->painted = true;
    } else {
        w->painted = false; /* out of memory: all of it again next time */
    }
    if (first) window_log(w, "shown", w->painted);
    return wake;
}

/* Playing stops where the lesson asks something. */
static void tick(Window *w) {
    bool playing = w->player.playing;
    PredictPlace from = {0};
    if (playing) from = predict_here(&w->player.session);
    player_tick(&w->player, w->now_ns);
    window_source_told(w);
    if (playing) window_mode_moved(w, from);
}

static void frame(void *user, Platform *platform, PlatformFrame *f) {
    Window *w = user;
    (void)platform;
    w->now_ns = f->now_ns;
    fit_to_surface(w, f->surface);
    for (size_t i = 0; i < f->event_count; i++) window_event(w, &f->events[i]);
    bool changed = window_watch(w);
    if (!changed && !f->event_count && !f->surface_fresh && w->now_ns < w->due_ns) {
        f->wake_ns = earlier(w->due_ns, *w->watched[0].path ? w->watch_ns : UINT64_MAX);
        return;
    }
    fit_to_zoom(w);
    bool was_playing = w->player.playing;
    uint64_t step = player_step(&w->player);
    if (w->screen == SCREEN_STAGE) tick(w);
    window_mode_follow(w);
    if (was_playing && (!w->player.playing || step != player_step(&w->player)))
        window_log(w, w->player.playing ? "played" : "stopped", true);
    uint64_t wake = paint(w, f);
    /* What the end of the record brings, such as the place to go on at, is not painted yet. */
    bool settled = !w->player.open || w->player.session.recorded;
    bool more = window_record(w) || !settled;
    window_keep(w, false);
    if (w->keep_ns) wake = earlier(wake, w->keep_ns);
    w->due_ns = more || w->player.stale ? 0 : wake;
    f->wake_ns = earlier(w->due_ns, *w->watched[0].path ? w->watch_ns : UINT64_MAX);
    f->quit = w->quit;
    window_answer(w);
}

/* ---- From start to end
 * ---------------------------------------------------------------------------- */

static bool fail(const char *message) {
    fprintf(stderr, "coroscope: %s\n", message);
    return false;
}

static bool start(Window *w) {
    char error[PLATFORM_ERROR_SIZE];
    const PlatformOptions options = {"Coroscope", WIDTH, HEIGHT, false};
    w->fonts = platform_fonts_create(NULL, error, sizeof error);
    if (!w->fonts) return fail(error);
    w->context.language = platform_fonts_language(w->fonts, w->context.language);
    w->words = text_table(w->context.language);
    w->platform = platform_create(&options, error, sizeof error);
    if (!w->platform) return fail(error);
    w->raster = raster_create(w->fonts);
    if (!w->raster || !player_init(&w->player, &w->context, w->fonts))
        return fail("there is not enough memory for the window");
    return true;
}

static void stop(Window *w) {
    mode_clear(&w->mode);
    if (w->player.stage) player_clear(&w->player);
    shelf_clear(&w->shelf);
    error_card_clear(&w->error);
    chooser_close(&w->chooser);
    keep_breaks_clear(&w->breaks);
    keep_marks_clear(&w->marks);
    for (int i = 0; i < 2; i++) draw_list_clear(&w->lists[i]);
    raster_destroy(w->raster);
    platform_destroy(w->platform);
    if (w->fonts) platform_fonts_destroy(w->fonts);
}

static Window *create(const WindowOptions *options) {
    Window *w = calloc(1, sizeof *w);
    if (!w) return NULL;
    w->context = options->context;
    w->words = text_table(w->context.language);
    w->pointer_x = w->pointer_y = -1;
    w->log = options->log_actions;
    for (int i = 0; i < 2; i++) draw_list_init(&w->lists[i]);
    return w;
}

bool window_run(const WindowOptions *options) {
    Window *w = create(options);
    if (!w) return fail("there is not enough memory for the window");
    bool started = start(w);
    if (started) {
        window_keep_load(w, options);
        if (options->file) {
            window_open(w, options->file);
        } else {
            window_show_picker(w);
        }
        platform_run(w->platform, frame, w);
        window_keep(w, true);
    }
    stop(w);
    free(w);
    return started;
}
