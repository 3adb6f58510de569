#ifndef DRAW_PNG_H
#define DRAW_PNG_H
/* Pictures as PNG files. */

#include "draw/raster.h"

/* Writes the picture without its alpha. False: `error` says why. */
bool png_write(const char *path, const Surface *surface, char *error, size_t error_size);
/* Reads a picture of at most 8192x8192 into a surface that the caller clears. */
bool png_read(const char *path, Surface *surface, char *error, size_t error_size);

#endif
