#include "compile/compile_parts.h"

#include <string.h>

#include "object/error.h"
#include "object/str.h"

/* How tightly an expression binds; one that binds less than its place asks for is put in
 * parentheses. */
typedef enum {
    BIND_TUPLE, /* also: no parentheses needed here */
    BIND_TEST,
    BIND_OR,
    BIND_AND,
    BIND_NOT,
    BIND_COMPARE,
    BIND_EXPR, /* | */
    BIND_XOR,
    BIND_AND_BITS,
    BIND_SHIFT,
    BIND_SUM,
    BIND_TERM,
    BIND_FACTOR,
    BIND_POWER,
    BIND_AWAIT,
    BIND_ATOM
} Binding;

typedef struct {
    Unit *u;
    char *text;
    uint32_t size, capacity;
} Out;

typedef void (*Writer)(Out *o, const AstNode *n, Binding place);

static void write_expr(Out *o, const AstNode *n, Binding place);

static void put_sized(Out *o, const char *text, size_t size) {
    for (size_t i = 0; i < size; i++) {
        if (!unit_grow(o->u, &o->text, o->size, &o->capacity, 1)) return;
        o->text[o->size++] = text[i];
    }
}

static void put(Out *o, const char *text) {
    put_sized(o, text, strlen(text));
}

static void put_ident(Out *o, const AstIdent *name) {
    put_sized(o, name->text, name->length);
}

static void put_if(Out *o, bool condition, const char *text) {
    if (condition) put(o, text);
}

static void put_list(Out *o, const AstList *items, Binding place) {
    for (int i = 0; i < items->count; i++) {
        put_if(o, i > 0, ", ");
        write_expr(o, items->items[i], place);
    }
}

/* ---- atoms ---- */

static void write_name(Out *o, const AstNode *n, Binding place) {
    (void)place;
    put_ident(o, n->name.id);
}

static void write_constant(Out *o, const AstNode *n, Binding place) {
    Engine *e = o->u->c->e;
    (void)place;
    Obj *value = compile_constant(o->u, n);
    if (value == e->ellipsis) {
        put(o, "...");
        return;
    }
    put_if(o, n->constant.kind == AST_CONST_STR && n->constant.u_prefix, "u");
    Str *repr = obj_repr(e, value);
    if (!repr) {
        err_clear(e);
        compiler_out_of_memory(o->u->c);
        return;
    }
    put_sized(o, repr->text, repr->size);
    decref(e, repr);
}

static void write_list(Out *o, const AstNode *n, Binding place) {
    (void)place;
    put(o, "[");
    put_list(o, &n->sequence.elts, BIND_TEST);
    put(o, "]");
}

static void write_set(Out *o, const AstNode *n, Binding place) {
    (void)place;
    put(o, "{");
    put_list(o, &n->sequence.elts, BIND_TEST);
    put(o, "}");
}

static void write_tuple(Out *o, const AstNode *n, Binding place) {
    const AstList *items = &n->sequence.elts;
    bool bare = place == BIND_TUPLE && items->count > 0;
    put_if(o, !bare, "(");
    put_list(o, items, BIND_TEST);
    put_if(o, items->count == 1, ",");
    put_if(o, !bare, ")");
}

static void write_dict(Out *o, const AstNode *n, Binding place) {
    (void)place;
    put(o, "{");
    for (int i = 0; i < n->dict.keys.count; i++) {
        put_if(o, i > 0, ", ");
        if (n->dict.keys.items[i]) {
            write_expr(o, n->dict.keys.items[i], BIND_TEST);
            put(o, ": ");
            write_expr(o, n->dict.values.items[i], BIND_TEST);
        } else {
            put(o, "**");
            write_expr(o, n->dict.values.items[i], BIND_EXPR);
        }
    }
    put(o, "}");
}

/* ---- attributes, items, calls ---- */

static void write_attribute(Out *o, const AstNode *n, Binding place) {
    const AstNode *value = n->attribute.value;
    (void)place;
    write_expr(o, value, BIND_ATOM);
    /* 1.real would read as a number */
    bool is_int = value->kind == AST_CONSTANT && value->constant.kind == AST_CONST_INT;
    put(o, is_int ? " ." : ".");
    put_ident(o, n->attribute.attr);
}

static void write_subscript(Out *o, const AstNode *n, Binding place) {
    (void)place;
    write_expr(o, n->subscript.value, BIND_ATOM);
    put(o, "[");
    write_expr(o, n->subscript.slice, BIND_TUPLE);
    put(o, "]");
}

static void write_slice(Out *o, const AstNode *n, Binding place) {
    (void)place;
    if (n->slice.lower) write_expr(o, n->slice.lower, BIND_TEST);
    put(o, ":");
    if (n->slice.upper) write_expr(o, n->slice.upper, BIND_TEST);
    if (!n->slice.step) return;
    put(o, ":");
    write_expr(o, n->slice.step, BIND_TEST);
}

static void write_starred(Out *o, const AstNode *n, Binding place) {
    (void)place;
    put(o, "*");
    write_expr(o, n->starred.value, BIND_EXPR);
}

static void write_keyword(Out *o, const AstNode *keyword) {
    if (keyword->keyword.arg) {
        put_ident(o, keyword->keyword.arg);
        put(o, "=");
    } else {
        put(o, "**");
    }
    write_expr(o, keyword->keyword.value, BIND_TEST);
}

static void write_call(Out *o, const AstNode *n, Binding place) {
    const AstCall *call = &n->call;
    (void)place;
    write_expr(o, call->func, BIND_ATOM);
    if (call->args.count == 1 && call->keywords.count == 0 &&
        call->args.items[0]->kind == AST_GENERATOR_EXP) {
        write_expr(o, call->args.items[0], BIND_TEST);
        return;
    }
    put(o, "(");
    put_list(o, &call->args, BIND_TEST);
    for (int i = 0; i < call->keywords.count; i++) {
        put_if(o, i > 0 || call->args.count > 0, ", ");
        write_keyword(o, call->keywords.items[i]);
    }
    put(o, ")");
}

/* ---- operators ---- */

static void open_if(Out *o, bool condition) {
    put_if(o, condition, "(");
}
static void close_if(Out *o, bool condition) {
    put_if(o, condition, ")");
}

static void write_bin_op(Out *o, const AstNode *n, Binding place) {
    static const struct {
        const char *text;
        Binding binds;
    } ops[] = {
        [AST_ADD] = {" + ", BIND_SUM},         [AST_SUB] = {" - ", BIND_SUM},
        [AST_MULT] = {" * ", BIND_TERM},       [AST_MAT_MULT] = {" @ ", BIND_TERM},
        [AST_DIV] = {" / ", BIND_TERM},        [AST_MOD] = {" % ", BIND_TERM},
        [AST_POW] = {" ** ", BIND_POWER},      [AST_LSHIFT] = {" << ", BIND_SHIFT},
        [AST_RSHIFT] = {" >> ", BIND_SHIFT},   [AST_BIT_OR] = {" | ", BIND_EXPR},
        [AST_BIT_XOR] = {" ^ ", BIND_XOR},     [AST_BIT_AND] = {" & ", BIND_AND_BITS},
        [AST_FLOOR_DIV] = {" // ", BIND_TERM},
    };
    Binding binds = ops[n->bin_op.op].binds;
    bool right_first = n->bin_op.op == AST_POW;
    open_if(o, place > binds);
    write_expr(o, n->bin_op.left, right_first ? binds + 1 : binds);
    put(o, ops[n->bin_op.op].text);
    write_expr(o, n->bin_op.right, right_first ? binds : binds + 1);
    close_if(o, place > binds);
}

static void write_unary_op(Out *o, const AstNode *n, Binding place) {
    static const char *const texts[] = {
        [AST_INVERT] = "~", [AST_NOT] = "not ", [AST_UADD] = "+", [AST_USUB] = "-"};
    Binding binds = n->unary_op.op == AST_NOT ? BIND_NOT : BIND_FACTOR;
    open_if(o, place > binds);
    put(o, texts[n->unary_op.op]);
    write_expr(o, n->unary_op.operand, binds);
    close_if(o, place > binds);
}

static void write_bool_op(Out *o, const AstNode *n, Binding place) {
    Binding binds = n->bool_op.op == AST_AND ? BIND_AND : BIND_OR;
    open_if(o, place > binds);
    for (int i = 0; i < n->bool_op.values.count; i++) {
        put_if(o, i > 0, n->bool_op.op == AST_AND ? " and " : " or ");
        write_expr(o, n->bool_op.values.items[i], binds + 1);
    }
    close_if(o, place > binds);
}

static void write_compare(Out *o, const AstNode *n, Binding place) {
    static const char *const texts[] = {
        [AST_EQ] = " == ", [AST_NOT_EQ] = " != ",    [AST_LT] = " < ",  [AST_LT_E] = " <= ",
        [AST_GT] = " > ",  [AST_GT_E] = " >= ",      [AST_IS] = " is ", [AST_IS_NOT] = " is not ",
        [AST_IN] = " in ", [AST_NOT_IN] = " not in "};
    open_if(o, place > BIND_COMPARE);
    write_expr(o, n->compare.left, BIND_COMPARE + 1);
    for (int i = 0; i < n->compare.comparators.count; i++) {
        put(o, texts[n->compare.ops[i]]);
        write_expr(o, n->compare.comparators.items[i], BIND_COMPARE + 1);
    }
    close_if(o, place > BIND_COMPARE);
}

static void write_if_exp(Out *o, const AstNode *n, Binding place) {
    open_if(o, place > BIND_TEST);
    write_expr(o, n->if_exp.body, BIND_TEST + 1);
    put(o, " if ");
    write_expr(o, n->if_exp.test, BIND_TEST + 1);
    put(o, " else ");
    write_expr(o, n->if_exp.orelse, BIND_TEST);
    close_if(o, place > BIND_TEST);
}

static void write_named_expr(Out *o, const AstNode *n, Binding place) {
    (void)place;
    put(o, "(");
    write_expr(o, n->named_expr.target, BIND_ATOM);
    put(o, " := ");
    write_expr(o, n->named_expr.value, BIND_ATOM);
    put(o, ")");
}

static void write_await(Out *o, const AstNode *n, Binding place) {
    open_if(o, place > BIND_AWAIT);
    put(o, "await ");
    write_expr(o, n->value.value, BIND_ATOM);
    close_if(o, place > BIND_AWAIT);
}

/* ---- lambda ---- */

/* One parameter after others, with its default. */
static void put_parameter(Out *o, const AstNode *arg, const AstNode *value, bool *first) {
    put_if(o, !*first, ", ");
    *first = false;
    put_ident(o, arg->arg.arg);
    if (!value) return;
    put(o, "=");
    write_expr(o, value, BIND_TEST);
}

static void put_mark(Out *o, const char *mark, const AstNode *arg, bool *first) {
    put_if(o, !*first, ", ");
    *first = false;
    put(o, mark);
    if (arg) put_ident(o, arg->arg.arg);
}

static void put_parameters(Out *o, const AstArguments *a) {
    bool first = true;
    int positional = a->posonlyargs.count + a->args.count;
    for (int i = 0; i < positional; i++) {
        bool pos_only = i < a->posonlyargs.count;
        const AstNode *arg =
            pos_only ? a->posonlyargs.items[i] : a->args.items[i - a->posonlyargs.count];
        int d = i - (positional - a->defaults.count);
        put_parameter(o, arg, d >= 0 ? a->defaults.items[d] : NULL, &first);
        if (i + 1 == a->posonlyargs.count) put_mark(o, "/", NULL, &first);
    }
    if (a->vararg || a->kwonlyargs.count > 0) put_mark(o, "*", a->vararg, &first);
    for (int i = 0; i < a->kwonlyargs.count; i++) {
        put_parameter(o, a->kwonlyargs.items[i], a->kw_defaults.items[i], &first);
    }
    if (a->kwarg) put_mark(o, "**", a->kwarg, &first);
}

static void write_lambda(Out *o, const AstNode *n, Binding place) {
    const AstArguments *a = &n->lambda.args->arguments;
    bool none =
        a->posonlyargs.count + a->args.count + a->kwonlyargs.count == 0 && !a->vararg && !a->kwarg;
    open_if(o, place > BIND_TEST);
    put(o, none ? "lambda" : "lambda ");
    put_parameters(o, a);
    put(o, ": ");
    write_expr(o, n->lambda.body, BIND_TEST);
    close_if(o, place > BIND_TEST);
}

/* ---- comprehensions ---- */

static void put_generators(Out *o, const AstNode *n) {
    for (int i = 0; i < n->comp.generators.count; i++) {
        const AstComprehension *g = &n->comp.generators.items[i]->comprehension;
        put(o, g->is_async ? " async for " : " for ");
        write_expr(o, g->target, BIND_TUPLE);
        put(o, " in ");
        write_expr(o, g->iter, BIND_TEST + 1);
        for (int j = 0; j < g->ifs.count; j++) {
            put(o, " if ");
            write_expr(o, g->ifs.items[j], BIND_TEST + 1);
        }
    }
}

static void write_comprehension(Out *o, const AstNode *n, Binding place) {
    bool round = n->kind == AST_GENERATOR_EXP, square = n->kind == AST_LIST_COMP;
    (void)place;
    put(o, round ? "(" : square ? "[" : "{");
    write_expr(o, n->comp.element, BIND_TEST);
    if (n->comp.value) {
        put(o, ": ");
        write_expr(o, n->comp.value, BIND_TEST);
    }
    put_generators(o, n);
    put(o, round ? ")" : square ? "]" : "}");
}

static void write_expr(Out *o, const AstNode *n, Binding place) {
    static const Writer writers[AST_KIND_COUNT] = {
        [AST_BOOL_OP] = write_bool_op,
        [AST_NAMED_EXPR] = write_named_expr,
        [AST_BIN_OP] = write_bin_op,
        [AST_UNARY_OP] = write_unary_op,
        [AST_LAMBDA] = write_lambda,
        [AST_IF_EXP] = write_if_exp,
        [AST_DICT] = write_dict,
        [AST_SET] = write_set,
        [AST_LIST_COMP] = write_comprehension,
        [AST_SET_COMP] = write_comprehension,
        [AST_DICT_COMP] = write_comprehension,
        [AST_GENERATOR_EXP] = write_comprehension,
        [AST_AWAIT] = write_await,
        [AST_COMPARE] = write_compare,
        [AST_CALL] = write_call,
        [AST_CONSTANT] = write_constant,
        [AST_ATTRIBUTE] = write_attribute,
        [AST_SUBSCRIPT] = write_subscript,
        [AST_STARRED] = write_starred,
        [AST_NAME] = write_name,
        [AST_LIST] = write_list,
        [AST_TUPLE] = write_tuple,
        [AST_SLICE] = write_slice,
    };
    if (o->u->c->failed) return;
    if (!writers[n->kind]) {
        unit_refuse(o->u, n,
                    "an f-string in an annotation is not supported under "
                    "'from __future__ import annotations'",
                    "write a plain string");
        return;
    }
    writers[n->kind](o, n, place);
}

Obj *unparse_expr(Unit *u, const AstNode *n) {
    Out o = {.u = u};
    write_expr(&o, n, BIND_TEST);
    return const_str(u->c, o.size ? o.text : "", o.size);
}
