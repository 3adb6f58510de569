#include "input/keys.h"

#include <stdio.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* The inspector stays open while the run goes on. */
enum {
    IN_PLAYED = IN_STAGE | IN_INSPECT,
    IN_ASKED = IN_STAGE | IN_WHY | IN_INSPECT | IN_PREDICT,
    IN_SHOWN = IN_STAGE | IN_PICKER | IN_WHY | IN_INSPECT
};

static const KeyBinding bindings[] = {
    {KEY_SPACE, 0, NULL, ACTION_PLAY, IN_PLAYED, false, TEXT_HELP_PLAY},
    {KEY_RIGHT, 0, NULL, ACTION_STEP, IN_PLAYED, true, TEXT_HELP_STEP},
    {KEY_LEFT, 0, NULL, ACTION_STEP_BACK, IN_PLAYED, true, TEXT_HELP_STEP},
    {KEY_RIGHT, MOD_SHIFT, NULL, ACTION_HANDLE, IN_PLAYED, true, TEXT_HELP_HANDLE},
    {KEY_LEFT, MOD_SHIFT, NULL, ACTION_HANDLE_BACK, IN_PLAYED, true, TEXT_HELP_HANDLE},
    {KEY_RIGHT, MOD_CTRL, NULL, ACTION_ITERATION, IN_PLAYED, true, TEXT_HELP_ITERATION},
    {KEY_LEFT, MOD_CTRL, NULL, ACTION_ITERATION_BACK, IN_PLAYED, true, TEXT_HELP_ITERATION},
    {KEY_HOME, 0, NULL, ACTION_START, IN_PLAYED, false, TEXT_HELP_ENDS},
    {KEY_END, 0, NULL, ACTION_END, IN_PLAYED, false, TEXT_HELP_ENDS},
    {KEY_PAGE_DOWN, 0, NULL, ACTION_MOMENT, IN_ALL | IN_TYPED, true, TEXT_HELP_MOMENT},
    {KEY_PAGE_UP, 0, NULL, ACTION_MOMENT_BACK, IN_ALL | IN_TYPED, true, TEXT_HELP_MOMENT},
    {'e', 0, NULL, ACTION_BY_PART, IN_PLAYED, false, TEXT_HELP_BY_PART},
    {KEY_RIGHT, MOD_ALT, NULL, ACTION_LINE, IN_PLAYED, true, TEXT_HELP_LINE},
    {KEY_LEFT, MOD_ALT, NULL, ACTION_LINE_BACK, IN_PLAYED, true, TEXT_HELP_LINE},
    {'o', 0, NULL, ACTION_OVER, IN_PLAYED, true, TEXT_HELP_OVER},
    {'o', MOD_SHIFT, NULL, ACTION_OVER_BACK, IN_PLAYED, true, TEXT_HELP_OVER},
    {'n', 0, NULL, ACTION_INTO, IN_PLAYED, true, TEXT_HELP_INTO},
    {'n', MOD_SHIFT, NULL, ACTION_INTO_BACK, IN_PLAYED, true, TEXT_HELP_INTO},
    {'u', 0, NULL, ACTION_OUT, IN_PLAYED, true, TEXT_HELP_OUT},
    {'u', MOD_SHIFT, NULL, ACTION_OUT_BACK, IN_PLAYED, true, TEXT_HELP_OUT},
    {'a', 0, NULL, ACTION_TASK_ONLY, IN_PLAYED, true, TEXT_HELP_TASK_ONLY},
    {'a', MOD_SHIFT, NULL, ACTION_TASK_ONLY_BACK, IN_PLAYED, true, TEXT_HELP_TASK_ONLY},
    {'x', 0, NULL, ACTION_EXCEPTION, IN_PLAYED, true, TEXT_HELP_EXCEPTION},
    {'x', MOD_SHIFT, NULL, ACTION_EXCEPTION_BACK, IN_PLAYED, true, TEXT_HELP_EXCEPTION},
    {'v', 0, NULL, ACTION_OUTPUT, IN_PLAYED, true, TEXT_HELP_OUTPUT},
    {'v', MOD_SHIFT, NULL, ACTION_OUTPUT_BACK, IN_PLAYED, true, TEXT_HELP_OUTPUT},
    {'l', 0, NULL, ACTION_COPY_MOMENT, IN_STAGE, false, TEXT_HELP_COPY_MOMENT},
    {'l', MOD_SHIFT, NULL, ACTION_CHOOSE_LINE, IN_STAGE, false, TEXT_HELP_CHOOSE_LINE},
    {'g', 0, NULL, ACTION_RUN_TO, IN_STAGE, true, TEXT_HELP_RUN_TO},
    {'g', MOD_SHIFT, NULL, ACTION_RUN_BACK_TO, IN_STAGE, true, TEXT_HELP_RUN_TO},
    {'d', 0, NULL, ACTION_BREAK, IN_STAGE, false, TEXT_HELP_BREAK},
    {'d', MOD_SHIFT, NULL, ACTION_BREAK_IF, IN_STAGE, false, TEXT_HELP_BREAK_IF},
    {KEY_F1 + 7, 0, NULL, ACTION_BREAK_NEXT, IN_PLAYED, true, TEXT_HELP_BREAK_GO},
    {KEY_F1 + 7, MOD_SHIFT, NULL, ACTION_BREAK_BACK, IN_PLAYED, true, TEXT_HELP_BREAK_GO},
    {0, 0, "[", ACTION_SLOWER, IN_STAGE, false, TEXT_HELP_SPEED},
    {0, 0, "]", ACTION_FASTER, IN_STAGE, false, TEXT_HELP_SPEED},
    {KEY_TAB, 0, NULL, ACTION_GROUP_NEXT, IN_STAGE, true, TEXT_HELP_GROUP},
    {KEY_TAB, MOD_SHIFT, NULL, ACTION_GROUP_PREVIOUS, IN_STAGE, true, TEXT_HELP_GROUP},
    {KEY_DOWN, 0, NULL, ACTION_DOWN, IN_STAGE, true, TEXT_HELP_SELECT},
    {KEY_UP, 0, NULL, ACTION_UP, IN_STAGE, true, TEXT_HELP_SELECT},
    {'q', 0, NULL, ACTION_VALUE_NEXT, IN_STAGE, true, TEXT_HELP_VALUES},
    {'q', MOD_SHIFT, NULL, ACTION_VALUE_PREVIOUS, IN_STAGE, true, TEXT_HELP_VALUES},
    {KEY_ENTER, 0, NULL, ACTION_INSPECT, IN_STAGE, false, TEXT_HELP_INSPECT},
    {'w', 0, NULL, ACTION_WHY, IN_ASKED, false, TEXT_HELP_WHY},
    {'p', 0, NULL, ACTION_PREDICT, IN_STAGE, false, TEXT_HELP_PREDICT},
    {'i', 0, NULL, ACTION_WHATIF, IN_STAGE, false, TEXT_HELP_WHATIF},
    {'c', 0, NULL, ACTION_CANCEL_VIEW, IN_STAGE, false, TEXT_HELP_CANCEL},
    {'y', 0, NULL, ACTION_GENERATORS, IN_STAGE, false, TEXT_HELP_GENERATORS},
    {0, 0, "1", ACTION_PANEL_1, IN_STAGE, false, TEXT_HELP_PANELS},
    {0, 0, "2", ACTION_PANEL_2, IN_STAGE, false, TEXT_HELP_PANELS},
    {0, 0, "3", ACTION_PANEL_3, IN_STAGE, false, TEXT_HELP_PANELS},
    {0, 0, "4", ACTION_PANEL_4, IN_STAGE, false, TEXT_HELP_PANELS_MORE},
    {0, 0, "5", ACTION_PANEL_5, IN_STAGE, false, TEXT_HELP_PANELS_MORE},
    {0, 0, "6", ACTION_PANEL_6, IN_STAGE, false, TEXT_HELP_PANELS_LAST},
    {0, 0, "7", ACTION_PANEL_7, IN_STAGE, false, TEXT_HELP_PANELS_LAST},
    {'s', 0, NULL, ACTION_SPOTLIGHT, IN_STAGE, false, TEXT_HELP_SPOTLIGHT},
    {'s', MOD_SHIFT, NULL, ACTION_SPOTLIGHT_OFF, IN_STAGE, false, TEXT_HELP_SPOTLIGHT},
    {'b', 0, NULL, ACTION_BLACK, IN_SHOWN, false, TEXT_HELP_BLACK},
    {'h', 0, NULL, ACTION_TRAIL, IN_SHOWN, false, TEXT_HELP_TRAIL},
    {0, 0, "8", ACTION_ONLY_CAPTION, IN_STAGE, false, TEXT_HELP_CAPTION_ONLY},
    {0, 0, "9", ACTION_ONLY_SOURCE, IN_STAGE, false, TEXT_HELP_SOURCE_ONLY},
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

    {KEY_LEFT, 0, NULL, ACTION_LEFT, IN_WHY, true, TEXT_HELP_CAUSE},
    {KEY_RIGHT, 0, NULL, ACTION_RIGHT, IN_WHY, true, TEXT_HELP_CAUSE},
    {KEY_HOME, 0, NULL, ACTION_FIRST, IN_WHY, false, TEXT_HELP_CAUSE},
    {KEY_END, 0, NULL, ACTION_LAST, IN_WHY, false, TEXT_HELP_CAUSE},
    {KEY_ENTER, 0, NULL, ACTION_ENTER, IN_WHY | IN_INSPECT, false, TEXT_HELP_JUMP},

    {KEY_DOWN, 0, NULL, ACTION_DOWN, IN_INSPECT, true, TEXT_HELP_ROW},
    {KEY_UP, 0, NULL, ACTION_UP, IN_INSPECT, true, TEXT_HELP_ROW},
    {KEY_TAB, 0, NULL, ACTION_GROUP_NEXT, IN_INSPECT, true, TEXT_HELP_COLUMN},
    {KEY_TAB, MOD_SHIFT, NULL, ACTION_GROUP_PREVIOUS, IN_INSPECT, true, TEXT_HELP_COLUMN},

    {0, 0, "1..9", ACTION_ANSWER, IN_PREDICT, false, TEXT_HELP_ANSWER},
    {KEY_DOWN, 0, NULL, ACTION_DOWN, IN_PREDICT, true, TEXT_HELP_ANSWER},
    {KEY_UP, 0, NULL, ACTION_UP, IN_PREDICT, true, TEXT_HELP_ANSWER},
    {0, 0, "A..E", ACTION_ANSWER_SECOND, IN_PREDICT, false, TEXT_HELP_ANSWER_SECOND},
    {KEY_ENTER, 0, NULL, ACTION_CHECK, IN_PREDICT, false, TEXT_HELP_CHECK},
    {KEY_RIGHT, 0, NULL, ACTION_SKIP, IN_PREDICT, true, TEXT_HELP_SKIP},
    {KEY_LEFT, 0, NULL, ACTION_STEP_BACK, IN_PREDICT, true, TEXT_HELP_BACK},
    {'p', 0, NULL, ACTION_PREDICT, IN_PREDICT, false, TEXT_HELP_LEAVE},

    {KEY_DOWN, 0, NULL, ACTION_DOWN, IN_WHATIF, true, TEXT_HELP_WHATIF_CHOOSE},
    {KEY_UP, 0, NULL, ACTION_UP, IN_WHATIF, true, TEXT_HELP_WHATIF_CHOOSE},
    {KEY_RIGHT, 0, NULL, ACTION_STEP, IN_WHATIF, true, TEXT_HELP_WHATIF_STEP},
    {KEY_LEFT, 0, NULL, ACTION_STEP_BACK, IN_WHATIF, true, TEXT_HELP_WHATIF_STEP},
    {KEY_HOME, 0, NULL, ACTION_FIRST, IN_WHATIF, false, TEXT_HELP_ENDS},
    {KEY_END, 0, NULL, ACTION_LAST, IN_WHATIF, false, TEXT_HELP_ENDS},
    {KEY_ENTER, 0, NULL, ACTION_ENTER, IN_WHATIF, false, TEXT_HELP_WHATIF_RUN},
    {'i', 0, NULL, ACTION_WHATIF, IN_WHATIF, false, TEXT_HELP_WHATIF_LEAVE},

    {0, 0, "/", ACTION_SEARCH, IN_PICKER, false, TEXT_HELP_SEARCH},
    {KEY_DOWN, 0, NULL, ACTION_DOWN, IN_PICKER | IN_SEARCH, true, TEXT_HELP_CHOOSE},
    {KEY_UP, 0, NULL, ACTION_UP, IN_PICKER | IN_SEARCH, true, TEXT_HELP_CHOOSE},
    {KEY_RIGHT, 0, NULL, ACTION_RIGHT, IN_PICKER | IN_SEARCH, true, TEXT_HELP_CHOOSE},
    {KEY_LEFT, 0, NULL, ACTION_LEFT, IN_PICKER | IN_SEARCH, true, TEXT_HELP_CHOOSE},
    {KEY_TAB, 0, NULL, ACTION_GROUP_NEXT, IN_PICKER, true, TEXT_HELP_CHAPTER},
    {KEY_TAB, MOD_SHIFT, NULL, ACTION_GROUP_PREVIOUS, IN_PICKER, true, TEXT_HELP_CHAPTER},
    {KEY_HOME, 0, NULL, ACTION_FIRST, IN_PICKER, false, TEXT_HELP_FIRST},
    {KEY_END, 0, NULL, ACTION_LAST, IN_PICKER, false, TEXT_HELP_FIRST},
    {KEY_ENTER, 0, NULL, ACTION_ENTER, IN_PICKER | IN_SEARCH, false, TEXT_HELP_OPEN},
    {KEY_SPACE, 0, NULL, ACTION_ENTER, IN_PICKER, false, TEXT_HELP_OPEN},
    {KEY_BACKSPACE, 0, NULL, ACTION_ERASE, IN_SEARCH, true, TEXT_HELP_ERASE},

    {KEY_DOWN, 0, NULL, ACTION_DOWN, IN_FIND | IN_FILES, true, TEXT_HELP_ROW},
    {KEY_UP, 0, NULL, ACTION_UP, IN_FIND | IN_FILES, true, TEXT_HELP_ROW},
    {KEY_ENTER, 0, NULL, ACTION_ENTER, IN_FIND, false, TEXT_HELP_JUMP},
    {KEY_ENTER, 0, NULL, ACTION_ENTER, IN_FILES, false, TEXT_HELP_OPEN_THIS},
    {KEY_LEFT, 0, NULL, ACTION_FOLDER_UP, IN_FILES, true, TEXT_HELP_FOLDER_UP},
    {KEY_HOME, 0, NULL, ACTION_FIRST, IN_FILES, false, TEXT_HELP_FIRST},
    {KEY_END, 0, NULL, ACTION_LAST, IN_FILES, false, TEXT_HELP_FIRST},
    {KEY_BACKSPACE, 0, NULL, ACTION_ERASE, IN_FIND | IN_FILES, true, TEXT_HELP_ERASE},

    {KEY_DOWN, 0, NULL, ACTION_DOWN, IN_HELP, true, TEXT_HELP_SCROLL},
    {KEY_UP, 0, NULL, ACTION_UP, IN_HELP, true, TEXT_HELP_SCROLL},

    {KEY_DOWN, 0, NULL, ACTION_DOWN, IN_ERROR, true, TEXT_HELP_MISTAKES},
    {KEY_UP, 0, NULL, ACTION_UP, IN_ERROR, true, TEXT_HELP_MISTAKES},

    {'t', 0, NULL, ACTION_THEME, IN_ALL, false, TEXT_HELP_THEME},
    {0, 0, "+", ACTION_ZOOM_IN, IN_ALL, true, TEXT_HELP_ZOOM},
    {0, 0, "-", ACTION_ZOOM_OUT, IN_ALL, true, TEXT_HELP_ZOOM},
    {0, 0, "0", ACTION_ZOOM_RESET, IN_ALL, false, TEXT_HELP_ZOOM},
    {'f', 0, NULL, ACTION_FULLSCREEN, IN_ALL, false, TEXT_HELP_FULLSCREEN},
    {KEY_F1 + 10, 0, NULL, ACTION_FULLSCREEN, IN_ALL | IN_TYPED, false, TEXT_HELP_FULLSCREEN},
    {'m', 0, NULL, ACTION_STILL, IN_STAGE | IN_PICKER, false, TEXT_HELP_STILL},
    {0, 0, "?", ACTION_HELP, IN_ALL, false, TEXT_HELP_HELP},
    {KEY_F1, 0, NULL, ACTION_HELP, IN_ALL | IN_TYPED, false, TEXT_HELP_HELP},
    {0, 0, "/", ACTION_FIND, IN_PLAYED | IN_WHY, false, TEXT_HELP_FIND},
    {'o', MOD_CTRL, NULL, ACTION_OPEN_FILE, IN_ALL | IN_SEARCH | IN_FIND, false,
     TEXT_HELP_OPEN_FILE},
    {'r', 0, NULL, ACTION_RELOAD, IN_STAGE | IN_PICKER | IN_ERROR, false, TEXT_HELP_RELOAD},
    {'c', MOD_CTRL, NULL, ACTION_COPY, IN_PLAYED | IN_ERROR, false, TEXT_HELP_COPY},
    {'c', MOD_CTRL | MOD_SHIFT, NULL, ACTION_TRANSCRIPT, IN_ASKED, false, TEXT_HELP_TRANSCRIPT},
    {KEY_ESCAPE, 0, NULL, ACTION_CLOSE, IN_ALL | IN_TYPED, false, TEXT_HELP_CLOSE},
    {'q', MOD_CTRL, NULL, ACTION_QUIT, IN_ALL | IN_TYPED, false, TEXT_HELP_QUIT},
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
    {KEY_BACKSPACE, "Backspace", TEXT_COUNT},
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

static bool is_row(const KeyBinding *b) {
    return b->typed && strlen(b->typed) == 4 && b->typed[1] == '.';
}

int keys_index(const KeyBinding *b, const InputEvent *event) {
    if (!is_row(b)) return 0;
    char c = event->text[0];
    if (c >= 'a' && c <= 'z') c = (char)(c - 'a' + 'A');
    return c - b->typed[0];
}

static bool is_typed(const KeyBinding *b, const InputEvent *event) {
    if (!is_row(b)) return b->typed && strcmp(b->typed, event->text) == 0;
    int at = keys_index(b, event);
    return event->text[0] && !event->text[1] && at >= 0 && at <= b->typed[3] - b->typed[0];
}

static bool is_key(const KeyBinding *b, const InputEvent *event) {
    if (event->kind == INPUT_TEXT) return is_typed(b, event);
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
