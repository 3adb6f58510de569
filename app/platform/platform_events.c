#include "platform/platform_events.h"

#include <string.h>

typedef struct {
    SDL_Keycode from;
    int to;
} NamedKey;

static const NamedKey named_keys[] = {
    {SDLK_LEFT, KEY_LEFT},           {SDLK_RIGHT, KEY_RIGHT},        {SDLK_UP, KEY_UP},
    {SDLK_DOWN, KEY_DOWN},           {SDLK_HOME, KEY_HOME},          {SDLK_END, KEY_END},
    {SDLK_PAGEUP, KEY_PAGE_UP},      {SDLK_PAGEDOWN, KEY_PAGE_DOWN}, {SDLK_TAB, KEY_TAB},
    {SDLK_RETURN, KEY_ENTER},        {SDLK_KP_ENTER, KEY_ENTER},     {SDLK_ESCAPE, KEY_ESCAPE},
    {SDLK_BACKSPACE, KEY_BACKSPACE}, {SDLK_DELETE, KEY_DELETE},      {SDLK_INSERT, KEY_INSERT},
    {SDLK_SPACE, KEY_SPACE},
};

/* On keyboards of other scripts a shortcut lies where it does on a Latin one. */
static int letter_of(SDL_Keysym key) {
    if (key.sym > ' ' && key.sym < 127) return key.sym;
    if (key.scancode >= SDL_SCANCODE_A && key.scancode <= SDL_SCANCODE_Z)
        return 'a' + (int)(key.scancode - SDL_SCANCODE_A);
    if (key.scancode >= SDL_SCANCODE_1 && key.scancode <= SDL_SCANCODE_9)
        return '1' + (int)(key.scancode - SDL_SCANCODE_1);
    return key.scancode == SDL_SCANCODE_0 ? '0' : KEY_NONE;
}

static int key_of(SDL_Keysym key) {
    for (size_t i = 0; i < sizeof named_keys / sizeof named_keys[0]; i++)
        if (named_keys[i].from == key.sym) return named_keys[i].to;
    if (key.sym >= SDLK_F1 && key.sym <= SDLK_F12) return KEY_F1 + (int)(key.sym - SDLK_F1);
    if (key.sym >= SDLK_KP_1 && key.sym <= SDLK_KP_9) return '1' + (int)(key.sym - SDLK_KP_1);
    if (key.sym == SDLK_KP_0) return '0';
    return letter_of(key);
}

static unsigned mods_of(unsigned from) {
    unsigned mods = 0;
    if (from & KMOD_SHIFT) mods |= MOD_SHIFT;
    if (from & KMOD_CTRL) mods |= MOD_CTRL;
    if (from & KMOD_ALT) mods |= MOD_ALT;
    if (from & KMOD_GUI) mods |= MOD_META;
    return mods;
}

static int button_of(int button) {
    if (button == SDL_BUTTON_LEFT) return MOUSE_LEFT;
    if (button == SDL_BUTTON_MIDDLE) return MOUSE_MIDDLE;
    return button == SDL_BUTTON_RIGHT ? MOUSE_RIGHT : 0;
}

static int held_button(uint32_t state) {
    if (state & SDL_BUTTON_LMASK) return MOUSE_LEFT;
    if (state & SDL_BUTTON_MMASK) return MOUSE_MIDDLE;
    return state & SDL_BUTTON_RMASK ? MOUSE_RIGHT : 0;
}

static void set_place(InputEvent *to, int x, int y, float scale) {
    to->x = (float)x / scale;
    to->y = (float)y / scale;
}

static bool translate_key(const SDL_KeyboardEvent *from, InputEvent *to) {
    to->kind = INPUT_KEY;
    to->key = key_of(from->keysym);
    to->mods = mods_of(from->keysym.mod);
    to->repeat = from->repeat != 0;
    return to->key != KEY_NONE;
}

static bool translate_text(const SDL_TextInputEvent *from, InputEvent *to) {
    to->kind = INPUT_TEXT;
    size_t length = strlen(from->text);
    if (length == 0 || length >= sizeof to->text) return false;
    memcpy(to->text, from->text, length + 1);
    return true;
}

static bool translate_button(const SDL_MouseButtonEvent *from, float scale, InputEvent *to) {
    to->kind = from->type == SDL_MOUSEBUTTONDOWN ? INPUT_MOUSE_DOWN : INPUT_MOUSE_UP;
    to->button = button_of(from->button);
    to->clicks = from->clicks;
    set_place(to, from->x, from->y, scale);
    return to->button != 0;
}

static bool translate_wheel(const SDL_MouseWheelEvent *from, float scale, InputEvent *to) {
    float sign = from->direction == SDL_MOUSEWHEEL_FLIPPED ? -1.0F : 1.0F;
    to->kind = INPUT_WHEEL;
    to->wheel_x = sign * from->preciseX;
    to->wheel_y = sign * from->preciseY;
    set_place(to, from->mouseX, from->mouseY, scale);
    return true;
}

static bool translate_window(const SDL_WindowEvent *from, InputEvent *to) {
    switch (from->event) {
    case SDL_WINDOWEVENT_SIZE_CHANGED: to->kind = INPUT_RESIZE; return true;
    case SDL_WINDOWEVENT_LEAVE: to->kind = INPUT_MOUSE_LEAVE; return true;
    case SDL_WINDOWEVENT_FOCUS_GAINED: to->kind = INPUT_FOCUS; return true;
    default: return false;
    }
}

bool platform_events_translate(const SDL_Event *from, float scale, InputEvent *to) {
    *to = (InputEvent){0};
    to->mods = mods_of((unsigned)SDL_GetModState());
    switch (from->type) {
    case SDL_QUIT: to->kind = INPUT_QUIT; return true;
    case SDL_KEYDOWN: return translate_key(&from->key, to);
    case SDL_TEXTINPUT: return translate_text(&from->text, to);
    case SDL_MOUSEMOTION:
        to->kind = INPUT_MOUSE_MOVE;
        to->button = held_button(from->motion.state);
        set_place(to, from->motion.x, from->motion.y, scale);
        return true;
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP: return translate_button(&from->button, scale, to);
    case SDL_MOUSEWHEEL: return translate_wheel(&from->wheel, scale, to);
    case SDL_WINDOWEVENT: return translate_window(&from->window, to);
    case SDL_DROPFILE:
        to->kind = INPUT_FILE_DROP;
        to->path = from->drop.file;
        return true;
    default: return false;
    }
}
