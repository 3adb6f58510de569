#include "object/code.h"

#include <string.h>

#include "compile/opcodes.h"
#include "object/int.h"
#include "object/str.h"
#include "object/tuple.h"

/* The type of code objects. What only CPython's bytecode has (co_code, co_consts, co_stacksize) is
 * not there. */

#define CODE_STR(field)                                                                            \
    static Obj *get_##field(Engine *e, Obj *o) {                                                   \
        (void)e;                                                                                   \
        return incref(CODE(o)->field);                                                             \
    }
#define CODE_INT(field)                                                                            \
    static Obj *get_##field(Engine *e, Obj *o) {                                                   \
        return int_new(e, CODE(o)->field);                                                         \
    }
CODE_STR(name)
CODE_STR(qualname)
CODE_STR(filename)
CODE_INT(arg_count)
CODE_INT(posonly_count)
CODE_INT(kwonly_count)
CODE_INT(local_count)
CODE_INT(first_line)

static Obj *names_tuple(Engine *e, Str *const *names, uint32_t count) {
    Tuple *t = tuple_new(e, count);
    for (uint32_t i = 0; t && i < count; i++) t->items[i] = incref(names[i]);
    return OBJ(t);
}

static Obj *get_names(Engine *e, Obj *o) {
    return names_tuple(e, CODE(o)->names, CODE(o)->name_count);
}

static Obj *get_varnames(Engine *e, Obj *o) {
    return names_tuple(e, CODE(o)->local_names, CODE(o)->local_count);
}

static Obj *get_freevars(Engine *e, Obj *o) {
    const Code *c = CODE(o);
    return names_tuple(e, c->local_names + c->local_count + c->cell_count, c->free_count);
}

/* Parameters that inner functions use are cells too: MAKE_CELL tells which. */
static uint32_t next_cell(const Code *c, uint32_t at) {
    while (at < c->instr_count && INSTR_OP(c->instrs[at]) != OPCODE_MAKE_CELL) at++;
    return at;
}

static Obj *get_cellvars(Engine *e, Obj *o) {
    const Code *c = CODE(o);
    uint32_t count = 0;
    for (uint32_t i = next_cell(c, 0); i < c->instr_count; i = next_cell(c, i + 1)) count++;
    Tuple *t = tuple_new(e, count);
    count = 0;
    for (uint32_t i = next_cell(c, 0); t && i < c->instr_count; i = next_cell(c, i + 1)) {
        t->items[count++] = incref(c->local_names[INSTR_ARG(c->instrs[i])]);
    }
    return OBJ(t);
}

/* The bits that the inspect module documents. */
static Obj *get_flags(Engine *e, Obj *o) {
    static const struct {
        uint32_t ours, theirs;
    } bits[] = {{CODE_OPTIMIZED, 0x3},        {CODE_VARARGS, 0x4},
                {CODE_VARKEYWORDS, 0x8},      {CODE_GENERATOR, 0x20},
                {CODE_COROUTINE, 0x80},       {CODE_ITERABLE_COROUTINE, 0x100},
                {CODE_ASYNC_GENERATOR, 0x200}};
    enum { NESTED = 0x10 };
    const Code *c = CODE(o);
    int64_t flags = strstr(c->qualname->text, "<locals>") ? NESTED : 0;
    for (size_t i = 0; i < COUNT_OF(bits); i++) {
        if (c->flags & bits[i].ours) flags |= bits[i].theirs;
    }
    return int_new(e, flags);
}

static Obj *code_repr(Engine *e, Obj *o) {
    const Code *c = CODE(o);
    return OBJ(str_format(e, "<code object %s at 0x%llx, file \"%s\", line %u>", c->name->text,
                          obj_address(o), c->filename->text, c->first_line));
}

static const GetSetDef code_getset[] = {{"co_name", get_name, NULL},
                                        {"co_qualname", get_qualname, NULL},
                                        {"co_filename", get_filename, NULL},
                                        {"co_firstlineno", get_first_line, NULL},
                                        {"co_argcount", get_arg_count, NULL},
                                        {"co_posonlyargcount", get_posonly_count, NULL},
                                        {"co_kwonlyargcount", get_kwonly_count, NULL},
                                        {"co_nlocals", get_local_count, NULL},
                                        {"co_varnames", get_varnames, NULL},
                                        {"co_cellvars", get_cellvars, NULL},
                                        {"co_freevars", get_freevars, NULL},
                                        {"co_names", get_names, NULL},
                                        {"co_flags", get_flags, NULL},
                                        {0}};

/* No release: code is made before the arena is sealed and never freed. */
const TypeSpec code_spec = {
    .name = "code",
    .layout = LAYOUT_CODE,
    .size = sizeof(Code),
    .flags = TYPE_NO_NEW,
    .slots = {.repr = code_repr},
    .getset = code_getset,
};
