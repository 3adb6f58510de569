#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "draw/glyphs.h"
#include "draw/png.h"
#include "draw/raster.h"
#include "support/fake_fonts.h"

enum { SIDE = 200 };

static const DrawColour WHITE = 0xFFFFFFFFU, BLACK = 0xFF000000U;
static const PixelRect ALL = {0, 0, SIDE, SIDE};
static const double PI = 3.14159265358979;

typedef struct {
    FakeFonts fonts;
    Raster *raster;
    Surface surface, other;
    DrawList list, next;
} Bench;

static int set_up(void **state) {
    Bench *bench = calloc(1, sizeof *bench);
    fake_fonts_init(&bench->fonts);
    bench->raster = raster_create(&bench->fonts.base);
    surface_init(&bench->surface, SIDE, SIDE);
    surface_init(&bench->other, SIDE, SIDE);
    draw_list_init(&bench->list);
    draw_list_init(&bench->next);
    draw_list_reset(&bench->list, BLACK);
    *state = bench;
    return 0;
}

static int tear_down(void **state) {
    Bench *bench = *state;
    raster_destroy(bench->raster);
    surface_clear(&bench->surface);
    surface_clear(&bench->other);
    draw_list_clear(&bench->list);
    draw_list_clear(&bench->next);
    free(bench);
    return 0;
}

static void paint(Bench *bench) {
    assert_true(raster_draw(bench->raster, &bench->list, &bench->surface, ALL));
}

static int grey_at(const Surface *s, int x, int y) {
    return (int)(s->pixels[y * s->stride + x] & 255U);
}

/* Covered area in pixels of what was painted white on black. */
static double area_of(const Surface *s) {
    double sum = 0;
    for (int i = 0; i < s->stride * s->height; i++) sum += s->pixels[i] & 255U;
    return sum / 255;
}

static void assert_area(Bench *bench, double expected, double tolerance) {
    paint(bench);
    double area = area_of(&bench->surface);
    if (!(fabs(area - expected) <= tolerance)) fail_msg("area %g is not %g", area, expected);
}

static void assert_same_picture(const Surface *a, const Surface *b) {
    for (int y = 0; y < a->height; y++)
        for (int x = 0; x < a->width; x++)
            if (a->pixels[y * a->stride + x] != b->pixels[y * b->stride + x])
                fail_msg("pixel %d,%d is %08x and %08x", x, y,
                         (unsigned)a->pixels[y * a->stride + x],
                         (unsigned)b->pixels[y * b->stride + x]);
}

static void a_box_covers_exactly_its_pixels(void **state) {
    Bench *bench = *state;
    draw_fill(&bench->list, (DrawRect){10, 20, 30, 15}, 0, 0xFF123456U);
    paint(bench);
    for (int y = 0; y < SIDE; y++)
        for (int x = 0; x < SIDE; x++) {
            bool inside = x >= 10 && x < 40 && y >= 20 && y < 35;
            assert_int_equal(bench->surface.pixels[y * SIDE + x], inside ? 0xFF123456U : BLACK);
        }
}

static void round_corners_take_off_what_a_circle_does(void **state) {
    Bench *bench = *state;
    draw_fill(&bench->list, (DrawRect){10, 10, 100, 60}, 12, WHITE);
    assert_area(bench, 6000 - (4 - PI) * 144, 3);
    draw_list_reset(&bench->list, BLACK);
    draw_fill(&bench->list, (DrawRect){10, 10, 51, 51}, 99, WHITE);
    assert_area(bench, PI * 25.5 * 25.5, 4);
}

static void only_the_named_corners_are_round(void **state) {
    Bench *bench = *state;
    draw_fill_corners(&bench->list, (DrawRect){10, 10, 40, 40}, 10, DRAW_LEFT, WHITE);
    paint(bench);
    assert_int_equal(grey_at(&bench->surface, 10, 10), 0);
    assert_int_equal(grey_at(&bench->surface, 10, 49), 0);
    assert_int_equal(grey_at(&bench->surface, 49, 10), 255);
    assert_int_equal(grey_at(&bench->surface, 49, 49), 255);
}

static void fill_and_outline_of_a_box_leave_no_fringe(void **state) {
    Bench *bench = *state;
    draw_list_reset(&bench->list, WHITE);
    draw_box(&bench->list, (DrawRect){10, 10, 60, 50}, 14, WHITE, WHITE, (DrawStroke){.width = 3});
    paint(bench);
    for (int i = 0; i < SIDE * SIDE; i++) assert_int_equal(bench->surface.pixels[i], WHITE);
    draw_list_reset(&bench->list, BLACK);
    draw_box(&bench->list, (DrawRect){10, 10, 60, 50}, 14, WHITE, WHITE, (DrawStroke){.width = 3});
    draw_list_reset(&bench->next, BLACK);
    draw_fill(&bench->next, (DrawRect){10, 10, 60, 50}, 14, WHITE);
    paint(bench);
    raster_draw(bench->raster, &bench->next, &bench->other, ALL);
    for (int i = 0; i < SIDE * SIDE; i++) {
        int a = grey_at(&bench->surface, i % SIDE, i / SIDE);
        int b = grey_at(&bench->other, i % SIDE, i / SIDE);
        assert_true(abs(a - b) <= 2);
    }
}

static void an_outline_lies_inside_its_box(void **state) {
    Bench *bench = *state;
    draw_outline(&bench->list, (DrawRect){10, 10, 60, 50}, 0, WHITE, (DrawStroke){.width = 2});
    assert_area(bench, 60 * 50 - 56 * 46, 0);
    assert_int_equal(grey_at(&bench->surface, 9, 30), 0);
    assert_int_equal(grey_at(&bench->surface, 11, 30), 255);
    assert_int_equal(grey_at(&bench->surface, 12, 30), 0);
    draw_list_reset(&bench->list, BLACK);
    draw_outline(&bench->list, (DrawRect){10, 10, 60, 50}, 10, WHITE, (DrawStroke){.width = 4});
    double outer = 3000 - (4 - PI) * 100, inner = 52 * 42 - (4 - PI) * 36;
    assert_area(bench, outer - inner, 4);
}

static void round_shapes_have_their_areas(void **state) {
    Bench *bench = *state;
    draw_disc(&bench->list, 100, 100, 40.3F, WHITE);
    assert_area(bench, PI * 40.3 * 40.3, 3);
    draw_list_reset(&bench->list, BLACK);
    draw_ring(&bench->list, 100, 100, 40, WHITE, (DrawStroke){.width = 6});
    assert_area(bench, 2 * PI * 40 * 6, 3);
    draw_list_reset(&bench->list, BLACK);
    draw_pie(&bench->list, 100, 100, 60, 0, 0.25F, WHITE);
    assert_area(bench, PI * 3600 / 4, 3);
    assert_int_equal(grey_at(&bench->surface, 120, 80), 255);
    assert_int_equal(grey_at(&bench->surface, 80, 80), 0);
    draw_list_reset(&bench->list, BLACK);
    draw_arc(&bench->list, 100, 100, 50, 0.5F, 0.75F, WHITE, (DrawStroke){.width = 4});
    assert_area(bench, 2 * PI * 50 * 4 / 4, 2);
    assert_int_equal(grey_at(&bench->surface, 65, 135), 255);
}

static void polygons_have_their_areas_in_either_direction(void **state) {
    Bench *bench = *state;
    DrawPoint clockwise[] = {{20.3F, 10.7F}, {150.9F, 60.2F}, {40.1F, 180.6F}};
    DrawPoint other[] = {clockwise[2], clockwise[1], clockwise[0]};
    double area = fabs((130.6 * 169.9 - 19.8 * 49.5) / 2);
    draw_polygon(&bench->list, clockwise, 3, WHITE);
    assert_area(bench, area, 3);
    draw_list_reset(&bench->list, BLACK);
    draw_polygon(&bench->list, other, 3, WHITE);
    assert_area(bench, area, 3);
}

static void horizontal_lines_lie_on_whole_pixels_at_every_scale(void **state) {
    Bench *bench = *state;
    const float scales[] = {0.875F, 1, 1.35F, 2};
    const int widths[] = {1, 1, 1, 2}; /* of one logical pixel */
    for (size_t i = 0; i < 4; i++) {
        draw_list_reset(&bench->list, BLACK);
        draw_line(&bench->list, 10, 33.3F, 50, 33.3F, WHITE, (DrawStroke){.width = 1});
        raster_set_scale(bench->raster, scales[i]);
        paint(bench);
        int whole = 0;
        for (int y = 0; y < SIDE; y++) {
            int grey = grey_at(&bench->surface, 30, y);
            assert_true(grey == 0 || grey == 255);
            whole += grey == 255;
        }
        assert_int_equal(whole, widths[i]);
    }
}

static void pieces_of_one_line_do_not_add_up_where_they_overlap(void **state) {
    Bench *bench = *state;
    DrawPoint zigzag[] = {{20, 20}, {180, 180}, {180, 20}, {20, 180}, {100, 20}};
    draw_polyline(&bench->list, zigzag, 5, 0x80FFFFFFU,
                  (DrawStroke){.width = 12, .cap = DRAW_CAP_ROUND});
    paint(bench);
    int brightest = 0;
    for (int i = 0; i < SIDE * SIDE; i++) {
        int grey = (int)(bench->surface.pixels[i] & 255U);
        if (grey > brightest) brightest = grey;
    }
    assert_int_equal(brightest, 128);
}

static void dashes_cover_their_share_of_a_line(void **state) {
    Bench *bench = *state;
    draw_line(&bench->list, 10, 50, 190, 50, WHITE, (DrawStroke){.width = 4, .on = 6, .off = 4});
    assert_area(bench, 180 * 4 * 0.6, 1);
    assert_int_equal(grey_at(&bench->surface, 12, 50), 255);
    assert_int_equal(grey_at(&bench->surface, 18, 50), 0);
    draw_list_reset(&bench->list, BLACK);
    draw_line(&bench->list, 10, 50, 190, 50, WHITE,
              (DrawStroke){.width = 4, .on = 6, .off = 4, .phase = 8});
    paint(bench);
    assert_int_equal(grey_at(&bench->surface, 11, 50), 0);
    assert_int_equal(grey_at(&bench->surface, 13, 50), 255);
}

static void dashes_around_a_box_meet_without_a_seam(void **state) {
    Bench *bench = *state;
    draw_outline(&bench->list, (DrawRect){10, 10, 150, 80}, 12, WHITE,
                 (DrawStroke){.width = 2, .on = 7, .off = 5});
    double around = 2 * (148 - 22) + 2 * (78 - 22) + 2 * PI * 11;
    assert_area(bench, around * 2 * 7 / 12, 6);
}

static void an_arrow_ends_at_its_point(void **state) {
    Bench *bench = *state;
    draw_line(&bench->list, 20, 100, 120, 100, WHITE, (DrawStroke){.width = 2, .arrow = 12});
    assert_area(bench, 88 * 2 + 12 * 12 / 2, 3);
    for (int y = 0; y < SIDE; y++) assert_int_equal(grey_at(&bench->surface, 120, y), 0);
    assert_true(grey_at(&bench->surface, 117, 99) > 0);
}

static void a_curve_is_as_long_as_it_is(void **state) {
    Bench *bench = *state;
    DrawPoint a = {20, 100}, b = {60, 100}, c = {140, 100}, d = {180, 100};
    draw_curve(&bench->list, a, b, c, d, WHITE, (DrawStroke){.width = 4});
    assert_area(bench, 160 * 4, 1);
    draw_list_reset(&bench->list, BLACK);
    /* Control points of a quarter circle of radius 100. */
    DrawPoint e = {80, 50}, f = {135.23F, 50}, g = {180, 94.77F}, h = {180, 150};
    draw_curve(&bench->list, e, f, g, h, WHITE, (DrawStroke){.width = 4});
    assert_area(bench, PI * 50 * 4, 2);
}

static void a_hatch_covers_its_share_and_stands_still(void **state) {
    Bench *bench = *state;
    draw_hatch(&bench->list, (DrawRect){0, 0, SIDE, SIDE}, 0, WHITE, 8, 2, 0, false);
    assert_area(bench, SIDE * SIDE / 4.0, 100);
    draw_list_reset(&bench->next, BLACK);
    draw_hatch(&bench->next, (DrawRect){37, 0, 90, SIDE}, 0, WHITE, 8, 2, 0, false);
    raster_draw(bench->raster, &bench->next, &bench->other, ALL);
    for (int y = 0; y < SIDE; y++)
        for (int x = 37; x < 127; x++) {
            int a = grey_at(&bench->surface, x, y), b = grey_at(&bench->other, x, y);
            assert_true(abs(a - b) <= 1);
        }
    draw_list_reset(&bench->list, BLACK);
    draw_hatch(&bench->list, (DrawRect){0, 0, SIDE, SIDE}, 0, WHITE, 8, 2, 0, true);
    assert_area(bench, SIDE * SIDE * (1 - 0.75 * 0.75), 600);
}

static void nothing_is_painted_outside_nested_clips(void **state) {
    Bench *bench = *state;
    draw_clip_push(&bench->list, (DrawRect){20, 20, 100, 100});
    draw_clip_push(&bench->list, (DrawRect){60, 0, 100, 70});
    draw_fill(&bench->list, (DrawRect){0, 0, SIDE, SIDE}, 30, WHITE);
    draw_line(&bench->list, 0, 0, 200, 200, WHITE, (DrawStroke){.width = 9});
    draw_clip_pop(&bench->list);
    draw_fill(&bench->list, (DrawRect){0, 110, SIDE, SIDE}, 0, WHITE);
    draw_clip_pop(&bench->list);
    draw_fill(&bench->list, (DrawRect){199, 199, 1, 1}, 0, WHITE);
    assert_area(bench, 60 * 50 + 100 * 10 + 1, 0);
}

static void a_group_fades_as_one_picture(void **state) {
    Bench *bench = *state;
    draw_alpha_push(&bench->list, 0.5F);
    draw_fill(&bench->list, (DrawRect){10, 10, 50, 50}, 0, 0xFFFF0000U);
    draw_fill(&bench->list, (DrawRect){30, 30, 50, 50}, 0, WHITE);
    draw_alpha_pop(&bench->list);
    paint(bench);
    assert_int_equal(bench->surface.pixels[20 * SIDE + 20], 0xFF800000U);
    assert_int_equal(bench->surface.pixels[40 * SIDE + 40], 0xFF808080U);
    assert_int_equal(bench->surface.pixels[5 * SIDE + 5], BLACK);
}

static void groups_nest_and_the_extremes_are_exact(void **state) {
    Bench *bench = *state;
    draw_alpha_push(&bench->list, 1);
    draw_disc(&bench->list, 50, 50, 20, 0xFF13579BU);
    draw_alpha_pop(&bench->list);
    draw_alpha_push(&bench->list, 0);
    draw_fill(&bench->list, (DrawRect){0, 0, SIDE, SIDE}, 0, WHITE);
    draw_alpha_pop(&bench->list);
    draw_alpha_push(&bench->list, 0.5F);
    draw_alpha_push(&bench->list, 0.5F);
    draw_fill(&bench->list, (DrawRect){100, 100, 10, 10}, 0, WHITE);
    draw_alpha_pop(&bench->list);
    draw_fill(&bench->list, (DrawRect){120, 100, 10, 10}, 0, WHITE);
    draw_alpha_pop(&bench->list);
    paint(bench);
    draw_list_reset(&bench->next, BLACK);
    draw_disc(&bench->next, 50, 50, 20, 0xFF13579BU);
    draw_fill(&bench->next, (DrawRect){100, 100, 10, 10}, 0, 0xFF404040U);
    draw_fill(&bench->next, (DrawRect){120, 100, 10, 10}, 0, 0xFF808080U);
    raster_draw(bench->raster, &bench->next, &bench->other, ALL);
    assert_same_picture(&bench->surface, &bench->other);
}

static void text_starts_ends_and_centres_at_its_point(void **state) {
    Bench *bench = *state;
    const DrawAlign aligns[] = {DRAW_ALIGN_LEFT, DRAW_ALIGN_CENTRE, DRAW_ALIGN_RIGHT};
    const int starts[] = {100, 88, 76}; /* two characters of 12 px */
    for (int i = 0; i < 3; i++) {
        draw_list_reset(&bench->list, BLACK);
        draw_text_aligned(&bench->list, FONT_MONO_REGULAR, 20, 100, 60, WHITE, aligns[i], 0, "ab",
                          2);
        paint(bench);
        int row = 60 - 7;
        assert_int_equal(grey_at(&bench->surface, starts[i] - 1, row), 0);
        assert_int_equal(grey_at(&bench->surface, starts[i], row), 255);
        assert_int_equal(grey_at(&bench->surface, starts[i] + 12, row), 255);
        assert_int_equal(grey_at(&bench->surface, starts[i], 60), 0);
    }
}

static void glyphs_stand_at_quarters_of_a_pixel(void **state) {
    Bench *bench = *state;
    draw_text_z(&bench->list, FONT_MONO_REGULAR, 20, 100.26F, 60, WHITE, "a");
    paint(bench);
    assert_int_equal(grey_at(&bench->surface, 100, 55), 255 - 63);
    draw_list_reset(&bench->list, BLACK);
    draw_text_z(&bench->list, FONT_MONO_REGULAR, 20, 99.9F, 60, WHITE, "a");
    paint(bench);
    assert_int_equal(grey_at(&bench->surface, 99, 55), 0);
    assert_int_equal(grey_at(&bench->surface, 100, 55), 255);
}

static void an_icon_has_its_cut_outs(void **state) {
    Bench *bench = *state;
    draw_icon(&bench->list, ICON_DONE, 100, 100, 100, WHITE);
    paint(bench);
    assert_int_equal(grey_at(&bench->surface, 75, 75), 255);
    assert_int_equal(grey_at(&bench->surface, 94, 116), 0);
    assert_int_equal(grey_at(&bench->surface, 52, 52), 0);
    draw_list_reset(&bench->list, BLACK);
    draw_icon(&bench->list, ICON_RUNNING, 100, 100, 100, WHITE);
    assert_area(bench, 13 * 14.8 / 2 * 25, 3);
}

/* ---- Dirty rectangles ---- */

static uint32_t random_bits(uint32_t *seed) {
    *seed = *seed * 1664525U + 1013904223U;
    return *seed >> 8;
}

static float random_float(uint32_t *seed, float from, float to) {
    return from + (to - from) * (float)(random_bits(seed) & 0xFFFF) / 65535;
}

static void add_random_shape(DrawList *list, uint32_t *seed, uint32_t kind) {
    float x = random_float(seed, -30, SIDE), y = random_float(seed, -30, SIDE);
    float w = random_float(seed, 1, 90), h = random_float(seed, 1, 60);
    DrawColour colour = (random_bits(seed) << 8 ^ random_bits(seed)) | 0x40000000U;
    DrawStroke stroke = {.width = random_float(seed, 0.3F, 5)};
    if (random_bits(seed) % 3 == 0) stroke.on = 4, stroke.off = 3, stroke.phase = w / 9;
    if (random_bits(seed) % 4 == 0) stroke.arrow = 9, stroke.cap = DRAW_CAP_ROUND;
    DrawPoint points[] = {{x, y}, {x + w, y - h}, {y, w}, {x, y + h}};
    switch (kind) {
    case 0:
        draw_box(list, (DrawRect){x, y, w, h}, h / 4, colour, ~colour | 0xFF000000U, stroke);
        return;
    case 1: draw_fill(list, (DrawRect){x, y, w, h}, 9, colour); return;
    case 2: draw_polyline(list, points, 4, colour, stroke); return;
    case 3: draw_polygon(list, points, 4, colour); return;
    case 4: draw_curve(list, points[0], points[1], points[2], points[3], colour, stroke); return;
    case 5: draw_arc(list, x, y, w / 2, h / 99, 0.9F, colour, stroke); return;
    case 6: draw_pie(list, x, y, w / 2, 0, h / 60, colour); return;
    case 7: draw_hatch(list, (DrawRect){x, y, w, h}, 3, colour, 7, 2, 11, h > 30); return;
    case 8: draw_text_z(list, FONT_UI_REGULAR, h / 2 + 4, x, y, colour, "Ab cd"); return;
    case 9: draw_icon(list, (DrawIcon)((uint32_t)w % ICON_COUNT), x, y, h, colour); return;
    default: draw_ring(list, x, y, w / 2, colour, stroke); return;
    }
}

/* A list whose n-th part depends on seeds[n] only, so that two lists can share most of them. */
static void add_random(DrawList *list, const uint32_t *seeds, int count, int open[2]) {
    int clips = 0, alphas = 0;
    for (int i = 0; i < count; i++) {
        uint32_t seed = seeds[i], kind = random_bits(&seed) % 16;
        if (kind < 11) add_random_shape(list, &seed, kind);
        if (kind == 11 && clips < 6) {
            float x = random_float(&seed, 0, 90), y = random_float(&seed, 0, 90);
            draw_clip_push(list, (DrawRect){x, y, 120, 100});
            clips++;
        }
        if (kind == 12 && clips > 0) draw_clip_pop(list), clips--;
        if (kind == 13 && alphas < 6) draw_alpha_push(list, random_float(&seed, 0, 1)), alphas++;
        if (kind >= 14 && alphas > 0) draw_alpha_pop(list), alphas--;
    }
    open[0] = clips, open[1] = alphas;
}

static void draw_random(DrawList *list, const uint32_t *seeds, int count) {
    int open[2];
    draw_list_reset(list, 0xFF203040U);
    add_random(list, seeds, count, open);
}

enum { PARTS = 60 };

static int change_some(uint32_t *seeds, int count, uint32_t *seed) {
    uint32_t what = random_bits(seed) % 4;
    int at = (int)(random_bits(seed) % (uint32_t)count);
    if (what == 0) {
        for (int i = 0; i < 4; i++) seeds[random_bits(seed) % (uint32_t)count] = random_bits(seed);
    } else if (what == 1 && count > PARTS / 2) {
        memmove(seeds + at, seeds + at + 1, (size_t)(count - at - 1) * sizeof *seeds);
        return count - 1;
    } else if (what == 2 && count < PARTS) {
        memmove(seeds + at + 1, seeds + at, (size_t)(count - at) * sizeof *seeds);
        seeds[at] = random_bits(seed);
        return count + 1;
    } else {
        uint32_t swapped = seeds[at];
        seeds[at] = seeds[0];
        seeds[0] = swapped;
    }
    return count;
}

static void an_update_gives_the_picture_of_a_full_redraw(void **state) {
    Bench *bench = *state;
    uint32_t seed = 7, seeds[PARTS];
    int count = PARTS - 8, dirty_count = 0, partial = 0;
    PixelRect dirty[RASTER_MAX_DIRTY];
    for (int i = 0; i < PARTS; i++) seeds[i] = random_bits(&seed);
    for (int round = 0; round < 400; round++) {
        const DrawList *previous = round % 100 ? &bench->list : NULL;
        if (round % 100 == 0) raster_set_scale(bench->raster, 0.8F + 0.3F * (float)(round / 100));
        draw_random(&bench->next, seeds, count);
        assert_true(raster_update(bench->raster, previous, &bench->next, &bench->surface, dirty,
                                  &dirty_count));
        assert_true(raster_draw(bench->raster, &bench->next, &bench->other, ALL));
        assert_same_picture(&bench->surface, &bench->other);
        partial += !(dirty_count == 1 && dirty[0].x1 == SIDE && dirty[0].y1 == SIDE);
        DrawList swapped = bench->list;
        bench->list = bench->next;
        bench->next = swapped;
        count = change_some(seeds, count, &seed);
    }
    assert_true(partial > 100);
}

/* A whole picture, after which nothing is open. */
static void add_picture(DrawList *list, const uint32_t *seeds, int count) {
    int open[2];
    add_random(list, seeds, count, open);
    while (open[0]-- > 0) draw_clip_pop(list);
    while (open[1]-- > 0) draw_alpha_pop(list);
}

/* One picture, over it the other one, more or less faint, and a card on top. */
static void draw_fading(DrawList *list, uint32_t *const seeds[2], const int counts[2], int frame) {
    draw_list_reset(list, 0xFF203040U);
    if (frame < 4) add_picture(list, seeds[0], counts[0]);
    if (frame > 0 && frame < 4) {
        draw_alpha_push(list, (float)frame / 4);
        draw_fill(list, (DrawRect){0, 0, 2 * SIDE, 2 * SIDE}, 0, 0xFF203040U);
    }
    if (frame > 0) add_picture(list, seeds[1], counts[1]);
    if (frame > 0 && frame < 4) draw_alpha_pop(list);
    draw_fill(list, (DrawRect){(float)frame, 20, 9, 9}, 2, 0x80FFFFFFU);
}

static void a_fade_is_painted_only_where_its_pictures_differ(void **state) {
    Bench *bench = *state;
    uint32_t seed = 23, early[PARTS], late[PARTS], *seeds[2] = {early, late};
    int counts[2] = {PARTS - 8, PARTS - 8}, dirty_count = 0, partial = 0;
    PixelRect dirty[RASTER_MAX_DIRTY];
    raster_set_scale(bench->raster, 1.3F);
    for (int i = 0; i < PARTS; i++) early[i] = random_bits(&seed);
    for (int round = 0; round < 60; round++) {
        memcpy(late, early, sizeof late);
        counts[1] = change_some(late, counts[0], &seed);
        for (int frame = 0; frame <= 4; frame++) {
            draw_fading(&bench->next, seeds, counts, frame);
            assert_true(raster_update(bench->raster, frame ? &bench->list : NULL, &bench->next,
                                      &bench->surface, dirty, &dirty_count));
            assert_true(raster_draw(bench->raster, &bench->next, &bench->other, ALL));
            assert_same_picture(&bench->surface, &bench->other);
            partial += !(dirty_count == 1 && dirty[0].x1 == SIDE && dirty[0].y1 == SIDE);
            DrawList swapped = bench->list;
            bench->list = bench->next;
            bench->next = swapped;
        }
        memcpy(early, late, sizeof early);
        counts[0] = counts[1];
    }
    assert_true(partial > 60);
}

static void any_part_painted_alone_equals_that_part_of_the_whole(void **state) {
    Bench *bench = *state;
    uint32_t seed = 99, seeds[PARTS];
    for (int i = 0; i < PARTS; i++) seeds[i] = random_bits(&seed);
    draw_random(&bench->list, seeds, PARTS);
    raster_set_scale(bench->raster, 1.1F);
    paint(bench);
    for (int round = 0; round < 100; round++) {
        int x = (int)(random_bits(&seed) % SIDE), y = (int)(random_bits(&seed) % SIDE);
        PixelRect part = {x, y, x + 1 + (int)(random_bits(&seed) % 60),
                          y + 1 + (int)(random_bits(&seed) % 60)};
        assert_true(raster_draw(bench->raster, &bench->list, &bench->other, part));
        for (int row = y; row < part.y1 && row < SIDE; row++)
            for (int column = x; column < part.x1 && column < SIDE; column++)
                assert_int_equal(bench->surface.pixels[row * SIDE + column],
                                 bench->other.pixels[row * SIDE + column]);
    }
}

static void equal_lists_have_nothing_dirty(void **state) {
    Bench *bench = *state;
    PixelRect dirty[RASTER_MAX_DIRTY];
    int count = -1;
    draw_list_reset(&bench->next, BLACK);
    for (int i = 0; i < 2; i++)
        draw_text_z(i ? &bench->next : &bench->list, FONT_UI_BOLD, 20, 10, 40, WHITE, "same");
    paint(bench);
    assert_true(
        raster_update(bench->raster, &bench->list, &bench->next, &bench->surface, dirty, &count));
    assert_int_equal(count, 0);
}

static void a_moved_card_damages_only_where_it_was_and_is(void **state) {
    Bench *bench = *state;
    PixelRect dirty[RASTER_MAX_DIRTY];
    int count = 0;
    draw_list_reset(&bench->next, BLACK);
    for (int i = 0; i < 2; i++) {
        DrawList *list = i ? &bench->next : &bench->list;
        for (int k = 0; k < 20; k++)
            draw_fill(list, (DrawRect){(float)k * 10, 150, 8, 8}, 2, 0xFF808080U);
        draw_fill(list, (DrawRect){i ? 14.0F : 10.0F, 10, 30, 20}, 4, WHITE);
        for (int k = 0; k < 20; k++)
            draw_fill(list, (DrawRect){(float)k * 10, 180, 8, 8}, 2, 0xFF808080U);
    }
    paint(bench);
    raster_update(bench->raster, &bench->list, &bench->next, &bench->surface, dirty, &count);
    assert_int_equal(count, 1);
    assert_int_equal(dirty[0].x0, 10);
    assert_int_equal(dirty[0].y0, 10);
    assert_int_equal(dirty[0].x1, 44);
    assert_int_equal(dirty[0].y1, 30);
}

static void coordinates_beyond_all_bounds_do_no_harm(void **state) {
    Bench *bench = *state;
    const float wild[] = {0, -1e9F, 1e9F, 3e38F, -3e38F, INFINITY, -INFINITY, NAN, 1e-30F};
    const size_t count = sizeof wild / sizeof wild[0];
    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; k < count; k++) {
            float a = wild[i], b = wild[k];
            DrawPoint points[] = {{a, 10}, {50, b}, {b, a}, {5, 5}};
            DrawStroke stroke = {.width = b, .on = a, .off = b, .phase = a, .arrow = b, .bend = a};
            DrawStroke dashes = {.width = 2, .on = 3, .off = 2, .phase = b, .arrow = 5};
            draw_list_reset(&bench->list, BLACK);
            draw_box(&bench->list, (DrawRect){a, b, b, a}, a, WHITE, WHITE, stroke);
            draw_box(&bench->list, (DrawRect){a, 5, 40, 1e7F}, b, WHITE, WHITE, dashes);
            draw_polyline(&bench->list, points, 4, WHITE, stroke);
            draw_polyline(&bench->list, points, 4, WHITE, dashes);
            draw_polygon(&bench->list, points, 4, WHITE);
            draw_curve(&bench->list, points[0], points[1], points[2], points[3], WHITE, stroke);
            draw_arc(&bench->list, a, b, b, 0, 0.5F, WHITE, stroke);
            draw_arc(&bench->list, 9, 9, a, a, b, WHITE, dashes);
            draw_pie(&bench->list, 9, 9, 9, a, b, WHITE);
            draw_hatch(&bench->list, (DrawRect){a, 0, 1e8F, 50}, b, WHITE, b, a, b, true);
            draw_text_z(&bench->list, FONT_UI_BOLD, a, b, a, WHITE, "x");
            draw_text_z(&bench->list, FONT_UI_BOLD, 12, b, a, WHITE, "x");
            draw_icon(&bench->list, ICON_DONE, a, b, b, WHITE);
            draw_alpha_push(&bench->list, a);
            draw_fill(&bench->list, (DrawRect){5, 5, 9, 9}, 0, WHITE);
            draw_alpha_pop(&bench->list);
            paint(bench);
        }
    }
}

static void a_picture_survives_being_written_and_read(void **state) {
    Bench *bench = *state;
    char error[256] = "", path[] = "test_raster_picture.png";
    Surface read;
    draw_disc(&bench->list, 100, 100, 60, 0xFF4080C0U);
    paint(bench);
    assert_true(png_write(path, &bench->surface, error, sizeof error));
    assert_true(png_read(path, &read, error, sizeof error));
    assert_same_picture(&bench->surface, &read);
    surface_clear(&read);
    remove(path);
    assert_false(png_read(path, &read, error, sizeof error));
    assert_non_null(strstr(error, path));
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(a_box_covers_exactly_its_pixels),
        TEST(round_corners_take_off_what_a_circle_does),
        TEST(only_the_named_corners_are_round),
        TEST(fill_and_outline_of_a_box_leave_no_fringe),
        TEST(an_outline_lies_inside_its_box),
        TEST(round_shapes_have_their_areas),
        TEST(polygons_have_their_areas_in_either_direction),
        TEST(horizontal_lines_lie_on_whole_pixels_at_every_scale),
        TEST(pieces_of_one_line_do_not_add_up_where_they_overlap),
        TEST(dashes_cover_their_share_of_a_line),
        TEST(dashes_around_a_box_meet_without_a_seam),
        TEST(an_arrow_ends_at_its_point),
        TEST(a_curve_is_as_long_as_it_is),
        TEST(a_hatch_covers_its_share_and_stands_still),
        TEST(nothing_is_painted_outside_nested_clips),
        TEST(a_group_fades_as_one_picture),
        TEST(groups_nest_and_the_extremes_are_exact),
        TEST(text_starts_ends_and_centres_at_its_point),
        TEST(glyphs_stand_at_quarters_of_a_pixel),
        TEST(an_icon_has_its_cut_outs),
        TEST(an_update_gives_the_picture_of_a_full_redraw),
        TEST(a_fade_is_painted_only_where_its_pictures_differ),
        TEST(any_part_painted_alone_equals_that_part_of_the_whole),
        TEST(equal_lists_have_nothing_dirty),
        TEST(a_moved_card_damages_only_where_it_was_and_is),
        TEST(coordinates_beyond_all_bounds_do_no_harm),
        TEST(a_picture_survives_being_written_and_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
