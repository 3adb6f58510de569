#ifndef WINDOW_FINDER_H
#define WINDOW_FINDER_H
/* The search among the names of one lesson: its tasks, the things that variables are bound to, its
   functions, and the text of its source. */

#include "model/source_text.h"
#include "session/session.h"
#include "window/list_card.h"

typedef enum { FOUND_TASK, FOUND_THING, FOUND_FUNCTION, FOUND_LINE } FoundKind;

typedef struct {
    FoundKind kind;
    uint32_t object; /* of a task or a thing */
    uint32_t event;  /* its creation */
    int number;      /* of a task */
    int line;        /* of a function or text */
    char name[96];
    char note[96]; /* "task", "line 12" */
} Found;

enum { FINDER_MOST = 200, FINDER_NEAREST = 3 };

/* Zeroed before use. */
typedef struct {
    bool open;
    uint64_t opened_ns; /* the key that opened it types nothing */
    ListField field;
    bool no_hits; /* nothing has it: the nearest names are shown */
    Found items[FINDER_MOST];
    int count, selected, first, rows;
} Finder;

/* Finds all that has what was typed, without regard to capitals; nothing typed: all names. */
void finder_search(Finder *finder, const Session *s, const SourceText *source,
                   const TextTable *words);
void finder_draw(DrawList *list, const ScreenView *view, ScreenSpots *spots, Finder *finder);

#endif
