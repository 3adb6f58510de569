/* Sentences of the caption, and the lesson's own words. */
#include "model/caption.h"

#include <stdlib.h>
#include <string.h>

#include "lesson/lesson_say.h"

#define PICK(model, key) text_get((model)->words, key)

/* The text may be a snapshot's, which is gone before the picture is. */
ModelText caption_plain(Caption *c, const char *text) {
    return sentence_piece(c->pool, SPAN_PLAIN, model_copy_z(c->pool, text));
}

/* A task that is named, or "A task". */
ModelText caption_task(Caption *c, uint32_t id, TextKey otherwise) {
    ModelText text = sentence_task(c->pool, c->facts->now, id);
    return text.count ? text : caption_plain(c, PICK(c->model, otherwise));
}

/* A sentence that would begin with a small letter, because a task is called after its function,
   says that it is a task. */
static void begin(Caption *c, const char *pattern, const ModelText *args, int count) {
    if (pattern[0] != '{' || pattern[1] < '0' || pattern[1] - '0' >= count) return;
    const ModelText *first = &args[pattern[1] - '0'];
    bool named = first->count > 1 && first->spans[0].kind == SPAN_PLAIN;
    char letter = named ? first->spans[0].text[0] : 0;
    if (letter >= 'a' && letter <= 'z')
        sentence_add(&c->out, SPAN_PLAIN, PICK(c->model, TEXT_TASK_NAMED));
}

/* What was printed stands at the end of its sentence without a full stop. */
static bool ends_in_code(const Caption *c) {
    return c->out.text.spans[c->out.text.count - 1].kind == SPAN_CODE;
}

void caption_say_all(Caption *c, TextKey key, const ModelText *args, int count) {
    const char *pattern = PICK(c->model, key);
    if (c->out.text.count) sentence_add(&c->out, SPAN_PLAIN, ends_in_code(c) ? ". " : " ");
    begin(c, pattern, args, count);
    sentence_fill(&c->out, pattern, args, count);
}

void caption_say(Caption *c, TextKey key, ModelText a, ModelText b, ModelText d) {
    ModelText args[] = {a, b, d};
    caption_say_all(c, key, args, 3);
}

void caption_say1(Caption *c, TextKey key, ModelText a) {
    caption_say(c, key, a, (ModelText){0}, (ModelText){0});
}

void caption_say2(Caption *c, TextKey key, ModelText a, ModelText b) {
    caption_say(c, key, a, b, (ModelText){0});
}

/* Locks and events inside the library have no name: queues have some. */
bool caption_is_named(const Caption *c, uint32_t id) {
    return *model_find_name(c->facts->now, id) || *model_find_name(c->facts->before, id);
}

/* ---- The lesson's own words ---------------------------------------------------------------- */

/* The task that braces at `p` name, as in "{Ann} sleeps"; `*length` is that of the whole "{Ann}".
 */
static const CsTask *task_in_braces(const CsSnapshot *s, const char *p, size_t *length) {
    const char *close = strchr(p, '}');
    if (!close || close == p + 1) return NULL;
    *length = (size_t)(close - p) + 1;
    char *end;
    long number = strtol(p + 1, &end, 10);
    if (end == close && number > 0 && number < INT32_MAX)
        return model_find_task_numbered(s, (int)number);
    return model_find_task_named(s, p + 1, *length - 2);
}

static void add_words(Caption *c, ModelSpanKind kind, const char *from, const char *to) {
    if (from == to) return;
    sentence_add(&c->out, kind, model_copy(c->pool, from, (size_t)(to - from)));
}

static void add_task(Caption *c, const CsTask *task, bool badge_alone) {
    if (!badge_alone)
        sentence_add(&c->out, SPAN_PLAIN, model_print(c->pool, "%s ", model_find_short_name(task)));
    sentence_badge(&c->out, model_find_badge(c->facts->now, task->id));
}

/* `...` is code, ==...== is lit up, {task} a name with its badge, {3} a badge alone. */
void caption_lesson(Caption *c, const char *text) {
    bool code = false, lit = false;
    const char *start = text, *p = text;
    while (*p) {
        size_t length = 0, mark = code ? 0 : lesson_say_mark(p, lit);
        const CsTask *task = *p == '{' && !code ? task_in_braces(c->facts->now, p, &length) : NULL;
        if (*p != '`' && !task && !mark) {
            p++;
            continue;
        }
        add_words(c, code ? SPAN_CODE : lit ? SPAN_LIT : SPAN_PLAIN, start, p);
        if (task) add_task(c, task, p[1] >= '0' && p[1] <= '9');
        if (mark) lit = !lit;
        if (*p == '`') code = !code;
        p += task ? length : mark ? mark : 1;
        start = p;
    }
    add_words(c, code ? SPAN_CODE : lit ? SPAN_LIT : SPAN_PLAIN, start, p);
}
