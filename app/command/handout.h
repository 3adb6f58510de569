#ifndef COMMAND_HANDOUT_H
#define COMMAND_HANDOUT_H
/* A lesson on paper: its blocks one after the other, for the writers of PDF and HTML. */

#include "command/check_run.h"
#include "draw/raster.h"

typedef enum {
    HANDOUT_TITLE,
    HANDOUT_LEAD, /* the summary */
    HANDOUT_HEADING,
    HANDOUT_ITEM,    /* of a list */
    HANDOUT_CODE,    /* a line of the program; `label` is its number */
    HANDOUT_MOMENT,  /* a caption; `label` says where; the picture belongs to it */
    HANDOUT_NOTE,    /* of the teacher, to the moment above */
    HANDOUT_ASKED,   /* a question; `label` is its number */
    HANDOUT_OPTION,  /* of the question above */
    HANDOUT_ANSWER,  /* `label`: to which question */
    HANDOUT_BECAUSE, /* why the answer above is right */
    HANDOUT_KINDS
} HandoutKind;

/* Texts are owned by the handout; none is NULL. */
typedef struct {
    HandoutKind kind;
    const char *text, *label;
    const Surface *picture; /* of a moment */
    bool new_page;          /* so that it can be kept back */
} HandoutBlock;

typedef struct {
    HandoutBlock *blocks;
    size_t count, room;
    Surface *pictures; /* one a moment */
    size_t picture_count;
    const char *title, *language;
    LessonPool pool;
} Handout;

/* Puts together what the lesson says; `pictures` are taken over. `teacher`: with the notes. */
void handout_build(Handout *h, CheckRun *run, Surface *pictures, size_t picture_count,
                   bool teacher);
void handout_clear(Handout *h);

/* Pictures of the lesson's moments, in their order; the caller clears them. NULL: standard error
   says why. */
Surface *handout_pictures(const CommandOptions *o, size_t *count);

/* False: `error` says why. */
bool handout_write_html(const Handout *h, const char *path, char *error, size_t error_size);
bool handout_write_pdf(const Handout *h, const char *path, char *error, size_t error_size);

#endif
