/* What gc, weakref, traceback and warnings need of the engine; the rest of them is Python. */
#include "lib/lib_parts.h"

#include "object/exceptions.h"
#include "object/int.h"
#include "object/list.h"
#include "object/weakref.h"
#include "vm/source.h"
#include "vm/traceback.h"
#include "vm/vm.h"

/* ---- gc ------------------------------------------------------------------------------------ */

/* Reference counts alone decide when things die: there is never anything to collect. */
static Obj *collect_native(Engine *e, Obj *const *a) {
    (void)a;
    return int_new(e, 0);
}

static Obj *nothing_native(Engine *e, Obj *const *a) {
    (void)a;
    return e->none;
}

static Obj *no_native(Engine *e, Obj *const *a) {
    (void)a;
    return e->false_;
}

static const NativeDef gc_defs[] = {
    {.name = "collect", .signature = "generation=2", .fn = collect_native},
    {.name = "enable", .signature = "", .fn = nothing_native},
    {.name = "disable", .signature = "", .fn = nothing_native},
    {.name = "isenabled", .signature = "", .fn = no_native},
    {.name = "freeze", .signature = "", .fn = nothing_native},
    {.name = "unfreeze", .signature = "", .fn = nothing_native},
    {.name = "set_debug", .signature = "flags, /", .fn = nothing_native},
    {.name = "get_debug", .signature = "", .fn = collect_native},
    {0},
};

bool lib_gc_init(Engine *e, Obj *module) {
    return lib_add_natives(e, module, gc_defs) &&
           lib_add(e, module, "garbage", OBJ(list_new(e, 0))) &&
           lib_add(e, module, "callbacks", OBJ(list_new(e, 0)));
}

/* ---- weakref ------------------------------------------------------------------------------- */

static Obj *getweakrefs_native(Engine *e, Obj *const *a) {
    List *all = list_new(e, 0);
    uint32_t offset = a[0]->type->weak_offset;
    if (!all || !offset || a[0]->refs >= IMMORTAL) return OBJ(all);
    for (WeakRef *w = *(WeakRef **)obj_place(a[0], offset); all && w; w = w->older) {
        if (!list_append(e, all, OBJ(w))) clear_ref(e, all);
    }
    return OBJ(all);
}

static Obj *getweakrefcount_native(Engine *e, Obj *const *a) {
    Obj *all = getweakrefs_native(e, a);
    if (!all) return NULL;
    Obj *count = int_new(e, LIST(all)->size);
    decref(e, all);
    return count;
}

static const NativeDef weakref_defs[] = {
    {.name = "getweakrefs", .signature = "object, /", .fn = getweakrefs_native},
    {.name = "getweakrefcount", .signature = "object, /", .fn = getweakrefcount_native},
    {0},
};

bool lib_weakref_init(Engine *e, Obj *module) {
    return lib_add_natives(e, module, weakref_defs) &&
           lib_add(e, module, "ref", incref(TYPE(e, weakref))) &&
           lib_add(e, module, "ReferenceType", incref(TYPE(e, weakref)));
}

/* ---- traceback ----------------------------------------------------------------------------- */

static Obj *format_native(Engine *e, Obj *const *a) {
    if (!obj_is(a[0], TYPE(e, BaseException))) {
        return err_null(e, T_TypeError, "Exception expected for value, %s found", type_name(a[0]));
    }
    return OBJ(traceback_text(e, a[0]));
}

/* A line of the program as it stands in its text, or ''. */
static Obj *source_native(Engine *e, Obj *const *a) {
    int64_t number;
    SourceLine line;
    if (!IS(e, a[0], code) || !int_index(e, a[1], &number)) return OBJ(e->empty_str);
    if (number < 1 || number > UINT32_MAX) return OBJ(e->empty_str);
    bool there = source_line_stripped(e, CODE(a[0]), (uint32_t)number, &line);
    return OBJ(there ? str_new(e, line.text, line.size) : e->empty_str);
}

static const NativeDef traceback_defs[] = {
    {.name = "_format", .signature = "exception, /", .fn = format_native},
    {.name = "_source", .signature = "code, number, /", .fn = source_native},
    {0},
};

bool lib_traceback_init(Engine *e, Obj *module) {
    return lib_add_natives(e, module, traceback_defs);
}

/* ---- warnings ------------------------------------------------------------------------------ */

/* A line of the program by the name of its file, or ''. */
static Obj *line_native(Engine *e, Obj *const *a) {
    int64_t number;
    SourceLine line;
    if (!HAS_LAYOUT(a[0], STR) || !int_index(e, a[1], &number)) return NULL;
    bool there = number > 0 && number < UINT32_MAX &&
                 source_program_line(e, STR(a[0])->text, (uint32_t)number, &line);
    return there ? OBJ(str_new(e, line.text, line.size)) : OBJ(e->empty_str);
}

static const NativeDef warnings_defs[] = {
    {.name = "_line", .signature = "filename, number, /", .fn = line_native},
    {0},
};

bool lib_warnings_init(Engine *e, Obj *module) {
    return lib_add_natives(e, module, warnings_defs);
}
