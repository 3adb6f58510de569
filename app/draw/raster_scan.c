#include "draw/raster_parts.h"

#include <stdlib.h>
#include <string.h>

/* A pixel row is cut into 16 sub-rows; along each one the crossings are exact to 1/256 px. A whole
   pixel therefore counts 16 * 256. */
enum { SUB_ROWS = 16, SUB_STEP = 256 / SUB_ROWS, WHOLE = SUB_ROWS * 256 };

static bool reserve(void *buffer, size_t count, size_t size) {
    void *old, *grown;
    memcpy(&old, buffer, sizeof old);
    grown = realloc(old, count * size);
    if (!grown) return false;
    memcpy(buffer, &grown, sizeof grown);
    return true;
}

static bool prepare(Scan *scan, size_t edges, size_t rows, size_t width) {
    if (rows > scan->row_room) {
        if (!reserve(&scan->rows, rows, sizeof *scan->rows)) return false;
        scan->row_room = rows;
    }
    if (edges > scan->active_room) {
        if (!reserve(&scan->active, edges, sizeof *scan->active) ||
            !reserve(&scan->crossings, edges, sizeof *scan->crossings))
            return false;
        scan->active_room = edges;
    }
    if (width + 2 > scan->width_room) {
        if (!reserve(&scan->cover, width + 2, sizeof *scan->cover) ||
            !reserve(&scan->row, width + 2, sizeof *scan->row))
            return false;
        scan->width_room = width + 2;
    }
    return true;
}

static int32_t floor_div(int32_t a, int32_t b) {
    int32_t q = a / b;
    return q * b > a ? q - 1 : q;
}

/* Files each edge under the pixel row where it begins; returns the row after the last one. What
   lies right of the clip is left out: a span that is open there ends there. */
static int sort_edges(Scan *scan, const Path *path, PixelRect clip) {
    int end = clip.y0;
    for (int i = 0; i < clip.y1 - clip.y0; i++) scan->rows[i] = -1;
    for (size_t i = 0; i < path->count; i++) {
        Edge *edge = &path->edges[i];
        int first = max_int(floor_div(edge->y0, 256), clip.y0);
        int last = min_int(floor_div(edge->y1 - 1, 256) + 1, clip.y1);
        if (first >= last || min_int(edge->x0, edge->x1) >= clip.x1 * 256) continue;
        edge->next = scan->rows[first - clip.y0];
        scan->rows[first - clip.y0] = (int32_t)i;
        end = max_int(end, last);
    }
    return end;
}

/* Where an edge crosses height y, in 1/256 px. Short edges, nearly all, do with the quicker 32-bit
   division; the result is the same. */
static int64_t crossing(const Edge *edge, int32_t y) {
    if (edge->x0 == edge->x1) return edge->x0;
    int64_t dx = (int64_t)edge->x1 - edge->x0, dy = (int64_t)edge->y1 - edge->y0;
    int64_t moved = dx * ((int64_t)y - edge->y0);
    moved += moved >= 0 ? dy / 2 : -(dy / 2);
    if (moved > -INT32_MAX && moved < INT32_MAX) return edge->x0 + (int32_t)moved / (int32_t)dy;
    return edge->x0 + moved / dy;
}

/* Shell's sort: a few crossings are the rule, thousands (a long dashed line) the exception, and
   both come nearly ordered or nearly reversed. */
static void sort_crossings(int64_t *crossings, size_t count) {
    static const size_t gaps[] = {701, 301, 132, 57, 23, 10, 4, 1};
    for (size_t g = 0; g < sizeof gaps / sizeof gaps[0]; g++) {
        size_t gap = gaps[g];
        for (size_t i = gap; i < count; i++) {
            int64_t key = crossings[i];
            size_t at = i;
            for (; at >= gap && crossings[at - gap] > key; at -= gap)
                crossings[at] = crossings[at - gap];
            crossings[at] = key;
        }
    }
}

/* The ordered crossings of one sub-row, each as x << 2 | winding + 1. */
static size_t collect(Scan *scan, const Path *path, size_t active, int32_t y) {
    size_t count = 0;
    for (size_t i = 0; i < active; i++) {
        const Edge *edge = &path->edges[scan->active[i]];
        if (y < edge->y0 || y >= edge->y1) continue;
        scan->crossings[count++] = crossing(edge, y) * 4 + edge->winding + 1;
    }
    sort_crossings(scan->crossings, count);
    return count;
}

/* Adds everything to the right of x (relative to the clip, 1/256 px) times `sign`. */
static void add_half_line(int32_t *cover, int32_t x, int32_t sign) {
    int32_t pixel = x / 256, part = x % 256;
    cover[pixel] += sign * (256 - part);
    cover[pixel + 1] += sign * part;
}

typedef struct {
    int first, last; /* touched pixels of the row, relative to the clip */
} Reach;

static void add_span(Scan *scan, int64_t x0, int64_t x1, PixelRect clip, Reach *reach) {
    int64_t left = (int64_t)clip.x0 * 256, right = (int64_t)clip.x1 * 256;
    if (x0 < left) x0 = left;
    if (x1 > right) x1 = right;
    if (x0 >= x1) return;
    int32_t a = (int32_t)(x0 - left), b = (int32_t)(x1 - left);
    add_half_line(scan->cover, a, 1);
    add_half_line(scan->cover, b, -1);
    reach->first = min_int(reach->first, a / 256);
    reach->last = max_int(reach->last, (b + 255) / 256);
}

static void add_spans(Scan *scan, size_t count, PixelRect clip, Reach *reach) {
    int winding = 0;
    int64_t start = 0;
    for (size_t i = 0; i < count; i++) {
        int64_t key = scan->crossings[i];
        int sign = (int)(key & 3) - 1;
        int64_t x = (key - (sign + 1)) / 4;
        if (winding == 0) start = x;
        winding += sign;
        if (winding == 0) add_span(scan, start, x, clip, reach);
    }
    if (winding != 0) add_span(scan, start, (int64_t)clip.x1 * 256, clip, reach);
}

/* Turns differences into coverage and leaves the row clean for the next one. */
static void finish_row(Scan *scan, Reach reach) {
    int32_t sum = 0;
    for (int x = reach.first; x < reach.last; x++) {
        sum += scan->cover[x];
        scan->cover[x] = 0;
        scan->row[x] = (uint8_t)((sum * 255 + WHOLE / 2) / WHOLE);
    }
    scan->cover[reach.last] = scan->cover[reach.last + 1] = 0;
}

static size_t drop_finished(Scan *scan, const Path *path, size_t active, int y) {
    size_t kept = 0;
    for (size_t i = 0; i < active; i++)
        if (path->edges[scan->active[i]].y1 > y * 256) scan->active[kept++] = scan->active[i];
    return kept;
}

bool scan_path(Scan *scan, const Path *path, PixelRect clip, ScanSink sink, void *user) {
    if (path->failed) return false;
    if (path->count == 0 || rect_empty(clip)) return true;
    int width = clip.x1 - clip.x0;
    if (!prepare(scan, path->count, (size_t)(clip.y1 - clip.y0), (size_t)width)) return false;
    memset(scan->cover, 0, ((size_t)width + 2) * sizeof *scan->cover);
    int end = sort_edges(scan, path, clip);
    size_t active = 0;
    for (int y = clip.y0; y < end; y++) {
        active = drop_finished(scan, path, active, y);
        for (int32_t i = scan->rows[y - clip.y0]; i >= 0; i = path->edges[i].next)
            scan->active[active++] = i;
        if (active == 0) continue;
        Reach reach = {width, 0};
        for (int sub = 0; sub < SUB_ROWS; sub++) {
            size_t count = collect(scan, path, active, y * 256 + sub * SUB_STEP + SUB_STEP / 2);
            add_spans(scan, count, clip, &reach);
        }
        if (reach.first >= reach.last) continue;
        finish_row(scan, reach);
        sink(user, y, clip.x0 + reach.first, clip.x0 + reach.last, scan->row + reach.first);
    }
    return true;
}

void scan_clear(Scan *scan) {
    free(scan->rows);
    free(scan->active);
    free(scan->crossings);
    free(scan->cover);
    free(scan->row);
    memset(scan, 0, sizeof *scan);
}
