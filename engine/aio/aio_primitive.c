#include "aio/aio.h"

#include "object/error.h"
#include "object/int.h"
#include "vm/vm.h"

/* The base class of queues, locks, groups and the like: it links them, so that the stage can show
 * them, and lets the library tell the engine what happens to them. */

#define PRIMITIVE(o) ((AioPrimitive *)(o))

static Res construct(Engine *e, Type *type, Obj *const *args, int nargs, Tuple *kwnames,
                     Obj **out) {
    (void)args, (void)nargs, (void)kwnames; /* __init__ of the subclass looks at them */
    AioPrimitive *p = (AioPrimitive *)obj_new(e, type, type->size);
    if (!p) return R_ERR;
    AioState *aio = e->aio;
    p->prev = aio->last_primitive;
    if (p->prev) {
        p->prev->next = p;
    } else {
        aio->first_primitive = p;
    }
    aio->last_primitive = p;
    *out = OBJ(p);
    return R_OK;
}

static void release(Engine *e, Obj *o) {
    AioPrimitive *p = PRIMITIVE(o);
    if (p->prev) {
        p->prev->next = p->next;
    } else if (e->aio->first_primitive == p) {
        e->aio->first_primitive = p->next;
    }
    if (p->next) {
        p->next->prev = p->prev;
    } else if (e->aio->last_primitive == p) {
        e->aio->last_primitive = p->prev;
    }
    drop_ref(e, p->dict);
}

/* The kind by its name; EVENT_NONE: there is none. */
static EventKind kind_named(Engine *e, const Str *name) {
    uint32_t slot = name->h.id % KNOWN_KINDS;
    if (e->aio->known_kinds[slot].name == name->h.id) {
        return (EventKind)e->aio->known_kinds[slot].kind;
    }
    for (uint32_t kind = 1; kind < EVENT_KIND_COUNT; kind++) {
        if (!str_equal_text(name, event_info[kind].name)) continue;
        e->aio->known_kinds[slot].name = name->h.id;
        e->aio->known_kinds[slot].kind = kind;
        return (EventKind)kind;
    }
    return EVENT_NONE;
}

void aio_primitive_tell(Engine *e, AioPrimitive *p, EventKind kind, uint32_t arg) {
    uint32_t subject = p->part_of ? p->part_of : p->h.id;
    p->last_event = event_emit(e, kind, subject, arg);
    e->vm->happened = p->last_event;
    e->vm->happened_to = subject;
}

/* Hidden: _happened("queue.put", argument) makes a record about this object. */
static Obj *happened(Engine *e, Obj *const *a) {
    AioPrimitive *p = PRIMITIVE(a[0]);
    if (p->part_what) return e->none;
    EventKind kind = kind_named(e, STR(a[1]));
    if (kind == EVENT_NONE) {
        return err_null(e, T_ValueError, "no such event: %s", STR(a[1])->text);
    }
    uint32_t arg = a[2] == e->none         ? e->vm->task_id
                   : HAS_LAYOUT(a[2], INT) ? (uint32_t)int_value(a[2])
                                           : a[2]->id;
    aio_primitive_tell(e, p, kind, arg);
    return e->none;
}

/* Hidden: _is_part_of(owner, what=None): see AioPrimitive. */
static Obj *is_part_of(Engine *e, Obj *const *a) {
    PRIMITIVE(a[0])->part_of = a[1]->id;
    PRIMITIVE(a[0])->part_what = a[2] == e->none ? 0 : (uint32_t)int_value(a[2]);
    return e->none;
}

static const NativeDef methods[] = {
    {"_happened", "self, kind, about=None, /", happened, NULL, 0, 0, NULL},
    {"_is_part_of", "self, owner, what=None, /", is_part_of, NULL, 0, 0, NULL},
    {0},
};

const TypeSpec primitive_spec = {
    .name = "_Primitive",
    .module = "_asyncio",
    .layout = LAYOUT_PRIMITIVE,
    .size = sizeof(AioPrimitive),
    .flags = TYPE_BASE | TYPE_HAS_WEAK | TYPE_HAS_DICT,
    .dict_offset = offsetof(AioPrimitive, dict),
    .weak_offset = offsetof(AioPrimitive, weakrefs),
    .slots = {.release = release, .construct = construct},
    .methods = methods,
};
