#include "syntax/parse.h"

/* ('@' expression NEWLINE)* */
static bool decorators(Parser *p, AstList *list) {
    ParseMark mark = parse_mark(p);
    while (parse_accept(p, OP_AT)) {
        AstNode *decorator = parse_named(p);
        if (!decorator || !parse_accept(p, TOKEN_NEWLINE)) return false;
        if (!parse_push(p, decorator)) return false;
    }
    return parse_list(p, mark, list);
}

/* '(' [parameters] ')' ['->' result] ':' */
static bool signature(Parser *p, AstFunctionDef *def) {
    if (!parse_type_params(p, &def->type_params) && p->failed) return false;
    if (!parse_force(p, OP_LPAREN)) return false;
    def->args = parse_params(p, false);
    if (!def->args || !parse_accept(p, OP_RPAREN)) return false;
    ParseMark mark = parse_mark(p);
    if (parse_accept(p, OP_ARROW)) {
        def->returns = parse_expr(p);
        if (!def->returns) parse_reset(p, mark);
    }
    return parse_force(p, OP_COLON);
}

static AstNode *function(Parser *p, AstList decorator_list) {
    bool is_async = parse_at(p, KW_ASYNC);
    AstNode *node = parse_node(p, is_async ? AST_ASYNC_FUNCTION_DEF : AST_FUNCTION_DEF, p->pos);
    if (!node) return NULL;
    if (is_async) p->pos++;
    if (!parse_at(p, KW_DEF)) return NULL;
    uint32_t line = parse_token(p)->line;
    p->pos++;
    AstFunctionDef *def = &node->function_def;
    def->decorators = decorator_list;
    def->name = parse_name(p);
    bool ok =
        def->name && signature(p, def) && parse_block(p, "function definition", line, &def->body);
    return ok ? parse_finish(p, node) : NULL;
}

/* ['(' [arguments] ')'] */
static bool class_arguments(Parser *p, AstClassDef *def) {
    if (!parse_accept(p, OP_LPAREN)) return true;
    int start = p->pos;
    if (parse_call_args(p, -1, &def->bases, &def->keywords)) return true;
    if (p->explain) parse_explain_args(p, start);
    return false;
}

static AstNode *class_definition(Parser *p, AstList decorator_list) {
    uint32_t line = parse_token(p)->line;
    AstNode *node = parse_node(p, AST_CLASS_DEF, p->pos++);
    if (!node) return NULL;
    AstClassDef *def = &node->class_def;
    def->decorators = decorator_list;
    def->name = parse_name(p);
    bool ok = def->name && parse_type_params(p, &def->type_params) && class_arguments(p, def) &&
              parse_colon(p) && parse_block(p, "class definition", line, &def->body);
    return ok ? parse_finish(p, node) : NULL;
}

AstNode *parse_definition(Parser *p) {
    ParseMark mark = parse_mark(p);
    AstList list = {NULL, 0};
    AstNode *node = NULL;
    if (decorators(p, &list)) {
        if (parse_at(p, KW_CLASS)) {
            node = class_definition(p, list);
        } else if (parse_at(p, KW_DEF) || parse_at(p, KW_ASYNC)) {
            node = function(p, list);
        }
    }
    return node ? node : parse_reset(p, mark);
}

/* "type" NAME [type parameters] '=' value */
AstNode *parse_type_alias(Parser *p) {
    ParseMark mark = parse_mark(p);
    AstNode *node = parse_node(p, AST_TYPE_ALIAS, p->pos++);
    AstNode *name = node ? parse_atom(p) : NULL;
    if (!name) return parse_reset(p, mark);
    name->name.ctx = AST_STORE;
    node->type_alias.name = name;
    if (!parse_type_params(p, &node->type_alias.type_params)) return parse_reset(p, mark);
    if (!parse_accept(p, OP_ASSIGN)) return parse_reset(p, mark);
    node->type_alias.value = parse_expr(p);
    return node->type_alias.value ? parse_finish(p, node) : parse_reset(p, mark);
}
