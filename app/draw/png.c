#include "draw/png.h"

#include <png.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LARGEST = 8192 };

static bool fail(char *error, size_t error_size, const char *path, const char *why) {
    snprintf(error, error_size, "%s: %s", path, why);
    return false;
}

/* Three bytes a pixel, in the order of the file. */
static uint8_t *to_bytes(const Surface *surface) {
    size_t width = (size_t)surface->width, height = (size_t)surface->height;
    uint8_t *bytes = malloc(3 * width * height + 1), *to = bytes;
    if (!bytes) return NULL;
    for (size_t y = 0; y < height; y++) {
        const uint32_t *row = surface->pixels + y * (size_t)surface->stride;
        for (size_t x = 0; x < width; x++, to += 3) {
            to[0] = (uint8_t)(row[x] >> 16);
            to[1] = (uint8_t)(row[x] >> 8);
            to[2] = (uint8_t)row[x];
        }
    }
    return bytes;
}

static void from_bytes(Surface *surface, const uint8_t *bytes) {
    size_t count = (size_t)surface->width * (size_t)surface->height;
    for (size_t i = 0; i < count; i++, bytes += 3)
        surface->pixels[i] =
            0xFF000000U | (uint32_t)bytes[0] << 16 | (uint32_t)bytes[1] << 8 | bytes[2];
}

/* FAST: without filters, which pictures of plain colours and text only grow by. */
bool png_write(const char *path, const Surface *surface, char *error, size_t error_size) {
    png_image image = {.version = PNG_IMAGE_VERSION,
                       .width = (png_uint_32)surface->width,
                       .height = (png_uint_32)surface->height,
                       .format = PNG_FORMAT_RGB,
                       .flags = PNG_IMAGE_FLAG_FAST};
    uint8_t *bytes = to_bytes(surface);
    if (!bytes) return fail(error, error_size, path, "out of memory");
    bool written = png_image_write_to_file(&image, path, 0, bytes, 0, NULL) != 0;
    free(bytes);
    return written || fail(error, error_size, path, image.message);
}

uint8_t *png_encode(const Surface *surface, size_t *length) {
    png_image image = {.version = PNG_IMAGE_VERSION,
                       .width = (png_uint_32)surface->width,
                       .height = (png_uint_32)surface->height,
                       .format = PNG_FORMAT_RGB,
                       .flags = PNG_IMAGE_FLAG_FAST};
    uint8_t *pixels = to_bytes(surface), *bytes = NULL;
    png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(image);
    if (pixels) bytes = malloc(size);
    bool written = bytes && png_image_write_to_memory(&image, bytes, &size, 0, pixels, 0, NULL);
    free(pixels);
    if (!written) {
        free(bytes);
        return NULL;
    }
    *length = size;
    return bytes;
}

bool png_read(const char *path, Surface *surface, char *error, size_t error_size) {
    png_image image = {.version = PNG_IMAGE_VERSION};
    *surface = (Surface){0};
    if (!png_image_begin_read_from_file(&image, path))
        return fail(error, error_size, path, image.message);
    image.format = PNG_FORMAT_RGB;
    uint8_t *bytes = NULL;
    bool read = false;
    if (image.width > LARGEST || image.height > LARGEST) {
        fail(error, error_size, path, "the picture is larger than 8192x8192");
        goto done;
    }
    bytes = malloc(PNG_IMAGE_SIZE(image) + 1);
    if (!bytes || !surface_init(surface, (int)image.width, (int)image.height)) {
        fail(error, error_size, path, "out of memory");
        goto done;
    }
    read = png_image_finish_read(&image, NULL, bytes, 0, NULL) != 0;
    if (read)
        from_bytes(surface, bytes);
    else
        fail(error, error_size, path, image.message);
done:
    if (!read) surface_clear(surface);
    png_image_free(&image);
    free(bytes);
    return read;
}
