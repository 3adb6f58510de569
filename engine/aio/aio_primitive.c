#include "aio/aio.h"

#include "object/error.h"
#include "object/int.h"
#include "vm/vm.h"

/* The base class of queues, locks and events: it links them, so that the stage can show them, and
 * lets the library tell the engine what happens to them. */

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
    clear_ref(e, p->dict);
}

/* Hidden: _happened("queue.put", argument) makes a record about this object. */
static Obj *happened(Engine *e, Obj *const *a) {
    for (int kind = 1; kind < EVENT_KIND_COUNT; kind++) {
        if (!str_equal_text(STR(a[1]), event_info[kind].name)) continue;
        uint32_t arg = a[2] == e->none         ? e->vm->task_id
                       : HAS_LAYOUT(a[2], INT) ? (uint32_t)int_value(a[2])
                                               : a[2]->id;
        PRIMITIVE(a[0])->last_event = event_emit(e, (EventKind)kind, a[0]->id, arg);
        return e->none;
    }
    return err_null(e, T_ValueError, "no such event: %s", STR(a[1])->text);
}

static const NativeDef methods[] = {
    {"_happened", "self, kind, about=None, /", happened, NULL, 0, 0, NULL},
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
