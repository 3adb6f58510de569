#ifndef VM_TRACEBACK_PARTS_H
#define VM_TRACEBACK_PARTS_H
/* The parts of a printed traceback; each appends to a text. */

#include "base/region.h"
#include "object/code.h"
#include "object/exceptions.h"
#include "object/str.h"

/* traceback_frames.c: "  File ..." for each entry with its source; more than three equal ones in a
 * row are counted. */
void traceback_put_frames(StrBuf *b, Obj *tb, bool carets);

/* traceback_excerpt.c: the program's lines at a position, with carets below where they say more
 * than the lines themselves. Nothing where there is no source. */
void traceback_put_excerpt(StrBuf *b, const Code *code, Position p);

/* traceback_anchor.c */

/* The piece of source that an instruction stands for. Lines are borrowed from the program's text,
 * without their common indentation; start and end are code points in the first and the last line.
 */
typedef struct {
    const char *text;
    uint32_t size, length; /* bytes, code points */
} ExcerptLine;

typedef struct {
    ExcerptLine *lines;
    uint32_t count;
    uint32_t start, end;
} Excerpt;

/* The operator, the brackets of a subscript or the parentheses of a call within it: code points;
 * the right end is exclusive. */
typedef struct {
    uint32_t left_line, left, right_line, right;
} Anchors;

bool traceback_find_anchors(Region *r, const Excerpt *x, Anchors *anchors);
/* The lines are `x = f(...)` or `return f(...)` and the call is what failed. */
bool traceback_is_plain_call(Region *r, const Excerpt *x);

/* traceback_message.c */

/* "module.Type" where the module says something. */
void traceback_put_type(StrBuf *b, const Type *type);
/* str(o), or "<what str() failed>"; owned. NULL: MemoryError. */
Str *traceback_safe_str(Engine *e, Obj *o, const char *what);
/* "Type: message" with suggestions, and the notes; of a SyntaxError also its place. */
void traceback_put_message(StrBuf *b, Obj *exception, Obj *tb);

/* traceback_suggest.c: ". Did you mean: 'x'?" and the like, or nothing. */
void traceback_put_suggestion(StrBuf *b, Obj *exception, Obj *tb);
/* stdlib_names.c: what sys.stdlib_module_names lists. */
bool stdlib_has_module(const Str *name);

/* traceback_chain.c: causes, contexts, members of groups and everything above. */
void traceback_put_chain(StrBuf *b, Obj *exception);

#endif
