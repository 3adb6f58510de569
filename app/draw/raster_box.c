#include "draw/raster_parts.h"

#include <math.h>
#include <stdlib.h>

/* One box on whole pixels. Both outlines are made of the same corner mask, turned as needed. */
typedef struct {
    PixelRect rect;
    const CornerMask *corner;
    unsigned round; /* DRAW_TOP_LEFT ... */
    int stroke;
    DrawColour fill, line;
} Box;

/* Coverage of a quarter circle around (radius, radius): how far the pixel's middle lies inside. */
static uint8_t corner_coverage(float radius, float arc, int x, int y) {
    float dx = radius - ((float)x + 0.5F), dy = radius - ((float)y + 0.5F);
    if (dx <= 0 && dy <= 0) return 255;
    dx = max_float(dx, 0);
    dy = max_float(dy, 0);
    return coverage_of(arc - sqrtf(dx * dx + dy * dy) + 0.5F);
}

static bool make_corner(CornerMask *mask, float radius, int stroke) {
    int size = ceil_int(radius);
    size_t area = (size_t)size * (size_t)size;
    uint8_t *memory = malloc(2 * area + 1);
    if (!memory) return false;
    free(mask->outer);
    *mask = (CornerMask){radius, stroke, size, memory, memory + area};
    float inside = radius - (float)stroke;
    for (int y = 0; y < size; y++) {
        for (int x = 0; x < size; x++) {
            size_t at = (size_t)y * (size_t)size + (size_t)x;
            bool within = x >= stroke && y >= stroke;
            mask->outer[at] = corner_coverage(radius, radius, x, y);
            mask->inner[at] = within ? 255 : 0;
            if (within && inside > 0) mask->inner[at] = corner_coverage(radius, inside, x, y);
        }
    }
    return true;
}

const CornerMask *raster_corner(Raster *raster, float radius, int stroke) {
    for (int i = 0; i < RASTER_CORNERS; i++) {
        const CornerMask *known = &raster->corners[i];
        bool same = known->radius <= radius && known->radius >= radius;
        if (known->outer && same && known->stroke == stroke) return known;
    }
    CornerMask *mask = &raster->corners[raster->next_corner];
    raster->next_corner = (raster->next_corner + 1) % RASTER_CORNERS;
    if (make_corner(mask, radius, stroke)) return mask;
    raster->failed = true;
    return NULL;
}

/* One pixel where the fill covers `inner` and fill and outline together cover `outer`. */
static uint32_t paint_edge(uint32_t under, const Box *box, uint32_t outer, uint32_t inner) {
    if (box->stroke == 0) return blend(under, box->fill, paint_weight(box->fill, outer));
    uint32_t fill = paint_weight(box->fill, inner);
    uint32_t line = paint_weight(box->line, outer > inner ? outer - inner : 0);
    if (fill + line > 256) line = 256 - fill;
    if (fill == 0) return blend(under, box->line, line);
    if (line == 0) return blend(under, box->fill, fill);
    uint32_t keep = 256 - fill - line, result = 0xFF000000U;
    for (int shift = 0; shift < 24; shift += 8) {
        uint32_t sum = (under >> shift & 255U) * keep + (box->fill >> shift & 255U) * fill +
                       (box->line >> shift & 255U) * line;
        result |= (sum + 128) >> 8 << shift;
    }
    return result;
}

/* The `i`-th pixel from the box's left or right edge, in the row `j` from its top or bottom edge.
 */
static void paint_corner_pixel(uint32_t *pixel, const Box *box, bool round, int i, int j) {
    uint32_t outer = 255, inner = i >= box->stroke && j >= box->stroke ? 255 : 0;
    if (round) {
        size_t at = (size_t)j * (size_t)box->corner->size + (size_t)i;
        outer = box->corner->outer[at];
        inner = box->corner->inner[at];
    }
    if (outer) *pixel = paint_edge(*pixel, box, outer, inner);
}

static void paint_corner_row(uint32_t *row, PixelRect clip, const Box *box, int j, bool top) {
    PixelRect r = box->rect;
    int size = box->corner->size, width = r.x1 - r.x0;
    int left = min_int(size, (width + 1) / 2), right = min_int(size, width / 2);
    bool round_left = box->round & (top ? DRAW_TOP_LEFT : DRAW_BOTTOM_LEFT);
    bool round_right = box->round & (top ? DRAW_TOP_RIGHT : DRAW_BOTTOM_RIGHT);
    for (int i = max_int(0, clip.x0 - r.x0); i < left && r.x0 + i < clip.x1; i++)
        paint_corner_pixel(&row[r.x0 + i], box, round_left, i, j);
    for (int i = max_int(0, r.x1 - clip.x1); i < right && r.x1 - 1 - i >= clip.x0; i++)
        paint_corner_pixel(&row[r.x1 - 1 - i], box, round_right, i, j);
    DrawColour colour = j < box->stroke ? box->line : box->fill;
    blend_span(row, max_int(r.x0 + left, clip.x0), min_int(r.x1 - right, clip.x1), colour,
               paint_weight(colour, 255));
}

static void paint_straight_row(uint32_t *row, PixelRect clip, const Box *box, bool edge) {
    PixelRect r = box->rect;
    int x0 = max_int(r.x0, clip.x0), x1 = min_int(r.x1, clip.x1);
    uint32_t line = paint_weight(box->line, 255);
    if (edge) {
        blend_span(row, x0, x1, box->line, line);
        return;
    }
    int left = max_int(x0, min_int(r.x0 + box->stroke, x1));
    int right = max_int(left, min_int(r.x1 - box->stroke, x1));
    blend_span(row, x0, left, box->line, line);
    blend_span(row, left, right, box->fill, paint_weight(box->fill, 255));
    blend_span(row, right, x1, box->line, line);
}

static void paint_box(Target target, const Box *box) {
    PixelRect r = box->rect, clip = rect_meet(r, target.clip);
    if (rect_empty(clip)) return;
    for (int y = clip.y0; y < clip.y1; y++) {
        uint32_t *row = surface_row(target.surface, y);
        bool top = y - r.y0 <= r.y1 - 1 - y;
        int j = top ? y - r.y0 : r.y1 - 1 - y;
        if (j < box->corner->size)
            paint_corner_row(row, clip, box, j, top);
        else
            paint_straight_row(row, clip, box, j < box->stroke);
    }
}

/* The fill reaches to the middle of the dashes, so that it ends softly between them. */
static void paint_dashed(Raster *raster, Target target, const DrawCommand *command, Box *box) {
    PixelRect r = box->rect;
    float half = (float)box->stroke / 2, radius = box->corner->radius;
    DrawCommand line = {.kind = DRAW_BOX, .colour = box->line, .stroke = command->stroke};
    line.x = (float)r.x0 + half;
    line.y = (float)r.y0 + half;
    line.w = (float)(r.x1 - r.x0) - 2 * half;
    line.h = (float)(r.y1 - r.y0) - 2 * half;
    line.radius = max_float(0, radius - half);
    int inset = box->stroke / 2;
    if (box->fill >> 24) {
        box->rect = (PixelRect){r.x0 + inset, r.y0 + inset, r.x1 - inset, r.y1 - inset};
        box->corner = raster_corner(raster, max_float(0, radius - (float)inset), 0);
        box->stroke = 0;
        if (box->corner) paint_box(target, box);
    }
    line.stroke.width = 2 * half;
    raster_box_dashes(raster, target, &line);
}

void raster_box(Raster *raster, Target target, const DrawCommand *command) {
    DrawRect logical = {command->x, command->y, command->w, command->h};
    Box box = {
        .rect = raster_snap(raster, logical), .fill = command->colour, .line = command->line};
    box.round = command->corners ? command->corners : 15U;
    int smaller = min_int(box.rect.x1 - box.rect.x0, box.rect.y1 - box.rect.y0);
    if (box.line >> 24)
        box.stroke = min_int(raster_stroke(raster, command->stroke.width), (smaller + 1) / 2);
    bool dashed = box.stroke > 0 && command->stroke.on > 0;
    float radius = raster_box_radius(raster, box.rect, command->radius);
    box.corner = raster_corner(raster, radius, dashed ? 0 : box.stroke);
    if (!box.corner) return;
    if (dashed)
        paint_dashed(raster, target, command, &box);
    else
        paint_box(target, &box);
}
