#define SDL_MAIN_HANDLED

#include "platform/platform.h"

#include <SDL.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifdef __EMSCRIPTEN__
#include <emscripten.h>
#endif

#include "platform/platform_events.h"
#include "platform/platform_x11.h"

enum { MAX_EVENTS = 256, SMALLEST_WIDTH = 640, SMALLEST_HEIGHT = 360, LARGEST_SIDE = 16384 };

#define NS_PER_SECOND UINT64_C(1000000000)
#define NS_PER_MS     UINT64_C(1000000)

struct Platform {
    SDL_Window *window;
    Surface surface;
    SDL_Surface *view; /* the same pixels, for SDL */
    float scale;
    bool fresh;   /* the surface holds no picture yet */
    bool exposed; /* the screen lost the picture; the surface has it */
    bool quit;
    uint64_t wake_ns, next_refresh_ns, refresh_ns;
    InputEvent events[MAX_EVENTS];
    size_t event_count;
    PlatformFrameFn frame;
    void *user;
};

static void set_hints(void) {
    SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "1");
    SDL_SetHint(SDL_HINT_WINDOWS_DPI_AWARENESS, "permonitorv2");
    SDL_SetHint(SDL_HINT_MOUSE_FOCUS_CLICKTHROUGH, "1");
}

/* Without a display SDL draws where nobody can see it. That is for tests, which ask for it. */
static bool is_unseen(void) {
    const char *driver = SDL_GetCurrentVideoDriver();
    bool unseen = driver && (strcmp(driver, "offscreen") == 0 || strcmp(driver, "dummy") == 0);
    return unseen && !SDL_getenv("SDL_VIDEODRIVER");
}

/* Where the window system takes pixels directly that is thirty times as fast as a texture on a
   machine without a graphics card, and no slower on others. Elsewhere only textures work. */
static void choose_framebuffer(void) {
    static const char *const direct[] = {"x11", "windows", "dummy", "offscreen"};
    const char *driver = SDL_GetCurrentVideoDriver();
    for (size_t i = 0; driver && i < sizeof direct / sizeof direct[0]; i++)
        if (strcmp(driver, direct[i]) == 0) SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
}

static uint64_t refresh_interval(SDL_Window *window) {
    SDL_DisplayMode mode;
    int display = SDL_GetWindowDisplayIndex(window);
    bool known = display >= 0 && SDL_GetCurrentDisplayMode(display, &mode) == 0;
    int rate =
        known && mode.refresh_rate >= 30 && mode.refresh_rate <= 240 ? mode.refresh_rate : 60;
    return NS_PER_SECOND / (uint64_t)rate;
}

static bool fail(char *error, size_t error_size, const char *what) {
    snprintf(error, error_size, "%s: %s", what, SDL_GetError());
    return false;
}

/* Gives the surface the window's size in pixels; the old picture is lost. */
static bool fit_surface(Platform *platform) {
    int width = 0, height = 0;
    SDL_GetWindowSizeInPixels(platform->window, &width, &height);
    if (width < 1 || height < 1 || width > LARGEST_SIDE || height > LARGEST_SIDE) return false;
    const Surface *now = &platform->surface;
    if (now->pixels && now->width == width && now->height == height) return true;
    SDL_FreeSurface(platform->view);
    platform->view = NULL;
    surface_clear(&platform->surface);
    if (!surface_init(&platform->surface, width, height)) return false;
    platform->view = SDL_CreateRGBSurfaceWithFormatFrom(platform->surface.pixels, width, height, 32,
                                                        width * 4, SDL_PIXELFORMAT_ARGB8888);
    if (!platform->view) return false;
    SDL_SetSurfaceBlendMode(platform->view, SDL_BLENDMODE_NONE);
    platform->fresh = true;
    return true;
}

static bool open_window(Platform *platform, const PlatformOptions *options, char *error,
                        size_t error_size) {
    set_hints();
    SDL_SetMainReady();
    platform_x11_forgive();
    if (SDL_InitSubSystem(SDL_INIT_VIDEO) != 0)
        return fail(error, error_size, "No window can be opened");
    if (is_unseen()) {
        snprintf(error, error_size, "No window can be opened: there is no display");
        return false;
    }
    choose_framebuffer();
    uint32_t flags = SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI;
    if (options->fullscreen) flags |= SDL_WINDOW_FULLSCREEN_DESKTOP;
    platform->window =
        SDL_CreateWindow(options->title, SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED,
                         options->width, options->height, flags);
    if (!platform->window) return fail(error, error_size, "No window can be opened");
    SDL_SetWindowMinimumSize(platform->window, SMALLEST_WIDTH, SMALLEST_HEIGHT);
    if (!SDL_GetWindowSurface(platform->window) || !fit_surface(platform))
        return fail(error, error_size, "The window takes no picture");
    SDL_StartTextInput();
    platform->refresh_ns = refresh_interval(platform->window);
    return true;
}

/* ---- Events ---- */

static float units_per_logical(const Platform *platform) {
    return platform->scale / platform_density(platform);
}

/* Many small moves between two frames count as one. */
static bool merge_move(Platform *platform, const InputEvent *event) {
    if (event->kind != INPUT_MOUSE_MOVE || platform->event_count == 0) return false;
    InputEvent *last = &platform->events[platform->event_count - 1];
    if (last->kind != INPUT_MOUSE_MOVE || last->button != event->button) return false;
    *last = *event;
    return true;
}

static void take_event(Platform *platform, const SDL_Event *from) {
    InputEvent event;
    if (from->type == SDL_WINDOWEVENT && from->window.event == SDL_WINDOWEVENT_EXPOSED)
        platform->exposed = true;
    if (from->type == SDL_WINDOWEVENT && from->window.event == SDL_WINDOWEVENT_DISPLAY_CHANGED)
        platform->refresh_ns = refresh_interval(platform->window);
    if (!platform_events_translate(from, units_per_logical(platform), &event)) return;
    if (!merge_move(platform, &event)) platform->events[platform->event_count++] = event;
}

/* What does not fit into one frame stays in SDL's queue for the next. */
static void take_events(Platform *platform) {
    SDL_Event event;
    while (platform->event_count < MAX_EVENTS && SDL_PollEvent(&event))
        take_event(platform, &event);
}

static void forget_events(Platform *platform) {
    for (size_t i = 0; i < platform->event_count; i++) {
        InputEvent *event = &platform->events[i];
        if (event->kind != INPUT_FILE_DROP) continue;
        union {
            const char *borrowed;
            void *owned;
        } path = {event->path};
        SDL_free(path.owned);
    }
    platform->event_count = 0;
}

/* ---- Frames ---- */

static bool copy_rect(Platform *platform, SDL_Surface *screen, const SDL_Rect *rect) {
    SDL_Rect place = *rect;
    return SDL_BlitSurface(platform->view, rect, screen, &place) == 0;
}

static void present(Platform *platform, const PixelRect *dirty, int count) {
    SDL_Surface *screen = SDL_GetWindowSurface(platform->window);
    if (!screen || !platform->view) return;
    SDL_Rect rects[RASTER_MAX_DIRTY];
    for (int i = 0; i < count; i++) {
        PixelRect r = dirty[i];
        rects[i] = (SDL_Rect){r.x0, r.y0, r.x1 - r.x0, r.y1 - r.y0};
        if (!copy_rect(platform, screen, &rects[i])) return;
    }
    if (count > 0 && SDL_UpdateWindowSurfaceRects(platform->window, rects, count) != 0)
        platform->exposed = true; /* the window changed under us: show all of it next time */
}

static void run_frame(Platform *platform) {
    take_events(platform);
    if (!fit_surface(platform)) {
        forget_events(platform);
        platform->wake_ns = PLATFORM_SLEEP; /* minimised: there is nothing to paint on */
        return;
    }
    PlatformFrame frame = {.now_ns = platform_now_ns(),
                           .events = platform->events,
                           .event_count = platform->event_count,
                           .surface = &platform->surface,
                           .surface_fresh = platform->fresh,
                           .wake_ns = PLATFORM_SLEEP};
    bool all = platform->fresh || platform->exposed;
    platform->fresh = platform->exposed = false;
    platform->frame(platform->user, platform, &frame);
    forget_events(platform);
    if (all) {
        const Surface *s = &platform->surface;
        frame.dirty[0] = (PixelRect){0, 0, s->width, s->height};
        frame.dirty_count = 1;
    }
    present(platform, frame.dirty, frame.dirty_count);
    platform->quit = frame.quit;
    platform->wake_ns = frame.wake_ns;
}

#ifdef __EMSCRIPTEN__

static void browser_frame(void *user) {
    Platform *platform = user;
    if (platform->quit)
        emscripten_cancel_main_loop();
    else
        run_frame(platform);
}

void platform_run(Platform *platform, PlatformFrameFn frame, void *user) {
    platform->frame = frame;
    platform->user = user;
    emscripten_set_main_loop_arg(browser_frame, platform, 0, 0);
}

#else

/* Sleeps until the next frame is due: at the screen's refresh while something moves, else at the
   time asked for or when an event arrives, whichever comes first. */
static void sleep_until_due(Platform *platform) {
    uint64_t now = platform_now_ns(), refresh = platform->next_refresh_ns;
    /* Never more than one frame a refresh, however fast events come. */
    if (now < refresh) SDL_Delay((uint32_t)((refresh - now) / NS_PER_MS));
    now = platform_now_ns();
    bool steady =
        now < refresh + platform->refresh_ns; /* no drift while frames follow each other */
    platform->next_refresh_ns = (steady ? refresh : now) + platform->refresh_ns;
    if (platform->wake_ns <= now || platform->exposed) return;
    /* In pieces, since a clock that runs on while the machine sleeps must not be overslept. */
    const uint64_t piece = 60 * 1000;
    SDL_Event event;
    while (now < platform->wake_ns) {
        uint64_t ms = (platform->wake_ns - now + NS_PER_MS - 1) / NS_PER_MS;
        if (SDL_WaitEventTimeout(&event, (int)(ms < piece ? ms : piece))) {
            take_event(platform, &event);
            return;
        }
        now = platform_now_ns();
    }
}

void platform_run(Platform *platform, PlatformFrameFn frame, void *user) {
    platform->frame = frame;
    platform->user = user;
    while (!platform->quit) {
        run_frame(platform);
        if (!platform->quit) sleep_until_due(platform);
    }
}

#endif

/* ---- The rest ---- */

Platform *platform_create(const PlatformOptions *options, char *error, size_t error_size) {
    Platform *platform = calloc(1, sizeof *platform);
    if (!platform) {
        snprintf(error, error_size, "Out of memory for the window");
        return NULL;
    }
    platform->scale = 1;
    if (open_window(platform, options, error, error_size)) return platform;
    platform_destroy(platform);
    return NULL;
}

void platform_destroy(Platform *platform) {
    if (!platform) return;
    forget_events(platform);
    SDL_FreeSurface(platform->view);
    surface_clear(&platform->surface);
    if (platform->window) SDL_DestroyWindow(platform->window);
    SDL_QuitSubSystem(SDL_INIT_VIDEO);
    free(platform);
}

void platform_set_scale(Platform *platform, float scale) {
    if (scale > 0) platform->scale = scale;
}

float platform_density(const Platform *platform) {
    int pixels = 0, units = 0;
    SDL_GetWindowSizeInPixels(platform->window, &pixels, NULL);
    SDL_GetWindowSize(platform->window, &units, NULL);
    return pixels > 0 && units > 0 ? (float)pixels / (float)units : 1;
}

void platform_set_title(Platform *platform, const char *title) {
    SDL_SetWindowTitle(platform->window, title);
}

void platform_set_fullscreen(Platform *platform, bool fullscreen) {
    SDL_SetWindowFullscreen(platform->window, fullscreen ? SDL_WINDOW_FULLSCREEN_DESKTOP : 0);
}

bool platform_set_clipboard(Platform *platform, const char *text) {
    (void)platform; /* SDL has one clipboard, but only where there is a window */
    return SDL_SetClipboardText(text) == 0;
}

uint64_t platform_now_ns(void) {
    uint64_t count = SDL_GetPerformanceCounter(), rate = SDL_GetPerformanceFrequency();
    return count / rate * NS_PER_SECOND + count % rate * NS_PER_SECOND / rate;
}
