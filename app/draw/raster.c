#include "draw/raster_parts.h"

#include <stdlib.h>
#include <string.h>

/* The groups that are open while a list is painted. */
typedef struct {
    AlphaGroup open[DRAW_MAX_DEPTH];
    int depth;
} Groups;

bool raster_reserve(Raster *raster, void *buffer, size_t *room, size_t count, size_t size) {
    if (count <= *room) return true;
    size_t wanted = *room ? *room * 2 : 256;
    if (wanted < count) wanted = count;
    void *old, *grown = NULL;
    memcpy(&old, buffer, sizeof old);
    if (wanted <= SIZE_MAX / size) grown = realloc(old, wanted * size);
    if (!grown) {
        raster->failed = true;
        return false;
    }
    memcpy(buffer, &grown, sizeof grown);
    *room = wanted;
    return true;
}

PixelRect raster_snap(const Raster *raster, DrawRect r) {
    float scale = raster->scale;
    PixelRect snapped = {round_int(r.x * scale), round_int(r.y * scale),
                         round_int((r.x + r.w) * scale), round_int((r.y + r.h) * scale)};
    if (r.w > 0 && snapped.x1 <= snapped.x0) snapped.x1 = snapped.x0 + 1;
    if (r.h > 0 && snapped.y1 <= snapped.y0) snapped.y1 = snapped.y0 + 1;
    return snapped;
}

int raster_stroke(const Raster *raster, float width) {
    if (!(width > 0)) return 0;
    return max_int(1, min_int(round_int(width * raster->scale), 4096));
}

/* Quarters of a pixel, so that animated sizes share corner masks. */
float raster_box_radius(const Raster *raster, PixelRect box, float radius) {
    float half = (float)min_int(box.x1 - box.x0, box.y1 - box.y0) / 2;
    float scaled = (float)round_int(radius * raster->scale * 4) / 4;
    return max_float(0, min_float(min_float(scaled, half), 2048));
}

static void save_group(Raster *raster, Groups *groups, const Surface *surface, PixelRect area,
                       float alpha) {
    AlphaGroup group = {area, raster->saved_count,
                        max_int(0, min_int(round_int(alpha * 256), 256))};
    size_t width = (size_t)(area.x1 - area.x0), height = (size_t)(area.y1 - area.y0);
    if (!raster_reserve(raster, &raster->saved, &raster->saved_room,
                        raster->saved_count + width * height, sizeof *raster->saved))
        return;
    uint32_t *to = raster->saved + raster->saved_count;
    for (int y = area.y0; y < area.y1; y++, to += width)
        memcpy(to, surface_row(surface, y) + area.x0, width * sizeof *to);
    raster->saved_count += width * height;
    groups->open[groups->depth++] = group;
}

/* The group was painted whole over what was saved; now it becomes as faint as it should be. */
static void fade_group(Raster *raster, Groups *groups, const Surface *surface) {
    if (groups->depth == 0) return;
    AlphaGroup group = groups->open[--groups->depth];
    PixelRect area = group.area;
    const uint32_t *from = raster->saved + group.start;
    int width = area.x1 - area.x0;
    for (int y = area.y0; y < area.y1; y++, from += width) {
        uint32_t *row = surface_row(surface, y) + area.x0;
        for (int x = 0; x < width; x++) row[x] = blend(from[x], row[x], (uint32_t)group.alpha);
    }
    raster->saved_count = group.start;
}

static void paint_command(Raster *raster, const DrawList *list, const DrawCommand *command,
                          Target target, Groups *groups) {
    switch ((DrawKind)command->kind) {
    case DRAW_BOX: raster_box(raster, target, command); break;
    case DRAW_POLYGON:
    case DRAW_LINE:
    case DRAW_CURVE:
    case DRAW_ARC:
    case DRAW_PIE: raster_shape(raster, target, list, command); break;
    case DRAW_HATCH: raster_hatch(raster, target, command); break;
    case DRAW_TEXT: raster_text(raster, target, list, command); break;
    case DRAW_ICON: raster_icon(raster, target, command); break;
    case DRAW_ALPHA_PUSH:
        save_group(raster, groups, target.surface, target.clip, command->from);
        break;
    case DRAW_ALPHA_POP: fade_group(raster, groups, target.surface); break;
    case DRAW_CLIP_PUSH:
    case DRAW_CLIP_POP: break; /* already part of the bounds */
    }
}

static void paint(Raster *raster, const DrawList *list, const PaintedList *painted,
                  Surface *surface, PixelRect clip) {
    Groups groups = {.depth = 0};
    raster->saved_count = 0;
    for (int y = clip.y0; y < clip.y1; y++)
        blend_span(surface_row(surface, y), clip.x0, clip.x1, list->background, 256);
    for (size_t i = 0; i < painted->count && !raster->failed; i++) {
        Target target = {surface, rect_meet(painted->items[i].bounds, clip)};
        if (rect_empty(target.clip)) continue;
        paint_command(raster, list, &list->commands[painted->items[i].index], target, &groups);
    }
    while (groups.depth > 0) fade_group(raster, &groups, surface);
}

static PixelRect whole(const Surface *surface) {
    return (PixelRect){0, 0, surface->width, surface->height};
}

Raster *raster_create(Fonts *fonts) {
    Raster *raster = calloc(1, sizeof *raster);
    if (!raster) return NULL;
    raster->fonts = fonts;
    raster->scale = 1;
    return raster;
}

void raster_destroy(Raster *raster) {
    if (!raster) return;
    path_clear(&raster->path);
    scan_clear(&raster->scan);
    for (int i = 0; i < RASTER_CORNERS; i++) free(raster->corners[i].outer);
    for (int i = 0; i < RASTER_ICONS; i++) free(raster->icons[i].coverage);
    free(raster->hatch);
    free(raster->saved);
    for (size_t i = 0; i < sizeof raster->parts / sizeof *raster->parts; i++)
        free(raster->parts[i].items);
    free(raster->before.items);
    free(raster->after.items);
    free(raster);
}

void raster_set_scale(Raster *raster, float scale) {
    if (scale > 0) raster->scale = min_float(scale, 64);
}

bool raster_draw(Raster *raster, const DrawList *list, Surface *surface, PixelRect clip) {
    clip = rect_meet(clip, whole(surface));
    if (rect_empty(clip)) return true;
    raster->failed = false;
    if (raster_collect(raster, list, whole(surface), &raster->after))
        paint(raster, list, &raster->after, surface, clip);
    return !raster->failed;
}

static int64_t total_area(const PixelRect *rects, int count) {
    int64_t area = 0;
    for (int i = 0; i < count; i++)
        area += (int64_t)(rects[i].x1 - rects[i].x0) * (rects[i].y1 - rects[i].y0);
    return area;
}

/* Fills in what to repaint; false when memory is exhausted. */
static bool find_dirty(Raster *raster, const DrawList *previous, const DrawList *next,
                       const Surface *surface, PixelRect *dirty, int *count) {
    PixelRect all = whole(surface);
    *count = 0;
    if (!raster_collect(raster, next, all, &raster->after)) return false;
    bool fresh = !previous || previous->background != next->background;
    if (!fresh) {
        if (!raster_collect(raster, previous, all, &raster->before)) return false;
        if (!raster_diff_fading(raster, previous, next, all, dirty, count)) return false;
    }
    /* Many overlapping pieces cost more than one whole frame. */
    if (fresh || total_area(dirty, *count) * 4 > total_area(&all, 1) * 3) {
        dirty[0] = all;
        *count = 1;
    }
    return true;
}

bool raster_update(Raster *raster, const DrawList *previous, const DrawList *next, Surface *surface,
                   PixelRect *dirty, int *count) {
    raster->failed = false;
    *count = 0;
    if (rect_empty(whole(surface))) return true;
    if (!find_dirty(raster, previous, next, surface, dirty, count)) return false;
    for (int i = 0; i < *count; i++) paint(raster, next, &raster->after, surface, dirty[i]);
    return !raster->failed;
}

bool surface_init(Surface *surface, int width, int height) {
    *surface = (Surface){NULL, width, height, width};
    if (width < 0 || height < 0) return false;
    surface->pixels = calloc((size_t)width * (size_t)height + 1, sizeof *surface->pixels);
    return surface->pixels != NULL;
}

void surface_clear(Surface *surface) {
    free(surface->pixels);
    *surface = (Surface){0};
}
