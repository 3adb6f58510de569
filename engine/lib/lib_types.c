/* The module types: names of the interpreter's types; the rest is in lib/py/types.py. */
#include "lib/lib_parts.h"

#include "object/code.h"
#include "object/function.h"
#include "object/int.h"

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

static Obj *flags_native(Engine *e, Obj *const *a) {
    static const struct {
        uint32_t ours, python;
    } flags[] = {{CODE_OPTIMIZED, 3},         {CODE_VARARGS, 4},
                 {CODE_VARKEYWORDS, 8},       {CODE_GENERATOR, 0x20},
                 {CODE_COROUTINE, 0x80},      {CODE_ITERABLE_COROUTINE, 0x100},
                 {CODE_ASYNC_GENERATOR, 0x200}};
    uint32_t all = 0;
    for (size_t i = 0; IS(e, a[0], function) && i < COUNT_OF(flags); i++) {
        if (FUNCTION(a[0])->code->flags & flags[i].ours) all |= flags[i].python;
    }
    return int_new(e, all);
}

static const NativeDef defs[] = {
    {.name = "_mark_awaitable", .signature = "function, /", .fn = mark_native},
    {.name = "_code_flags", .signature = "function, /", .fn = flags_native},
    {0},
};

bool lib_types_init(Engine *e, Obj *module) {
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        if (!lib_add(e, module, names[i].name, incref(e->types[names[i].type]))) return false;
    }
    return lib_add_natives(e, module, defs);
}
