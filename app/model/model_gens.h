#ifndef MODEL_MODEL_GENS_H
#define MODEL_MODEL_GENS_H
/* Generators of the program as frames of their own, and what they and their drivers said. */

#include "model/model_badge.h"

enum { GEN_LOCALS = 4, GEN_LINES = 5, GEN_SEATS = 16, GEN_LANES = 8 };

/* What a frame does in a stretch of the conversation. */
typedef enum {
    TALK_ABSENT,
    TALK_RUNS,
    TALK_STACK,
    TALK_WAITS,
    TALK_PARKED,
    TALK_OVER
} ModelTalkState;

typedef struct {
    const char *name, *value;
    bool changed;
    uint32_t thing; /* as in ModelLocal */
} ModelGenLocal;

/* A frame with its seat. */
typedef struct {
    uint32_t id; /* of the frame */
    ModelBadge badge;
    const char *call, *kind;  /* "averager()", "generator"; of a driver its task's name */
    const char *kind_short;   /* "async"; "" of others */
    uint8_t state;            /* ModelTalkState */
    const char *word, *where; /* "parked", "parked at its yield, line 22" */
    const char *line;         /* "line 22" */
    const char *foot;
    ModelGenLocal locals[GEN_LOCALS];
    int local_count;
    struct {
        const char *said, *answer; /* "send(30)", "30.0"; answer "" = not yet */
    } lines[GEN_LINES];
    int line_count;
    const char *capsule; /* on the link: "send 20", "30.0" */
    bool linked;         /* with the driver, or with the generator that drives it */
    bool throws, gives;  /* the capsule is an exception; it goes to the driver */
    uint32_t partner;    /* frame */
} ModelGen;

typedef struct {
    uint32_t id; /* frame */
    ModelBadge badge;
    const char *name;
} ModelTalkLane;

/* The end of a stretch: what was said. */
typedef struct {
    int from, to;             /* lanes; equal: nothing is drawn */
    const char *label, *time; /* time: "0.2" where it differs from the one before, else "" */
    const char *whole;        /* the label with the kind of what is thrown, "" as the label is */
    bool throws, waits;       /* waits: the loop waits until the next one */
    uint64_t step;
} ModelTalk;

typedef struct {
    bool on;
    const char *empty;
    ModelGen driver; /* id 0: none is known */
    ModelGen *gens;  /* by first appearance */
    int gen_count;
    ModelTalkLane lanes[GEN_LANES];
    int lane_count;
    ModelTalk *talks;
    int talk_count, done; /* done: those up to the playhead */
    uint8_t *states; /* ModelTalkState: [stretch * GEN_LANES + lane], one stretch more than talks */
} ModelGens;

#endif
