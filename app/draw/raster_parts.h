#ifndef DRAW_RASTER_PARTS_H
#define DRAW_RASTER_PARTS_H
/* What the raster*.c files share: the rasteriser's state, number helpers, blending, and the seams
   between outlines of shapes (raster_path.c), their coverage (raster_scan.c) and the painters. */

#include "draw/glyphs.h"
#include "draw/raster.h"

/* One straight edge of a shape, downwards, in 1/256 px; winding says which way it was walked. */
typedef struct {
    int32_t x0, y0, x1, y1;
    int32_t winding;
    int32_t next; /* of the same first row, -1 at the end */
} Edge;

/* A shape ready to be filled with the non-zero rule. Pieces may overlap: every piece is added with
   the same orientation, so that together they make a union. */
typedef struct {
    Edge *edges;
    size_t count, room;
    DrawPoint *line; /* the polyline being flattened */
    size_t line_count, line_room;
    DrawPoint *dash; /* the piece of it being stroked */
    size_t dash_count, dash_room;
    PixelRect clip; /* pieces that lie outside are left out */
    bool failed;    /* out of memory: the shape is not whole */
} Path;

/* Scratch of the scan converter. */
typedef struct {
    int32_t *rows; /* first edge of each pixel row, -1 for none */
    size_t row_room;
    int32_t *active; /* edges that cross the current row */
    size_t active_room;
    int64_t *crossings; /* x << 2 | winding + 1 of the current sub-row, ordered */
    int32_t *cover;     /* difference of coverage from pixel to pixel, in 1/4096 */
    uint8_t *row;
    size_t width_room;
} Scan;

/* Receives coverage 0..255 of pixels x0 <= x < x1 of row y. */
typedef void (*ScanSink)(void *user, int y, int x0, int x1, const uint8_t *coverage);

/* Coverage of a box's round corner, top left, row by row: of the whole box and of what lies inside
   its outline. Pixels beyond `size` are whole. */
typedef struct {
    float radius;
    int stroke, size;
    uint8_t *outer, *inner;
} CornerMask;

/* An icon at a size, one byte a pixel, its centre at (`middle`, `middle`). */
typedef struct {
    uint8_t *coverage;
    int size;
    float scale;
    DrawIcon icon;
} IconMask;

/* What an alpha group lies on, kept until the group ends. */
typedef struct {
    PixelRect area;
    size_t start; /* in Raster.saved */
    int alpha;    /* 0..256 */
} AlphaGroup;

/* A command that paints, with what surrounds it: the unit of comparison between two frames. */
typedef struct {
    uint64_t hash;
    uint32_t index;
    PixelRect bounds; /* clipped; of an alpha push or pop: of its group */
} Painted;

typedef struct {
    Painted *items;
    size_t count, room;
} PaintedList;

enum { RASTER_CORNERS = 16, RASTER_ICONS = 128 };

struct Raster {
    Fonts *fonts; /* borrowed, may be NULL */
    float scale;
    Path path;
    Scan scan;
    CornerMask corners[RASTER_CORNERS]; /* replaced in turn */
    int next_corner;
    IconMask icons[RASTER_ICONS]; /* direct mapped */
    float *hatch;
    size_t hatch_room;
    uint32_t *saved;
    size_t saved_count, saved_room;
    PaintedList before, after; /* of raster_update and raster_draw */
    PaintedList parts[4];      /* of raster_diff_fading */
    bool failed;
};

/* Where a painter may paint: the clip lies inside the surface. */
typedef struct {
    Surface *surface;
    PixelRect clip;
} Target;

/* Grows a buffer of the rasteriser; false and raster->failed when memory is exhausted. */
bool raster_reserve(Raster *raster, void *buffer, size_t *room, size_t count, size_t size);

/* Physical pixels. */
PixelRect raster_snap(const Raster *raster, DrawRect r);
int raster_stroke(const Raster *raster, float width);
float raster_box_radius(const Raster *raster, PixelRect box, float radius);

/* raster_path.c. All coordinates and widths are physical pixels. */
/* Empties the path; only what touches `clip` will be painted. */
void path_reset(Path *path, PixelRect clip);
void path_clear(Path *path);
/* A convex or simple shape, in either orientation. */
void path_polygon(Path *path, const DrawPoint *points, size_t count);
/* Start a polyline, add to it, then stroke or fill it. */
void path_start(Path *path);
void path_point(Path *path, float x, float y);
void path_add_arc(Path *path, DrawPoint centre, float radius, float from, float to);
void path_add_curve(Path *path, const DrawPoint *p);
void path_add_box(Path *path, float x, float y, float w, float h, float radius);
/* Turns corners of the polyline into arcs. */
void path_bend(Path *path, float radius);
void path_fill_line(Path *path);
void path_stroke_line(Path *path, const DrawStroke *stroke, bool closed);
/* A ring without dashes: two circles instead of many pieces. */
void path_ring(Path *path, DrawPoint centre, float radius, float width);

/* raster_scan.c: calls `sink` for each row of `clip` that the path covers. False: no memory. */
bool scan_path(Scan *scan, const Path *path, PixelRect clip, ScanSink sink, void *user);
void scan_clear(Scan *scan);

/* raster_box.c, raster_hatch.c */
void raster_box(Raster *raster, Target target, const DrawCommand *command);
const CornerMask *raster_corner(Raster *raster, float radius, int stroke);
void raster_hatch(Raster *raster, Target target, const DrawCommand *command);

/* raster_shape.c: polygons, lines, curves, round things. */
void raster_shape(Raster *raster, Target target, const DrawList *list, const DrawCommand *command);
/* The dashes of a box's outline; its rectangle is the middle of the line, in physical pixels. */
void raster_box_dashes(Raster *raster, Target target, const DrawCommand *command);
/* The stroke with its lengths in physical pixels. */
DrawStroke raster_scaled_stroke(const Raster *raster, DrawStroke stroke);

/* raster_mask.c: icons and text. */
void raster_icon(Raster *raster, Target target, const DrawCommand *command);
void raster_text(Raster *raster, Target target, const DrawList *list, const DrawCommand *command);
float raster_text_width(const Raster *raster, const DrawList *list, const DrawCommand *command);

/* raster_bounds.c: the commands of a list that paint inside `clip`, each with the pixels that it
   may touch. Painters are held to these, so they decide what a changed command damages. */
bool raster_collect(Raster *raster, const DrawList *list, PixelRect clip, PaintedList *painted);

/* raster_diff.c: adds to `dirty` where the pictures of two collected lists may differ; at most
   RASTER_MAX_DIRTY rectangles. */
void raster_diff(const DrawList *previous, const PaintedList *before, const DrawList *next,
                 const PaintedList *after, PixelRect *dirty, int *count);
/* raster_fade.c: the same for the lists that raster->before and raster->after were collected from,
   of which each may be a cross-fade. False: out of memory. */
bool raster_diff_fading(Raster *raster, const DrawList *previous, const DrawList *next,
                        PixelRect all, PixelRect *dirty, int *count);

static inline int min_int(int a, int b) {
    return a < b ? a : b;
}
static inline int max_int(int a, int b) {
    return a > b ? a : b;
}
static inline float min_float(float a, float b) {
    return a < b ? a : b;
}
static inline float max_float(float a, float b) {
    return a > b ? a : b;
}

/* Coordinates beyond this many pixels are as good as infinite. Not a number becomes 0. */
#define RASTER_FAR 1048576.0F

static inline float bounded(float v) {
    if (!(v > -RASTER_FAR)) return v < 0 ? -RASTER_FAR : 0;
    return v < RASTER_FAR ? v : RASTER_FAR;
}

static inline int floor_int(float v) {
    int i = (int)bounded(v);
    return (float)i > v ? i - 1 : i;
}

static inline int ceil_int(float v) {
    return -floor_int(-v);
}
static inline int round_int(float v) {
    return floor_int(v + 0.5F);
}

static inline uint8_t coverage_of(float share) {
    if (!(share > 0)) return 0;
    return share < 1 ? (uint8_t)(share * 255 + 0.5F) : 255;
}

static inline bool rect_empty(PixelRect r) {
    return r.x0 >= r.x1 || r.y0 >= r.y1;
}

static inline PixelRect rect_meet(PixelRect a, PixelRect b) {
    return (PixelRect){max_int(a.x0, b.x0), max_int(a.y0, b.y0), min_int(a.x1, b.x1),
                       min_int(a.y1, b.y1)};
}

static inline PixelRect rect_join(PixelRect a, PixelRect b) {
    if (rect_empty(a)) return b;
    if (rect_empty(b)) return a;
    return (PixelRect){min_int(a.x0, b.x0), min_int(a.y0, b.y0), max_int(a.x1, b.x1),
                       max_int(a.y1, b.y1)};
}

static inline bool rect_same(PixelRect a, PixelRect b) {
    return a.x0 == b.x0 && a.y0 == b.y0 && a.x1 == b.x1 && a.y1 == b.y1;
}

/* 0..255 to 0..256, so that whole coverage gives the colour itself. */
static inline uint32_t weight_of(uint32_t byte) {
    return byte + (byte >> 7);
}

/* Weight 0..256 of a colour at a coverage of 0..255. */
static inline uint32_t paint_weight(DrawColour colour, uint32_t coverage) {
    uint32_t alpha = colour >> 24;
    if (alpha == 255) return weight_of(coverage);
    return weight_of((alpha * coverage + 127) / 255);
}

/* `weight` of 256 parts of `over`, the rest of `under`; the result is opaque. */
static inline uint32_t blend(uint32_t under, uint32_t over, uint32_t weight) {
    uint32_t keep = 256 - weight;
    uint32_t rb = ((under & 0xFF00FFU) * keep + (over & 0xFF00FFU) * weight + 0x800080U) >> 8;
    uint32_t g = ((under & 0xFF00U) * keep + (over & 0xFF00U) * weight + 0x8000U) >> 8;
    return 0xFF000000U | (rb & 0xFF00FFU) | (g & 0xFF00U);
}

/* Blends one colour over x0 <= x < x1 of a row. */
static inline void blend_span(uint32_t *row, int x0, int x1, DrawColour colour, uint32_t weight) {
    if (weight == 256) {
        for (int x = x0; x < x1; x++) row[x] = colour | 0xFF000000U;
    } else if (weight) {
        for (int x = x0; x < x1; x++) row[x] = blend(row[x], colour, weight);
    }
}

static inline void blend_coverage(uint32_t *row, int x0, int x1, DrawColour colour,
                                  const uint8_t *coverage) {
    for (int x = x0; x < x1; x++) {
        uint32_t c = coverage[x - x0];
        if (c == 0) continue;
        row[x] = blend(row[x], colour, paint_weight(colour, c));
    }
}

static inline uint32_t *surface_row(const Surface *surface, int y) {
    return surface->pixels + (size_t)y * (size_t)surface->stride;
}

#endif
