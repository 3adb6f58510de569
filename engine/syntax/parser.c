#include "syntax/parser.h"

#include "syntax/parse.h"

typedef bool (*Start)(Parser *p, AstNode *module);

/* Statements to the end of the text. */
static bool whole_program(Parser *p, AstNode *module) {
    ParseMark mark = parse_mark(p);
    if (!parse_at(p, TOKEN_END) && !parse_statements(p)) return false;
    if (!parse_list(p, mark, &module->module.body)) return false;
    return parse_accept(p, TOKEN_END);
}

static bool lone_expression(Parser *p, AstNode *module) {
    ParseMark mark = parse_mark(p);
    parse_accept(p, TOKEN_INDENT);
    AstNode *node = parse_node(p, AST_EXPR, p->pos);
    AstNode *value = node ? parse_star_expressions(p) : NULL;
    if (!value) return false;
    node->value.value = value;
    if (!parse_finish(p, node) || !parse_push(p, node)) return false;
    while (parse_accept(p, TOKEN_NEWLINE) || parse_accept(p, TOKEN_DEDENT)) {}
    return parse_list(p, mark, &module->module.body) && parse_accept(p, TOKEN_END);
}

static bool read_twice(Parser *p, Start start, AstNode *module) {
    if (start(p, module)) return true;
    int furthest = p->count - 1;
    if (!p->failed) {
        parse_reset(p, (ParseMark){0, 0});
        p->depth = 0;
        p->explain = true;
        start(p, module);
    }
    parse_settle(p, furthest);
    return false;
}

static bool parse_source(Region *r, const char *source, size_t length, Start start,
                         AstNode **module, Diag *d) {
    d->kind = DIAG_NONE;
    Parser *p = region_alloc(r, sizeof *p);
    AstNames *names = p ? ast_names_create(r) : NULL;
    if (!names) {
        diag_set(d, DIAG_LIMIT, 1, 1, 1, 0, "the program is too large");
        return false;
    }
    p->region = r;
    p->names = names;
    p->diag = d;
    if (!lexer_init(&p->lexer, r, names, source, length, d)) return false;
    AstNode *node = parse_node(p, AST_MODULE, 0);
    if (!node) return false;
    node->module.names = names;
    if (!read_twice(p, start, node) || !parse_finish(p, node)) return false;
    *module = node;
    return true;
}

bool parse_module(Region *r, const char *source, size_t length, AstNode **module, Diag *d) {
    return parse_source(r, source, length, whole_program, module, d);
}

bool parse_expression(Region *r, const char *source, size_t length, AstNode **module, Diag *d) {
    return parse_source(r, source, length, lone_expression, module, d);
}
