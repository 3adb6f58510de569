#ifndef OBJECT_ENGINE_H
#define OBJECT_ENGINE_H
/* The engine as every layer sees it: the arena, built-in types, singletons and names. State of
 * upper layers hangs here as pointers to structs that only they know. */

#include "base/arena.h"
#include "base/region.h"
#include "object/lookup.h"
#include "object/names.h"
#include "object/object.h"
#include "object/types.h"

typedef struct VmState VmState;           /* vm/vm.h; lies in the arena's root */
typedef struct Injection Injection;       /* aio/aio_inject.h */
typedef struct AioState AioState;         /* aio/aio.h; lies in the arena's root */
typedef struct LibState LibState;         /* lib/lib.h; lies in the arena's root */
struct Event;                             /* vm/event.h */
struct Thread;                            /* vm/thread.h */
typedef struct History History;           /* history/history.h; outside the arena */
typedef struct EngineConfig EngineConfig; /* api; outside the arena, constant during a run */

#define NAME_FIELD(name, text) Str *name;
typedef struct {
    NAMES(NAME_FIELD)
} NameTable;
#undef NAME_FIELD

struct PFrame;
struct Gen;
struct Handler;                                                      /* object/code.h */
typedef Res (*OpHandler)(Engine *e, struct PFrame *f, uint32_t arg); /* vm/interp.h */

/* What the engine's owner wants to be told; any may be NULL. Hooks see the run, never change it. */
typedef struct {
    void (*step)(Engine *e, struct PFrame *f, uint32_t line);
    void (*event)(Engine *e, const struct Event *event);
    void (*output)(Engine *e, int stream, const char *text, size_t size); /* 1 stdout, 2 stderr */
    /* Somebody drives a generator that is no coroutine, or it answers; vm/gen.h: GenTalk, `value`
     * may be NULL. */
    void (*talk)(Engine *e, const struct Gen *g, int kind, const Obj *value);
    /* An exception came to a frame; `handler` NULL: it leaves it; `again`: it was raised once more.
     */
    void (*raised)(Engine *e, struct PFrame *f, const struct Handler *handler, bool again);
    /* The asyncio layer's part in asynchronous generators (CPython's loop hooks). */
    bool (*agen_first_iteration)(Engine *e, Obj *agen);
    void (*keep)(
        Engine *e); /* marks each coroutine that lives on past the program's end (Gen.kept) */
    bool (*agen_finalize)(Engine *e, Obj *agen);   /* true: the loop takes care of closing it */
    void (*agen_forget)(Engine *e, Obj *agen);     /* it is about to be freed */
    Res (*future_dropped)(Engine *e, Obj *future); /* reports what nobody asked for; may push */
    /* Another thread runs from now on: what upper layers keep for each changes hands. */
    void (*thread_switched)(Engine *e, struct Thread *from, struct Thread *to);
} EngineHooks;

/* Where the run pauses next; outside the arena, so that a replay may stop elsewhere. */
typedef struct {
    uint64_t instructions, steps, events;
} EngineStop;

enum { SMALL_INT_MIN = -5, SMALL_INT_MAX = 1024, SMALL_INTS = SMALL_INT_MAX - SMALL_INT_MIN + 1 };

struct Engine {
    Arena arena;
    bool sealed; /* objects made from now on are counted */
    VmState *vm;
    AioState *aio;
    LibState *lib;
    History *history;
    const EngineConfig *config;
    Type *types[TYPE_COUNT];
    NameTable names;
    Obj *none, *true_, *false_, *ellipsis, *not_implemented;
    Obj *small_ints[SMALL_INTS];
    Str *empty_str;
    Str *ascii[128]; /* one-character strings */
    Obj *empty_tuple, *empty_bytes;
    Dict *builtins; /* the builtins module's names */
    OpHandler op_handlers[256];
    EngineHooks hooks;
    EngineStop stop;
    uint64_t pause_at;                         /* the instruction count at which vm_run() returns */
    uint64_t max_instructions;                 /* the program's budget */
    uint64_t max_steps;                        /* lines that it may run; 0 = no limit */
    uint64_t max_output;                       /* bytes that it may print */
    uint64_t max_iterations;                   /* of its loops; 0 = no limit */
    int64_t max_virtual_ns;                    /* how far its clock may go; 0 = no limit */
    Injection *injection;                      /* aio/aio_inject.h; owned by the api, NULL = none */
    Dict *module_codes;                        /* compiled library modules by dotted name; sealed */
    Str **packed_texts;                        /* of their codes: compile/code_pack.h; sealed */
    const struct NativeModule *native_modules; /* vm/import.h; ends with a NULL name */
    const char *program_name;                  /* the program's file name as tracebacks show it */
    const char *program_text; /* its source, for tracebacks and warnings; owned by the api */
    size_t program_size;
    struct ReprMark *repr_marks; /* containers whose repr is being made; object/nest.h */
    uint32_t nesting;            /* containers within containers that C code is inside of */
    Obj *dealloc_pending;        /* objects that wait to be freed, see obj_dealloc() */
    uint32_t dealloc_depth;
    uint32_t native_depth; /* native frames that run within each other on the C stack */
    Lookups lookups;       /* outside the arena: see object/lookup.h */
    /* Outside the arena: the machine had no memory for something that the run needs beside it. What
     * the run did since is not what it would do again, and belongs in no record. */
    bool starved;
    /* What changes during a run and the object layer needs: places in VmState. */
    uint32_t *next_id;
    Obj **dying;              /* the List of what waits for its finalizer, see vm/finalize.h */
    Type **newest_class;      /* head of the chain of living classes of the program */
    uint32_t *int_max_digits; /* sys.get_int_max_str_digits(); 0 = no limit */
};

/* TYPE(e, list) is the Type * of list; N(e, __init__) the Str * of a known name. */
#define TYPE(e, t)       ((e)->types[T_##t])
#define N(e, n)          ((e)->names.n)
#define IS(e, o, t)      (OBJ(o)->type == (e)->types[T_##t]) /* exactly this type */
#define HAS_LAYOUT(o, l) (OBJ(o)->type->layout == LAYOUT_##l)
static inline Obj *obj_bool(Engine *e, bool b) {
    return b ? e->true_ : e->false_;
} /* immortal */
/* The region is cleared that the run has used. */
static inline void region_release(Engine *e, Region *r) {
    e->starved = e->starved || r->starved;
    region_clear(r);
}
static inline void obj_drop(Engine *e, Obj *o) {
    if (*e->dying) {
        obj_drop_behind(e, o);
    } else {
        decref_obj(e, o);
    }
}
static inline void obj_xdrop(Engine *e, Obj *o) {
    if (o) obj_drop(e, o);
}
static inline Obj *new_none(Engine *e) {
    return e->none;
} /* immortal */

#endif
