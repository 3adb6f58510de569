#include "vm/program.h"

#include "object/dict.h"
#include "object/error.h"
#include "object/int.h"
#include "object/list.h"
#include "object/module.h"
#include "object/str.h"
#include "vm/event.h"
#include "vm/import.h"
#include "vm/left_over.h"
#include "vm/module_spec.h"
#include "vm/native.h"
#include "vm/output.h"
#include "vm/ops.h"
#include "vm/signals.h"
#include "vm/traceback.h"
#include "vm/vm.h"
#include "vm/warn.h"

static Res push_module_code(Engine *e, Code *code, Dict *globals) {
    PFrame *frame = pframe_new(e, code, globals, NULL);
    if (!frame) return R_ERR;
    return vm_push(e, FRAME(frame)) ? R_PUSH : R_ERR;
}

/* "module.Type" unless the type is built in or the program's own. */
static Str *qualified_type(Engine *e, const Type *type) {
    const char *module =
        type->module && HAS_LAYOUT(type->module, STR) ? STR(type->module)->text : "";
    bool plain = str_equal_text(STR(type->module), "builtins") ||
                 str_equal_text(STR(type->module), "__main__");
    if (plain || !*module) return (Str *)incref(type->qualname);
    return str_format(e, "%s.%s", module, type->qualname->text);
}

Str *program_exception_text(Engine *e, Obj *exception) {
    Str *type = qualified_type(e, exception->type);
    Str *text = type ? obj_str(e, exception) : NULL;
    if (type && !text) {
        err_clear(e);
        text = str_from(e, "<exception str() failed>");
    }
    Str *line = NULL;
    if (text) {
        int first = 0;
        while (text->text[first] && text->text[first] != '\n') first++;
        line = text->size ? str_format(e, "%s: %.*s", type->text, first, text->text)
                          : (Str *)incref(type);
    }
    xdecref(e, type);
    xdecref(e, text);
    return line;
}

/* Takes the text, which may be NULL. */
static Str *readable(Engine *e, Str *text) {
    if (!text || !utf8_surrogate(text->text, text->size)) return text;
    StrBuf b;
    strbuf_init(&b, e);
    strbuf_readable(&b, text->text, text->size);
    decref(e, text);
    return strbuf_finish(&b);
}

/* SystemExit ends quietly with a status; anything else but None or a number is printed. */
static void report_exit(Engine *e, Obj *exception) {
    Obj *code = EXC(exception)->extra[0];
    VmState *vm = e->vm;
    vm->exit_status = 0;
    if (!code || code == e->none) {
    } else if (HAS_LAYOUT(code, INT) || HAS_LAYOUT(code, BOOL)) {
        vm->exit_status = (int32_t)int_value(code) & 0xFF;
    } else {
        vm->exit_text = obj_str(e, code);
        vm->exit_status = 1;
    }
    Str *shown = code ? obj_str(e, code) : NULL;
    vm->exception_text = str_format(e, "SystemExit: %s", shown ? shown->text : "None");
    xdecref(e, shown);
}

static void report_uncaught(Engine *e) {
    Obj *exception = err_take(e);
    bool told = true;
    if (obj_is(exception, TYPE(e, SystemExit))) {
        report_exit(e, exception);
    } else {
        e->vm->exit_status = obj_is(exception, TYPE(e, KeyboardInterrupt)) ? 130 : 1;
        e->vm->exception_text = readable(e, program_exception_text(e, exception));
        told = traceback_print(e, exception);
    }
    err_clear(e);
    decref(e, exception);
    /* Without its text it would look like a good end. */
    if (!e->vm->exception_text || !told) vm_abort(e, ABORT_MEMORY);
}

/* A signal's handler raised while the program waited for its threads: the exit status stays. */
static void report_interrupted_end(Engine *e) {
    Obj *exception = err_take(e);
    bool told = traceback_print(e, exception);
    err_clear(e);
    if (!told) vm_abort(e, ABORT_MEMORY);
    decref(e, exception);
}

/* CPython clears _private names first, then all that begin with no underscore. */
static bool is_cleared_in(const Str *name, int pass) {
    bool private = name->text[0] == '_';
    if (pass == 0) return private && name->text[1] != '_';
    return !private;
}

/* Sets the next name with a value to None; false: none is left in this pass. */
static bool clear_next_name(Engine *e, Dict *names, int pass) {
    Obj *key, *value;
    for (uint32_t i = 0; dict_next(names, &i, &key, &value);) {
        if (value == e->none || !HAS_LAYOUT(key, STR) || !is_cleared_in(STR(key), pass)) continue;
        if (!dict_set_str(e, names, STR(key), e->none)) err_clear(e);
        return true;
    }
    return false;
}

static Res nothing_step(Engine *e, NFrame *f, Obj **out) {
    (void)f;
    *out = e->none;
    return R_OK;
}

/* Gives finalizers that wait the chance to run before the next name goes. */
static const NativeDef nothing_def = {"nothing", NULL, NULL, nothing_step, 0, 0, NULL};

/* Calls a function without arguments of a module, if the program has imported that. */
static Res call_hook(Engine *e, const char *module, const char *function, Obj **out) {
    *out = e->none;
    Str *name = str_from(e, module), *attribute = str_from(e, function);
    if (!name || !attribute) vm_abort(e, ABORT_MEMORY);
    Obj *found = name && attribute ? dict_get_str(e->vm->modules, name) : NULL;
    Obj *fn =
        found && HAS_LAYOUT(found, MODULE) ? dict_get_str(MODULE(found)->dict, attribute) : NULL;
    xdecref(e, name);
    xdecref(e, attribute);
    return fn ? op_call0(e, fn, out) : R_OK;
}

/* What goes wrong past the program's end has nobody to go to. */
static void drop_error(Engine *e) {
    if (!e->vm->aborting && err_occurred(e)) err_clear(e);
}

/* Slots: code, namespace. number[0] = the pass of clearing. */
static Res program_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    e->vm->cause = event_emit(e, EVENT_PROGRAM_STARTED, 0, 0);
    if (!warn_syntax(e, CODE(f->slot[0]))) {
        vm_abort(e, ABORT_MEMORY);
        return R_ERR;
    }
    STEP_TRY(1, push_module_code(e, CODE(f->slot[0]), DICT(f->slot[1])));
    if (f->in_res == R_ERR) report_uncaught(e);
    if (e->vm->aborting) return R_ERR;
    clear_ref(e, f->in);
    STEP_TRY(4, call_hook(e, "threading", "_shutdown", STEP_OUT));
    drop_error(e);
    thread_main_done(e);
    while (thread_others_left(e)) {
        STEP_TRY(3, thread_wait_for_others(e, f, STEP_OUT));
        while (!err_occurred(e) && signals_due(e)) { STEP_TRY(7, signals_deliver(e, STEP_OUT)); }
        if (e->vm->aborting) return R_ERR;
        if (!err_occurred(e)) continue;
        report_interrupted_end(e); /* nobody waits for them any more */
        if (e->vm->aborting) return R_ERR;
        break;
    }
    STEP_TRY(5, call_hook(e, "threading", "_finalize", STEP_OUT));
    drop_error(e);
    STEP_TRY(6, call_hook(e, "atexit", "_run_exitfuncs", STEP_OUT));
    if (e->vm->aborting) return R_ERR;
    drop_error(e);
    clear_ref(e, f->in);
    for (f->number[0] = 0; f->number[0] < 2; f->number[0]++) {
        while (clear_next_name(e, DICT(f->slot[1]), (int)f->number[0])) {
            STEP_TRY(2, native_push(e, &nothing_def, NULL, 0));
        }
    }
    left_over_warn(e);
    event_emit(e, EVENT_PROGRAM_ENDED, 0, e->vm->exception_text != NULL);
    *out = e->none;
    return R_OK;
    STEPS_END;
}

static const NativeDef program_def = {"program", NULL, NULL, program_step, 2, NATIVE_CATCHES, NULL};

static bool add_name(Engine *e, Dict *names, const char *name, Obj *value) {
    Str *key = str_from(e, name);
    bool ok = key && value && dict_set_str(e, names, key, value);
    xdecref(e, key);
    return ok;
}

/* A script has no finder and no file of bytecode. */
static bool add_names(Engine *e, Dict *names, Str *file) {
    Obj *loader = module_spec_script_loader(e, file), *annotations = OBJ(dict_new(e));
    bool ok = add_name(e, names, "__loader__", loader) && add_name(e, names, "__spec__", e->none) &&
              add_name(e, names, "__annotations__", annotations) &&
              add_name(e, names, "__builtins__", import_builtins(e)) &&
              dict_set_str(e, names, N(e, __file__), OBJ(file)) &&
              add_name(e, names, "__cached__", e->none);
    xdecref(e, loader);
    xdecref(e, annotations);
    return ok;
}

bool program_start(Engine *e, Code *code) {
    VmState *vm = e->vm;
    Obj *module = module_new(e, N(e, __main__));
    Str *file = str_from(e, e->program_name);
    if (!module || !file) return false;
    Dict *names = MODULE(module)->dict;
    vm->main_module = module;
    bool ok = dict_set_str(e, vm->modules, N(e, __main__), module) && add_names(e, names, file) &&
              (!code->doc || dict_set_str(e, names, N(e, __doc__), OBJ(code->doc)));
    decref(e, file);
    return ok && native_push(e, &program_def, (Obj *[]){OBJ(code), OBJ(names)}, 2) == R_PUSH;
}
