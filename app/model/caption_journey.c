/* The caption of a cancellation's journey: who cancelled whom, where the exception came in, and
   what became of it there. */
#include <string.h>

#include "model/caption.h"

static ModelText code(Caption *c, const char *text) {
    return sentence_piece(c->pool, SPAN_CODE, text);
}

static void say_cause(Caption *c) {
    const ModelCancel *j = &c->model->cancel;
    ModelText whom = caption_task(c, j->path_badge.id, TEXT_A_TASK);
    bool by_task = j->by.who == WHO_TASK;
    if (j->failure && j->row_count && j->rows[0].id == j->path_badge.id) {
        caption_say2(c, TEXT_JOURNEY_SAY_FAILED, whom, code(c, j->what));
    } else if (*j->caller && by_task) {
        caption_say(c, TEXT_JOURNEY_SAY_GROUP, caption_task(c, j->by.id, TEXT_A_TASK), whom,
                    code(c, j->caller));
    } else if (by_task && j->by.id != j->path_badge.id) {
        caption_say2(c, TEXT_JOURNEY_SAY_BY, caption_task(c, j->by.id, TEXT_A_TASK), whom);
    } else {
        caption_say2(c, TEXT_JOURNEY_SAY_TIMER, whom, caption_plain(c, j->by_name));
    }
}

static const ModelPathFrame *frame_of(const ModelCancel *j, ModelPathPart part) {
    for (int i = j->frame_count; i-- > 0;)
        if (j->frames[i].part == part) return &j->frames[i];
    return NULL;
}

/* "finally" of "finally:". */
static const char *word_of(Caption *c, const char *clause) {
    return model_copy(c->pool, clause, strcspn(clause, ":"));
}

static void say_way(Caption *c) {
    const ModelCancel *j = &c->model->cancel;
    const ModelPathFrame *origin = frame_of(j, PATH_ORIGIN), *head = frame_of(j, PATH_HEAD);
    if (!j->thrown || (!origin && !head)) return;
    const char *what = j->failure ? j->what : "CancelledError";
    ModelText args[] = {code(c, what), code(c, (origin ? origin : head)->call), {0}, {0}};
    TextKey key = j->out ? TEXT_JOURNEY_SAY_OUT : TEXT_JOURNEY_SAY_IN;
    if (head && *head->clause) {
        args[2] = code(c, word_of(c, head->clause));
        args[3] = code(c, head->call);
        key = TEXT_JOURNEY_SAY_STOPS;
    }
    caption_say_all(c, key, args, 4);
}

bool caption_journey(Caption *c) {
    const ModelCancel *j = &c->model->cancel;
    if (c->facts->view != VIEW_CANCEL || !j->on || !j->path_badge.id) return false;
    say_cause(c);
    say_way(c);
    return true;
}
