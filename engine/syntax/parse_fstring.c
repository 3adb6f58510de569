#include "syntax/parse.h"

#include <string.h>

/* Literal text of a format spec, where escapes count even in a raw f-string. */
static AstNode *spec_text(Parser *p) {
    const Token token = *parse_token(p);
    AstNode *node = parse_node(p, AST_CONSTANT, p->pos++);
    if (!node) return NULL;
    parse_peek(p); /* messages about escapes go to the token after the text */
    bool ok = parse_decode_str(p, p->lexer.text + token.start, token.end - token.start, false, NULL,
                               &node->constant);
    return ok ? parse_finish(p, node) : NULL;
}

/* Literal text as it is written: messages about escapes go to the f-string's end. */
static AstNode *plain_text(Parser *p) {
    const Token token = *parse_token(p);
    AstNode *node = parse_node(p, AST_CONSTANT, p->pos++);
    if (!node) return NULL;
    node->constant.kind = AST_CONST_STR;
    node->constant.length = token.end - token.start;
    node->constant.text =
        region_copy(p->region, p->lexer.text + token.start, node->constant.length);
    node->constant.escaped = !token.raw;
    if (node->constant.text) return parse_finish(p, node);
    parse_out_of_memory(p);
    return NULL;
}

static bool decode_texts(Parser *p, int first) {
    for (int i = first; i < p->scratch_count; i++) {
        AstNode *part = p->scratch[i];
        if (part->kind != AST_CONSTANT || !part->constant.escaped) continue;
        const AstConstant text = part->constant;
        part->constant.escaped = false;
        if (!parse_decode_str(p, text.text, text.length, false, NULL, &part->constant))
            return false;
    }
    return true;
}

static bool fail_next(Parser *p, const char *message) {
    if (!p->failed) parse_fail(p, parse_token_span(parse_token(p)), "f-string: %s", message);
    return false;
}

/* After '{', where no expression fits. */
static bool explain_start(Parser *p) {
    TokenKind kind = parse_peek(p);
    if (kind == OP_ASSIGN || kind == OP_EXCLAMATION || kind == OP_COLON || kind == OP_RBRACE) {
        if (p->failed) return false;
        parse_fail(p, parse_token_span(parse_token(p)),
                   "f-string: valid expression required before '%s'", token_text(kind));
        return false;
    }
    return fail_next(p, "expecting a valid expression after '{'");
}

static bool at_end_of_expr(Parser *p, bool debug) {
    TokenKind kind = parse_peek(p);
    return kind == OP_EXCLAMATION || kind == OP_COLON || kind == OP_RBRACE ||
           (!debug && kind == OP_ASSIGN);
}

/* '!' and its letter. CPython reports a space between them, and a wrong letter, at once, the other
   mistakes when it explains. */
static bool conversion(Parser *p, int *letter) {
    const Token mark = *parse_token(p);
    p->pos++;
    const Token name = *parse_token(p);
    if (name.kind != TOKEN_NAME) {
        if (!p->explain) return false;
        bool missing = name.kind == OP_COLON || name.kind == OP_RBRACE;
        return fail_next(p,
                         missing ? "missing conversion character" : "invalid conversion character");
    }
    p->pos++;
    if (mark.end_line != name.line || mark.end_column != name.column) {
        parse_fail(p, parse_join(parse_token_span(&mark), parse_token_span(&name)),
                   /* CPython's spelling */
                   "f-string: conversion type must come right after the exclamanation mark");
        return false;
    }
    *letter = name.name->text[0];
    bool known = *letter == 's' || *letter == 'r' || *letter == 'a';
    bool ends = parse_at(p, OP_COLON) || parse_at(p, OP_RBRACE);
    if ((known && name.name->length == 1) || !ends) return true;
    parse_fail(p, parse_token_span(&name),
               "f-string: invalid conversion character '%s': expected 's', 'r', or 'a'",
               name.name->text);
    return false;
}

static AstNode *field(Parser *p);

/* ':' and text and fields, up to '}'. */
static AstNode *format_spec(Parser *p) {
    ParseMark mark = parse_mark(p);
    AstNode *node = parse_node(p, AST_JOINED_STR, p->pos++);
    if (!node) return NULL;
    for (;;) {
        AstNode *part;
        if (parse_at(p, TOKEN_FSTRING_MIDDLE)) {
            part = spec_text(p);
        } else if (parse_at(p, OP_LBRACE)) {
            part = field(p);
        } else {
            break;
        }
        if (!part) return parse_reset(p, mark);
        bool empty = part->kind == AST_CONSTANT && part->constant.length == 0;
        if (!empty && !parse_push(p, part)) return NULL;
    }
    if (!parse_list(p, mark, &node->sequence.elts)) return NULL;
    return parse_finish(p, node);
}

/* Leaves out what CPython 3.13.0 takes for comments: from any '#', be it inside a string, to the
 * end of its line. Returns the new length. */
static size_t cut_comments(char *text, size_t length) {
    size_t kept = 0;
    for (const char *at = text, *end = text + length; at < end;) {
        const char *newline = memchr(at, '\n', (size_t)(end - at));
        const char *next = newline ? newline : end;
        const char *hash = memchr(at, '#', (size_t)(next - at));
        size_t size = (size_t)((hash ? hash : next) - at);
        memmove(text + kept, at, size);
        kept += size;
        if (newline) text[kept++] = '\n';
        at = newline ? newline + 1 : end;
    }
    return kept;
}

/* f"{x = }": the source from the brace up to `end` comes before the value. */
static bool push_debug_text(Parser *p, int start, const Token *end) {
    const Token brace = p->tokens[start];
    AstNode *node = parse_node(p, AST_CONSTANT, start);
    size_t length = end->start - brace.end;
    char *text = node ? region_copy(p->region, p->lexer.text + brace.end, length) : NULL;
    if (!text) {
        parse_out_of_memory(p);
        return false;
    }
    node->constant.kind = AST_CONST_STR;
    node->constant.text = text;
    node->constant.length = cut_comments(text, length);
    node->column = brace.end_column;
    node->end_line = end->line;
    node->end_column = end->column;
    node->height = 1;
    return parse_push(p, node);
}

/* '{' expression ['='] */
static bool field_value(Parser *p, AstNode *node, bool *debug) {
    p->pos++;
    if (!parse_enter(p)) return false;
    node->formatted_value.value = parse_yield_or_star(p);
    parse_leave(p);
    if (!node->formatted_value.value) return p->explain && explain_start(p);
    if (!at_end_of_expr(p, false)) {
        return p->explain && fail_next(p, "expecting '=', or '!', or ':', or '}'");
    }
    *debug = parse_accept(p, OP_ASSIGN);
    if (at_end_of_expr(p, true)) return true;
    return p->explain && fail_next(p, "expecting '!', or ':', or '}'");
}

/* ['!' letter] [':' spec] '}' */
static bool field_format(Parser *p, AstFormattedValue *f) {
    f->conversion = -1;
    if (parse_at(p, OP_EXCLAMATION) && !conversion(p, &f->conversion)) return false;
    if (parse_at(p, OP_COLON)) {
        f->format_spec = format_spec(p);
        if (!f->format_spec) return false;
    } else if (!parse_at(p, OP_RBRACE)) {
        return p->explain && fail_next(p, "expecting ':' or '}'");
    }
    if (parse_accept(p, OP_RBRACE)) return true;
    return p->explain && fail_next(p, "expecting '}', or format specs");
}

/* A replacement field; its debug text, if any, is pushed. */
static AstNode *field(Parser *p) {
    ParseMark mark = parse_mark(p);
    bool debug = false;
    AstNode *node = parse_node(p, AST_FORMATTED_VALUE, p->pos);
    if (!node || !field_value(p, node, &debug)) return parse_reset(p, mark);
    const Token end = *parse_token(p);
    AstFormattedValue *f = &node->formatted_value;
    if (!field_format(p, f)) return parse_reset(p, mark);
    if (debug && !f->format_spec && f->conversion == -1) f->conversion = 'r';
    if (debug && !push_debug_text(p, mark.pos, &end)) return NULL;
    return parse_finish(p, node);
}

bool parse_fstring(Parser *p) {
    int first = p->scratch_count;
    p->pos++;
    for (;;) {
        AstNode *part;
        if (parse_at(p, TOKEN_FSTRING_MIDDLE)) {
            part = plain_text(p);
        } else if (parse_at(p, OP_LBRACE)) {
            part = field(p);
        } else {
            break;
        }
        if (!part || !parse_push(p, part)) return false;
    }
    return parse_accept(p, TOKEN_FSTRING_END) && decode_texts(p, first);
}
