#include "draw/raster_parts.h"

/* How much of a unit square lies on one side of a 45 degree line that is `t` half diagonals away
   from its middle: its shadow on the diagonal is a triangle. */
static float square_below(float t) {
    if (t <= -1) return 0;
    if (t >= 1) return 1;
    return t < 0 ? (1 + t) * (1 + t) / 2 : 1 - (1 - t) * (1 - t) / 2;
}

/* Coverage of a pixel whose middle lies `at` past the nearest stripe's middle, measured along x + y
   (where a half diagonal of a pixel is 1). */
static float stripe_coverage(float at, float half) {
    return square_below(at + half) - square_below(at - half);
}

/* Stripes in 1/65536 px along x + y: whole numbers, so that a part of a hatch painted alone has
   exactly the pixels it has in the whole. */
typedef struct {
    int64_t period, origin;
    float half; /* of a stripe's width, px */
} Stripes;

/* For `count` diagonals of pixels from number `first` on: the coverage by the stripes. */
static void fill_diagonals(float *diagonals, int count, int64_t first, Stripes stripes) {
    float period = (float)stripes.period / 65536;
    for (int i = 0; i < count; i++) {
        int64_t past = ((first + i) * 65536 - stripes.origin) % stripes.period;
        if (past < 0) past += stripes.period;
        float at = (float)past / 65536;
        diagonals[i] = min_float(
            stripe_coverage(at, stripes.half) + stripe_coverage(at - period, stripes.half), 1);
    }
}

typedef struct {
    PixelRect rect, clip;
    const CornerMask *corner;
    const float *rising, *falling; /* by x + y and x - y, from the clip's corners on */
    DrawColour colour;
} Hatch;

static uint32_t shape_coverage(const Hatch *hatch, int x, int y) {
    PixelRect r = hatch->rect;
    int i = min_int(x - r.x0, r.x1 - 1 - x), j = min_int(y - r.y0, r.y1 - 1 - y);
    int size = hatch->corner->size;
    if (i >= size || j >= size) return 255;
    return hatch->corner->outer[(size_t)j * (size_t)size + (size_t)i];
}

static void paint_hatch(Target target, const Hatch *hatch) {
    PixelRect clip = hatch->clip;
    int last = clip.y1 - clip.y0 - 1;
    for (int y = clip.y0; y < clip.y1; y++) {
        uint32_t *row = surface_row(target.surface, y);
        int below = y - clip.y0;
        for (int x = clip.x0; x < clip.x1; x++) {
            float c = hatch->rising[x - clip.x0 + below];
            if (hatch->falling) c = max_float(c, hatch->falling[x - clip.x0 - below + last]);
            if (!(c > 0)) continue;
            uint32_t coverage = (uint32_t)(c * (float)shape_coverage(hatch, x, y) + 0.5F);
            row[x] = blend(row[x], hatch->colour, paint_weight(hatch->colour, coverage));
        }
    }
}

void raster_hatch(Raster *raster, Target target, const DrawCommand *command) {
    const float diagonal = 1.41421356F;
    DrawRect logical = {command->x, command->y, command->w, command->h};
    Hatch hatch = {.rect = raster_snap(raster, logical), .colour = command->colour};
    PixelRect r = hatch.rect, clip = hatch.clip = rect_meet(r, target.clip);
    if (rect_empty(clip)) return;
    int count = clip.x1 - clip.x0 + clip.y1 - clip.y0;
    hatch.corner = raster_corner(raster, raster_box_radius(raster, r, command->radius), 0);
    if (!hatch.corner || !raster_reserve(raster, &raster->hatch, &raster->hatch_room,
                                         2 * (size_t)count, sizeof(float)))
        return;
    float period = max_float(command->pitch * raster->scale * diagonal, 2);
    float origin = bounded((command->x + command->from) * raster->scale) - (float)r.x0;
    Stripes stripes = {(int64_t)(bounded(period) * 65536), (int64_t)(origin * 65536),
                       max_float(command->stroke.width * raster->scale, 1) * diagonal / 2};
    /* The middle of pixel (x, y) lies at x + y + 1 and x - y, from the rectangle's corner. */
    int64_t x = clip.x0 - r.x0, y = clip.y0 - r.y0, last = clip.y1 - 1 - r.y0;
    fill_diagonals(raster->hatch, count, x + y + 1, stripes);
    hatch.rising = raster->hatch;
    if (command->what) {
        hatch.falling = raster->hatch + count;
        fill_diagonals(raster->hatch + count, count, x - last, stripes);
    }
    paint_hatch(target, &hatch);
}
