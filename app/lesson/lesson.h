#ifndef LESSON_H
#define LESSON_H
/* A lesson as plain data: what its JSON file says (format version 1), with the program's text. */

#include "api/world.h"
#include "lesson/lesson_pool.h"
#include "lesson/lesson_problem.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { LESSON_FORMAT = 1, LESSON_LONGEST_PROGRAM = 1 << 20 };

/* ---- Parts of a lesson ------------------------------------------------------------------- */
/* Every part that has a place begins with it; lesson_read.c relies on that. Texts and lists are
   owned by the lesson. A text that was not given is NULL, a number keeps the default named here. */

#define LESSON_LIST(type)                                                                          \
    struct {                                                                                       \
        type *items;                                                                               \
        size_t count;                                                                              \
    }

typedef LESSON_LIST(const char *) LessonStrings;

/* One language's wording; `language` is "" where the file gives a plain string. */
typedef struct LessonTranslation {
    const char *language, *text;
} LessonTranslation;

/* A text for people; count 0 where it was not given. */
typedef LESSON_LIST(LessonTranslation) LessonText;
typedef LESSON_LIST(LessonText) LessonTexts;

/* "queue:q" is {"queue", "q", 0}; "queue#2", the second queue made, is {"queue", NULL, 2}. */
typedef struct LessonThing {
    const char *kind, *name;
    int number;
} LessonThing;

typedef enum {
    LESSON_AT_NOTHING,
    LESSON_AT_SOURCE,
    LESSON_AT_LINE,
    LESSON_AT_EVENT,
    LESSON_AT_TIME,
    LESSON_AT_OUTPUT,
    LESSON_AT_END
} LessonSelectorKind;

/* A moment of the run. Whether and when it happens, only the run can tell. */
typedef struct LessonSelector {
    LessonPlace place; /* of the source text, event name ..., for a message that it never happens */
    int kind;          /* LessonSelectorKind */
    const char *text;  /* source text, event name or output text */
    int64_t line;      /* of the program, from 1: given, or found by the source text */
    int64_t nth;       /* hit or nth, from 1; default 1 */
    const char *task;  /* name of the only task that counts, or NULL for all */
    const char *object; /* name of the event's object, or NULL for all */
    double time;        /* virtual seconds */
} LessonSelector;

typedef struct LessonMoment {
    LessonPlace place;
    LessonSelector at;
    LessonText say, note;
    LessonThing spotlight;
    bool pause;
} LessonMoment;

typedef enum {
    LESSON_ASK_NOTHING,
    LESSON_ASK_NEXT_HANDLE,
    LESSON_ASK_NEXT_OUTPUT,
    LESSON_ASK_STATE,
    LESSON_ASK_VALUE,
    LESSON_ASK_CHOICE
} LessonAsk;

typedef struct LessonChoice {
    LessonPlace place;
    LessonText text, because;
    bool correct;
} LessonChoice;

typedef struct LessonCheckpoint {
    LessonPlace place;
    int ask; /* LessonAsk */
    LessonSelector at;
    LessonText prompt, explain;
    LessonThing of;         /* state: whose */
    const char *expression; /* value: of what */
    LessonThing in;         /* value: the task or function it is evaluated in; may be absent */
    LESSON_LIST(LessonChoice) choices;
} LessonCheckpoint;

/* `find` stands in the program exactly once. */
typedef struct LessonEdit {
    LessonPlace place;
    const char *find, *put;
} LessonEdit;

typedef enum {
    LESSON_INJECT_NOTHING,
    LESSON_INJECT_CANCEL,
    LESSON_INJECT_RAISE,
    LESSON_INJECT_DELAY
} LessonInjectionKind;

typedef struct LessonInjection {
    LessonPlace place;
    int kind; /* LessonInjectionKind */
    LessonSelector at;
    LessonThing target;    /* the task cancelled, the waiter raised in, the sleeper delayed */
    const char *exception; /* raise: a Python expression */
    double delay;          /* virtual seconds */
} LessonInjection;

typedef enum {
    LESSON_VARIANT_NOTHING,
    LESSON_VARIANT_EDIT,
    LESSON_VARIANT_INJECT
} LessonVariantKind;

typedef struct LessonVariant {
    LessonPlace place;
    int kind; /* LessonVariantKind */
    LessonText title, say;
    LessonEdit edit;
    LessonInjection inject;
} LessonVariant;

/* Exactly one of text and eof. */
typedef struct LessonInput {
    LessonPlace place;
    double at; /* virtual seconds, never before the one above */
    const char *text;
    bool eof;
} LessonInput;

typedef struct LessonHeader {
    LessonPlace place;
    const char *name, *value;
} LessonHeader;

/* What one request gets. `json` is the JSON text as the file has it. */
typedef struct LessonAnswer {
    LessonPlace place;
    const char *url;
    double after;   /* virtual seconds; default 0 */
    int64_t status; /* default 200 */
    const char *text, *json, *error;
    LESSON_LIST(LessonHeader) headers;
    LESSON_LIST(struct LessonAnswer) then; /* what later requests get */
} LessonAnswer;

/* Something that a host sends by itself, or in reply to a line. */
typedef struct LessonSaying {
    LessonPlace place;
    const char *line; /* a reply: to what; "*": to any other line */
    double after;
    const char *text;
    bool close;
} LessonSaying;

typedef struct LessonHost {
    LessonPlace place;
    const char *address; /* host:port */
    double latency;      /* one way, virtual seconds */
    const char *error;
    bool echo;
    LESSON_LIST(LessonSaying) say, replies;
} LessonHost;

typedef struct LessonPrint {
    LessonPlace place;
    double after;
    const char *text, *to;
} LessonPrint;

typedef struct LessonProcess {
    LessonPlace place;
    const char *command;
    double after;
    int64_t returncode;
    const char *stdout_text, *stderr_text;
    bool echo;
    LESSON_LIST(LessonPrint) output;
} LessonProcess;

/* One that the program gets from outside. */
typedef struct LessonSignal {
    LessonPlace place;
    double at; /* virtual seconds */
    const char *signal;
} LessonSignal;

/* The input is here only where the world stands alone; a lesson has its own. */
typedef struct LessonWorld {
    LessonPlace place;
    LESSON_LIST(LessonInput) input;
    LESSON_LIST(LessonAnswer) http;
    LESSON_LIST(LessonHost) hosts;
    LESSON_LIST(LessonProcess) subprocess;
    LESSON_LIST(LessonSignal) signals;
} LessonWorld;

/* 0 is the engine's own limit. */
typedef struct LessonLimits {
    LessonPlace place;
    double virtual_seconds;
    int64_t instructions, memory_mib, output; /* output in characters */
} LessonLimits;

typedef struct LessonView {
    LessonPlace place;
    LessonStrings panels; /* the shown ones; count 0 shows all */
    const char *follow;   /* name of a task */
    double zoom;          /* default 1 */
} LessonView;

typedef struct LessonExpect {
    LessonPlace place;
    const char *stdout_text; /* NULL: not checked */
    double elapsed;          /* virtual seconds; below 0: not checked */
    const char *exception;   /* "Type: message"; "" where none may happen; NULL: not checked */
} LessonExpect;

typedef enum { LESSON_PROGRAM_NOTHING, LESSON_PROGRAM_FILE, LESSON_PROGRAM_TEXT } LessonProgramKind;

typedef struct LessonProgram {
    LessonPlace place;
    int kind;         /* LessonProgramKind */
    const char *file; /* as the lesson names it, or NULL */
    const char *name; /* the file's last name, or the lesson's own with .py: for tracebacks */
    const char *path; /* the file's path for the reader, or NULL where the text is in the lesson */
    const char *text; /* ends with a NUL that `length` does not count */
    size_t length;
} LessonProgram;

typedef enum { LESSON_BEGINNER, LESSON_INTERMEDIATE, LESSON_ADVANCED } LessonLevel;

/* ---- The lesson -------------------------------------------------------------------------- */

typedef struct Lesson {
    LessonPlace place;
    const char *path; /* of the lesson's file */
    bool is_bare;     /* a program without a lesson: no moments, the title from its name */
    const char *schema, *id;
    int64_t format, minutes; /* minutes: 0 where not given */
    int64_t level;           /* LessonLevel */
    LessonText title, summary;
    LessonTexts objectives;
    LessonStrings requires;  /* ids of lessons to see before */
    LessonStrings languages; /* every text is in; count 0: nothing is promised */
    LessonProgram program;
    int64_t seed;
    LESSON_LIST(LessonInput) input;
    LessonWorld world;
    const CsValue *given; /* input and world as the engine takes them; NULL: there is none */
    LessonLimits limits;
    LessonView view;
    LESSON_LIST(LessonMoment) moments;
    LESSON_LIST(LessonCheckpoint) checkpoints;
    LESSON_LIST(LessonVariant) variants;
    LessonExpect expect;
    LessonPool pool;
} Lesson;

/* How files are reached. Paths are joined with "/". */
typedef struct LessonReader {
    void *user;
    /* Gives the file's bytes in memory of malloc(), which the caller frees; false: cannot be read.
     */
    bool (*read)(void *user, const char *path, char **text, size_t *length);
    /* Calls `each` for every name in a folder, in any order; may be NULL. Helps with messages only.
     */
    void (*list)(void *user, const char *folder, void (*each)(void *to, const char *name),
                 void *to);
    /* Whether the path, with all links followed, is an ordinary file below the folder ("": the
     * current one), or is not there at all. NULL: paths hold no links. */
    bool (*inside)(void *user, const char *folder, const char *path);
} LessonReader;

typedef struct LessonContext {
    LessonReader reader;
    const char *const *events; /* names that a selector may give; NULL: any */
    size_t event_count;
    const char *world; /* a file that takes the place of the lesson's world; NULL: none */
} LessonContext;

/* Loads a lesson (.json) or a bare program (.py). False where `problems` holds any; the lesson is
   then empty. A zeroed list of problems is fine; clear it after use, the lesson too. The run adds
   its own problems to the list later (lesson_problem_add with a part's place). */
bool lesson_load(const LessonContext *context, const char *path, Lesson *lesson,
                 LessonProblems *problems);
void lesson_clear(Lesson *lesson);

/* The wording in `language` ("es", "pt-BR"), else in its base language, in English, or the first
   there is; "" for a text that was not given. Borrowed. */
const char *lesson_text(const LessonText *text, const char *language);

#endif
