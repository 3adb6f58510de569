#include "draw/raster_parts.h"

typedef struct {
    Target target;
    DrawColour colour;
} ColourSink;

static void paint_coverage(void *user, int y, int x0, int x1, const uint8_t *coverage) {
    const ColourSink *sink = user;
    blend_coverage(surface_row(sink->target.surface, y), x0, x1, sink->colour, coverage);
}

static void fill_path(Raster *raster, Target target, DrawColour colour) {
    ColourSink sink = {target, colour};
    if (!scan_path(&raster->scan, &raster->path, target.clip, paint_coverage, &sink))
        raster->failed = true;
}

DrawStroke raster_scaled_stroke(const Raster *raster, DrawStroke stroke) {
    float scale = raster->scale;
    return (DrawStroke){.width = (float)raster_stroke(raster, stroke.width),
                        .on = stroke.on * scale,
                        .off = stroke.off * scale,
                        .phase = stroke.phase * scale,
                        .arrow = stroke.arrow * scale,
                        .bend = stroke.bend * scale,
                        .cap = stroke.cap};
}

/* The nearest place where a line of that width covers whole pixels. */
static float snap_middle(float v, float width) {
    float half = width / 2;
    return (float)round_int(v - half) + half;
}

/* Lays a horizontal or vertical line on whole pixels, across its direction. */
static void snap_line(DrawPoint *a, DrawPoint *b, float width) {
    float dx = a->x - b->x, dy = a->y - b->y;
    if (dx <= 0 && dx >= 0) a->x = b->x = snap_middle(a->x, width);
    if (dy <= 0 && dy >= 0) a->y = b->y = snap_middle(a->y, width);
}

static DrawPoint scaled_point(const Raster *raster, const DrawList *list, uint32_t index) {
    DrawPoint p = list->points[index];
    return (DrawPoint){bounded(p.x * raster->scale), bounded(p.y * raster->scale)};
}

/* Elbows keep their right angles: every horizontal or vertical piece is snapped in turn. */
static void shape_line(Raster *raster, const DrawList *list, const DrawCommand *command) {
    Path *path = &raster->path;
    DrawStroke stroke = raster_scaled_stroke(raster, command->stroke);
    path_start(path);
    for (uint32_t i = 0; i < command->count; i++) {
        DrawPoint p = scaled_point(raster, list, command->first + i);
        path_point(path, p.x, p.y);
    }
    if (path->failed) return;
    for (size_t i = 1; i < path->line_count; i++)
        snap_line(&path->line[i - 1], &path->line[i], stroke.width);
    path_bend(path, stroke.bend);
    path_stroke_line(path, &stroke, false);
}

static void shape_curve(Raster *raster, const DrawList *list, const DrawCommand *command) {
    DrawStroke stroke = raster_scaled_stroke(raster, command->stroke);
    DrawPoint points[4];
    for (uint32_t i = 0; i < 4; i++) points[i] = scaled_point(raster, list, command->first + i);
    path_start(&raster->path);
    path_add_curve(&raster->path, points);
    path_stroke_line(&raster->path, &stroke, false);
}

static void shape_polygon(Raster *raster, const DrawList *list, const DrawCommand *command) {
    path_start(&raster->path);
    for (uint32_t i = 0; i < command->count; i++) {
        DrawPoint p = scaled_point(raster, list, command->first + i);
        path_point(&raster->path, p.x, p.y);
    }
    path_fill_line(&raster->path);
}

static bool whole_turn(const DrawCommand *command) {
    return command->to - command->from >= 1;
}

static DrawPoint scaled_centre(const Raster *raster, const DrawCommand *command) {
    return (DrawPoint){bounded(command->x * raster->scale), bounded(command->y * raster->scale)};
}

static void shape_arc(Raster *raster, const DrawCommand *command) {
    Path *path = &raster->path;
    DrawStroke stroke = raster_scaled_stroke(raster, command->stroke);
    float radius = bounded(command->radius * raster->scale);
    DrawPoint centre = scaled_centre(raster, command);
    bool whole = whole_turn(command);
    if (whole && !(stroke.on > 0)) {
        path_ring(path, centre, radius, stroke.width);
        return;
    }
    path_start(path);
    path_add_arc(path, centre, radius, command->from, whole ? command->from + 1 : command->to);
    path_stroke_line(path, &stroke, whole);
}

static void shape_pie(Raster *raster, const DrawCommand *command) {
    DrawPoint centre = scaled_centre(raster, command);
    float radius = bounded(command->radius * raster->scale);
    path_start(&raster->path);
    if (!whole_turn(command)) path_point(&raster->path, centre.x, centre.y);
    path_add_arc(&raster->path, centre, radius, command->from,
                 whole_turn(command) ? command->from + 1 : command->to);
    path_fill_line(&raster->path);
}

void raster_shape(Raster *raster, Target target, const DrawList *list, const DrawCommand *command) {
    path_reset(&raster->path, target.clip);
    switch ((DrawKind)command->kind) {
    case DRAW_LINE: shape_line(raster, list, command); break;
    case DRAW_CURVE: shape_curve(raster, list, command); break;
    case DRAW_POLYGON: shape_polygon(raster, list, command); break;
    case DRAW_ARC: shape_arc(raster, command); break;
    case DRAW_PIE: shape_pie(raster, command); break;
    default: return;
    }
    fill_path(raster, target, command->colour);
}

void raster_box_dashes(Raster *raster, Target target, const DrawCommand *command) {
    DrawStroke stroke = raster_scaled_stroke(raster, command->stroke);
    stroke.width = command->stroke.width;
    path_reset(&raster->path, target.clip);
    path_start(&raster->path);
    path_add_box(&raster->path, command->x, command->y, command->w, command->h, command->radius);
    path_stroke_line(&raster->path, &stroke, true);
    fill_path(raster, target, command->colour);
}
