#include "object/cell.h"

#include "object/error.h"
#include "object/nest.h"
#include "object/str.h"
#include "object/tuple.h"

Obj *cell_new(Engine *e, Obj *value) {
    Cell *c = CELL(obj_new(e, TYPE(e, cell), sizeof(Cell)));
    if (c) c->value = xincref(value);
    return OBJ(c);
}

static void release(Engine *e, Obj *o) {
    drop_ref(e, CELL(o)->value);
}

static Obj *repr(Engine *e, Obj *o) {
    const Obj *value = CELL(o)->value;
    if (!value) return OBJ(str_format(e, "<cell at 0x%llx: empty>", obj_address(o)));
    return OBJ(str_format(e, "<cell at 0x%llx: %s object at 0x%llx>", obj_address(o),
                          type_name(value), obj_address(value)));
}

/* An empty cell comes before every other. */
static Res compare(Engine *e, CompareOp op, Obj *a, Obj *b, Obj **out) {
    if (!HAS_LAYOUT(b, CELL)) return R_NOTIMPL;
    Obj *x = CELL(a)->value, *y = CELL(b)->value;
    bool result;
    if (x && y) {
        incref(x);
        incref(y);
        bool ok = nest_enter(e, " in comparison");
        if (ok) {
            ok = obj_compare(e, op, x, y, &result);
            nest_leave(e);
        }
        decref(e, x);
        decref(e, y);
        if (!ok) return R_ERR;
    } else {
        int order = (x != NULL) - (y != NULL);
        const bool results[COMPARE_OP_COUNT] = {
            order<0, order <= 0, order == 0, order != 0, order> 0, order >= 0};
        result = results[op];
    }
    *out = obj_bool(e, result);
    return R_OK;
}

static Res construct(Engine *e, Type *type, Obj *const *args, int nargs, Tuple *kwnames,
                     Obj **out) {
    (void)type; /* cannot be subclassed */
    if (kwnames && kwnames->size > 0) {
        return err_res(e, T_TypeError, "cell() takes no keyword arguments");
    }
    if (nargs > 1) {
        return err_res(e, T_TypeError, "cell expected at most 1 argument, got %d", nargs);
    }
    *out = cell_new(e, nargs == 1 ? args[0] : NULL);
    return *out ? R_OK : R_ERR;
}

static Obj *get_contents(Engine *e, Obj *o) {
    if (CELL(o)->value) return incref(CELL(o)->value);
    return err_null(e, T_ValueError, "Cell is empty");
}

static bool set_contents(Engine *e, Obj *o, Obj *value) {
    set_ref(e, CELL(o)->value, xincref(value));
    return true;
}

static const GetSetDef cell_getset[] = {
    {.name = "cell_contents", .get = get_contents, .set = set_contents},
    {0},
};

const TypeSpec cell_spec = {
    .name = "cell",
    .base = T_object,
    .layout = LAYOUT_CELL,
    .size = sizeof(Cell),
    .slots =
        {
            .release = release,
            .repr = repr,
            .hash = hash_refused,
            .compare = compare,
            .construct = construct,
        },
    .getset = cell_getset,
    .doc = "Holds a variable that functions share.",
};
