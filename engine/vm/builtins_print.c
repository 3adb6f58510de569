/* print(), input(), the end of a program, and what no lesson has. */
#include "vm/builtins.h"

#include "object/error.h"
#include "object/native.h"
#include "object/str.h"
#include "object/tuple.h"
#include "vm/native.h"
#include "vm/ops.h"
#include "vm/output.h"
#include "vm/text_io.h"

/* ---- print --------------------------------------------------------------------------------- */

enum { PRINT_ARGS, PRINT_SEP, PRINT_END, PRINT_FILE, PRINT_FLUSH, PRINT_TEXT };

/* None means the default. */
static bool check_text(Engine *e, NFrame *f, int slot, const char *name, const char *standard) {
    Obj *o = f->slot[slot];
    if (HAS_LAYOUT(o, STR)) return true;
    if (o != e->none) {
        return err_false(e, T_TypeError, "%s must be None or a string, not %s", name, type_name(o));
    }
    Str *text = str_from(e, standard);
    if (text) set_ref(e, f->slot[slot], OBJ(text));
    return text != NULL;
}

static bool print_prepare(Engine *e, NFrame *f) {
    if (f->slot[PRINT_FILE] == e->none) {
        Obj *current = text_io_current_output(e);
        if (current) slot_set(e, f, PRINT_FILE, current);
    }
    return check_text(e, f, PRINT_SEP, "sep", " ") && check_text(e, f, PRINT_END, "end", "\n");
}

static Tuple *print_args(const NFrame *f) {
    return TUPLE(f->slot[PRINT_ARGS]);
}

/* Each piece is written at once, before the next argument's __str__ runs. */
static Res print_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    if (!print_prepare(e, f)) return R_ERR;
    for (f->number[0] = 0; f->number[0] < (int64_t)print_args(f)->size; f->number[0]++) {
        if (f->number[0]) {
            STEP(1, text_io_write(e, f->slot[PRINT_FILE], f->slot[PRINT_SEP], STEP_OUT));
        }
        STEP(2, op_str(e, print_args(f)->items[f->number[0]], STEP_OUT));
        slot_take(e, f, PRINT_TEXT);
        STEP(3, text_io_write(e, f->slot[PRINT_FILE], f->slot[PRINT_TEXT], STEP_OUT));
    }
    STEP(4, text_io_write(e, f->slot[PRINT_FILE], f->slot[PRINT_END], STEP_OUT));
    STEP(5, op_truth(e, f->slot[PRINT_FLUSH], STEP_OUT));
    if (f->in == e->true_ && f->slot[PRINT_FILE] != e->none) {
        STEP(6, op_call_method(e, f->slot[PRINT_FILE], N(e, flush), NULL, 0, STEP_OUT));
    }
    *out = e->none;
    return R_OK;
    STEPS_END;
}

/* ---- input --------------------------------------------------------------------------------- */

static Obj *without_line_end(Engine *e, const Str *line) {
    size_t size = line->size;
    if (size && line->text[size - 1] == '\n') size--;
    return OBJ(str_new(e, line->text, size));
}

/* Slots: prompt, stream. */
static Res input_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    STEP(1, op_str(e, f->slot[0], STEP_OUT));
    slot_take(e, f, 0);
    f->slot[1] = xincref(text_io_current_output(e));
    STEP(2, text_io_write(e, f->slot[1] ? f->slot[1] : e->none, f->slot[0], STEP_OUT));
    STEP(3, text_io_read_line(e, STEP_OUT));
    if (!HAS_LAYOUT(f->in, STR)) {
        return err_res(e, T_TypeError, "object.readline() returned non-string");
    }
    if (!STR(f->in)->size) return err_res(e, T_EOFError, "EOF when reading a line");
    *out = without_line_end(e, STR(f->in));
    return *out ? R_OK : R_ERR;
    STEPS_END;
}

/* ---- exit ---------------------------------------------------------------------------------- */

static Obj *exit_native(Engine *e, Obj *const *a) {
    err_raise_with(e, T_SystemExit, a[0]);
    return NULL;
}

/* ---- what is refused ----------------------------------------------------------------------- */

#define REFUSED(X)                                                                                 \
    X(open, "a lesson has no files; keep the text in a string")                                    \
    X(exec, "code is not made while it runs; write the statements into the program")               \
    X(eval, "code is not made while it runs; int() and float() read numbers")                      \
    X(compile, "code is not made while it runs; write the statements into the program")            \
    X(__import__, "write an import statement instead")                                             \
    X(breakpoint, "step through the program or set a breakpoint on the line instead")              \
    X(help, "print the object's __doc__ instead")

#define REFUSED_NATIVE(name, hint)                                                                 \
    static Obj *refuse_##name(Engine *e, Obj *const *a) {                                          \
        (void)a;                                                                                   \
        return err_null(e, T_RuntimeError, "Coroscope does not offer " #name "(): " hint);         \
    }
REFUSED(REFUSED_NATIVE)

#define REFUSED_ROW(name_, hint)                                                                   \
    {.name = #name_, .signature = "*args, **kwargs", .fn = refuse_##name_},

const NativeDef builtins_print_defs[] = {
    {.name = "print",
     .signature = "*args, sep=' ', end='\n', file=None, flush=False",
     .step = print_step,
     .locals = 1,
     .doc = "Prints the values to a stream, or to sys.stdout by default."},
    {.name = "input", .signature = "prompt='', /", .step = input_step, .locals = 1},
    {.name = "exit", .signature = "code=None", .fn = exit_native},
    {.name = "quit", .signature = "code=None", .fn = exit_native},
    REFUSED(REFUSED_ROW){0},
};
