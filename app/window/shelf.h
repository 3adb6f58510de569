#ifndef WINDOW_SHELF_H
#define WINDOW_SHELF_H
/* The lessons of an index: what their files say at once, and their timelines as they get recorded
   in spare time. */

#include "lesson/lesson_index.h"
#include "model/timeline.h"
#include "session/session.h"

typedef struct {
    const char *path; /* for session_open */
    int chapter;      /* in the index */
    Lesson lesson;    /* empty where it is broken */
    bool broken;
    bool recorded;
    Timeline timeline; /* of the whole run, once it is recorded */
} ShelfLesson;

/* Zeroed before the first use. */
typedef struct {
    LessonIndex index;
    LessonProblems problems; /* of the index */
    ShelfLesson *lessons;    /* in the order of the index */
    int count;
    SessionContext context;
    Session session; /* the one that is being recorded */
    int recording;   /* which lesson that is */
    bool open;
} Shelf;

/* Reads the index and its lessons. False: `problems` say why, and the shelf is empty. */
bool shelf_load(Shelf *shelf, const SessionContext *context, const char *index_path);
/* Records on for about that many instructions; true when nothing is left to record. */
bool shelf_record(Shelf *shelf, uint64_t instructions);
void shelf_clear(Shelf *shelf);

/* "5 · Queues": where the index beside the lesson's folder has it; "" if it is in none. */
void shelf_chapter(const SessionContext *context, const Lesson *lesson, char *out, size_t size);
/* The index beside the program, or installed with it. False: there is none. */
bool shelf_find_index(char *path, size_t size);

#endif
