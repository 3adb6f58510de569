#ifndef PLATFORM_PLATFORM_H
#define PLATFORM_PLATFORM_H
/* The one seam to SDL2: a window that shows a surface, events, the clock, and the frame callback.

   Main thread only. Errors are sentences for a person. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "draw/raster.h"
#include "input/input_event.h"

enum { PLATFORM_ERROR_SIZE = 512 };
#define PLATFORM_SLEEP UINT64_MAX

typedef struct Platform Platform;

typedef struct {
    const char *title;
    int width, height; /* of the window, in the desktop's units */
    bool fullscreen;
} PlatformOptions;

/* One frame. The callback reads the upper half and fills in the lower one. */
typedef struct {
    uint64_t now_ns; /* platform_now_ns when the frame began */
    const InputEvent *events;
    size_t event_count;
    Surface *surface;   /* kept from frame to frame: what was painted is still there */
    bool surface_fresh; /* first frame, resize or exposure: paint everything */

    PixelRect dirty[RASTER_MAX_DIRTY]; /* what to bring to the screen */
    int dirty_count;
    uint64_t wake_ns; /* call again: 0 next refresh (something moves), a time of platform_now_ns,
                         or PLATFORM_SLEEP until an event. PLATFORM_SLEEP when not set. */
    bool quit;
} PlatformFrame;

typedef void (*PlatformFrameFn)(void *user, Platform *platform, PlatformFrame *frame);

/* NULL: `error` says why. */
Platform *platform_create(const PlatformOptions *options, char *error, size_t error_size);
void platform_destroy(Platform *platform);
/* Calls `frame` until it sets quit. Returns at once in a browser, which then calls it itself. */
void platform_run(Platform *platform, PlatformFrameFn frame, void *user);

/* Physical pixels per logical one for the pointer's coordinates; 1 at first. */
void platform_set_scale(Platform *platform, float scale);
/* Physical pixels per unit of the desktop: 2 on many high-density screens. */
float platform_density(const Platform *platform);
void platform_set_title(Platform *platform, const char *title);
void platform_set_fullscreen(Platform *platform, bool fullscreen);
/* False: the clipboard refused. */
bool platform_set_clipboard(Platform *platform, const char *text);

/* A clock that only goes forwards; its zero is arbitrary. Works without a window. */
uint64_t platform_now_ns(void);

#endif
