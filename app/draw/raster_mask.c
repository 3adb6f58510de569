#include "draw/raster_parts.h"

#include <stdlib.h>

/* Composes an icon: each shape is scanned and added to the mask or cut out of it. */
typedef struct {
    IconMask *mask;
    bool cut;
} MaskSink;

static void mask_coverage(void *user, int y, int x0, int x1, const uint8_t *coverage) {
    const MaskSink *sink = user;
    uint8_t *row = sink->mask->coverage + (size_t)y * (size_t)sink->mask->size;
    for (int x = x0; x < x1; x++) {
        uint32_t c = coverage[x - x0], old = row[x];
        uint32_t kept = (old * (255 - c) + 127) / 255;
        row[x] = (uint8_t)(sink->cut ? kept : kept + c);
    }
}

static void shape_to_path(Path *path, const Shape *shape, float scale, float offset) {
    DrawPoint points[8];
    for (int i = 0; i < 8; i++)
        points[i] =
            (DrawPoint){shape->points[i].x * scale + offset, shape->points[i].y * scale + offset};
    DrawStroke stroke = shape->stroke;
    stroke.width = max_float(1, stroke.width * scale);
    stroke.on *= scale;
    stroke.off *= scale;
    stroke.phase *= scale;
    stroke.arrow *= scale;
    float radius = shape->points[1].x * scale, from = shape->points[2].x, to = shape->points[2].y;
    bool filled = !(shape->stroke.width > 0), whole = to - from >= 1;
    path_start(path);
    if (shape->kind == SHAPE_ARC && whole && !filled && !(stroke.on > 0)) {
        path_ring(path, points[0], radius, stroke.width);
        return;
    }
    if (shape->kind == SHAPE_ARC)
        path_add_arc(path, points[0], radius, from, to);
    else
        for (int i = 0; i < shape->count; i++) path_point(path, points[i].x, points[i].y);
    if (filled)
        path_fill_line(path);
    else
        path_stroke_line(path, &stroke, shape->kind == SHAPE_CLOSED || (whole && stroke.on > 0));
}

static bool compose(Raster *raster, IconMask *mask, DrawIcon icon, float scale) {
    int count, size = ceil_int(24 * scale) + 2;
    uint8_t *coverage = calloc((size_t)size, (size_t)size);
    if (!coverage) return false;
    free(mask->coverage);
    *mask = (IconMask){coverage, size, scale, icon};
    const Shape *shapes = glyph_shapes(icon, &count);
    /* The middle of the icon's 20x20 box lies on a corner of pixels. */
    float offset = (float)(size / 2) - 10 * scale;
    PixelRect all = {0, 0, size, size};
    for (int i = 0; i < count; i++) {
        MaskSink sink = {mask, shapes[i].cut};
        path_reset(&raster->path, all);
        shape_to_path(&raster->path, &shapes[i], scale, offset);
        if (!scan_path(&raster->scan, &raster->path, all, mask_coverage, &sink)) return false;
    }
    return true;
}

static const IconMask *find_icon(Raster *raster, DrawIcon icon, float scale) {
    uint32_t key = (uint32_t)icon * 31U + (uint32_t)(scale * 320);
    IconMask *mask = &raster->icons[key % RASTER_ICONS];
    bool same = mask->scale <= scale && mask->scale >= scale;
    if (mask->coverage && mask->icon == icon && same) return mask;
    if (compose(raster, mask, icon, scale)) return mask;
    raster->failed = true;
    free(mask->coverage);
    *mask = (IconMask){0};
    return NULL;
}

/* Blends a mask whose left upper pixel lies at x, y. */
static void paint_mask(Target target, int x, int y, const GlyphMask *mask, DrawColour colour) {
    PixelRect all = {x, y, x + mask->width, y + mask->height};
    PixelRect clip = rect_meet(all, target.clip);
    if (rect_empty(clip)) return;
    for (int at = clip.y0; at < clip.y1; at++) {
        const uint8_t *row = mask->coverage + (size_t)(at - y) * (size_t)mask->stride;
        blend_coverage(surface_row(target.surface, at), clip.x0, clip.x1, colour,
                       row + (clip.x0 - x));
    }
}

void raster_icon(Raster *raster, Target target, const DrawCommand *command) {
    float scale = min_float(command->h * raster->scale / 20, 200);
    const IconMask *icon = find_icon(raster, (DrawIcon)command->what, scale);
    if (!icon) return;
    GlyphMask mask = {0, 0, icon->size, icon->size, icon->size, icon->coverage};
    int x = round_int(command->x * raster->scale) - icon->size / 2;
    int y = round_int(command->y * raster->scale) - icon->size / 2;
    paint_mask(target, x, y, &mask, command->colour);
}

float raster_text_width(const Raster *raster, const DrawList *list, const DrawCommand *command) {
    return fonts_measure_tracked(raster->fonts, (FontId)command->what, command->h, command->from,
                                 list->text + command->first, command->count);
}

void raster_text(Raster *raster, Target target, const DrawList *list, const DrawCommand *command) {
    Fonts *fonts = raster->fonts;
    if (!fonts) return;
    FontId font = (FontId)command->what;
    const char *text = list->text + command->first;
    float pixels = command->h * raster->scale, pen = command->x;
    if (command->align != DRAW_ALIGN_LEFT) {
        float width = raster_text_width(raster, list, command);
        pen -= command->align == DRAW_ALIGN_CENTRE ? width / 2 : width;
    }
    pen = bounded(pen * raster->scale);
    int baseline = round_int(command->y * raster->scale);
    size_t at = 0;
    uint32_t codepoint = fonts_decode(text, command->count, &at);
    while (codepoint) {
        uint32_t next = fonts_decode(text, command->count, &at);
        int quarters = floor_int(pen * FONT_PHASES + 0.5F);
        int whole = floor_int((float)quarters / FONT_PHASES);
        GlyphMask mask;
        if (fonts->glyph(fonts, font, pixels, codepoint, quarters - whole * FONT_PHASES, &mask))
            paint_mask(target, whole + mask.left, baseline - mask.top, &mask, command->colour);
        pen += (fonts->advance(fonts, font, codepoint, next) + command->from) * pixels;
        codepoint = next;
    }
}
