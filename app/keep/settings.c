#include "keep/settings.h"

#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "model/model.h"

static const char FILE_NAME[] = "settings";

enum { SETTINGS_TEXT = 1024, SPEED_NORMAL = 2 };

/* Panels are written with those of the foot turned round: a file from the time when nobody could
   hide them shows them. */
typedef enum {
    KIND_THEME,
    KIND_ZOOM,
    KIND_SWITCH,
    KIND_SPEED,
    KIND_PANELS,
    KIND_MIB,
    KIND_WORD
} Kind;

static const struct {
    const char *name;
    Kind kind;
    size_t offset;
} fields[] = {
    {"theme", KIND_THEME, offsetof(Settings, theme)},
    {"zoom", KIND_ZOOM, offsetof(Settings, zoom)},
    {"reduced_motion", KIND_SWITCH, offsetof(Settings, reduced_motion)},
    {"spotlight", KIND_SWITCH, offsetof(Settings, spotlight)},
    {"projector", KIND_SWITCH, offsetof(Settings, projector)},
    {"speed", KIND_SPEED, offsetof(Settings, speed)},
    {"panels", KIND_PANELS, offsetof(Settings, panels)},
    {"record_mib", KIND_MIB, offsetof(Settings, record_mib)},
    {"language", KIND_WORD, offsetof(Settings, language)},
};

enum { FIELDS = sizeof fields / sizeof *fields };

Settings settings_default(void) {
    return (Settings){.zoom = 1, .spotlight = true, .speed = SPEED_NORMAL, .panels = PANEL_ALL};
}

/* ---- Reading -------------------------------------------------------------------------------- */

static bool read_theme(ThemeId *theme, const char *word) {
    for (int i = 0; i < THEME_COUNT; i++) {
        if (strcmp(theme_get((ThemeId)i)->name, word) != 0) continue;
        *theme = (ThemeId)i;
        return true;
    }
    return false;
}

static bool read_number(double *out, const char *word, double low, double high) {
    char *end;
    *out = strtod(word, &end);
    return end != word && *end == 0 && *out >= low && *out <= high;
}

static bool read_value(Settings *s, size_t i, const char *word) {
    void *field = (char *)s + fields[i].offset;
    double number;
    switch (fields[i].kind) {
    case KIND_THEME: return read_theme(field, word);
    case KIND_SWITCH:
        *(bool *)field = strcmp(word, "yes") == 0;
        return *(bool *)field || strcmp(word, "no") == 0;
    case KIND_ZOOM:
        if (!read_number(&number, word, 0.75, 2)) return false;
        *(float *)field = (float)number;
        return true;
    case KIND_SPEED:
        if (!read_number(&number, word, 0, MODEL_SPEEDS - 1)) return false;
        *(int *)field = (int)number;
        return true;
    case KIND_PANELS:
        if (!read_number(&number, word, 0, PANEL_ALL)) return false;
        *(unsigned *)field = (unsigned)number ^ PANEL_FOOT;
        return true;
    case KIND_MIB:
        if (!read_number(&number, word, 16, 65536)) return false;
        *(int *)field = (int)number;
        return true;
    case KIND_WORD: break;
    }
    if (strlen(word) >= sizeof s->language) return false;
    memcpy(field, word, strlen(word) + 1);
    return true;
}

static bool read_line(void *user, char *const *words, int count) {
    for (size_t i = 0; i < FIELDS; i++) {
        if (strcmp(fields[i].name, words[0]) == 0)
            return count == 2 && read_value(user, i, words[1]);
    }
    return false;
}

bool settings_load(Settings *settings, const TextTable *words, char *notice, size_t size) {
    *settings = settings_default();
    if (keep_read(FILE_NAME, read_line, settings, words, notice, size)) return true;
    *settings = settings_default();
    return false;
}

/* ---- Writing -------------------------------------------------------------------------------- */

static int write_value(const Settings *s, size_t i, char *out, size_t size) {
    const void *field = (const char *)s + fields[i].offset;
    switch (fields[i].kind) {
    case KIND_THEME: return snprintf(out, size, "%s", theme_get(*(const ThemeId *)field)->name);
    case KIND_SWITCH: return snprintf(out, size, "%s", *(const bool *)field ? "yes" : "no");
    case KIND_ZOOM: return snprintf(out, size, "%g", (double)*(const float *)field);
    case KIND_SPEED: return snprintf(out, size, "%d", *(const int *)field);
    case KIND_PANELS: return snprintf(out, size, "%u", *(const unsigned *)field ^ PANEL_FOOT);
    case KIND_MIB:
        out[0] = 0;
        return *(const int *)field ? snprintf(out, size, "%d", *(const int *)field) : 0;
    case KIND_WORD: break;
    }
    return snprintf(out, size, "%s", (const char *)field);
}

bool settings_save(const Settings *settings, const TextTable *words, char *notice, size_t size) {
    char text[SETTINGS_TEXT], value[64];
    size_t used = 0;
    for (size_t i = 0; i < FIELDS; i++) {
        if (write_value(settings, i, value, sizeof value) == 0) continue; /* not chosen */
        used += (size_t)snprintf(text + used, sizeof text - used, "%s %s\n", fields[i].name, value);
    }
    return keep_write(FILE_NAME, text, used, words, notice, size);
}

bool settings_same(const Settings *a, const Settings *b) {
    for (size_t i = 0; i < FIELDS; i++) {
        char one[64], other[64];
        write_value(a, i, one, sizeof one);
        write_value(b, i, other, sizeof other);
        if (strcmp(one, other) != 0) return false;
    }
    return true;
}
