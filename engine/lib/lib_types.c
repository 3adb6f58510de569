/* The module types: names of the interpreter's types; the rest is in lib/py/types.py. */
#include "lib/lib_parts.h"

#include "object/code.h"
#include "object/dict.h"
#include "object/error.h"
#include "object/str.h"
#include "object/function.h"
#include "object/tuple.h"
#include "object/type.h"
#include "vm/suggest.h"

static const struct {
    const char *name;
    int type;
} names[] = {
    {"FunctionType", T_function},
    {"LambdaType", T_function},
    {"CodeType", T_code},
    {"MappingProxyType", T_mappingproxy},
    {"CellType", T_cell},
    {"GeneratorType", T_generator},
    {"CoroutineType", T_coroutine},
    {"AsyncGeneratorType", T_async_generator},
    {"MethodType", T_method},
    {"BuiltinFunctionType", T_builtin_function_or_method},
    {"BuiltinMethodType", T_builtin_function_or_method},
    {"WrapperDescriptorType", T_wrapper_descriptor},
    {"MethodWrapperType", T_method_wrapper},
    {"MethodDescriptorType", T_method_descriptor},
    {"ClassMethodDescriptorType", T_classmethod_descriptor},
    {"ModuleType", T_module},
    {"TracebackType", T_traceback},
    {"FrameType", T_frame},
    {"GetSetDescriptorType", T_getset_descriptor},
    {"MemberDescriptorType", T_member_descriptor},
    {"GenericAlias", T_GenericAlias},
    {"UnionType", T_UnionType},
    {"EllipsisType", T_ellipsis},
    {"NoneType", T_NoneType},
    {"NotImplementedType", T_NotImplementedType},
};

/* Code lies in the sealed part, so another flag needs another code object; it shares everything
 * else with the first, which never dies. */
static Obj *awaitable_code(Engine *e, const Code *code) {
    Code *copy = (Code *)obj_new(e, TYPE(e, code), sizeof(Code));
    if (!copy) return NULL;
    Obj header = copy->h;
    *copy = *code;
    copy->h = header;
    copy->flags |= CODE_ITERABLE_COROUTINE;
    return OBJ(copy);
}

/* A generator function whose generators can be awaited: the function itself, changed. */
static Obj *mark_native(Engine *e, Obj *const *a) {
    if (!IS(e, a[0], function)) {
        return err_null(e, T_TypeError, "types.coroutine() expects a callable");
    }
    Obj *code = awaitable_code(e, FUNCTION(a[0])->code);
    if (!code) return NULL;
    FUNCTION(a[0])->code = CODE(code);
    return incref(a[0]);
}

/* From now on messages name the class with its module, as those of CPython's C types do. */
static Obj *name_in_full_native(Engine *e, Obj *const *a) {
    if (!HAS_LAYOUT(a[0], TYPE) || !(TYPE_OF(a[0])->flags & TYPE_HEAP)) {
        return err_null(e, T_TypeError, "a class is needed");
    }
    Type *type = TYPE_OF(a[0]);
    Str *full = str_format(e, "%s.%s", STR(type->module)->text, type->name->text);
    if (!full) return NULL;
    set_ref(e, type->full_name, full);
    return e->none;
}

/* The name that a wrong one may have meant, or None. */
static Obj *nearest_native(Engine *e, Obj *const *a) {
    if (!HAS_LAYOUT(a[0], STR) || !HAS_LAYOUT(a[1], TUPLE)) {
        return err_null(e, T_TypeError, "a name and a tuple of names are needed");
    }
    const Tuple *known = TUPLE(a[1]);
    for (uint32_t i = 0; i < known->size; i++) {
        if (!HAS_LAYOUT(known->items[i], STR)) return e->none;
    }
    const Str *near = suggest_name(STR(a[0]), (Str *const *)known->items, known->size);
    return near ? incref(near) : e->none;
}

/* ---- what dataclasses do with each instance -------------------------------------------------- */

/* The dict of an instance whose attributes are set and read in the usual way; else NULL. */
static Dict **usual_dict(Obj *o) {
    const Type *type = o->type;
    return type->slots.getattr || type->slots.setattr ? NULL : obj_dict_slot(o);
}

static bool is_described(Engine *e, const Obj *o, const Str *name) {
    const Obj *found = type_lookup(e, o->type, name);
    return found && found->type->slots.descr_set;
}

/* The argument of a field: by position, by keyword, or its default; NULL: none of them. */
static Obj *argument_of(Obj *const *a, uint32_t i, uint32_t *named) {
    const Tuple *fields = TUPLE(a[1]), *defaults = TUPLE(a[2]), *given = TUPLE(a[3]);
    Dict *keywords = DICT(a[4]);
    if (i < given->size) return given->items[i];
    Obj *value = keywords->used ? dict_get_str(keywords, STR(fields->items[i])) : NULL;
    if (value) ++*named;
    return value || i >= defaults->size ? value : defaults->items[i];
}

/* _fill(self, names, defaults, args, kwargs): stores the arguments as attributes, if they are right
 * and nothing but that is asked for. False: nothing is done. A default that is the tuple of names
 * itself stands for none. */
static Obj *fill_native(Engine *e, Obj *const *a) {
    const Tuple *fields = TUPLE(a[1]);
    Dict **dict = usual_dict(a[0]);
    if (!dict || TUPLE(a[3])->size > fields->size) return e->false_;
    uint32_t named = 0;
    for (uint32_t i = 0; i < fields->size; i++) {
        const Obj *value = argument_of(a, i, &named);
        if (!value || value == a[1] || is_described(e, a[0], STR(fields->items[i]))) {
            return e->false_;
        }
    }
    if (named != DICT(a[4])->used) return e->false_;
    if (!*dict) *dict = dict_new(e);
    for (uint32_t i = 0; i < fields->size; i++) {
        bool ok = *dict && dict_set_str(e, *dict, STR(fields->items[i]), argument_of(a, i, &named));
        if (!ok) return NULL;
    }
    return e->true_;
}

/* _values(self, names): the attributes in a tuple, or None where one is not simply stored. */
static Obj *values_native(Engine *e, Obj *const *a) {
    const Tuple *fields = TUPLE(a[1]);
    Dict **dict = usual_dict(a[0]);
    Tuple *values = dict && *dict ? tuple_new(e, fields->size) : NULL;
    if (!values) return err_occurred(e) ? NULL : e->none;
    for (uint32_t i = 0; i < fields->size; i++) {
        const Str *name = STR(fields->items[i]);
        Obj *value = is_described(e, a[0], name) ? NULL : dict_get_str(*dict, name);
        if (!value) {
            decref(e, values);
            return e->none;
        }
        values->items[i] = incref(value);
    }
    return OBJ(values);
}

static const NativeDef defs[] = {
    {.name = "_fill", .signature = "self, names, defaults, args, kwargs, /", .fn = fill_native},
    {.name = "_values", .signature = "self, names, /", .fn = values_native},
    {.name = "_nearest", .signature = "name, names, /", .fn = nearest_native},
    {.name = "_name_in_full", .signature = "cls, /", .fn = name_in_full_native},
    {.name = "_mark_awaitable", .signature = "function, /", .fn = mark_native},
    {0},
};

bool lib_types_init(Engine *e, Obj *module) {
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        if (!lib_add(e, module, names[i].name, incref(e->types[names[i].type]))) return false;
    }
    return lib_add_natives(e, module, defs);
}
