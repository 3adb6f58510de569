#include "platform/platform_interrupt.h"

#include <SDL.h>
#include <signal.h>

enum { SLICE_MS = 20 };

/* The only thing that a signal's handler may write to. */
static volatile sig_atomic_t interrupted;

static void remember(int signal_number) {
    (void)signal_number;
    interrupted = 1;
}

void platform_interrupt_catch(void) {
    signal(SIGINT, remember);
    signal(SIGTERM, remember);
}

bool platform_interrupted(void) {
    return interrupted != 0;
}

void platform_sleep_ms(unsigned milliseconds) {
    for (unsigned slept = 0; slept < milliseconds && !interrupted; slept += SLICE_MS)
        SDL_Delay(SLICE_MS);
}
