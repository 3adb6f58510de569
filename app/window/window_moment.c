/* The moment picker: the selector of the moment on the stage, for a lesson's author. */
#include "window/window.h"

#include <stdio.h>

#include "session/session_selector.h"

static const uint64_t NOTICE_NS = UINT64_C(6000000000);

bool window_copy_moment(Window *w) {
    char text[SESSION_SELECTOR_SIZE];
    if (!w->player.open) return false;
    player_record_all(&w->player);
    bool copied = session_selector(&w->player.session, text, sizeof text) &&
                  platform_set_clipboard(w->platform, text);
    if (!copied) return false;
    const char *const arguments[] = {text};
    text_format(w->notice, sizeof w->notice, text_get(w->words, TEXT_MOMENT_COPIED), arguments, 1);
    w->notice_until_ns = w->now_ns + NOTICE_NS;
    return true;
}
