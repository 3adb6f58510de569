#include "syntax/parse.h"

#include <stdarg.h>
#include <stdio.h>

ParseSpan parse_span(const AstNode *node) {
    return (ParseSpan){node->line, node->column, node->end_line, node->end_column};
}

ParseSpan parse_token_span(const Token *token) {
    return (ParseSpan){token->line, token->column, token->end_line, token->end_column};
}

ParseSpan parse_join(ParseSpan first, ParseSpan last) {
    return (ParseSpan){first.line, first.column, last.end_line, last.end_column};
}

/* CPython gives the end of such a range without adding one. */
ParseSpan parse_span_on(const Parser *p, ParseSpan first) {
    const Token *last = &p->tokens[p->count - 1];
    uint32_t end = last->end_column ? last->end_column - 1 : 0;
    return (ParseSpan){first.line, first.column, last->end_line, end};
}

/* Columns from 1; `end_column` 0 where nothing is marked. */
static void *report(Parser *p, DiagKind kind, ParseSpan span, const char *format, va_list args) {
    char text[DIAG_TEXT];
    vsnprintf(text, sizeof text, format, args);
    bool empty =
        span.end_line < span.line || (span.end_line == span.line && span.end_column <= span.column);
    diag_set(p->diag, kind, (int)span.line, (int)span.column + 1, (int)span.end_line,
             empty ? 0 : (int)span.end_column + 1, "%s", text);
    p->failed = true;
    return NULL;
}

void *parse_fail(Parser *p, ParseSpan span, const char *format, ...) {
    va_list args;
    va_start(args, format);
    report(p, DIAG_SYNTAX, span, format, args);
    va_end(args);
    return NULL;
}

void *parse_fail_kind(Parser *p, DiagKind kind, ParseSpan span, const char *format, ...) {
    va_list args;
    va_start(args, format);
    report(p, kind, span, format, args);
    va_end(args);
    return NULL;
}

static bool is_placeless(const Token *token) {
    return token->kind == TOKEN_INDENT || token->kind == TOKEN_DEDENT || token->kind == TOKEN_END;
}

/* Tokens without text give the place of the character before them: one column less. */
static ParseSpan last_span(const Parser *p) {
    if (p->count == 0) return (ParseSpan){1, 0, 1, 0};
    const Token *last = &p->tokens[p->count - 1];
    ParseSpan span = parse_token_span(last);
    if (!is_placeless(last)) return span;
    if (span.column > 0) span.column--;
    span.end_column = span.column;
    return span;
}

/* The end of the text, or of blocks that reach to the margin: CPython has no column for it. */
static bool is_nowhere(const Parser *p) {
    if (p->count == 0) return false;
    const Token *last = &p->tokens[p->count - 1];
    if (last->kind == TOKEN_END) return true;
    return last->kind == TOKEN_DEDENT && (last->column == 0 || last->start >= p->lexer.size);
}

void *parse_fail_last(Parser *p, DiagKind kind, const char *format, ...) {
    va_list args;
    va_start(args, format);
    report(p, kind, last_span(p), format, args);
    va_end(args);
    p->diag->placeless = is_nowhere(p);
    return NULL;
}

void *parse_out_of_memory(Parser *p) {
    return parse_fail_last(p, DIAG_LIMIT, "the program is too large");
}

static void fail_generally(Parser *p, const Token *last) {
    if (last->kind == TOKEN_INDENT) {
        parse_fail_last(p, DIAG_INDENTATION, "unexpected indent");
    } else if (last->kind == TOKEN_DEDENT) {
        parse_fail_last(p, DIAG_INDENTATION, "unexpected unindent");
    } else if (last->kind == TOKEN_END) { /* the end has a line in CPython, and no column */
        uint32_t line = last_span(p).line;
        parse_fail(p, (ParseSpan){line, 0, line, 0}, "invalid syntax");
        p->diag->placeless = true;
    } else {
        parse_fail(p, parse_token_span(last), "invalid syntax");
    }
}

/* A mistake inside a later token (not of an f-string), or a bracket opened on an earlier line and
   never closed, is what CPython reports rather than the parser's own message. */
void parse_settle(Parser *p, int furthest) {
    if (!p->failed) {
        fail_generally(p, &p->tokens[furthest]);
        if (p->diag->kind == DIAG_INDENTATION) return;
    }
    bool final = p->lexer.fault != LEXER_OK || p->diag->kind == DIAG_LIMIT ||
                 p->diag->kind == DIAG_UNSUPPORTED || p->count == 0;
    if (final) return;
    Diag later = {0};
    uint32_t line = p->tokens[p->count - 1].line;
    Token token;
    p->lexer.diag = &later;
    do {
        if (!lexer_next(&p->lexer, &token)) break;
    } while (token.kind != TOKEN_END);
    bool replaces = p->lexer.fault == LEXER_BAD_TOKEN ||
                    (p->lexer.fault == LEXER_OPEN_AT_END && (int)line > later.line);
    bool in_fstring = p->lexer.fstring_count > 0;
    if (replaces && !in_fstring && later.kind != DIAG_LIMIT) *p->diag = later;
}
