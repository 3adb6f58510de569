#include "syntax/parse.h"

static AstNode *keyword_statement(Parser *p, AstKind kind) {
    return parse_finish(p, parse_node(p, kind, p->pos++));
}

static AstNode *pass_statement(Parser *p) {
    return keyword_statement(p, AST_PASS);
}
static AstNode *break_statement(Parser *p) {
    return keyword_statement(p, AST_BREAK);
}
static AstNode *continue_statement(Parser *p) {
    return keyword_statement(p, AST_CONTINUE);
}

static AstNode *return_statement(Parser *p) {
    AstNode *node = parse_node(p, AST_RETURN, p->pos++);
    if (!node) return NULL;
    node->value.value = parse_star_expressions(p);
    return parse_finish(p, node);
}

static AstNode *raise_statement(Parser *p) {
    AstNode *node = parse_node(p, AST_RAISE, p->pos++);
    if (!node) return NULL;
    node->raise.exc = parse_expr(p);
    ParseMark mark = parse_mark(p);
    if (node->raise.exc && parse_accept(p, KW_FROM)) {
        node->raise.cause = parse_expr(p);
        if (!node->raise.cause) parse_reset(p, mark);
    }
    return parse_finish(p, node);
}

static AstNode *assert_statement(Parser *p) {
    ParseMark mark = parse_mark(p);
    AstNode *node = parse_node(p, AST_ASSERT, p->pos++);
    if (!node) return NULL;
    node->assert_.test = parse_expr(p);
    if (!node->assert_.test) return parse_reset(p, mark);
    ParseMark before = parse_mark(p);
    if (parse_accept(p, OP_COMMA)) {
        node->assert_.msg = parse_expr(p);
        if (!node->assert_.msg) parse_reset(p, before);
    }
    return parse_finish(p, node);
}

/* The targets are one expression; a tuple without parentheses is several targets. */
static bool delete_targets(Parser *p, AstList *list) {
    ParseMark mark = parse_mark(p);
    do {
        ParseMark item = parse_mark(p);
        AstNode *target = parse_primary(p);
        if (!target || !parse_set_target(target, AST_DEL)) {
            parse_reset(p, item);
            break;
        }
        if (!parse_push(p, target)) return false;
    } while (parse_accept(p, OP_COMMA));
    bool ends = parse_at(p, TOKEN_NEWLINE) || parse_at(p, OP_SEMICOLON);
    return ends && p->scratch_count > mark.scratch && parse_list(p, mark, list);
}

static AstNode *del_statement(Parser *p) {
    ParseMark mark = parse_mark(p);
    AstNode *node = parse_node(p, AST_DELETE, p->pos++);
    if (!node) return NULL;
    if (delete_targets(p, &node->delete_.targets)) return parse_finish(p, node);
    if (p->explain && !p->failed) {
        p->pos = mark.pos + 1;
        AstNode *targets = parse_star_expressions(p);
        if (targets && !p->failed) parse_fail_target(p, targets, AST_DEL, false);
    }
    return parse_reset(p, mark);
}

/* 'global' or 'nonlocal' and names. */
static AstNode *name_list(Parser *p, AstKind kind) {
    ParseMark mark = parse_mark(p);
    AstNode *node = parse_node(p, kind, p->pos++);
    if (!node) return NULL;
    do {
        const AstIdent *name = parse_name(p);
        if (!name) return parse_reset(p, mark);
        if (!parse_add_ident(p, &node->name_list.names, name)) return NULL;
    } while (parse_accept(p, OP_COMMA));
    return parse_finish(p, node);
}

static AstNode *global_statement(Parser *p) {
    return name_list(p, AST_GLOBAL);
}
static AstNode *nonlocal_statement(Parser *p) {
    return name_list(p, AST_NONLOCAL);
}

static AstNode *simple_statement(Parser *p) {
    switch (parse_peek(p)) {
    case KW_RETURN: return return_statement(p);
    case KW_IMPORT: return parse_import(p);
    case KW_FROM: return parse_import_from(p);
    case KW_RAISE: return raise_statement(p);
    case KW_PASS: return pass_statement(p);
    case KW_DEL: return del_statement(p);
    case KW_ASSERT: return assert_statement(p);
    case KW_BREAK: return break_statement(p);
    case KW_CONTINUE: return continue_statement(p);
    case KW_GLOBAL: return global_statement(p);
    case KW_NONLOCAL: return nonlocal_statement(p);
    default: break;
    }
    if (parse_at_word(p, "type") && parse_peek_at(p, 1) == TOKEN_NAME) {
        AstNode *node = parse_type_alias(p);
        if (node || p->failed) return node;
    }
    return parse_assignment(p);
}

bool parse_simple_statements(Parser *p) {
    ParseMark mark = parse_mark(p);
    do {
        AstNode *node = simple_statement(p);
        if (!node) break;
        if (!parse_push(p, node)) return false;
    } while (parse_accept(p, OP_SEMICOLON));
    if (p->scratch_count > mark.scratch && parse_accept(p, TOKEN_NEWLINE)) return true;
    parse_reset(p, mark);
    return false;
}

bool parse_statements(Parser *p) {
    ParseMark mark = parse_mark(p);
    for (;;) {
        AstNode *compound = parse_compound(p);
        if (p->failed) return false;
        if (compound ? !parse_push(p, compound) : !parse_simple_statements(p)) break;
    }
    return p->scratch_count > mark.scratch && !p->failed;
}
