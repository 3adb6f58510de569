#ifndef SESSION_SESSION_H
#define SESSION_SESSION_H
/* One lesson that is open: its program recorded by an engine, its moments found in the run, and the
 * playhead. Knows no window. */

#include "api/coroscope.h"
#include "lesson/lesson.h"

/* A place in the run: right before a line (event 0), right after a record (event > 0), or right
 * after a part of the line was evaluated (instruction > 0). */
typedef struct {
    uint64_t step;        /* lines that were about to run */
    uint32_t event;       /* 0 = exactly at the line `step` */
    uint32_t made;        /* at a part: records made before it */
    uint64_t instruction; /* at a part: executed by then */
    bool end;             /* after the last instruction */
} Playhead;

/* A moment of the lesson, found in the run. */
typedef struct {
    const LessonMoment *moment;
    Playhead at;
    uint32_t order; /* records made before it: moments are in order of this, then of the file */
    int64_t time_ns;
} SessionMoment;

typedef struct {
    Lesson lesson;
    LessonProblems problems; /* of the lesson, its program and its selectors */
    CsEngine *engine;        /* NULL when loading failed */
    SessionMoment *moments;
    size_t moment_count;
    Playhead playhead;
    bool moves_alone; /* going on does not send the engine after the playhead: who looks does */
    Diag diag;        /* of the program: line 0 when it is sound */
    bool recorded;
    CsParts *parts[2];          /* session_parts.c: of a step's line, and of a frame's statement */
    uint64_t parts_step[2];     /* from which step they are */
    uint64_t parts_frontier[2]; /* how far the record was then */
    uint32_t parts_frame;       /* of the statement */
} Session;

/* How files are reached; the same as the lesson loader's. */
typedef struct {
    LessonReader reader;
    const char *language;
    const char *world; /* a file that takes the place of the lesson's world; NULL: none */
    size_t record_mib; /* what the record of a run may take; 0: as the engine has it */
} SessionContext;

/* Loads a lesson or a program. False: `problems` (and `diag`, when the program is at fault) say
 * why; the session must still be closed. */
bool session_open(Session *s, const SessionContext *context, const char *path);
void session_close(Session *s);
/* The limits and the seed that a lesson and the user give to its engine. */
CsConfig session_config(const Lesson *lesson, const SessionContext *context);
/* Records on for a while; true when the whole run is known. Then moments are found: selectors that
 * never happen become problems. */
bool session_record(Session *s, uint64_t instructions);
void session_record_all(Session *s);

/* Where a selector points to. False: it never happens in the recorded run. */
bool session_find(const Session *s, const LessonSelector *selector, Playhead *at, uint32_t *order);

typedef enum {
    GO_STEP_BACK,
    GO_STEP,
    GO_HANDLE_BACK,
    GO_HANDLE,
    GO_ITERATION_BACK,
    GO_ITERATION,
    GO_MOMENT_BACK,
    GO_MOMENT,
    GO_START,
    GO_END,
    GO_PART_BACK, /* session_parts.c */
    GO_PART,
    GO_OVER_BACK, /* session_walk.c: within the frame, then in its caller */
    GO_OVER,
    GO_INTO_BACK, /* within the task */
    GO_INTO,
    GO_OUT_BACK, /* in the caller */
    GO_OUT,
    GO_EXCEPTION_BACK,
    GO_EXCEPTION,
    GO_OUTPUT_BACK,
    GO_OUTPUT
} SessionGo;

/* Moves the playhead; false: there is nothing in that direction. */
bool session_go(Session *s, SessionGo where);
bool session_seek(Session *s, Playhead at);
/* As session_go() moves it: without the engine, where the session says so. */
bool session_move(Session *s, Playhead at);
bool session_seek_step(Session *s, uint64_t step);
/* The last line that was about to run at or before the virtual time. */
bool session_seek_time(Session *s, int64_t time_ns);
/* The moment that the playhead stands on, or NULL; `from` counts those on the same place. */
const SessionMoment *session_moment_here(const Session *s);
/* Records made up to the playhead. */
uint32_t session_order(const Session *s);

#endif
