#ifndef INPUT_INPUT_EVENT_H
#define INPUT_INPUT_EVENT_H
/* What a person did, as plain data; the platform translates, tests write them by hand.

   Shortcuts: letters, digits, Space and the named keys arrive as INPUT_KEY. The places of ? / [ ]
   + - depend on the keyboard, so these are best taken from INPUT_TEXT, which also follows every
   letter key that types something (not with Ctrl or Alt held). */

#include <stdbool.h>
#include <stdint.h>

typedef enum {
    INPUT_KEY,        /* key, mods, repeat */
    INPUT_TEXT,       /* text: one typed piece of UTF-8 */
    INPUT_MOUSE_MOVE, /* x, y; button is the one held, or 0 */
    INPUT_MOUSE_DOWN, /* x, y, button, clicks */
    INPUT_MOUSE_UP,   /* x, y, button */
    INPUT_MOUSE_LEAVE,
    INPUT_WHEEL,     /* x, y of the pointer; wheel_x, wheel_y in notches, up and right positive */
    INPUT_RESIZE,    /* the surface has another size */
    INPUT_FILE_DROP, /* path */
    INPUT_FOCUS,     /* the window came to the front */
    INPUT_QUIT       /* the window's close button */
} InputKind;

/* Printable keys are their lower-case ASCII code ('a', '1', ' '); the others are named. */
typedef enum {
    KEY_NONE = 0,
    KEY_SPACE = ' ',
    KEY_LEFT = 256,
    KEY_RIGHT,
    KEY_UP,
    KEY_DOWN,
    KEY_HOME,
    KEY_END,
    KEY_PAGE_UP,
    KEY_PAGE_DOWN,
    KEY_TAB,
    KEY_ENTER, /* also of the keypad */
    KEY_ESCAPE,
    KEY_BACKSPACE,
    KEY_DELETE,
    KEY_INSERT,
    KEY_F1, /* F1..F12 follow each other */
    KEY_F12 = KEY_F1 + 11
} InputKey;

enum { MOD_SHIFT = 1, MOD_CTRL = 2, MOD_ALT = 4, MOD_META = 8 };
enum { MOUSE_LEFT = 1, MOUSE_MIDDLE = 2, MOUSE_RIGHT = 3 };
enum { INPUT_TEXT_SIZE = 32 };

typedef struct {
    InputKind kind;
    int key; /* InputKey or character */
    unsigned mods;
    bool repeat; /* the key is being held down */
    int button, clicks;
    float x, y; /* logical pixels */
    float wheel_x, wheel_y;
    char text[INPUT_TEXT_SIZE]; /* NUL-terminated */
    const char *path;           /* borrowed until the frame ends */
} InputEvent;

#endif
