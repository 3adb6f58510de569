/* How a popover comes, and how the right card flies into the slot. */
#include "anim/anim.h"
#include "window/mode.h"

static const float POPOVER_MS = 140, INSPECT_MS = 200, FLIGHT_MS = 280, WHATIF_MS = 320;

/* 1 when it begins, 0 when it is over. */
static float left(uint64_t since_ns, uint64_t now_ns, float length, AnimEase ease) {
    if (!since_ns || now_ns < since_ns) return 0;
    float ms = (float)((double)(now_ns - since_ns) / 1e6);
    return 1 - anim_ease(ease, ms / length);
}

bool mode_motion(Mode *mode, uint64_t now_ns, bool still) {
    ModeMotion *m = &mode->motion;
    bool shown = mode->kind == MODE_PREDICT && mode->round.shown;
    if (mode->kind != m->kind) m->since_ns = mode->kind == MODE_PREDICT ? 0 : now_ns;
    if (shown != m->shown) m->shown_ns = shown ? now_ns : 0;
    m->kind = mode->kind;
    m->shown = shown;
    m->coming = m->flying = 0;
    if (still || mode->kind == MODE_NONE) return false;
    float length = mode->kind == MODE_INSPECT ? INSPECT_MS : POPOVER_MS;
    bool popover = mode->kind == MODE_WHY || mode->kind == MODE_INSPECT;
    if (popover) m->coming = left(m->since_ns, now_ns, length, EASE_OUT);
    if (mode->kind == MODE_WHATIF) m->coming = left(m->since_ns, now_ns, WHATIF_MS, EASE_IN_OUT);
    m->flying = left(m->shown_ns, now_ns, FLIGHT_MS, EASE_IN_OUT);
    return m->coming > 0 || m->flying > 0;
}
