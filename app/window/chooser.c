#include "window/chooser.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char UP[] = "..";

/* ---- The folder ----------------------------------------------------------------------------- */

static void clear_items(ChooserRow *items, int count) {
    for (int i = 0; i < count; i++) free(items[i].name);
    free(items);
}

static bool ends_with(const char *name, const char *end) {
    size_t length = strlen(name), tail = strlen(end);
    return length > tail && strcmp(name + length - tail, end) == 0;
}

static bool is_shown(const char *name, bool folder) {
    return *name != '.' && (folder || ends_with(name, ".json") || ends_with(name, ".py"));
}

/* The list that is being made. */
typedef struct {
    ChooserRow *items;
    int count;
    bool failed;
} Rows;

static void add(Rows *rows, const char *name, bool folder) {
    size_t length = strlen(name);
    char *copy = malloc(length + 1);
    if (!copy) {
        rows->failed = true;
        return;
    }
    memcpy(copy, name, length + 1);
    rows->items[rows->count++] = (ChooserRow){copy, folder};
}

/* Folders first; each kind is in order already. */
static void add_kind(Rows *rows, const char *folder, const PlatformNames *names, bool folders) {
    char path[PLATFORM_PATH_SIZE];
    for (size_t i = 0; i < names->count; i++) {
        if (!platform_join(path, sizeof path, folder, names->names[i])) continue;
        bool is = platform_is_folder(path);
        if (is == folders && is_shown(names->names[i], is)) add(rows, names->names[i], is);
    }
}

static bool has_parent(const char *folder) {
    char parent[PLATFORM_PATH_SIZE];
    return platform_folder_of(parent, sizeof parent, folder) && strcmp(parent, folder) != 0;
}

static bool list(Chooser *chooser, const char *folder, const TextTable *words) {
    PlatformNames names;
    if (!platform_list_folder(folder, "", &names, chooser->error, sizeof chooser->error)) {
        platform_names_clear(&names);
        return false;
    }
    Rows rows = {.items = calloc(names.count + 1, sizeof *rows.items)};
    rows.failed = !rows.items;
    if (rows.items && has_parent(folder)) add(&rows, UP, true);
    if (rows.items) add_kind(&rows, folder, &names, true);
    if (rows.items) add_kind(&rows, folder, &names, false);
    platform_names_clear(&names);
    if (rows.failed) {
        clear_items(rows.items, rows.count);
        snprintf(chooser->error, sizeof chooser->error, "%s", text_get(words, TEXT_NO_MEMORY));
        return false;
    }
    clear_items(chooser->items, chooser->count);
    chooser->items = rows.items;
    chooser->count = rows.count;
    return true;
}

static int row_named(const Chooser *chooser, const char *name) {
    for (int i = 0; i < chooser->count; i++)
        if (strcmp(chooser->items[i].name, name) == 0) return i;
    return -1;
}

/* Stays where it is when the folder cannot be read. */
static bool enter(Chooser *chooser, const char *folder, const TextTable *words) {
    char path[PLATFORM_PATH_SIZE];
    *chooser->error = 0;
    if (!platform_absolute(path, sizeof path, folder)) snprintf(path, sizeof path, "%s", folder);
    if (!list(chooser, path, words)) return false;
    memcpy(chooser->folder, path, strlen(path) + 1);
    *chooser->field.text = 0;
    chooser->first = 0;
    bool up = chooser->count > 1 && strcmp(chooser->items[0].name, UP) == 0;
    chooser->selected = up ? 1 : 0;
    return true;
}

void chooser_open(Chooser *chooser, const char *folder, const TextTable *words) {
    char error[sizeof chooser->error];
    chooser->open = true;
    if (enter(chooser, folder, words) || chooser->count) return;
    memcpy(error, chooser->error, sizeof error);
    enter(chooser, ".", words);
    memcpy(chooser->error, error, sizeof error);
}

void chooser_close(Chooser *chooser) {
    clear_items(chooser->items, chooser->count);
    *chooser = (Chooser){0};
}

/* ---- Choosing ------------------------------------------------------------------------------- */

bool chooser_up(Chooser *chooser, const TextTable *words) {
    char parent[PLATFORM_PATH_SIZE], from[PLATFORM_PATH_SIZE];
    if (!has_parent(chooser->folder)) return false;
    memcpy(from, chooser->folder, sizeof from);
    if (!platform_folder_of(parent, sizeof parent, from) || !enter(chooser, parent, words))
        return false;
    const char *slash = strrchr(from, '/');
    int row = row_named(chooser, slash ? slash + 1 : from);
    if (row >= 0) chooser->selected = row;
    return true;
}

static void choose_typed(Chooser *chooser) {
    const char *text = chooser->field.text;
    *chooser->error = 0;
    for (int i = 0; *text && i < chooser->count; i++) {
        if (strncmp(chooser->items[i].name, text, strlen(text)) != 0) continue;
        chooser->selected = i;
        return;
    }
}

bool chooser_type(Chooser *chooser, const char *text) {
    if (!list_type(&chooser->field, text)) return false;
    choose_typed(chooser);
    return true;
}

bool chooser_back(Chooser *chooser, const TextTable *words) {
    if (!list_erase(&chooser->field)) return chooser_up(chooser, words);
    choose_typed(chooser);
    return true;
}

bool chooser_move(Chooser *chooser, int by) {
    int to = chooser->selected + by;
    if (to >= chooser->count) to = chooser->count - 1;
    if (to < 0) to = 0;
    if (to == chooser->selected) return false;
    chooser->selected = to;
    *chooser->field.text = 0;
    return true;
}

static bool take_path(Chooser *chooser, const char *path, const TextTable *words, char *out,
                      size_t size) {
    if (platform_is_folder(path)) {
        enter(chooser, path, words);
        return false;
    }
    if (platform_is_file(path) && strlen(path) < size) {
        memcpy(out, path, strlen(path) + 1);
        return true;
    }
    text_format(chooser->error, sizeof chooser->error, text_get(words, TEXT_FILES_NONE),
                (const char *const[]){path}, 1);
    return false;
}

bool chooser_take(Chooser *chooser, int index, const TextTable *words, char *path, size_t size) {
    char wanted[PLATFORM_PATH_SIZE];
    const char *typed = chooser->field.text;
    bool row = index >= 0 && index < chooser->count;
    const char *name = row ? chooser->items[index].name : typed;
    /* The beginning of a name stands for it, unless there is a file that is called so. */
    if (*typed && index == chooser->selected) {
        bool begins = row && strncmp(name, typed, strlen(typed)) == 0;
        bool there = platform_join(wanted, sizeof wanted, chooser->folder, typed) &&
                     (platform_is_file(wanted) || platform_is_folder(wanted));
        if (there || !begins) name = typed;
    }
    if (!*name) return false;
    if (strcmp(name, UP) == 0) {
        chooser_up(chooser, words);
        return false;
    }
    return platform_join(wanted, sizeof wanted, chooser->folder, name) &&
           take_path(chooser, wanted, words, path, size);
}

/* ---- Drawing -------------------------------------------------------------------------------- */

typedef struct {
    const Chooser *chooser;
    const ScreenView *view;
} Rack;

static ListRow row_of(const void *of, int index) {
    const Rack *rack = of;
    const ChooserRow *item = &rack->chooser->items[index];
    bool up = strcmp(item->name, UP) == 0, lesson = ends_with(item->name, ".json");
    TextKey note = up             ? TEXT_FILES_UP
                   : item->folder ? TEXT_FILES_FOLDER
                   : lesson       ? TEXT_FILES_LESSON
                                  : TEXT_FILES_PROGRAM;
    return (ListRow){
        .name = item->name, .note = screen_word(rack->view, note), .strong = !item->folder};
}

void chooser_draw(DrawList *list, const ScreenView *view, ScreenSpots *spots, Chooser *chooser) {
    Rack rack = {chooser, view};
    bool up = chooser->count > 0 && strcmp(chooser->items[0].name, UP) == 0;
    bool empty = chooser->count == (up ? 1 : 0);
    const char *none = empty ? screen_word(view, TEXT_FILES_EMPTY) : "";
    ListCard card = {.title = TEXT_FILES_TITLE,
                     .does = TEXT_FILES_OPEN,
                     .about = chooser->folder,
                     .field = chooser->field.text,
                     .hint = screen_word(view, TEXT_FILES_HINT),
                     .message = *chooser->error ? chooser->error : none,
                     .failed = *chooser->error != 0,
                     .row = row_of,
                     .of = &rack,
                     .count = chooser->count,
                     .selected = chooser->selected,
                     .first = &chooser->first,
                     .rows = &chooser->rows};
    list_card_draw(list, view, spots, &card);
}
