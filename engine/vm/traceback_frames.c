#include "vm/source.h"
#include "vm/traceback.h"
#include "vm/traceback_parts.h"

enum { SHOWN_EQUAL = 3 };

static bool same_place(const Traceback *a, const Traceback *b) {
    const Code *x = a->frame->code, *y = b->frame->code;
    return traceback_position(a).line == traceback_position(b).line &&
           str_equal(x->name, y->name) && str_equal(x->filename, y->filename);
}

static void put_entry(StrBuf *b, const Traceback *tb, bool carets) {
    const Code *code = tb->frame->code;
    Position p = traceback_position(tb);
    strbuf_printf(b, "  File \"%s\", line %u, in %s\n", code->filename->text, p.line,
                  code->name->text);
    SourceLine line;
    if (carets) {
        traceback_put_excerpt(b, code, p);
    } else if (source_line_stripped(b->e, code, p.line, &line)) {
        strbuf_text(b, "    ");
        strbuf_put(b, line.text, line.size);
        strbuf_char(b, '\n');
    }
}

static void put_repeated(StrBuf *b, uint32_t count) {
    if (count <= SHOWN_EQUAL) return;
    count -= SHOWN_EQUAL;
    strbuf_printf(b, "  [Previous line repeated %u more time%s]\n", count, count == 1 ? "" : "s");
}

void traceback_put_frames(StrBuf *b, Obj *tb, bool carets) {
    const Traceback *last = NULL;
    uint32_t equal = 0;
    for (const Traceback *at = TRACEBACK(tb); at; at = TRACEBACK(at->next)) {
        if (!last || !same_place(last, at)) {
            put_repeated(b, equal);
            equal = 0;
        }
        if (++equal <= SHOWN_EQUAL) put_entry(b, at, carets);
        last = at;
    }
    put_repeated(b, equal);
}
