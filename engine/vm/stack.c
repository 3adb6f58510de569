#include "vm/stack.h"

#include <string.h>

#include "object/int.h"
#include "object/list.h"
#include "object/str.h"
#include "object/tuple.h"
#include "vm/source.h"
#include "vm/vm.h"

/* What CPython has as functions in Python, innermost first. */
typedef struct {
    const char *native, *file;
    const char *functions[2];
} LibraryFrames;

static const LibraryFrames library_frames[] = {
    {"run_forever", "asyncio/base_events.py", {"_run_once", "run_forever"}},
    {"_run", "asyncio/events.py", {"_run", NULL}},
    {"create_task", "asyncio/base_events.py", {"create_task", NULL}},
};

static Obj *make_entry(Engine *e, Str *file, uint32_t line, Str *function, Obj *text) {
    Obj *number = int_new(e, line);
    Obj *entry = number ? OBJ(tuple_pack(e, 4, OBJ(file), number, OBJ(function), text)) : NULL;
    xdecref(e, number);
    return entry;
}

static Obj *program_entry(Engine *e, const PFrame *f) {
    const Code *code = f->code;
    uint32_t line = pframe_position(f).line;
    SourceLine shown;
    Obj *text = e->none;
    if (!(code->flags & CODE_LIBRARY)) {
        bool found = source_line_stripped(e, code, line, &shown);
        text = found ? OBJ(str_new(e, shown.text, shown.size)) : incref(e->empty_str);
    }
    Obj *entry = text ? make_entry(e, code->filename, line, code->name, text) : NULL;
    xdecref(e, text);
    return entry;
}

Obj *stack_library_entry(Engine *e, const char *file, const char *function) {
    Str *where = str_from(e, file), *name = str_from(e, function);
    Obj *entry = where && name ? make_entry(e, where, 1, name, e->none) : NULL;
    xdecref(e, where);
    xdecref(e, name);
    return entry;
}

static bool append(Engine *e, List *entries, Obj *entry) {
    bool ok = entry && list_append(e, entries, entry);
    xdecref(e, entry);
    return ok;
}

static bool append_native(Engine *e, List *entries, const NFrame *f) {
    for (size_t i = 0; i < COUNT_OF(library_frames); i++) {
        const LibraryFrames *known = &library_frames[i];
        bool same = strcmp(known->native, f->def->name) == 0;
        for (int k = 0; same && k < 2 && known->functions[k]; k++) {
            if (!append(e, entries, stack_library_entry(e, known->file, known->functions[k]))) {
                return false;
            }
        }
        if (same) return true;
    }
    return true;
}

/* Innermost first. */
static List *collect(Engine *e, uint32_t limit) {
    List *entries = list_new(e, 8);
    const Frame *f = e->vm->top;
    for (; entries && f && entries->size < limit; f = f->back) {
        bool ok = IS(e, f, frame) ? append(e, entries, program_entry(e, (const PFrame *)f))
                                  : append_native(e, entries, (const NFrame *)f);
        if (!ok) clear_ref(e, entries);
    }
    return entries;
}

Tuple *stack_extract(Engine *e, uint32_t limit, bool innermost_first) {
    List *entries = collect(e, limit);
    if (!entries) return NULL;
    uint32_t size = entries->size < limit ? entries->size : limit;
    for (uint32_t i = 0; !innermost_first && i < size / 2; i++) {
        Obj *swapped = entries->items[i];
        entries->items[i] = entries->items[size - 1 - i];
        entries->items[size - 1 - i] = swapped;
    }
    Tuple *all = tuple_of(e, entries->items, size);
    decref(e, entries);
    return all;
}

Tuple *stack_origin(Engine *e) {
    Tuple *entries = stack_extract(e, e->vm->origin_depth, true);
    for (uint32_t i = 0; entries && i < entries->size; i++) {
        Tuple *entry = TUPLE(entries->items[i]);
        Tuple *short_one = tuple_of(e, entry->items, 3);
        if (!short_one) {
            decref(e, entries);
            return NULL;
        }
        set_ref(e, entries->items[i], OBJ(short_one));
    }
    return entries;
}
