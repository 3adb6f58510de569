#ifndef KEEP_SETTINGS_H
#define KEEP_SETTINGS_H
/* How a person likes things to look, kept from one time to the next. */

#include "draw/theme.h"
#include "keep/keep.h"

typedef struct {
    ThemeId theme;
    float zoom; /* 0.75 .. 2 */
    bool reduced_motion, spotlight, projector;
    int speed;         /* of player.h */
    unsigned panels;   /* PANEL_... */
    int record_mib;    /* megabytes for the record of a run, 16 .. 65536; 0: not chosen */
    char language[12]; /* "" : not chosen */
} Settings;

/* What holds before anybody chose. */
Settings settings_default(void);
/* The kept settings, or the defaults where there are none. False: the file is broken, and `notice`
   says what became of it. */
bool settings_load(Settings *settings, const TextTable *words, char *notice, size_t size);
bool settings_save(const Settings *settings, const TextTable *words, char *notice, size_t size);
bool settings_same(const Settings *a, const Settings *b);

#endif
