#include "compile/compile_parts.h"

enum { NAMES_CALLABLE = 256, BELOW_KEYWORDS = 512 }; /* in LIST_EXTEND's argument */

static bool has_double_star(const AstList *keywords) {
    for (int i = 0; i < keywords->count; i++) {
        if (!keywords->items[i]->keyword.arg) return true;
    }
    return false;
}

static Obj *keyword_name(Unit *u, const AstNode *keyword) {
    const AstIdent *name = symtable_mangle(u->scope, keyword->keyword.arg);
    if (!name) compiler_out_of_memory(u->c);
    return OBJ(unit_ident(u, name ? name : keyword->keyword.arg));
}

static void plain_call(Unit *u, uint32_t given, const AstList *args, const AstList *keywords,
                       Position position) {
    uint32_t count = given + (uint32_t)args->count + (uint32_t)keywords->count;
    for (int i = 0; i < args->count; i++) compile_expr(u, args->items[i]);
    if (keywords->count == 0) {
        EMIT(u, CALL, count, position);
        return;
    }
    Obj **names = unit_alloc(u, (size_t)keywords->count * sizeof *names);
    for (int i = 0; names && i < keywords->count; i++) {
        compile_expr(u, keywords->items[i]->keyword.value);
        names[i] = keyword_name(u, keywords->items[i]);
    }
    if (!names) return;
    unit_load_const(u, const_tuple(u->c, names, (size_t)keywords->count), position);
    EMIT(u, CALL_KW, count, position);
}

/* Named arguments from `i` up to the next `**` as a dict; gives the index after them. */
static int build_named(Unit *u, const AstList *keywords, int i, Position position) {
    uint32_t count = 0;
    for (; i < keywords->count && keywords->items[i]->keyword.arg; i++, count++) {
        unit_load_const(u, keyword_name(u, keywords->items[i]), position);
        compile_expr(u, keywords->items[i]->keyword.value);
    }
    EMIT(u, BUILD_MAP, count, position);
    return i;
}

static void keyword_dict(Unit *u, const AstList *keywords, Position position) {
    for (int i = build_named(u, keywords, 0, position); i < keywords->count;) {
        if (keywords->items[i]->keyword.arg) {
            i = build_named(u, keywords, i, position);
        } else {
            compile_expr(u, keywords->items[i++]->keyword.value);
        }
        EMIT(u, DICT_MERGE, 1, position);
    }
}

/* callable NULL iterable -> result: f(*iterable, ...) reads it last, after all keywords. */
static void only_star_call(Unit *u, const AstNode *iterable, const AstList *keywords,
                           Position position) {
    bool with_keywords = keywords->count > 0;
    compile_expr(u, iterable);
    if (with_keywords) {
        keyword_dict(u, keywords, position);
        EMIT(u, SWAP, 2, position);
    }
    EMIT(u, BUILD_LIST, 0, position);
    EMIT(u, SWAP, 2, position);
    EMIT(u, LIST_EXTEND, 1 | NAMES_CALLABLE | (with_keywords ? BELOW_KEYWORDS : 0), position);
    EMIT0(u, LIST_TO_TUPLE, position);
    if (with_keywords) EMIT(u, SWAP, 2, position);
    EMIT(u, CALL_EX, with_keywords, position);
}

static void star_call(Unit *u, uint32_t given, const AstList *args, const AstList *keywords,
                      Position position) {
    if (given == 0 && args->count == 1 && args->items[0]->kind == AST_STARRED) {
        only_star_call(u, args->items[0]->starred.value, keywords, position);
        return;
    }
    if (compile_has_star(args)) {
        compile_star_list(u, given, args, position);
        EMIT0(u, LIST_TO_TUPLE, position);
    } else {
        for (int i = 0; i < args->count; i++) compile_expr(u, args->items[i]);
        EMIT(u, BUILD_TUPLE, given + (uint32_t)args->count, position);
    }
    if (keywords->count > 0) keyword_dict(u, keywords, position);
    EMIT(u, CALL_EX, keywords->count > 0, position);
}

void compile_call_with(Unit *u, uint32_t given, const AstList *args, const AstList *keywords,
                       Position position) {
    if (compile_has_star(args) || has_double_star(keywords)) {
        star_call(u, given, args, keywords, position);
    } else {
        plain_call(u, given, args, keywords, position);
    }
}

void compile_call(Unit *u, const AstNode *n) {
    const AstCall *call = &n->call;
    const AstNode *func = call->func;
    bool as_method = func->kind == AST_ATTRIBUTE && !compile_has_star(&call->args) &&
                     !has_double_star(&call->keywords);
    Position position = unit_position(n);
    if (as_method) {
        compile_expr(u, func->attribute.value);
        unit_emit_ident(u, OPCODE_LOAD_METHOD, func->attribute.attr,
                        unit_attribute_position(func, func));
        position = unit_attribute_position(n, func);
    } else {
        compile_expr(u, func);
        EMIT0(u, PUSH_NULL, unit_position(func));
    }
    compile_call_with(u, 0, &call->args, &call->keywords, position);
}
