#include "platform/platform_x11.h"

#include <SDL.h>
#include <stdbool.h>
#include <string.h>

#ifdef SDL_VIDEO_DRIVER_X11

#include <X11/Xlib.h>
#include <X11/Xproto.h>

typedef int (*OnError)(Display *display, XErrorEvent *error);
typedef OnError (*SetOnError)(OnError on_error);

/* X11 hands its handler nothing of ours: the one before it has to lie here. */
static OnError before;

/* Two kinds of messages are for windows that may be gone when they arrive: an answer to a program
   that asked for the clipboard, and the one by which SDL wakes itself, over a connection of its
   own, when the window is closed at once. Xlib would end the program for either. */
static int forgive(Display *display, XErrorEvent *error) {
    bool message = error->request_code == X_SendEvent || error->request_code == X_ChangeProperty;
    if (error->error_code == BadWindow && message) return 0;
    return before ? before(display, error) : 0;
}

/* The library that SDL will open by itself; we only ask it for one function. */
static SetOnError set_on_error(void) {
    static const char *const names[] = {"libX11.so.6", "libX11.so"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        void *library = SDL_LoadObject(names[i]);
        SetOnError found = NULL;
        void *function = library ? SDL_LoadFunction(library, "XSetErrorHandler") : NULL;
        memcpy(&found, &function, sizeof found);
        if (found) return found;
    }
    return NULL;
}

void platform_x11_forgive(void) {
    SetOnError set = set_on_error();
    if (!set) return;
    OnError now = set(forgive);
    if (now != forgive) before = now;
}

#else

void platform_x11_forgive(void) {}

#endif
