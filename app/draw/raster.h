#ifndef DRAW_RASTER_H
#define DRAW_RASTER_H
/* Paints draw lists into a picture in memory with anti-aliased spans of our own.

   Arithmetic is integer, fixed point, or + - * / and sqrt on floats, so that the pixels of a list
   are the same on every machine (text: for the same font files and glyph maker). */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "draw/draw.h"
#include "draw/fonts.h"

/* 0xAARRGGBB pixels, always opaque; stride counts pixels. The owner is whoever filled it in. */
typedef struct {
    uint32_t *pixels;
    int width, height, stride;
} Surface;

/* Physical pixels x0 <= x < x1, y0 <= y < y1. */
typedef struct {
    int x0, y0, x1, y1;
} PixelRect;

enum { RASTER_MAX_DIRTY = 24 };

typedef struct Raster Raster;

/* Borrows `fonts`, which may be NULL where no text is drawn. NULL when memory is exhausted. */
Raster *raster_create(Fonts *fonts);
void raster_destroy(Raster *raster);
/* Physical pixels per logical one, > 0. A change asks for a full redraw (previous = NULL). */
void raster_set_scale(Raster *raster, float scale);

/* Paints background and commands inside `clip`. False: out of memory, the picture is not whole. */
bool raster_draw(Raster *raster, const DrawList *list, Surface *surface, PixelRect clip);

/* Turns the picture of `previous`, which the surface holds, into that of `next` by repainting only
   where they differ; the result is that of a full redraw, pixel for pixel. NULL for `previous`
   repaints all. `dirty` has room for RASTER_MAX_DIRTY and receives what was repainted. */
bool raster_update(Raster *raster, const DrawList *previous, const DrawList *next, Surface *surface,
                   PixelRect *dirty, int *count);

bool surface_init(Surface *surface, int width, int height);
void surface_clear(Surface *surface);

#endif
