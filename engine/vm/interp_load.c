#include "vm/import.h"
#include "vm/interp.h"

#include "object/cell.h"
#include "object/dict.h"
#include "object/error.h"
#include "object/int.h"
#include "object/str.h"
#include "object/tuple.h"
#include "object/function.h"

static Res fail_unbound(Engine *e, const PFrame *f, uint32_t slot) {
    const Code *c = f->code;
    Str *name = c->local_names[slot];
    bool free = slot >= c->local_count + c->cell_count;
    err_name(e, free ? T_NameError : T_UnboundLocalError, name,
             free ? "cannot access free variable '%s' where it is not associated with a value in "
                    "enclosing scope"
                  : "cannot access local variable '%s' where it is not associated with a value");
    return R_ERR;
}

static Res fail_name(Engine *e, Str *name) {
    err_name(e, T_NameError, name, "name '%s' is not defined");
    return R_ERR;
}

static Res nop(Engine *e, PFrame *f, uint32_t arg) {
    (void)e, (void)f, (void)arg;
    return R_OK;
}

static Res swap(Engine *e, PFrame *f, uint32_t n) {
    (void)e;
    Obj *top = PEEK(f, 1);
    PEEK(f, 1) = PEEK(f, n);
    PEEK(f, n) = top;
    return R_OK;
}

static Res load_fast(Engine *e, PFrame *f, uint32_t slot) {
    Obj *value = f->slots[slot];
    if (!value) return fail_unbound(e, f, slot);
    PUSH(f, incref(value));
    return R_OK;
}

static Res delete_fast(Engine *e, PFrame *f, uint32_t slot) {
    if (!f->slots[slot]) return fail_unbound(e, f, slot);
    clear_ref(e, f->slots[slot]);
    return R_OK;
}

static Res load_fast_and_clear(Engine *e, PFrame *f, uint32_t slot) {
    (void)e;
    PUSH(f, f->slots[slot]);
    f->slots[slot] = NULL;
    return R_OK;
}

static Res make_cell(Engine *e, PFrame *f, uint32_t slot) {
    Obj *cell = cell_new(e, f->slots[slot]);
    if (!cell) return R_ERR;
    set_ref(e, f->slots[slot], cell);
    return R_OK;
}

static Res copy_free_vars(Engine *e, PFrame *f, uint32_t n) {
    const Tuple *closure = FUNCTION(f->function)->closure;
    uint32_t first = code_slots(f->code) - n;
    for (uint32_t i = 0; i < n; i++) set_ref(e, f->slots[first + i], incref(closure->items[i]));
    return R_OK;
}

static Res load_closure(Engine *e, PFrame *f, uint32_t slot) {
    (void)e;
    PUSH(f, incref(f->slots[slot]));
    return R_OK;
}

static Res load_deref(Engine *e, PFrame *f, uint32_t slot) {
    Obj *value = CELL(f->slots[slot])->value;
    if (!value) return fail_unbound(e, f, slot);
    PUSH(f, incref(value));
    return R_OK;
}

static Res delete_deref(Engine *e, PFrame *f, uint32_t slot) {
    Cell *cell = CELL(f->slots[slot]);
    if (!cell->value) return fail_unbound(e, f, slot);
    clear_ref(e, cell->value);
    return R_OK;
}

static Res load_class_deref(Engine *e, PFrame *f, uint32_t slot) {
    Obj *value = f->locals ? dict_get_str(DICT(f->locals), f->code->local_names[slot]) : NULL;
    if (!value) return load_deref(e, f, slot);
    PUSH(f, incref(value));
    return R_OK;
}

static Res load_locals(Engine *e, PFrame *f, uint32_t arg) {
    (void)e, (void)arg;
    PUSH(f, incref(f->locals));
    return R_OK;
}

/* The key of an entry, by which it is known again: another object than the name where somebody
 * else's code has made the entry. One that can die is no mark, since its place can be another's. */
static const Obj *mark_of(const DictEntry *entry, const Str *name) {
    return entry->key->refs >= IMMORTAL ? entry->key : OBJ(name);
}

static Obj *remember_global(Engine *e, PFrame *f, const Str *name, GlobalLookup *l) {
    Dict *globals = f->globals;
    int64_t found = dict_find_str(globals, name);
    if (found >= 0) {
        DictEntry *entry = &globals->entries[found];
        *l = (GlobalLookup){globals, name, mark_of(entry, name), (uint32_t)found, 0, 0, 0};
        return entry->value;
    }
    found = dict_find_str(f->builtins, name);
    if (found < 0) return NULL;
    DictEntry *entry = &f->builtins->entries[found];
    *l = (GlobalLookup){globals,
                        name,
                        mark_of(entry, name),
                        (uint32_t)found,
                        globals->h.id,
                        globals->version,
                        e->lookups.timeline};
    return entry->value;
}

/* The module, which is there only for programs that ask for it. */
static Res load_builtins(Engine *e, PFrame *f) {
    Obj *out = NULL, *level = int_new(e, 0);
    Str *name = level ? str_from(e, "builtins") : NULL;
    Res res = name ? import_name(e, name, level, e->none, &out) : R_ERR;
    xdecref(e, name);
    xdecref(e, level);
    return interp_result(e, f, 0, res, out);
}

static Res load_global(Engine *e, PFrame *f, uint32_t n) {
    Str *name = f->code->names[n];
    GlobalLookup *l = &e->lookups.globals[lookup_slot(f->globals, name)];
    Obj *value = remember_global(e, f, name, l);
    if (!value && str_equal(name, N(e, __builtins__))) return load_builtins(e, f);
    if (!value) return fail_name(e, name);
    PUSH(f, incref(value));
    return R_OK;
}

static Res load_name(Engine *e, PFrame *f, uint32_t n) {
    Obj *value = f->locals ? dict_get_str(DICT(f->locals), f->code->names[n]) : NULL;
    if (!value) return load_global(e, f, n);
    PUSH(f, incref(value));
    return R_OK;
}

static Res store_in(Engine *e, PFrame *f, Dict *d, Str *name) {
    bool ok = dict_set_str(e, d, name, PEEK(f, 1));
    interp_drop(e, f, 1);
    return ok ? R_OK : R_ERR;
}

/* A metaclass's __prepare__ may have given a class of dict that looks at every name. */
static Res store_name(Engine *e, PFrame *f, uint32_t n) {
    if (f->locals && (f->locals->type->flags & TYPE_HEAP)) {
        Res res = op_setitem(e, f->locals, OBJ(f->code->names[n]), PEEK(f, 1));
        interp_drop(e, f, 1);
        return res;
    }
    return store_in(e, f, f->locals ? DICT(f->locals) : f->globals, f->code->names[n]);
}

static Res store_global(Engine *e, PFrame *f, uint32_t n) {
    return store_in(e, f, f->globals, f->code->names[n]);
}

static Res delete_name(Engine *e, PFrame *f, uint32_t n) {
    Dict *d = f->locals ? DICT(f->locals) : f->globals;
    return dict_del_str(e, d, f->code->names[n]) ? R_OK : fail_name(e, f->code->names[n]);
}

static Res delete_global(Engine *e, PFrame *f, uint32_t n) {
    return dict_del_str(e, f->globals, f->code->names[n]) ? R_OK : fail_name(e, f->code->names[n]);
}

static Res setup_annotations(Engine *e, PFrame *f, uint32_t arg) {
    (void)arg;
    Dict *d = f->locals ? DICT(f->locals) : f->globals;
    if (dict_get_str(d, N(e, __annotations__))) return R_OK;
    Dict *fresh = dict_new(e);
    bool ok = fresh && dict_set_str(e, d, N(e, __annotations__), OBJ(fresh));
    xdecref(e, fresh);
    return ok ? R_OK : R_ERR;
}

static Res load_assertion_error(Engine *e, PFrame *f, uint32_t arg) {
    (void)arg;
    PUSH(f, incref(TYPE(e, AssertionError)));
    return R_OK;
}

static Res load_build_class(Engine *e, PFrame *f, uint32_t arg) {
    (void)arg;
    Obj *value = dict_get_str(f->builtins, N(e, __build_class__));
    if (!value) return err_res(e, T_NameError, "__build_class__ not found");
    PUSH(f, incref(value));
    return R_OK;
}

const OpEntry interp_load_ops[] = {
    {OPCODE_NOP, nop},
    {OPCODE_SWAP, swap},
    {OPCODE_LOAD_FAST, load_fast},
    {OPCODE_DELETE_FAST, delete_fast},
    {OPCODE_LOAD_FAST_AND_CLEAR, load_fast_and_clear},
    {OPCODE_MAKE_CELL, make_cell},
    {OPCODE_COPY_FREE_VARS, copy_free_vars},
    {OPCODE_LOAD_CLOSURE, load_closure},
    {OPCODE_LOAD_DEREF, load_deref},
    {OPCODE_DELETE_DEREF, delete_deref},
    {OPCODE_LOAD_NAME, load_name},
    {OPCODE_STORE_NAME, store_name},
    {OPCODE_DELETE_NAME, delete_name},
    {OPCODE_LOAD_GLOBAL, load_global},
    {OPCODE_STORE_GLOBAL, store_global},
    {OPCODE_DELETE_GLOBAL, delete_global},
    {OPCODE_LOAD_CLASS_DEREF, load_class_deref},
    {OPCODE_LOAD_LOCALS, load_locals},
    {OPCODE_SETUP_ANNOTATIONS, setup_annotations},
    {OPCODE_LOAD_ASSERTION_ERROR, load_assertion_error},
    {OPCODE_LOAD_BUILD_CLASS, load_build_class},
    {0, NULL},
};
