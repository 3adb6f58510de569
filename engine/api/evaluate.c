#include "api/repr.h"

#include <stdio.h>
#include <string.h>

#include "api/ask.h"
#include "api/snap.h"
#include "compile/compile.h"
#include "object/error.h"
#include "object/function.h"
#include "object/module.h"
#include "object/str.h"
#include "syntax/parser.h"
#include "syntax/symtable.h"
#include "syntax/syntax_check.h"
#include "vm/program.h"

/* An expression's value at the present moment. It runs in the arena itself; going back to the
 * moment afterwards undoes whatever it did there, and nothing of it is recorded. */

enum { SYNTAX_BYTES = 4 << 20, MOST_INSTRUCTIONS = 2000000, VALUE_BYTES = 1 << 16 };

/* ---- The frame in which names are looked up ------------------------------------------------- */

static bool is_program_frame(const PFrame *f) {
    return !(f->code->flags & CODE_LIBRARY);
}

static bool is_named(const PFrame *f, const char *name) {
    return is_program_frame(f) && (!name || strcmp(f->code->name->text, name) == 0);
}

/* The innermost frame of the program on the shown stack; with a name, of that function. */
static PFrame *frame_on_stack(Snap *b, const char *name) {
    for (const Frame *f = snap_shown_top(b); f; f = f->back) {
        if (IS(b->e, f, frame) && is_named((const PFrame *)f, name))
            return PFRAME((void *)(uintptr_t)f);
    }
    return NULL;
}

/* The same among what a coroutine waits inside of. */
static PFrame *frame_in_chain(Engine *e, Obj *coro, const char *name) {
    PFrame *found = NULL;
    for (Gen *g = coro ? gen_behind(e, coro) : NULL; g && g->frame;) {
        if (is_named(g->frame, name)) found = g->frame;
        Obj *delegate = gen_delegate(g);
        g = delegate ? gen_behind(e, delegate) : NULL;
    }
    return found;
}

static PFrame *frame_of_task(Snap *b, const AioTask *task) {
    if (task->running) return frame_on_stack(b, NULL);
    return frame_in_chain(b->e, task->coro, NULL);
}

/* By get_name(); the latest one of that name. */
static PFrame *frame_of_task_named(Snap *b, const char *name, bool *found) {
    PFrame *frame = NULL;
    for (AioFuture *f = b->e->aio->first_future; f; f = f->next) {
        if (!aio_is_task(b->e, OBJ(f))) continue;
        const AioTask *task = TASK(f);
        if (!task->name || strcmp(task->name->text, name) != 0) continue;
        *found = true;
        PFrame *its = frame_of_task(b, task);
        if (its) frame = its;
    }
    return frame;
}

static PFrame *frame_of_function(Snap *b, const char *name) {
    PFrame *frame = frame_on_stack(b, name);
    for (AioFuture *f = b->e->aio->first_future; f && !frame; f = f->next)
        if (aio_is_task(b->e, OBJ(f))) frame = frame_in_chain(b->e, TASK(f)->coro, name);
    return frame;
}

/* False: there is no such frame now, `text` says so. *out NULL: the module's own names. */
static bool find_frame(Snap *b, const char *in, PFrame **out, char *text, size_t size) {
    bool task = false;
    *out = in ? frame_of_task_named(b, in, &task) : frame_on_stack(b, NULL);
    if (in && !task) *out = frame_of_function(b, in);
    if (*out || !in) return true;
    if (task)
        snprintf(text, size, "task \"%s\" has no frame now", in);
    else
        snprintf(text, size, "no task and no running function is called \"%s\" now", in);
    return false;
}

/* ---- The expression ------------------------------------------------------------------------- */

static Code *compile(Engine *e, const char *expression, char *text, size_t size) {
    Diag d = {0};
    Code *code = compile_expression(e, expression, "<value>", &d);
    if (!code)
        snprintf(text, size, "%s", d.kind == DIAG_NONE ? "there is not enough memory" : d.text);
    return code;
}

static Obj *run(Engine *e, Code *code, PFrame *in) {
    const Obj *main_module = e->vm->main_module;
    Dict *globals = in ? in->globals : MODULE(main_module)->dict;
    Dict *locals = in ? pframe_locals(e, in) : (Dict *)incref(globals);
    PFrame *frame = locals ? pframe_new(e, code, globals, NULL) : NULL;
    if (!frame) return NULL;
    frame->locals = OBJ(locals);
    return vm_frame_nested(e, frame);
}

void ask_say_error(Engine *e, char *text, size_t size) {
    bool aborted = e->vm->aborting;
    e->vm->aborting = ABORT_NONE;
    Obj *exception = err_occurred(e) ? err_take(e) : NULL;
    Str *told = exception && !aborted ? program_exception_text(e, exception) : NULL;
    if (aborted)
        snprintf(text, size, "it takes too long");
    else
        snprintf(text, size, "%s", told ? told->text : "there is not enough memory");
}

typedef struct {
    const char *in, *text;
} Expression;

static bool evaluate(Engine *e, const void *question, char *text, size_t size) {
    const Expression *q = question;
    Snap b = {.e = e};
    PFrame *frame;
    region_init(&b.memory, VALUE_BYTES);
    bool good = find_frame(&b, q->in, &frame, text, size);
    Code *code = good ? compile(e, q->text, text, size) : NULL;
    if (code) {
        const Obj *value = run(e, code, frame);
        if (value)
            snprintf(text, size, "%s", snap_value(&b, value));
        else
            ask_say_error(e, text, size);
        good = value != NULL;
    }
    region_clear(&b.memory);
    return good && code;
}

static Obj *find_handle(Snap *b, uint32_t id) {
    const AioLoop *loop = snap_shown_loop(b);
    if (!loop) return NULL;
    if (loop->running_handle && loop->running_handle->h.id == id) return OBJ(loop->running_handle);
    for (AioHandle *h = loop->ready_head; h; h = h->next) {
        if (h->h.id == id) return OBJ(h);
    }
    for (uint32_t i = 0; i < loop->timer_count; i++) {
        if (loop->timers[i].handle->h.id == id) return OBJ(loop->timers[i].handle);
    }
    return NULL;
}

static bool show(Engine *e, const void *question, char *text, size_t size) {
    uint32_t object = *(const uint32_t *)question;
    Snap b = {.e = e};
    region_init(&b.memory, VALUE_BYTES);
    Obj *o = snap_find(&b, object);
    if (!o) o = find_handle(&b, object);
    region_clear(&b.memory);
    if (!o) return false;
    const Str *told = obj_repr(e, o);
    if (told)
        snprintf(text, size, "%s", told->text);
    else
        ask_say_error(e, text, size);
    return told != NULL;
}

/* Nothing of what runs here is told to anybody, nor ended by the program's own budget. */
bool ask_now(Engine *e, AskFunction *answer, const void *question, char *text, size_t size) {
    uint64_t here = e->vm->instructions, limit = e->max_instructions;
    EngineHooks hooks = e->hooks;
    text[0] = 0;
    if (!history_seek_instruction(e, here)) { /* leaves the frontier, so that it is kept */
        snprintf(text, size, "there is not enough memory");
        return false;
    }
    e->hooks.step = NULL;
    e->hooks.event = NULL;
    e->hooks.output = NULL;
    e->hooks.talk = NULL;
    e->hooks.raised = NULL;
    e->vm->raised = NULL; /* may be in flight; it comes back with the moment */
    e->vm->aborting = ABORT_NONE;
    e->max_instructions = here + MOST_INSTRUCTIONS;
    bool good = answer(e, question, text, size);
    e->hooks = hooks;
    e->max_instructions = limit;
    if (history_seek_instruction(e, here)) return good;
    snprintf(text, size, "there is not enough memory");
    return false;
}

bool cs_evaluate(CsEngine *e, const char *in, const char *expression, char *text, size_t size) {
    return ask_now(e, evaluate, &(Expression){in, expression}, text, size);
}

bool cs_repr(CsEngine *e, uint32_t id, char *text, size_t size) {
    return ask_now(e, show, &id, text, size);
}

bool cs_check_expression(const char *expression, char *text, size_t size) {
    Diag d = {0};
    Region r;
    AstNode *module;
    SymScope *top;
    region_init(&r, SYNTAX_BYTES);
    bool good = parse_expression(&r, expression, strlen(expression), &module, &d) &&
                symtable_build(&r, module, &top, &d) && syntax_check(module, &d);
    region_clear(&r);
    const char *told = d.kind == DIAG_NONE ? "there is not enough memory" : d.text;
    snprintf(text, size, "%s", good ? "" : told);
    return good;
}
