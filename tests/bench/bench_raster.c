/* How long a full stage and small changes of it take: 1080p, 400 rounded rectangles, 300 texts, and
   what else a frame shows. Prints milliseconds; judges nothing. */

#include <stdio.h>
#include <stdlib.h>

#include "draw/glyphs.h"
#include "draw/raster.h"
#include "draw/theme.h"
#include "platform/platform.h"
#include "platform/platform_fonts.h"

enum { WIDTH = 1920, HEIGHT = 1080, CARDS = 400, TEXTS = 300, RUNS = 40 };

static void draw_cards(DrawList *list, const Theme *theme, float shift) {
    for (int i = 0; i < CARDS; i++) {
        float x = 16 + (float)(i % 20) * 94, y = 16 + (float)(i / 20) * 52;
        if (i == 207) x += shift;
        draw_box(list, (DrawRect){x, y, 88, 46}, 12, theme->bg2, theme->line2,
                 (DrawStroke){.width = 2});
    }
}

static void draw_texts(DrawList *list, const Theme *theme) {
    static const char *const texts[] = {"order = await q.get()", "ready a slot is free",
                                        "Task-3 wakeup", "12.000"};
    for (int i = 0; i < TEXTS; i++) {
        float x = 20 + (float)(i % 15) * 125, y = 40 + (float)(i / 15) * 52;
        draw_text_z(list, i % 2 ? FONT_UI_REGULAR : FONT_MONO_REGULAR, 17, x, y, theme->text,
                    texts[i % 4]);
    }
}

static void draw_rest(DrawList *list, const Theme *theme) {
    for (int i = 0; i < 60; i++) {
        float x = 30 + (float)i * 31, y = 500;
        glyph_hatch_bar(list, (DrawRect){x, y + 80, 25, 9}, theme->waiting, 0);
        draw_icon(list, (DrawIcon)(i % 9), x, y, 20, theme->ready);
        draw_curve(list, (DrawPoint){x, y}, (DrawPoint){x, y + 50}, (DrawPoint){x + 60, y + 50},
                   (DrawPoint){x + 60, y + 90}, theme->runline,
                   (DrawStroke){.width = 3, .arrow = 14});
    }
    for (int i = 0; i < 30; i++)
        draw_outline(list, (DrawRect){30 + (float)i * 60, 700, 54, 40}, 10, theme->line2,
                     (DrawStroke){.width = 2, .on = 6, .off = 5});
}

static void draw_stage(DrawList *list, const Theme *theme, float shift) {
    draw_list_reset(list, theme->bg0);
    draw_fill(list, (DrawRect){8, 8, WIDTH - 16, HEIGHT - 16}, 46, theme->stage);
    draw_cards(list, theme, shift);
    draw_texts(list, theme);
    draw_rest(list, theme);
}

static int compare(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return x < y ? -1 : x > y;
}

static void report(const char *what, double *ms) {
    qsort(ms, RUNS, sizeof *ms, compare);
    printf("%-34s median %7.3f ms   best %7.3f ms\n", what, ms[RUNS / 2], ms[0]);
}

static double since(uint64_t start) {
    return (double)(platform_now_ns() - start) / 1e6;
}

static void measure(Raster *raster, Surface *surface, DrawList *lists) {
    const Theme *theme = theme_get(THEME_DARK);
    PixelRect dirty[RASTER_MAX_DIRTY];
    double listed[RUNS], full[RUNS], small[RUNS], none[RUNS];
    int count = 0;
    for (int run = 0; run < RUNS; run++) {
        DrawList *now = &lists[run % 2], *before = &lists[1 - run % 2];
        uint64_t start = platform_now_ns();
        draw_stage(now, theme, (float)run);
        listed[run] = since(start);
        start = platform_now_ns();
        raster_update(raster, run ? before : NULL, now, surface, dirty, &count);
        small[run] = since(start);
        start = platform_now_ns();
        raster_update(raster, NULL, now, surface, dirty, &count);
        full[run] = since(start);
        start = platform_now_ns();
        raster_update(raster, now, now, surface, dirty, &count);
        none[run] = since(start);
    }
    printf("%zu commands\n", lists[0].count);
    report("making the list", listed);
    report("painting a whole frame", full);
    report("one card moved", small);
    report("nothing changed", none);
}

int main(void) {
    char error[512];
    DrawList lists[2];
    Surface surface;
    Fonts *fonts = platform_fonts_create(NULL, error, sizeof error);
    if (!fonts) {
        fprintf(stderr, "%s\n", error);
        return 1;
    }
    Raster *raster = raster_create(fonts);
    bool ready = raster && surface_init(&surface, WIDTH, HEIGHT);
    if (ready) {
        draw_list_init(&lists[0]);
        draw_list_init(&lists[1]);
        measure(raster, &surface, lists);
        draw_list_clear(&lists[0]);
        draw_list_clear(&lists[1]);
        surface_clear(&surface);
    }
    raster_destroy(raster);
    platform_fonts_destroy(fonts);
    return ready ? 0 : 1;
}
