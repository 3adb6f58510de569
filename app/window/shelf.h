#ifndef WINDOW_SHELF_H
#define WINDOW_SHELF_H
/* The lessons of an index and a person's own files: what they say at once, and their timelines as
   they get recorded in spare time. */

#include "lesson/lesson_index.h"
#include "model/timeline.h"
#include "session/session.h"

typedef struct {
    const char *path; /* for session_open */
    char *own_path;   /* what `path` is for a person's own file, owned; else NULL */
    int chapter;      /* in the index; the chapters' count for own files */
    Lesson lesson;    /* empty where it is broken */
    bool broken;
    bool recorded;
    Timeline timeline;   /* of the whole run, once it is recorded */
    uint64_t stop_step;  /* where it was left; 0: nowhere */
    TimelineAt stop;     /* the place of that, once it is recorded */
    int64_t stop_ns;     /* and its time */
    uint64_t step_count; /* of the run, once it is recorded */
} ShelfLesson;

/* Zeroed before the first use. */
typedef struct {
    LessonIndex index;
    LessonProblems problems; /* of the index */
    ShelfLesson *lessons;    /* in the order of the index, then own files */
    int count;
    int first; /* the lesson to record before the others; -1 = none */
    SessionContext context;
    Session session; /* the one that is being recorded */
    int recording;   /* which lesson that is */
    bool open;
} Shelf;

/* Reads the index and its lessons. False: `problems` say why, and the shelf is empty. */
bool shelf_load(Shelf *shelf, const SessionContext *context, const char *index_path);
/* Adds a person's own file at the end, unless it is there. False: there is no memory for it. */
bool shelf_add(Shelf *shelf, const char *path);
bool shelf_is_own(const Shelf *shelf, const ShelfLesson *lesson);
/* How many own files it has. */
int shelf_own_count(const Shelf *shelf);
/* The index of the lesson with that id; -1: there is none. */
int shelf_find(const Shelf *shelf, const char *id);
/* The lesson was left at this step: its timeline comes first, with the place. */
void shelf_stop_at(Shelf *shelf, int index, uint64_t step);
/* Records on for about that many instructions; true when nothing is left to record. */
bool shelf_record(Shelf *shelf, uint64_t instructions);
void shelf_clear(Shelf *shelf);

/* "5 · Queues": where the index beside the lesson's folder has it; "" if it is in none. */
void shelf_chapter(const SessionContext *context, const Lesson *lesson, char *out, size_t size);
/* The index beside the program, or installed with it. False: there is none. */
bool shelf_find_index(char *path, size_t size);

#endif
