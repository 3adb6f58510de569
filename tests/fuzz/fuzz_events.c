/* What a person does: the bytes are keys, texts, clicks, wheels, sizes and dropped files, given to
 * the real window between frames that it paints. The linker hands the window these functions in the
 * place of the platform's (tests/CMakeLists.txt), so that there is no display, and time is virtual.
 */
#define _XOPEN_SOURCE 700
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "command/command.h"
#include "fuzz/fuzz_target.h"
#include "platform/platform.h"
#include "platform/platform_files.h"
#include "platform/platform_fonts.h"
#include "window/window.h"

enum { MOST_EVENTS = 60, FRAME_NS = 16000000, WIDTH = 960, HEIGHT = 640 };

static const uint8_t *bytes;
static size_t left;
static uint64_t now_ns = 1;

static uint8_t take(void) {
    if (!left) return 0;
    left--;
    return *bytes++;
}

static const int keys[] = {KEY_SPACE, KEY_LEFT,   KEY_RIGHT,     KEY_UP,        KEY_DOWN,
                           KEY_HOME,  KEY_END,    KEY_PAGE_UP,   KEY_PAGE_DOWN, KEY_TAB,
                           KEY_ENTER, KEY_ESCAPE, KEY_BACKSPACE, KEY_DELETE,    KEY_INSERT,
                           KEY_F1,    KEY_F12};
static const char *const texts[] = {"?", "/",  "[", "]", "+", "-", "a", "\xC3\xA9", "\xE4\xB8\xAD",
                                    " ", "\"", "0"};
static const char *const files[] = {
    "scenarios/basics/await_without_waiting.json", "scenarios/queues/producer_consumer.py",
    "tests/lessons/bad/program_absolute.json", "not/there.json", ""};

static InputEvent next_event(void) {
    InputEvent e = {.kind = (InputKind)(take() % INPUT_QUIT)};
    uint8_t a = take(), b = take();
    e.x = (float)a * WIDTH / 250 - 4;
    e.y = (float)b * HEIGHT / 250 - 4;
    e.key = a < 128 ? a : keys[a % (sizeof keys / sizeof *keys)];
    e.mods = b % 16;
    e.repeat = b & 16;
    e.button = 1 + b % 3;
    e.clicks = 1 + a % 3;
    e.wheel_y = (float)a - 128;
    strcpy(e.text, texts[a % (sizeof texts / sizeof *texts)]);
    e.path = files[a % (sizeof files / sizeof *files)];
    return e;
}

/* ---- In the place of the platform ----------------------------------------------------------- */

void __wrap_platform_run(Platform *platform, PlatformFrameFn frame, void *user);
Platform *__wrap_platform_create(const PlatformOptions *options, char *error, size_t error_size);
void __wrap_platform_destroy(Platform *platform);
void __wrap_platform_set_scale(Platform *platform, float scale);
float __wrap_platform_density(const Platform *platform);
void __wrap_platform_set_title(Platform *platform, const char *title);
void __wrap_platform_set_fullscreen(Platform *platform, bool fullscreen);
bool __wrap_platform_set_clipboard(Platform *platform, const char *text);
uint64_t __wrap_platform_now_ns(void);
Fonts *__real_platform_fonts_create(const char *folder, char *error, size_t error_size);
Fonts *__wrap_platform_fonts_create(const char *folder, char *error, size_t error_size);
void __wrap_platform_fonts_destroy(Fonts *fonts);

Platform *__wrap_platform_create(const PlatformOptions *options, char *error, size_t error_size) {
    static int window;
    (void)options, (void)error, (void)error_size;
    return (Platform *)(void *)&window;
}

void __wrap_platform_destroy(Platform *platform) {
    (void)platform;
}

void __wrap_platform_set_scale(Platform *platform, float scale) {
    (void)platform, (void)scale;
}

float __wrap_platform_density(const Platform *platform) {
    (void)platform;
    return 1;
}

void __wrap_platform_set_title(Platform *platform, const char *title) {
    (void)platform;
    MUST(title, "a window has a title");
}

void __wrap_platform_set_fullscreen(Platform *platform, bool fullscreen) {
    (void)platform, (void)fullscreen;
}

bool __wrap_platform_set_clipboard(Platform *platform, const char *text) {
    (void)platform;
    return text && *text;
}

uint64_t __wrap_platform_now_ns(void) {
    return now_ns;
}

/* Fonts take long to open: the first ones serve all windows. */
Fonts *__wrap_platform_fonts_create(const char *folder, char *error, size_t error_size) {
    static Fonts *fonts;
    if (!fonts) fonts = __real_platform_fonts_create(folder, error, error_size);
    return fonts;
}

void __wrap_platform_fonts_destroy(Fonts *fonts) {
    (void)fonts;
}

static void give_frame(PlatformFrameFn frame, void *user, Surface *surface, const InputEvent *event,
                       bool fresh, bool *quit) {
    PlatformFrame f = {.now_ns = now_ns,
                       .events = event,
                       .event_count = event ? 1 : 0,
                       .surface = surface,
                       .surface_fresh = fresh,
                       .wake_ns = PLATFORM_SLEEP};
    frame(user, NULL, &f);
    MUST(f.dirty_count >= 0 && f.dirty_count <= RASTER_MAX_DIRTY, "what is dirty fits");
    *quit = f.quit;
    now_ns += FRAME_NS;
}

void __wrap_platform_run(Platform *platform, PlatformFrameFn frame, void *user) {
    (void)platform;
    bool quit = false, fresh = true;
    Surface surface = {0};
    MUST(surface_init(&surface, WIDTH, HEIGHT), "memory for the test");
    for (int i = 0; i < MOST_EVENTS && left && !quit; i++) {
        InputEvent event = next_event();
        give_frame(frame, user, &surface, &event, fresh, &quit);
        fresh = false;
        if (event.kind == INPUT_WHEEL) now_ns += UINT64_C(1000000000);
    }
    surface_clear(&surface);
}

/* Settings and progress as on the first day: one input is not to depend on another. */
static void empty_folder(const char *folder) {
    static const char *const names[] = {"settings", "progress", "files", "breakpoints",
                                        "bookmarks"};
    char path[PLATFORM_PATH_SIZE];
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        snprintf(path, sizeof path, "%s/coroscope/%s", folder, names[i]);
        remove(path);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    empty_folder(fuzz_config_folder());
    now_ns = 1;
    bytes = data;
    left = size;
    WindowOptions options = {.context = command_context("en"),
                             .file = size % 2 ? "scenarios/queues/producer_consumer.json" : NULL};
    MUST(window_run(&options), "the window opens");
    return 0;
}
