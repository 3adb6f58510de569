/* Arrows of the picture: what caused what in this step, and who waits for what. */
#include "model/model_find.h"

enum { MOST_CAUSES = 3 };

typedef struct ModelLinkEnd LinkEnd;

static void add_link(Model *model, ModelLinkKind kind, LinkEnd from, LinkEnd to) {
    model->links[model->link_count++] = (ModelLink){kind, from, to};
}

static LinkEnd end_of(ModelEnd kind, uint32_t id) {
    return (LinkEnd){.kind = (uint8_t)kind, .id = id};
}

/* The slot that this step changed, or the box. */
static LinkEnd sync_end(const Model *model, uint32_t id) {
    for (int i = 0; i < model->sync_count; i++) {
        const ModelSync *box = &model->syncs[i];
        for (int k = 0; box->id == id && k < box->slot_count; k++)
            if (box->slots[k].changed) return (LinkEnd){END_SLOT, k, id};
        if (box->id == id) return end_of(END_SYNC, id);
    }
    return end_of(END_NOTHING, 0);
}

/* Only the first ones have room on the stage. */
static int shown_futures(const Model *model) {
    enum { SHOWN = 64 };
    return model->future_count < SHOWN ? model->future_count : SHOWN;
}

static bool has_future(const Model *model, uint32_t id) {
    for (int i = 0; id && i < shown_futures(model); i++)
        if (model->futures[i].id == id) return true;
    return false;
}

/* The ids of those shown lie within these: mostly far from that of any other. */
static void span_of_futures(const Model *model, uint32_t *least, uint32_t *most) {
    *least = UINT32_MAX, *most = 0;
    for (int i = 0; i < shown_futures(model); i++) {
        uint32_t id = model->futures[i].id;
        if (id < *least) *least = id;
        if (id > *most) *most = id;
    }
}

static LinkEnd thread_end(const Model *model, uint32_t id) {
    for (int i = 0; i < model->thread_count; i++)
        if (model->threads[i].id == id) return end_of(END_THREAD, id);
    return end_of(END_NOTHING, 0);
}

/* The future that woke the task: the record before handle.scheduled resolved it. */
static LinkEnd cause_of(const Model *model, const ModelFacts *facts, const CsHandle *handle) {
    if (model_find_sync(facts->now, handle->because.about)) {
        LinkEnd sync = sync_end(model, handle->because.about);
        if (sync.kind != END_NOTHING) return sync;
    }
    const CsEvent *scheduled = model_find_event(facts, handle->event);
    const CsEvent *cause = scheduled ? model_find_event(facts, scheduled->cause) : NULL;
    for (int i = 0; cause && i < 4; i++, cause = model_find_event(facts, cause->cause)) {
        if (cause->kind == EVENT_TIMER_FIRED) break;
        if (cause->kind == EVENT_FUTURE_RESOLVED && has_future(model, cause->subject))
            return end_of(END_FUTURE, cause->subject);
        if (cause->kind == EVENT_TASK_DONE) return end_of(END_SEAT, cause->subject);
        if (model_thread_number(facts, cause->subject)) return thread_end(model, cause->subject);
    }
    return end_of(END_NOTHING, 0);
}

static void link_card(Model *model, const ModelFacts *facts, const CsHandle *handle) {
    LinkEnd card = end_of(END_CARD, handle->id), seat = end_of(END_SEAT, handle->task);
    LinkEnd cause = cause_of(model, facts, handle);
    bool seated = model_seat(model, handle->task) != NULL;
    if (cause.kind != END_NOTHING && !(cause.kind == END_SEAT && cause.id == handle->task))
        add_link(model, LINK_CAUSE, cause, seated ? seat : card);
    if (seated) add_link(model, LINK_CAUSE, seat, card);
}

void model_links(Model *model, const ModelFacts *facts) {
    const CsSnapshot *s = facts->now;
    size_t room = (size_t)(2 * MOST_CAUSES + model->seat_count);
    model->links = model_array(&model->pool, room, sizeof *model->links);
    int causes = 0;
    for (int i = s->ready_count; i-- > 0 && causes < MOST_CAUSES;) {
        if (!model_find_fresh(facts, s->ready[i].event)) continue;
        link_card(model, facts, &s->ready[i]);
        causes++;
    }
    uint32_t least, most;
    span_of_futures(model, &least, &most);
    for (int i = 0; i < model->seat_count; i++) {
        const ModelSeat *seat = &model->seats[i];
        if (seat->waits_future < least || seat->waits_future > most) continue;
        if (has_future(model, seat->waits_future))
            add_link(model, LINK_WAITS, end_of(END_SEAT, seat->id),
                     end_of(END_FUTURE, seat->waits_future));
    }
}
