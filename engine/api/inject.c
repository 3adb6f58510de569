#include <stdlib.h>
#include <string.h>

#include "api/engine_api.h"
#include "compile/compile.h"
#include "object/error.h"
#include "object/module.h"

/* What a what-if does to a run; aio/aio_inject.h does it, here is where it comes from. */

/* In the program's module; its line is none of the program's. */
static Obj *evaluate(Engine *e, const char *expression) {
    Diag d = {0};
    Code *code = compile_expression(e, expression, "<lesson>", &d);
    if (!code) return NULL;
    code->flags |= CODE_LIBRARY;
    Dict *globals = MODULE(e->vm->main_module)->dict;
    PFrame *frame = pframe_new(e, code, globals, NULL);
    if (!frame) return NULL;
    frame->locals = incref(OBJ(globals));
    return vm_frame_nested(e, frame);
}

/* A class stands for an instance of it. What is wrong is told by the outcome, not by an error. */
static Obj *make_exception(Engine *e) {
    Obj *value = evaluate(e, API(e)->injected);
    if (value && HAS_LAYOUT(value, TYPE)) {
        Obj *type = value;
        value = vm_call_nested(e, type, NULL, 0);
        decref(e, type);
    }
    if (value && obj_is(value, TYPE(e, BaseException))) return value;
    xdecref(e, value);
    if (err_occurred(e)) err_clear(e);
    return NULL;
}

static const InjectKind kinds[] = {[CS_INJECT_CANCEL] = INJECT_CANCEL,
                                   [CS_INJECT_RAISE] = INJECT_RAISE,
                                   [CS_INJECT_DELAY] = INJECT_DELAY};

bool cs_inject(CsEngine *e, const CsInjection *given) {
    ApiState *api = API(e);
    ASSERT(api->loaded && !e->history->event_count, "an injection comes before the run");
    if (given->exception) {
        api->injected = malloc(strlen(given->exception) + 1);
        if (!api->injected) return false;
        strcpy(api->injected, given->exception);
    }
    api->injection = (Injection){.kind = kinds[given->kind],
                                 .at_ns = given->at_ns,
                                 .event = given->event,
                                 .step = given->step,
                                 .target = given->target,
                                 .seconds = given->seconds,
                                 .exception = make_exception};
    e->injection = &api->injection;
    return true;
}

CsInjected cs_injected(const CsEngine *e, uint32_t *run) {
    static const CsInjected outcomes[] = {[INJECTED_NOT_YET] = CS_INJECTED_NOT,
                                          [INJECTED_DONE] = CS_INJECTED_DONE,
                                          [INJECTED_GONE] = CS_INJECTED_GONE,
                                          [INJECTED_NOT_WAITING] = CS_INJECTED_NOT_WAITING,
                                          [INJECTED_NOT_SLEEPING] = CS_INJECTED_NOT_SLEEPING,
                                          [INJECTED_NO_EXCEPTION] = CS_INJECTED_NO_EXCEPTION};
    const Injection *in = &API(e)->injection;
    *run = in->run;
    return outcomes[in->outcome];
}

bool cs_injection(const CsEngine *e, CsInjection *given) {
    const Injection *in = e->injection;
    if (!in) return false;
    *given = (CsInjection){.at_ns = in->at_ns,
                           .event = in->event,
                           .step = in->step,
                           .target = in->target,
                           .exception = API(e)->injected,
                           .seconds = in->seconds};
    while (kinds[given->kind] != in->kind) given->kind++;
    return true;
}
