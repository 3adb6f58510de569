#include "input/keys.h"

#include <stdio.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static const KeyBinding bindings[] = {
    {KEY_SPACE, 0, NULL, ACTION_PLAY, IN_STAGE, false, TEXT_HELP_PLAY},
    {KEY_RIGHT, 0, NULL, ACTION_STEP, IN_STAGE, true, TEXT_HELP_STEP},
    {KEY_LEFT, 0, NULL, ACTION_STEP_BACK, IN_STAGE, true, TEXT_HELP_STEP},
    {KEY_RIGHT, MOD_SHIFT, NULL, ACTION_HANDLE, IN_STAGE, true, TEXT_HELP_HANDLE},
    {KEY_LEFT, MOD_SHIFT, NULL, ACTION_HANDLE_BACK, IN_STAGE, true, TEXT_HELP_HANDLE},
    {KEY_RIGHT, MOD_CTRL, NULL, ACTION_ITERATION, IN_STAGE, true, TEXT_HELP_ITERATION},
    {KEY_LEFT, MOD_CTRL, NULL, ACTION_ITERATION_BACK, IN_STAGE, true, TEXT_HELP_ITERATION},
    {KEY_HOME, 0, NULL, ACTION_START, IN_STAGE, false, TEXT_HELP_ENDS},
    {KEY_END, 0, NULL, ACTION_END, IN_STAGE, false, TEXT_HELP_ENDS},
    {KEY_PAGE_DOWN, 0, NULL, ACTION_MOMENT, IN_STAGE, true, TEXT_HELP_MOMENT},
    {KEY_PAGE_UP, 0, NULL, ACTION_MOMENT_BACK, IN_STAGE, true, TEXT_HELP_MOMENT},
    {0, 0, "[", ACTION_SLOWER, IN_STAGE, false, TEXT_HELP_SPEED},
    {0, 0, "]", ACTION_FASTER, IN_STAGE, false, TEXT_HELP_SPEED},
    {KEY_TAB, 0, NULL, ACTION_GROUP_NEXT, IN_STAGE, true, TEXT_HELP_GROUP},
    {KEY_TAB, MOD_SHIFT, NULL, ACTION_GROUP_PREVIOUS, IN_STAGE, true, TEXT_HELP_GROUP},
    {KEY_DOWN, 0, NULL, ACTION_DOWN, IN_STAGE, true, TEXT_HELP_SELECT},
    {KEY_UP, 0, NULL, ACTION_UP, IN_STAGE, true, TEXT_HELP_SELECT},
    {KEY_ENTER, 0, NULL, ACTION_ENTER, IN_STAGE, false, TEXT_HELP_CHANGED},
    {'w', 0, NULL, ACTION_WHY, IN_STAGE, false, TEXT_HELP_WHY},
    {0, 0, "1", ACTION_PANEL_1, IN_STAGE, false, TEXT_HELP_PANELS},
    {0, 0, "2", ACTION_PANEL_2, IN_STAGE, false, TEXT_HELP_PANELS},
    {0, 0, "3", ACTION_PANEL_3, IN_STAGE, false, TEXT_HELP_PANELS},
    {0, 0, "4", ACTION_PANEL_4, IN_STAGE, false, TEXT_HELP_PANELS},
    {0, 0, "5", ACTION_PANEL_5, IN_STAGE, false, TEXT_HELP_PANELS},
    {'s', 0, NULL, ACTION_SPOTLIGHT, IN_STAGE, false, TEXT_HELP_SPOTLIGHT},
    {'j', 0, NULL, ACTION_PROJECTOR, IN_STAGE, false, TEXT_HELP_PROJECTOR},
    {'z', 0, NULL, ACTION_TIMELINE_IN, IN_STAGE, true, TEXT_HELP_TIMELINE_ZOOM},
    {'z', MOD_SHIFT, NULL, ACTION_TIMELINE_OUT, IN_STAGE, true, TEXT_HELP_TIMELINE_ZOOM},
    {0, 0, "<", ACTION_TIMELINE_EARLIER, IN_STAGE, true, TEXT_HELP_TIMELINE_PAN},
    {0, 0, ">", ACTION_TIMELINE_LATER, IN_STAGE, true, TEXT_HELP_TIMELINE_PAN},
    {KEY_UP, MOD_ALT, NULL, ACTION_LANES_UP, IN_STAGE, true, TEXT_HELP_TIMELINE_LANES},
    {KEY_DOWN, MOD_ALT, NULL, ACTION_LANES_DOWN, IN_STAGE, true, TEXT_HELP_TIMELINE_LANES},
    {'k', 0, NULL, ACTION_BOOKMARK, IN_STAGE, false, TEXT_HELP_BOOKMARK},
    {0, 0, ",", ACTION_BOOKMARK_BACK, IN_STAGE, true, TEXT_HELP_BOOKMARKS},
    {0, 0, ".", ACTION_BOOKMARK_NEXT, IN_STAGE, true, TEXT_HELP_BOOKMARKS},

    {KEY_DOWN, 0, NULL, ACTION_DOWN, IN_PICKER, true, TEXT_HELP_CHOOSE},
    {KEY_UP, 0, NULL, ACTION_UP, IN_PICKER, true, TEXT_HELP_CHOOSE},
    {KEY_RIGHT, 0, NULL, ACTION_RIGHT, IN_PICKER, true, TEXT_HELP_CHOOSE},
    {KEY_LEFT, 0, NULL, ACTION_LEFT, IN_PICKER, true, TEXT_HELP_CHOOSE},
    {KEY_TAB, 0, NULL, ACTION_GROUP_NEXT, IN_PICKER, true, TEXT_HELP_CHAPTER},
    {KEY_TAB, MOD_SHIFT, NULL, ACTION_GROUP_PREVIOUS, IN_PICKER, true, TEXT_HELP_CHAPTER},
    {KEY_HOME, 0, NULL, ACTION_FIRST, IN_PICKER, false, TEXT_HELP_FIRST},
    {KEY_END, 0, NULL, ACTION_LAST, IN_PICKER, false, TEXT_HELP_FIRST},
    {KEY_ENTER, 0, NULL, ACTION_ENTER, IN_PICKER, false, TEXT_HELP_OPEN},
    {KEY_SPACE, 0, NULL, ACTION_ENTER, IN_PICKER, false, TEXT_HELP_OPEN},

    {KEY_DOWN, 0, NULL, ACTION_DOWN, IN_HELP, true, TEXT_HELP_SCROLL},
    {KEY_UP, 0, NULL, ACTION_UP, IN_HELP, true, TEXT_HELP_SCROLL},

    {KEY_DOWN, 0, NULL, ACTION_DOWN, IN_ERROR, true, TEXT_HELP_MISTAKES},
    {KEY_UP, 0, NULL, ACTION_UP, IN_ERROR, true, TEXT_HELP_MISTAKES},

    {'t', 0, NULL, ACTION_THEME, IN_ALL, false, TEXT_HELP_THEME},
    {0, 0, "+", ACTION_ZOOM_IN, IN_ALL, true, TEXT_HELP_ZOOM},
    {0, 0, "-", ACTION_ZOOM_OUT, IN_ALL, true, TEXT_HELP_ZOOM},
    {0, 0, "0", ACTION_ZOOM_RESET, IN_ALL, false, TEXT_HELP_ZOOM},
    {'f', 0, NULL, ACTION_FULLSCREEN, IN_ALL, false, TEXT_HELP_FULLSCREEN},
    {KEY_F1 + 10, 0, NULL, ACTION_FULLSCREEN, IN_ALL, false, TEXT_HELP_FULLSCREEN},
    {'m', 0, NULL, ACTION_STILL, IN_STAGE | IN_PICKER, false, TEXT_HELP_STILL},
    {0, 0, "?", ACTION_HELP, IN_ALL, false, TEXT_HELP_HELP},
    {KEY_F1, 0, NULL, ACTION_HELP, IN_ALL, false, TEXT_HELP_HELP},
    {'r', 0, NULL, ACTION_RELOAD, IN_STAGE | IN_PICKER | IN_ERROR, false, TEXT_HELP_RELOAD},
    {'c', MOD_CTRL, NULL, ACTION_COPY, IN_STAGE | IN_ERROR, false, TEXT_HELP_COPY},
    {KEY_ESCAPE, 0, NULL, ACTION_CLOSE, IN_ALL, false, TEXT_HELP_CLOSE},
    {'q', MOD_CTRL, NULL, ACTION_QUIT, IN_ALL, false, TEXT_HELP_QUIT},
};

#define ACTION_NAME(id, name) name,
static const char *const action_names[ACTION_COUNT] = {ACTIONS(ACTION_NAME)};
#undef ACTION_NAME

typedef struct {
    int key;
    const char *cap; /* the same in all languages, or NULL */
    TextKey name;
} KeyCap;

static const KeyCap caps[] = {
    {KEY_LEFT, "\u2190", TEXT_COUNT},
    {KEY_RIGHT, "\u2192", TEXT_COUNT},
    {KEY_UP, "\u2191", TEXT_COUNT},
    {KEY_DOWN, "\u2193", TEXT_COUNT},
    {KEY_SPACE, NULL, TEXT_KEY_SPACE_NAME},
    {KEY_HOME, NULL, TEXT_KEY_HOME_NAME},
    {KEY_END, NULL, TEXT_KEY_END_NAME},
    {KEY_PAGE_UP, NULL, TEXT_KEY_PAGE_UP_NAME},
    {KEY_PAGE_DOWN, NULL, TEXT_KEY_PAGE_DOWN_NAME},
    {KEY_TAB, NULL, TEXT_KEY_TAB_NAME},
    {KEY_ENTER, NULL, TEXT_KEY_ENTER_NAME},
    {KEY_ESCAPE, NULL, TEXT_KEY_ESCAPE_NAME},
};

static const struct {
    unsigned mod;
    TextKey name;
} mod_names[] = {
    {MOD_CTRL, TEXT_KEY_CTRL_NAME},
    {MOD_ALT, TEXT_KEY_ALT_NAME},
    {MOD_SHIFT, TEXT_KEY_SHIFT_NAME},
};

const KeyBinding *keys_table(size_t *count) {
    *count = COUNT(bindings);
    return bindings;
}

static bool is_key(const KeyBinding *b, const InputEvent *event) {
    if (event->kind == INPUT_TEXT) return b->typed && strcmp(b->typed, event->text) == 0;
    bool same = event->kind == INPUT_KEY && !b->typed && b->key == event->key;
    return same && b->mods == event->mods && (b->repeats || !event->repeat);
}

const KeyBinding *keys_find(const InputEvent *event, unsigned where) {
    for (size_t i = 0; i < COUNT(bindings); i++) {
        if ((bindings[i].where & where) && is_key(&bindings[i], event)) return &bindings[i];
    }
    return NULL;
}

/* The key alone, without modifiers; `letter` has room for any that is not named. */
static const char *key_name(const KeyBinding *b, const TextTable *words, char letter[8]) {
    if (b->typed) return b->typed;
    for (size_t i = 0; i < COUNT(caps); i++) {
        if (caps[i].key == b->key) return caps[i].cap ? caps[i].cap : text_get(words, caps[i].name);
    }
    if (b->key >= KEY_F1 && b->key <= KEY_F12) {
        snprintf(letter, 8, "F%d", (b->key - KEY_F1 + 1) % 100);
    } else {
        bool lower = b->key >= 'a' && b->key <= 'z';
        letter[0] = (char)(lower ? b->key - 'a' + 'A' : b->key);
        letter[1] = 0;
    }
    return letter;
}

const char *keys_cap(const KeyBinding *b, const TextTable *words, char *out, size_t size) {
    char letter[8];
    int used = 0;
    out[0] = 0;
    for (size_t i = 0; i < COUNT(mod_names); i++) {
        if (!(b->mods & mod_names[i].mod) || (size_t)used >= size) continue;
        const char *name = text_get(words, mod_names[i].name);
        used += snprintf(out + used, size - (size_t)used, "%s ", name);
    }
    const char *name = key_name(b, words, letter);
    if ((size_t)used < size) snprintf(out + used, size - (size_t)used, "%s", name);
    return out;
}

const char *keys_action_name(Action action) {
    return action_names[action];
}
