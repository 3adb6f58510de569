#ifndef DRAW_PNG_H
#define DRAW_PNG_H
/* Pictures as PNG files. */

#include <stdint.h>

#include "draw/raster.h"

/* Writes the picture without its alpha. False: `error` says why. */
bool png_write(const char *path, const Surface *surface, char *error, size_t error_size);
/* The same as bytes in memory, which the caller frees. NULL: not enough memory. */
uint8_t *png_encode(const Surface *surface, size_t *length);
/* Reads a picture of at most 8192x8192 into a surface that the caller clears. */
bool png_read(const char *path, Surface *surface, char *error, size_t error_size);

#endif
