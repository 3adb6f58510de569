#include "draw/raster_parts.h"

#include <string.h>

/* The clip and the open alpha groups while a list is walked. */
typedef struct {
    PixelRect clips[DRAW_MAX_DEPTH + 1];
    int clip_depth;
    size_t groups[DRAW_MAX_DEPTH]; /* their pushes among the painted items */
    PixelRect group_bounds[DRAW_MAX_DEPTH];
    int group_depth;
} Walk;

static PixelRect around(float x0, float y0, float x1, float y1, float by) {
    return (PixelRect){floor_int(x0 - by), floor_int(y0 - by), ceil_int(x1 + by),
                       ceil_int(y1 + by)};
}

static PixelRect bounds_of_points(const Raster *raster, const DrawList *list,
                                  const DrawCommand *command) {
    const DrawPoint *p = list->points + command->first;
    float x0 = p->x, y0 = p->y, x1 = x0, y1 = y0, scale = raster->scale;
    for (uint32_t i = 1; i < command->count; i++) {
        x0 = min_float(x0, p[i].x), x1 = max_float(x1, p[i].x);
        y0 = min_float(y0, p[i].y), y1 = max_float(y1, p[i].y);
    }
    /* A mitre reaches four half widths out, an arrow head half its length to the side. */
    DrawStroke stroke = raster_scaled_stroke(raster, command->stroke);
    float by = command->kind == DRAW_POLYGON ? 2 : 2 * stroke.width + stroke.arrow + 2;
    return around(x0 * scale, y0 * scale, x1 * scale, y1 * scale, by);
}

static PixelRect bounds_of_round(const Raster *raster, const DrawCommand *command) {
    DrawStroke stroke = raster_scaled_stroke(raster, command->stroke);
    float by = command->radius * raster->scale + 2 * stroke.width + stroke.arrow + 2;
    float x = command->x * raster->scale, y = command->y * raster->scale;
    return around(x, y, x, y, by);
}

/* Generous to what hangs over: accents, slanted ends. */
static PixelRect bounds_of_text(const Raster *raster, const DrawList *list,
                                const DrawCommand *command) {
    static const float before[] = {0, 0.5F, 1};
    if (!raster->fonts) return (PixelRect){0, 0, 0, 0};
    float width = raster_text_width(raster, list, command);
    float x = command->x - width * before[command->align];
    float pixels = command->h * raster->scale, left = x * raster->scale;
    float baseline = command->y * raster->scale;
    return around(left - pixels / 2, baseline - pixels * 1.3F,
                  left + width * raster->scale + pixels / 2, baseline + pixels * 0.6F, 1);
}

static PixelRect bounds_of_icon(const Raster *raster, const DrawCommand *command) {
    float by = command->h * raster->scale * 0.6F;
    float x = command->x * raster->scale, y = command->y * raster->scale;
    return around(x, y, x, y, by + 2);
}

static PixelRect bounds_of(const Raster *raster, const DrawList *list, const DrawCommand *command) {
    switch ((DrawKind)command->kind) {
    case DRAW_BOX:
    case DRAW_HATCH:
        return raster_snap(raster, (DrawRect){command->x, command->y, command->w, command->h});
    case DRAW_POLYGON:
    case DRAW_LINE:
    case DRAW_CURVE: return bounds_of_points(raster, list, command);
    case DRAW_ARC:
    case DRAW_PIE: return bounds_of_round(raster, command);
    case DRAW_TEXT: return bounds_of_text(raster, list, command);
    case DRAW_ICON: return bounds_of_icon(raster, command);
    default: return (PixelRect){0, 0, 0, 0};
    }
}

static uint64_t hash_bytes(uint64_t hash, const void *bytes, size_t count) {
    const unsigned char *p = bytes;
    for (; count >= 4; count -= 4, p += 4) {
        uint32_t word;
        memcpy(&word, p, 4);
        hash = (hash ^ word) * UINT64_C(0x9E3779B97F4A7C15);
        hash ^= hash >> 29;
    }
    for (; count > 0; count--, p++) hash = (hash ^ *p) * UINT64_C(0x100000001B3);
    return hash;
}

static uint64_t hash_command(const DrawList *list, const DrawCommand *command) {
    uint64_t hash = hash_bytes(command->count, command, offsetof(DrawCommand, first));
    if (command->count == 0) return hash;
    if (command->kind == DRAW_TEXT)
        return hash_bytes(hash, list->text + command->first, command->count);
    return hash_bytes(hash, list->points + command->first, command->count * sizeof(DrawPoint));
}

static void push_clip(Walk *walk, PixelRect clip) {
    if (walk->clip_depth == DRAW_MAX_DEPTH) return;
    PixelRect met = rect_meet(walk->clips[walk->clip_depth], clip);
    walk->clips[++walk->clip_depth] = met;
}

static bool add_item(Raster *raster, PaintedList *painted, const DrawList *list, size_t index,
                     PixelRect bounds) {
    if (!raster_reserve(raster, &painted->items, &painted->room, painted->count + 1,
                        sizeof(Painted)))
        return false;
    uint64_t hash = hash_command(list, &list->commands[index]);
    painted->items[painted->count++] = (Painted){hash, (uint32_t)index, bounds};
    return true;
}

static void begin_group(Walk *walk, size_t item) {
    walk->groups[walk->group_depth] = item;
    walk->group_bounds[walk->group_depth++] = (PixelRect){0, 0, 0, 0};
}

/* The push learns how far its group reached; the group around it reaches as far. */
static PixelRect end_group(Walk *walk, PaintedList *painted) {
    PixelRect bounds = walk->group_bounds[--walk->group_depth];
    painted->items[walk->groups[walk->group_depth]].bounds = bounds;
    if (walk->group_depth > 0) {
        PixelRect *outer = &walk->group_bounds[walk->group_depth - 1];
        *outer = rect_join(*outer, bounds);
    }
    return bounds;
}

static bool collect_command(Raster *raster, const DrawList *list, size_t i, Walk *walk,
                            PaintedList *painted) {
    const DrawCommand *command = &list->commands[i];
    PixelRect nothing = {0, 0, 0, 0};
    switch ((DrawKind)command->kind) {
    case DRAW_CLIP_PUSH:
        push_clip(walk,
                  raster_snap(raster, (DrawRect){command->x, command->y, command->w, command->h}));
        return true;
    case DRAW_CLIP_POP:
        if (walk->clip_depth > 0) walk->clip_depth--;
        return true;
    case DRAW_ALPHA_PUSH:
        if (walk->group_depth == DRAW_MAX_DEPTH) return true;
        if (!add_item(raster, painted, list, i, nothing)) return false;
        begin_group(walk, painted->count - 1);
        return true;
    case DRAW_ALPHA_POP:
        if (walk->group_depth == 0) return true;
        return add_item(raster, painted, list, i, end_group(walk, painted));
    default: break;
    }
    PixelRect bounds = rect_meet(bounds_of(raster, list, command), walk->clips[walk->clip_depth]);
    if (rect_empty(bounds)) return true;
    if (walk->group_depth > 0) {
        PixelRect *group = &walk->group_bounds[walk->group_depth - 1];
        *group = rect_join(*group, bounds);
    }
    return add_item(raster, painted, list, i, bounds);
}

bool raster_collect(Raster *raster, const DrawList *list, PixelRect clip, PaintedList *painted) {
    Walk walk = {.clips = {clip}};
    painted->count = 0;
    for (size_t i = 0; i < list->count; i++)
        if (!collect_command(raster, list, i, &walk, painted)) return false;
    while (walk.group_depth > 0) end_group(&walk, painted);
    return true;
}
