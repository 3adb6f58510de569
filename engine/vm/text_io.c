#include "vm/text_io.h"

#include <string.h>

#include "object/codec.h"
#include "object/dict.h"
#include "object/error.h"
#include "object/int.h"
#include "object/list.h"
#include "object/module.h"
#include "object/str.h"
#include "object/tuple.h"
#include "vm/import.h"
#include "vm/native.h"
#include "vm/ops.h"
#include "vm/output.h"
#include "vm/vm.h"

static const char *const stream_names[] = {"<stdin>", "<stdout>", "<stderr>"};

Obj *text_io_new(Engine *e, int stream) {
    TextIO *io = (TextIO *)obj_new(e, TYPE(e, TextIO), sizeof(TextIO));
    if (io) io->stream = stream;
    return OBJ(io);
}

static Obj *find_text(Engine *e, Dict *names, const char *text) {
    Str *key = str_from(e, text);
    Obj *found = key ? dict_get_str(names, key) : NULL;
    xdecref(e, key);
    return found;
}

Obj *text_io_current_output(Engine *e) {
    Obj *sys = find_text(e, e->vm->modules, "sys");
    return sys && HAS_LAYOUT(sys, MODULE) ? find_text(e, MODULE(sys)->dict, "stdout") : NULL;
}

/* A text with a lone surrogate is no UTF-8: standard output has an error handler for it. What the
 * handler makes of it is shown as far as it is text. */
static bool write_encoded(Engine *e, int stream, Str *text) {
    Str *errors = str_from(e, codec_handler_name(e->vm->stream_errors[stream]));
    Obj *bytes = errors ? codec_encode(e, text, NULL, errors) : NULL;
    Str *replace = bytes ? str_from(e, "replace") : NULL;
    Obj *shown = replace ? codec_decode(e, bytes, NULL, replace) : NULL;
    bool ok = shown && output_write(e, stream, STR(shown)->text, STR(shown)->size);
    xdecref(e, errors);
    xdecref(e, bytes);
    xdecref(e, replace);
    xdecref(e, shown);
    return ok;
}

static bool write_text(Engine *e, int stream, Str *text) {
    bool plain = str_is_ascii(text) || !utf8_surrogate(text->text, text->size);
    if (!plain) return write_encoded(e, stream, text);
    return output_write(e, stream, text->text, text->size);
}

Res text_io_write(Engine *e, Obj *file, Obj *text, Obj **out) {
    bool real = file == e->none || IS(e, file, TextIO);
    if (!real) return op_call_method(e, file, N(e, write), &text, 1, out);
    int stream = file == e->none ? STREAM_OUT : TEXT_IO(file)->stream;
    if (!write_text(e, stream, STR(text))) return R_ERR;
    *out = e->none;
    return R_OK;
}

static bool check_writable(Engine *e, const Obj *o) {
    if (TEXT_IO(o)->stream) return true;
    return err_false(e, T_OSError, "not writable");
}

static Obj *write_native(Engine *e, Obj *const *a) {
    if (!check_writable(e, a[0])) return NULL;
    if (!HAS_LAYOUT(a[1], STR)) {
        return err_null(e, T_TypeError, "write() argument must be str, not %s", type_name(a[1]));
    }
    if (!write_text(e, TEXT_IO(a[0])->stream, STR(a[1]))) return NULL;
    return int_new(e, STR(a[1])->length);
}

/* Slots: self, lines, iterator. */
static Res write_lines_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    if (!check_writable(e, f->slot[0])) return R_ERR;
    STEP(1, op_iter(e, f->slot[1], STEP_OUT));
    slot_take(e, f, 2);
    for (;;) {
        STEP_NEXT(2, op_next(e, f->slot[2], STEP_OUT));
        if (f->in_res == R_STOP) break;
        Obj *count = write_native(e, (Obj *[]){f->slot[0], f->in});
        if (!count) return R_ERR;
        decref(e, count);
    }
    *out = e->none;
    return R_OK;
    STEPS_END;
}

static Obj *nothing_native(Engine *e, Obj *const *a) {
    (void)a;
    return e->none;
}

static bool is_utf8(const char *name) {
    static const char *const names[] = {"utf-8", "utf8", "utf_8", "UTF-8", "UTF8", "UTF_8"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (strcmp(name, names[i]) == 0) return true;
    }
    return false;
}

static bool check_text_or_none(Engine *e, const Obj *o, const char *argument) {
    return o == e->none || HAS_LAYOUT(o, STR) ||
           err_false(e, T_TypeError, "reconfigure() argument '%s' must be str or None, not %s",
                     argument, type_name(o));
}

/* Parameters: self, errors, encoding, and what makes no difference here. */
static Obj *reconfigure_native(Engine *e, Obj *const *a) {
    if (!check_text_or_none(e, a[2], "encoding") || !check_text_or_none(e, a[1], "errors")) {
        return NULL;
    }
    if (a[2] != e->none && !is_utf8(STR(a[2])->text)) {
        return err_null(e, T_NotImplementedError,
                        "Coroscope does not offer reconfigure(encoding=%s): its streams are UTF-8",
                        STR(a[2])->text);
    }
    if (a[1] == e->none) {
        if (a[2] != e->none) e->vm->stream_errors[TEXT_IO(a[0])->stream] = 0;
        return e->none;
    }
    int handler = codec_find_handler(e, STR(a[1]));
    if (handler < 0) return NULL;
    e->vm->stream_errors[TEXT_IO(a[0])->stream] = (uint8_t)handler;
    return e->none;
}

static Obj *no_native(Engine *e, Obj *const *a) {
    (void)a;
    return e->false_;
}

static Obj *is_output_native(Engine *e, Obj *const *a) {
    return obj_bool(e, TEXT_IO(a[0])->stream != 0);
}

static Obj *is_input_native(Engine *e, Obj *const *a) {
    return obj_bool(e, TEXT_IO(a[0])->stream == 0);
}

static Obj *number_native(Engine *e, Obj *const *a) {
    return int_new(e, TEXT_IO(a[0])->stream);
}

static bool check_readable(Engine *e, const Obj *o) {
    return TEXT_IO(o)->stream == 0 || err_false(e, T_OSError, "not readable");
}

/* ---- Standard input: what the library's module _world makes of the lesson's ----------------- */

/* Slots: name, arguments. Calls a function of _world; an empty text where there is no world. */
static Res world_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    Str *module = str_from(e, "_world");
    if (!module) return R_ERR;
    bool there = e->module_codes && dict_get_str(e->module_codes, module);
    if (!there) {
        decref(e, module);
        *out = incref(e->empty_str);
        return R_OK;
    }
    Obj *level = int_new(e, 0);
    Res res = level ? import_name(e, module, level, e->none, STEP_OUT) : R_ERR;
    decref(e, module);
    xdecref(e, level);
    STEP(1, res);
    STEP(2, op_call_method(e, f->in, STR(f->slot[0]), TUPLE(f->slot[1])->items,
                           (int)TUPLE(f->slot[1])->size, STEP_OUT));
    *out = in_take(f);
    return R_OK;
    STEPS_END;
}

static const NativeDef world_def = {"world", NULL, NULL, world_step, 2, 0, NULL};

static Res call_world(Engine *e, const char *name, Tuple *args) {
    Str *function = str_from(e, name);
    Res res = function && args ? native_push(e, &world_def, (Obj *[]){OBJ(function), OBJ(args)}, 2)
                               : R_ERR;
    xdecref(e, function);
    xdecref(e, args);
    return res;
}

/* Slots: self, size; the function of _world is the native's own name with "stdin_" before it. */
static Res read_any_step(Engine *e, NFrame *f, const char *function, Obj **out) {
    STEPS(f);
    if (!check_readable(e, f->slot[0])) return R_ERR;
    STEP(1, call_world(e, function, tuple_pack(e, 1, f->slot[1])));
    *out = in_take(f);
    return R_OK;
    STEPS_END;
}

static Res read_step(Engine *e, NFrame *f, Obj **out) {
    return read_any_step(e, f, "stdin_read", out);
}
static Res read_line_step(Engine *e, NFrame *f, Obj **out) {
    return read_any_step(e, f, "stdin_readline", out);
}

/* Slots: self, hint, list. */
static Res read_lines_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    if (!check_readable(e, f->slot[0])) return R_ERR;
    f->slot[2] = OBJ(list_new(e, 0));
    if (!f->slot[2]) return R_ERR;
    for (;;) {
        STEP(1, call_world(e, "stdin_readline", tuple_pack(e, 0)));
        if (!HAS_LAYOUT(f->in, STR) || !STR(f->in)->size) break;
        if (!list_append(e, LIST(f->slot[2]), f->in)) return R_ERR;
    }
    *out = incref(f->slot[2]);
    return R_OK;
    STEPS_END;
}

/* Slots: self. */
static Res close_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    if (TEXT_IO(f->slot[0])->stream) {
        return err_res(e, T_NotImplementedError, "Coroscope keeps %s open",
                       stream_names[TEXT_IO(f->slot[0])->stream]);
    }
    STEP(1, call_world(e, "stdin_close", tuple_pack(e, 0)));
    *out = e->none;
    return R_OK;
    STEPS_END;
}

Res text_io_read_line(Engine *e, Obj **out) {
    Obj *sys = find_text(e, e->vm->modules, "sys");
    Obj *in = sys && HAS_LAYOUT(sys, MODULE) ? find_text(e, MODULE(sys)->dict, "stdin") : NULL;
    if (!in || IS(e, in, TextIO)) return call_world(e, "stdin_readline", tuple_pack(e, 0));
    Str *name = str_from(e, "readline");
    Res res = name ? op_call_method(e, in, name, NULL, 0, out) : R_ERR;
    xdecref(e, name);
    return res;
}

static const NativeDef methods[] = {
    {.name = "write", .signature = "self, text, /", .fn = write_native},
    {.name = "writelines", .signature = "self, lines, /", .step = write_lines_step, .locals = 1},
    {.name = "flush", .signature = "self, /", .fn = nothing_native},
    {.name = "isatty", .signature = "self, /", .fn = no_native},
    {.name = "writable", .signature = "self, /", .fn = is_output_native},
    {.name = "readable", .signature = "self, /", .fn = is_input_native},
    {.name = "seekable", .signature = "self, /", .fn = no_native},
    {.name = "fileno", .signature = "self, /", .fn = number_native},
    {.name = "read", .signature = "self, size=-1, /", .step = read_step},
    {.name = "readline", .signature = "self, size=-1, /", .step = read_line_step},
    {.name = "close", .signature = "self, /", .step = close_step},
    {.name = "readlines", .signature = "self, hint=-1, /", .step = read_lines_step, .locals = 1},
    {.name = "reconfigure",
     .signature = "self, /, *, errors=None, encoding=None, newline=None, line_buffering=None, "
                  "write_through=None",
     .fn = reconfigure_native},
    {0},
};

static Obj *get_name(Engine *e, Obj *o) {
    return OBJ(str_from(e, stream_names[TEXT_IO(o)->stream]));
}

static Obj *get_encoding(Engine *e, Obj *o) {
    (void)o;
    return OBJ(str_from(e, "utf-8"));
}

static Obj *get_errors(Engine *e, Obj *o) {
    return OBJ(str_from(e, codec_handler_name(e->vm->stream_errors[TEXT_IO(o)->stream])));
}

static Obj *get_mode(Engine *e, Obj *o) {
    return OBJ(str_from(e, TEXT_IO(o)->stream ? "w" : "r"));
}

static Obj *get_closed(Engine *e, Obj *o) {
    (void)o;
    return e->false_;
}

static const GetSetDef getset[] = {{"name", get_name, NULL},     {"encoding", get_encoding, NULL},
                                   {"errors", get_errors, NULL}, {"mode", get_mode, NULL},
                                   {"closed", get_closed, NULL}, {0}};

static Obj *repr(Engine *e, Obj *o) {
    return OBJ(str_format(e, "<_io.TextIOWrapper name='%s' mode='%s' encoding='utf-8'>",
                          stream_names[TEXT_IO(o)->stream], TEXT_IO(o)->stream ? "w" : "r"));
}

static Res iter_self(Engine *e, Obj *o, Obj **out) {
    (void)e;
    *out = incref(o);
    return R_OK;
}

/* Slots: self. */
static Res next_line_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    STEP(1, call_world(e, "stdin_readline", tuple_pack(e, 0)));
    if (HAS_LAYOUT(f->in, STR) && !STR(f->in)->size) return R_STOP;
    *out = in_take(f);
    return R_OK;
    STEPS_END;
}

static const NativeDef next_line_def = {"next", NULL, NULL, next_line_step, 1, 0, NULL};

static Res next(Engine *e, Obj *o, Obj **out) {
    (void)out;
    if (!check_readable(e, o)) return R_ERR;
    return native_push(e, &next_line_def, &o, 1);
}

const TypeSpec text_io_spec = {
    .name = "TextIOWrapper",
    .module = "_io",
    .layout = LAYOUT_OTHER,
    .size = sizeof(TextIO),
    .flags = TYPE_NO_NEW | TYPE_DOTTED,
    .slots = {.repr = repr, .iter = iter_self, .next = next},
    .methods = methods,
    .getset = getset,
};
