#include "draw/draw.h"

#include <stdlib.h>
#include <string.h>

/* Makes room for `extra` more elements; false when that passes `limit` or memory is exhausted. */
static bool grow(void **data, size_t *room, size_t count, size_t extra, size_t limit, size_t size) {
    if (extra > limit || count > limit - extra) return false;
    if (count + extra <= *room) return true;
    size_t wanted = *room ? *room * 2 : 64;
    while (wanted < count + extra) wanted *= 2;
    if (wanted > limit) wanted = limit;
    void *grown = realloc(*data, wanted * size);
    if (!grown) return false;
    *data = grown;
    *room = wanted;
    return true;
}

/* A zeroed command at the list's end, or NULL: a list that refused one command takes no more, so
   that what it holds is always a beginning of what was meant. */
static DrawCommand *add(DrawList *list, DrawKind kind, DrawColour colour) {
    if (list->full) return NULL;
    void *commands = list->commands;
    if (!grow(&commands, &list->room, list->count, 1, DRAW_MAX_COMMANDS, sizeof(DrawCommand))) {
        list->full = true;
        return NULL;
    }
    list->commands = commands;
    DrawCommand *command = &list->commands[list->count++];
    memset(command, 0, sizeof *command);
    command->kind = (uint8_t)kind;
    command->colour = colour;
    return command;
}

static bool reserve_points(DrawList *list, size_t count) {
    void *points = list->points;
    if (list->full || !grow(&points, &list->point_room, list->point_count, count, DRAW_MAX_POINTS,
                            sizeof(DrawPoint))) {
        list->full = true;
        return false;
    }
    list->points = points;
    return true;
}

static bool reserve_text(DrawList *list, size_t length) {
    void *text = list->text;
    if (list->full || !grow(&text, &list->text_room, list->text_count, length, DRAW_MAX_TEXT, 1)) {
        list->full = true;
        return false;
    }
    list->text = text;
    return true;
}

static bool invisible(DrawColour colour) {
    return colour >> 24 == 0;
}

static void set_rect(DrawCommand *command, DrawRect r) {
    command->x = r.x;
    command->y = r.y;
    command->w = r.w;
    command->h = r.h;
}

static void add_points(DrawList *list, DrawKind kind, const DrawPoint *points, size_t count,
                       DrawColour colour, DrawStroke stroke) {
    if (invisible(colour) || !reserve_points(list, count)) return;
    DrawCommand *command = add(list, kind, colour);
    if (!command) return;
    command->stroke = stroke;
    command->first = (uint32_t)list->point_count;
    command->count = (uint32_t)count;
    memcpy(list->points + list->point_count, points, count * sizeof *points);
    list->point_count += count;
}

static void add_box(DrawList *list, DrawRect r, float radius, unsigned corners, DrawColour fill,
                    DrawColour line, DrawStroke stroke) {
    bool outlined = !invisible(line) && stroke.width > 0;
    if (!(r.w > 0) || !(r.h > 0) || (invisible(fill) && !outlined)) return;
    DrawCommand *command = add(list, DRAW_BOX, fill);
    if (!command) return;
    set_rect(command, r);
    command->radius = radius;
    command->corners = (uint8_t)corners;
    if (!outlined) return;
    command->line = line;
    command->stroke = stroke;
}

static void add_round(DrawList *list, DrawKind kind, DrawPoint centre, float radius, float from,
                      float to, DrawColour colour, DrawStroke stroke) {
    if (invisible(colour) || !(radius > 0) || !(to > from)) return;
    DrawCommand *command = add(list, kind, colour);
    if (!command) return;
    command->x = centre.x;
    command->y = centre.y;
    command->radius = radius;
    command->from = from;
    command->to = to;
    command->stroke = stroke;
}

/* Commands compare by bytes but for where their points and text lie in the list. */
static bool same_command(const DrawList *a, const DrawCommand *x, const DrawList *b,
                         const DrawCommand *y) {
    if (x->count != y->count || memcmp(x, y, offsetof(DrawCommand, first)) != 0) return false;
    if (x->count == 0) return true;
    if (x->kind == DRAW_TEXT) return memcmp(a->text + x->first, b->text + y->first, x->count) == 0;
    return memcmp(a->points + x->first, b->points + y->first, x->count * sizeof(DrawPoint)) == 0;
}

void draw_list_init(DrawList *list) {
    memset(list, 0, sizeof *list);
}

void draw_list_clear(DrawList *list) {
    free(list->commands);
    free(list->points);
    free(list->text);
    memset(list, 0, sizeof *list);
}

void draw_list_reset(DrawList *list, DrawColour background) {
    list->count = list->point_count = list->text_count = 0;
    list->background = background | 0xFF000000U;
    list->clips = list->alphas = 0;
    list->full = false;
}

bool draw_command_equal(const DrawList *a, size_t i, const DrawList *b, size_t j) {
    return same_command(a, &a->commands[i], b, &b->commands[j]);
}

void draw_fill(DrawList *list, DrawRect r, float radius, DrawColour fill) {
    add_box(list, r, radius, 0, fill, DRAW_NONE, (DrawStroke){0});
}

void draw_outline(DrawList *list, DrawRect r, float radius, DrawColour line, DrawStroke stroke) {
    add_box(list, r, radius, 0, DRAW_NONE, line, stroke);
}

void draw_box(DrawList *list, DrawRect r, float radius, DrawColour fill, DrawColour line,
              DrawStroke stroke) {
    add_box(list, r, radius, 0, fill, line, stroke);
}

void draw_fill_corners(DrawList *list, DrawRect r, float radius, unsigned corners,
                       DrawColour fill) {
    add_box(list, r, radius, corners & 15U, fill, DRAW_NONE, (DrawStroke){0});
}

void draw_line(DrawList *list, float x0, float y0, float x1, float y1, DrawColour colour,
               DrawStroke stroke) {
    DrawPoint points[] = {{x0, y0}, {x1, y1}};
    add_points(list, DRAW_LINE, points, 2, colour, stroke);
}

void draw_polyline(DrawList *list, const DrawPoint *points, size_t count, DrawColour colour,
                   DrawStroke stroke) {
    if (count >= 2) add_points(list, DRAW_LINE, points, count, colour, stroke);
}

void draw_polygon(DrawList *list, const DrawPoint *points, size_t count, DrawColour fill) {
    if (count >= 3) add_points(list, DRAW_POLYGON, points, count, fill, (DrawStroke){0});
}

void draw_curve(DrawList *list, DrawPoint from, DrawPoint control1, DrawPoint control2,
                DrawPoint to, DrawColour colour, DrawStroke stroke) {
    DrawPoint points[] = {from, control1, control2, to};
    add_points(list, DRAW_CURVE, points, 4, colour, stroke);
}

void draw_disc(DrawList *list, float cx, float cy, float radius, DrawColour fill) {
    draw_pie(list, cx, cy, radius, 0, 1, fill);
}

void draw_ring(DrawList *list, float cx, float cy, float radius, DrawColour colour,
               DrawStroke stroke) {
    draw_arc(list, cx, cy, radius, 0, 1, colour, stroke);
}

void draw_arc(DrawList *list, float cx, float cy, float radius, float from, float to,
              DrawColour colour, DrawStroke stroke) {
    add_round(list, DRAW_ARC, (DrawPoint){cx, cy}, radius, from, to, colour, stroke);
}

void draw_pie(DrawList *list, float cx, float cy, float radius, float from, float to,
              DrawColour fill) {
    add_round(list, DRAW_PIE, (DrawPoint){cx, cy}, radius, from, to, fill, (DrawStroke){0});
}

void draw_hatch(DrawList *list, DrawRect r, float radius, DrawColour colour, float pitch,
                float width, float origin_x, bool cross) {
    if (!(r.w > 0) || !(r.h > 0) || invisible(colour) || !(pitch > 0)) return;
    DrawCommand *command = add(list, DRAW_HATCH, colour);
    if (!command) return;
    set_rect(command, r);
    command->radius = radius;
    command->pitch = pitch;
    command->stroke.width = width;
    /* Kept relative to the rectangle, so that moving a whole list keeps the picture. */
    command->from = origin_x - r.x;
    command->what = cross;
}

void draw_text(DrawList *list, FontId font, float size, float x, float baseline, DrawColour colour,
               const char *text, size_t length) {
    draw_text_aligned(list, font, size, x, baseline, colour, DRAW_ALIGN_LEFT, 0, text, length);
}

void draw_text_z(DrawList *list, FontId font, float size, float x, float baseline,
                 DrawColour colour, const char *text) {
    draw_text(list, font, size, x, baseline, colour, text, strlen(text));
}

void draw_text_aligned(DrawList *list, FontId font, float size, float x, float baseline,
                       DrawColour colour, DrawAlign align, float tracking, const char *text,
                       size_t length) {
    if (length == 0 || invisible(colour) || !(size > 0) || !reserve_text(list, length)) return;
    DrawCommand *command = add(list, DRAW_TEXT, colour);
    if (!command) return;
    command->what = (uint8_t)font;
    command->align = (uint8_t)align;
    command->x = x;
    command->y = baseline;
    command->h = size;
    command->from = tracking;
    command->first = (uint32_t)list->text_count;
    command->count = (uint32_t)length;
    memcpy(list->text + list->text_count, text, length);
    list->text_count += length;
}

void draw_icon(DrawList *list, DrawIcon icon, float cx, float cy, float size, DrawColour colour) {
    if (invisible(colour) || !(size > 0)) return;
    DrawCommand *command = add(list, DRAW_ICON, colour);
    if (!command) return;
    command->what = (uint8_t)icon;
    command->x = cx;
    command->y = cy;
    command->h = size;
}

void draw_clip_push(DrawList *list, DrawRect r) {
    if (list->clips++ >= DRAW_MAX_DEPTH) {
        list->full = true;
        return;
    }
    DrawCommand *command = add(list, DRAW_CLIP_PUSH, DRAW_NONE);
    if (command) set_rect(command, r);
}

void draw_clip_pop(DrawList *list) {
    if (list->clips == 0) return;
    list->clips--;
    add(list, DRAW_CLIP_POP, DRAW_NONE);
}

void draw_alpha_push(DrawList *list, float alpha) {
    if (list->alphas++ >= DRAW_MAX_DEPTH) {
        list->full = true;
        return;
    }
    DrawCommand *command = add(list, DRAW_ALPHA_PUSH, DRAW_NONE);
    if (command) command->from = alpha;
}

void draw_alpha_pop(DrawList *list) {
    if (list->alphas == 0) return;
    list->alphas--;
    add(list, DRAW_ALPHA_POP, DRAW_NONE);
}

static float clamp01(float v) {
    return v > 0 ? (v < 1 ? v : 1) : 0;
}

DrawColour draw_fade(DrawColour colour, float alpha) {
    uint32_t a = (uint32_t)((float)(colour >> 24) * clamp01(alpha) + 0.5F);
    return (colour & 0xFFFFFFU) | a << 24;
}

DrawRect draw_grow(DrawRect r, float by) {
    return (DrawRect){r.x - by, r.y - by, r.w + 2 * by, r.h + 2 * by};
}

bool draw_rect_has(DrawRect r, float x, float y) {
    return x >= r.x && x < r.x + r.w && y >= r.y && y < r.y + r.h;
}
