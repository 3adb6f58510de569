#include "vm/traceback.h"

#include "object/error.h"
#include "object/int.h"
#include "object/str.h"
#include "vm/output.h"
#include "vm/traceback_parts.h"

Str *traceback_text(Engine *e, Obj *exception) {
    StrBuf b;
    strbuf_init(&b, e);
    traceback_put_chain(&b, exception);
    Str *text = strbuf_finish(&b);
    if (!text || !err_occurred(e)) return text;
    decref(e, text); /* what links the exceptions found no memory: a part of them is no answer */
    return NULL;
}

bool traceback_print(Engine *e, Obj *exception) {
    Str *text = traceback_text(e, exception);
    bool ok = text && output_write(e, STREAM_ERR, text->text, text->size);
    xdecref(e, text);
    return ok;
}

/* ---- the type ---- */

static void traceback_release(Engine *e, Obj *o) {
    drop_ref(e, TRACEBACK(o)->next);
    drop_ref(e, TRACEBACK(o)->frame);
}

static Obj *get_frame(Engine *e, Obj *o) {
    (void)e;
    return incref(TRACEBACK(o)->frame);
}

static Obj *get_line(Engine *e, Obj *o) {
    return int_new(e, traceback_position(TRACEBACK(o)).line);
}

/* In CPython an instruction takes two bytes. */
static Obj *get_lasti(Engine *e, Obj *o) {
    uint32_t ip = TRACEBACK(o)->ip;
    return int_new(e, ip == UINT32_MAX ? 0 : (int64_t)ip * 2);
}

static Obj *get_next(Engine *e, Obj *o) {
    return TRACEBACK(o)->next ? incref(TRACEBACK(o)->next) : e->none;
}

static bool set_next(Engine *e, Obj *o, Obj *value) {
    if (!value) return err_false(e, T_TypeError, "can't delete tb_next attribute");
    if (value != e->none && !HAS_LAYOUT(value, TRACEBACK)) {
        return err_false(e, T_TypeError, "expected traceback object, got '%s'", type_name(value));
    }
    for (Obj *at = value == e->none ? NULL : value; at; at = TRACEBACK(at)->next) {
        if (at == o) return err_false(e, T_ValueError, "traceback loop detected");
    }
    set_ref(e, TRACEBACK(o)->next, value == e->none ? NULL : incref(value));
    return true;
}

static const GetSetDef traceback_getset[] = {{"tb_frame", get_frame, NULL},
                                             {"tb_lineno", get_line, NULL},
                                             {"tb_lasti", get_lasti, NULL},
                                             {"tb_next", get_next, set_next},
                                             {0}};

const TypeSpec traceback_spec = {
    .name = "traceback",
    .layout = LAYOUT_TRACEBACK,
    .size = sizeof(Traceback),
    .flags = TYPE_NO_NEW,
    .slots = {.release = traceback_release},
    .getset = traceback_getset,
};
