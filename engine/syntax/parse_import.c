#include "syntax/parse.h"

#include <string.h>

/* NAME ('.' NAME)* as one name. */
static const AstIdent *dotted_name(Parser *p) {
    ParseMark mark = parse_mark(p);
    if (!parse_name(p)) return NULL;
    while (parse_at(p, OP_DOT) && parse_peek_at(p, 1) == TOKEN_NAME) p->pos += 2;
    size_t length = 0;
    for (int i = mark.pos; i < p->pos; i += 2) length += p->tokens[i].name->length + 1;
    char *text = parse_alloc(p, length), *at = text;
    if (!text) return NULL;
    for (int i = mark.pos; i < p->pos; i += 2) {
        const AstIdent *part = p->tokens[i].name;
        if (i > mark.pos) *at++ = '.';
        memcpy(at, part->text, part->length);
        at += part->length;
    }
    const AstIdent *name = ast_intern(p->names, text, length - 1);
    return name ? name : parse_out_of_memory(p);
}

/* name ['as' NAME] */
static AstNode *alias(Parser *p, const AstIdent *(*name)(Parser *)) {
    AstNode *node = parse_node(p, AST_ALIAS, p->pos);
    if (!node) return NULL;
    node->alias.name = name(p);
    if (!node->alias.name) return NULL;
    ParseMark mark = parse_mark(p);
    if (parse_accept(p, KW_AS)) {
        node->alias.asname = parse_name(p);
        if (!node->alias.asname) parse_reset(p, mark);
    }
    return parse_finish(p, node);
}

/* One or more, without a comma after them. */
static bool aliases(Parser *p, const AstIdent *(*name)(Parser *), AstList *list) {
    ParseMark mark = parse_mark(p);
    int end = p->pos;
    do {
        AstNode *node = alias(p, name);
        if (!node) break;
        if (!parse_push(p, node)) return false;
        end = p->pos;
    } while (parse_accept(p, OP_COMMA));
    p->pos = end;
    return p->scratch_count > mark.scratch && parse_list(p, mark, list);
}

static bool fail_no_names(Parser *p) {
    if (!p->explain || !parse_at(p, TOKEN_NEWLINE) || p->failed) return false;
    parse_fail(p, parse_span_on(p, parse_token_span(parse_token(p))),
               "Expected one or more names after 'import'");
    return true;
}

/* "import a from b" */
static void explain_import(Parser *p, int start) {
    ParseMark mark = parse_mark(p);
    if (parse_accept(p, KW_FROM) && dotted_name(p) && !p->failed) {
        parse_peek(p);
        parse_fail(p, parse_span_on(p, parse_token_span(&p->tokens[start])),
                   "Did you mean to use 'from ... import ...' instead?");
    }
    parse_reset(p, mark);
}

AstNode *parse_import(Parser *p) {
    ParseMark mark = parse_mark(p);
    AstNode *node = parse_node(p, AST_IMPORT, p->pos++);
    if (!node || fail_no_names(p)) return NULL;
    if (!aliases(p, dotted_name, &node->import.names)) return parse_reset(p, mark);
    if (p->explain) explain_import(p, mark.pos);
    return parse_finish(p, node);
}

static const AstIdent *star_name(Parser *p) {
    if (!parse_accept(p, OP_STAR)) return NULL;
    const AstIdent *name = ast_intern(p->names, "*", 1);
    return name ? name : parse_out_of_memory(p);
}

/* '*' | '(' names [','] ')' | names */
static bool import_targets(Parser *p, AstList *list) {
    ParseMark mark = parse_mark(p);
    if (parse_at(p, OP_STAR)) {
        AstNode *star = alias(p, star_name);
        return star && parse_push(p, star) && parse_list(p, mark, list);
    }
    if (parse_accept(p, OP_LPAREN)) {
        if (!aliases(p, parse_name, list)) return false;
        parse_accept(p, OP_COMMA);
        return parse_accept(p, OP_RPAREN);
    }
    if (fail_no_names(p) || !aliases(p, parse_name, list)) return false;
    if (!parse_at(p, OP_COMMA)) return true;
    p->pos++;
    if (p->explain && parse_at(p, TOKEN_NEWLINE) && !p->failed) {
        parse_fail_last(p, DIAG_SYNTAX,
                        "trailing comma not allowed without surrounding parentheses");
    }
    return false;
}

static int dots(Parser *p) {
    int level = 0;
    for (;;) {
        if (parse_accept(p, OP_DOT)) {
            level++;
        } else if (parse_accept(p, OP_ELLIPSIS)) {
            level += 3;
        } else {
            return level;
        }
    }
}

AstNode *parse_import_from(Parser *p) {
    ParseMark mark = parse_mark(p);
    AstNode *node = parse_node(p, AST_IMPORT_FROM, p->pos++);
    if (!node) return NULL;
    node->import.level = dots(p);
    node->import.module = dotted_name(p);
    bool ok = (node->import.module || node->import.level > 0) && parse_accept(p, KW_IMPORT) &&
              import_targets(p, &node->import.names);
    return ok ? parse_finish(p, node) : parse_reset(p, mark);
}
