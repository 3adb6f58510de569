#include "draw/glyphs.h"

#include <string.h>

enum { MAX_SHAPES = 4 };

typedef struct {
    const char *name;
    int count;
    Shape shapes[MAX_SHAPES];
} Icon;

static DrawStroke plain(float width) {
    return (DrawStroke){.width = width};
}

static DrawRect around(float cx, float cy, float w, float h) {
    return (DrawRect){cx - w / 2, cy - h / 2, w, h};
}

/* Labels sit in the middle of their capitals; 0.36 em is half the height of a digit in both fonts.
 */
static void draw_label(DrawList *list, FontId font, float size, float cx, float cy,
                       DrawColour colour, const char *label) {
    draw_text_aligned(list, font, size, cx, cy + size * 0.36F, colour, DRAW_ALIGN_CENTRE, 0, label,
                      strlen(label));
}

static void draw_closed(DrawList *list, const DrawPoint *points, size_t count, DrawColour colour,
                        float width) {
    DrawPoint closed[10];
    memcpy(closed, points, count * sizeof *points);
    /* One corner is passed twice, so that it is joined as the others are. */
    closed[count] = points[0];
    closed[count + 1] = points[1];
    draw_polyline(list, closed, count + 2, colour, plain(width));
}

/* A shape of the badge: filled, or an outline inside the same extent. */
static void draw_badge_polygon(DrawList *list, const Badge *badge, const DrawPoint *unit,
                               size_t count, float cx, float cy, float w, float h) {
    DrawPoint points[8];
    float width = h * 0.075F < 1.5F ? 1.5F : h * 0.075F, inset = badge->hollow ? width : 0;
    for (size_t i = 0; i < count; i++)
        points[i] = (DrawPoint){cx + unit[i].x * (w - inset), cy + unit[i].y * (h - inset)};
    if (badge->hollow)
        draw_closed(list, points, count, badge->hue, width);
    else
        draw_polygon(list, points, count, badge->hue);
}

static const float LOW_LETTERS = 14;

static void draw_hexagon(DrawList *list, const Badge *badge, float cx, float cy, float w, float h) {
    static const DrawPoint unit[] = {{-0.25F, -0.485F}, {0.25F, -0.485F}, {0.5F, 0},
                                     {0.25F, 0.485F},   {-0.25F, 0.485F}, {-0.5F, 0}};
    draw_badge_polygon(list, badge, unit, 6, cx, cy, w, h);
}

static void draw_octagon(DrawList *list, const Badge *badge, float cx, float cy, float w, float h) {
    float cut = 0.29F * h / w;
    const DrawPoint unit[] = {{-0.5F + cut, -0.5F}, {0.5F - cut, -0.5F}, {0.5F, -0.21F},
                              {0.5F, 0.21F},        {0.5F - cut, 0.5F},  {-0.5F + cut, 0.5F},
                              {-0.5F, 0.21F},       {-0.5F, -0.21F}};
    draw_badge_polygon(list, badge, unit, 8, cx, cy, w, h);
}

static void draw_square(DrawList *list, const Badge *badge, float cx, float cy, float size) {
    DrawRect r = around(cx, cy, badge->width > 0 ? badge->width : size, size);
    float radius = size * 0.25F;
    /* A low one has no room for a ring: it stands before it as a bar. */
    if (badge->ringed && badge->width > 0) {
        draw_fill(list, (DrawRect){r.x, r.y, 3, r.h}, 1, badge->hue);
        draw_fill(list, (DrawRect){r.x + 5, r.y, r.w - 5, r.h}, radius, badge->hue);
        return;
    }
    if (badge->hollow)
        draw_outline(list, r, radius, badge->hue, plain(2));
    else
        draw_fill(list, r, radius, badge->hue);
    if (badge->ringed) draw_outline(list, draw_grow(r, 4), radius + 4, badge->hue, plain(2));
}

/* How wide the badge of that size is: threads are wider than high. */
static float badge_width(const Badge *badge, float size) {
    if (badge->width > 0) return badge->width;
    return badge->kind == BADGE_THREAD ? size * 30 / 26 : size;
}

/* Ems of the label by its number of bytes: longer ones are set smaller. */
static float label_size(const Badge *badge) {
    static const float sizes[] = {0.72F, 0.72F, 0.58F, 0.52F, 0.39F};
    size_t length = strlen(badge->label);
    float size = sizes[length < 4 ? length : 4];
    return badge->kind == BADGE_TASK || size < 0.56F ? size : 0.56F;
}

static void draw_callback(DrawList *list, const Badge *badge, float cx, float cy, float size) {
    float width = size * 0.06F < 1.5F ? 1.5F : size * 0.06F;
    draw_ring(list, cx, cy, (size - width) / 2, badge->hue, plain(width));
    draw_text_aligned(list, FONT_UI_SEMIBOLD, size * 0.68F, cx, cy + size * 0.2F, badge->ink,
                      DRAW_ALIGN_CENTRE, 0, "\u0192", 2);
}

void glyph_badge(DrawList *list, const Badge *badge, float cx, float cy, float size) {
    if (badge->kind == BADGE_CALLBACK) {
        draw_callback(list, badge, cx, cy, size);
        return;
    }
    if (badge->kind == BADGE_TASK) draw_square(list, badge, cx, cy, size);
    if (badge->kind == BADGE_GENERATOR) draw_hexagon(list, badge, cx, cy, size, size);
    if (badge->kind == BADGE_THREAD)
        draw_octagon(list, badge, cx, cy, badge_width(badge, size), size);
    float letters = size * label_size(badge);
    if (badge->width > 0) letters = strlen(badge->label) > 2 ? LOW_LETTERS - 2 : LOW_LETTERS;
    if (badge->width > 0 && badge->ringed) cx += 2.5F;
    draw_label(list, FONT_MONO_BOLD, letters, cx, cy, badge->hollow ? badge->hue : badge->ink,
               badge->label);
}

void glyph_timer(DrawList *list, float cx, float cy, float size, float share, DrawColour colour,
                 DrawColour fill) {
    float radius = size / 2 - 1.2F;
    draw_disc(list, cx, cy, radius, fill);
    draw_pie(list, cx, cy, radius - 2, 0, share, colour);
    draw_ring(list, cx, cy, radius, colour, plain(2.4F));
}

void glyph_mark(DrawList *list, float cx, float cy, float size, DrawColour live, DrawColour rest) {
    float u = size / 32, r = 11 * u;
    DrawStroke stroke = {.width = 3.6F * u};
    /* A track of two half circles: the live half anticlockwise from the top, the token inside. */
    draw_arc(list, cx + 3 * u, cy, r, 0, 0.5F, rest, stroke);
    draw_line(list, cx, cy + r, cx + 3 * u, cy + r, rest, stroke);
    draw_line(list, cx, cy - r, cx + 3 * u, cy - r, rest, stroke);
    draw_line(list, cx - 3 * u, cy + r, cx, cy + r, live, stroke);
    draw_line(list, cx - 3 * u, cy - r, cx, cy - r, live, stroke);
    draw_arc(list, cx - 3 * u, cy, r, 0.5F, 1, live, stroke);
    draw_disc(list, cx - 6 * u, cy, 4.2F * u, live);
}

void glyph_glow(DrawList *list, DrawRect r, float radius, DrawColour colour) {
    static const float grown[] = {12, 8, 4}, alphas[] = {0.05F, 0.06F, 0.08F};
    for (int i = 0; i < 3; i++)
        draw_fill(list, draw_grow(r, grown[i]), radius + grown[i], draw_fade(colour, alphas[i]));
}

void glyph_shadow(DrawList *list, DrawRect r, float radius) {
    static const float grown[] = {14, 9, 5}, alphas[] = {0.10F, 0.12F, 0.16F};
    r.y += 6;
    for (int i = 0; i < 3; i++)
        draw_fill(list, draw_grow(r, grown[i]), radius + grown[i],
                  draw_fade(0xFF000000U, alphas[i]));
}

static void draw_bar(DrawList *list, DrawRect r, DrawColour colour, float origin_x, bool cross) {
    draw_hatch(list, r, 0, colour, cross ? 6 : 7, cross ? 1.6F : 2, origin_x, cross);
    draw_fill(list, (DrawRect){r.x, r.y, r.w, 1.2F}, 0, colour);
    draw_fill(list, (DrawRect){r.x, r.y + r.h - 1.2F, r.w, 1.2F}, 0, colour);
}

void glyph_hatch_bar(DrawList *list, DrawRect r, DrawColour colour, float origin_x) {
    draw_bar(list, r, colour, origin_x, false);
}

void glyph_cross_bar(DrawList *list, DrawRect r, DrawColour colour, float origin_x) {
    draw_bar(list, r, colour, origin_x, true);
}

void glyph_hazard(DrawList *list, DrawRect r, float radius, DrawColour fill, DrawColour stripe,
                  float origin_x) {
    draw_fill(list, r, radius, fill);
    draw_hatch(list, r, radius, stripe, 16, 7, origin_x, false);
}

void glyph_zigzag(DrawList *list, float x0, float x1, float y, DrawColour colour) {
    enum { MOST = 400 };
    DrawPoint points[MOST];
    size_t count = 0;
    for (float x = x0; x < x1 && count < MOST; x += 4, count++)
        points[count] = (DrawPoint){x, count % 2 ? y - 4 : y};
    draw_polyline(list, points, count, colour, plain(2));
}

#define RING(x, y, r)                          .kind = SHAPE_ARC, .points = {{x, y}, {r, 0}, {0, 1}}
#define POINTS(form, n, ...)                   .kind = form, .count = n, .points = {__VA_ARGS__}
#define WIDTH(w)                               .stroke = {.width = w}
#define ROUND(w)                               .stroke = {.width = w, .cap = DRAW_CAP_ROUND}
#define TRIANGLE(form, ax, ay, bx, by, cx, cy) POINTS(form, 3, {ax, ay}, {bx, by}, {cx, cy})
/* A bar with its corners taken off a little. */
#define BAR(x, y, w, h)                                                                            \
    POINTS(SHAPE_POLYGON, 8, {(x) + 0.6F, y}, {(x) + (w)-0.6F, y}, {(x) + (w), (y) + 0.6F},        \
           {(x) + (w), (y) + (h)-0.6F}, {(x) + (w)-0.6F, (y) + (h)}, {(x) + 0.6F, (y) + (h)},      \
           {x, (y) + (h)-0.6F}, {x, (y) + 0.6F})

static const Icon icons[ICON_COUNT] = {
    [ICON_CREATED] = {"created", 1, {{RING(10, 10, 7), .stroke = {2.2F, 3.4F, 2.9F}}}},
    [ICON_READY] = {"ready",
                    1,
                    {{TRIANGLE(SHAPE_CLOSED, 5.5F, 3.6F, 16.6F, 10, 5.5F, 16.4F), ROUND(2.2F)}}},
    [ICON_RUNNING] = {"running",
                      1,
                      {{TRIANGLE(SHAPE_POLYGON, 4.6F, 2.6F, 17.6F, 10, 4.6F, 17.4F)}}},
    [ICON_WAITING] = {"waiting", 2, {{BAR(4.4F, 3.4F, 4, 13.2F)}, {BAR(11.6F, 3.4F, 4, 13.2F)}}},
    [ICON_DONE] = {"done",
                   2,
                   {{RING(10, 10, 8.4F)},
                    {POINTS(SHAPE_POLYLINE, 3, {5.9F, 10.3F}, {8.9F, 13.2F}, {14.2F, 7.2F}),
                     .cut = true, ROUND(2.4F)}}},
    [ICON_FAILED] = {"failed",
                     3,
                     {{POINTS(SHAPE_POLYGON, 4, {10, 0.6F}, {19.4F, 10}, {10, 19.4F}, {0.6F, 10})},
                      {POINTS(SHAPE_POLYLINE, 2, {7, 7}, {13, 13}), .cut = true, ROUND(2.4F)},
                      {POINTS(SHAPE_POLYLINE, 2, {13, 7}, {7, 13}), .cut = true, ROUND(2.4F)}}},
    [ICON_CANCELLED] = {"cancelled",
                        2,
                        {{RING(10, 10, 7.8F), WIDTH(2.4F)},
                         {POINTS(SHAPE_POLYLINE, 2, {4.7F, 15.3F}, {15.3F, 4.7F}), WIDTH(2.4F)}}},
    [ICON_CANCELLING] =
        {"cancelling",
         2,
         {{RING(10, 10, 7.8F), .stroke = {2.4F, 5.2F, 2.97F, 0.56F}},
          {POINTS(SHAPE_POLYLINE, 2, {4.7F, 15.3F}, {15.3F, 4.7F}), WIDTH(2.4F)}}},
    [ICON_PENDING] = {"pending", 1, {{RING(10, 10, 7), WIDTH(2.2F)}}},
    [ICON_PLAY] = {"play", 1, {{TRIANGLE(SHAPE_POLYGON, 5, 3, 16.5F, 10, 5, 17)}}},
    [ICON_PAUSE] = {"pause", 2, {{BAR(4.6F, 3.6F, 3.8F, 12.8F)}, {BAR(11.6F, 3.6F, 3.8F, 12.8F)}}},
    [ICON_STEP] =
        {"step",
         2,
         {{BAR(3.6F, 3.6F, 2.6F, 12.8F)}, {TRIANGLE(SHAPE_POLYGON, 8, 3.6F, 17, 10, 8, 16.4F)}}},
    [ICON_BACK] =
        {"back",
         2,
         {{BAR(13.8F, 3.6F, 2.6F, 12.8F)}, {TRIANGLE(SHAPE_POLYGON, 12, 3.6F, 3, 10, 12, 16.4F)}}},
    [ICON_FORWARD] =
        {"forward",
         2,
         {{TRIANGLE(SHAPE_POLYGON, 2, 3.8F, 10, 10, 2, 16.2F)},
          {TRIANGLE(SHAPE_POLYGON, 10.4F, 3.8F, 18.4F, 10, 10.4F, 16.2F)}}},
    [ICON_REWIND] =
        {"rewind",
         2,
         {{TRIANGLE(SHAPE_POLYGON, 18, 3.8F, 10, 10, 18, 16.2F)},
          {TRIANGLE(SHAPE_POLYGON, 9.6F, 3.8F, 1.6F, 10, 9.6F, 16.2F)}}},
    [ICON_LOOP] =
        {"loop",
         2,
         {{.kind = SHAPE_ARC, .points = {{10, 10.6F}, {6.6F, 0}, {0.16F, 0.97F}}, WIDTH(2.4F)},
          {TRIANGLE(SHAPE_POLYGON, 9.2F, 0.6F, 15, 4.2F, 9.2F, 7.8F)}}},
    [ICON_FIRST] =
        {"first",
         2,
         {{BAR(3.4F, 3.6F, 2.6F, 12.8F)},
          {TRIANGLE(SHAPE_POLYGON, 16.4F, 3.6F, 7.4F, 10, 16.4F, 16.4F)}}},
    [ICON_LAST] =
        {"last",
         2,
         {{BAR(14, 3.6F, 2.6F, 12.8F)},
          {TRIANGLE(SHAPE_POLYGON, 3.6F, 3.6F, 12.6F, 10, 3.6F, 16.4F)}}},
    [ICON_LEFT] =
        {"left",
         2,
         {{POINTS(SHAPE_POLYLINE, 2, {17, 10}, {3.4F, 10}), ROUND(2)},
          {POINTS(SHAPE_POLYLINE, 3, {8.4F, 4.8F}, {3.2F, 10}, {8.4F, 15.2F}), ROUND(2)}}},
    [ICON_RIGHT] =
        {"right",
         2,
         {{POINTS(SHAPE_POLYLINE, 2, {3, 10}, {16.6F, 10}), ROUND(2)},
          {POINTS(SHAPE_POLYLINE, 3, {11.6F, 4.8F}, {16.8F, 10}, {11.6F, 15.2F}), ROUND(2)}}},
    [ICON_UP] =
        {"up",
         2,
         {{POINTS(SHAPE_POLYLINE, 2, {10, 17}, {10, 3.4F}), ROUND(2)},
          {POINTS(SHAPE_POLYLINE, 3, {4.8F, 8.4F}, {10, 3.2F}, {15.2F, 8.4F}), ROUND(2)}}},
    [ICON_DOWN] =
        {"down",
         2,
         {{POINTS(SHAPE_POLYLINE, 2, {10, 3}, {10, 16.6F}), ROUND(2)},
          {POINTS(SHAPE_POLYLINE, 3, {4.8F, 11.6F}, {10, 16.8F}, {15.2F, 11.6F}), ROUND(2)}}},
    [ICON_CHEVRON_LEFT] =
        {"chevron-left", 1, {{POINTS(SHAPE_POLYLINE, 3, {13, 4}, {6, 10}, {13, 16}), ROUND(2.2F)}}},
    [ICON_CHEVRON_RIGHT] =
        {"chevron-right", 1, {{POINTS(SHAPE_POLYLINE, 3, {7, 4}, {14, 10}, {7, 16}), ROUND(2.2F)}}},
    [ICON_CHEVRON_UP] =
        {"chevron-up", 1, {{POINTS(SHAPE_POLYLINE, 3, {4, 13}, {10, 6}, {16, 13}), ROUND(2.2F)}}},
    [ICON_CHEVRON_DOWN] =
        {"chevron-down", 1, {{POINTS(SHAPE_POLYLINE, 3, {4, 7}, {10, 14}, {16, 7}), ROUND(2.2F)}}},
    [ICON_HEAD_LEFT] = {"head-left", 1, {{TRIANGLE(SHAPE_POLYGON, 17, 2, 2, 10, 17, 18)}}},
    [ICON_HEAD_RIGHT] = {"head-right", 1, {{TRIANGLE(SHAPE_POLYGON, 3, 2, 18, 10, 3, 18)}}},
    [ICON_HEAD_UP] = {"head-up", 1, {{TRIANGLE(SHAPE_POLYGON, 2, 17, 10, 2, 18, 17)}}},
    [ICON_HEAD_DOWN] = {"head-down", 1, {{TRIANGLE(SHAPE_POLYGON, 2, 3, 10, 18, 18, 3)}}},
    [ICON_CHECK] =
        {"check",
         1,
         {{POINTS(SHAPE_POLYLINE, 3, {3.6F, 10.6F}, {8.2F, 15}, {16.6F, 5.4F}), ROUND(2.6F)}}},
    [ICON_CROSS] =
        {"cross",
         2,
         {{POINTS(SHAPE_POLYLINE, 2, {4.6F, 4.6F}, {15.4F, 15.4F}), ROUND(2.4F)},
          {POINTS(SHAPE_POLYLINE, 2, {15.4F, 4.6F}, {4.6F, 15.4F}), ROUND(2.4F)}}},
    [ICON_DIAMOND] =
        {"diamond",
         1,
         {{POINTS(SHAPE_POLYGON, 4, {10, 0.6F}, {19.4F, 10}, {10, 19.4F}, {0.6F, 10})}}},
    [ICON_SEARCH] =
        {"search",
         2,
         {{RING(8.4F, 8.4F, 5.6F), WIDTH(2.2F)},
          {POINTS(SHAPE_POLYLINE, 2, {12.6F, 12.6F}, {17.4F, 17.4F}), ROUND(2.4F)}}},
    [ICON_LOCK] =
        {"lock",
         2,
         {{BAR(3.8F, 9, 12.4F, 8.6F)},
          {POINTS(SHAPE_POLYLINE, 4, {6.2F, 9.4F}, {6.2F, 4}, {13.8F, 4}, {13.8F, 9.4F}),
           WIDTH(2.2F)}}},
    [ICON_PLUG] = {"plug", 1, {{RING(10, 10, 6.6F), WIDTH(3)}}},
    [ICON_SOCKET] =
        {"socket",
         1,
         {{.kind = SHAPE_ARC, .points = {{15, 10}, {8.6F, 0}, {0.58F, 0.92F}}, WIDTH(3)}}},
};

const Shape *glyph_shapes(DrawIcon icon, int *count) {
    *count = icons[icon].count;
    return icons[icon].shapes;
}

const char *glyph_icon_name(DrawIcon icon) {
    return icons[icon].name;
}
