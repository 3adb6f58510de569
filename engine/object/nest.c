#include "object/nest.h"

#include "object/error.h"

bool nest_enter(Engine *e, const char *doing) {
    if (e->nesting >= NEST_LIMIT) {
        return err_false(e, T_RecursionError, "maximum recursion depth exceeded%s", doing);
    }
    e->nesting++;
    return true;
}

void nest_leave(Engine *e) {
    ASSERT(e->nesting > 0, "nest_leave() without nest_enter()");
    e->nesting--;
}

Res repr_enter(Engine *e, ReprMark *mark, const Obj *o) {
    for (const ReprMark *m = e->repr_marks; m; m = m->outer) {
        if (m->object == o) return R_STOP;
    }
    if (!nest_enter(e, " while getting the repr of an object")) return R_ERR;
    *mark = (ReprMark){o, e->repr_marks};
    e->repr_marks = mark;
    return R_OK;
}

void repr_leave(Engine *e, const ReprMark *mark) {
    ASSERT(e->repr_marks == mark, "reprs end in the reverse order of their beginnings");
    e->repr_marks = mark->outer;
    nest_leave(e);
}

bool hash_refused(Engine *e, Obj *o, uint32_t *hash) {
    *hash = 0;
    return err_false(e, T_TypeError, "unhashable type: '%s'", type_name(o));
}
