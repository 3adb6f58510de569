#ifndef API_SNAP_H
#define API_SNAP_H
/* Building a snapshot; private to api/. Reads the arena, never writes it: what is shown can't
 * change what happens. */

#include "api/engine_api.h"
#include "base/region.h"
#include "compile/opcodes.h"
#include "vm/gen.h"

typedef struct {
    uint32_t id;
    Obj *object;
} SnapObject;

typedef struct {
    SnapObject *items;
    size_t count;
    bool by_id; /* their ids rise */
} SnapObjects;

/* What reasons mean, which is the same for many: the last ones, by a hash. */
enum { SNAP_LABELS = 1024 };
typedef struct {
    AioReason reason;
    const char *text; /* NULL: none yet */
} SnapLabel;

typedef struct {
    CsSnapshot s; /* first, so that a snapshot's address is its holder's */
    Region memory;
    Engine *e;
    bool failed;
    SnapObjects futures;  /* living ones, tasks among them, in order of creation */
    SnapObjects found[2]; /* by id, once snap_find() is asked often: futures, all others */
    size_t asked;
    SnapLabel *labels; /* SNAP_LABELS; may be NULL */
    int task_edges; /* how many edges of s.waits are those of tasks, before they are put in order */
    const uint32_t *told; /* in a crowd: tasks whose frames are told whole */
    int told_count;
    bool outlines; /* the frame in hand is told without arguments and values */
} Snap;

void *snap_alloc(Snap *b, size_t size); /* zeroed; a shared empty block when memory is out */
const char *snap_text(Snap *b, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Writes the number in decimal; returns its length. */
enum { SNAP_DIGITS = 24 };
size_t snap_digits(char *to, int64_t number);
/* A text that never changes while the engine lives is lent, any other copied. */
const char *snap_lasting(Snap *b, const char *text);
/* A value as its repr would show it, without running any of the program's code; cut at CS_TEXT_MAX
 * bytes. Instances show class and attributes, whatever __repr__ the class has. */
const char *snap_value(Snap *b, const Obj *o);
/* The attributes in the __slots__ of a class and those it comes from, the oldest first. */
typedef void SnapMember(void *data, const char *name, Obj *value);
void snap_members(const Engine *e, Obj *o, const Type *type, SnapMember *visit, void *data);
/* The name of a variable bound to the object in the module or in a living frame, or NULL. */
const char *snap_variable(Snap *b, const Obj *o);
/* "pool.free": by the attributes of what a variable of any name but `self` is bound to, or (`self`)
 * of that name; NULL: there is none. snap_paths.c */
const char *snap_path(Snap *b, const Obj *o, bool self);
/* That of a plain future; NULL: it stands for something else, or no variable is bound to it. */
const char *snap_future_name(Snap *b, const AioFuture *f);
/* The same in the frames of one task that waits. */
const char *snap_variable_of(Snap *b, const Obj *o, uint32_t task);
/* "sleep(3)", "q.put()", "gather": what a reason means. */
const char *snap_reason_label(Snap *b, AioReason reason);
CsReason snap_reason(AioReason reason);
/* A living object of the asyncio layer by id: future, task or primitive; NULL = gone. */
Obj *snap_find(Snap *b, uint32_t id);
/* Fills in b->futures. */
void snap_list_futures(Snap *b);

/* Objects of a crowd lie all over the arena: memory is asked for before it is read, so that several
 * ways to it are gone at the same time. So many objects before one's turn what it points to, what
 * that points to, is asked for. */
enum { FETCH_OBJECT = 24, FETCH_NEXT = 16, FETCH_LAST = 8 };
#if defined(__GNUC__) /* which leaves out calls of what it takes to do nothing */
#define SNAP_FETCHES static inline __attribute__((always_inline))
#else
#define SNAP_FETCHES static inline
#endif
SNAP_FETCHES void snap_fetch(const void *p, size_t size) {
    for (size_t at = 0; at < size; at += 64) PREFETCH((const char *)p + at);
}

/* snap_frames.c */
/* A value that a person reads at a glance: a text, a number, truth, nothing. It never changes. */
bool snap_is_plain(const Engine *e, const Obj *o);
CsFrame *snap_suspended_frames(Snap *b, Obj *coro, int *count);
void snap_stack(Snap *b); /* fills program and running frames */
void snap_frame(Snap *b, const PFrame *f, CsFrame *out);
bool snap_is_users(const Snap *b, const Frame *f); /* a Python frame of the program itself */

/* snap_threads.c: fills its part; the loop that the stage shows, and the top of its stack. */
void snap_threads(Snap *b);
const AioLoop *snap_shown_loop(const Snap *b); /* NULL = none */
const Frame *snap_shown_top(const Snap *b);

/* snap_tasks.c, snap_loop.c, snap_sync.c: each fills its part. */
void snap_tasks(Snap *b);
bool snap_begins(const AioTask *t);
void snap_loop(Snap *b);
void snap_futures(Snap *b);
void snap_syncs(Snap *b);
void snap_gens(Snap *b); /* snap_gens.c */
/* Frames of the program whose code can go on: on a stack, of tasks, of generators that are held.
 * Stops where the function gives true. */
typedef bool SnapFrameVisit(const PFrame *f, void *data);
void snap_each_frame(Snap *b, SnapFrameVisit *visit, void *data);
void snap_waits(Snap *b); /* after tasks, futures and syncs */
uint32_t *snap_waiters(Snap *b, const AioFuture *f, int *count);
/* An attribute of an instance by name, borrowed, or NULL. */
Obj *snap_attribute(Snap *b, Obj *o, const char *name);

#endif
