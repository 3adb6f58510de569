#ifndef MODEL_MODEL_CANCEL_H
#define MODEL_MODEL_CANCEL_H
/* The journey of one cancellation or failure: what caused it, how far it has come in each task, and
   how the exception climbs through the frames of one of them. */

#include "model/model_badge.h"

enum { JOURNEY_ROWS = 24 };

typedef enum {
    STATION_CANCEL, /* cancel() was called; of a failure: the task that others wait for failed */
    STATION_FUTURE, /* what it waited for was cancelled */
    STATION_READY,
    STATION_THROWN,
    STATION_CLEANUP, /* lines of the program ran after it was thrown in */
    STATION_ENDED,
    STATION_COUNT
} ModelStation;

typedef enum { REACH_SKIPPED, REACH_PAST, REACH_NOW, REACH_TO_COME } ModelReach;

typedef struct {
    uint32_t id;
    ModelBadge badge;
    const char *name, *note;      /* "fetch news", "cancelling 1" */
    const char *short_name;       /* "news" */
    uint8_t reach[STATION_COUNT]; /* ModelReach */
    uint8_t state;                /* ModelState of the station that is now */
    const char *place;            /* in the ready queue: "next", "2nd"; "" */
    const char *ended;            /* when it ends: "0.7"; "" */
    const char *absorbed_short;   /* where that has no room */
    const char *absorbed;         /* in place of the last stations: "absorbed by tg"; "" */
    bool chosen;                  /* its frames are shown */
} ModelJourneyRow;

typedef enum {
    PATH_ORIGIN, /* the innermost frame that the exception has left */
    PATH_LEFT,   /* it passed through */
    PATH_HEAD,   /* where it is: it was just thrown in or raised here, or a clause holds it */
    PATH_OUTER   /* it has not come so far */
} ModelPathPart;

/* A frame as it was when the exception was thrown in or raised. */
typedef struct {
    uint32_t id;
    const char *call;          /* fetch("news", 1.0) */
    const char *line;          /* "line 12 runs next"; "" */
    const char *clause, *says; /* "finally:" or "", "holds the exception" */
    const char *note;          /* "cancelling() = 1" where the exception is; "" */
    uint8_t part;              /* ModelPathPart */
    bool library;
} ModelPathFrame;

typedef struct {
    bool on;             /* there is one */
    bool failure;        /* an exception of a task's own; else a cancellation */
    const char *title;   /* "The journey of one failure" */
    ModelBadge by;       /* who failed, or called cancel() */
    const char *by_name; /* "login"; "" */
    uint8_t by_state;    /* ModelState */
    const char *what;    /* "ValueError"; "" */
    const char *caller_type, *caller, *calls; /* "TaskGroup", "tg", "cancel() ×3"; or "" */
    ModelJourneyRow *rows;
    int row_count, row_more;
    ModelBadge path_badge; /* whose frames are shown */
    const char *path_name;
    ModelPathFrame *frames; /* outermost first */
    int frame_count;
    bool thrown, out; /* it was thrown in; it left all frames */
    bool runs;        /* the task runs now */
    const char *foot;
} ModelCancel;

#endif
