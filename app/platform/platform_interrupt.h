#ifndef PLATFORM_PLATFORM_INTERRUPT_H
#define PLATFORM_PLATFORM_INTERRUPT_H
/* Waiting for files to change until Ctrl+C, in a command without a window. */

#include <stdbool.h>

/* From now on Ctrl+C (and a request to end) is only remembered. */
void platform_interrupt_catch(void);
bool platform_interrupted(void);
/* Sleeps so long, or until Ctrl+C. */
void platform_sleep_ms(unsigned milliseconds);

#endif
