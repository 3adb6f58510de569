#ifndef MODEL_INSPECT_H
#define MODEL_INSPECT_H
/* Everything that is known of one thing at a moment: a task, future, handle, timer, frame, queue,
 * lock ... its fields, its frames with their values, and how it came to be what it is. Plain data;
 * values are the snapshot's safe reprs, so that looking runs no code of the program. */

#include "api/look.h"
#include "model/event_words.h"
#include "model/mark.h"

/* All borrowed. */
typedef struct {
    const EventWords *words;
    const CsSnapshot *now, *before; /* before: for what changed; may be NULL */
    uint32_t event;                 /* records made before the moment */
} InspectMoment;

typedef struct {
    const char *name;
    bool code; /* the name is one of Python's: "maxsize" */
    ModelText value;
    int opens; /* the card of a value: 0 = none; INSPECT_WHOLE, or which item of a queue, from 1 */
} InspectField;

typedef struct {
    uint32_t id;
    const char *name; /* "take"; "Queue.get()" of the library */
    int line;         /* 0 = in the library */
    bool library, current, awaited;
    ModelLocal *locals;           /* parameters first */
    int local_count, value_count; /* the first `value_count` locals have cards of their own */
} InspectFrame;

/* What is in a value. */
typedef struct {
    const char *name, *value; /* "[0]", "'rye'" */
    uint32_t thing;           /* what stands on the stage opens its own card; 0 = a plain value */
} InspectItem;

typedef struct {
    uint32_t event, step;
    const char *time;
    ModelMark mark;
    const char *word; /* of the state that began; "" = none */
    ModelText cause;
    bool now;  /* nothing happened since */
    bool line; /* a line that a frame ran: where that begins is meant, not the record before it */
} InspectRow;

enum { INSPECT_FIELDS = 16, INSPECT_ROWS = 500, INSPECT_WHOLE = -1 };

/* Lies in the pool of the words. */
typedef struct {
    uint32_t id;
    TextKey kind; /* heading of the fields: TEXT_INSPECT_TASK ...; TEXT_COUNT: `type` is it */
    const char *type;
    const char *name;
    ModelMark mark;   /* who or what it is */
    ModelMark status; /* its state; MARK_NOTHING where it has none */
    const char *status_word;
    uint32_t task;    /* whose lane is shown; 0 = none */
    const char *repr; /* as Python shows it; "" = not known */
    InspectField fields[INSPECT_FIELDS];
    int field_count;
    InspectFrame *frames; /* outermost first */
    int frame_count;
    bool has_frames;  /* a thing of a kind that has any */
    InspectRow *rows; /* newest first; the newest INSPECT_ROWS */
    int row_count;
    bool is_value; /* a plain value of the program: it has items in place of frames and history */
    InspectItem *items;
    int item_count, item_first, item_total; /* some of all, from the place `item_first` on */
    int lines;                              /* of the wrapped repr; 1 until it is drawn */
} Inspect;

/* False: there is no such thing at this moment. */
bool inspect_build(const InspectMoment *m, uint32_t object, Inspect *out);

/* Of a value, which was looked at. */
void inspect_value(const InspectMoment *m, const CsLook *look, Inspect *out);

/* Of what a task gave that is gone: no more is known than the record tells. */
void inspect_kept_value(const InspectMoment *m, const CsTask *task, Inspect *out);

/* Rows of the items' column: those before, if any, in one; the items; those after in one. */
enum { ITEMS_BEFORE = -1, ITEMS_AFTER = -2 };
int inspect_item_rows(const Inspect *in);
/* The item of a row, ITEMS_BEFORE or ITEMS_AFTER. */
int inspect_item_row(const Inspect *in, int row);

/* Rows of the frames' column: a frame, its values, the next frame ... */
int inspect_frame_rows(const Inspect *in);
/* The frame of a row, and its value's number, or -1 for the frame itself. False: no such row. */
bool inspect_frame_row(const Inspect *in, int row, int *frame, int *local);

/* For the inspector's own files. */
void inspect_history(const InspectMoment *m, Inspect *out);
/* Of a generator's frame that is gone: all that is known. False: it was none. */
bool inspect_past(const InspectMoment *m, uint32_t frame, Inspect *out);
/* After the history, of a frame: its lines. */
void inspect_lines(const InspectMoment *m, Inspect *out);
/* After the history, of a generator's frame: what was said to it and by it. */
void inspect_talk(const InspectMoment *m, Inspect *out);
void inspect_frames(const InspectMoment *m, Inspect *out, const CsFrame *frames, int count);
void inspect_task(const InspectMoment *m, const CsTask *task, Inspect *out);
void inspect_future(const InspectMoment *m, const CsFuture *future, Inspect *out);
void inspect_handle(const InspectMoment *m, const CsHandle *handle, int place, Inspect *out);
void inspect_timer(const InspectMoment *m, const CsTimer *timer, Inspect *out);
void inspect_thread(const InspectMoment *m, const CsThread *thread, int number, Inspect *out);
void inspect_sync(const InspectMoment *m, const CsSync *sync, Inspect *out);
void inspect_add(Inspect *out, const InspectMoment *m, TextKey name, ModelText value);
void inspect_add_code(Inspect *out, const char *name, ModelText value);
ModelText inspect_code(const InspectMoment *m, const char *text);
ModelText inspect_word(const InspectMoment *m, TextKey key);

#endif
