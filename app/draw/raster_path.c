#include "draw/raster_parts.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A corner sharper than this, as mitre length by half width, is cut off. */
#define MITRE_LIMIT 4.0F
#define NEARLY_ZERO 1e-4F

static bool reserve(Path *path, void *buffer, size_t *room, size_t count, size_t size) {
    if (count <= *room) return true;
    size_t wanted = *room ? *room * 2 : 64;
    while (wanted < count) wanted *= 2;
    void *old, *grown;
    memcpy(&old, buffer, sizeof old);
    grown = realloc(old, wanted * size);
    if (!grown) {
        path->failed = true;
        return false;
    }
    memcpy(buffer, &grown, sizeof grown);
    *room = wanted;
    return true;
}

static int32_t fixed(float v) {
    return (int32_t)floor_int(bounded(v) * 256 + 0.5F);
}

static void add_edge(Path *path, DrawPoint a, DrawPoint b, int winding) {
    Edge edge = {fixed(a.x), fixed(a.y), fixed(b.x), fixed(b.y), winding, -1};
    if (edge.y0 == edge.y1) return;
    if (edge.y0 > edge.y1) edge = (Edge){edge.x1, edge.y1, edge.x0, edge.y0, -winding, -1};
    if (reserve(path, &path->edges, &path->room, path->count + 1, sizeof(Edge)))
        path->edges[path->count++] = edge;
}

static float doubled_area(const DrawPoint *p, size_t count) {
    float area = 0;
    for (size_t i = 0, j = count - 1; i < count; j = i++)
        area += (p[j].x - p[0].x) * (p[i].y - p[0].y) - (p[i].x - p[0].x) * (p[j].y - p[0].y);
    return area;
}

static void add_contour(Path *path, const DrawPoint *points, size_t count, int winding) {
    for (size_t i = 0, j = count - 1; i < count; j = i++)
        add_edge(path, points[j], points[i], winding);
}

/* Sine and cosine of a part of a turn. Polynomials instead of libm, whose last digit differs from
   machine to machine; the error is below 1e-6. */
static void sine_cosine(float turns, float *sine, float *cosine) {
    int quarter = round_int(turns * 4);
    float t = (turns - (float)quarter * 0.25F) * 6.28318530718F, tt = t * t;
    float s = t * (1 - tt * (0.16666667F - tt * (0.00833333F - tt * 0.000198413F)));
    float c = 1 - tt * (0.5F - tt * (0.04166667F - tt * (0.00138889F - tt * 0.0000248016F)));
    switch (quarter & 3) {
    case 0: *sine = s, *cosine = c; break;
    case 1: *sine = c, *cosine = -s; break;
    case 2: *sine = -s, *cosine = -c; break;
    default: *sine = -c, *cosine = s; break;
    }
}

static DrawPoint on_circle(DrawPoint centre, float radius, float turns) {
    float sine, cosine;
    sine_cosine(turns, &sine, &cosine);
    return (DrawPoint){centre.x + radius * sine, centre.y - radius * cosine};
}

/* Chords so short that they leave the circle by less than 1/100 px. */
static int arc_pieces(float radius, float turns) {
    float whole = 22.2F * sqrtf(max_float(bounded(radius), 0.5F));
    return max_int(1, min_int(4096, ceil_int(whole * turns)));
}

static DrawPoint minus(DrawPoint a, DrawPoint b) {
    return (DrawPoint){a.x - b.x, a.y - b.y};
}

static DrawPoint along(DrawPoint a, DrawPoint direction, float by) {
    return (DrawPoint){a.x + direction.x * by, a.y + direction.y * by};
}

static float length_of(DrawPoint v) {
    return sqrtf(v.x * v.x + v.y * v.y);
}

/* The unit vector from a to b; false when they are the same point. */
static bool direction_of(DrawPoint a, DrawPoint b, DrawPoint *unit) {
    DrawPoint v = minus(b, a);
    float length = length_of(v);
    if (!(length > NEARLY_ZERO)) return false;
    *unit = (DrawPoint){v.x / length, v.y / length};
    return true;
}

static bool outside(const Path *path, float x0, float y0, float x1, float y1) {
    PixelRect clip = path->clip;
    return x1 < (float)clip.x0 - 1 || x0 > (float)clip.x1 + 1 || y1 < (float)clip.y0 - 1 ||
           y0 > (float)clip.y1 + 1;
}

static bool polygon_outside(const Path *path, const DrawPoint *p, size_t count) {
    float x0 = p[0].x, y0 = p[0].y, x1 = x0, y1 = y0;
    for (size_t i = 1; i < count; i++) {
        x0 = min_float(x0, p[i].x), x1 = max_float(x1, p[i].x);
        y0 = min_float(y0, p[i].y), y1 = max_float(y1, p[i].y);
    }
    return outside(path, x0, y0, x1, y1);
}

static void add_disc(Path *path, DrawPoint centre, float radius) {
    if (outside(path, centre.x - radius, centre.y - radius, centre.x + radius, centre.y + radius))
        return;
    DrawPoint points[64];
    int count = min_int(64, max_int(8, arc_pieces(radius, 1)));
    for (int i = 0; i < count; i++) points[i] = on_circle(centre, radius, (float)i / (float)count);
    path_polygon(path, points, (size_t)count);
}

static void add_segment(Path *path, DrawPoint a, DrawPoint b, DrawPoint unit, float half) {
    DrawPoint normal = {-unit.y, unit.x};
    DrawPoint quad[] = {along(a, normal, half), along(b, normal, half), along(b, normal, -half),
                        along(a, normal, -half)};
    path_polygon(path, quad, 4);
}

/* Fills the wedge between two segments that meet at `at`. */
static void add_join(Path *path, DrawPoint at, DrawPoint in, DrawPoint out, float half) {
    float turn = in.x * out.y - in.y * out.x, straight = in.x * out.x + in.y * out.y;
    if (turn < NEARLY_ZERO && turn > -NEARLY_ZERO && straight > 0) return;
    float side = turn > 0 ? -half : half;
    DrawPoint first = along(at, (DrawPoint){-in.y, in.x}, side);
    DrawPoint second = along(at, (DrawPoint){-out.y, out.x}, side);
    DrawPoint wedge[] = {at, first, second, second};
    /* With u the half angle, mitre length is half / cos u and cos^2 u = (1 + straight) / 2. */
    float cos2 = (1 + straight) / 2;
    if (cos2 * MITRE_LIMIT * MITRE_LIMIT >= 1) {
        DrawPoint middle = {(first.x + second.x) / 2 - at.x, (first.y + second.y) / 2 - at.y};
        wedge[2] = along(at, middle, 1 / cos2);
    }
    path_polygon(path, wedge, 4);
}

static size_t drop_repeated(DrawPoint *points, size_t count) {
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        DrawPoint unit;
        if (kept == 0 || direction_of(points[kept - 1], points[i], &unit))
            points[kept++] = points[i];
    }
    return kept;
}

/* Strokes a polyline of different points as one quad for each segment and one wedge or disc for
   each corner; for a closed one the last point is joined to the first. */
static void stroke_solid(Path *path, const DrawPoint *p, size_t count, float width, bool round,
                         bool closed) {
    if (count < 2) {
        if (count == 1 && round) add_disc(path, p[0], width / 2);
        return;
    }
    size_t segments = closed ? count : count - 1;
    DrawPoint before = {0, 0}, unit;
    if (closed) direction_of(p[count - 1], p[0], &before);
    for (size_t i = 0; i < segments; i++) {
        DrawPoint a = p[i], b = p[(i + 1) % count];
        if (!direction_of(a, b, &unit)) continue;
        add_segment(path, a, b, unit, width / 2);
        if (round)
            add_disc(path, a, width / 2);
        else if (closed || i > 0)
            add_join(path, a, before, unit, width / 2);
        before = unit;
    }
    if (round && !closed) add_disc(path, p[count - 1], width / 2);
}

static bool add_dash_point(Path *path, DrawPoint p) {
    if (!reserve(path, &path->dash, &path->dash_room, path->dash_count + 1, sizeof(DrawPoint)))
        return false;
    path->dash[path->dash_count++] = p;
    return true;
}

static void flush_dash(Path *path, const DrawStroke *stroke) {
    size_t count = drop_repeated(path->dash, path->dash_count);
    stroke_solid(path, path->dash, count, stroke->width, stroke->cap == DRAW_CAP_ROUND, false);
    path->dash_count = 0;
}

static float line_length(const DrawPoint *p, size_t count, bool closed) {
    float length = 0;
    for (size_t i = 1; i < count; i++) length += length_of(minus(p[i], p[i - 1]));
    return closed ? length + length_of(minus(p[0], p[count - 1])) : length;
}

/* Where the walk along a dash pattern is. */
typedef struct {
    float left; /* until the pattern switches */
    bool on;
} DashWalk;

static DashWalk dash_begin(float on, float off, float phase) {
    float period = on + off;
    float turns = bounded(phase) / period;
    float at = (turns - (float)floor_int(turns)) * period;
    if (at < on) return (DashWalk){on - at, true};
    return (DashWalk){period - at, false};
}

static void dash_segment(Path *path, DrawPoint a, DrawPoint b, float on, float off, DashWalk *walk,
                         const DrawStroke *stroke) {
    DrawPoint unit;
    if (!direction_of(a, b, &unit)) return;
    float length = length_of(minus(b, a)), done = 0;
    while (length - done > walk->left) {
        done += walk->left;
        DrawPoint at = along(a, unit, done);
        if (walk->on) {
            add_dash_point(path, at);
            flush_dash(path, stroke);
        } else {
            add_dash_point(path, at);
        }
        walk->on = !walk->on;
        walk->left = walk->on ? on : off;
    }
    walk->left -= length - done;
    if (walk->on) add_dash_point(path, b);
}

/* On a closed line the pattern is stretched a little so that it meets itself without a seam. */
static void stroke_dashed(Path *path, size_t count, const DrawStroke *stroke, bool closed) {
    const DrawPoint *p = path->line;
    float on = max_float(stroke->on, 0.5F), off = max_float(stroke->off, 0.5F);
    float length = line_length(p, count, closed);
    /* A pattern finer than the eye, or a line longer than any screen, would only cost time. */
    if (length / (on + off) > 20000) on += length / 20000;
    if (closed) {
        float whole = (float)max_int(1, round_int(length / (on + off)));
        float stretch = length / (whole * (on + off));
        on *= stretch;
        off *= stretch;
    }
    DashWalk walk = dash_begin(on, off, stroke->phase);
    path->dash_count = 0;
    if (walk.on) add_dash_point(path, p[0]);
    size_t segments = closed ? count : count - 1;
    for (size_t i = 0; i < segments && !path->failed; i++)
        dash_segment(path, p[i], p[(i + 1) % count], on, off, &walk, stroke);
    flush_dash(path, stroke);
}

/* Cuts `length` off the line's end and adds a triangle there that points along the cut-off part. */
static size_t add_arrow(Path *path, size_t count, float length) {
    DrawPoint tip = path->line[count - 1], unit;
    float left = length * 0.9F; /* the shaft ends under the head */
    while (count > 1) {
        DrawPoint a = path->line[count - 2], b = path->line[count - 1];
        float part = length_of(minus(b, a));
        if (part > left) {
            if (direction_of(b, a, &unit)) path->line[count - 1] = along(b, unit, left);
            break;
        }
        left -= part;
        if (count == 2) break;
        count--;
    }
    if (!direction_of(path->line[count - 1], tip, &unit) &&
        !direction_of(path->line[0], tip, &unit))
        return count;
    DrawPoint foot = along(tip, unit, -length), normal = {-unit.y, unit.x};
    DrawPoint head[] = {tip, along(foot, normal, length / 2), along(foot, normal, -length / 2)};
    path_polygon(path, head, 3);
    return count;
}

void path_reset(Path *path, PixelRect clip) {
    path->clip = clip;
    path->count = path->line_count = path->dash_count = 0;
    path->failed = false;
}

void path_clear(Path *path) {
    free(path->edges);
    free(path->line);
    free(path->dash);
    memset(path, 0, sizeof *path);
}

void path_polygon(Path *path, const DrawPoint *points, size_t count) {
    if (polygon_outside(path, points, count)) return;
    float area = doubled_area(points, count);
    add_contour(path, points, count, area < 0 ? -1 : 1);
}

void path_start(Path *path) {
    path->line_count = 0;
}

void path_point(Path *path, float x, float y) {
    if (!reserve(path, &path->line, &path->line_room, path->line_count + 1, sizeof(DrawPoint)))
        return;
    path->line[path->line_count++] = (DrawPoint){bounded(x), bounded(y)};
}

void path_add_arc(Path *path, DrawPoint centre, float radius, float from, float to) {
    int pieces = arc_pieces(radius, to - from);
    for (int i = 0; i <= pieces; i++) {
        float share = (float)i / (float)pieces;
        DrawPoint p = on_circle(centre, radius, from + (to - from) * share);
        path_point(path, p.x, p.y);
    }
}

void path_add_curve(Path *path, const DrawPoint *p) {
    float length =
        length_of(minus(p[1], p[0])) + length_of(minus(p[2], p[1])) + length_of(minus(p[3], p[2]));
    int pieces = max_int(4, min_int(512, ceil_int(2 * sqrtf(bounded(length)))));
    for (int i = 0; i <= pieces; i++) {
        float t = (float)i / (float)pieces, u = 1 - t;
        float a = u * u * u, b = 3 * u * u * t, c = 3 * u * t * t, d = t * t * t;
        path_point(path, a * p[0].x + b * p[1].x + c * p[2].x + d * p[3].x,
                   a * p[0].y + b * p[1].y + c * p[2].y + d * p[3].y);
    }
}

void path_add_box(Path *path, float x, float y, float w, float h, float radius) {
    if (!(radius > 0)) {
        path_point(path, x, y);
        path_point(path, x + w, y);
        path_point(path, x + w, y + h);
        path_point(path, x, y + h);
        return;
    }
    path_add_arc(path, (DrawPoint){x + radius, y + radius}, radius, 0.75F, 1);
    path_add_arc(path, (DrawPoint){x + w - radius, y + radius}, radius, 0, 0.25F);
    path_add_arc(path, (DrawPoint){x + w - radius, y + h - radius}, radius, 0.25F, 0.5F);
    path_add_arc(path, (DrawPoint){x + radius, y + h - radius}, radius, 0.5F, 0.75F);
}

/* A corner becomes a quadratic curve whose ends lie `radius` before and after it, at most half of
   each side; for a right angle that is within a hair of the quarter circle. */
void path_bend(Path *path, float radius) {
    size_t count = path->line_count;
    if (count < 3 || !(radius > 0)) return;
    DrawPoint *corners = malloc(count * sizeof *corners);
    if (!corners) {
        path->failed = true;
        return;
    }
    memcpy(corners, path->line, count * sizeof *corners);
    path_start(path);
    path_point(path, corners[0].x, corners[0].y);
    for (size_t i = 1; i + 1 < count; i++) {
        DrawPoint at = corners[i], in = minus(corners[i - 1], at), out = minus(corners[i + 1], at);
        float a = length_of(in), b = length_of(out);
        float cut = min_float(radius, min_float(a, b) / 2);
        if (!(cut > NEARLY_ZERO)) continue;
        DrawPoint first = along(at, in, cut / a), last = along(at, out, cut / b);
        /* 0.5523: the control points that make a cubic follow a quarter circle. */
        DrawPoint cubic[] = {first, along(at, in, cut * 0.4477F / a),
                             along(at, out, cut * 0.4477F / b), last};
        path_add_curve(path, cubic);
    }
    path_point(path, corners[count - 1].x, corners[count - 1].y);
    free(corners);
}

void path_fill_line(Path *path) {
    if (path->line_count >= 3) path_polygon(path, path->line, path->line_count);
}

void path_stroke_line(Path *path, const DrawStroke *stroke, bool closed) {
    size_t count = drop_repeated(path->line, path->line_count);
    DrawPoint unit;
    if (closed && count > 1 && !direction_of(path->line[count - 1], path->line[0], &unit)) count--;
    if (count == 0 || path->failed) return;
    if (stroke->arrow > 0 && count > 1) count = add_arrow(path, count, stroke->arrow);
    if (stroke->on > 0 && count > 1)
        stroke_dashed(path, count, stroke, closed);
    else
        stroke_solid(path, path->line, count, stroke->width, stroke->cap == DRAW_CAP_ROUND, closed);
}

void path_ring(Path *path, DrawPoint centre, float radius, float width) {
    path_start(path);
    path_add_arc(path, centre, radius + width / 2, 0, 1);
    path_fill_line(path);
    float inside = radius - width / 2;
    if (!(inside > 0)) return;
    path_start(path);
    path_add_arc(path, centre, inside, 0, 1);
    if (path->line_count >= 3)
        add_contour(path, path->line, path->line_count,
                    doubled_area(path->line, path->line_count) < 0 ? 1 : -1);
}
