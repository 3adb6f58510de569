#include "syntax/parse.h"

/* The parameters of a def or lambda while they are read. */
typedef struct {
    Parser *p;
    AstArguments *args;
    bool is_lambda;
    bool slash, star, bare_star, kwarg; /* what has been seen */
    bool default_seen;                  /* in a parameter before '*' */
    bool after_slash;                   /* '/' was the last token, without a comma */
} Params;

static bool append(Parser *p, AstList *list, AstNode *node) {
    if ((list->count & (list->count - 1)) == 0) {
        size_t room = list->count ? (size_t)list->count * 2 : 1;
        AstNode **items = parse_alloc(p, sizeof *items * room);
        if (!items) return false;
        for (int i = 0; i < list->count; i++) items[i] = list->items[i];
        list->items = items;
    }
    list->items[list->count++] = node;
    return true;
}

static TokenKind terminator(const Params *s) {
    return s->is_lambda ? OP_COLON : OP_RPAREN;
}

/* Reports at the next token while explaining; always false, so that reading stops. */
static bool wrong(Params *s, const char *message) {
    Parser *p = s->p;
    if (p->explain && !p->failed) parse_fail(p, parse_token_span(parse_token(p)), "%s", message);
    return false;
}

/* NAME [':' annotation]; after '*' the annotation may be starred. */
static AstNode *param(Params *s, bool starred) {
    Parser *p = s->p;
    if (!parse_at(p, TOKEN_NAME)) return NULL;
    AstNode *node = parse_node(p, AST_ARG, p->pos);
    if (!node) return NULL;
    node->arg.arg = parse_name(p);
    ParseMark mark = parse_mark(p);
    if (!s->is_lambda && parse_accept(p, OP_COLON)) {
        bool star = starred && parse_at(p, OP_STAR);
        node->arg.annotation = star ? parse_star_of(p, parse_bitor) : parse_expr(p);
        if (!node->arg.annotation) parse_reset(p, mark);
    }
    return parse_finish(p, node);
}

/* '=' expression; true and NULL where there is none. */
static bool default_value(Params *s, AstNode **value) {
    Parser *p = s->p;
    *value = NULL;
    if (!parse_at(p, OP_ASSIGN)) return true;
    ParseMark mark = parse_mark(p);
    p->pos++;
    bool missing = parse_at(p, OP_RPAREN) || parse_at(p, OP_COMMA);
    *value = missing ? NULL : parse_expr(p);
    if (*value) return true;
    parse_reset(p, mark);
    return missing ? wrong(s, "expected default value expression") : false;
}

static bool named_param(Params *s) {
    Parser *p = s->p;
    ParseMark mark = parse_mark(p);
    AstNode *node = param(s, false), *value;
    if (!node || !default_value(s, &value)) return false;
    if (s->star) {
        return append(p, &s->args->kwonlyargs, node) && append(p, &s->args->kw_defaults, value);
    }
    if (!value && s->default_seen) {
        bool ends = parse_at(p, OP_COMMA) || parse_at(p, terminator(s));
        if (p->explain && ends) {
            parse_fail(p, parse_span(node),
                       "parameter without a default follows parameter with a default");
        }
        parse_reset(p, mark);
        return false;
    }
    if (value) s->default_seen = true;
    return append(p, &s->args->args, node) && (!value || append(p, &s->args->defaults, value));
}

static bool slash(Params *s) {
    Parser *p = s->p;
    if (s->slash) return wrong(s, "/ may appear only once");
    if (s->star) return wrong(s, "/ must be ahead of *");
    if (s->args->args.count == 0) {
        if (p->explain && parse_peek_at(p, 1) == OP_COMMA) {
            wrong(s, "at least one argument must precede /");
        }
        return false;
    }
    p->pos++;
    s->slash = true;
    s->after_slash = true;
    s->args->posonlyargs = s->args->args;
    s->args->args = (AstList){NULL, 0};
    return true;
}

/* What may not follow a bare '*'; CPython marks the star in a def, the last token in a lambda. */
static bool bare_star_is_last(Params *s) {
    Parser *p = s->p;
    TokenKind next = parse_peek_at(p, 1);
    if (next == OP_COMMA) next = parse_peek_at(p, 2);
    if (next != terminator(s) && next != OP_POWER) return false;
    if (p->explain && s->is_lambda && !p->failed) {
        parse_fail_last(p, DIAG_SYNTAX, "named arguments must follow bare *");
    }
    wrong(s, "named arguments must follow bare *");
    return true;
}

static bool star(Params *s) {
    Parser *p = s->p;
    if (s->after_slash) return wrong(s, "expected comma between / and *");
    TokenKind next = parse_peek_at(p, 1);
    if (s->star) {
        bool fits = next == OP_COMMA || next == TOKEN_NAME;
        return fits ? wrong(s, "* argument may appear only once") : false;
    }
    if (next == OP_COMMA || next == terminator(s)) {
        if (bare_star_is_last(s)) return false;
        s->bare_star = true;
    }
    if (!s->bare_star && next != TOKEN_NAME) return false;
    p->pos++;
    s->star = true;
    if (s->bare_star) return true;
    s->args->vararg = param(s, true);
    if (!s->args->vararg) return false;
    if (!parse_at(p, OP_ASSIGN)) return true;
    return wrong(s, "var-positional argument cannot have default value");
}

static bool double_star(Params *s) {
    Parser *p = s->p;
    if (parse_peek_at(p, 1) != TOKEN_NAME) return false;
    p->pos++;
    s->args->kwarg = param(s, false);
    if (!s->args->kwarg) return false;
    if (parse_at(p, OP_ASSIGN)) {
        return wrong(s, "var-keyword argument cannot have default value");
    }
    s->kwarg = true;
    return true;
}

/* def f(a, (b, c)) */
static bool parenthesized(Params *s) {
    Parser *p = s->p;
    if (!p->explain || s->default_seen || s->slash || s->star) return false;
    int open = p->pos;
    do {
        p->pos++;
    } while (param(s, false) && parse_at(p, OP_COMMA) && parse_peek_at(p, 1) == TOKEN_NAME);
    parse_accept(p, OP_COMMA);
    if (p->pos > open + 1 && parse_at(p, OP_RPAREN) && !p->failed) {
        ParseSpan span =
            parse_join(parse_token_span(&p->tokens[open]), parse_token_span(parse_token(p)));
        parse_fail(p, span, "%s parameters cannot be parenthesized",
                   s->is_lambda ? "Lambda expression" : "Function");
    }
    p->pos = open;
    return false;
}

static bool one_param(Params *s) {
    switch (parse_peek(s->p)) {
    case TOKEN_NAME: return named_param(s);
    case OP_SLASH: return slash(s);
    case OP_STAR: return star(s);
    case OP_POWER: return double_star(s);
    case OP_LPAREN: return parenthesized(s);
    default: return false;
    }
}

static void after_kwarg(Params *s) {
    TokenKind kind = parse_peek(s->p);
    if (kind == TOKEN_NAME || kind == OP_STAR || kind == OP_POWER || kind == OP_SLASH) {
        wrong(s, "arguments cannot follow var-keyword argument");
    }
}

AstNode *parse_params(Parser *p, bool is_lambda) {
    AstNode *node = parse_node(p, AST_ARGUMENTS, p->pos);
    if (!node) return NULL;
    Params s = {.p = p, .args = &node->arguments, .is_lambda = is_lambda};
    while (one_param(&s)) {
        if (s.after_slash && parse_at(p, OP_STAR)) star(&s);
        s.after_slash = false;
        if (!parse_accept(p, OP_COMMA)) break;
        if (!s.kwarg) continue;
        after_kwarg(&s);
        break;
    }
    return parse_finish(p, node);
}

/* f"{lambda x: 1}": the ':' has started a format spec. */
static void explain_lambda(Parser *p, int start) {
    if (parse_peek_at(p, 1) != TOKEN_FSTRING_MIDDLE) return;
    parse_fail(
        p, parse_join(parse_token_span(&p->tokens[start]), parse_token_span(&p->tokens[p->pos])),
        "f-string: lambda expressions are not allowed without parentheses");
}

AstNode *parse_lambda(Parser *p) {
    ParseMark mark = parse_mark(p);
    AstNode *node = parse_node(p, AST_LAMBDA, p->pos++);
    AstNode *args = node ? parse_params(p, true) : NULL;
    if (!args) return parse_reset(p, mark);
    if (p->explain && parse_at(p, OP_COLON)) explain_lambda(p, mark.pos);
    AstNode *body = parse_accept(p, OP_COLON) ? parse_expr(p) : NULL;
    if (!body) return parse_reset(p, mark);
    node->lambda.args = args;
    node->lambda.body = body;
    return parse_finish(p, node);
}

/* [':' bound] ['=' default] after the name of a type parameter. */
static bool type_param_rest(Parser *p, AstNode *node) {
    AstTypeParam *param_ = &node->type_param;
    if (parse_at(p, OP_COLON) && node->kind != AST_TYPE_VAR && p->explain) {
        const Token colon = *parse_token(p);
        p->pos++;
        AstNode *bound = parse_expr(p);
        if (!bound || p->failed) return false;
        parse_fail(p, parse_span_on(p, parse_token_span(&colon)), "cannot use %s with %s",
                   bound->kind == AST_TUPLE ? "constraints" : "bound",
                   node->kind == AST_PARAM_SPEC ? "ParamSpec" : "TypeVarTuple");
        return false;
    }
    if (node->kind == AST_TYPE_VAR && parse_accept(p, OP_COLON)) {
        param_->bound = parse_expr(p);
        if (!param_->bound) return false;
    }
    if (!parse_accept(p, OP_ASSIGN)) return true;
    bool starred = node->kind == AST_TYPE_VAR_TUPLE && parse_at(p, OP_STAR);
    param_->default_value = starred ? parse_star_of(p, parse_bitor) : parse_expr(p);
    return param_->default_value != NULL;
}

static AstNode *type_param(Parser *p) {
    ParseMark mark = parse_mark(p);
    AstKind kind = parse_at(p, OP_STAR)    ? AST_TYPE_VAR_TUPLE
                   : parse_at(p, OP_POWER) ? AST_PARAM_SPEC
                                           : AST_TYPE_VAR;
    AstNode *node = parse_node(p, kind, p->pos);
    if (!node) return NULL;
    if (kind != AST_TYPE_VAR) p->pos++;
    node->type_param.name = parse_name(p);
    if (!node->type_param.name || !type_param_rest(p, node)) return parse_reset(p, mark);
    return parse_finish(p, node);
}

/* '[' parameters ']', or nothing. False where they do not fit. */
bool parse_type_params(Parser *p, AstList *list) {
    if (!parse_at(p, OP_LBRACKET)) return true;
    ParseMark mark = parse_mark(p);
    p->pos++;
    if (p->explain && parse_at(p, OP_RBRACKET)) {
        parse_fail(p, parse_span_on(p, parse_token_span(parse_token(p))),
                   "Type parameter list cannot be empty");
        return false;
    }
    do {
        AstNode *node = type_param(p);
        if (!node) break;
        if (!parse_push(p, node)) return false;
    } while (parse_accept(p, OP_COMMA));
    bool ok = p->scratch_count > mark.scratch && parse_accept(p, OP_RBRACKET);
    if (ok) return parse_list(p, mark, list);
    parse_reset(p, mark);
    return false;
}
